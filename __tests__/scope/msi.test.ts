import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { startJob } from '../../lab/runner.ts';
import { labNoise, MSI_ROOTS, type Root, zipRoots } from '../../lab/scope/roots.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure } from '../windows/steps.ts';
import { expectScope, type ScopedStep, type ScopeExpectation } from './expect-scope.ts';

jest.setTimeout(10 * 60_000);

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows(
  'what a step with an MSI changes of a whole Windows, in files and registry',
  (lab) => {
    let scene: MsiScene;
    let declared: Root[];
    let scope: ScopeExpectation;
    const touched = new Set<string>();

    beforeAll(async () => {
      scene = await openMsiScene(lab, ['1.99.1', '1.99.2', '1.99.3']);
      declared = [...zipRoots(scene.runner), ...MSI_ROOTS];
      scope = await expectScope(scene.runner, labNoise(scene.runner));
    }, PREPARATION_MS);
    afterAll(async () => await scene?.close());

    async function change(inputs: Record<string, string>): Promise<ScopedStep> {
      const scoped = await scope.within(declared, () => scene.step(inputs));
      for (const name of scoped.touched) touched.add(name);
      return scoped;
    }
    async function succeed(inputs: Record<string, string>, goVersion: string): Promise<ScopedStep> {
      const scoped = await change(inputs);
      expect([scoped.result.exitCode, scoped.result.exitCode === 0 ? '' : scoped.result.log]).toEqual([
        0,
        '',
      ]);
      if (goVersion !== '') expect(await scene.works()).toBe(goVersion);
      return scoped;
    }

    it('that fails at the first installation is packages, logs and diagnostics; none of Go is left', async () => {
      const url = await scene.breaking('go1.99.3', 'fails-after-copy');
      const before = await scene.state();
      const { result } = await change({ 'go-version': '1.99.3', 'go-download-base-url': url });
      expectFailure(result, 'E_MSI_FAILED', /there is none now/);
      expect(await scene.state()).toEqual(before);
    });

    it('that installs is Go, what Windows Installer knows of it, PATH, and the action’s part of the machine', async () => {
      await succeed({ 'go-version': '1.99.1' }, 'go1.99.1');
    });

    it('that finds its Go is nothing', async () => {
      // The runner empties RUNNER_TEMP.
      await startJob(scene.runner);
      const { changes } = await succeed({ 'go-version': '1.99.1' }, '');
      expect(changes).toEqual([]);
    });

    it.each<[string, Record<string, string>, string]>([
      ['upgrades', { 'go-version': '1.99.2' }, 'go1.99.2'],
      ['downgrades', { 'go-version': '1.99.1' }, 'go1.99.1'],
      ['rolls back', { operation: 'rollback' }, 'go1.99.2'],
      ['changes no environment', { 'go-version': '1.99.1', 'update-environment': 'false' }, 'go1.99.1'],
    ])('that %s is no more than that', async (_what, inputs, goVersion) => {
      await succeed(inputs, goVersion);
    });

    it('that repairs is what was broken', async () => {
      await rm(path.join(scene.machine.goRoot, 'src'), { recursive: true });
      const { changes } = await succeed({ operation: 'repair' }, 'go1.99.1');
      expect(changes.map(({ place }) => place)).toContain('C:\\Program Files\\Go\\src\\fmt\\print.go');
    });

    it('that fails, and puts the old Go back, is as little, and the machine is as it was', async () => {
      const url = await scene.breaking('go1.99.3', 'fails-after-copy');
      const before = await scene.state();
      const { result } = await change({ 'go-version': '1.99.3', 'go-download-base-url': url });
      expectFailure(result, 'E_MSI_FAILED', /go1\.99\.1 works/);
      expect(await scene.works()).toBe('go1.99.1');
      expect(await scene.state()).toEqual(before);
    });

    it('that is refused beforehand is its diagnostics alone', async () => {
      const { result, touched: where } = await change({ 'go-version': '1.77.1' });
      expectFailure(result, 'E_NOT_FOUND', /1\.77\.1/);
      expect(where.filter((name) => name !== 'machine-root')).toEqual(['RUNNER_TEMP']);
    });

    it('that uninstalls takes out what came', async () => {
      const { changes } = await succeed({ operation: 'uninstall' }, '');
      expect(await scene.state()).toMatchObject({ registered: [], tree: {} });
      const kept = changes.filter(
        ({ what, place }) => what === 'added' && !/^C:\\(?:ProgramData|lab)\\/.test(place),
      );
      expect(kept).toEqual([]);
    });

    it('meets every place that is declared for MSIs: none is declared for nothing', () => {
      expect(MSI_ROOTS.map(({ name }) => name).filter((name) => !touched.has(name))).toEqual([]);
    });
  },
);
