import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { type ScriptedProgram, scriptedProgram } from '../../lab/msi/scripted.ts';
import { type MadeUpOptions, madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, type Runner, startJob } from '../../lab/runner.ts';
import { describePrivateWindows, describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { auditLines, expectFailure, expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(3 * 60_000);

const DAY_MS = 86_400_000;
/** A release that came out so many days ago. */
const agedVersion = (version: string, days: number): MadeUpOptions => {
  const time = new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
  return { files: { VERSION: `go${version}\ntime ${time}T00:00:00Z\n` } };
};

await describeWindows('a policy', (lab) => {
  let mirror: Mirror;
  let runner: Runner;
  let tool: string;

  beforeAll(async () => {
    mirror = await startMirror([
      ...(await madeUpReleases(['1.99.1'], agedVersion('1.99.1', 40))),
      ...(await madeUpReleases(['1.99.2'], agedVersion('1.99.2', 3))),
      ...(await madeUpReleases(['1.99.3'], agedVersion('1.99.3', 1))),
      ...(await madeUpReleases(['1.98.1'], { files: { VERSION: 'go1.98.1' } })),
    ]);
    tool = mirrorTool(mirror.url);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    mirror.forget();
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  });

  /** Runs a step with this policy, in the workspace. */
  async function step(rules: object | string, inputs: Record<string, string>) {
    // A step that failed ended its job, and the next job begins with an empty RUNNER_TEMP.
    await startJob(runner);
    const text =
      typeof rules === 'string' ? rules : `${JSON.stringify({ name: 'Ours', ...rules }, undefined, 2)}\n`;
    await writeFile(path.join(runner.workspace.host, 'go-policy.json'), text);
    return await setupGo(runner, { policy: 'go-policy.json', ...inputs });
  }
  const downloads = () =>
    mirror.requests.filter(({ asked, method }) => asked === 'files' && method === 'GET');
  /** All of the tool cache but what tells of uses. */
  const files = () =>
    readdirSync(runner.toolCache.host, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/\.setup-go-win/.test(name))
      .sort();
  const young = { minimumAge: { days: 14, unknown: 'stop' } };

  it('lets a Go through, and log and audit log say which it was', async () => {
    const rules = { ...young, versions: { allowed: ['1.99.1'] }, sources: [mirror.url], endOfLife: 'stop' };
    const done = await step(rules, { 'go-version': '1.99.1' });
    expectSuccess(done);
    expect(done.log).toMatch(/Policy "Ours" \(.*\\go-policy\.json\), SHA-256 [0-9a-f]{64}/);
    const [line] = auditLines(inToolCache(runner, '.setup-go-win', 'audit.jsonl'));
    expect(line).toMatchObject({
      action: 'install',
      outcome: 'ok',
      policy: expect.stringMatching(/^Ours sha256:/),
    });
    // A hit is asked as well, and gets through.
    const again = await step(rules, { 'go-version': '1.99.x' });
    expectSuccess(again);
    expect(again.outputs).toMatchObject({ 'go-version': '1.99.1', 'tool-cache-hit': 'true' });
  });

  it('refuses a version before anything is downloaded', async () => {
    const rules = { versions: { allowed: ['>=1.90'], forbidden: [{ versions: '1.99.2', reason: 'OPS-7' }] } };
    const refused =
      /Go 1\.99\.2, asked for by input go-version, is refused: the rule versions\.forbidden\[0\] in line 8 of the policy "Ours" \(.*\\go-policy\.json\) forbids 1\.99\.2 \(OPS-7\)/;
    for (const dry of ['false', 'true'])
      expectFailure(await step(rules, { 'go-version': '1.99.2', 'dry-run': dry }), 'E_POLICY', refused);
    expect([downloads(), files()]).toEqual([[], []]);
  });

  it('refuses a version that is there, and leaves it', async () => {
    expectSuccess(await step({}, { 'go-version': '1.99.1' }));
    const before = files();
    const rules = { versions: { forbidden: ['1.99.1'] } };
    expectFailure(
      await step(rules, { 'go-version': '1.99.1' }),
      'E_POLICY',
      /Go 1\.99\.1.*versions\.forbidden\[0\]/,
    );
    expect(files()).toEqual(before);
    // A range takes what is allowed, there or not.
    const range = await step(rules, { 'go-version': '<1.99.2' });
    expectSuccess(range);
    expect(range.outputs['go-version']).toBe('1.98.1');
  });

  it('makes a range pass over the newest, and says so', async () => {
    const done = await step({ versions: { forbidden: ['1.99.3'] } }, { 'go-version': '1.99' });
    expectSuccess(done);
    expect(done.outputs['go-version']).toBe('1.99.2');
    expect(done.log).toContain(
      'Go 1.99.3 is passed over by the rule versions.forbidden[0] of the policy: 1.99.2 is taken',
    );
    const none = await step(
      { versions: { forbidden: ['1.99.x'] } },
      { 'go-version': '1.99', 'check-latest': 'true' },
    );
    expectFailure(none, 'E_POLICY', /Go 1\.99\.3, asked for by input go-version, is refused/);
    const alias = await step({ versions: { forbidden: ['1.99.3'] } }, { 'go-version': 'stable' });
    expectFailure(alias, 'E_POLICY', /Go 1\.99\.3/);
  });

  it('finds in staging that a release is too young, and publishes nothing of it', async () => {
    const failed = await step(young, { 'go-version': '1.99.2' });
    expectFailure(
      failed,
      'E_POLICY',
      /Go 1\.99\.2.*the rule minimumAge in line 3 .* demands 14 day\(s\), and it came out at 20\S+Z, [23] day\(s\) ago/,
    );
    expect(failed.log).toContain('Verified SHA-256');
    expect(readdirSync(inToolCache(runner, tool))).toEqual([]);
    expect(existsSync(inToolCache(runner, '.setup-go-win', 'audit.jsonl'))).toBe(false);
  });

  it('makes a range go on to the next release where the newest ones are too young', async () => {
    const done = await step(young, { 'go-version': '1.99.x' });
    expectSuccess(done);
    expect(done.outputs['go-version']).toBe('1.99.1');
    expect(done.log).toMatch(
      /Go 1\.99\.3.* is refused: the rule minimumAge .*Go 1\.99\.2.* is refused: the rule minimumAge/s,
    );
    expect(readdirSync(inToolCache(runner, tool))).toEqual(['1.99.1']);
  });

  it('asks the age of what is there, and takes an older one for a range', async () => {
    expectSuccess(await step({}, { 'go-version': '1.99.1\n1.99.3' }));
    const before = files();
    mirror.forget();
    const exact = await step(young, { 'go-version': '1.99.3' });
    expectFailure(exact, 'E_POLICY', /Go 1\.99\.3.*the rule minimumAge/);
    const range = await step(young, { 'go-version': '1.99.x' });
    expectSuccess(range);
    expect(range.outputs).toMatchObject({ 'go-version': '1.99.1', 'tool-cache-hit': 'true' });
    expect(range.log).toMatch(/1\.99\.3\\x64 is not used: the rule minimumAge/);
    expect([downloads(), files()]).toEqual([[], before]);
  });

  it('decides by itself about a release of which nobody knows when it came out', async () => {
    expectFailure(await step(young, { 'go-version': '1.98.1' }), 'E_POLICY', /nobody knows when it came out/);
    expect(readdirSync(inToolCache(runner, tool))).toEqual([]);
    expectSuccess(await step({ minimumAge: { days: 14, unknown: 'allow' } }, { 'go-version': '1.98.1' }));
  });

  it('refuses a source before the download, and does not use what came from it', async () => {
    const elsewhere = { sources: ['go.dev', 'https://mirror.example/go'] };
    expectFailure(
      await step(elsewhere, { 'go-version': '1.99.1' }),
      'E_POLICY',
      /the rule sources in line 3 .* allows go\.dev or https:\/\/mirror\.example\/go alone, and it comes from http:\/\/127\.0\.0\.1:\d+\/dl\/go1\.99\.1\.windows-amd64\.zip/,
    );
    expect([downloads(), files()]).toEqual([[], []]);
    expectFailure(await step({ officialOnly: true }, { 'go-version': '1.99.1' }), 'E_POLICY', /officialOnly/);
    expectSuccess(await step({}, { 'go-version': '1.99.1' }));
    const hit = await step(elsewhere, { 'go-version': '1.99.1' });
    expectFailure(hit, 'E_POLICY', /the rule sources/);
    expect(hit.log).toMatch(/1\.99\.1\\x64 is not used: the rule sources/);
    expectSuccess(await step({ sources: [mirror.origin] }, { 'go-version': '1.99.1' }));
  });

  it('says of a minor that is not supported any more what it is to say, and by which index', async () => {
    const done = await step({ endOfLife: 'warning' }, { 'go-version': '1.97.1', 'dry-run': 'true' });
    // The list of this mirror has no such version; what it has are the newest minors.
    expectFailure(done, 'E_NOT_FOUND', /1\.97\.1/);
    const old = await step(
      { endOfLife: 'stop' },
      { 'go-version': '1.20.1', 'go-download-base-url': 'https://go.dev/dl', 'dry-run': 'true' },
    );
    expectFailure(old, 'E_POLICY', /Go 1\.20\.1.*endOfLife.*by the built-in index of 20/);
    const warned = await step(
      { endOfLife: 'warning' },
      { 'go-version': '1.20.1', 'go-download-base-url': 'https://go.dev/dl', 'dry-run': 'true' },
    );
    expect(warned.exitCode).toBe(0);
    expect(warned.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/^Go 1\.20\.1: the rule endOfLife/) },
    ]);
  });

  it('refuses another way to install, and is no matter to a prune or a status', async () => {
    const msi = { method: 'msi', versions: { forbidden: ['*'] } };
    expectFailure(
      await step(msi, { 'go-version': '1.99.1' }),
      'E_POLICY',
      /This step is refused: the rule method/,
    );
    expectSuccess(await step(msi, { operation: 'prune', 'keep-versions': '1' }));
    expectSuccess(await step(msi, { operation: 'status' }));
  });

  it.each<[string, RegExp]>([
    ['{\n  "method": "tar"\n}', /go-policy\.json is not usable: line 2, column 13: method is "tar"/],
    ['{\n  "method": "zip", // ours\n}', /line 2, column 20: /],
  ])('that is wrong is E_INPUT, with its place: %j', async (text, message) => {
    expectFailure(await step(text, { 'go-version': '1.99.1' }), 'E_INPUT', message);
    const none = await setupGo(runner, { 'go-version': '1.99.1', policy: 'none.json' });
    expectFailure(none, 'E_INPUT', /none\.json cannot be read \(ENOENT\)/);
    expect(downloads()).toEqual([]);
  });
});

await describePrivateWindows(
  'a policy and the Go of the machine, whoami being scripted, junctions played by Unix links',
  (lab) => {
    let scene: MachineScene;
    let whoami: ScriptedProgram;

    beforeAll(async () => {
      scene = await openMachineScene(lab, ['1.99.1', '1.99.2']);
      whoami = await scriptedProgram(lab, 'whoami');
    }, PREPARATION_MS);
    afterAll(async () => await scene?.close());

    async function step(rules: object, inputs: Record<string, string>) {
      await writeFile(path.join(scene.runner.workspace.host, 'go-policy.json'), JSON.stringify(rules));
      return await scene.step({ policy: 'go-policy.json', ...inputs });
    }
    const account = async (elevated: boolean) => {
      const [name, sid, level] = elevated
        ? ['Administratoren', 'S-1-5-32-544', 'S-1-16-12288']
        : ['Benutzer', 'S-1-5-32-545', 'S-1-16-8192'];
      await whoami.play([
        { when: '/user', stdout: '"PC\\anna","S-1-5-21-1-2-3-1001"\r\n' },
        { when: '/groups', stdout: `"${name}","Alias","${sid}","x"\r\n"Stufe","x","${level}","x"\r\n` },
      ]);
    };

    it('refuses a version before the first of several is installed', async () => {
      const rules = { versions: { forbidden: ['1.99.2'] } };
      const both = await step(rules, { 'go-version': '1.99.1\n1.99.2' });
      expectFailure(both, 'E_POLICY', /Go 1\.99\.2, asked for by input go-version, is refused/);
      expect(existsSync(scene.root)).toBe(false);
    });

    it('refuses a change without an administrator’s rights, and not even makes the machine’s root', async () => {
      await account(false);
      for (const dry of ['false', 'true'])
        expectFailure(
          await step({ requireElevation: true }, { 'go-version': '1.99.1', 'dry-run': dry }),
          'E_POLICY',
          /The change is refused: the rule requireElevation .*demands an administrator’s rights .* PC\\anna has none/,
        );
      expect(existsSync(scene.root)).toBe(false);
      await account(true);
      expectSuccess(await step({ requireElevation: true }, { 'go-version': '1.99.1' }));
    });

    it('refuses to switch to what it forbids, also by a rollback, and the machine’s Go stays', async () => {
      expectSuccess(await step({}, { 'go-version': '1.99.2' }));
      const rules = { versions: { forbidden: ['1.99.1'] } };
      for (const inputs of [
        { operation: 'rollback' },
        { operation: 'switch', 'go-version': '1.99.1' },
        { operation: 'repair', 'go-version': '1.99.1' },
        { 'go-version': '1.99.1' },
      ] as Record<string, string>[])
        expectFailure(await step(rules, inputs), 'E_POLICY', /Go 1\.99\.1.*versions\.forbidden\[0\]/);
      expect(await scene.goAnswers()).toContain('go1.99.2 ');
      const range = await step(rules, { operation: 'switch', 'go-version': '1.99.x' });
      expectSuccess(range);
      expect(range.outputs['go-version']).toBe('1.99.2');
    });

    it('asks about what is the machine’s Go already', async () => {
      expectFailure(
        await step({ versions: { allowed: ['1.99.1'] } }, { 'go-version': '1.99.2' }),
        'E_POLICY',
        /versions\.allowed/,
      );
      expectFailure(
        await step({ sources: ['go.dev'] }, { operation: 'switch', 'go-version': '1.99.2' }),
        'E_POLICY',
        /sources/,
      );
      expect(await scene.goAnswers()).toContain('go1.99.2 ');
    });

    it('lets anyone uninstall what it forbids', async () => {
      const rules = { versions: { forbidden: ['*'] }, requireElevation: true };
      expectSuccess(await step(rules, { operation: 'uninstall', 'go-version': '1.99.1' }));
      expect(existsSync(scene.tree('1.99.1'))).toBe(false);
    });
  },
);
