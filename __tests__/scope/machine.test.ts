import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { finishJob, startJob } from '../../lab/runner.ts';
import { labNoise, MACHINE_ROOTS, type Root, zipRoots } from '../../lab/scope/roots.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure } from '../windows/steps.ts';
import { expectScope, type ScopedStep, type ScopeExpectation } from './expect-scope.ts';

jest.setTimeout(10 * 60_000);

/** What the stand-in for junctions keeps beside Windows. */
const JUNCTIONS: Root = { name: 'the table of the lab’s junctions', place: /^C:\\lab-junctions/ };

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows(
  'what a step with scope: machine changes of a whole Windows, junctions played by Unix links',
  (lab) => {
    let scene: MachineScene;
    let declared: Root[];
    let scope: ScopeExpectation;
    const touched = new Set<string>();

    beforeAll(async () => {
      scene = await openMachineScene(lab, ['1.98.0', '1.99.1', '1.99.2']);
      declared = [...zipRoots(scene.runner), ...MACHINE_ROOTS];
      scope = await expectScope(scene.runner, [...labNoise(scene.runner), JUNCTIONS]);
    }, PREPARATION_MS);
    afterAll(async () => await scene?.close());

    async function succeed(inputs: Record<string, string>): Promise<ScopedStep> {
      const scoped = await scope.within(declared, () => scene.step(inputs));
      for (const name of scoped.touched) touched.add(name);
      const { exitCode, log } = scoped.result;
      expect([exitCode, exitCode === 0 ? '' : log]).toEqual([0, '']);
      return scoped;
    }

    it.each<[string, Record<string, string>]>([
      ['installs', { 'go-version': '1.98.0\n1.99.1' }],
      ['installs another version', { 'go-version': '1.99.2', 'machine-goroot': 'true' }],
      ['rolls back', { operation: 'rollback' }],
      ['switches', { operation: 'switch', 'go-version': '1.99.2' }],
    ])('that %s is versions, the link, PATH and GOROOT', async (_what, inputs) => {
      await succeed(inputs);
      await finishJob(scene.runner);
    });

    it('that finds its Go is a lease, and that asks for the status nothing', async () => {
      await startJob(scene.runner);
      const { changes } = await succeed({ 'go-version': '1.99.2' });
      expect(changes.filter(({ place }) => !/\\\.setup-go-win\\/.test(place))).toEqual([]);
      await startJob(scene.runner);
      expect((await succeed({ operation: 'status' })).changes).toEqual([]);
    });

    it('that prunes is what it removes, and nothing where it is a dry run', async () => {
      await finishJob(scene.runner);
      const prune = { operation: 'prune', 'keep-versions': '1' };
      expect((await succeed({ ...prune, 'dry-run': 'true' })).changes).toEqual([]);
      const { result, changes } = await succeed(prune);
      expect(JSON.parse(result.outputs['pruned'] ?? '')).toMatchObject([{ 'go-version': '1.98.0' }]);
      const outside = changes.filter(({ place }) => !/\\versions\\[^\\]+\\1\.98\.0/.test(place));
      expect(outside.filter(({ place }) => !/\\\.setup-go-win\\/.test(place))).toEqual([]);
    });

    it('that repairs is what was broken', async () => {
      await rm(path.join(scene.tree('1.99.2'), 'src'), { recursive: true });
      await succeed({ operation: 'repair' });
    });

    it('that fails before the switch is its diagnostics alone', async () => {
      const { result, touched: where } = await scope.within(declared, () =>
        scene.step({ operation: 'switch', 'go-version': '1.97.0' }),
      );
      expectFailure(result, 'E_NOT_FOUND', /1\.97\.0/);
      expect(where.filter((name) => name !== 'machine-root')).toEqual(['RUNNER_TEMP']);
    });

    it('that uninstalls takes out what came', async () => {
      await succeed({ operation: 'uninstall', 'go-version': '1.99.1' });
      await succeed({ operation: 'uninstall' });
      expect(await scene.path()).not.toContain('setup-go-win');
      expect(
        await scene.machine('HKLM\\System\\CurrentControlSet\\Control\\Session Manager\\Environment'),
      ).not.toContain('GOROOT');
    });

    it('meets every place that is declared: none is declared for nothing', () => {
      // That of the user is written without an administrator's rights: __tests__/windows/machine-account.test.ts.
      const met = MACHINE_ROOTS.map(({ name }) => name).filter((name) => !touched.has(name));
      expect(met).toEqual(['PATH and GOROOT of the user']);
    });
  },
);
