import { readdirSync, readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WindowsLab } from '../windows/lab.ts';

/** As lab/windows/junctions.cjs names what it works with. */
const WORK = /^lab-junctions-\d+\./;
const START_MS = 5000;
const PATIENCE_MS = 60_000;
const AT_REST_MS = 100;

/**
 * Waits for the change of a link that a killed process had begun: the stand-in for junctions makes it by a script of the host, which goes on, as a call of
 * Windows would be done. A process that was killed while it started another one can leave that one suspended: where it is the one that begins the script,
 * it is ended, and the change was not made. Then removes what was left of it.
 *
 * @throws Error where it does not end
 */
export async function junctionsAtRest({ driveC }: WindowsLab): Promise<void> {
  const prefix = path.basename(path.dirname(driveC));
  const started = Date.now();
  // It may be about to start.
  for (let quiet = 0; quiet < 2; quiet++) {
    await sleep(AT_REST_MS / 2);
    const waited = Date.now() - started;
    if (waited > PATIENCE_MS) throw new Error('A change of a link does not end');
    for (const { pid, script } of atWork(prefix)) {
      quiet = -1;
      if (!script && waited > START_MS) endOne(pid);
    }
  }
  for (const name of await readdir(driveC)) if (WORK.test(name)) await rm(path.join(driveC, name));
}

/** The processes of a change on one Windows: its script, and the program that begins it. */
function atWork(prefix: string): { readonly pid: number; readonly script: boolean }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const line = readFileSync(`/proc/${name}/cmdline`, 'latin1');
      if (!line.includes('lab-junctions-') || !line.includes(`${prefix}/`)) return [];
      return [{ pid: Number(name), script: !line.includes('start.exe') }];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}

function endOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended meanwhile
  }
}
