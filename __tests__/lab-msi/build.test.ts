import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { buildMsi } from '../../lab/msi/build.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { describeMsiTools } from '../../lab/windows/suite.ts';

jest.setTimeout(5 * 60_000);

await describeMsiTools('an MSI of the lab', (tools) => {
  async function release(
    version: string,
    architecture: 'x64' | 'x86' | 'arm64' = 'x64',
  ): Promise<LabRelease> {
    const [made] = await madeUpReleases([version], { architectures: [architecture] });
    return made as LabRelease;
  }

  /** The rows of a table, without its three lines of header. */
  async function table(msi: { path: string }, name: string): Promise<string[][]> {
    const text = await tools.run('msiinfo', ['export', tools.inner(msi.path), name], path.dirname(msi.path));
    const lines = text.trimEnd().split(/\r?\n/).slice(3);
    return lines.map((line) => line.split('\t'));
  }

  it('says of itself what Go’s own says', async () => {
    const msi = await buildMsi(await release('1.99.1'));
    expect(msi.filename).toBe('go1.99.1.windows-amd64.msi');
    expect(path.basename(msi.path)).toBe(msi.filename);
    expect(msi.productCode).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
    expect(Object.fromEntries(await table(msi, 'Property'))).toMatchObject({
      ALLUSERS: '1',
      Manufacturer: 'https://go.dev',
      ProductCode: msi.productCode,
      ProductName: 'Go Programming Language amd64 go1.99.1',
      ProductVersion: '1.99.1',
      UpgradeCode: '{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}',
    });
    expect(await table(msi, 'LaunchCondition')).toEqual([
      ['VersionNT >= 603', 'Windows 10 or greater required.'],
    ]);
  });

  it('removes every other version first, outside of its own transaction', async () => {
    const msi = await buildMsi(await release('1.99.1'));
    // From version 0, inclusive (256), to no end; features go along (1).
    expect(await table(msi, 'Upgrade')).toEqual([
      [msi.upgradeCode, '0', '', '', '257', '', 'WIX_UPGRADE_DETECTED'],
    ]);
    const sequence = (await table(msi, 'InstallExecuteSequence')).sort((a, b) => Number(a[2]) - Number(b[2]));
    const actions = sequence.map(([action]) => action);
    expect(actions.slice(actions.indexOf('InstallValidate')).slice(0, 3)).toEqual([
      'InstallValidate',
      'RemoveExistingProducts',
      'InstallInitialize',
    ]);
    expect(actions.slice(-2)).toEqual(['SetApplicationRootDirectory', 'InstallFinalize']);
  });

  it('has the tree below INSTALLDIR, one component a file, and Go’s changes of the environment', async () => {
    const msi = await buildMsi(await release('1.99.1'));
    const directories = await table(msi, 'Directory');
    expect(directories).toContainEqual(['INSTALLDIR', 'ProgramFiles64Folder', 'Go']);
    const names = (await table(msi, 'File')).map(([, , name]) => name);
    expect(names).toEqual(expect.arrayContaining(['VERSION', 'go.exe', 'a_b@v1.0.0 (old).txt']));
    expect(await table(msi, 'Component')).toHaveLength(names.length + 2);
    const environment = (await table(msi, 'Environment')).map(([, name, value]) => [name, value]);
    expect(environment).toEqual(
      expect.arrayContaining([
        ['=-*PATH', '[~];[INSTALLDIR]bin'],
        ['+-GOPATH', '[%USERPROFILE]\\go'],
        ['=-PATH', '[~];%USERPROFILE%\\go\\bin'],
      ]),
    );
  });

  it('has a product code for each content, and the version of a candidate in its name only', async () => {
    const candidate = await buildMsi(await release('1.99rc2'));
    const [first, second] = [await release('1.99.1'), await release('1.99.2')];
    const codes = new Set(
      [candidate, await buildMsi(first), await buildMsi(second)].map(({ productCode }) => productCode),
    );
    expect(codes.size).toBe(3);
    expect((await buildMsi(first)).productCode).toBe((await buildMsi(first)).productCode);
    expect([candidate.productName, candidate.productVersion]).toEqual([
      'Go Programming Language amd64 go1.99rc2',
      '1.99.0',
    ]);
  });

  it.each([
    [
      'x86',
      'go1.99.1.windows-386.msi',
      '{1C3114EA-08C3-11E1-9095-7FCA4824019B}',
      'ProgramFilesFolder',
      'Intel',
    ],
    [
      'arm64',
      'go1.99.1.windows-arm64.msi',
      '{21ADE9A3-3FDD-4BA6-BEA6-C85ABADC9488}',
      'ProgramFiles64Folder',
      'Arm64',
    ],
  ] as const)('%s: %s', async (architecture, filename, upgradeCode, folder, platform) => {
    const msi = await buildMsi(await release('1.99.1', architecture));
    expect([msi.filename, msi.upgradeCode]).toEqual([filename, upgradeCode]);
    expect(await table(msi, 'Directory')).toContainEqual(['INSTALLDIR', folder, 'Go']);
    const summary = await tools.run('msiinfo', ['suminfo', tools.inner(msi.path)], path.dirname(msi.path));
    expect(summary).toContain(`Template: ${platform};1033`);
  });

  it('can be broken in the ways that matter', async () => {
    const made = await release('1.99.1');
    const failing = await buildMsi(made, { broken: 'fails-after-copy' });
    const [action] = (await table(failing, 'CustomAction')).filter(([name]) => name === 'FailAfterCopy');
    expect(action?.[1]).toBe('19');
    expect(await table(failing, 'InstallExecuteSequence')).toContainEqual([
      'FailAfterCopy',
      'NOT REMOVE',
      '4001',
    ]);
    const [sound, truncated, corrupt] = await Promise.all(
      [undefined, 'truncated' as const, 'corrupt-cabinet' as const].map(
        async (broken) => await buildMsi(made, { broken }),
      ),
    );
    expect(truncated?.size).toBeLessThan(sound?.size ?? 0);
    expect(await table(corrupt as never, 'Property')).toContainEqual(['ProductCode', corrupt?.productCode]);
    expect((await readFile(corrupt?.path ?? '')).includes(Buffer.alloc(100_000))).toBe(true);
  });
});
