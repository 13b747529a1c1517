import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseMsiLog } from '../../src/msi/log.ts';
import { LIMITS, type LogFacts } from '../../src/msi/log-facts.ts';
import { readLine } from '../../src/msi/log-lines.ts';
import { asWindows, factsOf, factsOfLog, inChunks, LOG_NAMES, logText } from './logs.ts';

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'msi-log-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const go = 'C:\\Program Files\\Go\\';
const brief = ({ messages }: LogFacts) =>
  messages.map(({ code, win32, path: place }) => [code, win32, place]);

describe('facts of a log', () => {
  it('that went well: no failure, no message, the old version removed', async () => {
    expect(await factsOfLog('upgraded')).toMatchObject({
      unreadable: undefined,
      encoding: 'utf-16le',
      complete: true,
      thin: false,
      result: 0,
      failingAction: undefined,
      failedRun: undefined,
      runs: [
        { role: 'replaced', productCode: '{5A1E4C10-6C1B-4D6B-9A63-6B0C6B4E2D11}', result: 0 },
        { role: 'requested', productCode: undefined, result: 0 },
      ],
      product: { name: 'Go Programming Language amd64 go1.26.6', version: '1.26.6', status: 0 },
      messages: [],
      elevated: true,
      rollback: undefined,
      oldRemoved: true,
    });
  });

  it('whose new version failed: the innermost action, messages, holders, what Restart Manager said', async () => {
    const facts = await factsOfLog('held-file');
    expect(facts).toMatchObject({
      result: 1603,
      failingAction: { name: 'InstallFiles', run: 'requested' },
      failedRun: 'requested',
      oldRemoved: true,
      rollback: 'performed',
    });
    expect(facts.holders).toEqual([
      { path: `${go}bin\\go.exe`, name: 'gopls', pid: 4704, windowTitle: undefined },
      {
        path: `${go}pkg\\tool\\windows_amd64\\compile.exe`,
        name: 'Code',
        pid: 5120,
        windowTitle: 'main.go - demo',
      },
    ]);
    expect(brief(facts)).toContainEqual([2329, 32, `${go}bin\\go.exe`]);
    expect(facts.restartManager).toContain('Session opened.');
    const rollingBack = facts.messages.filter(({ beforeFailure }) => !beforeFailure);
    expect(rollingBack.map(({ code }) => code)).toEqual([1304]);
  });

  it('whose old version failed tell the two runs apart', async () => {
    const facts = await factsOfLog('old-version-held');
    expect(facts).toMatchObject({
      failedRun: 'replaced',
      failingAction: { name: 'RemoveFiles', run: 'replaced' },
      oldRemoved: false,
      runs: [
        { role: 'replaced', result: 1603 },
        { role: 'requested', result: 1603 },
      ],
    });
    expect(facts.messages.find(({ code }) => code === 1306)?.run).toBe('replaced');
    expect(facts.messages.find(({ code, severity }) => code === 1714 && severity === 'error')).toMatchObject({
      win32: 1603,
      run: 'requested',
    });
  });

  it('that go on after a failed old version blame nobody', async () => {
    const text = logText('old-version-held').replace(
      'RemoveExistingProducts. Return value 3.',
      'RemoveExistingProducts. Return value 1.',
    );
    const done = text.replaceAll(/(MainEngineThread is returning) 1603(?=\n(?:MSI \(c\)|===))/g, '$1 0');
    expect(await factsOf(done)).toMatchObject({ result: 0, failedRun: undefined, failingAction: undefined });
  });

  it('with a missing package name it', async () => {
    const facts = await factsOfLog('old-package-missing');
    expect(facts.missingPackages).toEqual(['C:\\Windows\\Installer\\246556.msi']);
    expect(facts.customActions).toEqual([{ name: '', code: 1612 }]);
  });

  it('with scheduled restarts tell original paths from the copies of the engine', async () => {
    const facts = await factsOfLog('reboot-scheduled');
    expect(facts.reboots).toEqual([
      { path: 'C:\\Config.Msi\\3f8ae1.rbf', harmless: true },
      { path: `${go}VERSION`, harmless: false },
      { path: `${go}bin\\go.exe`, harmless: false },
    ]);
    expect(facts).toMatchObject({ rebootCount: 2, result: 3010, failedRun: undefined });
  });

  it('of an account without rights', async () => {
    expect(await factsOfLog('not-elevated')).toMatchObject({
      elevated: false,
      failingAction: { name: 'InstallValidate' },
    });
  });

  it('with rollback switched off say so, and not that it happened', async () => {
    expect(await factsOfLog('rollback-disabled')).toMatchObject({
      rollback: 'disabled',
      policies: [{ name: 'DisableRollback', value: 1 }],
    });
  });

  it('that breaks off: no result of the requested product, the action at work, the last lines', async () => {
    const facts = await factsOfLog('broken-off');
    expect(facts).toMatchObject({
      complete: false,
      result: undefined,
      failingAction: { name: 'InstallFiles', run: 'requested' },
      oldRemoved: true,
    });
    expect(facts.lastLines.at(-1)).toContain(`File: ${go}src\\`);
  });

  it('that breaks off within the run of the old version', async () => {
    const text = logText('old-version-held').split('MSI (s) (44:34) [17:33:51:5')[0] ?? '';
    expect(await factsOf(text)).toMatchObject({
      complete: false,
      failingAction: { run: 'replaced' },
      oldRemoved: false,
    });
  });

  it('in German: actions, numbers, holder', async () => {
    const facts = await factsOfLog('german');
    expect(facts).toMatchObject({
      failingAction: { name: 'InstallFiles' },
      product: { version: '1.26.6', status: 1603 },
      holders: [{ path: `${go}bin\\go.exe`, name: 'gopls', pid: 4704 }],
    });
    expect(brief(facts)).toContainEqual([1321, 32, `${go}bin\\go.exe`]);
  });

  it('in French: numbers without a full stop, colons after a space', async () => {
    expect(await factsOfLog('french')).toMatchObject({
      failedRun: 'replaced',
      failingAction: { name: 'RemoveExistingProducts' },
    });
    expect((await factsOfLog('french')).messages).toMatchObject([
      { code: 1714, win32: 1612, severity: 'error' },
    ]);
  });

  it('of Wine: no line of the engine, and a failure is the 0 that goes on to the topmost action', async () => {
    const thin = { thin: true, encoding: 'utf-8', complete: true, result: undefined };
    expect(await factsOfLog('wine-failed')).toMatchObject({
      ...thin,
      failedRun: 'requested',
      failingAction: { name: 'FailAfterCopy' },
    });
    expect((await factsOfLog('wine-damaged')).failingAction?.name).toBe('InstallFiles');
    expect(await factsOfLog('wine-upgraded')).toMatchObject({
      ...thin,
      failedRun: undefined,
      failingAction: undefined,
    });
  });

  it('of Wine: the 0 that MigrateFeatureStates always ends with begins no failure', async () => {
    const ends = ['MigrateFeatureStates', 'InstallValidate', 'INSTALL'];
    const text = ends.map((name) => `Action ended 2:14:18: ${name}. Return value 0.\n`).join('');
    const facts = await parseMsiLog(inChunks(Buffer.from(text)));
    expect(facts.failingAction?.name).toBe('InstallValidate');
  });

  it('are the same in every encoding and chunk size', async () => {
    for (const name of LOG_NAMES) {
      const text = logText(name);
      const plain = (facts: LogFacts) => ({ ...facts, bytes: 0, encoding: undefined });
      const expected = plain(await factsOf(text));
      for (const bytes of [asWindows(text), asWindows(text).subarray(2), Buffer.from(text)]) {
        for (const size of [7, 4096]) {
          expect(plain(await parseMsiLog(inChunks(bytes, size)))).toEqual(expected);
        }
      }
    }
  });
});

describe('a log in a file', () => {
  it('is read', async () => {
    const file = path.join(scratch, 'install-1.log');
    await writeFile(file, asWindows(logText('busy')));
    expect(await parseMsiLog(file)).toMatchObject({ result: 1618, mutexHeld: true, unreadable: undefined });
  });

  it('that is not there, or no file, is a fact and no exception', async () => {
    expect((await parseMsiLog(path.join(scratch, 'none.log'))).unreadable).toContain('ENOENT');
    expect((await parseMsiLog(scratch)).unreadable).toContain('EISDIR');
  });

  it('whose stream breaks keeps what came before', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield* inChunks(asWindows(logText('held-file')));
      throw new Error('the disk is gone');
    }
    expect(await parseMsiLog(broken())).toMatchObject({ result: 1603, unreadable: 'the disk is gone' });
  });
});

describe('bounds', () => {
  it('hold for logs full of different messages, and what names a cause stays', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `MSI (s) (44:34) [17:33:22:095]: Note: 1: 2769 2: thing${index} 3: 1`,
    );
    for (let index = 0; index < 5000; index++) {
      lines.push(
        `Info 1903.Scheduling reboot operation: Deleting file C:\\Go\\${index}.go. Must reboot to complete.`,
      );
      lines.push(
        `Info 1603. The file C:\\Go\\${index}.go is being held in use. Close that application and retry.`,
      );
    }
    lines.push('MSI (s) (44:34) [17:33:22:095]: Note: 1: 1304 2: C:\\Go\\x.go 3: 112');
    const facts = await factsOf(lines.join('\n'));
    expect(facts.messages).toHaveLength(LIMITS.messages);
    expect(facts.holders).toHaveLength(LIMITS.holders);
    expect(facts.reboots).toHaveLength(LIMITS.reboots);
    expect(facts.rebootCount).toBe(LIMITS.rebootPaths);
  });

  it('count repetitions', async () => {
    const line = 'MSI (s) (44:34) [17:33:22:095]: Note: 1: 1304 2: C:\\Go\\x.go 3: 32\n';
    expect((await factsOf(line.repeat(1000))).messages).toMatchObject([{ code: 1304, count: 1000 }]);
  });
});

describe('one line', () => {
  it.each([
    ['MSI (s) (44:34) [17:33:22:095]: Note: 1: 2205 2:  3: Error'],
    ['MSI (s) (44:34) [17:33:22:095]: Note: 1: 2262 2: AdminProperties 3: -2147287038'],
    [
      'MSI (s) (44:34) [17:33:22:095]: Note: 1: 2203 2: C:\\Windows\\Installer\\inprogressinstallinfo.ipi 3: -2147287038',
    ],
    [
      'CustomAction X returned actual error code 1603 but will be translated to success due to continue marking',
    ],
    ['Property(S): GOTOOLS = 1234. something'],
    ['MSI (s) (44:34) [17:33:22:095]: Executing op: FileCopy(SourceName=a.go,FileSize=1303. x)'],
    ['MSI (c) (00:01) [17:33:22:095]: Machine policy value'],
    ['MSI (s) (44:34) [17:33:22:095]: Product: Go -- Configuration completed successfully.'],
  ])('says nothing of a cause: %s', (line) => {
    expect(readLine(line)).toBeUndefined();
  });

  it.each([
    [
      'The file [2][3] without a space',
      'Info 1603.The file C:\\a b\\c.exe is being held in use. Close it.',
      'C:\\a b\\c.exe',
    ],
    [
      'the other wording',
      'Info 1603. The file C:\\a.b\\c.exe is being used by the following process: Name: x, Id: 7.',
      'C:\\a.b\\c.exe',
    ],
    [
      'a quoted path',
      "Error 1306. Another application has exclusive access to the file 'C:\\a. b\\c'. Please",
      'C:\\a. b\\c',
    ],
    [
      'a path at the end of a sentence',
      'Error 1303. Access to this directory: D:\\Program Files\\Go 1.2\\x. The rest',
      'D:\\Program Files\\Go 1.2\\x',
    ],
    [
      'a share',
      'Error 1310. Error writing to file: \\\\server\\share\\x.go. System error 5.',
      '\\\\server\\share\\x.go',
    ],
  ])('gives the path: %s', (_, line, place) => {
    expect(readLine(line)).toMatchObject({ kind: 'message', path: place });
  });

  it('takes time in proportion to its length, however it is made', () => {
    const baits = [
      '1:11:11: ',
      'a: ',
      ' 1603. ',
      "C:\\a, b: 1, c: '",
      'Product: x -- ',
      'Windows Installer x: a. ',
      '. ',
    ];
    const started = performance.now();
    for (const bait of baits) {
      for (const head of [
        '',
        'Info 1603. ',
        'Product: ',
        'Windows Installer ',
        'MSI (s) (44:34) [17:33:22:095]: Note: 1: 1603',
      ]) {
        readLine(`${head}${bait.repeat(8192 / bait.length)}3.`);
      }
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
