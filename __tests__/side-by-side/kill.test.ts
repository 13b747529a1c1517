import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeJson } from '../../src/machine/atomic-file.ts';
import { linksOf } from '../../src/machine/current.ts';
import { leftChange } from '../../src/machine/journal.ts';
import { currentBin } from '../../src/side-by-side/session.ts';
import { settleVersions } from '../../src/side-by-side/settle.ts';
import { switchTo } from '../../src/side-by-side/switch.ts';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { treePath } from '../../src/toolcache/layout.ts';
import { killAt, MOST } from './kill-at.ts';
import { entry, makeVersion, PATH_BEFORE, type TestMachine, testMachine } from './machine.ts';

const [A, B] = ['1.99.1', '1.99.2'] as const;

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'kill-switch-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** A machine before the work: the versions that have been its Go, in their order. */
async function prepare(home: string, before: readonly string[]): Promise<TestMachine> {
  const root = path.join(home, 'root');
  mkdirSync(root, { recursive: true });
  await writeJson(path.join(home, 'registry.json'), { path: { type: 'expand_sz', data: PATH_BEFORE } });
  const machine = testMachine(root);
  for (const version of [A, B]) makeVersion(root, version);
  for (const version of before) await switchTo(entry(root, version), 'switch', machine.session);
  machine.log.length = 0;
  return machine;
}

/** What `current` leads to: a version that is whole, nothing, or what it must never be. */
async function currentOf(root: string): Promise<string> {
  const { current } = linksOf(root);
  let target: string;
  try {
    if (!lstatSync(current).isSymbolicLink()) return 'no link';
    target = readlinkSync(current);
  } catch {
    return 'nothing';
  }
  const version = path.basename(path.dirname(target));
  const found = await inspectEntry(entry(root, version));
  if (treePath(entry(root, version)) !== target || found.state !== 'whole') return `${version}, not whole`;
  return version;
}

/** Lets the next run settle, and says what is wrong afterwards. */
async function settledOf(root: string, allowed: readonly string[]) {
  const { session, log, environment } = testMachine(root);
  const left = await leftChange(root);
  await settleVersions(root, session.context, session.doors);
  const current = await currentOf(root);
  const written = (await environment()).path;
  const text = written?.type === 'expand_sz' ? written.data : String(written?.type);
  const { fresh, old } = linksOf(root);
  const leads = current !== 'nothing';
  const told = /An earlier run was interrupted.*It is (?:finished|undone)/s.test(log.join('\n'));
  return {
    current: allowed.includes(current) ? 'right' : current,
    // Our entry is there where there is a Go for it, and nothing else has moved by a byte.
    path: text === (leads ? `${PATH_BEFORE};${currentBin(root)}` : PATH_BEFORE) ? 'right' : text,
    told: told === (left !== undefined),
    left: [fresh, old, path.join(root, 'journal.json')].filter((file) => existsSync(file)),
    torn: tornIn(root),
  };
}
const RIGHT = { current: 'right', path: 'right', told: true, left: [], torn: [] };

/** Versions of which only a part is there, or that have something beside them. */
function tornIn(root: string): string[] {
  const directory = path.join(root, 'versions', 'go');
  return readdirSync(directory).filter((version) => {
    const names = readdirSync(path.join(directory, version)).sort().join(' ');
    return names !== 'x64 x64.complete x64.setup-go-win.json';
  });
}

const WORKS: [string, string, readonly string[], readonly string[], readonly string[]][] = [
  ['the first switch', `switch ${A}`, [], ['nothing', A], ['nothing', A]],
  ['a switch', `switch ${B}`, [A], ['nothing', A, B], [A, B]],
  ['a rollback', 'rollback', [A, B], ['nothing', A, B], [A, B]],
  ['an uninstallation', `uninstall ${A}`, [B, A], ['nothing', A], ['nothing', A]],
  ['an uninstallation of another version', `uninstall ${A}`, [A, B], [B], [B]],
];

describe.each(WORKS)('%s that is killed before any of its calls', (_name, work, before, meanwhile, after) => {
  it('leaves a whole Go or none, and the next run finishes or undoes it and says so', async () => {
    const start = path.join(scratch, 'start');
    await prepare(start, before);
    let kills = 0;
    for (let at = 1; at < MOST; at++) {
      // Links lead to whole paths: each round plays at the same place.
      const home = path.join(scratch, 'start');
      const kept = path.join(scratch, 'kept');
      if (!existsSync(kept)) cpSync(home, kept, { recursive: true, verbatimSymlinks: true });
      rmSync(home, { recursive: true });
      cpSync(kept, home, { recursive: true, verbatimSymlinks: true });
      const root = path.join(home, 'root');
      const killed = await killAt(work, root, at);
      const found = await currentOf(root);
      expect([at, found, meanwhile.includes(found)]).toEqual([at, found, true]);
      expect([at, await settledOf(root, after)]).toEqual([at, RIGHT]);
      if (!killed) break;
      kills = at;
    }
    expect(kills).toBeGreaterThan(6);
    expect(kills).toBeLessThan(MOST - 1);
  });
});

describe('a run that settles and is killed, too', () => {
  it.each([5, 9])(
    'leaves what the one after it settles: after a switch that was killed at call %i',
    async (first) => {
      const kept = path.join(scratch, 'kept');
      const home = path.join(scratch, 'start');
      const root = path.join(home, 'root');
      await prepare(home, [A]);
      expect(await killAt(`switch ${B}`, root, first)).toBe(true);
      cpSync(home, kept, { recursive: true, verbatimSymlinks: true });
      for (let at = 1; at < MOST; at++) {
        rmSync(home, { recursive: true });
        cpSync(kept, home, { recursive: true, verbatimSymlinks: true });
        const killed = await killAt('settle', root, at);
        const found = await currentOf(root);
        expect([at, found, ['nothing', A, B].includes(found)]).toEqual([at, found, true]);
        expect([at, await settledOf(root, [A, B])]).toEqual([at, RIGHT]);
        if (!killed) break;
      }
    },
  );
});
