import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { type ScriptedProgram, type ScriptedStep, scriptedProgram } from '../../lab/msi/scripted.ts';
import type { StepResult } from '../../lab/runner.ts';
import { type Manager, type ManagerTask, startManager } from '../../lab/scope/manager.ts';
import { REGISTRY_PATH } from '../../lab/windows/prefix.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure } from '../windows/steps.ts';

jest.setTimeout(10 * 60_000);

const GO_BIN = 'C:\\Program Files\\Go\\bin';
const ENVIRONMENT = 'HKLM\\System\\CurrentControlSet\\Control\\Session Manager\\Environment';
const MANAGED = `C:\\cm\\bin;${REGISTRY_PATH}`;

await describePrivateWindows(
  'another process that rewrites the PATH of the machine while its Go is changed',
  (lab) => {
    let scene: MsiScene;
    let msiexec: ScriptedProgram;
    let managers: Manager[];

    beforeAll(async () => {
      scene = await openMsiScene(lab, ['1.99.1', '1.99.2', '1.99.3']);
      msiexec = await scriptedProgram(lab, 'msiexec');
    }, PREPARATION_MS);
    beforeEach(async () => {
      managers = [];
      await msiexec.play([{ real: true, times: 'always' }]);
      await scene.clear();
      await set(REGISTRY_PATH);
      expect((await scene.step({ 'go-version': '1.99.1' })).annotations).toEqual([]);
    });
    afterEach(async () => {
      for (const manager of managers) await manager.stop();
      await lab.run('C:\\windows\\system32\\reg.exe', ['delete', ENVIRONMENT, '/v', 'GOROOT', '/f']);
    });
    afterAll(async () => await scene?.close());

    async function manage(task: ManagerTask): Promise<Manager> {
      const manager = await startManager(lab, [task]);
      managers.push(manager);
      return manager;
    }
    async function set(path: string): Promise<void> {
      await (await manage({ variables: { PATH: path } })).done();
    }
    /** A change by the real msiexec, which waits until the manager has done its work. */
    async function duringMsiexec(
      variables: Record<string, string>,
      inputs: Record<string, string>,
      when = '/i',
    ): Promise<StepResult> {
      const { windows } = await lab.newScratch('gate');
      const steps: ScriptedStep[] = [
        { when, waitFor: `${windows}\\open`, real: true },
        { real: true, times: 'always' },
      ];
      await msiexec.play(steps);
      const manager = await manage({
        when: 'C:\\lab\\msiexec\\call-*',
        variables,
        report: `${windows}\\open`,
      });
      const step = await scene.step(inputs);
      expect(await manager.done()).toEqual([]);
      return step;
    }
    /** A change by the real msiexec, after whose end the manager does its work, before the step is through. */
    async function afterMsiexec(
      variables: Record<string, string>,
      inputs: Record<string, string>,
    ): Promise<StepResult> {
      const { windows } = await lab.newScratch('gate');
      const gate = `${windows}\\go`;
      const manager = await manage({ when: `${gate}.asked`, variables, report: `${gate}.open` });
      const step = await scene.step(inputs, { env: { LAB_GO_GATE: gate } });
      expect(await manager.done()).toEqual([]);
      return step;
    }
    const path = async () => {
      const [, hex = ''] = /=hex\(2\):(.*)$/s.exec((await scene.state()).path) ?? [];
      return Buffer.from(hex.replace(/[\\\s,]/g, ''), 'hex')
        .toString('utf16le')
        .replace(/\0$/, '');
    };
    function expectWarned(step: StepResult, ...warnings: RegExp[]): void {
      expect([step.exitCode, step.exitCode === 0 ? '' : step.log]).toEqual([0, '']);
      expect(step.annotations).toMatchObject(
        warnings.map((message) => ({ level: 'warning', message: expect.stringMatching(message) })),
      );
    }

    it('with an entry of its own is a warning, and Go and the entry are both there', async () => {
      const step = await duringMsiexec(
        { PATH: `C:\\cm\\bin;${REGISTRY_PATH};${GO_BIN}` },
        { 'go-version': '1.99.2' },
      );
      expectWarned(
        step,
        /^Something else changed the machine's PATH during the installation: it added C:\\cm\\bin\. .*configuration manager/,
      );
      expect(await scene.works()).toBe('go1.99.2');
      expect((await path()).split(';')).toEqual(expect.arrayContaining(['C:\\cm\\bin', GO_BIN]));
    });

    it('to what it was without Go is a warning that says so, and what to do', async () => {
      const step = await afterMsiexec({ PATH: REGISTRY_PATH }, { 'go-version': '1.99.2' });
      expectWarned(step, /^C:\\Program Files\\Go\\bin is not on the machine's PATH.*operation: repair/);
      expect(await path()).toBe(REGISTRY_PATH);
      // This job has it all the same.
      expect(await scene.works()).toBe('go1.99.2');
      expectWarned(await scene.step({ operation: 'repair' }));
      expect((await path()).split(';')).toContain(GO_BIN);
    });

    it('to something else altogether is both warnings', async () => {
      const step = await afterMsiexec({ PATH: MANAGED, GOROOT: 'C:\\cm\\go' }, { 'go-version': '1.99.2' });
      expectWarned(
        step,
        /it added C:\\cm\\bin/,
        /is not on the machine's PATH/,
        /GOROOT during the installation, from none to C:\\cm\\go/,
      );
      expect(await scene.works()).toBe('go1.99.2');
    });

    it('during a change that fails is left as the other one wants it, and the old Go is back', async () => {
      const url = await scene.breaking('go1.99.3', 'fails-after-copy');
      const step = await duringMsiexec(
        { PATH: `${MANAGED};${GO_BIN}` },
        { 'go-version': '1.99.3', 'go-download-base-url': url },
      );
      expectFailure(step, 'E_MSI_FAILED', /go1\.99\.1 works/);
      expect(step.annotations[0]?.message).toMatch(
        /^The PATH of the machine is left as it is.*it added C:\\cm\\bin/i,
      );
      expect(await scene.works()).toBe('go1.99.1');
      expect((await path()).split(';')).toEqual(expect.arrayContaining(['C:\\cm\\bin', GO_BIN]));
    });

    it('during an uninstallation is a warning, and Go’s entry is gone', async () => {
      const step = await duringMsiexec({ PATH: `${MANAGED};${GO_BIN}` }, { operation: 'uninstall' }, '/x');
      expectWarned(step, /PATH during the uninstallation: it added C:\\cm\\bin/);
      expect(await scene.state()).toMatchObject({ registered: [], tree: {} });
      // Wine leaves the semicolon.
      expect((await path()).replace(/;$/, '')).toBe(MANAGED);
    });
  },
);
