import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { writeJson } from '../../src/machine/atomic-file.ts';
import { linksOf } from '../../src/machine/current.ts';
import { leftChange } from '../../src/machine/journal.ts';
import { settleVersions } from '../../src/side-by-side/settle.ts';
import { switchTo } from '../../src/side-by-side/switch.ts';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { treePath } from '../../src/toolcache/layout.ts';
import { bringHome, keepHome, killAt, MOST } from './kill-at.ts';
import { entry, makeVersion, PATH_BEFORE, testMachine } from './machine.ts';

// A process a kill, dozens of them.
jest.setTimeout(10 * 60_000);

const [OLD, OLDER, BEFORE, CURRENT, NEWEST] = ['1.97.2', '1.97.1', '1.98.1', '1.98.2', '1.99.1'] as const;

let scratch: string;
let root: string;
beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'kill-prune-'));
  const home = path.join(scratch, 'home');
  root = path.join(home, 'root');
  mkdirSync(root, { recursive: true });
  await writeJson(path.join(home, 'registry.json'), { path: { type: 'expand_sz', data: PATH_BEFORE } });
  for (const version of [OLD, OLDER, BEFORE, CURRENT, NEWEST]) makeVersion(root, version);
  for (const version of [BEFORE, CURRENT])
    await switchTo(entry(root, version), 'switch', testMachine(root).session);
  keep('start');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const keep = (name: string) => keepHome(scratch, name);
const bring = (name: string) => bringHome(scratch, name);

/** Each version that is there, and whether it is whole; also what no version should have beside it. */
async function versions(): Promise<Record<string, string>> {
  const states: Record<string, string> = {};
  for (const version of readdirSync(path.join(root, 'versions', 'go'))) {
    const one = entry(root, version);
    const beside = readdirSync(path.dirname(treePath(one)))
      .sort()
      .join(' ');
    const { state } = await inspectEntry(one);
    states[version] = beside === 'x64 x64.complete x64.setup-go-win.json' ? state : beside;
  }
  return states;
}
const KEPT = { [BEFORE]: 'whole', [CURRENT]: 'whole', [NEWEST]: 'whole' };

/** What the next run finds, does and says. */
async function settle() {
  const { session, log, audit } = testMachine(root);
  const left = await leftChange<{ tree: string }>(root);
  const about = left === undefined ? undefined : path.basename(path.dirname(left.change.details.tree));
  await settleVersions(root, session.context);
  return { about, log: log.join('\n'), audit };
}

async function expectSettled(at: number, { about, log }: Awaited<ReturnType<typeof settle>>) {
  const now = await versions();
  expect([at, now]).toMatchObject([at, KEPT]);
  const told = /^An earlier run was interrupted: prune of .*\n(?:.*\n)*It is (?:finished|undone): /.test(log);
  expect([at, told]).toEqual([at, about !== undefined]);
  // What was at work is whole or gone, and so is the other one, whose turn had come or not.
  for (const version of [OLD, OLDER])
    expect([at, version, now[version] ?? 'whole']).toEqual([at, version, 'whole']);
  if (/It is finished/.test(log)) expect([at, now[about ?? '']]).toEqual([at, undefined]);
  expect([at, existsSync(path.join(root, 'journal.json'))]).toEqual([at, false]);
  expect(readlinkSync(linksOf(root).current)).toBe(treePath(entry(root, CURRENT)));
}

it('a prune that is killed before any of its calls leaves the machine’s Go alone; the next run finishes or undoes it and says so', async () => {
  let kills = 0;
  const said = new Set<string>();
  for (let at = 1; at < MOST; at++) {
    bring('start');
    const killed = await killAt('prune', root, at);
    expect([at, await versions()]).toMatchObject([at, KEPT]);
    const settled = await settle();
    await expectSettled(at, settled);
    said.add(/It is (\w+)/.exec(settled.log)?.[1] ?? 'nothing');
    if (!killed) break;
    kills = at;
  }
  expect(kills).toBeGreaterThan(15);
  expect(kills).toBeLessThan(MOST - 1);
  expect([...said].sort()).toEqual(['finished', 'nothing', 'undone']);
});

it('a run that settles and is killed, too, leaves what the one after it settles', async () => {
  const marker = `${treePath(entry(root, OLD))}.complete`;
  for (let first = 1; ; first++) {
    expect(await killAt('prune', root, first)).toBe(true);
    if (!existsSync(marker) && existsSync(treePath(entry(root, OLD)))) break;
    bring('start');
  }
  keep('killed');
  let kills = 0;
  for (let at = 1; at < MOST; at++) {
    bring('killed');
    const killed = await killAt('settle', root, at);
    const settled = await settle();
    await expectSettled(at, settled);
    if (!killed) break;
    kills = at;
  }
  expect(kills).toBeGreaterThan(5);
});
