import { access, readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { removeTree } from '../windows/files.ts';
import { type Entry, lockName, ownerFile, temporaryPrefix, treePath } from './layout.ts';
import { tryLock } from './lock.ts';
import type { TreeChange } from './tree-change.ts';

export interface SweepOptions {
  readonly runner: string;
  readonly signal: AbortSignal;
  onRepair(line: string): void;
  /** Told of each one that is removed, before the next thing is done. */
  onChange?(change: TreeChange): Promise<void>;
}

/**
 * Tidies up beside an entry that is whole, where a run was killed in its last moment: what it had put aside, and its record in the lock. Two
 * looks at the disk where there is nothing to do. Never fails, and never waits for a living owner.
 */
export async function tidyBeside(entry: Entry, options: SweepOptions): Promise<void> {
  const directory = path.dirname(treePath(entry));
  const left = (await names(directory)).filter((name) => name.startsWith(temporaryPrefix(entry)));
  const recorded = await access(ownerFile(entry.root, lockName(entry))).then(
    () => true,
    () => false,
  );
  if (left.length === 0 && !recorded) return;
  const lock = await tryLock(entry.root, lockName(entry), options.runner).catch(() => undefined);
  if (lock === undefined) return;
  try {
    for (const name of left) await removeLeftover(path.join(directory, name), options);
  } catch {
    // cancelled: the step itself sees to that
  } finally {
    await lock.release();
  }
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

/**
 * Removes one temporary directory whose owner is dead: the caller holds its entry's lock. That it can't be removed is told, and no failure.
 *
 * @returns whether it is gone
 * @throws the signal's reason
 */
export async function removeLeftover(
  leftover: string,
  { signal, onRepair, onChange }: SweepOptions,
): Promise<boolean> {
  const started = performance.now();
  try {
    await removeTree(leftover, signal);
    onRepair(`Removed ${leftover}, left by an installation that was interrupted`);
  } catch {
    signal.throwIfAborted();
    onRepair(`Could not remove ${leftover}, left by an installation that was interrupted`);
    return false;
  }
  await onChange?.({ kind: 'removed', place: leftover, durationMs: performance.now() - started });
  return true;
}

async function names(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}
