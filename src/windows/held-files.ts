import { constants } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { openAlone } from './open-alone.ts';

/** Files of a directory that can't be replaced now. */
export interface HeldFiles {
  /** Another process has it open, or runs it. */
  readonly held: readonly string[];
  /** May not be opened for writing, so whether it is held can't be told; the first few. */
  readonly denied: readonly string[];
  /** How many files were looked at. */
  readonly looked: number;
  /** False where not all of them were: time was up, or a program was found to be held. */
  readonly complete: boolean;
}

export interface FindHeldOptions {
  /** How long to look, in milliseconds; 10 s where left out. */
  readonly budgetMs?: number;
  /**
   * Directories, relative to the directory, that are looked at before the rest: where programs are. When one there is held the rest is left
   * alone, since whoever runs it may want to read it at that moment.
   */
  readonly first?: readonly string[];
  /** Opens a file as {@link openAlone} does; for tests. */
  readonly open?: typeof openAlone;
}

const MOST_NAMED = 20;
/** Opens at once: each waits for the filter drivers of Windows, and hardly for the disk. */
const AT_ONCE = 8;

/**
 * Looks which files below a directory another process holds, by opening each for writing without sharing, and closing it at once. Nothing
 * is changed. A virus scanner holds files too, for moments: a caller that minds looks twice.
 *
 * @throws a file system error where a directory can't be listed (an absent one has no files)
 */
export async function findHeld(directory: string, options: FindHeldOptions = {}): Promise<HeldFiles> {
  const { budgetMs = 10_000, first = [], open: openFile = openAlone } = options;
  const end = Date.now() + budgetMs;
  const held: string[] = [];
  const denied: string[] = [];
  let looked = 0;
  let complete = true;
  const seen = new Set<string>();
  const look = async (files: AsyncGenerator<string>) => {
    for await (const file of files) {
      if (Date.now() > end) {
        complete = false;
        return;
      }
      looked++;
      const state = await probeFile(file, openFile);
      if (state === 'held') held.push(file);
      if (state === 'denied' && denied.length < MOST_NAMED) denied.push(file);
    }
  };
  for (const start of [...first.map((name) => path.join(directory, name)), directory]) {
    // Somebody is at work with these programs: to open more of them could fail a build.
    if (held.length > 0) complete = false;
    if (!complete) break;
    const files = filesOf(start, seen);
    await Promise.all(Array.from({ length: AT_ONCE }, () => look(files)));
  }
  return { held: held.sort(), denied: denied.sort(), looked, complete };
}

/**
 * Whether another process holds a file: opened for writing without sharing, and closed at once. `denied` says that it may not be opened, held or
 * not; what is not there is free. Never throws.
 */
export async function probeFile(
  file: string,
  openFile: typeof openAlone = openAlone,
): Promise<'free' | 'held' | 'denied'> {
  try {
    await (await openFile(file, constants.O_RDWR)).close();
    return 'free';
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EBUSY' || code === 'ETXTBSY') return 'held';
    if (code !== 'EPERM' && code !== 'EACCES') return 'free'; // gone meanwhile, or no file
  }
  // Not ours to write, or marked read-only; a handle of somebody else shows when reading, too.
  try {
    await (await openFile(file, constants.O_RDONLY)).close();
    return 'denied';
  } catch (error) {
    return systemCode(error) === 'EBUSY' ? 'held' : 'denied';
  }
}

/**
 * Looks which directories another process has open, itself among them: as a shell does with its working directory, and Explorer with what a
 * window shows. No directory that holds such a one can be renamed, and no file tells of it.
 *
 * @param budgetMs how long to look, in milliseconds
 */
export async function findHeldDirectories(directory: string, budgetMs: number): Promise<string[]> {
  const end = Date.now() + budgetMs;
  const held: string[] = [];
  const queue = [directory];
  for (let next = queue.shift(); next !== undefined && Date.now() < end; next = queue.shift()) {
    const place = next;
    const handle = await openAlone(place, constants.O_RDONLY).catch((error) => {
      if (systemCode(error) === 'EBUSY') held.push(place);
    });
    await handle?.close();
    const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isDirectory()) queue.push(path.join(place, entry.name));
  }
  return held.sort();
}

/** All files below a directory but those of directories seen before. Links are not followed. */
async function* filesOf(start: string, seen: Set<string>): AsyncGenerator<string> {
  const queue = [start];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const entries = await readdir(next, { withFileTypes: true }).catch((error) => {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
      throw error;
    });
    for (const entry of entries) {
      const file = path.join(next, entry.name);
      if (entry.isDirectory()) queue.push(file);
      else if (entry.isFile()) yield file;
    }
  }
}
