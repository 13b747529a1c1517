import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AuditFile, verifyAudit } from '../../lab/audit/verify.ts';
import { hashLine, NOTHING_BEFORE, splitLines } from '../../src/report/audit-line.ts';

/** A sound log: how many lines each of its files has. */
function logOf(...counts: readonly number[]): AuditFile[] {
  let previous = NOTHING_BEFORE;
  let seq = 0;
  return counts.map((count, number) => {
    const lines = Array.from({ length: count }, (_, index) => {
      const line = JSON.stringify({
        seq: ++seq,
        time: '2026-08-19T10:11:12.123Z',
        host: 'HOST',
        account: 'CORP\\runner',
        runner: 'build-7',
        repository: 'org/app',
        workflow: 'ci',
        run: '17-1',
        job: 'test',
        action: 'install',
        target: `C:\\tools\\go\\1.25.${seq}\\x64`,
        from: 'https://go.dev/dl/go.zip',
        outcome: 'ok',
        durationMs: seq * 10,
        ...(index === 0 && number > 0 ? { continues: `audit-${number}.jsonl` } : {}),
        previous,
      });
      previous = hashLine(Buffer.from(line));
      return `${line}\n`;
    });
    const name = number === counts.length - 1 ? 'audit.jsonl' : `audit-${number + 1}.jsonl`;
    return { name, bytes: Buffer.from(lines.join('')) };
  });
}

const single = (lines: readonly (Buffer | string)[]): AuditFile[] => [
  {
    name: 'audit.jsonl',
    bytes: Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])),
  },
];
const linesOf = ([file]: readonly AuditFile[]) => splitLines(file?.bytes ?? Buffer.alloc(0));

describe('a sound audit log', () => {
  it('is found to be one, its files in any order', () => {
    const files = logOf(3, 1, 4);
    const { head } = verifyAudit(files);
    for (const order of [files, [...files].reverse()])
      expect(verifyAudit(order, head)).toEqual({
        ...{ lines: 8, first: 1, last: 8, notes: [], problem: undefined },
        head: hashLine(linesOf(files.slice(2)).at(-1) ?? Buffer.alloc(0)),
      });
  });

  it('may begin in a file that is not there any more', () => {
    const verdict = verifyAudit(logOf(3, 2).slice(1));
    expect(verdict).toMatchObject({ problem: undefined, first: 4, last: 5 });
    expect(verdict.notes).toEqual([
      'audit.jsonl:1: the log begins before this, in audit-1.jsonl, which is not among the files',
    ]);
  });

  it('is what docs/audit-and-metrics.md shows', () => {
    const page = readFileSync(new URL('../../docs/audit-and-metrics.md', import.meta.url), 'utf8');
    const [, text = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const [, head] = /--head ([0-9a-f]{64})/.exec(page) ?? [];
    const shown = [{ name: 'audit.jsonl', bytes: Buffer.from(text) }];
    expect(verifyAudit(shown, head)).toMatchObject({ lines: 2, notes: [], problem: undefined, head });
  });

  it('may end with a torn line', () => {
    const lines = linesOf(logOf(3));
    lines[2] = lines[2]?.subarray(0, 50) ?? Buffer.alloc(0);
    expect(verifyAudit(single(lines))).toMatchObject({
      problem: undefined,
      notes: [expect.stringContaining('audit.jsonl:3: torn')],
    });
  });
});

describe('an audit log that somebody changed', () => {
  const files = logOf(4, 5);
  const [older, newer] = files as [AuditFile, AuditFile];

  it.each<[string, readonly AuditFile[], RegExp]>([
    [
      'a line less at the start',
      single(linesOf(files).slice(1)),
      /^audit\.jsonl:1: it is number 2: the lines before it/,
    ],
    ['a line less in the middle', single(linesOf(files).toSpliced(2, 1)), /^audit\.jsonl:3: its "previous"/],
    [
      'a file less in the middle',
      [logOf(2, 2, 2)[0], logOf(2, 2, 2)[2]] as AuditFile[],
      /^audit\.jsonl:1: its "previous"/,
    ],
    [
      'a line more',
      single(linesOf(files).toSpliced(2, 0, linesOf(files)[1] ?? Buffer.alloc(0))),
      /^audit\.jsonl:3: its "previous"/,
    ],
    [
      'a field changed',
      [older, { ...newer, bytes: Buffer.from(String(newer.bytes).replace('"CORP', '"EVIL')) }],
      /^audit\.jsonl:2: its "previous" is not the hash of audit\.jsonl:1/,
    ],
    [
      'a field that is none',
      single([String(linesOf(files)[0]).replace('"ok"', '"fine"')]),
      /field "outcome"/,
    ],
    ['nothing in it', [{ name: 'audit.jsonl', bytes: Buffer.alloc(0) }], /no line at all/],
    ['two logs', [logOf(3)[0], logOf(2)[0]] as AuditFile[], /a log of its own begins here/],
  ])('is found: %s', (_case, changed, problem) => {
    expect(verifyAudit(changed).problem).toMatch(problem);
  });

  it('by taking lines off its end is found by the hash that was kept elsewhere, and only by that', () => {
    const { head } = verifyAudit(files);
    const cut = [older, ...single(linesOf([newer]).slice(0, 3))];
    expect(verifyAudit(cut).problem).toBeUndefined();
    expect(verifyAudit(cut, head).problem).toMatch(/no line has the hash/);
  });

  it('in any byte, line or order is found, whatever it is', () => {
    const { head = '' } = verifyAudit(files);
    const bytes = (file: AuditFile) => Buffer.from(file.bytes);
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant('byte' as const),
        at: fc.nat(),
        value: fc.integer({ min: 0, max: 255 }),
      }),
      fc.record({
        kind: fc.constant('cut' as const),
        at: fc.nat(),
        length: fc.integer({ min: 1, max: 2000 }),
      }),
      fc.record({
        kind: fc.constant('insert' as const),
        at: fc.nat(),
        text: fc.string({ minLength: 1, unit: 'binary' }),
      }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
      fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), other: fc.nat() }),
      fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), other: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.boolean(), edit, (first, change) => {
        const file = first ? older : newer;
        const before = bytes(file);
        const lines = splitLines(before);
        const at = (length: number) => change.at % length;
        let after: Buffer;
        switch (change.kind) {
          case 'byte':
            after = bytes(file);
            after[at(before.length)] = change.value;
            break;
          case 'cut':
            after = Buffer.concat([
              before.subarray(0, at(before.length)),
              before.subarray(at(before.length) + change.length),
            ]);
            break;
          case 'insert':
            after = Buffer.concat([
              before.subarray(0, at(before.length)),
              Buffer.from(change.text),
              before.subarray(at(before.length)),
            ]);
            break;
          default: {
            const line = lines[at(lines.length)] as Buffer;
            const rest = [...lines];
            if (change.kind === 'remove') rest.splice(at(lines.length), 1);
            else if (change.kind === 'repeat') rest.splice(change.other % lines.length, 0, line);
            else {
              rest[at(lines.length)] = lines[change.other % lines.length] as Buffer;
              rest[change.other % lines.length] = line;
            }
            after = single(rest)[0]?.bytes as Buffer;
          }
        }
        fc.pre(!after.equals(before));
        // The one thing that is no change of a line: that the last one of a file is not ended.
        fc.pre(!Buffer.concat([after, Buffer.from('\n')]).equals(before));
        const changed = { ...file, bytes: after };
        const verdict = verifyAudit(first ? [changed, newer] : [older, changed], head);
        const added = !first && after.subarray(0, before.length).equals(before);
        // What is added at the end takes nothing away; a line that goes on from the last one is an append.
        return added || verdict.problem !== undefined;
      }),
      { numRuns: 3000 },
    );
  });
});

describe('npm run audit:verify', () => {
  const repo = fileURLToPath(new URL('../..', import.meta.url));
  const run = (directory: string, ...args: string[]) =>
    spawnSync(process.execPath, [path.join(repo, 'lab', 'run.js'), 'audit-verify', ...args], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: directory },
    });

  it('ends with 0, 1 or 2, and names the line', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'audit-verify-'));
    try {
      const files = logOf(2, 2);
      for (const { name, bytes } of files) writeFileSync(path.join(directory, name), bytes);
      const { head = '' } = verifyAudit(files);
      const whole = run(directory, 'audit-1.jsonl', 'audit.jsonl', '--head', head);
      expect(whole).toMatchObject({ status: 0, stderr: '' });
      expect(whole.stdout).toContain(
        `4 lines, number 1 to 4: the chain is whole\nThe last line's hash is ${head}`,
      );
      const text = String(files[0]?.bytes).replace('CORP', 'EVIL');
      writeFileSync(path.join(directory, 'audit-1.jsonl'), text);
      expect(run(directory, 'audit-1.jsonl', 'audit.jsonl')).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(
          /^audit-1\.jsonl:2: its "previous" is not the hash of audit-1\.jsonl:1/,
        ),
      });
      expect(run(directory, 'nowhere.jsonl')).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/ENOENT/),
      });
      expect(run(directory)).toMatchObject({ status: 2 });
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
