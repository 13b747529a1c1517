import { describe, expect, it } from '@jest/globals';
import { classify } from '../../src/msi/classify.ts';
import { EXIT_CODES, explainExitCode } from '../../src/msi/exit-codes.ts';
import { NO_FACTS } from '../../src/msi/log-facts.ts';

/** Exit code, class, error code, attempts after the first, a part of the message. */
type Row = [number, string, string | undefined, number, string];

const rows: Row[] = [
  [0, 'ok', undefined, 0, 'is done: it did what it was asked for'],
  [2, 'package', 'E_MSI_PACKAGE', 1, 'not where it should be'],
  [5, 'permission', 'E_MSI_PERMISSION', 0, 'may not do that'],
  [13, 'package', 'E_MSI_PACKAGE', 1, 'makes no sense'],
  [87, 'package', 'E_MSI_PACKAGE', 1, 'a parameter is not one it takes'],
  [112, 'disk', 'E_MSI_DISK', 0, 'the disk is full'],
  [1223, 'permission', 'E_MSI_PERMISSION', 0, 'as administrator'],
  [1259, 'policy', 'E_MSI_POLICY', 0, 'application compatibility'],
  [1601, 'service', 'E_MSI_SERVICE', 3, 'service does not answer'],
  [1602, 'cancelled', 'E_MSI_CANCELLED', 0, 'cancelled the installation'],
  [1603, 'failed', 'E_MSI_FAILED', 0, 'an action of the installation failed'],
  [1604, 'suspended', 'E_MSI_SUSPENDED', 0, 'after a restart of Windows'],
  [1605, 'source', 'E_MSI_SOURCE', 0, 'not registered'],
  [1606, 'internal', 'E_MSI_INTERNAL', 0, 'feature'],
  [1607, 'internal', 'E_MSI_INTERNAL', 0, 'component'],
  [1608, 'internal', 'E_MSI_INTERNAL', 0, 'property'],
  [1609, 'internal', 'E_MSI_INTERNAL', 0, 'handles'],
  [1610, 'source', 'E_MSI_SOURCE', 0, 'registration of the installed product is damaged'],
  [1611, 'internal', 'E_MSI_INTERNAL', 0, 'qualifier'],
  [1612, 'source', 'E_MSI_SOURCE', 1, 'was installed from is gone'],
  [1613, 'platform', 'E_MSI_PLATFORM', 0, 'newer Windows Installer'],
  [1614, 'source', 'E_MSI_SOURCE', 0, 'uninstalled already'],
  [1615, 'internal', 'E_MSI_INTERNAL', 0, 'query'],
  [1616, 'internal', 'E_MSI_INTERNAL', 0, 'field'],
  [1618, 'busy', 'E_MSI_BUSY', 22, 'another installation is running'],
  [1619, 'package', 'E_MSI_PACKAGE', 1, 'cannot be opened'],
  [1620, 'package', 'E_MSI_PACKAGE', 1, 'no Windows Installer package'],
  [1621, 'internal', 'E_MSI_INTERNAL', 0, 'user interface'],
  [1622, 'permission', 'E_MSI_PERMISSION', 1, 'log file'],
  [1623, 'platform', 'E_MSI_PLATFORM', 0, 'language'],
  [1624, 'internal', 'E_MSI_INTERNAL', 0, 'transform'],
  [1625, 'policy', 'E_MSI_POLICY', 0, 'or the account is no administrator'],
  [1626, 'internal', 'E_MSI_INTERNAL', 1, 'could not be executed'],
  [1627, 'internal', 'E_MSI_INTERNAL', 1, 'failed while it ran'],
  [1628, 'internal', 'E_MSI_INTERNAL', 0, 'table'],
  [1629, 'internal', 'E_MSI_INTERNAL', 0, 'wrong type'],
  [1630, 'internal', 'E_MSI_INTERNAL', 0, 'does not support'],
  [1631, 'service', 'E_MSI_SERVICE', 3, 'failed to start'],
  [1632, 'disk', 'E_MSI_DISK', 1, 'temporary files'],
  [1633, 'platform', 'E_MSI_PLATFORM', 0, 'another processor architecture'],
  [1634, 'internal', 'E_MSI_INTERNAL', 0, 'not used'],
  [1635, 'internal', 'E_MSI_INTERNAL', 0, 'a patch cannot be opened'],
  [1636, 'internal', 'E_MSI_INTERNAL', 0, 'a patch is invalid'],
  [1637, 'internal', 'E_MSI_INTERNAL', 0, 'a patch needs'],
  [1638, 'source', 'E_MSI_SOURCE', 0, 'installed already, from another package'],
  [1639, 'internal', 'E_MSI_INTERNAL', 0, 'command line'],
  [1640, 'policy', 'E_MSI_POLICY', 0, 'remote desktop'],
  [1641, 'ok-reboot', 'E_REBOOT', 0, 'Windows is restarting'],
  [1642, 'internal', 'E_MSI_INTERNAL', 0, 'finds nothing that it is for'],
  [1643, 'policy', 'E_MSI_POLICY', 0, 'forbids the patch'],
  [1644, 'policy', 'E_MSI_POLICY', 0, 'forbids a transform'],
  [1645, 'policy', 'E_MSI_POLICY', 0, 'remote desktop'],
  [1646, 'internal', 'E_MSI_INTERNAL', 0, 'cannot be removed'],
  [1647, 'internal', 'E_MSI_INTERNAL', 0, 'not registered for this product'],
  [1648, 'internal', 'E_MSI_INTERNAL', 0, 'no order'],
  [1649, 'policy', 'E_MSI_POLICY', 0, 'to remove a patch'],
  [1650, 'internal', 'E_MSI_INTERNAL', 0, 'description of a patch'],
  [1651, 'internal', 'E_MSI_INTERNAL', 0, 'advertised'],
  [1652, 'service', 'E_MSI_SERVICE', 0, 'safe mode'],
  [1653, 'policy', 'E_MSI_POLICY', 0, 'rollback is switched off'],
  [1654, 'platform', 'E_MSI_PLATFORM', 0, 'edition of Windows'],
  [3010, 'ok-reboot', 'E_REBOOT', 0, 'takes full effect after a restart'],
  [0xffffffff, 'internal', 'E_MSI_INTERNAL', 1, 'without a proper exit code'],
  [0xc000013a, 'cancelled', 'E_MSI_CANCELLED', 1, 'Ctrl+C'],
  [0xc0000142, 'internal', 'E_MSI_INTERNAL', 1, 'could not start'],
];

describe('exit codes of msiexec', () => {
  it.each(rows)('%i is %s', (code, kind, errorCode, retries, words) => {
    const verdict = classify(code, NO_FACTS);
    expect(verdict.class).toBe(kind);
    expect(verdict.code).toBe(errorCode);
    expect(verdict.retry?.times ?? 0).toBe(retries);
    expect(verdict.retry?.waitMs.length ?? 0).toBe(retries);
    expect(verdict.message).toContain(words);
    expect(verdict.message).toMatch(/^[A-Z].*\.$/);
    expect(verdict.remedy).toMatch(kind === 'ok' ? /^$/ : /^[A-Z].*\.$/);
  });

  it('are all in the list above', () => {
    expect(EXIT_CODES.map(({ code }) => code)).toEqual(rows.map(([code]) => code));
  });

  it('have one meaning, signed or unsigned, bare or in an HRESULT', () => {
    expect(explainExitCode(-1)).toBe(explainExitCode(0xffffffff));
    expect(explainExitCode(-1073741510)).toBe(explainExitCode(0xc000013a));
    expect(explainExitCode(0x80070643)).toBe(explainExitCode(1603));
    expect(explainExitCode(-2147023293)).toBe(explainExitCode(1603));
  });

  it('are null for a killed process, which is worth a look and another attempt', () => {
    expect(classify(null, NO_FACTS)).toMatchObject({
      class: 'cancelled',
      code: 'E_MSI_CANCELLED',
      retry: { times: 1, prepare: 'inspect' },
    });
  });

  it('that nobody knows are failures, and crashes where they are an NTSTATUS', () => {
    expect(classify(4711, NO_FACTS)).toMatchObject({ class: 'failed', retry: undefined });
    expect(classify(0xc0000005, NO_FACTS)).toMatchObject({ class: 'internal', retry: { times: 1 } });
    expect(classify(0xc0000005, NO_FACTS).message).toContain('0xC0000005 (crash)');
  });

  it('1605 and 1614 are what an uninstallation wants', () => {
    expect(classify(1605, NO_FACTS, 'uninstall').class).toBe('ok');
    expect(classify(1614, NO_FACTS, 'uninstall').class).toBe('ok');
  });

  it('1618 is waited for ten minutes in all', () => {
    const waits = classify(1618, NO_FACTS).retry?.waitMs ?? [];
    expect(waits.slice(0, 5)).toEqual([5000, 10_000, 20_000, 30_000, 30_000]);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(600_000);
  });
});
