import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type MsiPlaces, type MsiStep, watchMsi } from '../../lab/kill/msi-steps.ts';

let scratch: string;
let places: MsiPlaces;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'msi-steps-'));
  places = {
    root: path.join(scratch, 'root'),
    goRoot: path.join(scratch, 'Go'),
    state: path.join(scratch, 'tools', '.setup-go-win'),
    fileCommands: path.join(scratch, 'commands'),
  };
  for (const directory of [path.join(places.root, 'msi'), path.join(places.root, '.setup-go-win', 'locks')])
    mkdirSync(directory, { recursive: true });
  for (const directory of [places.goRoot, places.state, places.fileCommands])
    mkdirSync(directory, { recursive: true });
  write(path.join(places.goRoot, 'VERSION'), 'go1.99.1\n');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(file, text);

it('sees each step of a change from outside, in its order', async () => {
  const seen: MsiStep[] = [];
  const watching = watchMsi(places, (step) => void seen.push(step));
  watching.jobBegun();
  const inRoot = (...names: string[]) => path.join(places.root, ...names);
  const attempts = (...list: object[]) =>
    write(inRoot('journal.json'), JSON.stringify({ details: { attempts: list } }));
  const package_ = inRoot('msi', 'go1.99.2-x64-01234567');
  const done: [MsiStep, () => void][] = [
    ['lock taken', () => write(inRoot('.setup-go-win', 'locks', 'machine.json'), '{}')],
    ['package being written', () => write(path.join(package_, 'go1.99.2.windows-amd64.msi.part'), 'x')],
    ['package recorded', () => write(path.join(package_, 'package.json'), '{}')],
    ['journal opened', () => attempts()],
    ['attempt in the journal', () => attempts({})],
    ['msiexec started', () => attempts({ pid: 7 })],
    ['old Go gone', () => rmSync(path.join(places.goRoot, 'VERSION'))],
    ['new Go arrives', () => write(path.join(places.goRoot, 'VERSION'), 'go1.99.2\n')],
    ['msiexec ended', () => attempts({ pid: 7, exitCode: 1603 })],
    ['recovery in the journal', () => attempts({ pid: 7, exitCode: 1603 }, {})],
    ['recovery started', () => attempts({ pid: 7, exitCode: 1603 }, { pid: 8 })],
    ['recovery ended', () => attempts({ pid: 7, exitCode: 1603 }, { pid: 8, exitCode: 0 })],
    ['list of files written', () => write(inRoot('msi', '0123.files.json'), '{}')],
    ['history written', () => write(inRoot('history.json'), '{}')],
    ['journal closed', () => rmSync(inRoot('journal.json'))],
    ['audit line written', () => write(path.join(places.state, 'audit.jsonl'), '{}\n')],
    ['environment written', () => write(path.join(places.fileCommands, 'env_3'), 'GOROOT=…\n')],
  ];
  try {
    expect(watching.last()).toBeUndefined();
    mkdirSync(package_);
    await sleep(50); // the directory is watched as soon as it has been seen
    for (const [step, act] of done) {
      act();
      for (let waited = 0; watching.last() !== step && waited < 5000; waited += 5) await sleep(5);
      expect(watching.last()).toBe(step);
    }
    expect(seen).toEqual(done.map(([step]) => step));
  } finally {
    watching.close();
  }
});
