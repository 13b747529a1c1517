import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buildMsi, type LabMsi } from '../../lab/msi/build.ts';
import { msiMachine, packedGuid, SESSION_MANAGER } from '../../lab/msi/machine.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { describePrivateWindows } from '../../lab/windows/suite.ts';

const INSTALLER = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer';
const UNINSTALL = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

jest.setTimeout(3 * 60_000);

// Wine’s msiexec alone, without the action: what the other tests rely on, and where Wine is not Windows.
await describePrivateWindows('the MSIs of the lab under Wine’s msiexec', (lab) => {
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

  it('installs: the tree, go.exe, what Windows knows of it, PATH and GOPATH', async () => {
    await install(oldMsi);
    expect(await machine.goAnswers()).toBe('go version go1.99.1 windows/amd64');
    expect(await registered()).toEqual([packedGuid(oldMsi.productCode)]);
    const entry = await machine.registry(`${UNINSTALL}\\${oldMsi.productCode}`);
    expect(entry).toContain('"DisplayName"="Go Programming Language amd64 go1.99.1"');
    expect(entry).toContain('"InstallLocation"="C:\\\\Program Files\\\\Go\\\\"');
    expect(entry).toContain('"Publisher"="https://go.dev"');
    expect(await machine.registry('HKCU\\Environment')).toMatch(/"GOPATH"="C:\\\\users\\\\\w+\\\\go"/);
    const { stdout } = await lab.run('C:\\windows\\system32\\reg.exe', [
      'query',
      `${SESSION_MANAGER}\\Environment`,
      '/v',
      'PATH',
    ]);
    expect(stdout).toMatch(/;C:\\Program Files\\Go\\bin\s*$/);
  });

  it('upgrades, downgrades and stays, always with one Go', async () => {
    await install(oldMsi);
    await install(freshMsi);
    expect([await version(), await registered()]).toEqual(['go1.99.2', [packedGuid(freshMsi.productCode)]]);
    await install(oldMsi);
    await install(oldMsi);
    expect([await version(), await registered()]).toEqual(['go1.99.1', [packedGuid(oldMsi.productCode)]]);
  });

  it('installs where it is told; Wine has to be told again when it uninstalls', async () => {
    const file = await place(oldMsi);
    const directory = 'INSTALLDIR="C:\\my tools\\Go lang"';
    const goExe = path.join(lab.driveC, 'my tools', 'Go lang', 'bin', 'go.exe');
    expect(await msiexec(`/i "${file}" ${directory}`)).toBe(0);
    expect(existsSync(goExe)).toBe(true);
    expect(await msiexec(`/x ${oldMsi.productCode} ${directory}`)).toBe(0);
    expect(existsSync(goExe)).toBe(false);
    expect(await registered()).toEqual([]);
    expect(await msiexec(`/x ${oldMsi.productCode}`)).toBe(1605);
  });

  it('knows the same version in other content as another product, and replaces it', async () => {
    const [other] = await madeUpReleases(['1.99.1'], { files: { 'src/extra.go': 'package extra\n' } });
    const otherMsi = await buildMsi(other as LabRelease);
    await install(oldMsi);
    await install(otherMsi);
    expect(await registered()).toEqual([packedGuid(otherMsi.productCode)]);
    expect(await msiexec(`/x ${otherMsi.productCode}`)).toBe(0);
  });

  describe('what repairs', () => {
    const all = 'REINSTALL=ALL REINSTALLMODE=vamus INSTALLDIR="C:\\Program Files\\Go"';

    it.each([
      ['/i MSI REINSTALL=ALL REINSTALLMODE=vamus', (file: string) => `/i "${file}" ${all}`, 0, 'go1.99.1'],
      ['/i {ProductCode} likewise', () => `/i ${oldMsi.productCode} ${all}`, 0, 'go1.99.1'],
      ['/fa MSI: not under Wine', (file: string) => `/fa "${file}"`, 1605, 'none'],
    ])('%s', async (_, line, exitCode, expected) => {
      const file = await install(oldMsi);
      await rm(path.join(machine.goRoot, 'VERSION'));
      await writeFile(path.join(machine.goRoot, 'src', 'fmt', 'print.go'), 'spoiled');
      expect(await msiexec(line(file))).toBe(exitCode);
      expect(await version()).toBe(expected);
      if (exitCode !== 0) return;
      expect(await readFile(path.join(machine.goRoot, 'src', 'fmt', 'print.go'), 'utf8')).toContain(
        'package fmt',
      );
    });

    it('the MSI that Windows keeps: whole, and good for a new installation when it was copied away', async () => {
      await install(oldMsi);
      const local = /"LocalPackage"="(.*?)"/.exec(
        await machine.registry(
          `${INSTALLER}\\UserData\\S-1-5-18\\Products\\${packedGuid(oldMsi.productCode)}`,
        ),
      )?.[1];
      const kept = await readFile(lab.toHost((local ?? '').replaceAll('\\\\', '\\')));
      expect(kept.equals(await readFile(oldMsi.path))).toBe(true);
      const scratch = await lab.newScratch('kept');
      await writeFile(path.join(scratch.host, oldMsi.filename), kept);
      expect(await msiexec(`/x ${oldMsi.productCode}`)).toBe(0);
      expect(await msiexec(`/i "${scratch.windows}\\${oldMsi.filename}"`)).toBe(0);
      expect([await version(), await registered()]).toEqual(['go1.99.1', [packedGuid(oldMsi.productCode)]]);
    });
  });
});
