import { copyFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it, jest } from '@jest/globals';
import { buildMsi, type LabMsi } from '../../lab/msi/build.ts';
import { holdFiles } from '../../lab/msi/holder.ts';
import { scriptedProgram } from '../../lab/msi/scripted.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { runOnWindows } from '../../lab/windows/modules.ts';
import { describePrivateWindows } from '../../lab/windows/suite.ts';
import type { EnvironmentValues } from '../../src/machine/machine-path.ts';
import type { MsiProduct } from '../../src/msi/products.ts';
import type { SignatureVerdict } from '../../src/msi/signature.ts';
import type { TreeFinding } from '../../src/msi/tree.ts';
import type { HolderSearch } from '../../src/windows/holders.ts';
import type { PendingRename } from '../../src/windows/reboot.ts';

jest.setTimeout(180_000);

const GO = 'C:\\Program Files\\Go';
const READ = `const { readProducts } = await load('msi/products'); return readProducts();`;

await describePrivateWindows('a Go that a real msiexec installed', (lab) => {
  let [older, newer]: LabMsi[] = [];
  let home = '';
  const msiexec = async (...args: string[]) =>
    (await lab.run('C:\\windows\\system32\\msiexec.exe', [...args, '/qn'])).exitCode;
  const inspect = (expected?: object) =>
    runOnWindows<TreeFinding>(
      lab,
      `const { inspectInstallDir } = await load('msi/tree'); return inspectInstallDir(args.directory, args.expected, undefined);`,
      { directory: GO, expected },
    );
  const put = async (msi: LabMsi) => {
    const scratch = await lab.newScratch('msi');
    home = scratch.windows;
    await copyFile(msi.path, path.join(scratch.host, msi.filename));
    return `${scratch.windows}\\${msi.filename}`;
  };

  beforeAll(async () => {
    const releases = await madeUpReleases(['1.99.1', '1.99.2']);
    [older, newer] = await Promise.all(releases.map((release) => buildMsi(release)));
  }, 300_000);

  it('is read, and its tree is whole until something is missing', async () => {
    expect(await runOnWindows(lab, READ)).toEqual([]);
    expect(await inspect()).toMatchObject({ state: 'absent' });
    expect(await msiexec('/i', await put(older as LabMsi))).toBe(0);
    const [product] = await runOnWindows<MsiProduct[]>(lab, READ);
    expect(product).toMatchObject({
      productCode: older?.productCode,
      goVersion: 'go1.99.1',
      version: '1.99.1',
      architecture: 'x64',
      installDir: GO,
      packageName: older?.filename,
      localPackage: expect.stringMatching(/^C:\\windows\\Installer\\\w+\.msi$/i),
      installSource: `${home}\\`,
    });
    expect(await inspect(product)).toMatchObject({ state: 'whole', goVersion: 'go1.99.1' });
    await rm(lab.toHost(`${GO}\\bin\\go.exe`));
    expect(await inspect(product)).toMatchObject({ state: 'broken' });
    const environment = await runOnWindows<EnvironmentValues>(
      lab,
      `const { readEnvironmentValues } = await load('machine/machine-path'); return readEnvironmentValues('machine');`,
    );
    expect(environment.path).toMatchObject({
      type: 'expand_sz',
      data: expect.stringMatching(/;C:\\Program Files\\Go\\bin$/),
    });
  });

  it('gives way to another, and what a held file leaves for the next start is seen', async () => {
    const before = await runOnWindows(
      lab,
      `const { readPendingRenames } = await load('windows/reboot'); return readPendingRenames();`,
    );
    const held = await holdFiles(lab, `${GO}\\VERSION`);
    await msiexec('/i', await put(newer as LabMsi)); // 3010
    await held.release();
    const added = await runOnWindows<PendingRename[]>(
      lab,
      `const { diffPending, readPendingRenames } = await load('windows/reboot');
       return diffPending(args.before, await readPendingRenames(), args.directory);`,
      { before, directory: GO },
    );
    const [left] = (await readdir(lab.toHost(GO))).filter((name) => name.endsWith('.tmp'));
    expect(added).toEqual([{ from: `${GO}\\VERSION` }, { from: `${GO}\\${left}`, to: `${GO}\\VERSION` }]);
    const [product, ...others] = await runOnWindows<MsiProduct[]>(lab, READ);
    expect(others).toEqual([]);
    expect(product).toMatchObject({ productCode: newer?.productCode, goVersion: 'go1.99.2' });
    expect(await inspect(product)).toMatchObject({
      state: 'broken',
      reason: 'VERSION says go1.99.1, not go1.99.2',
    });
  });

  it('is signed, and held, by whom PowerShell says', async () => {
    const powershell = await scriptedProgram(lab, 'powershell');
    await powershell.play([
      {
        when: 'Get-AuthenticodeSignature',
        stdout: `{"value":{"status":"Valid","subject":"CN=Google LLC, O=Google LLC, C=US","thumbprint":"AB","timestamped":true}}\r\n`,
      },
      { when: 'RmGetList', stdout: '{"value":[{"pid":4,"name":"Code.exe","commandLine":"code ."}]}\r\n' },
      { when: 'Win32_Process', stdout: '{"value":null}\r\n' },
    ]);
    try {
      const { verdict, search } = await runOnWindows<{ verdict: SignatureVerdict; search: HolderSearch }>(
        lab,
        `const { judgeSignature, readSignature } = await load('msi/signature');
         const { nameHolders } = await load('windows/holders');
         process.env.PSModulePath = 'C:\\\\pwsh7';
         return {
           verdict: judgeSignature(await readSignature('C:\\\\x.msi'), 'require', 'Google LLC'),
           search: await nameHolders([args.directory + '\\\\VERSION'], args.directory),
         };`,
        { directory: GO },
      );
      expect(verdict).toMatchObject({ level: 'note', answered: true });
      expect(search.holders).toEqual([
        { pid: 4, name: 'Code.exe', commandLine: 'code .', evidence: 'holds a file' },
      ]);
      const calls = await powershell.calls();
      expect(calls).toHaveLength(3);
      for (const { environment, commandLine } of calls) {
        expect(environment.filter((line) => /^psmodulepath=/i.test(line))).toEqual([]);
        expect(commandLine).toContain('-NoProfile -NonInteractive');
      }
      expect(calls[0]?.environment).toContain('SETUP_GO_WIN_ARGS={"file":"C:\\\\x.msi"}');
    } finally {
      await powershell.remove();
    }
  });

  it('is none after it is gone', async () => {
    expect(await msiexec('/x', newer?.productCode ?? '')).toBe(0);
    expect(await runOnWindows(lab, READ)).toEqual([]);
  });
});
