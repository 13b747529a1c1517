import { lstat, readFile, rename, writeFile } from 'node:fs/promises';
import { systemCode } from '../errors.ts';
import { removeTree, retry } from '../windows/files.ts';
import { type Entry, markerPath, sidecarPath, treePath } from './layout.ts';

/** What stood in the place of a tree, put aside. */
export interface Withdrawn {
  /** False where the place was free. */
  readonly stood: boolean;
  /** Puts it back, marker and sidecar too, into a place that is free again. */
  restore(): Promise<void>;
  /** Removes it for good. */
  remove(signal: AbortSignal): Promise<void>;
}

/** A marker that cannot be removed would vouch for the tree that comes. */
const PATIENCE_MS = 15_000;
/** A way back that does not open soon is left to the next run, which finds a torn entry. */
const RESTORE_MS = 2000;

/**
 * Takes away what stands in the place of a tree: marker first, so that nobody starts to use it; then the tree, or the link in place of one, by
 * a rename. Where the rename fails, as it does on Windows while anyone has a file in it open, everything is left as it was.
 *
 * @param place where to put it: a new name beside the tree
 * @throws a file system error; the signal's reason
 */
export async function withdraw(entry: Entry, place: string, signal: AbortSignal): Promise<Withdrawn> {
  const tree = treePath(entry);
  const records = [sidecarPath(entry), markerPath(entry)];
  // What cannot be put back is not taken away.
  const contents = await Promise.all(records.map((file) => contentOf(file, signal)));
  let aside: string | undefined;

  async function restoreRecords(): Promise<void> {
    for (const [index, file] of records.entries()) {
      const content = contents[index];
      if (content !== undefined) await retry(() => writeFile(file, content), undefined, RESTORE_MS);
    }
  }

  try {
    for (const file of [...records].reverse()) await removeTree(file, signal, PATIENCE_MS);
    const found = await lstat(tree).catch((error) => {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (found) {
      await retry(() => rename(tree, place), signal);
      aside = place;
    }
  } catch (error) {
    await restoreRecords().catch(() => {});
    throw error;
  }
  return {
    stood: aside !== undefined || contents.some((content) => content !== undefined),
    async restore() {
      const from = aside;
      if (from === undefined) return; // a marker without a tree is nothing to put back
      await retry(() => rename(from, tree), undefined, RESTORE_MS);
      aside = undefined;
      await restoreRecords();
    },
    async remove(stop) {
      if (aside !== undefined) await removeTree(aside, stop);
    },
  };
}

/** What a marker or a sidecar holds. @returns undefined where it is not there, or is no file */
export async function contentOf(file: string, signal?: AbortSignal): Promise<Buffer | undefined> {
  return await retry(() => readFile(file), signal, PATIENCE_MS).catch((error) => {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error) ?? '')) return undefined;
    throw error;
  });
}
