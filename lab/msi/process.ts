import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningStep } from '../runner.ts';
import type { MsiScene } from './scene.ts';

/**
 * Waits for the msiexec that a step starts, and ends it as TerminateProcess would, when `moment` has come. It is found by the name of its
 * log, which no other process of this host has on its command line.
 * @returns false when it was through by then, and so is the step
 */
export async function killMsiexec(
  scene: MsiScene,
  step: RunningStep,
  moment: () => boolean,
): Promise<boolean> {
  let ended = false;
  void step.result.then(() => {
    ended = true;
  });
  for (; !ended; await sleep(2)) {
    const log = (await scene.journal())?.details.attempts.at(-1)?.log;
    const pid = log === undefined ? undefined : processWith(path.win32.basename(log));
    if (pid === undefined || !moment()) continue;
    process.kill(pid, 'SIGKILL');
    return true;
  }
  return false;
}

/** Without waiting between one process and the next: the one that is looked for lives for half a second. */
function processWith(text: string): number | undefined {
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
      if (/msiexec\.exe/i.test(line) && line.includes(text)) return Number(pid);
    } catch {
      // It has ended meanwhile.
    }
  }
  return undefined;
}
