import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { removeTree } from '../windows/files.ts';

/** Between the name of a directory and a number, in the name of what was put out of its way. */
const ASIDE = '.left-';

/** A name beside a directory, for what has to get out of its way: a rename between the two stays on one volume. */
export function besideInstallDir(directory: string): string {
  return `${directory}${ASIDE}${randomUUID().slice(0, 8)}`;
}

/**
 * Removes what a run that was killed had put out of the way of a directory, or could not remove since it was held.
 *
 * @throws the signal's reason
 */
export async function removeSetAside(directory: string, signal: AbortSignal): Promise<void> {
  const beside = path.dirname(directory);
  const start = `${path.basename(directory)}${ASIDE}`;
  for (const name of await readdir(beside).catch((): string[] => []))
    if (name.startsWith(start) && /^[0-9a-f]{8}$/.test(name.slice(start.length)))
      await removeTree(path.join(beside, name), signal).catch(() => signal.throwIfAborted());
}
