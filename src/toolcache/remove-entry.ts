import { lstat, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { removeTree, retry } from '../windows/files.ts';
import { findHeld } from '../windows/held-files.ts';
import { type Entry, markerPath, sidecarPath, temporaryPath, treePath } from './layout.ts';
import { forgetUse } from './leases.ts';

export interface RemoveOptions {
  readonly signal: AbortSignal;
  /** Who uses the Go now, each in words: its leases as they are at this moment. */
  holders(): Promise<readonly string[]>;
}

/** What became of an entry: it is gone, but for what stands in `left`, which the next run removes; or it stays, since somebody uses it. */
export type Removal =
  | { readonly outcome: 'removed'; readonly left: string | undefined; readonly trouble?: unknown }
  | { readonly outcome: 'held'; readonly holders: readonly string[] };

/** A scanner holds files for moments; somebody who builds with them, for longer. */
const PATIENCE_MS = 5000;
const RESTORE_MS = 2000;
/** How long programs of the tree may be held before somebody is taken to run them. */
const PROGRAMS_MS = 1500;

/**
 * Removes a Go from a tool cache so that no job loses one that it uses, and nobody ever sees half of one. The caller holds the entry's lock, so
 * that no installation and no other removal is at work here; jobs that find the Go there take no lock, and this is how they are seen:
 *
 *     a job:      writes its lease, then looks for the marker        (takeLease, StepLeases.hold)
 *     a removal:  takes the marker away, then looks for leases       (here)
 *
 * Each first says what it does and then looks at the other. Whichever order these four come in, one of them sees the other: if the job found the
 * marker, it did so before the removal took it away, and its lease was there even earlier, so that the removal finds it and puts the marker back,
 * the tree not having been touched. If the removal found no lease, the job's came later, and its look at the marker later still: it
 * knows that it has no Go, waits for the lock, and installs one. So the tree is moved only when nobody can have got it.
 * Leases are looked at before as well, so that the marker of a Go that is in use is not touched at all.
 *
 * Programs that run from the tree are looked for by opening those of `bin` and `pkg\tool` without sharing: Windows lets nobody open a running one so. A
 * rename of the whole tree then takes it out of the way at once, and is refused by Windows while anybody has a file in it open.
 *
 * Killed before the rename, it leaves a tree with our sidecar and no marker, which nobody uses: the next prune removes it, the next installation of
 * that version replaces it. Killed after it, a sidecar without a tree, and a temporary directory, which any next installation or prune removes.
 *
 * @throws a file system error where the tree, its marker or its leases can't be read or moved: it stays as it was; EBUSY where a program runs from
 *   it; the signal's reason, where the tree was not moved yet
 */
export async function removeEntry(entry: Entry, options: RemoveOptions): Promise<Removal> {
  const { signal } = options;
  const tree = treePath(entry);
  const before = await options.holders();
  if (before.length > 0) return { outcome: 'held', holders: before };
  await refuseRunning(tree, signal);

  const sidecar = await contentOf(sidecarPath(entry));
  const marker = await contentOf(markerPath(entry));
  const aside = temporaryPath(entry);
  try {
    await removeTree(markerPath(entry), signal, PATIENCE_MS);
    await retry(() => requireGone(markerPath(entry)), signal, PATIENCE_MS);
    const since = await options.holders();
    if (since.length > 0) {
      await restore(entry, sidecar, marker);
      return { outcome: 'held', holders: since };
    }
    signal.throwIfAborted();
    await retry(() => moveAside(tree, aside), signal, PATIENCE_MS);
  } catch (error) {
    await restore(entry, sidecar, marker).catch(() => {});
    throw error;
  }
  await removeTree(sidecarPath(entry)).catch(() => {}); // without its tree the next prune removes it
  await forgetUse(entry);
  try {
    await removeTree(aside, signal);
  } catch (error) {
    // Also where the step is cancelled: the Go has left its place, which is for the record.
    return { outcome: 'removed', left: aside, trouble: error };
  }
  await rmdir(path.dirname(tree)).catch(() => {}); // goes only when empty
  return { outcome: 'removed', left: undefined };
}

/**
 * A file on a share, which knows no POSIX semantics, is there as long as a scanner has it open, though its removal was well; jobs see it until then
 * (FileDispositionInfo, learn.microsoft.com).
 *
 * @throws EBUSY while it is there
 */
async function requireGone(file: string): Promise<void> {
  const found = await lstat(file).catch((error) => {
    if (systemCode(error) !== 'ENOENT') throw error;
  });
  if (found) throw Object.assign(new Error(`EBUSY: ${file} is held`), { code: 'EBUSY', path: file });
}

async function moveAside(tree: string, aside: string): Promise<void> {
  try {
    await rename(tree, aside);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    // Something else took the tree away: then there is nothing to move.
    await lstat(tree).then(
      () => Promise.reject(error),
      () => {},
    );
  }
}

/** @throws EBUSY, with the tree as its path, where a program of it runs for longer than a scanner looks at one */
async function refuseRunning(tree: string, signal: AbortSignal): Promise<void> {
  const look = async () => {
    for (const name of ['bin', path.join('pkg', 'tool')]) {
      const { held } = await findHeld(path.join(tree, name));
      if (held[0] !== undefined)
        throw Object.assign(new Error(`EBUSY: ${held[0]} is in use`), { code: 'EBUSY', path: tree });
    }
  };
  await retry(look, signal, PROGRAMS_MS);
}

/** The sidecar first: it counts only while it is not older than the marker. */
async function restore(entry: Entry, sidecar: Buffer | undefined, marker: Buffer | undefined): Promise<void> {
  for (const [file, content] of [
    [sidecarPath(entry), sidecar],
    [markerPath(entry), marker],
  ] as const)
    if (content !== undefined) await retry(() => writeFile(file, content), undefined, RESTORE_MS);
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  return await retry(() => readFile(file), undefined, RESTORE_MS).catch((error) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
}
