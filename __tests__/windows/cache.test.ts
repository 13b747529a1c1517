import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type CacheService, startCacheService } from '../../lab/cache-service.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { standInTar } from '../../lab/releases/tar.ts';
import { createRunner, finishJob, type Runner, type StepResult } from '../../lab/runner.ts';
import type { Scratch } from '../../lab/windows/lab.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectSuccess, setupGo } from './steps.ts';

jest.setTimeout(300_000);

const VERSION = '1.98.1';
const MODULE = ['example.com', 'greeting@v1.0.0', 'greeting.go'];

await describeWindows(
  'the module cache, against a cache service of the lab (tar.exe is a stand-in under Wine)',
  (lab) => {
    let mirror: Mirror;
    let service: CacheService;
    let tar: Scratch;
    let modules: Scratch;
    let builds: Scratch;
    let runner: Runner;

    beforeAll(async () => {
      mirror = await startMirror(await madeUpReleases([VERSION]));
      tar = await standInTar(lab);
      modules = await lab.newScratch('modules');
      builds = await lab.newScratch('builds');
    }, PREPARATION_MS);
    afterAll(async () => await mirror?.close());
    beforeEach(async () => {
      service = await startCacheService();
      runner = await newRunner();
      await emptyCaches();
    });
    afterEach(async () => await service.close());

    async function newRunner(environment: Record<string, string> = {}): Promise<Runner> {
      const name = Object.keys(lab.baseEnvironment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
      const made = await createRunner(lab, {
        environment: {
          GO_DOWNLOAD_BASE_URL: mirror.url,
          GOMODCACHE: modules.windows,
          GOCACHE: builds.windows,
          PATH: `${tar.windows};${lab.baseEnvironment[name] ?? ''}`,
          ...service.environment,
          ...environment,
        },
      });
      await writeFile(path.join(made.workspace.host, 'go.mod'), 'module m\n\ngo 1.98\n');
      return made;
    }
    async function emptyCaches(): Promise<void> {
      for (const { host } of [modules, builds]) {
        await rm(host, { recursive: true, force: true });
        await mkdir(host);
      }
    }
    /** What a build leaves. */
    async function build(text = 'package greeting\n'): Promise<void> {
      const file = path.join(modules.host, ...MODULE);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text, { mode: 0o444 });
      for (let number = 0; number < 20; number++)
        await writeFile(path.join(modules.host, 'example.com', `${number}`), '');
      await writeFile(path.join(builds.host, '00'), 'built');
    }
    const setup = async (inputs: Record<string, string> = {}): Promise<StepResult> => {
      const step = await setupGo(runner, { 'go-version': VERSION, cache: 'true', ...inputs });
      expectSuccess(step);
      return step;
    };
    const finish = async (): Promise<string> => {
      const posts = await finishJob(runner);
      for (const post of posts) expectSuccess(post);
      return posts.map((post) => post.log).join('');
    };
    const isRestored = () => existsSync(path.join(modules.host, ...MODULE));

    /** A job that saves, on a machine that is then gone. */
    async function savedJob(): Promise<string> {
      const { outputs } = await setup();
      await build();
      expect(await finish()).toMatch(
        /^Module cache saved in .*: setup-go-win-windows-x64-go1\.98\.1-[0-9a-f]{64}\n$/,
      );
      await emptyCaches();
      return outputs['cache-key'] ?? '';
    }

    it('is saved after a job that began with nothing, and restored in the next, which saves nothing', async () => {
      const key = await savedJob();
      const { outputs } = await setup();
      expect(outputs).toMatchObject({ 'cache-hit': 'true', 'cache-key': key, 'cache-matched-key': key });
      expect(isRestored()).toBe(true);
      expect(await finish()).toBe('');
      expect(service.saved).toHaveLength(1);
    });

    it('takes the nearest where the dependencies have changed, and saves under the new key', async () => {
      const old = await savedJob();
      await writeFile(
        path.join(runner.workspace.host, 'go.mod'),
        'module m\n\ngo 1.98\n\nrequire a.example v1.0.0\n',
      );
      const { outputs, log } = await setup({ 'cache-key-prefix': '' });
      expect(outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': old });
      expect(log).toContain(`${old}, the nearest to ${outputs['cache-key']}`);
      expect(isRestored()).toBe(true);
      expect(await finish()).toContain(`: ${outputs['cache-key']}`);
      expect(service.saved.map(({ key }) => key)).toEqual([old, outputs['cache-key']]);
    });

    it('is not saved after a job that failed', async () => {
      await setup();
      await build();
      runner.jobHasFailed = true;
      expect(await finish()).toBe('');
      expect(service.saved).toEqual([]);
    });

    it('is not saved with restore-only, nor where there is nothing in it', async () => {
      await setup({ cache: 'restore-only' });
      await build();
      expect(await finish()).toBe('');
      await emptyCaches();
      await setup();
      expect(await finish()).toMatch(/nothing to save/);
      expect(service.saved).toEqual([]);
    });

    it('is not packed where another job has saved the same key meanwhile', async () => {
      await setup();
      const other = service.saved;
      const first = runner;
      runner = await newRunner();
      await savedJob();
      runner = first;
      await build();
      expect(await finish()).toMatch(/another job has saved/);
      expect(other).toHaveLength(1);
    });

    it('is not restored over modules that are there, and they stay as they are', async () => {
      const key = await savedJob();
      await build("package greeting // this machine's\n");
      const { outputs, log } = await setup();
      expect(outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': key });
      expect(log).toMatch(/has modules already/);
      expect(log).not.toMatch(/File exists/);
      expect(await finish()).toBe('');
    });

    it('leaves no half of it where unpacking fails', async () => {
      await savedJob();
      runner = await newRunner({ TAR_STAND_IN: 'fail' });
      const { outputs, log } = await setup();
      expect(outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': '' });
      expect(log).toMatch(
        /holds what an unfinished restore left: it is removed\nThe module cache is not used: .*tar\.exe/,
      );
      expect(existsSync(modules.host)).toBe(false);
    });

    it('removes what a run left that was killed while it restored', async () => {
      await build('half');
      await writeFile(path.join(modules.host, 'setup-go-win.unfinished'), '');
      const { log } = await setup();
      expect(log).toMatch(/unfinished restore/);
      expect(await readdir(path.dirname(modules.host))).not.toContain(path.basename(modules.host));
    });

    it.each([
      ['answers 500', 'error'],
      ['takes requests and never answers', 'hang'],
    ] as const)('costs no job, and half a minute at most, where the service %s', async (_, fault) => {
      service.fault = fault;
      const step = await setup();
      expect(step.log).toMatch(/The module cache is not used: /);
      expect(step.wallMs).toBeLessThan(60_000);
      expect(step.outputs).toMatchObject({
        'go-version': VERSION,
        'cache-hit': 'false',
        'cache-matched-key': '',
      });
      expect(await finish()).toBe('');
    });

    it('costs no job where the service takes nothing any more by the time of saving', async () => {
      await setup();
      await build();
      service.fault = 'deny';
      expect(await finish()).toMatch(/^The module cache is not saved: /);
    });

    it('says that there is no service, or none that can be reached', async () => {
      runner = await newRunner({ ACTIONS_RESULTS_URL: '' });
      expect((await setup()).log).toMatch(/No module cache: the runner offers no cache service/);
      runner = await newRunner({ ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' });
      expect((await setup()).log).toMatch(/The module cache is not used: .*(?:ECONNREFUSED|more than)/);
    });

    it('is off on a self-hosted runner, and for a tag on a hosted one, without asking the service', async () => {
      expect((await setup({ cache: '' })).log).toMatch(/a self-hosted runner keeps its own/);
      runner = await newRunner({ RUNNER_ENVIRONMENT: 'github-hosted', GITHUB_REF_TYPE: 'tag' });
      expect((await setup({ cache: '' })).log).toMatch(/the run is for a tag/);
      expect(service.requests).toEqual([]);
    });

    it('moves to the drive of RUNNER_TEMP on a hosted runner whose profile lies on another, for later steps too', async () => {
      const { windows: toolCache } = runner.toolCache;
      await setup({ cache: 'false' });
      // There is no such drive: what the step needs it finds on C, and the service has no cache.
      const hosted = {
        RUNNER_ENVIRONMENT: 'github-hosted',
        RUNNER_TEMP: 'Q:\\a\\_temp',
        RUNNER_TOOL_CACHE: toolCache,
      };
      runner = await newRunner({ ...hosted, GOMODCACHE: '', GOCACHE: '' });
      const moved = { GOMODCACHE: 'Q:\\setup-go-win\\mod', GOCACHE: 'Q:\\setup-go-win\\build' };
      expect((await setup({ cache: '' })).env).toMatchObject(moved);
      runner = await newRunner({ ...hosted, GOCACHE: '' });
      const { env } = await setup({ cache: '' });
      expect(env).toMatchObject({ GOCACHE: moved.GOCACHE });
      expect(env).not.toHaveProperty('GOMODCACHE');
      runner = await newRunner({ ...hosted, GOMODCACHE: '', GOCACHE: '' });
      expect((await setup({ cache: '', 'update-environment': 'false' })).env).toEqual({});
    });
  },
);
