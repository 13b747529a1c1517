import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WindowsLab } from '../windows/lab.ts';

/** How long a start may take. */
const PATIENCE_MS = 30_000;
/** Share nothing: nobody else may read, write, rename or delete the file. */
const UV_FS_O_EXLOCK = 0x10000000;

/** Holds the files named after the flags, says so in the file `ready`, and ends when `stop` is there. */
const HOLD = `
const fs = require('node:fs');
const [ready, stop, ...files] = process.argv.slice(2);
for (const file of files) fs.openSync(file, fs.constants.O_RDWR | ${UV_FS_O_EXLOCK});
fs.writeFileSync(ready, String(process.pid));
setInterval(() => fs.existsSync(stop) && process.exit(0), 25);
`;

/** A Windows process that is in somebody's way. */
export interface Holder {
  /** Its process id as Windows counts. */
  readonly pid: number;
  /** Lets it end, and waits until it has: then nothing is held any more. */
  release(): Promise<void>;
}

/**
 * Starts a Windows process that has files open without sharing.
 * @param files Windows paths; they have to be there
 * @throws Error with its last words when it can't open them
 */
export async function holdFiles(lab: WindowsLab, ...files: readonly string[]): Promise<Holder> {
  return await startHolder(lab, lab.node, files);
}

/**
 * Runs the go.exe of a made-up Go, which can't be deleted meanwhile, and has files open without sharing.
 * @param exe Windows path of the tree's `bin\\go.exe`
 */
export async function runGo(lab: WindowsLab, exe: string, ...files: readonly string[]): Promise<Holder> {
  return await startHolder(lab, exe, files);
}

/**
 * Starts a program of the lab that holds files: node, or one that is called as `hold READY STOP FILE…`, makes READY with its process id in it, and
 * ends when STOP is there.
 */
export async function startHolder(lab: WindowsLab, exe: string, files: readonly string[]): Promise<Holder> {
  const scratch = await lab.newScratch('holder');
  const host = (name: string) => path.join(scratch.host, name);
  const windows = (name: string) => `${scratch.windows}\\${name}`;
  await writeFile(host('hold.cjs'), HOLD);
  const first = exe.toLowerCase().endsWith('\\go.exe') ? 'hold' : windows('hold.cjs');
  const child = lab.spawn(exe, [first, windows('ready'), windows('stop'), ...files], {
    env: lab.baseEnvironment,
    stdoutFile: host('words.txt'),
  });
  let ended = false;
  void child.exited.then(() => {
    ended = true;
  });
  const pid = async () => Number(await readFile(host('ready'), 'utf8').catch(() => ''));
  for (const started = Date.now(); !((await pid()) > 0); await sleep(20)) {
    if (!ended && Date.now() - started < PATIENCE_MS) continue;
    child.kill();
    const words = await readFile(host('words.txt'), 'utf8').catch(() => '');
    throw new Error(`${exe} does not hold anything: ${words}`);
  }
  return {
    pid: await pid(),
    release: async () => {
      await writeFile(host('stop'), '');
      await child.exited;
    },
  };
}
