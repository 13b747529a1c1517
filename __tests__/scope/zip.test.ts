import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type CacheService, startCacheService } from '../../lab/cache-service.ts';
import { openCancellation } from '../../lab/cancel.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { realRelease } from '../../lab/releases/real.ts';
import { standInTar } from '../../lab/releases/tar.ts';
import { goTreeOf } from '../../lab/releases/wheel.ts';
import { createRunner, finishJob, type Runner, startJob, startStep } from '../../lab/runner.ts';
import {
  cacheRoots,
  labNoise,
  leaseRoots,
  metricsRoots,
  type Root,
  zipRoots,
} from '../../lab/scope/roots.ts';
import type { Scratch } from '../../lab/windows/lab.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectFailure, expectSuccess, inToolCache, repo, setupGo } from '../windows/steps.ts';
import { expectScope, type ScopeExpectation } from './expect-scope.ts';

jest.setTimeout(10 * 60_000);

const TOOL = 'RUNNER_TOOL_CACHE\\go-<mirror>';
const STATE = 'RUNNER_TOOL_CACHE\\.setup-go-win';

await describePrivateWindows(
  'what a step with a ZIP changes of a whole Windows, in files and registry',
  (lab) => {
    let mirror: Mirror;
    let service: CacheService;
    let tar: Scratch;
    let modules: Scratch;
    let builds: Scratch;
    let runner: Runner;
    let roots: Root[];
    let scope: ScopeExpectation;

    beforeAll(async () => {
      mirror = await startMirror(await madeUpReleases(['1.98.1', '1.98.2']));
      service = await startCacheService();
      tar = await standInTar(lab);
      modules = await lab.newScratch('modules');
      builds = await lab.newScratch('builds');
    }, PREPARATION_MS);
    afterAll(async () => {
      await service?.close();
      await mirror?.close();
    });
    beforeEach(async () => {
      const name = Object.keys(lab.baseEnvironment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
      runner = await createRunner(lab, {
        environment: {
          GO_DOWNLOAD_BASE_URL: mirror.url,
          GOMODCACHE: modules.windows,
          GOCACHE: builds.windows,
          PATH: `${tar.windows};${lab.baseEnvironment[name] ?? ''}`,
          ...service.environment,
        },
      });
      await writeFile(path.join(runner.workspace.host, 'go.mod'), 'module m\n\ngo 1.98\n');
      // The runner itself makes its directory for file commands.
      await startJob(runner);
      roots = zipRoots(runner);
      scope = await expectScope(runner, labNoise(runner));
    });
    afterEach(() => mirror.clearFaults());

    /** The next step of a new job. */
    async function step(inputs: Record<string, string> = {}) {
      await startJob(runner);
      return await setupGo(runner, { 'go-version': '1.98.1', ...inputs });
    }
    const inTool = (...names: string[]) => inToolCache(runner, mirrorTool(mirror.url), ...names);

    it('that installs is its version, and its part of a tool cache that it makes', async () => {
      await rm(runner.toolCache.host, { recursive: true });
      const { result, touched, changes } = await scope.within(roots, () => step());
      expectSuccess(result);
      expect(touched).toEqual(['RUNNER_TOOL_CACHE', TOOL, STATE]);
      expect(changes.filter(({ what }) => what !== 'added')).toEqual([]);
    });

    it.each<[string, Record<string, string>]>([
      ['a hit', {}],
      ['a hit with verify: always', { verify: 'always' }],
      ['a hit with cache: false', { cache: 'false' }],
      ['a hit with update-environment: false', { 'update-environment': 'false' }],
      ['a hit with check-latest', { 'check-latest': 'true' }],
    ])('that finds its Go is its lease: %s', async (_what, inputs) => {
      expectSuccess(await step());
      const { result } = await scope.within(leaseRoots(runner), () => step(inputs));
      expectSuccess(result);
      expect(result.outputs['tool-cache-hit']).toBe('true');
    });

    it('that finds a real go.exe, and asks it, is its lease: go counts no use of its own in the profile', async () => {
      const { path: zip } = await realRelease('1.26.6');
      const goExe = (await goTreeOf(zip)).find(({ name }) => name === 'go/bin/go.exe');
      const files = { 'bin/go.exe': inflateRawSync(goExe?.data ?? Buffer.alloc(0)) };
      const real = await startMirror(await madeUpReleases(['1.26.6'], { files }));
      try {
        const inputs = { 'go-version': '1.26.6', 'go-download-base-url': real.url, verify: 'always' };
        const { result } = await scope.within(roots, () => step(inputs));
        expectSuccess(result);
        expect(result.log).toContain('go version go1.26.6 windows/amd64');
        const hit = await scope.within(leaseRoots(runner), () => step(inputs));
        expect(hit.result.outputs['tool-cache-hit']).toBe('true');
        // That it would, where it is not asked in the action's way.
        const telemetry = { name: 'telemetry', place: /^C:\\users\\[^\\]+\\AppData\\Roaming\\go(?:\\|$)/ };
        const bare = await scope.within([telemetry], async () => {
          await lab.run(result.outputs['go-path'] ?? '', ['version']);
          return result;
        });
        expect(bare.touched).toEqual(['telemetry']);
      } finally {
        await real.close();
      }
    });

    it('that repairs a torn tree is that tree', async () => {
      expectSuccess(await step());
      await rm(inTool('1.98.1', 'x64.complete'));
      await rm(inTool('1.98.1', 'x64', 'src'), { recursive: true });
      await mkdir(inTool('1.98.1', '.x64-00000000', 'bin'), { recursive: true });
      const { result, touched } = await scope.within(roots, () => step());
      expectSuccess(result);
      expect(result.log).toMatch(/is torn.*installing it anew/);
      expect(touched).toEqual([TOOL, STATE]);
      expect(await readdir(inTool('1.98.1'))).toEqual(['x64', 'x64.complete', 'x64.setup-go-win.json']);
    });

    it.each([
      ['a file with wrong bytes', 'files', { kind: 'corrupt' }, 'E_CHECKSUM'],
      ['a download that is refused', 'files', { kind: 'status', status: 403 }, 'E_NETWORK'],
      ['half a list', 'list', { kind: 'list', how: 'truncated' }, 'E_LIST'],
    ] as const)(
      'that fails is its diagnostics, below RUNNER_TEMP: %s',
      async (_what, target, fault, code) => {
        expectSuccess(await step({ 'go-version': '1.98.2' }));
        mirror.fault(target, fault);
        const { result, touched } = await scope.within(roots, () => step({ 'check-latest': 'true' }));
        expectFailure(result, code, /./);
        // A lock file stays where it was made.
        expect(touched.filter((name) => name !== STATE)).toEqual(['RUNNER_TEMP']);
        expect(existsSync(lab.toHost(result.outputs['diagnostics-path'] ?? ''))).toBe(true);
      },
    );

    it('that is cancelled while it downloads is what the next run removes', async () => {
      mirror.fault('files', { kind: 'stall', after: 1000 });
      const { env, cancel } = await openCancellation(lab);
      await startJob(runner);
      const { result } = await scope.within(roots, async () => {
        const running = await startStep(repo, { 'go-version': '1.98.1' }, runner, { env });
        while (!/Installing go1\.98\.1/.test(await running.log())) await sleep(50);
        await cancel();
        return await running.result;
      });
      expectFailure(result, 'E_CANCELLED', /SIGINT/);
      mirror.clearFaults();
      const next = await scope.within(roots, () => step());
      expectSuccess(next.result);
      expect(await readdir(inTool('1.98.1'))).toEqual(['x64', 'x64.complete', 'x64.setup-go-win.json']);
    });

    it('with metrics-file is that file, too', async () => {
      const file = `${runner.workspace.windows}\\setup-go.prom`;
      for (const inputs of [{}, {}, { 'go-version': '1.98.99' }]) {
        const { touched } = await scope.within([...roots, ...metricsRoots(file)], () =>
          step({ 'metrics-file': file, ...inputs }),
        );
        expect(touched).toContain('metrics-file');
      }
      expect((await readdir(runner.workspace.host)).sort()).toEqual(['go.mod', 'setup-go.prom']);
    });

    it('with update-environment: false is its version, and nothing for later steps', async () => {
      const { result, touched } = await scope.within(roots, () => step({ 'update-environment': 'false' }));
      expectSuccess(result);
      expect([result.env, result.path]).toEqual([{}, []]);
      expect(touched).toEqual([TOOL, STATE]);
    });

    it('with caching is GOMODCACHE and GOCACHE, too, and with its post step no more', async () => {
      const declared = [...roots, ...cacheRoots(modules.windows, builds.windows)];
      expectSuccess((await scope.within(declared, () => step({ cache: 'true' }))).result);
      await writeFile(path.join(modules.host, 'module.go'), 'package module\n');
      await writeFile(path.join(builds.host, '00'), 'built');
      const saved = await scope.within(declared, async () => {
        const [post] = await finishJob(runner);
        if (post === undefined) throw new Error('There was no post step');
        return post;
      });
      expect(saved.result.log).toMatch(/^Module cache saved/);
      expect(saved.touched.filter((name) => name !== 'RUNNER_TEMP')).toEqual([STATE]); // the lease
      for (const { host } of [modules, builds]) await rm(host, { recursive: true });
      const restored = await scope.within(declared, () => step({ cache: 'true' }));
      expect(restored.result.outputs['cache-hit']).toBe('true');
      expect(restored.touched).toEqual(expect.arrayContaining(['GOMODCACHE', 'GOCACHE']));
    });
  },
);
