import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Broken } from '../../lab/msi/broken.ts';
import { packedGuid } from '../../lab/msi/machine.ts';
import { type MachineState, type MsiScene, openMsiScene, writeMachinePath } from '../../lab/msi/scene.ts';
import type { StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

/** Long, with letters of other scripts, quotes, empty entries and variables that nobody sets. */
const ODD_PATH = `%SystemRoot%\\system32;C:\\ü ß;"C:\\a;b";;${'C:\\long;'.repeat(200)}%Nope%;C:\\日本;`;

await describePrivateWindows('an MSI that fails', (lab) => {
  let scene: MsiScene;
  let before: MachineState;
  const packagesOf = (goVersion: string) =>
    readdir(path.join(scene.root, 'msi')).then((names) =>
      names.filter((name) => name.startsWith(`${goVersion}-`)),
    );

  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  /** The log of each attempt is named, and there. */
  function expectLogs(step: StepResult): void {
    const logs = [...step.log.matchAll(/log (C:\\ProgramData\\setup-go-win\\logs\\\S+\.log)/g)];
    expect(logs.length).toBeGreaterThan(0);
    for (const [, log = ''] of logs)
      expect({ log, there: existsSync(lab.toHost(log)) }).toEqual({ log, there: true });
  }

  it.each<[Broken, string]>([
    ['fails-after-copy', 'E_MSI_FAILED'],
    ['wrong-architecture', 'E_MSI_PLATFORM'],
  ])('as the first one leaves nothing: %s', async (broken, code) => {
    const url = await scene.breaking('go1.99.2', broken);
    const state = await scene.state();
    const step = await scene.step({ 'go-version': '1.99.2', 'go-download-base-url': url });
    expectFailure(step, code, /There was no Go of this kind on the machine before, and there is none now/);
    expectLogs(step);
    expect(await scene.state()).toEqual(state);
    expect(await scene.journal()).toBeUndefined();
  });

  it('is preceded by one that works', async () => {
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    await writeMachinePath(lab, `${ODD_PATH}C:\\Program Files\\Go\\bin;C:\\after`);
    before = await scene.state();
    expect(before.path.length).toBeGreaterThan(ODD_PATH.length);
  });

  // H1: the old Go is gone by the time that the first two fail. The others fail before. Windows says 1620 for truncated, Wine 1627.
  it.each<[Broken, string, RegExp]>([
    ['fails-after-copy', 'E_MSI_FAILED', /Recovery: reinstall-old/],
    ['corrupt-cabinet', 'E_MSI_FAILED', /Recovery: reinstall-old/],
    ['launch-condition', 'E_MSI_FAILED', /Recovery: nothing/],
    ['wrong-architecture', 'E_MSI_PLATFORM', /Recovery: nothing/],
    ['truncated', 'E_MSI_INTERNAL', /Recovery: nothing/],
  ])('as an upgrade leaves the old Go and the PATH as they were: %s', async (broken, code, did) => {
    const url = await scene.breaking('go1.99.2', broken);
    const step = await scene.step({ 'go-version': '1.99.2', 'go-download-base-url': url });
    expectFailure(step, code, /go1\.99\.1 works, in C:\\Program Files\\Go/);
    expect(step.log).toMatch(did);
    expectLogs(step);
    expect(await scene.state()).toEqual(before);
    expect(await scene.journal()).toBeUndefined();
  });

  it('leaves nothing to do for the next step that wants the old Go', async () => {
    const next = await scene.step({ 'go-version': '1.99.1' });
    expectSuccess(next);
    expect(next.log).toContain('Already installed');
    expect(await scene.works()).toBe('go1.99.1');
  });

  it('is not even tried where its hash is another one', async () => {
    scene.mirror.fault('files', { kind: 'corrupt' });
    const step = await scene.step({ 'go-version': '1.99.2' });
    scene.mirror.clearFaults();
    expectFailure(step, 'E_CHECKSUM', /SHA-256/);
    expect(step.log).not.toContain('msiexec');
    expect(await scene.state()).toEqual(before);
  });

  it('is no way on where the old MSI is nowhere to be had', async () => {
    await forgetOldMsi();
    const url = await scene.without('go1.99.1');
    const step = await scene.step({ 'go-version': '1.99.2', 'go-download-base-url': url });
    expectFailure(step, 'E_MSI_SOURCE', /go1\.99\.1.*its MSI is nowhere to be had/);
    expect(step.log).not.toContain('msiexec install');
    expect(await scene.state()).toEqual(before);
  });

  it('is survived by an old MSI that has to be downloaded first', async () => {
    const url = await scene.breaking('go1.99.2', 'fails-after-copy');
    const step = await scene.step({ 'go-version': '1.99.2', 'go-download-base-url': url });
    expectFailure(step, 'E_MSI_FAILED', /go1\.99\.1 works/);
    expect(step.log).toContain('Downloading go1.99.1.windows-amd64.msi');
    expect(await packagesOf('go1.99.1')).toHaveLength(1);
    expect(await scene.state()).toEqual(before);
  });

  /** Neither Windows Installer nor the action has it any more. */
  async function forgetOldMsi(): Promise<void> {
    const packed = packedGuid(scene.msis[0]?.productCode ?? '');
    const products =
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Products';
    const text = await scene.machine.registry(`${products}\\${packed}`);
    const [, local = ''] = /"LocalPackage"="(.*?)"/.exec(text) ?? [];
    await rm(lab.toHost(local.replaceAll('\\\\', '\\')));
    for (const name of await packagesOf('go1.99.1'))
      await rm(path.join(scene.root, 'msi', name), { recursive: true });
  }
});
