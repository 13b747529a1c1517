import { readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRoot, runCommand } from './command.ts';
import { LabError, type WindowsLab } from './lab.ts';

/** What a directory of a Windows becomes. */
export type VolumeKind = 'read-only' | { readonly bytes: number };

/**
 * Makes a directory of a Windows of one's own ({@link openPrivateWindows}) read-only, or a small disk, in the mount namespace of its
 * processes alone: the host sees nothing of it, and it is gone with them. Root, whom Linux lets write everywhere, is stopped by it too.
 *
 * @param directory host path, below drive C
 * @returns undoes it
 * @throws LabError on a real Windows, and where Wine is the host's own, whose processes have no namespace of theirs
 */
export async function mountVolume(
  lab: WindowsLab,
  directory: string,
  kind: VolumeKind,
): Promise<() => Promise<void>> {
  if (lab.kind !== 'wine')
    throw new LabError('Disks of a real Windows are left alone.', 'Run this under Wine.');
  // A process of Windows, to enter its namespace by.
  const guest = lab.spawn(lab.node, ['-e', 'setTimeout(() => {}, 600_000)'], {
    env: lab.baseEnvironment,
    stdoutFile: '/dev/null',
  });
  try {
    const root = await rootOf(guest.pid);
    if (root === '/')
      throw new LabError('Wine has no namespace of its own here.', 'Let the lab build its own root.');
    const enter = ['-t', String(guest.pid), '-m', ...(isRoot ? [] : ['-U', '--preserve-credentials'])];
    const inside = `${root}/host${directory}`;
    const run = async (...args: string[]) =>
      await runCommand('nsenter', [...enter, ...args], 'Is this a Linux that lets you mount?');
    if (kind === 'read-only') {
      await run('mount', '--bind', inside, inside);
      await run('mount', '-o', 'remount,ro,bind', inside);
    } else {
      await run('mount', '-t', 'tmpfs', '-o', `size=${kind.bytes}`, 'small', inside);
    }
    return async () => {
      await run('umount', '-l', inside);
      guest.kill();
      await guest.exited;
    };
  } catch (error) {
    guest.kill();
    throw error;
  }
}

/** The root of a process that was just started: it begins in the host's, and enters the one of Wine. */
async function rootOf(pid: number): Promise<string> {
  for (let tries = 0; ; tries++) {
    const root = await readlink(`/proc/${pid}/root`);
    if (root !== '/' || tries === 100) return root;
    await sleep(50);
  }
}
