import { appendFileSync, readdirSync, readFileSync, renameSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '../../lab/audit/verify.ts';
import { appendLine } from '../../src/report/audit-file.ts';
import { hashLine, NOTHING_BEFORE, splitLines } from '../../src/report/audit-line.ts';
import { auditOf, changeOf, makeScratch } from './changes.ts';

let scratch: ReturnType<typeof makeScratch>;
let file: string;
beforeEach(() => {
  scratch = makeScratch();
  file = path.join(scratch.directory, 'state', 'audit.jsonl');
});
afterEach(() => scratch.remove());

const filesOf = (directory: string) =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => ({ name, bytes: readFileSync(path.join(directory, name)) }));
const verify = (head?: string) => verifyAudit(filesOf(path.dirname(file)), head);
const lines = () => splitLines(readFileSync(file));
const record = async (target: string) => await auditOf(file).record(changeOf(target));

/** Lines of our own, small files: nine of them fill one. */
const append = async (maxBytes = 5_000) =>
  await appendLine(
    file,
    ({ seq, previous, ...rest }) =>
      JSON.stringify({
        ...{ seq, time: '2026-08-19T10:11:12.123Z', host: 'h', account: 'a', runner: 'r', repository: 'o/r' },
        ...{ workflow: 'w', run: '1-1', job: 'j', action: 'install', target: 't'.repeat(200), from: '' },
        ...{ outcome: 'ok', durationMs: 1, ...rest, previous },
      }),
    { patienceMs: 5000, maxBytes },
  );

describe('an audit log', () => {
  it('has one line a change, each with the hash of the one before', async () => {
    await record('C:\\tools\\go\\1.25.3\\x64');
    await record('C:\\tools\\go\\1.25.4\\x64');
    const [first, second] = lines().map((line) => JSON.parse(line.toString()));
    expect(first).toEqual({
      seq: 1,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      host: expect.stringMatching(/./),
      account: expect.stringMatching(/^CORP\\./),
      runner: 'build-7',
      repository: 'org/app',
      workflow: 'ci',
      run: '17-2',
      job: 'test',
      action: 'install',
      target: 'C:\\tools\\go\\1.25.3\\x64',
      from: 'https://x.example/go.zip',
      outcome: 'ok',
      durationMs: 12,
      previous: NOTHING_BEFORE,
    });
    expect(second).toMatchObject({ seq: 2, previous: hashLine(lines()[0] ?? Buffer.alloc(0)) });
    expect(verify()).toMatchObject({ lines: 2, first: 1, last: 2, notes: [], problem: undefined });
  });

  it.each(['in the middle', 'of zeros, as a disk without power leaves it'])(
    'goes on after a line that was torn %s, and the line vouches for it as it is',
    async (how) => {
      await record('one');
      await record('two');
      if (how === 'in the middle') truncateSync(file, readFileSync(file).length - 40);
      else appendFileSync(file, Buffer.alloc(100));
      const torn = lines().at(-1);
      await record('three');
      await record('four');
      const seq = how === 'in the middle' ? 3 : 4;
      expect(JSON.parse(String(lines()[seq - 1]))).toMatchObject({
        seq,
        previous: hashLine(torn ?? Buffer.alloc(0)),
      });
      expect(verify()).toMatchObject({ last: seq + 1, problem: undefined });
      expect(verify().notes).toEqual([expect.stringContaining(`audit.jsonl:${seq - 1}: torn`)]);
    },
  );

  it('goes on after a whole line that only its end was missing of', async () => {
    await record('one');
    truncateSync(file, readFileSync(file).length - 1);
    await record('two');
    expect(verify()).toMatchObject({ lines: 2, notes: [], problem: undefined });
  });

  it('goes on after more torn bytes than are read at first', async () => {
    await record('one');
    appendFileSync(file, Buffer.alloc(200_000, 'x'));
    await record('two');
    expect(verify()).toMatchObject({ lines: 3, last: 3, problem: undefined });
  });

  it('is whole when all of a step is recorded at once', async () => {
    const audit = auditOf(file);
    await Promise.all(Array.from({ length: 20 }, (_, index) => audit.record(changeOf(`${index}`))));
    expect(audit.recorded()).toEqual([
      { file, changes: 20, hash: hashLine(lines().at(-1) ?? Buffer.alloc(0)) },
    ]);
    expect(verify()).toMatchObject({ lines: 20, problem: undefined });
  });

  it('leaves nothing of a line that could not be written whole', async () => {
    await append();
    const before = readFileSync(file);
    await expect(
      appendLine(
        file,
        () => {
          throw new Error('no');
        },
        { patienceMs: 100 },
      ),
    ).rejects.toThrow('no');
    expect(readFileSync(file)).toEqual(before);
  });
});

describe('a full audit log', () => {
  it('is renamed, and the new one goes on from it by name, number and hash', async () => {
    for (let count = 0; count < 25; count++) await append();
    const names = filesOf(path.dirname(file)).map(({ name }) => name);
    expect(names).toEqual([
      expect.stringMatching(/^audit-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.jsonl$/),
      expect.stringMatching(/^audit-.*Z\.jsonl$/),
      'audit.jsonl',
    ]);
    expect(JSON.parse(String(lines()[0]))).toMatchObject({ continues: names[1] });
    expect(verify()).toMatchObject({ lines: 25, first: 1, last: 25, notes: [], problem: undefined });
  });

  it('has the newest ten of those before it kept', async () => {
    for (let count = 0; count < 40; count++) await append(700);
    const kept = filesOf(path.dirname(file));
    expect(kept).toHaveLength(11);
    const { problem, first, last, notes } = verify();
    expect({ problem, last }).toEqual({ problem: undefined, last: 40 });
    expect(first).toBeGreaterThan(10);
    expect(notes).toEqual([expect.stringContaining('the log begins before this, in audit-')]);
  });

  it('is not overwritten by one whose clock was set back', async () => {
    await append();
    const ahead = 'audit-2099-01-01T00-00-00-000Z.jsonl';
    renameSync(file, path.join(path.dirname(file), ahead));
    for (let count = 0; count < 3; count++) await append(300);
    const names = filesOf(path.dirname(file)).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual([ahead, 'audit-2099-01-01T00-00-00-001Z.jsonl']);
    expect(verify()).toMatchObject({ lines: 4, first: 1, last: 4, problem: undefined });
  });
});
