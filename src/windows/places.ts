import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';

/** The directory, or the nearest one above it that is there; the root of the drive where none is. */
export async function nearestDirectory(directory: string): Promise<string> {
  for (let place = path.resolve(directory); ; place = path.dirname(place)) {
    const found = await stat(place).catch(() => undefined);
    if (found?.isDirectory() || path.dirname(place) === place) return place;
  }
}

/**
 * Bytes that this account may still write where a directory lies.
 *
 * @returns undefined where nobody says: some network drives tell nothing, and a probe without an answer stops nobody
 */
export async function freeSpace(directory: string): Promise<number | undefined> {
  const found = await statfs(directory).catch(() => undefined);
  return found === undefined || found.blocks === 0 ? undefined : found.bavail * found.bsize;
}
