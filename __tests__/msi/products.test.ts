import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findManagedGoes, managerOf } from '../../src/msi/owners.ts';
import { packGuid, unpackGuid } from '../../src/msi/packed-guid.ts';
import { readProducts } from '../../src/msi/products.ts';
import type { RegistryValue } from '../../src/windows/registry.ts';
import { writeTree } from '../toolcache/trees.ts';
import { registryOf, texts } from '../windows-facts/registry-stub.ts';

const CODE = '{4B1E35FB-7091-4D9A-85EE-F5725C43C3D6}';
const PACKED = 'BF53E1B41907A9D458EE5F27C5343C6D';
const AMD64 = '0567AE226CA41004FB924F8B77D51B0C';
const I386 = 'AE4113C13C801E110959F7AC844210B9';
const CLASSES = 'HKLM\\SOFTWARE\\Classes\\Installer';
const CURRENT = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const INDEXED: Record<string, RegistryValue> = { [PACKED]: { type: 'sz', data: '' } };

/** What an installation writes: as Windows Installer names it. */
function installed(
  name: string,
  extra: Record<string, string> = {},
): Record<string, Record<string, RegistryValue>> {
  const properties = texts({
    DisplayName: name,
    InstallLocation: 'C:\\Program Files\\Go\\',
    InstallSource: 'C:\\msi\\',
    ...extra,
  });
  return {
    [`${CLASSES}\\UpgradeCodes\\${AMD64}`]: INDEXED,
    [`${CURRENT}\\Uninstall\\${CODE}`]: properties,
    [`${CURRENT}\\Installer\\UserData\\S-1-5-18\\Products\\${PACKED}\\InstallProperties`]: properties,
    [`${CLASSES}\\Products\\${PACKED}`]: texts({ ProductName: name }),
    [`${CLASSES}\\Products\\${PACKED}\\SourceList`]: texts({ PackageName: 'go1.25.3.windows-amd64.msi' }),
  };
}

let root: string;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'products-'));
  env = {
    ProgramFiles: path.join(root, 'Program Files'),
    ProgramData: path.join(root, 'ProgramData'),
    USERPROFILE: path.join(root, 'user'),
    LOCALAPPDATA: path.join(root, 'local'),
  };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('packed GUIDs', () => {
  it.each([
    ['{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}', AMD64],
    ['{1C3114EA-08C3-11E1-9095-7FCA4824019B}', I386],
    ['{21ADE9A3-3FDD-4BA6-BEA6-C85ABADC9488}', '3A9EDA12DDF36AB4EB6A8CA5ABCD4988'],
    [CODE, PACKED],
  ])('%s is %s', (guid, packed) => {
    expect(packGuid(guid)).toBe(packed);
    expect(packGuid(guid.toLowerCase())).toBe(packed);
    expect(unpackGuid(packed.toLowerCase())).toBe(guid);
  });

  it('are told from other text', () => {
    expect(() => packGuid('22EA7650-4AC6-4001-BF29-F4B8775DB1C0')).toThrow(TypeError);
    expect(unpackGuid('Path')).toBeUndefined();
  });
});

describe('a registered Go', () => {
  it('is read with all that is on record', async () => {
    const msi = path.join(root, 'afaa.msi');
    writeFileSync(msi, 'msi');
    const read = registryOf(installed('Go Programming Language amd64 go1.25.3', { LocalPackage: msi }));
    expect(await readProducts({ read, env })).toEqual([
      {
        productCode: CODE,
        goVersion: 'go1.25.3',
        version: '1.25.3',
        architecture: 'x64',
        installDir: 'C:\\Program Files\\Go',
        localPackage: msi,
        packageName: 'go1.25.3.windows-amd64.msi',
        displayName: 'Go Programming Language amd64 go1.25.3',
        installSource: 'C:\\msi\\',
        owner: undefined,
      },
    ]);
  });

  it('is a release candidate by its name, whatever its DisplayVersion', async () => {
    const read = registryOf(
      installed('Go Programming Language arm64 go1.24rc1', { DisplayVersion: '1.24.0' }),
    );
    expect(await readProducts({ read, env })).toMatchObject([
      { goVersion: 'go1.24rc1', version: '1.24.0-rc.1', architecture: 'arm64' },
    ]);
  });

  it('of 32 bits stands in the other view', async () => {
    const read = registryOf({
      [`${CLASSES}\\UpgradeCodes\\${I386}`]: INDEXED,
      [`32:${CURRENT}\\Uninstall\\${CODE}`]: texts({
        DisplayName: 'Go Programming Language 386 go1.20',
        InstallLocation: 'D:\\',
      }),
    });
    expect(await readProducts({ read, env })).toMatchObject([
      { version: '1.20.0', architecture: 'x86', installDir: 'D:\\' },
    ]);
  });

  it('is found without the index, and without an entry in the list of programs', async () => {
    const all = installed('Go Programming Language amd64 go1.25.3');
    const { [`${CLASSES}\\UpgradeCodes\\${AMD64}`]: _index, ...listed } = all;
    const { [`${CURRENT}\\Uninstall\\${CODE}`]: _list, ...indexed } = all;
    expect(await readProducts({ read: registryOf(listed), env })).toHaveLength(1);
    expect(await readProducts({ read: registryOf(indexed), env })).toMatchObject([{ version: '1.25.3' }]);
  });

  it('without a cached MSI has none to go back to', async () => {
    const gone = path.join(root, 'gone.msi');
    const read = registryOf(installed('Go Programming Language amd64 go1.25.3', { LocalPackage: gone }));
    expect(await readProducts({ read, env })).toMatchObject([{ localPackage: undefined }]);
  });

  it('without a recorded place is looked for, and only that very Go will do', async () => {
    const name = 'Go Programming Language amd64 go1.25.3';
    const read = registryOf({
      ...installed(name, { InstallLocation: '' }),
      'HKCU\\Software\\GoProgrammingLanguage': texts({ installLocation: `${path.join(root, 'other')}/` }),
    });
    writeTree(path.join(root, 'other'), 'go1.24.0', 'x64');
    expect(await readProducts({ read, env })).toMatchObject([{ installDir: undefined }]);
    writeTree(path.join(root, 'Program Files', 'Go'), 'go1.25.3', 'x64');
    expect(await readProducts({ read, env })).toMatchObject([
      { installDir: path.join(root, 'Program Files', 'Go') },
    ]);
  });

  it('of which only the index knows is there, with a version if its tree has one', async () => {
    const read = registryOf({ [`${CLASSES}\\UpgradeCodes\\${AMD64}`]: INDEXED });
    expect(await readProducts({ read, env })).toMatchObject([
      { productCode: CODE, goVersion: '', version: '', architecture: 'x64', installDir: undefined },
    ]);
  });

  it('is none of another program, and none without a registry entry', async () => {
    const read = registryOf({
      [`${CURRENT}\\Uninstall\\${CODE}`]: texts({ DisplayName: 'GoLand 2026.1' }),
      [`${CURRENT}\\Uninstall\\Go`]: texts({ DisplayName: 'Go Programming Language amd64 go1.25.3' }),
    });
    expect(await readProducts({ read, env })).toEqual([]);
    expect(await readProducts({ read: registryOf({}), env })).toEqual([]);
  });

  it('cannot be read past a registry that refuses', async () => {
    const refused = async () => {
      throw new Error('refused');
    };
    await expect(readProducts({ read: refused, env })).rejects.toThrow('refused');
  });
});

describe('package managers', () => {
  it('are known by where the MSI was run from', () => {
    expect(
      managerOf('C:\\Users\\x\\AppData\\Local\\Temp\\chocolatey\\golang\\1.25.3\\', 'go1.25.3', env),
    ).toBe('chocolatey');
    expect(managerOf('C:\\Users\\x\\AppData\\Local\\Temp\\WinGet\\GoLang.Go.1.25.3\\', 'go1.25.3', env)).toBe(
      'winget',
    );
    expect(managerOf('C:\\Downloads\\', 'go1.25.3', env)).toBeUndefined();
  });

  it('are found with their packages', () => {
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    };
    write(
      'ProgramData/chocolatey/lib/golang/golang.nuspec',
      '<metadata><version>1.25.3</version></metadata>',
    );
    write('ProgramData/chocolatey/lib/golangci-lint/golangci-lint.nuspec', '<version>2.0.0</version>');
    write('user/scoop/apps/go/current/VERSION', 'go1.26.1\ntime 2026-01-01\n');
    write('user/scoop/apps/gopls/current/x', '');
    write('local/Microsoft/WinGet/Packages/GoLang.Go_Microsoft.Winget.Source/go.exe', '');
    expect(findManagedGoes(env).map(({ manager, version }) => [manager, version])).toEqual([
      ['chocolatey', '1.25.3'],
      ['scoop', '1.26.1'],
      ['winget', undefined],
    ]);
    expect(managerOf('C:\\Downloads\\', 'go1.25.3', env)).toBe('chocolatey');
    expect(managerOf('C:\\Downloads\\', 'go1.26.3', env)).toBeUndefined();
  });
});
