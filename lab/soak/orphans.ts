import { readdir, readFile } from 'node:fs/promises';

/**
 * Ends the programs that still run from a directory, as a runner does at the end of a job with what the job has left (RUNNER_TRACKING_ID), and a restart
 * of the machine does anyway. A node that is killed while it starts a program can leave one that never runs on:
 * CreateProcess makes it suspended and resumes it in a second step.
 * Only under Wine, whose processes are the host's.
 *
 * @param directory Windows path
 * @returns how many there were
 */
export async function endOrphans(directory: string): Promise<number> {
  let ended = 0;
  for (const pid of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!line.toLowerCase().startsWith(`${directory.toLowerCase()}\\`)) continue;
    process.kill(Number(pid), 'SIGKILL');
    ended++;
  }
  return ended;
}
