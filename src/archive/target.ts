import { mkdirSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { forEachFile, removeTree } from '../windows/files.ts';
import { freeSpace } from '../windows/places.ts';
import { failureOf } from './writer-failure.ts';
import type { ZipDirectory } from './zip-file.ts';

/** What a file takes on a disk is a multiple of this, on most of them. */
const CLUSTER = 4096;
/** Enough for all of Go's directories on a quick disk. */
const QUICK_MS = 50;

/**
 * Compares the free space of the target's drive with what the files will take.
 * @throws SetupError E_DISK naming both
 */
export async function requireSpace(target: string, directory: ZipDirectory): Promise<void> {
  const needed = directory.files.reduce((sum, { size }) => sum + Math.ceil(size / CLUSTER) * CLUSTER, 0);
  const free = await freeSpace(target);
  // A probe without an answer is no reason to stop: the write itself decides.
  if (free === undefined || free >= needed) return;
  throw new SetupError(
    'E_DISK',
    `The unpacked Go takes ${mib(needed)}, and ${target} has ${mib(free)} free.`,
    {
      remedy: 'Free space on this drive, or let RUNNER_TOOL_CACHE lie on one that has more.',
      evidence: [`needed ${needed} bytes`, `free ${free} bytes`, target],
    },
  );
}

/**
 * Makes every directory once, parents first. One after the other while that costs little; where a directory takes its time, several of a
 * level at once.
 *
 * @param directories parents before what lies in them
 * @throws SetupError E_DISK, E_PERMISSION, E_LOCKED
 */
export async function makeDirectories(
  target: string,
  directories: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const made = makeQuickly(target, directories);
  for (const level of levels(directories.slice(made))) {
    await forEachFile(level, async (path) => {
      signal.throwIfAborted();
      await mkdir(join(target, path)).catch((cause) => failed(join(target, path), cause));
    });
  }
}

/** Blocks this thread for {@link QUICK_MS} at most, and returns how many directories that was enough for. */
function makeQuickly(target: string, directories: readonly string[]): number {
  const until = performance.now() + QUICK_MS;
  let made = 0;
  for (const path of directories) {
    if (performance.now() > until) break;
    try {
      mkdirSync(join(target, path));
    } catch (cause) {
      failed(join(target, path), cause);
    }
    made += 1;
  }
  return made;
}

function failed(path: string, cause: unknown): never {
  throw failureOf({ kind: 'failed', path, code: systemCode(cause) ?? 'UNKNOWN', reason: String(cause) });
}

function levels(directories: readonly string[]): Iterable<string[]> {
  const byDepth = new Map<number, string[]>();
  for (const path of directories) {
    const depth = path.split('/').length;
    const level = byDepth.get(depth);
    if (level === undefined) byDepth.set(depth, [path]);
    else level.push(path);
  }
  return byDepth.values();
}

/** Scanners look into files that were just written, and what is not removed would be in the way of what comes. */
const CLEAR_MS = 15_000;

/** Removes what is in a directory, and leaves the directory. */
export async function clearDirectory(target: string, signal: AbortSignal): Promise<void> {
  for (const name of await readdir(target)) await removeTree(join(target, name), signal, CLEAR_MS);
}

function mib(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}
