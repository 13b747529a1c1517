import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { Broken } from '../../lab/msi/broken.ts';
import { buildMsi, type LabMsi } from '../../lab/msi/build.ts';
import { holdFiles, runGo } from '../../lab/msi/holder.ts';
import { msiMachine, packedGuid } from '../../lab/msi/machine.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { describePrivateWindows } from '../../lab/windows/suite.ts';

jest.setTimeout(3 * 60_000);

// Wine’s msiexec alone, without the action: what the other tests rely on, and where Wine is not Windows.
await describePrivateWindows('MSIs that fail under Wine’s msiexec', (lab) => {
  const machine = msiMachine(lab);
  const { msiexec, place, registered, version } = machine;
  let old: LabRelease;
  let fresh: LabRelease;
  let oldMsi: LabMsi;
  let freshMsi: LabMsi;

  beforeAll(async () => {
    [old, fresh] = (await madeUpReleases(['1.99.1', '1.99.2'])) as [LabRelease, LabRelease];
    [oldMsi, freshMsi] = [await buildMsi(old), await buildMsi(fresh)];
  });

  afterEach(async () => {
    await machine.clear(oldMsi, freshMsi);
    await rm(machine.goRoot, { recursive: true, force: true });
  });

  async function install(msi: LabMsi): Promise<string> {
    const file = await place(msi);
    expect(await msiexec(`/i "${file}"`)).toBe(0);
    return file;
  }

  // Neither Go is there after those that fail once the old one is gone (H1). Windows says 1620 for truncated.
  it.each<[Broken, number, string]>([
    ['fails-after-copy', 1603, 'none'],
    ['corrupt-cabinet', 1603, 'none'],
    ['launch-condition', 1603, 'go1.99.1'],
    ['wrong-architecture', 1633, 'go1.99.1'],
    ['truncated', 1627, 'go1.99.1'],
  ])('%s: exit code %i, then there is %s', async (broken, exitCode, left) => {
    await install(oldMsi);
    const bad = await place(await buildMsi(fresh, { broken }));
    expect(await msiexec(`/i "${bad}"`)).toBe(exitCode);
    expect(await version()).toBe(left);
    expect(await registered()).toEqual(left === 'none' ? [] : [packedGuid(oldMsi.productCode)]);
    expect(existsSync(path.join(machine.goRoot, 'bin', 'go.exe'))).toBe(left !== 'none');
  });

  it('a file held during an upgrade: 3010, the old file in the new tree, and a rename to come', async () => {
    await install(oldMsi);
    const holder = await holdFiles(lab, 'C:\\Program Files\\Go\\VERSION');
    expect(await msiexec(`/i "${await place(freshMsi)}"`)).toBe(3010);
    await holder.release();
    expect(await version()).toBe('go1.99.1');
    expect(await registered()).toEqual([packedGuid(freshMsi.productCode)]);
    const [deleted, nothing, source, target] = await machine.pending();
    expect([deleted, nothing, target]).toEqual([
      '\\??\\C:\\Program Files\\Go\\VERSION',
      '',
      '\\??\\C:\\Program Files\\Go\\VERSION',
    ]);
    expect(source).toMatch(/^\\\?\?\\C:\\Program Files\\Go\\msi[0-9a-f]+\.tmp$/);
    expect(await readdir(machine.goRoot)).toContain(source?.split('\\').at(-1));
  });

  it('a go.exe that runs: replaced under Wine, where Windows would ask for a reboot', async () => {
    await install(oldMsi);
    const holder = await runGo(lab, 'C:\\Program Files\\Go\\bin\\go.exe');
    expect(await msiexec(`/i "${await place(freshMsi)}"`)).toBe(0);
    expect(holder.pid).toBeGreaterThan(0);
    await holder.release();
    expect([await version(), await machine.goAnswers()]).toEqual([
      'go1.99.2',
      'go version go1.99.2 windows/amd64',
    ]);
  });
});
