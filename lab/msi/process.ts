import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MsiScene } from './scene.ts';

/**
 * Waits for the msiexec that a step has started, and ends it as TerminateProcess would, when `moment` has come. It is found by the name of
 * its log, which no other process of this host has on its command line.
 * @throws Error when it was through by then
 */
export async function killMsiexec(scene: MsiScene, moment: () => boolean): Promise<void> {
  let log: string | undefined;
  while (log === undefined) {
    log = (await scene.journal())?.details.attempts.at(-1)?.log;
    await sleep(5);
  }
  const name = path.win32.basename(log);
  let pid: number | undefined;
  while (pid === undefined) {
    pid = await processWith(name);
    await sleep(5);
  }
  while (!moment()) {
    if ((await processWith(name)) === undefined) throw new Error('msiexec was quicker than the lab');
    await sleep(2);
  }
  process.kill(pid, 'SIGKILL');
}

async function processWith(text: string): Promise<number | undefined> {
  for (const pid of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '');
    if (/msiexec\.exe/i.test(line) && line.includes(text)) return Number(pid);
  }
  return undefined;
}
