import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

const CUSTOM = 'C:\\my tools\\Go lang';

await describePrivateWindows('install-method: msi, where a tree is broken or elsewhere', (lab) => {
  let scene: MsiScene;
  const inGo = (...names: string[]) => path.join(scene.machine.goRoot, ...names);

  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  it('has nothing to repair, to roll back to or to choose from', async () => {
    expectFailure(await scene.step({ operation: 'repair' }), 'E_NOT_FOUND', /no Go for x64 to repair/);
    expectFailure(await scene.step({ operation: 'rollback' }), 'E_NOT_FOUND', /no version to roll back to/);
    expectFailure(await scene.step({ 'go-version': '1.99.1\n1.99.2' }), 'E_INPUT', /2 versions/);
    expect(await scene.state()).toMatchObject({ registered: [], tree: {} });
  });

  it('has nothing to roll back to after the first installation', async () => {
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    expectFailure(await scene.step({ operation: 'rollback' }), 'E_NOT_FOUND', /Registered is go1\.99\.1/);
    expect(await scene.works()).toBe('go1.99.1');
  });

  it.each<[string, string[], string | undefined]>([
    ['go.exe is missing', ['bin', 'go.exe'], undefined],
    ['a source is missing', ['src', 'runtime', 'proc.go'], undefined],
    ['VERSION names another Go', ['VERSION'], 'go1.77.7\ntime 2026-01-01T00:00:00Z\n'],
  ])('repairs by install where %s', async (_, names, content) => {
    const before = await scene.state();
    if (content === undefined) await rm(inGo(...names));
    else await writeFile(inGo(...names), content);
    const step = await scene.step({ 'go-version': '1.99.1' });
    expectSuccessWithWarnings(step, /belongs to go1\.99\.1, but/);
    expect(step.log).toContain('repairing it');
    expect(await scene.works()).toBe('go1.99.1');
    expect(await scene.state()).toEqual(before);
  });

  it('repairs by operation: repair, also what is whole, and no other version', async () => {
    const before = await scene.state();
    await rm(inGo('src'), { recursive: true });
    expectSuccessWithWarnings(await scene.step({ operation: 'repair' }), /belongs to go1\.99\.1, but/);
    expectSuccess(await scene.step({ operation: 'repair', 'go-version': '1.99.x' }));
    expectFailure(
      await scene.step({ operation: 'repair', 'go-version': '1.99.2' }),
      'E_NOT_FOUND',
      /1\.99\.2.*registered is go1\.99\.1/,
    );
    expect(await scene.works()).toBe('go1.99.1');
    expect(await scene.state()).toEqual(before);
    expectFailure(await scene.step({ operation: 'rollback' }), 'E_NOT_FOUND', /./);
  });

  it('installs into a directory with spaces, stays there, and leaves none of it', async () => {
    expectSuccess(await scene.step({ operation: 'uninstall' }));
    const goExe = path.join(lab.toHost(CUSTOM), 'bin', 'go.exe');
    const first = await scene.step({ 'go-version': '1.99.1', 'msi-install-dir': CUSTOM });
    expectSuccess(first);
    expect(first.outputs).toMatchObject({ goroot: CUSTOM, 'go-path': `${CUSTOM}\\bin\\go.exe` });
    expect(await scene.works()).toBe('go1.99.1');
    const upgrade = await scene.step({ 'go-version': '1.99.2' });
    expectSuccess(upgrade);
    expect(upgrade.outputs).toMatchObject({ goroot: CUSTOM });
    expect(await scene.works()).toBe('go1.99.2');
    expect(existsSync(scene.machine.goRoot)).toBe(false);
    expectSuccess(await scene.step({ operation: 'uninstall' }));
    expect([existsSync(goExe), await scene.machine.registered()]).toEqual([false, []]);
  });
});

function expectSuccessWithWarnings(step: Awaited<ReturnType<MsiScene['step']>>, warning: RegExp): void {
  const [first, ...others] = step.annotations;
  expect({ exitCode: step.exitCode, others, log: step.exitCode === 0 ? '' : step.log }).toEqual({
    exitCode: 0,
    others: [],
    log: '',
  });
  expect(first).toMatchObject({ level: 'warning', message: expect.stringMatching(warning) });
}
