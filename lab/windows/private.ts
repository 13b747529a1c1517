import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './command.ts';
import { LabError, type Say, type WindowsLab } from './lab.ts';
import { prepareWindows, prepareWine, stopWindows } from './prepare.ts';

/** Of a prefix, all but what its users keep in it and where its server has its socket. */
const LEFT_OUT = new Set(['lab', 'wineserver']);
const NAME = 'setup-go-win-windows';
let made = 0;

/**
 * A Windows of one's own: a copy of the lab's Wine prefix (0.8 GB), with its own registry, services and drive C. What is
 * installed, broken or replaced in there nobody else sees. It takes some seconds.
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
  await copyPrefix(places.prefix, prefix);
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

async function copyPrefix(from: string, to: string): Promise<void> {
  const inDriveC = path.join(to, 'drive_c');
  await mkdir(inDriveC, { recursive: true });
  const copy = async (directory: string, target: string) => {
    const names = (await readdir(directory)).filter((name) => !LEFT_OUT.has(name) && name !== 'drive_c');
    const files = names.map((name) => path.join(directory, name));
    await runCommand('cp', ['-a', '--reflink=auto', '-t', target, ...files], 'Is the disk full?');
  };
  await copy(from, to);
  await copy(path.join(from, 'drive_c'), inDriveC);
  await mkdir(path.join(inDriveC, 'lab'), { recursive: true });
}

/** Copies whose process has died. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = new RegExp(`^${NAME}\\.(\\d+)\\.\\d+$`).exec(name) ?? [];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    await stopWindows(path.join(tmpdir(), name));
    await rm(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
