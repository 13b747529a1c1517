import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { runOnWindows } from '../../lab/windows/modules.ts';
import { describeWindows } from '../../lab/windows/suite.ts';
import type { EnvironmentValues } from '../../src/machine/machine-path.ts';
import type { Facts, Finding } from '../../src/msi/preflight.ts';
import type { MsiProduct } from '../../src/msi/products.ts';

jest.setTimeout(120_000);

const CODE = '{F00DFACE-0000-4000-8000-0000000000C0}';
const NAME = 'Go Programming Language amd64 go1.99rc1';

await describeWindows('facts of Go on Windows', (lab) => {
  it('a registered Go is read from a real registry', async () => {
    const scratch = await lab.newScratch('product');
    await writeFile(path.join(scratch.host, 'cached.msi'), 'msi');
    const products = await runOnWindows<MsiProduct[]>(
      lab,
      `const { writeValue } = await load('windows/registry');
       const { runProgram, systemProgram } = await load('windows/system-programs');
       const { packGuid } = await load('msi/packed-guid');
       const { readProducts, UPGRADE_CODES } = await load('msi/products');
       const classes = 'HKLM\\\\SOFTWARE\\\\Classes\\\\Installer';
       const current = 'HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion';
       const packed = packGuid(args.code);
       const index = classes + '\\\\UpgradeCodes\\\\' + packGuid(UPGRADE_CODES.x64);
       const product = classes + '\\\\Products\\\\' + packed;
       const data = current + '\\\\Installer\\\\UserData\\\\S-1-5-18\\\\Products\\\\' + packed;
       const listed = current + '\\\\Uninstall\\\\' + args.code;
       const put = (key, name, data) => writeValue(key, name, { type: 'sz', data });
       try {
         await put(index, packed, '');
         await put(listed, 'DisplayName', args.name);
         await put(listed, 'InstallLocation', args.directory + '\\\\Go \\u00fc\\\\');
         await put(data + '\\\\InstallProperties', 'LocalPackage', args.directory + '\\\\cached.msi');
         await put(product, 'ProductName', args.name);
         await put(product + '\\\\SourceList', 'PackageName', 'go1.99rc1.windows-amd64.msi');
         return await readProducts();
       } finally {
         await writeValue(index, packed, undefined);
         for (const key of [product, data, listed]) await runProgram(systemProgram('reg.exe'), ['delete', key, '/f', '/reg:64']);
       }`,
      { code: CODE, name: NAME, directory: scratch.windows },
    );
    expect(products).toContainEqual({
      productCode: CODE,
      goVersion: 'go1.99rc1',
      version: '1.99.0-rc.1',
      architecture: 'x64',
      installDir: `${scratch.windows}\\Go ü`,
      localPackage: `${scratch.windows}\\cached.msi`,
      packageName: 'go1.99rc1.windows-amd64.msi',
      displayName: NAME,
      installSource: '',
    });
  });

  it("the machine's PATH is read as it stands", async () => {
    const environment = await runOnWindows<EnvironmentValues>(
      lab,
      `const { readEnvironmentValues } = await load('machine/machine-path'); return readEnvironmentValues('machine');`,
    );
    expect(environment.path).toEqual({ type: 'expand_sz', data: expect.stringContaining('%SystemRoot%') });
  });

  it('a preflight on a machine without Go looks at everything, and goes on', async () => {
    const scratch = await lab.newScratch('preflight');
    const { facts, findings } = await runOnWindows<{ facts: Facts; findings: Finding[] }>(
      lab,
      `const { gatherFacts, preflight } = await load('msi/preflight');
       const { inspectInstallDir } = await load('msi/tree');
       const installDir = args.directory + '\\\\deep\\\\Go';
       const facts = await gatherFacts({
         version: '1.99.0', architecture: 'x64', installDir, product: undefined, products: [], wayBack: undefined,
         tree: await inspectInstallDir(installDir, undefined, undefined),
         machine: { architecture: 'x64', hosted: false },
       });
       return { facts, findings: preflight(facts) };`,
      { directory: scratch.windows },
    );
    expect(facts.write).toEqual({ directory: scratch.windows });
    expect(facts.space[0]?.free).toBeGreaterThan(0);
    expect(facts.services.find(({ name }) => name === 'msiserver')?.start).toBe(3);
    expect(facts.held).toEqual({ held: [], denied: [], looked: 0, complete: true });
    // A machine of the tests' own may be short of rights or space; Wine's is not.
    if (lab.kind === 'wine') expect(findings.filter(({ level }) => level === 'stop')).toEqual([]);
    expect(findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['elevation', 'write', 'space', 'target', 'held']),
    );
  });

  it('a preflight stops for a foreign directory with a held file, and names both', async () => {
    const scratch = await lab.newScratch('foreign');
    await mkdir(path.join(scratch.host, 'bin'));
    await writeFile(path.join(scratch.host, 'bin', 'go.exe'), '');
    const findings = await runOnWindows<Finding[]>(
      lab,
      `const { openSync } = await import('node:fs');
       const { gatherFacts, preflight } = await load('msi/preflight');
       const { inspectInstallDir } = await load('msi/tree');
       openSync(args.directory + '\\\\bin\\\\go.exe', 2 | 0x10000000);
       return preflight(await gatherFacts({
         version: '1.99.0', architecture: 'x64', installDir: args.directory, product: undefined, products: [], wayBack: undefined,
         tree: await inspectInstallDir(args.directory, undefined, undefined),
         machine: { architecture: 'x64', hosted: false },
       }));`,
      { directory: scratch.windows },
    );
    const stops = new Map(findings.filter(({ level }) => level === 'stop').map(({ id, text }) => [id, text]));
    expect(stops.get('target')).toContain('it holds bin');
    expect(stops.get('held')).toContain(`${scratch.windows}\\bin\\go.exe`);
  });
});
