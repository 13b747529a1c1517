import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  expandVariables,
  goesBefore,
  readEnvironmentValues,
  splitPath,
} from '../../src/machine/machine-path.ts';
import { defaultInstallDir } from '../../src/msi/install-dirs.ts';
import { registryOf } from '../windows-facts/registry-stub.ts';

const ENV = { SystemRoot: 'C:\\Windows', USERPROFILE: 'C:\\Users\\jürgen' };
const OURS = 'C:\\Program Files\\Go';
/** Goes that are there, by the path that node makes of their directory. */
const there = (...directories: string[]) => {
  const files = directories.map((directory) => directory.replaceAll('/', '\\').toLowerCase());
  return (file: string) => files.includes(file.replaceAll('/', '\\').toLowerCase());
};

describe('a machine PATH', () => {
  it('is split where Windows splits it', () => {
    expect(splitPath('C:\\a;;"C:\\with;semicolon";C:\\b\\ ; "C:\\c')).toEqual([
      'C:\\a',
      'C:\\with;semicolon',
      'C:\\b\\',
      'C:\\c',
    ]);
    expect(splitPath('')).toEqual([]);
  });

  it('is expanded without case, and what is not set stays', () => {
    expect(expandVariables('%systemroot%\\x;%NOT_SET%\\y;100%;%', ENV)).toBe(
      'C:\\Windows\\x;%NOT_SET%\\y;100%;%',
    );
  });

  it.each<[string, string, string[]]>([
    [
      'before ours',
      'C:\\tools\\go\\bin;%SystemRoot%;C:\\PROGRAM FILES\\go\\BIN\\;C:\\late',
      ['C:\\tools\\go\\bin\\go.exe'],
    ],
    ['after ours', `${OURS}\\bin;C:\\tools\\go\\bin`, []],
    [
      'without ours, which will be appended',
      'C:\\tools\\go\\bin;C:\\late',
      ['C:\\tools\\go\\bin\\go.exe', 'C:\\late\\go.exe'],
    ],
    ['twice', 'C:\\late;C:\\late;C:\\late', ['C:\\late\\go.exe']],
    ['in quotes', '"C:\\late"', ['C:\\late\\go.exe']],
    ['relative or unset', 'late;.;%NOT_SET%', []],
    ['in the longest of PATHs', `${'%SystemRoot%\\x;'.repeat(500)}C:\\late`, ['C:\\late\\go.exe']],
  ])('another go.exe %s', (_, text, found) => {
    const exists = there('C:\\tools\\go\\bin\\go.exe', 'C:\\late\\go.exe', `${OURS}\\bin\\go.exe`);
    expect(goesBefore(text, OURS, ENV, exists).map((file) => file.replaceAll('/', '\\'))).toEqual(found);
  });

  it('is read as it stands, of any type, or not at all', async () => {
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';
    const value = { type: 'sz', data: 'C:\\x' } as const;
    expect(await readEnvironmentValues('machine', registryOf({ [key]: { PATH: value } }))).toEqual({
      path: value,
    });
    expect(await readEnvironmentValues('user', registryOf({}))).toEqual({});
  });
});

it('the default directory is that of the architecture', () => {
  const env = { ProgramFiles: '/pf', 'ProgramFiles(x86)': '/pf86' };
  expect(defaultInstallDir('x64', env)).toBe(path.join('/pf', 'Go'));
  expect(defaultInstallDir('arm64', env)).toBe(path.join('/pf', 'Go'));
  expect(defaultInstallDir('x86', env)).toBe(path.join('/pf86', 'Go'));
});
