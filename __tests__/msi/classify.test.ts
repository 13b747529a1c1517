import { describe, expect, it } from '@jest/globals';
import { classify } from '../../src/msi/classify.ts';
import { NO_FACTS } from '../../src/msi/log-facts.ts';
import { factsOf, factsOfLog, logText } from './logs.ts';

const go = 'C:\\Program Files\\Go\\';
/** A failing log with lines before its failure. */
const failing = (...lines: string[]) =>
  factsOf(
    [
      'MSI (s) (44:34) [17:33:22:095]: Doing action: InstallFiles',
      ...lines,
      'Action ended 17:33:23: InstallFiles. Return value 3.',
      'MSI (s) (44:34) [17:33:22:095]: MainEngineThread is returning 1603',
    ].join('\n'),
  );
const note = (text: string) => `MSI (s) (44:34) [17:33:22:095]: Note: 1: ${text}`;
const inUse = `Info 1603. The file ${go}bin\\go.exe is being held in use by the following process: Name: go, Id: 12. Close it.`;

describe('1603 is what its log says', () => {
  it.each([
    [
      'held-file',
      'locked',
      'E_MSI_LOCKED',
      3,
      `${go}bin\\go.exe (gopls, process 4704). The old version was removed`,
    ],
    ['held-by-running-program', 'locked', 'E_MSI_LOCKED', 3, '(gopls, process 4704)'],
    [
      'old-version-held',
      'locked',
      'E_MSI_LOCKED',
      3,
      'failed while it removed the old version, with exit code 1603',
    ],
    [
      'german',
      'locked',
      'E_MSI_LOCKED',
      3,
      'in action InstallFiles, because a file is open in another program',
    ],
    ['not-elevated', 'permission', 'E_MSI_PERMISSION', 0, 'installing for all users needs an administrator'],
    ['access-denied', 'permission', 'E_MSI_PERMISSION', 0, `may not be modified: ${go}bin\\go.exe`],
    ['rollback-disabled', 'permission', 'E_MSI_PERMISSION', 0, 'a directory could not be created'],
    ['old-package-missing', 'source', 'E_MSI_SOURCE', 1, 'the older version could not be removed'],
    ['french', 'source', 'E_MSI_SOURCE', 1, 'the older version could not be removed'],
    ['disk-full', 'disk', 'E_MSI_DISK', 0, `the disk is full: ${go}src\\net\\http\\server.go`],
    ['package-damaged', 'package', 'E_MSI_PACKAGE', 1, 'a cabinet is damaged'],
    ['service-gone', 'service', 'E_MSI_SERVICE', 3, 'service cannot be reached'],
    ['suspended', 'suspended', 'E_MSI_SUSPENDED', 1, 'another installation is suspended'],
    ['package-unreadable-for-system', 'internal', 'E_MSI_INTERNAL', 1, 'SYSTEM could not open the package'],
    ['custom-action', 'internal', 'E_MSI_INTERNAL', 0, 'a program of the package failed'],
    ['unknown-cause', 'failed', 'E_MSI_FAILED', 0, 'and its log names no cause'],
    ['wine-failed', 'failed', 'E_MSI_FAILED', 0, 'in action FailAfterCopy'],
  ])('%s: %s', async (name, kind, code, retries, words) => {
    const verdict = classify(1603, await factsOfLog(name));
    expect(verdict).toMatchObject({ class: kind, code });
    expect(verdict.retry?.times ?? 0).toBe(retries);
    expect(verdict.message).toContain(words);
    expect(verdict.evidence[0]).toContain('exit code 1603');
  });

  it.each([
    ['a lock before a permission', [note('1304 2: C:\\a.go 3: 5'), note('1304 2: C:\\b.go 3: 32')], 'locked'],
    ['a full disk before a lock', [note('1304 2: C:\\a.go 3: 32'), note('1304 2: C:\\b.go 3: 112')], 'disk'],
    ['an error before a note', [note('2350 2: go.cab'), 'Error 1303. Access: C:\\Go. x'], 'permission'],
    ['elevation before the rest', ['Error 1711. Full.', 'Error 1925. No rights.'], 'permission'],
    ['access denied to a held file is a lock', [inUse, note(`1321 2: ${go}bin\\go.exe 3: 5`)], 'locked'],
    [
      'access denied to its directory, too',
      [inUse, 'Error 1303. Access: C:\\Program Files\\Go. x'],
      'locked',
    ],
    ['access denied to another file is none', [inUse, note('1321 2: C:\\other.exe 3: 5')], 'permission'],
    ['a held file alone is better than nothing', [inUse], 'locked'],
    ['but says nothing beside an error', [inUse, 'Error 1335. The cabinet is corrupt.'], 'package'],
    ['a registry key that was looked for says nothing', [note('1402 2: HKEY\\x')], 'failed'],
    ['a note of a permission without a system error is weak', [note('1303 2: C:\\x')], 'permission'],
    ['and yields to another cause', [note('1303 2: C:\\x'), note('1309 2: C:\\y')], 'package'],
    [
      'a system error in the note refines the words',
      [note('1310 2: 32 3: C:\\a'), 'Error 1310. Writing C:\\a'],
      'locked',
    ],
    ['missing elevation alone', ['MSI_LUA: Elevation prompt disabled for silent installs'], 'permission'],
  ])('%s', async (_, lines, kind) => {
    expect(classify(1603, await failing(...lines)).class).toBe(kind);
  });

  it('errors of clearing up are no cause', async () => {
    const text = logText('unknown-cause');
    expect(text).toContain('Note: 1: 1304');
    expect(classify(1603, await factsOf(text)).class).toBe('failed');
  });

  it('a message without a class that passes now and then earns one retry', async () => {
    expect(
      classify(1603, await failing('Error 1931. The Windows Installer service cannot update x.')),
    ).toMatchObject({
      class: 'failed',
      retry: { times: 1 },
    });
  });
});

describe('other exit codes', () => {
  it('1625 with a signature policy, a software restriction policy, an account without rights', async () => {
    expect(classify(1625, await factsOfLog('policy')).message).toContain('a signature policy rejects a file');
    expect(classify(1625, await factsOfLog('restricted')).message).toContain('software restriction policy');
    expect(classify(1625, await factsOfLog('not-elevated')).class).toBe('permission');
  });

  it('that name their cause are believed, whatever the log has', async () => {
    expect(classify(1618, await factsOfLog('held-file')).class).toBe('busy');
    expect(classify(1633, await factsOfLog('access-denied')).class).toBe('platform');
  });

  it('3010 names what waits for the restart', async () => {
    const verdict = classify(3010, await factsOfLog('reboot-scheduled'));
    expect(verdict).toMatchObject({ class: 'ok-reboot', code: 'E_REBOOT', retry: undefined });
    expect(verdict.message).toContain(`2 files wait for it, ${go}VERSION for one`);
  });

  it('0 with files that wait for a restart is no plain success', async () => {
    const facts = { ...(await factsOfLog('reboot-scheduled')), result: 0 };
    expect(classify(0, facts)).toMatchObject({ class: 'ok-reboot', code: 'E_REBOOT' });
    expect(classify(0, { ...facts, rebootCount: 0 }).class).toBe('ok');
  });

  it('0 whose log says 1603 is 1603', async () => {
    const verdict = classify(0, await factsOfLog('disk-full'));
    expect(verdict.class).toBe('disk');
    expect(verdict.evidence).toContainEqual(expect.stringContaining('the log says 1603'));
  });

  it('a killed client whose engine finished is what the engine says', async () => {
    expect(classify(null, await factsOfLog('upgraded')).class).toBe('ok');
    expect(classify(0xc000013a, await factsOfLog('disk-full')).class).toBe('disk');
    expect(classify(null, await factsOfLog('broken-off'))).toMatchObject({
      class: 'cancelled',
      retry: { prepare: 'inspect' },
      message: expect.stringContaining('The installation broke off in action InstallFiles'),
    });
  });

  it('1602 after Restart Manager ended programs earns one retry', () => {
    expect(classify(1602, { ...NO_FACTS, restartManager: ['Session opened.'] }).retry?.times).toBe(1);
  });

  it('an uninstallation is called one', () => {
    expect(classify(1603, NO_FACTS, 'uninstall').message).toMatch(/^The uninstallation failed/);
  });

  it('point to install-method: zip where that is a way out', () => {
    for (const code of [1625, 5, 1601, 1633])
      expect(classify(code, NO_FACTS).remedy).toContain('install-method: zip');
    for (const code of [1618, 112, 3010]) expect(classify(code, NO_FACTS).remedy).not.toContain('zip');
  });
});
