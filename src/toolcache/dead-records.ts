import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { architectures } from '../release/names.ts';
import { listVersions } from './entries.ts';
import { lockName, ownerDraft, ownerFile, stateDirectory, treePath } from './layout.ts';
import { tryLock } from './lock.ts';

/** What a file of ours is written to before it gets its name (tree-head.ts), and what tells the time of a disk (lock-state.ts). */
const DRAFT = /\.json\.[0-9a-f]{8}$/;
/** Either takes moments. */
const LEFT_BEHIND_MS = 3_600_000;

/**
 * Removes what dead owners have left of their records in the locks of a tool cache, what killed runs left of other files of ours there, and the empty directory of a version that they were removing: of a
 * version that is gone nobody else takes the lock, and sees to that. Locks of living ones are left alone. Never rejects.
 *
 * @param runner who asks: runner, run and job
 */
export async function removeDeadRecords(root: string, runner: string): Promise<void> {
  const record = ownerFile(root, 'name');
  const ends = [path.extname(record), path.extname(record) + ownerDraft('')];
  const files = await readdir(path.dirname(record)).catch((): string[] => []);
  const names = files.flatMap((file) => {
    const end = ends.find((one) => file.endsWith(one));
    return end === undefined ? [] : [file.slice(0, -end.length)];
  });
  for (const name of new Set(names)) {
    const lock = await tryLock(root, name, runner).catch(() => undefined);
    if (lock === undefined) continue;
    await removeEmptyVersion(root, name);
    await lock.release();
  }
  for (const directory of [stateDirectory(root), path.dirname(record)]) await removeDrafts(directory);
}

async function removeDrafts(directory: string): Promise<void> {
  const names = await readdir(directory).catch((): string[] => []);
  for (const name of names.filter((one) => DRAFT.test(one))) {
    const file = path.join(directory, name);
    const found = await lstat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > LEFT_BEHIND_MS) await unlink(file).catch(() => {});
  }
}

/** @param name of the lock that the caller holds */
async function removeEmptyVersion(root: string, name: string): Promise<void> {
  for (const { names, ...version } of await listVersions(root)) {
    const entries = architectures.map((architecture) => ({ ...version, architecture }));
    const own = entries.find((one) => lockName(one) === name);
    if (own !== undefined && names.length === 0) await rmdir(path.dirname(treePath(own))).catch(() => {});
  }
}
