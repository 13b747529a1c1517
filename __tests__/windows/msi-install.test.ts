import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MsiScene, openMsiScene, writeMachinePath } from '../../lab/msi/scene.ts';
import { scriptedProgram } from '../../lab/msi/scripted.ts';
import { runCommand } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows('install-method: msi', (lab) => {
  let scene: MsiScene;

  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.98.0', '1.99.1', '1.99.2']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  it('installs Go for the machine, gives it to later steps, and says so in the summary', async () => {
    const step = await scene.step({ 'go-version': '1.99.1' });
    expectSuccess(step);
    expect(step.outputs).toMatchObject({
      'go-version': '1.99.1',
      goroot: 'C:\\Program Files\\Go',
      'go-path': 'C:\\Program Files\\Go\\bin\\go.exe',
      source: 'msi',
      official: 'false',
      'tool-cache-hit': 'false',
      'reboot-required': 'false',
    });
    expect(step.env).toMatchObject({ GOROOT: 'C:\\Program Files\\Go', GOTOOLCHAIN: 'local' });
    expect(step.path).toContain('C:\\Program Files\\Go\\bin');
    expect(await scene.works()).toBe('go1.99.1');
    expect((await runCommand(scene.runner, 'go env GOROOT')).stdout.trim()).toBe('C:\\Program Files\\Go');
    expect(step.summary).toContain('go1.99.1');
  });

  it('finds it the second time, without msiexec, the network or any write', async () => {
    const msiexec = await scriptedProgram(lab, 'msiexec');
    await msiexec.play([]);
    scene.mirror.forget();
    const before = await readdir(scene.root, { recursive: true });
    for (const spec of ['1.99.1', '1.99.x', '>=1.98', '1.99']) {
      const step = await scene.step({ 'go-version': spec });
      expectSuccess(step);
      expect(step.log).toContain('Already installed: go1.99.1 in C:\\Program Files\\Go, whole');
      expect(step.outputs).toMatchObject({ 'go-version': '1.99.1', 'tool-cache-hit': 'true', source: 'msi' });
      expect(step.summary).toBe('');
    }
    expect(await msiexec.calls()).toEqual([]);
    expect(scene.mirror.requests).toEqual([]);
    expect(await readdir(scene.root, { recursive: true })).toEqual(before);
    await msiexec.remove();
  });

  it('with dry-run says what it would do, and does nothing of it', async () => {
    const msiexec = await scriptedProgram(lab, 'msiexec');
    await msiexec.play([]);
    const before = await readdir(scene.root, { recursive: true });
    const dry = async (inputs: Record<string, string>) => {
      const step = await scene.step({ ...inputs, 'dry-run': 'true' });
      expectSuccess(step);
      expect(step.log).toContain('Dry run: nothing was changed');
      expect([step.env, step.path]).toEqual([{}, []]);
      return step;
    };
    const install = await dry({ 'go-version': '1.99.2' });
    expect(install.log).toContain('go1.99.1 would be replaced by go1.99.2 in C:\\Program Files\\Go');
    expect(install.log).toMatch(/The MSI would come from http.*go1\.99\.2\.windows-amd64\.msi/);
    expect(install.outputs).toMatchObject({
      'go-version': '1.99.2',
      'tool-cache-hit': 'false',
      source: 'msi',
    });
    expect((await dry({ operation: 'repair' })).log).toContain('Would write every file of go1.99.1');
    expect((await dry({ operation: 'uninstall' })).log).toContain(
      'Would uninstall go1.99.1 from C:\\Program Files\\Go',
    );
    expectFailure(await scene.step({ operation: 'rollback', 'dry-run': 'true' }), 'E_NOT_FOUND', /roll/);
    expect(await msiexec.calls()).toEqual([]);
    expect(await readdir(scene.root, { recursive: true })).toEqual(before);
    expect(await scene.works()).toBe('go1.99.1');
    await msiexec.remove();
  });

  it('upgrades with check-latest, and answers stable by the list', async () => {
    // Long, odd and not the lab's own: it has to come through an upgrade with nothing but Go's entry moved.
    await writeMachinePath(lab, `%SystemRoot%\\system32;C:\\ü ß;"C:\\a;b";;${'C:\\long;'.repeat(150)}%Nope%`);
    const step = await scene.step({ 'go-version': '1.99.x', 'check-latest': 'true' });
    expectSuccess(step);
    expect(step.log).toContain('go1.99.1 is replaced by go1.99.2 in C:\\Program Files\\Go');
    expect(await scene.works()).toBe('go1.99.2');
    const stable = await scene.step({ 'go-version': 'stable' });
    expectSuccess(stable);
    expect(stable.log).toContain('Already installed: go1.99.2');
  });

  it('downgrades, and says that it does', async () => {
    const step = await scene.step({ 'go-version': '1.98.0' });
    expectSuccess(step);
    expect(step.log).toContain('which is the lower version');
    expect(await scene.works()).toBe('go1.98.0');
  });

  it('rolls back to the version before, and the second time returns', async () => {
    scene.mirror.forget();
    for (const version of ['1.99.2', '1.98.0']) {
      const step = await scene.step({ operation: 'rollback' });
      expectSuccess(step);
      expect(step.outputs['go-version']).toBe(version);
      expect(await scene.works()).toBe(`go${version}`);
    }
    // Both lie on the machine already.
    expect(scene.mirror.count('files')).toBe(0);
  });

  it('switches to a version whose MSI was kept, without a download, and names those that are there', async () => {
    scene.mirror.forget();
    for (const version of ['1.99.1', '1.98.0']) {
      const step = await scene.step({ operation: 'switch', 'go-version': version });
      expectSuccess(step);
      expect(await scene.works()).toBe(`go${version}`);
    }
    expect(scene.mirror.count('files')).toBe(0);
    expectFailure(
      await scene.step({ operation: 'switch', 'go-version': '1.97.x' }),
      'E_NOT_FOUND',
      /Versions that are there: 1\.98\.0, 1\.99\.1, 1\.99\.2/,
    );
    expect(await scene.machine.goAnswers()).toContain('go1.98.0 ');
  });

  it('uninstalls, keeps the MSI, and has nothing to do the second time', async () => {
    expectFailure(
      await scene.step({ operation: 'uninstall', 'go-version': '1.99.1' }),
      'E_NOT_FOUND',
      /1\.99\.1.*go1\.98\.0/s,
    );
    const step = await scene.step({ operation: 'uninstall' });
    expectSuccess(step);
    expect(step.log).toContain('go1.98.0 is uninstalled');
    expect(await scene.state()).toMatchObject({ registered: [], tree: {} });
    expect(await readdir(path.join(scene.root, 'msi'))).toContainEqual(
      expect.stringMatching(/^go1\.98\.0-x64-/),
    );
    const again = await scene.step({ operation: 'uninstall' });
    expectSuccess(again);
    expect(again.log).toContain('Nothing to uninstall');
  });

  it('returns from an uninstallation by rollback', async () => {
    const step = await scene.step({ operation: 'rollback' });
    expectSuccess(step);
    expect(await scene.works()).toBe('go1.98.0');
  });
});
