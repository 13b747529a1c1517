import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { removeTree } from '../windows/files.ts';

/** The start of the names of what tests of writing make. */
export const WRITE_TEST = '.setup-go-win-test-';
/** A test takes milliseconds; one this old was killed. */
const LEFT_BEHIND_MS = 60_000;

/**
 * Removes what tests of writing that were killed have left in a directory: one listing where there is nothing. Never fails, and waits for nobody.
 *
 * @param olderThanMs 0 for who has a lock under which alone the directory is written to
 */
export async function removeWriteTests(place: string, olderThanMs = LEFT_BEHIND_MS): Promise<void> {
  const names = await readdir(place).catch(() => []);
  for (const left of names.filter((name) => name.startsWith(WRITE_TEST))) {
    const file = path.join(place, left);
    const found = await lstat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs >= olderThanMs)
      await removeTree(file, undefined, 0).catch(() => {});
  }
}
