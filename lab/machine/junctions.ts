import { readdirSync, readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WindowsLab } from '../windows/lab.ts';

/** As lab/windows/junctions.cjs names what it works with. */
const WORK = /^lab-junctions-\d+\./;
const PATIENCE_MS = 20_000;
const AT_REST_MS = 100;

/**
 * Waits for the change of a link that a killed process had begun: the stand-in for junctions makes it by a script of the host, which goes on, as a call of
 * Windows would be done. Then removes what was left of it.
 *
 * @throws Error where it does not end
 */
export async function junctionsAtRest({ driveC }: WindowsLab): Promise<void> {
  // It may be about to start.
  for (let started = Date.now(), quiet = 0; quiet < 2; quiet = atWork() ? 0 : quiet + 1) {
    if (Date.now() - started > PATIENCE_MS) throw new Error('A change of a link does not end');
    await sleep(AT_REST_MS / 2);
  }
  for (const name of await readdir(driveC)) if (WORK.test(name)) await rm(path.join(driveC, name));
}

function atWork(): boolean {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('lab-junctions-');
    } catch {
      return false; // it has ended meanwhile
    }
  });
}
