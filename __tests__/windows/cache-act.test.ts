import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildAct } from '../../lab/act/build.ts';
import { type ActResult, runAct } from '../../lab/act/run.ts';
import { actWorkspace } from '../../lab/act/workspace.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { moduleProxy } from '../../lab/releases/go-modules.ts';
import { realRelease } from '../../lab/releases/real.ts';
import { standInTar } from '../../lab/releases/tar.ts';
import type { Scratch } from '../../lab/windows/lab.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

const PATIENCE_MS = 10 * 60_000;

/** The cache service is act's own: another's work, which knows nothing of this action. tar.exe is a stand-in under Wine. */
await describeWindows('the module cache, run by act against the cache service that comes with it', (lab) => {
  let mirror: Mirror;
  let actionCache: Scratch;
  let environment: Record<string, string>;
  let tar: Scratch;
  let tarLog: string;
  let modules: Scratch;
  let builds: Scratch;

  beforeAll(async () => {
    await buildAct();
    mirror = await startMirror([await realRelease('1.26.6')]);
    actionCache = await lab.newScratch('act-cache');
    tar = await standInTar(lab);
    tarLog = path.join(tar.host, 'calls.log');
    modules = await lab.newScratch('modules');
    builds = await lab.newScratch('builds');
    environment = {
      GOMODCACHE: modules.windows,
      GOCACHE: builds.windows,
      GO_DOWNLOAD_BASE_URL: mirror.url,
      GOPROXY: `file:///${lab.toWindows(await moduleProxy()).replaceAll('\\', '/')}`,
      GOSUMDB: 'off',
      TAR_STAND_IN_LOG: lab.toWindows(tarLog),
    };
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());

  /** A run of the example on a machine with nothing in its caches; the cache service is the same for all. */
  async function runOnNewMachine(): Promise<ActResult> {
    // Where they lie is part of what a cache is found by.
    for (const { host } of [modules, builds]) {
      await rm(host, { recursive: true });
      await mkdir(host);
    }
    return await runAct(lab, 'examples/workflows/module-cache.yml', {
      workspace: await actWorkspace(lab, 'act-module-cache'),
      actionCache,
      path: [tar.windows],
      env: environment,
    });
  }
  const step = (run: ActResult, name: string, stage = 'Main') =>
    run.jobs[0]?.steps.find((one) => one.name === name && one.stage === stage);

  it(
    'the first run saves; the second restores, builds without any proxy, and has nothing to save',
    async () => {
      const first = await runOnNewMachine();
      expect({ log: first.log, exitCode: first.exitCode }).toMatchObject({ exitCode: 0 });
      const key = step(first, 'Set up Go')?.outputs['cache-key'];
      expect(key).toMatch(/^setup-go-win-windows-x64-go1\.26\.6-[0-9a-f]{64}$/);
      expect(step(first, 'Set up Go')?.outputs).toMatchObject({
        'cache-hit': 'false',
        'cache-matched-key': '',
      });
      expect(step(first, 'Set up Go', 'Post')?.output.join('\n')).toContain(`saved in`);

      const second = await runOnNewMachine();
      expect({ log: second.log, exitCode: second.exitCode }).toMatchObject({ exitCode: 0 });
      expect(step(second, 'Set up Go')?.outputs).toMatchObject({
        'cache-hit': 'true',
        'cache-key': key,
        'cache-matched-key': key,
      });
      expect(step(second, 'Run it')?.output).toEqual([expect.stringMatching(/76d71d1b-203b-51c3-b17d/)]);
      expect(existsSync(path.join(modules.host, 'github.com', 'google', 'uuid@v1.6.0'))).toBe(true);
      expect(await readdir(modules.host)).not.toContain('setup-go-win.unfinished');
      expect(step(second, 'Set up Go', 'Post')?.output ?? []).toEqual([]);
      expect([first, second].flatMap((run) => run.jobs[0]?.steps.flatMap((one) => one.annotations))).toEqual(
        [],
      );
      if (lab.kind === 'wine') {
        const calls = (await readFile(tarLog, 'utf8')).split('\n');
        expect(calls.filter((call) => / -cf /.test(call))).toHaveLength(1);
        expect(calls.filter((call) => /^-xf /.test(call))).toHaveLength(1);
      }
    },
    PATIENCE_MS,
  );
});
