import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Entry, lockFile, lockName } from '../../src/toolcache/layout.ts';
import { exists } from '../releases/cache.ts';
import type { WindowsLab } from '../windows/lab.ts';

/** How long it may take to get the lock, which others work under. */
const PATIENCE_MS = 120_000;

/** Takes a lock as soon as nobody has it, says so in the file `ready`, and ends, and so lets go, when `stop` is there. */
const HOLD = `
const fs = require('node:fs');
const [ready, stop, lock] = process.argv.slice(2);
const NO_SHARING = 0x10000000;
const tick = setInterval(() => {
  if (fs.existsSync(stop)) process.exit(0);
  if (fs.existsSync(ready)) return;
  try {
    fs.openSync(lock, fs.constants.O_RDWR | fs.constants.O_CREAT | NO_SHARING);
    fs.writeFileSync(ready, '');
  } catch (error) {
    if (error.code !== 'EBUSY') throw error;
  }
}, 20);
`;

/**
 * Takes the lock of an entry in a Windows process of its own, which leaves no record of who it is.
 * @returns lets go of it
 * @throws Error with the process's last words when it does not get it
 */
export async function holdLock(lab: WindowsLab, entry: Entry): Promise<() => Promise<void>> {
  const scratch = await lab.newScratch('lock');
  const host = (name: string) => path.join(scratch.host, name);
  const lock = lockFile(entry.root, lockName(entry));
  await mkdir(path.dirname(lock), { recursive: true });
  await writeFile(host('hold.cjs'), HOLD);
  const files = ['hold.cjs', 'ready', 'stop'].map((name) => `${scratch.windows}\\${name}`);
  const child = lab.spawn(lab.node, [...files, lab.toWindows(lock)], {
    env: lab.baseEnvironment,
    stdoutFile: host('words.txt'),
  });
  let ended = false;
  void child.exited.then(() => {
    ended = true;
  });
  const release = async () => {
    await writeFile(host('stop'), '');
    await child.exited;
  };
  for (const started = Date.now(); !(await exists(host('ready'))); await sleep(20)) {
    if (!ended && Date.now() - started < PATIENCE_MS) continue;
    await release();
    throw new Error(`Nobody holds ${lock}: ${await readFile(host('words.txt'), 'utf8')}`);
  }
  return release;
}
