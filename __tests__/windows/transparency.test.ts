import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { moduleHash, moduleVersion } from '../../lab/sumdb/module-hash.ts';
import { createSumDb, type SumDb } from '../../lab/sumdb/sumdb.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import type { Provenance } from '../../src/toolcache/inspect.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectFailure, expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(300_000);

const LICENSE = 'Copyright 2009 The Go Authors.\n';
/** One bit of one letter. */
const FLIPPED = LICENSE.replace('Go', 'Gn');

await describeWindows('a step that asks a checksum database', (lab) => {
  let honest: Mirror;
  /** Serves a Go with one bit flipped, under a list and hashes that match it. */
  let hostile: Mirror;
  let database: SumDb;
  let answers: SumDb;
  let h1: string;
  let runner: Runner;

  beforeAll(async () => {
    const releases = await madeUpReleases(['1.99.1', '1.99.2'], { files: { LICENSE } });
    database = createSumDb();
    for (const release of releases)
      database.add('golang.org/toolchain', moduleVersion(release), await moduleHash(release));
    h1 = await moduleHash(releases[0] as LabRelease);
    const also = (path: string) => (path.startsWith('/db/') ? answers.answer(path.slice(4)) : undefined);
    honest = await startMirror(releases, { also });
    hostile = await startMirror(await madeUpReleases(['1.99.1'], { files: { LICENSE: FLIPPED } }));
  }, PREPARATION_MS);
  afterAll(async () => {
    await honest?.close();
    await hostile?.close();
  });
  beforeEach(async () => {
    answers = database;
    honest.forget();
    runner = await createRunner(lab, {
      environment: {
        GO_DOWNLOAD_BASE_URL: honest.url,
        GOSUMDB: `${database.verifierKey} ${honest.origin}/db`,
      },
    });
  });
  afterEach(() => honest.clearFaults());

  const asked = () => honest.requests.filter(({ path }) => path.startsWith('/db/'));
  const sidecar = () =>
    JSON.parse(
      readFileSync(inToolCache(runner, mirrorTool(honest.url), '1.99.1', 'x64.setup-go-win.json'), 'utf8'),
    ) as Provenance;

  function expectNothingPublished(mirror: Mirror): void {
    const tool = inToolCache(runner, mirrorTool(mirror.url));
    expect(existsSync(tool) ? readdirSync(tool, { recursive: true, encoding: 'utf8' }) : []).toEqual([]);
  }

  it.each(['auto', 'require'])(
    'that knows its files sets it up, and keeps what that rests on (%s)',
    async (mode) => {
      const step = await setupGo(runner, { 'go-version': '1.99.1', transparency: mode });
      expectSuccess(step);
      expect(step.log).toContain(`Verified against the checksum database ${honest.origin}/db: ${h1}`);
      expect(sidecar().transparency).toMatchObject({ h1, record: 700 });
      expect(readdirSync(inToolCache(runner, '.setup-go-win')).sort()).toEqual([
        'audit.jsonl',
        'audit.lock',
        'leases',
        'locks',
        expect.stringMatching(/^sumdb-sumdb\.lab\.example-[0-9a-f]{8}\.json$/),
        'used',
      ]);
    },
  );

  it.each(['auto', 'require'])(
    'catches one flipped bit under hashes that all match (%s): nothing is published, both hashes are said',
    async (mode) => {
      const inputs = { 'go-version': '1.99.1', 'go-download-base-url': hostile.url, transparency: mode };
      const step = await setupGo(runner, inputs);
      expectFailure(step, 'E_TRANSPARENCY', /h1:\S+, and its is h1:/);
      expect(step.annotations.at(-1)?.message).toContain(h1);
      expect(step.log).toContain('Verified SHA-256');
      expectNothingPublished(hostile);
      expectSuccess(await setupGo(runner, { ...inputs, transparency: 'off' }));
    },
  );

  it.each(['auto', 'require'])('catches a fork, with both heads (%s)', async (mode) => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.99.1' }));
    answers = database.fork();
    const step = await setupGo(runner, { 'go-version': '1.99.2', transparency: mode });
    expectFailure(step, 'E_TRANSPARENCY', /two histories/);
    for (const head of [database.head(), answers.head()]) expect(step.log).toContain(head.split('\n')[2]);
    expect(existsSync(inToolCache(runner, mirrorTool(honest.url), '1.99.2', 'x64.complete'))).toBe(false);
  });

  it('that cannot be reached is told once and goes on; required, it fails', async () => {
    honest.fault(/^\/db\//, { kind: 'silent' });
    const step = await setupGo(runner, { 'go-version': '1.99.1\n1.99.2' });
    expectSuccess(step);
    expect(step.log.match(/Not checked against the checksum database/g)).toHaveLength(1);
    // The second version does not wait for it any more.
    expect(asked()).toHaveLength(1);
    expect(sidecar().transparency).toBeUndefined();
    honest.clearFaults();
    honest.fault(/^\/db\//, { kind: 'status', status: 403 });
    // What is in the tool cache was not vouched for: it does not count.
    const required = await setupGo(runner, { 'go-version': '1.99.1', transparency: 'require' });
    expectFailure(required, 'E_TRANSPARENCY', /gives no answer/);
    honest.clearFaults();
    expectSuccess(await setupGo(runner, { 'go-version': '1.99.1', transparency: 'require' }));
    expect(sidecar().transparency).toMatchObject({ h1 });
  });

  it('asks nobody when it is off, offline, or has it already', async () => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.99.2', transparency: 'off' }));
    expect(asked()).toEqual([]);
    expectSuccess(await setupGo(runner, { 'go-version': '1.99.1', transparency: 'require' }));
    honest.forget();
    const inputs = { 'go-version': '1.99.1', transparency: 'require', offline: 'true' };
    expectSuccess(await setupGo(runner, inputs));
    expectFailure(await setupGo(runner, { ...inputs, 'go-version': '1.99.2' }), 'E_NETWORK', /[Oo]ffline/);
    expect(asked()).toEqual([]);
  });

  it('does not ask Go’s own database about a build that is not go.dev’s, and says so', async () => {
    const step = await setupGo(runner, { 'go-version': '1.99.1' }, { env: { GOSUMDB: '' } });
    expectSuccess(step);
    expect(step.log).toContain('sum.golang.org knows the official builds only');
  });

  it('refuses what rules a required check out, and a GOSUMDB that is none', async () => {
    const inputs = { 'go-version': '1.99.1', transparency: 'require' };
    expectFailure(
      await setupGo(runner, inputs, { env: { GOSUMDB: 'off' } }),
      'E_TRANSPARENCY',
      /GOSUMDB is off/,
    );
    expectFailure(await setupGo(runner, inputs, { env: { GOSUMDB: 'nonsense' } }), 'E_INPUT', /GOSUMDB/);
  });
});
