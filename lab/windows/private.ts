import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LabError, type Say, type WindowsLab } from './lab.ts';
import { copyPrefix } from './prefix.ts';
import { prepareWindows, prepareWine, stopWindows } from './prepare.ts';

const NAME = 'setup-go-win-windows';
let made = 0;

/**
 * A Windows of one's own: a copy of a Wine prefix in which nothing has run (0.8 GB), with its own registry, services and
 * drive C. What is installed, broken or replaced in there nobody else sees. It takes some seconds.
 * @returns a lab whose `dispose` ends all of its processes and removes it
 * @throws LabError where Windows can't be prepared, and on a real Windows, of which there is only one
 */
export async function openPrivateWindows(say?: Say): Promise<WindowsLab> {
  if (process.platform === 'win32') {
    throw new LabError('A real Windows can’t be copied for a test.', 'Run this one on Linux, under Wine.');
  }
  const { places } = await prepareWine(say);
  await removeLeftovers();
  const prefix = path.join(tmpdir(), `${NAME}.${process.pid}.${made++}`);
  await copyPrefix(places.pristine, prefix);
  const lab = await prepareWindows({ prefix });
  return {
    ...lab,
    dispose: async () => {
      await lab.dispose();
      await stopWindows(prefix);
      await rm(prefix, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Copies whose process has died. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = new RegExp(`^${NAME}\\.(\\d+)\\.\\d+(\\.part-\\d+)?$`).exec(name) ?? [];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    await stopWindows(path.join(tmpdir(), name));
    await rm(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
