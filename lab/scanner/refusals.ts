import { copyFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment, WindowsLab } from '../windows/lab.ts';

const SOURCE = fileURLToPath(new URL('refusals.cjs', import.meta.url));

/** Counts what Windows refuses to processes because somebody has a file open. */
export interface RefusalCounter {
  /** For the processes that are to be counted. */
  readonly env: Environment;
  /** How often each file call was refused to those that have ended: `rename`, `unlink`, `open`, … */
  read(): Promise<Readonly<Record<string, number>>>;
}

/** Prepares a counter. It only looks on: what the action calls, and what it gets, is the system's own. */
export async function countRefusals(lab: WindowsLab): Promise<RefusalCounter> {
  const scratch = await lab.newScratch('refusals');
  await copyFile(SOURCE, path.join(scratch.host, 'refusals.cjs'));
  const preload = `${scratch.windows}\\refusals.cjs`.replaceAll('\\', '/');
  return {
    env: { NODE_OPTIONS: `--require=${preload}`, LAB_REFUSALS: scratch.windows },
    read: async () => {
      const sums: Record<string, number> = {};
      for (const name of (await readdir(scratch.host)).filter((file) => file.endsWith('.json'))) {
        const counts = JSON.parse(await readFile(path.join(scratch.host, name), 'utf8')) as typeof sums;
        for (const [call, count] of Object.entries(counts)) sums[call] = (sums[call] ?? 0) + count;
      }
      return sums;
    },
  };
}
