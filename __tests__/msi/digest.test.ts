import { describe, expect, it } from '@jest/globals';
import { DIGEST_LINES, digestLines } from '../../src/msi/digest.ts';
import { NO_FACTS } from '../../src/msi/log-facts.ts';
import { factsOf, factsOfLog, LOG_NAMES, logText } from './logs.ts';

const go = 'C:\\Program Files\\Go\\';
const log = 'C:\\ProgramData\\setup-go-win\\logs\\install-1.log';

describe('the digest of a log', () => {
  it('has who failed where, what, who holds it, and how the machine is left', async () => {
    expect(digestLines(await factsOfLog('held-file'), log)).toEqual([
      'failed: action InstallFiles; the engine returned 1603',
      `message 1306: a file is open in another program: ${go}bin\\go.exe`,
      `message 2329, system error 32: a file is open in another program: ${go}bin\\go.exe`,
      `in use: ${go}bin\\go.exe by gopls, process 4704`,
      `in use: ${go}pkg\\tool\\windows_amd64\\compile.exe by Code, process 5120, window "main.go - demo"`,
      'the old version was removed',
      'the engine undid what it had changed',
      'Restart Manager: Did detect that a critical application holds file[s] in use, so a reboot will be necessary.',
      `log: ${log}`,
    ]);
  });

  it('tells the old version from the new one, and names its missing package', async () => {
    expect(digestLines(await factsOfLog('old-package-missing'), log).slice(0, 4)).toEqual([
      'failed: action ResolveSource of the old version, which was being removed; the engine returned 1603',
      'message 1714, system error 1612: the older version could not be removed',
      'message 1706: the package of an installed product cannot be found',
      'missing: the package C:\\Windows\\Installer\\246556.msi of the installed version',
    ]);
  });

  it('of a success is short, and names what waits for a restart', async () => {
    expect(digestLines(await factsOfLog('upgraded'), log)).toEqual([
      'the old version was removed',
      `log: ${log}`,
    ]);
    expect(digestLines(await factsOfLog('reboot-scheduled'))).toContain(`waits for a restart: ${go}VERSION`);
  });

  it('of a log without a cause has the lines up to the failure', async () => {
    const lines = digestLines(await factsOfLog('wine-failed'), log);
    expect(lines[0]).toBe('failed: action FailAfterCopy');
    expect(lines).toContain('up to there: Action ended 2:14:18: FailAfterCopy. Return value 0.');
  });

  it('says what the log is worth', async () => {
    expect(digestLines(await factsOfLog('broken-off'), log).at(-1)).toContain('it breaks off');
    expect(digestLines(NO_FACTS, log)).toEqual([`log: ${log} (empty)`]);
    expect(digestLines({ ...NO_FACTS, unreadable: 'EBUSY' }, log)).toEqual([
      `log: ${log} (not readable: EBUSY)`,
    ]);
  });

  it('calls what came after the failure so', async () => {
    expect(digestLines(await factsOfLog('unknown-cause'))).toContainEqual(
      expect.stringMatching(/^after the failure: message 1304/),
    );
  });

  it.each(LOG_NAMES)('of %s fits, the log beside it', async (name) => {
    const lines = digestLines(await factsOfLog(name), log);
    expect(lines.length).toBeLessThanOrEqual(DIGEST_LINES);
    expect(lines.at(-1)).toContain(log);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(300);
  });

  it('of everything at once keeps to its lines, the log last', async () => {
    const lines = digestLines(await factsOf(LOG_NAMES.map(logText).join('\n')), log);
    expect(lines.length).toBeLessThanOrEqual(DIGEST_LINES);
    expect(lines.at(-1)).toContain(log);
  });
});
