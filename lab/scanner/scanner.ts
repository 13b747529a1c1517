import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exists, labCacheDir } from '../releases/cache.ts';
import { windowsProgram } from '../releases/windows-program.ts';
import type { WindowsLab } from '../windows/lab.ts';

const SOURCE = fileURLToPath(new URL('program', import.meta.url));
/** How long a start may take. */
const PATIENCE_MS = 30_000;

/** What a scanner has done. */
export interface ScannerReport {
  /** Files that it had open without sharing, by what they are to an installation; a file that changed counts again. */
  readonly opened: Readonly<Partial<Record<ScannedKind, number>>>;
  /** Files that it did not get, because their writer had them open. */
  readonly inUse: number;
  /** The most that it had open at one moment. */
  readonly most: number;
}

export type ScannedKind = 'staging' | 'tree' | 'sidecar' | 'marker' | 'lock' | 'audit' | 'journal' | 'other';

/** A scanner that watches. */
export interface Scanner {
  /** Lets it finish what it has open, and end. */
  stop(): Promise<ScannerReport>;
}

/**
 * Starts a simulated virus scanner: a Windows process that opens each new or changed file below some directories without sharing, for 50 to 500 ms.
 * What is there already it leaves alone.
 *
 * @param seed decides, with a file's name, how long that one is held
 * @param directories Windows paths; they have to be there
 * @throws Error with its last words when it does not start
 */
export async function startScanner(
  lab: WindowsLab,
  seed: number,
  ...directories: readonly string[]
): Promise<Scanner> {
  const program = await windowsProgram(SOURCE, {
    architecture: 'x64',
    directory: path.join(labCacheDir(), 'releases', 'made-up'),
    name: 'scanner',
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  const scratch = await lab.newScratch('scanner');
  const host = (name: string) => path.join(scratch.host, name);
  const files = ['ready', 'stop', 'report'].map((name) => `${scratch.windows}\\${name}`);
  const child = lab.spawn(lab.toWindows(program), [...files, String(seed), ...directories], {
    env: lab.baseEnvironment,
    stdoutFile: host('words.txt'),
  });
  let ended = false;
  void child.exited.then(() => {
    ended = true;
  });
  for (const started = Date.now(); !(await exists(host('ready'))); await sleep(20)) {
    if (!ended && Date.now() - started < PATIENCE_MS) continue;
    child.kill();
    throw new Error(`The scanner does not start: ${await readFile(host('words.txt'), 'utf8')}`);
  }
  return {
    stop: async () => {
      await writeFile(host('stop'), '');
      await child.exited;
      return JSON.parse(await readFile(host('report'), 'utf8')) as ScannerReport;
    },
  };
}
