import { readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { architectures } from '../release/names.ts';
import { isThere, removeTree } from '../windows/files.ts';
import {
  type Entry,
  lockName,
  ownerDraft,
  ownerFile,
  stateDirectory,
  temporaryPrefix,
  treePath,
} from './layout.ts';
import { tryLock } from './lock.ts';
import type { TreeChange } from './tree-change.ts';
import { removeWriteTests } from './write-tests.ts';

export interface SweepOptions {
  readonly runner: string;
  readonly signal: AbortSignal;
  onRepair(line: string): void;
  /** Told of each one that is removed, before the next thing is done. */
  onChange?(change: TreeChange): Promise<void>;
}

/** A program that a killed run has left suspended holds its tree until the machine restarts: nobody waits for it, time and again. */
const NO_PATIENCE_MS = 0;
/** Scanners look into what a killed run has just written, and this version's place is wanted. */
export const PATIENCE_MS = 2000;

/**
 * Tidies up beside an entry that is whole, where a run was killed: what it had put aside, its record in the lock or the draft of it, and its test of
 * writing. Some looks at the disk, at once, where there is nothing to do. Never fails, and waits neither for a living owner nor for who holds a file.
 */
export async function tidyBeside(entry: Entry, options: SweepOptions): Promise<void> {
  const directory = path.dirname(treePath(entry));
  const record = ownerFile(entry.root, lockName(entry));
  const [beside, recorded, drafted] = await Promise.all([
    names(directory),
    isThere(record),
    isThere(ownerDraft(record)),
    ...[entry.root, path.dirname(directory), stateDirectory(entry.root), path.dirname(record)].map((place) =>
      removeWriteTests(place),
    ),
  ]);
  const left = beside.filter((name) => name.startsWith(temporaryPrefix(entry)));
  if (left.length === 0 && !recorded && !drafted) return;
  const lock = await tryLock(entry.root, lockName(entry), options.runner).catch(() => undefined);
  if (lock === undefined) return;
  try {
    for (const name of left) await removeLeftover(path.join(directory, name), NO_PATIENCE_MS, options);
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
      const architecture = architectures.find((known) =>
        name.startsWith(temporaryPrefix({ architecture: known })),
      );
      if (architecture === undefined) continue;
      options.signal.throwIfAborted();
      const entry: Entry = { ...own, version, architecture };
      if (version === own.version && architecture === own.architecture) {
        await removeLeftover(path.join(folder, version, name), PATIENCE_MS, options);
        continue;
      }
      const lock = await tryLock(own.root, lockName(entry), options.runner).catch(() => undefined);
      if (lock === undefined) continue;
      try {
        await removeLeftover(path.join(folder, version, name), NO_PATIENCE_MS, options);
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
 * @param patienceMs how long to wait for who holds a file of it
 * @returns whether this has removed it
 * @throws the signal's reason
 */
export async function removeLeftover(
  leftover: string,
  patienceMs: number,
  { signal, onRepair, onChange }: SweepOptions,
): Promise<boolean> {
  // It was seen before the lock was ours: its owner may have been alive, and done with it since.
  if (!(await isThere(leftover))) return false;
  const started = performance.now();
  try {
    await removeTree(leftover, signal, patienceMs);
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
