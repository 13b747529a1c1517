import { describe, expect, it } from '@jest/globals';
import {
  diffPending,
  isBelow,
  parsePendingRenames,
  pendingUnder,
  readRebootFacts,
} from '../../src/windows/reboot.ts';
import { readServices } from '../../src/windows/services.ts';
import { registryOf } from './registry-stub.ts';

const GO = 'C:\\Program Files\\Go';
const pairs = (...data: string[]) => parsePendingRenames({ type: 'multi_sz', data });

describe('renames that wait for a restart', () => {
  it('are read in all the shapes that Windows writes', () => {
    expect(
      pairs(
        '\\??\\C:\\Program Files\\Go\\VERSION',
        '',
        '\\??\\C:\\msibfcb.tmp',
        '!\\??\\C:\\Program Files\\Go\\VERSION',
        '*1\\??\\C:\\edge.old',
        '',
        '\\??\\UNC\\server\\share\\x',
        '',
        '\\??\\C:\\odd-at-the-end',
      ),
    ).toEqual([
      { from: `${GO}\\VERSION`, to: undefined },
      { from: 'C:\\msibfcb.tmp', to: `${GO}\\VERSION` },
      { from: 'C:\\edge.old', to: undefined },
      { from: '\\\\server\\share\\x', to: undefined },
      { from: 'C:\\odd-at-the-end', to: undefined },
    ]);
    expect(parsePendingRenames(undefined)).toEqual([]);
    expect(parsePendingRenames({ type: 'sz', data: 'x' })).toEqual([]);
  });

  it('count where they touch a directory from either side, and its neighbours do not', () => {
    const renames = pairs(
      `\\??\\C:\\x.tmp`,
      `\\??\\c:\\program files\\GO\\bin\\go.exe`,
      `\\??\\${GO}lang\\x`,
      '',
      '\\??\\C:\\Config.Msi\\1.rbf',
      '',
    );
    expect(pendingUnder(renames, `${GO}\\`)).toEqual([
      { from: 'C:\\x.tmp', to: 'c:\\program files\\GO\\bin\\go.exe' },
    ]);
  });

  it('differ by what an installation added, told twice or not', () => {
    const before = pairs(`\\??\\${GO}\\a`, '', '\\??\\C:\\other', '');
    const after = pairs(
      `\\??\\${GO}\\A`,
      '',
      '\\??\\C:\\new',
      '',
      `\\??\\${GO}\\a`,
      '',
      '\\??\\C:\\msi1.tmp',
      `\\??\\${GO}\\b`,
    );
    expect(diffPending(before, after, GO)).toEqual([
      { from: `${GO}\\a`, to: undefined },
      { from: 'C:\\msi1.tmp', to: `${GO}\\b` },
    ]);
    expect(diffPending(after, after, GO)).toEqual([]);
  });

  it('belong to a directory by whole names', () => {
    expect(isBelow('C:/Go/bin', 'c:\\go\\')).toBe(true);
    expect(isBelow('C:\\Go', 'C:\\Go')).toBe(true);
    expect(isBelow('C:\\Golang', 'C:\\Go')).toBe(false);
  });
});

describe('facts of restarts', () => {
  const CURRENT = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

  it('are read from the registry', async () => {
    const read = registryOf({
      'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager': {
        PendingFileRenameOperations: { type: 'multi_sz', data: ['\\??\\C:\\a', ''] },
        PendingFileRenameOperations2: { type: 'multi_sz', data: ['\\??\\C:\\b', ''] },
      },
      [`${CURRENT}\\Component Based Servicing\\RebootPending`]: {},
      'HKLM\\SYSTEM\\Setup': { SystemSetupInProgress: { type: 'dword', data: 1 } },
      [`${CURRENT}\\Installer\\InProgress`]: { '': { type: 'sz', data: 'C:\\Windows\\Installer\\x.ipi' } },
    });
    expect(await readRebootFacts(read)).toEqual({
      renames: [
        { from: 'C:\\a', to: undefined },
        { from: 'C:\\b', to: undefined },
      ],
      servicing: true,
      update: false,
      setup: true,
      installation: 'C:\\Windows\\Installer\\x.ipi',
    });
  });

  it('say nothing on a quiet machine, and undefined where nothing may be read', async () => {
    expect(await readRebootFacts(registryOf({}))).toEqual({
      renames: [],
      servicing: false,
      update: false,
      setup: false,
      installation: '',
    });
    const refused = async () => {
      throw new Error('no');
    };
    expect(Object.values(await readRebootFacts(refused))).toEqual(Array(5).fill(undefined));
  });
});

it('services are disabled at start type 4 alone', async () => {
  const starts: Record<string, number | undefined> = { msiserver: 4, wuauserv: 3 };
  const services = await readServices(
    ['msiserver', 'wuauserv', 'none'],
    async (key) => starts[key.slice(key.lastIndexOf('\\') + 1)],
  );
  expect(services.map(({ name, disabled }) => [name, disabled])).toEqual([
    ['msiserver', true],
    ['wuauserv', false],
    ['none', false],
  ]);
});
