import { readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { removeTree } from '../windows/files.ts';
import { type Entry, lockName, temporaryPrefix } from './layout.ts';
import { tryLock } from './lock.ts';

interface SweepOptions {
  readonly runner: string;
  readonly signal: AbortSignal;
  onRepair(line: string): void;
}

/**
 * Removes the temporary directories of installations that were killed, of every version in this tool folder. Those of a living one are
 * told by their lock. Never fails an installation.
 *
 * @param own the entry whose lock the caller holds
 * @throws the signal's reason
 */
export async function sweepLeftovers(own: Entry, options: SweepOptions): Promise<void> {
  const folder = path.join(own.root, own.tool);
  for (const version of await names(folder)) {
    for (const name of await names(path.join(folder, version))) {
      const architecture = (['x64', 'x86', 'arm64'] as const).find((known) =>
        name.startsWith(temporaryPrefix({ architecture: known })),
      );
      if (architecture === undefined) continue;
      options.signal.throwIfAborted();
      const entry: Entry = { ...own, version, architecture };
      if (version === own.version && architecture === own.architecture) {
        await removeLeftover(path.join(folder, version, name), options);
        continue;
      }
      const lock = await tryLock(own.root, lockName(entry), options.runner).catch(() => undefined);
      if (lock === undefined) continue;
      try {
        await removeLeftover(path.join(folder, version, name), options);
        await rmdir(path.join(folder, version)).catch(() => {}); // goes only when empty
      } finally {
        await lock.release();
      }
    }
  }
}

async function removeLeftover(leftover: string, { signal, onRepair }: SweepOptions): Promise<void> {
  try {
    await removeTree(leftover, signal);
    onRepair(`Removed ${leftover}, left by an installation that was interrupted`);
  } catch {
    signal.throwIfAborted();
    onRepair(`Could not remove ${leftover}, left by an installation that was interrupted`);
  }
}

async function names(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}
