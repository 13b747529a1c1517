import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { forEachFile } from '../windows/files.ts';

/**
 * What the files of a directory come to, in bytes of their contents (they take some more on the disk). Links are not followed; what can't be looked at
 * counts nothing. Never throws, but for the signal's reason.
 */
export async function treeSize(directory: string, signal: AbortSignal): Promise<number> {
  let bytes = 0;
  async function add(place: string): Promise<void> {
    signal.throwIfAborted();
    const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
    await forEachFile(
      entries.filter((entry) => entry.isFile()),
      async ({ name }) => {
        const size = await lstat(path.join(place, name)).then(
          (found) => found.size,
          () => 0,
        );
        bytes += size;
      },
    );
    for (const entry of entries) if (entry.isDirectory()) await add(path.join(place, entry.name));
  }
  await add(directory);
  return bytes;
}
