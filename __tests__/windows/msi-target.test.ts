import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { createRunner, runStep } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess, repo } from './steps.ts';

jest.setTimeout(3 * 60_000);

const GO = 'C:\\Program Files\\Go';

// H3: an MSI removes only files that it owns, so two Goes in one directory get mixed.
await describePrivateWindows('a directory that no registered Go owns', (lab) => {
  let scene: MsiScene;
  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2']);
  }, PREPARATION_MS);
  afterEach(async () => await rm(scene.machine.goRoot, { recursive: true, force: true }));
  afterAll(async () => await scene?.close());

  async function write(directory: string, files: Record<string, string>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
      await writeFile(path.join(directory, name), content);
    }
  }

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'the Go of a ZIP',
      { VERSION: 'go1.88.8\n', 'bin/go.exe': 'x', 'src/fmt/print.go': 'package fmt\n' },
      /go1\.88\.8/,
    ],
    ['what a removal left', { 'src/runtime/proc.go': 'package runtime\n' }, /it holds src/],
  ])('in the place of Go’s own stops the step: %s', async (_, files, message) => {
    await write(scene.machine.goRoot, files);
    const before = await scene.state();
    const step = await scene.step({ 'go-version': '1.99.1' });
    expectFailure(step, 'E_MSI_TARGET', message);
    expect(step.log).not.toContain('msiexec install');
    expect(await scene.state()).toEqual(before);
  });

  it('in msi-install-dir stops it too, with a Go elsewhere as without one', async () => {
    const directory = await lab.newScratch('foreign');
    await write(directory.host, { 'notes.txt': 'mine' });
    const inputs = { 'go-version': '1.99.2', 'msi-install-dir': directory.windows };
    expectFailure(await scene.step(inputs), 'E_MSI_TARGET', /notes\.txt/);
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    const before = await scene.state();
    expectFailure(await scene.step(inputs), 'E_MSI_TARGET', /notes\.txt/);
    expect(await scene.state()).toEqual(before);
    expect(await scene.works()).not.toContain('journal');
    await scene.clear();
  });

  it('is empty when nothing but directories is in it', async () => {
    await mkdir(path.join(scene.machine.goRoot, 'src', 'fmt'), { recursive: true });
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    await scene.clear();
  });

  it('is what an uninstallation leaves where people put files, and it says so', async () => {
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    await write(scene.machine.goRoot, { 'bin/gopls.exe': 'mine' });
    const step = await scene.step({ operation: 'uninstall' });
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('it holds bin') },
    ]);
    expectFailure(await scene.step({ 'go-version': '1.99.1' }), 'E_MSI_TARGET', /it holds bin/);
    await scene.clear();
  });

  it('is never there, though three runners want two versions at once: one after the other gets a Go that works', async () => {
    const wanted = ['1.99.1', '1.99.2', '1.99.1'];
    const steps = await Promise.all(
      wanted.map(async (version, index) => {
        const runner = await createRunner(lab, { name: `runner-${index}` });
        const inputs = {
          'install-method': 'msi',
          'msi-signature': 'off',
          'go-download-base-url': scene.mirror.url,
          'go-version': version,
        };
        return await runStep(repo, inputs, runner);
      }),
    );
    for (const [index, step] of steps.entries()) {
      expectSuccess(step);
      expect(step.outputs).toMatchObject({ 'go-version': wanted[index], goroot: GO });
    }
    expect(steps.some((step) => /Waiting for runner-\d .*\(process/.test(step.log))).toBe(true);
    // Whoever came last has the machine, and it is whole.
    const after = await scene.step({ 'go-version': '1.99.x' });
    expectSuccess(after);
    expect(after.log).toContain('Already installed');
    expect(await scene.works()).toMatch(/^go1\.99\.[12]$/);
  });
});
