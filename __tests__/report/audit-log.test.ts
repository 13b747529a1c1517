import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { auditPlaces, codeOf } from '../../src/report/audit.ts';
import { auditOf, changeOf, keptLog, makeScratch } from './changes.ts';

let scratch: ReturnType<typeof makeScratch>;
let file: string;
let lastResort: string;
beforeEach(() => {
  scratch = makeScratch();
  file = path.join(scratch.directory, 'cache', 'audit.jsonl');
  lastResort = path.join(scratch.directory, 'temp', 'setup-go-win', 'audit.jsonl');
});
afterEach(() => scratch.remove());

describe('the audit of a step', () => {
  it('touches nothing before there is something to record', () => {
    const audit = auditOf(file);
    expect(audit.recorded()).toEqual([]);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  it('goes below RUNNER_TEMP when it cannot be written, says so once, and says where', async () => {
    writeFileSync(path.dirname(file), 'a file in the place of the directory');
    const log = keptLog();
    const audit = auditOf(file, { lastResort, log });
    await audit.record(changeOf('one'));
    await audit.record(changeOf('two'));
    expect(log.lines).toEqual([
      expect.stringMatching(
        /^warning: The audit log .*cache.*cannot be written \(E\w+\); it goes to .*temp.* instead$/,
      ),
    ]);
    expect(audit.recorded()).toMatchObject([{ file: lastResort, changes: 2 }]);
    expect(readFileSync(lastResort, 'utf8').match(/\n/g)).toHaveLength(2);
  });

  it('says in the step’s log what could be recorded nowhere, and does not reject', async () => {
    for (const place of [file, lastResort]) {
      mkdirSync(path.dirname(path.dirname(place)), { recursive: true });
      writeFileSync(path.dirname(place), '');
    }
    const log = keptLog();
    const audit = auditOf(file, { lastResort, log });
    await audit.record(changeOf('C:\\go', { outcome: 'E_VERIFY' }));
    await audit.record(changeOf('C:\\go2'));
    expect(log.lines.filter((line) => line.startsWith('warning: '))).toHaveLength(2);
    expect(log.lines).toContain('Not recorded: install C:\\go, E_VERIFY, in 12 ms');
    expect(log.lines).toContain('Not recorded: install C:\\go2, ok, in 12 ms');
    expect(audit.recorded()).toEqual([]);
  });

  it('has no secret in it, whoever passes one, and no line of any length', async () => {
    await auditOf(file, { secrets: ['hunter2-hunter2', 'x', ''] }).record(
      changeOf(`C:\\${'long\\'.repeat(2000)}`, {
        from: 'https://me:hunter2-hunter2@mirror/x.zip\nsecond line',
      }),
    );
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('hunter2');
    expect(text).toContain('https://me:***@mirror/x.zip\\nsecond line');
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(text.length).toBeLessThan(5000);
  });

  it('lies beside the locks of the tool cache, else below RUNNER_TEMP', () => {
    expect(auditPlaces('/cache', { RUNNER_TEMP: '/temp' })).toEqual({
      file: path.join('/cache', '.setup-go-win', 'audit.jsonl'),
      lastResort: path.join('/temp', 'setup-go-win', 'audit.jsonl'),
    });
    expect(auditPlaces('/cache', {}).lastResort).toBeUndefined();
  });

  it('names a failure by the code that the step shows', () => {
    expect(codeOf(new SetupError('E_VERIFY', '', { remedy: '' }))).toBe('E_VERIFY');
    expect(codeOf(new TypeError('defect'))).toBe('E_INTERNAL');
  });
});
