import { mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { leftoversIn } from '../../lab/kill/tool-cache.ts';
import { type Wanted, wrongAudit, wrongEnd, wrongTree } from '../../lab/soak/check.ts';
import type { PlannedInstall } from '../../lab/soak/plan.ts';
import { isClean, tableOf } from '../../lab/soak/report.ts';
import type { PlayedInstall } from '../../lab/soak/soak.ts';
import { appendLine } from '../../src/report/audit-file.ts';
import {
  type Entry,
  lockFile,
  lockName,
  markerPath,
  sidecarPath,
  treePath,
} from '../../src/toolcache/layout.ts';
import { makeToolCache, provenanceOf, putEntry } from '../toolcache/trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
let wanted: Wanted;
beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
  const files = ['VERSION', 'bin/go.exe'].map((name) => {
    const content = readFileSync(path.join(treePath(entry), name));
    return [name, { size: content.length, crc: crc32(content) }] as const;
  });
  wanted = { entry, tree: new Map(files), sha256: 'a'.repeat(64) };
});
afterEach(() => cache.remove());

const inTree = (name: string) => path.join(treePath(entry), name);

describe('the tree of a soak', () => {
  it('that is whole is right, and so is one that is not there, as long as nobody has to find it', async () => {
    expect(await wrongTree(wanted, true)).toBeUndefined();
    rmSync(treePath(entry), { recursive: true });
    unlinkSync(markerPath(entry));
    expect(await wrongTree(wanted, false)).toBeUndefined();
    expect(await wrongTree(wanted, true)).toBe('1.25.3: there is no marker');
  });

  it.each([
    ['without a file', () => unlinkSync(inTree('VERSION')), /missing \(VERSION\)/],
    [
      'with half of a file',
      () => writeFileSync(inTree('VERSION'), 'go1.2'),
      /with other content \(VERSION\)/,
    ],
    ['with a foreign file', () => writeFileSync(inTree('.half'), ''), /not of this release \(\.half\)/],
    ['that is gone', () => rmSync(treePath(entry), { recursive: true }), /there is no tree/],
  ])('%s beside a marker is torn', async (_what, tear, said) => {
    tear();
    expect(await wrongTree(wanted, false)).toMatch(said);
  });

  it('whose record is of another build, or broken off, is told when a run has just used it', async () => {
    writeFileSync(sidecarPath(entry), '{"sha256": "b');
    expect(await wrongTree(wanted, true)).toMatch(/record beside the tree says SyntaxError/);
    expect(await wrongTree(wanted, false)).toBeUndefined();
  });
});

describe('the end of an installation', () => {
  const failed = (code: string) => ({ kind: 'error', code }) as const;
  const lock = (holdMs: number | 'until it gives up') => ({ kind: 'lock', holdMs }) as const;
  const fault = (times: number | 'all', kind: 'reset' | 'corrupt' = 'reset') =>
    ({ kind: 'fault', target: 'files', fault: { kind }, times }) as const;
  const kill = { kind: 'kill', at: { kind: 'time', fraction: 0.5 } } as const;

  it.each([
    [{ kind: 'success' } as const, { kind: 'none' } as const, false],
    [{ kind: 'killed' } as const, kill, true],
    [failed('E_LOCKED'), lock('until it gives up'), false],
    [failed('E_NETWORK'), fault('all'), false],
    [failed('E_CHECKSUM'), fault('all', 'corrupt'), false],
  ])('%j under %j is as it was made to end', (end, injection, killed) => {
    expect(wrongEnd(end, injection, killed)).toBeUndefined();
  });

  it.each([
    [failed('E_LOCKED'), { kind: 'none' } as const],
    [failed('E_LOCKED'), lock(500)],
    [failed('E_LOCKED'), fault('all')],
    [failed('E_NETWORK'), fault(2)],
    [failed('E_NETWORK'), lock('until it gives up')],
    [failed('E_VERIFY'), kill],
    [failed('E_INTERNAL'), fault('all', 'corrupt')],
  ])('%j under %j is an error that nobody injected', (end, injection) => {
    expect(wrongEnd(end, injection, false)).toBe(`it failed with ${end.code}`);
  });

  it('by a death is only right where somebody killed it', () => {
    expect(wrongEnd({ kind: 'killed' }, kill, false)).toMatch(/nobody had killed it/);
  });
});

describe('what is left over in a tool cache', () => {
  it('is nothing where there are whole entries, locks and an audit log', async () => {
    const lock = lockFile(entry.root, lockName(entry));
    mkdirSync(path.dirname(lock), { recursive: true });
    for (const file of [lock, ...audit('audit.lock', 'audit.jsonl')]) writeFileSync(file, '');
    expect(await leftoversIn(cache.root, [entry])).toEqual([]);
  });

  it.each([
    'go/1.25.3/.x64-0123abcd/bin',
    'go/1.24.0/.x64-0123abcd',
    '.setup-go-win-test-0123abcd',
    'go/.setup-go-win-test-0123abcd',
    '.setup-go-win/locks/go-1.25.3-x64.json',
    '.setup-go-win/locks/go-1.25.3-x64.json.new',
    '.setup-go-win/tree.json.0123abcd',
  ])('is found: %s', async (name) => {
    mkdirSync(path.join(cache.root, name), { recursive: true });
    const [left] = await leftoversIn(cache.root, [entry]);
    expect(name.startsWith(String(left).replaceAll('\\', '/'))).toBe(true);
  });

  it('is an audit log with a broken chain, too', async () => {
    const [file] = audit('audit.jsonl') as [string];
    expect(await appendSome(file)).toBeUndefined();
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.filter((_, index) => index !== 1).join('\n'));
    expect(await wrongAudit(cache.root)).toMatch(/audit\.jsonl:2: its "previous" is not the hash/);
  });

  const audit = (...names: string[]) => names.map((name) => path.join(cache.root, '.setup-go-win', name));

  async function appendSome(file: string): Promise<string | undefined> {
    for (let line = 0; line < 3; line++)
      await appendLine(
        file,
        ({ seq, previous }) =>
          JSON.stringify({
            seq,
            time: '2026-01-01T00:00:00.000Z',
            host: 'h',
            account: 'a',
            runner: 'r',
            repository: '',
            workflow: '',
            run: '',
            job: '',
            action: 'publish',
            target: 't',
            from: 'f',
            outcome: 'ok',
            durationMs: 1,
            previous,
          }),
        { patienceMs: 5000 },
      );
    return await wrongAudit(cache.root);
  }
});

it('the table tells errors that were injected from those that were not, and is clean only without the latter', () => {
  const planned: PlannedInstall = { version: 0, before: 'removed', injection: { kind: 'none' } };
  const played = (end: PlayedInstall['end'], violations: string[]): PlayedInstall => ({
    runner: 1,
    planned,
    end,
    hit: false,
    met: undefined,
    warnings: [],
    violations,
    log: '',
    wallMs: 1,
  });
  const plan = { runners: 1, installs: 2, versions: 1, seed: 7 };
  const injected = played({ kind: 'error', code: 'E_NETWORK' }, []);
  const other = played({ kind: 'error', code: 'E_VERIFY' }, ['it failed with E_VERIFY']);
  const result = { plan, installs: [injected], orphans: 0, endViolations: [], wallMs: 60_000 };
  expect(isClean(result)).toBe(true);
  expect(isClean({ ...result, endViolations: ['left over: x'] })).toBe(false);
  expect(isClean({ ...result, installs: [injected, other] })).toBe(false);
  const table = tableOf({ ...result, installs: [injected, other] });
  expect(table).toContain('| errors that were injected | 1 (in all: E_NETWORK 1, E_VERIFY 1) |');
  expect(table).toContain('| errors that were not | 1 |');
  expect(table).toContain('\nVIOLATION: it failed with E_VERIFY');
});
