import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { openCancellation } from '../../lab/cancel.ts';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { buildMsi } from '../../lab/msi/build.ts';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { type StepOptions, startJob, startStep } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { beginChange } from '../../src/machine/journal.ts';
import type { SwitchDetails } from '../../src/side-by-side/session.ts';
import { LEG, takeResult } from './legs.ts';
import { expectFailure, expectSuccess, repo } from './steps.ts';

jest.setTimeout(10 * 60_000);

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows('a leg with scope: machine, junctions played by Unix links', (lab) => {
  let scene: MachineScene;
  beforeAll(async () => {
    scene = await openMachineScene(lab, ['1.98.0', '1.99.1']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  const size = (version: string) => scene.releases.find((one) => one.version === version)?.size;
  const scan = async () => {
    expectSuccess(await scene.step({ ...LEG, operation: 'status', scope: 'job', stage: 'scan' }));
    return takeResult(scene.runner);
  };

  it('scans a machine without Go', async () => {
    expect(await scan()).toMatchObject({
      ...{ id: 'build-07', stage: 'scan', operation: 'status', outcome: 'ok', architecture: 'x64' },
      ...{ before: null, after: null, inventory: { schema: 1, goes: [] } },
    });
  });

  it('installs, and says what it had, has and downloaded', async () => {
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.98.0', stage: 'canary' }));
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ stage: 'canary', operation: 'install', outcome: 'ok', before: null, after: '1.98.0' },
      bytes: { downloaded: size('1.98.0'), reused: 0 },
      ...{ rolledBack: false, recoveryMs: null, health: null, inventory: null },
    });
    expect(await scan()).toMatchObject({ before: '1.98.0', after: '1.98.0' });
  });

  it('where it is there already downloads nothing, and says what that spared', async () => {
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.98.0', stage: 'wave-1' }));
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ before: '1.98.0', after: '1.98.0' },
      bytes: { downloaded: 0, reused: size('1.98.0') },
    });
  });

  it('on another runner than it is for does nothing', async () => {
    scene.mirror.forget();
    const inputs = { ...LEG, 'go-version': '1.99.1', stage: 'wave-1', 'expected-runner': 'build-99' };
    expectFailure(await scene.step(inputs), 'E_WRONG_RUNNER', /for the runner build-99/);
    expect(takeResult(scene.runner)).toMatchObject({ code: 'E_WRONG_RUNNER', before: null, after: null });
    expect(scene.mirror.requests).toEqual([]);
    expect(await scene.goAnswers()).toContain('go1.98.0 ');
  });

  it('in a dry run is not checked, and says so in the log, the summary and its result', async () => {
    const inputs = { ...LEG, 'go-version': '1.99.1', stage: 'wave-1', 'health-check': 'true' };
    const step = await scene.step({ ...inputs, 'dry-run': 'true', summary: 'always' });
    expectSuccess(step);
    for (const said of [step.log, step.summary])
      expect(said).toContain('No health check in a dry run: there is no new Go to look at.');
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ outcome: 'ok', dryRun: true, health: null, before: '1.98.0', after: '1.98.0' },
    });
  });

  it('that fails says which Go the machine has still', async () => {
    const step = await scene.step({ ...LEG, 'go-version': '1.97.0', stage: 'wave-1' });
    expectFailure(step, 'E_NOT_FOUND', /1\.97\.0/);
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ outcome: 'failed', code: 'E_NOT_FOUND', before: '1.98.0', after: '1.98.0' },
      message: expect.stringContaining('1.97.0'),
    });
  });

  it('upgrades, and goes back as the rollback of a fleet does', async () => {
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.99.1', stage: 'wave-1' }));
    expect(takeResult(scene.runner)).toMatchObject({ before: '1.98.0', after: '1.99.1' });
    const back = { ...LEG, operation: 'switch', 'go-version': '1.98.0', stage: 'rollback' };
    for (const before of ['1.99.1', '1.98.0']) {
      expectSuccess(await scene.step(back));
      expect(takeResult(scene.runner)).toMatchObject({ stage: 'rollback', before, after: '1.98.0' });
    }
  });

  it('has no Go of the machine that is not whole, and none after an uninstallation', async () => {
    rmSync(path.join(scene.tree('1.98.0'), 'VERSION'));
    const torn = await scan();
    expect(torn).toMatchObject({ before: null, after: null });
    expect(torn.inventory?.goes).toContainEqual(expect.objectContaining({ state: 'torn', current: true }));
    expectSuccess(await scene.step({ ...LEG, operation: 'uninstall', stage: 'rollback' }));
    expect(takeResult(scene.runner)).toMatchObject({ operation: 'uninstall', before: null, after: null });
  });
});

await describePrivateWindows('a leg with install-method: msi', (lab) => {
  let scene: MsiScene;
  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  it('goes by what Windows Installer has registered', async () => {
    const size = (version: string) => scene.msis.find((one) => one.version === version)?.size;
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.99.1', stage: 'canary' }));
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ before: null, after: '1.99.1', outcome: 'ok' },
      bytes: { downloaded: size('1.99.1'), reused: 0 },
    });
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.99.2', stage: 'wave-2' }));
    expect(takeResult(scene.runner)).toMatchObject({ before: '1.99.1', after: '1.99.2', stage: 'wave-2' });
    expectSuccess(await scene.step({ ...LEG, operation: 'status' }));
    expect(takeResult(scene.runner)).toMatchObject({ before: '1.99.2', after: '1.99.2', stage: 'scan' });
    expectSuccess(await scene.step({ ...LEG, operation: 'rollback', stage: 'rollback' }));
    const { before, after, bytes } = takeResult(scene.runner);
    expect({ before, after, downloaded: bytes.downloaded }).toEqual({
      ...{ before: '1.99.2', after: '1.99.1', downloaded: 0 },
    });
    expect(bytes.reused).toBeGreaterThan(100_000);
  });

  it('goes back by itself from a Go that does not build (made up), and to none where there was none', async () => {
    const [release] = await madeUpReleases(['1.99.3'], { sabotage: 'no-build' });
    const mirror = await startMirror(release ? [...scene.msis, await buildMsi(release)] : []);
    const inputs = {
      ...{ ...LEG, 'go-version': '1.99.3', stage: 'wave-3', 'go-download-base-url': mirror.url },
      ...{ 'health-check': 'true', 'health-runs': '1' },
    };
    try {
      const upgrade = await scene.step(inputs);
      expectFailure(upgrade, 'E_HEALTH', /go1\.99\.3 does not work.*The machine has go1\.99\.1 in .* again/s);
      expect(takeResult(scene.runner)).toMatchObject({ before: '1.99.1', after: '1.99.1', rolledBack: true });
      expect(await scene.works()).toBe('go1.99.1');
      expectSuccess(await scene.step({ operation: 'uninstall' }));
      const first = await scene.step(inputs);
      expectFailure(first, 'E_HEALTH', /the machine has no Go, as before/);
      expect(takeResult(scene.runner)).toMatchObject({ before: null, after: null, rolledBack: true });
      expect(await scene.machine.registered()).toEqual([]);
    } finally {
      await mirror.close();
    }
  });
});

// What a leg does about it needs no real compiler: this go.exe builds nothing, slowly, or not at all.
await describePrivateWindows(
  'a leg that goes back, with made-up goes and junctions played by Unix links',
  (lab) => {
    let scene: MachineScene;
    let bad: Mirror;
    beforeAll(async () => {
      scene = await openMachineScene(lab, ['1.98.0', '1.99.0']);
      bad = await startMirror([
        ...(await madeUpReleases(['1.99.1'], { sabotage: 'no-build' })),
        ...(await madeUpReleases(['1.99.2'], { sabotage: 'slow' })),
        ...(await madeUpReleases(['1.99.3'], { sabotage: 'stuck' })),
      ]);
    }, PREPARATION_MS);
    afterAll(async () => {
      await bad?.close();
      await scene?.close();
    });

    const leg = async (version: string, inputs: Record<string, string> = {}, options: StepOptions = {}) =>
      await scene.step(
        {
          ...{ ...LEG, stage: 'wave-1', 'health-check': 'true', 'health-runs': '1', tolerance: '100%' },
          ...{ 'go-version': version, ...inputs },
        },
        options,
      );
    const fromBad = () => ({ 'go-download-base-url': bad.url });

    it('has no Go again where there was none before', async () => {
      const step = await leg('1.99.1', fromBad());
      expectFailure(step, 'E_HEALTH', /uninstalled again: the machine has no Go, as before/);
      expect(takeResult(scene.runner)).toMatchObject({
        ...{ before: null, after: null, rolledBack: true, recoveryMs: expect.any(Number) },
        health: { before: null, after: null, verdict: 'broken' },
      });
      expect(scene.current()).toBe('nothing');
      expect(await scene.path()).not.toContain('setup-go-win');
    });

    it('goes back to a Go that is faster, though the policy forbids that by now', async () => {
      expectSuccess(await leg('1.98.0'));
      const policy = path.join(scene.runner.workspace.host, 'go-policy.json');
      await writeFile(policy, '{"versions": {"forbidden": ["1.98.0"]}}');
      expect(takeResult(scene.runner).health).toMatchObject({ before: null, ratio: null, verdict: 'well' });
      const step = await leg('1.99.2', { ...fromBad(), policy: 'go-policy.json' });
      expectFailure(
        step,
        'E_HEALTH',
        /go1\.99\.2 is slower than the tolerance of 100% allows.*go1\.98\.0 did in.*again, as before/s,
      );
      expect(step.log).toContain('It is measured once more');
      const result = takeResult(scene.runner);
      expect(result).toMatchObject({ before: '1.98.0', after: '1.98.0', rolledBack: true });
      expect(result.health?.verdict).toBe('slower');
      expect(result.health?.ratio).toBeGreaterThan(2);
      expect(await scene.goAnswers()).toContain('go1.98.0 ');
    });

    it('goes back to the Go that a killed switch leaves, though there is no current when it begins', async () => {
      const root = 'C:\\ProgramData\\setup-go-win';
      const table = lab.toHost('C:\\lab-junctions.json');
      const { [`${root}\\current`.toLowerCase()]: led, ...links } = JSON.parse(readFileSync(table, 'utf8'));
      expect(led).toContain('1.98.0');
      rmSync(path.join(scene.root, 'current'));
      writeFileSync(table, JSON.stringify(links));
      await beginChange<SwitchDetails>(scene.root, {
        ...{ method: 'zip', operation: 'switch', architecture: 'x64', from: '1.97.0', to: '1.98.0' },
        ...{ runner: 'r0 run 1' },
        details: {
          ...{ before: null, after: led, scope: 'machine', path: null, goroot: null, setGoroot: false },
        },
      });
      const step = await leg('1.99.1', fromBad());
      expectFailure(step, 'E_HEALTH', /The machine has go1\.98\.0 in .* again, as before/);
      expect(step.log).toContain('An earlier run was interrupted: switch of 1.97.0 → 1.98.0');
      expect(takeResult(scene.runner)).toMatchObject({
        ...{ before: '1.98.0', after: '1.98.0', rolledBack: true },
      });
    });

    it('runs one check, and nothing else, where the Go is there already', async () => {
      const step = await leg('1.98.0');
      expectSuccess(step);
      expect(step.log.match(/Health check of go1\.98\.0, run/g)).toHaveLength(1);
      expect(takeResult(scene.runner).health).toMatchObject({ before: null, verdict: 'well' });
    });

    it('as the rollback of a fleet looks at what it leads to, and does not return to where it came from', async () => {
      expectSuccess(await leg('1.99.0'));
      writeFileSync(path.join(scene.tree('1.98.0'), 'SABOTAGE'), 'no-build');
      const step = await leg('1.98.0', { operation: 'switch', stage: 'rollback' });
      expectFailure(
        step,
        'E_HEALTH',
        /go1\.98\.0 does not work.*Nothing was undone\. The machine has go1\.98\.0/s,
      );
      expect(takeResult(scene.runner)).toMatchObject({
        after: '1.98.0',
        rolledBack: false,
        recoveryMs: null,
      });
    });

    it('says both where it cannot go back', async () => {
      rmSync(path.join(scene.tree('1.98.0'), 'SABOTAGE'));
      // The Go before is gone when the rollback comes to look for it.
      const { host, windows } = await lab.newScratch('gone');
      await writeFile(
        path.join(host, 'gone.cjs'),
        `const fs = require('node:fs'), real = fs.promises.rm; const marker = ${JSON.stringify(`${lab.toWindows(scene.tree('1.98.0'))}\\VERSION`)};
const write = process.stdout.write; process.stdout.write = function (text, ...rest) {
  if (String(text).includes('Going back by operation')) fs.rmSync(marker);
  return write.call(process.stdout, text, ...rest);
};`,
      );
      const also = `${scene.runner.env['NODE_OPTIONS']} --require=${windows}\\gone.cjs`;
      const step = await leg('1.99.1', fromBad(), { env: { NODE_OPTIONS: also } });
      expectFailure(
        step,
        'E_HEALTH',
        /go1\.99\.1 does not work.*Going back failed, too \(E_VERIFY: .*The machine has go1\.99\.1/s,
      );
      expect(takeResult(scene.runner)).toMatchObject({
        ...{ code: 'E_HEALTH', before: '1.98.0', after: '1.99.1', rolledBack: false },
      });
    });

    it('that is cancelled while it checks says which Go is there, and ends go with all that it started', async () => {
      expectSuccess(await leg('1.99.0', { 'health-check': 'false' }));
      takeResult(scene.runner);
      const { env, cancel } = await openCancellation(lab);
      const also = `${scene.runner.env['NODE_OPTIONS']} ${env['NODE_OPTIONS']}`;
      await startJob(scene.runner);
      const inputs = {
        ...LEG,
        scope: 'machine',
        'health-check': 'true',
        'go-version': '1.99.3',
        ...fromBad(),
      };
      const running = await startStep(repo, inputs, scene.runner, { env: { ...env, NODE_OPTIONS: also } });
      const goes = async () =>
        (await lab.run('C:\\windows\\system32\\tasklist.exe', [])).stdout.match(/^go\.exe/gim) ?? [];
      while ((await goes()).length < 2) await sleep(50);
      await cancel();
      expectFailure(await running.result, 'E_CANCELLED', /SIGINT/);
      expect(await goes()).toEqual([]);
      expect(takeResult(scene.runner)).toMatchObject({
        ...{ code: 'E_CANCELLED', before: '1.99.0', after: '1.99.3', rolledBack: false, health: null },
      });
      expect(readdirSync(scene.runner.temp.host).filter((name) => name.includes('health'))).toEqual([]);
    });
  },
);
