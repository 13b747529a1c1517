import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type MachinePlaces, type MachineStep, watchMachine } from '../../lab/kill/machine-steps.ts';
import { type Entry, markerPath, temporaryPrefix, treePath } from '../../src/toolcache/layout.ts';

let scratch: string;
let entry: Entry;
let places: MachinePlaces;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'machine-steps-'));
  const root = path.join(scratch, 'root');
  entry = { root: path.join(root, 'versions'), tool: 'go', version: '1.99.1', architecture: 'x64' };
  places = {
    root,
    entry,
    state: path.join(scratch, 'tools', '.setup-go-win'),
    fileCommands: path.join(scratch, 'commands'),
  };
  const locks = path.join(root, '.setup-go-win', 'locks');
  for (const directory of [locks, places.state, places.fileCommands, treePath(entry)])
    mkdirSync(directory, { recursive: true });
  writeFileSync(markerPath(entry), '');
  symlinkSync(treePath(entry), inRoot('current'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const inRoot = (...names: string[]) => path.join(places.root, ...names);
const beside = (name: string) => path.join(path.dirname(treePath(entry)), name);
const AUDIT: [MachineStep, () => void][] = [
  ['audit line written', () => writeFileSync(path.join(places.state, 'audit.jsonl'), '{}\n')],
  ['environment written', () => writeFileSync(path.join(places.fileCommands, 'env_3'), 'GOROOT=…\n')],
];
const OPENED: [MachineStep, () => void][] = [
  ['lock taken', () => writeFileSync(inRoot('.setup-go-win', 'locks', 'machine.json'), '{}')],
  ['journal opened', () => writeFileSync(inRoot('journal.json'), '{}')],
];
const CLOSED: [MachineStep, () => void][] = [
  ['old link gone', () => rmSync(inRoot('current.old'))],
  ['history written', () => writeFileSync(inRoot('history.json'), '{}')],
  ['journal closed', () => rmSync(inRoot('journal.json'))],
];
const aside = () => renameSync(treePath(entry), beside(`${temporaryPrefix(entry)}2`));

const WORKS: [string, [MachineStep, () => void][]][] = [
  [
    'a switch',
    [
      ...OPENED,
      ['new link made', () => symlinkSync(treePath(entry), inRoot('current.new'))],
      ['old link aside', () => renameSync(inRoot('current'), inRoot('current.old'))],
      ['link in place', () => renameSync(inRoot('current.new'), inRoot('current'))],
      ...CLOSED,
      ...AUDIT,
    ],
  ],
  [
    'an uninstallation',
    [
      ...OPENED,
      ['old link aside', () => renameSync(inRoot('current'), inRoot('current.old'))],
      ['marker gone', () => rmSync(markerPath(entry))],
      ['tree moved aside', aside],
      ['tree removed', () => rmSync(beside(`${temporaryPrefix(entry)}2`), { recursive: true })],
      ...CLOSED,
      ...AUDIT,
    ],
  ],
  [
    'a repair',
    [
      ...OPENED.slice(0, 1),
      ['staging made', () => mkdirSync(beside(`${temporaryPrefix(entry)}1`))],
      ...OPENED.slice(1),
      ['marker gone', () => rmSync(markerPath(entry))],
      ['tree moved aside', aside],
      ['tree in place', () => renameSync(beside(`${temporaryPrefix(entry)}1`), treePath(entry))],
      ['marker written', () => writeFileSync(markerPath(entry), '')],
      ...CLOSED.slice(2),
      ...AUDIT,
    ],
  ],
];

it.each(WORKS)('sees each step of %s from outside, in its order', async (_name, done) => {
  const seen: MachineStep[] = [];
  const watching = watchMachine(places, (step) => void seen.push(step));
  watching.jobBegun();
  try {
    await sleep(50);
    expect(watching.last()).toBeUndefined();
    for (const [step, act] of done) {
      act();
      for (let waited = 0; watching.last() !== step && waited < 5000; waited += 5) await sleep(5);
      expect(watching.last()).toBe(step);
    }
    expect(seen).toEqual(done.map(([step]) => step));
    expect(existsSync(inRoot('journal.json'))).toBe(false);
  } finally {
    watching.close();
  }
});
