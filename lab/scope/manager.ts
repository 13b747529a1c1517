import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WindowsLab } from '../windows/lab.ts';

/** One thing that a configuration manager does to the machine. Paths are Windows paths. */
export interface ManagerTask {
  /** Waits until this is there; `*` stands for any part of a name. Left out: at once. */
  readonly when?: string;
  /** Removed with all that is in them, as far as Windows lets go of it. */
  readonly remove?: readonly string[];
  /** Variables of the machine, each with the whole value that it is to have. */
  readonly variables?: Readonly<Record<string, string>>;
  /** An empty file that is made when all of that is done. */
  readonly report?: string;
}

/** A manager that is at work. */
export interface Manager {
  /**
   * Waits until all tasks are done and the process has ended.
   * @returns what was to be removed and could not be
   * @throws Error with its last words where it failed
   */
  done(): Promise<string[]>;
  /** Ends it, done or not. */
  stop(): Promise<void>;
}

/** Removes file by file, and goes on where one is refused: Windows keeps a program that runs. */
const SCRIPT = `
const fs = require('node:fs');
const { spawnSync } = require('node:child_process');
const { tasks, kept } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const left = [];
const tried = (place, work) => {
  try {
    work();
  } catch (error) {
    if (error.code !== 'ENOENT') left.push(place);
  }
};
function remove(place) {
  const found = fs.lstatSync(place, { throwIfNoEntry: false });
  if (found?.isDirectory()) tried(place, () => fs.readdirSync(place).forEach((name) => remove(place + '\\\\' + name)));
  if (found?.isDirectory()) tried(place, () => fs.rmdirSync(place));
  else if (found) tried(place, () => fs.unlinkSync(place));
}
function isThere(pattern) {
  let places = [''];
  for (const part of pattern.split('\\\\')) {
    const name = new RegExp('^' + part.split('*').map((text) => text.replace(/[.+?^\${}()|[\\]]/g, '\\\\$&')).join('.*') + '$', 'i');
    places = places.flatMap((place) => {
      if (!part.includes('*')) return [place + part + '\\\\'];
      try {
        return fs.readdirSync(place).filter((one) => name.test(one)).map((one) => place + one + '\\\\');
      } catch {
        return [];
      }
    });
  }
  return places.some((place) => fs.existsSync(place.slice(0, -1)));
}
const ENVIRONMENT = 'HKLM\\\\System\\\\CurrentControlSet\\\\Control\\\\Session Manager\\\\Environment';
for (const { when, remove: places = [], variables = {}, report } of tasks) {
  while (when !== undefined && !isThere(when)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  for (const place of places) remove(place);
  for (const [name, value] of Object.entries(variables)) {
    const add = ['add', ENVIRONMENT, '/v', name, '/t', 'REG_EXPAND_SZ', '/d', value, '/f'];
    const { status, error } = spawnSync('C:\\\\windows\\\\system32\\\\reg.exe', add, { stdio: 'ignore' });
    if (status !== 0) throw error ?? new Error('reg.exe ended with ' + status);
  }
  if (report !== undefined) fs.writeFileSync(report, '');
}
fs.writeFileSync(kept, JSON.stringify(left));
`;

/**
 * Starts another process of Windows that looks after the machine in its own way, and knows nothing of the action: it does these tasks, one
 * after the other.
 */
export async function startManager(lab: WindowsLab, tasks: readonly ManagerTask[]): Promise<Manager> {
  const scratch = await lab.newScratch('manager');
  const host = (name: string) => path.join(scratch.host, name);
  const windows = (name: string) => `${scratch.windows}\\${name}`;
  await writeFile(host('manager.cjs'), SCRIPT);
  await writeFile(host('tasks.json'), JSON.stringify({ tasks, kept: windows('kept.json') }));
  const child = lab.spawn(lab.node, [windows('manager.cjs'), windows('tasks.json')], {
    env: lab.baseEnvironment,
    stdoutFile: host('words.txt'),
  });
  return {
    done: async () => {
      await child.exited;
      const kept = await readFile(host('kept.json'), 'utf8').catch(() => undefined);
      if (kept === undefined)
        throw new Error(`The manager failed: ${await readFile(host('words.txt'), 'utf8')}`);
      return JSON.parse(kept) as string[];
    },
    stop: async () => {
      child.kill();
      await child.exited;
    },
  };
}
