import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { writeJson } from '../../src/machine/atomic-file.ts';
import { leftChange } from '../../src/machine/journal.ts';
import { settleVersions } from '../../src/side-by-side/settle.ts';
import { switchTo } from '../../src/side-by-side/switch.ts';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { type Entry, markerPath, sidecarPath, treePath } from '../../src/toolcache/layout.ts';
import { bringHome, keepHome, killAt, MOST } from './kill-at.ts';
import { entry, makeVersion, PATH_BEFORE, testMachine } from './machine.ts';

// A process a kill, dozens of them.
jest.setTimeout(10 * 60_000);

const VERSION = '1.99.1';
let scratch: string;
let root: string;
let one: Entry;
beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'kill-repair-'));
  root = path.join(scratch, 'home', 'root');
  one = entry(root, VERSION);
  mkdirSync(root, { recursive: true });
  await writeJson(path.join(scratch, 'home', 'registry.json'), {
    path: { type: 'expand_sz', data: PATH_BEFORE },
  });
  makeVersion(root, VERSION);
  await switchTo(one, 'switch', testMachine(root).session);
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const keep = (name: string) => keepHome(scratch, name);
const bring = (name: string) => bringHome(scratch, name);

/** Which tree is in the version's place, with the sidecar of which, or why none is. */
async function state(): Promise<string> {
  const found = await inspectEntry(one);
  if (found.state !== 'whole') return found.state;
  const tree = existsSync(path.join(treePath(one), 'repaired')) ? 'new' : 'old';
  const { sha256 } = JSON.parse(readFileSync(sidecarPath(one), 'utf8')) as { sha256: string };
  return sha256 === (tree === 'new' ? 'new' : 'ab') ? tree : `${tree} with the sidecar ${sha256}`;
}

/** What the next run finds, does, says and leaves. */
async function settle() {
  const { session, log, audit } = testMachine(root);
  const left = (await leftChange(root)) !== undefined;
  await settleVersions(root, session.context, session.doors);
  const said = log.join('\n');
  const told = /^An earlier run was interrupted: repair of 1\.99\.1 in .*It is (?:finished|undone): /s.test(
    said,
  );
  expect([said, told]).toEqual([said, left]);
  expect(audit.filter((line) => line !== 'remove-leftover ok')).toEqual(left ? ['replace ok'] : []);
  expect(existsSync(path.join(root, 'journal.json'))).toBe(false);
  // What is left before the journal is opened, and after it is closed, is for the next installation.
  const beside = readdirSync(path.dirname(treePath(one))).filter((name) => name.startsWith('.'));
  expect([said, left ? beside : []]).toEqual([said, []]);
  return { left, said, state: await state() };
}

const STARTS: [string, () => void, string][] = [
  ['whole', () => {}, 'old'],
  ['torn', () => rmSync(path.join(treePath(one), 'VERSION')), 'torn'],
  ['gone but for its marker', () => rmSync(treePath(one), { recursive: true }), 'torn'],
  [
    'gone',
    () => {
      for (const file of [treePath(one), markerPath(one), sidecarPath(one)])
        rmSync(file, { recursive: true });
    },
    'absent',
  ],
];

describe.each(STARTS)(
  'a repair of the machine’s Go, which is %s, killed before any of its calls',
  (_name, tear, before) => {
    it('is finished or undone by the next run, which says so', async () => {
      tear();
      keep('start');
      let kills = 0;
      const states = new Set<string>();
      for (let at = 1; at < MOST; at++) {
        bring('start');
        const killed = await killAt(`repair ${VERSION}`, root, at);
        const open = (await leftChange(root)) !== undefined;
        const meanwhile = await state();
        // Whenever there is less than before, the journal tells of it.
        if (!open) expect([at, ['new', before].includes(meanwhile)]).toEqual([at, true]);
        const settled = await settle();
        expect([at, settled.state]).toEqual([
          at,
          expect.stringMatching(open && before !== 'old' ? /^new$/ : new RegExp(`^(?:new|${before})$`)),
        ]);
        states.add(settled.state);
        if (!killed) break;
        kills = at;
      }
      expect(kills).toBeGreaterThan(10);
      expect(kills).toBeLessThan(MOST - 1);
      expect([...states].sort()).toEqual(['new', before].sort());
    });
  },
);

const isNew = () => existsSync(path.join(treePath(one), 'repaired'));
const isMarked = () => existsSync(markerPath(one));

describe('a run that settles a repair and is killed, too', () => {
  it.each<[string, 'works' | 'does not work', () => boolean]>([
    ['the tree is away', 'does not work', () => !existsSync(treePath(one))],
    ['it has no marker', 'works', () => isNew() && !isMarked()],
    ['it has no marker', 'does not work', () => isNew() && !isMarked()],
    ['only the old marker is gone', 'works', () => existsSync(treePath(one)) && !isNew() && !isMarked()],
  ])('leaves what the one after it settles: %s, and the new tree %s', async (_name, fresh, isSo) => {
    keep('start');
    for (let first = 1; ; first++) {
      expect(await killAt(`repair ${VERSION}`, root, first)).toBe(true);
      if (isSo()) break;
      bring('start');
    }
    const beside = path.dirname(treePath(one));
    if (fresh === 'does not work')
      for (const name of readdirSync(beside))
        if (existsSync(path.join(beside, name, 'repaired'))) rmSync(path.join(beside, name, 'VERSION'));
    keep('killed');
    let kills = 0;
    for (let at = 1; at < MOST; at++) {
      bring('killed');
      const killed = await killAt('settle', root, at);
      const settled = await settle();
      expect([at, settled.state]).toEqual([at, fresh === 'works' ? 'new' : 'old']);
      if (!killed) break;
      kills = at;
    }
    expect(kills).toBeGreaterThan(5);
  });
});
