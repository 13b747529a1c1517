import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { type Finding, note, warning } from '../findings.ts';
import { freeSpace, nearestDirectory } from '../windows/places.ts';
import { type Entry, temporaryPath } from './layout.ts';
import { GROWTH, LEAST_GO_BYTES, LONGEST_IN_TREE, ONE_GO_BYTES } from './sizes.ts';
import { probeWriting, type WriteRefusal } from './write-probe.ts';

/** A run that must fail, and the way to its failure, which asks Windows for the reasons. */
export interface Refusal {
  explain(): Promise<unknown>;
}

/** What keeps a Go from being written; anything else is left to the writing itself. */
const DECIDES = /^(?:EPERM|EACCES|EROFS|ENOENT|ENOTDIR|EEXIST|ENOSPC|EDQUOT)$/;

/** MAX_PATH is 260 with the closing zero (Microsoft, "Maximum Path Length Limitation"). */
const LONGEST_PLAIN_PATH = 259;

/**
 * Looks whether a Go could be written to the tool cache at all, before anybody is asked for one: a real write, and the room for the
 * smallest. Costs a few file calls; no process is started.
 *
 * @param tools folders of the tool cache that the Go may go to
 * @param genuine whether it can only be one of go.dev's own, whose least size is known
 * @returns undefined where nothing is in the way
 */
export async function refuseEarly(
  root: string,
  tools: readonly string[],
  genuine: boolean,
): Promise<Refusal | undefined> {
  const [refusal, free] = await Promise.all([probeWriting(root, tools), genuine ? freeAt(root) : undefined]);
  if (refusal !== undefined && DECIDES.test(systemCode(refusal.error) ?? ''))
    return { explain: () => explainProbe(refusal) };
  if (free !== undefined && free < LEAST_GO_BYTES)
    return { explain: () => explainRoom(root, free, ONE_GO_BYTES) };
  return undefined;
}

async function explainProbe({ error, doing, place }: WriteRefusal): Promise<unknown> {
  const { explainRefusedWrite } = await import('./refused-write.ts');
  return await explainRefusedWrite(error, place, { doing });
}

async function explainRoom(root: string, free: number, needed: number, how = 'about'): Promise<unknown> {
  const { megabytes, noRoom } = await import('./refused-write.ts');
  const text = `This Go takes ${how} ${megabytes(needed)} on a disk, and ${root} has ${megabytes(free)} free.`;
  return noRoom(text, { evidence: [`needed ${needed} bytes`, `free ${free} bytes`, root] });
}

/**
 * Compares the room with what a release will take, as soon as its size is known: as much as go.dev's own do for theirs, and for other builds, of
 * which nobody knows how they are packed, at least the size of the archive. The exact size is looked at when the archive's directory has come.
 *
 * @throws SetupError E_DISK naming both
 */
export async function requireRoomFor(
  place: string,
  release: { readonly size: number },
  official: boolean,
): Promise<void> {
  const needed = Math.ceil(release.size * (official ? GROWTH : 1));
  const free = await freeAt(place);
  if (free !== undefined && free < needed)
    throw await explainRoom(place, free, needed, official ? 'about' : 'at least');
}

async function freeAt(root: string): Promise<number | undefined> {
  return await freeSpace(await nearestDirectory(root));
}

/** Whether the tool caches hold any version at all, of which one may turn out to be what is asked for. */
export async function holdsAny(roots: readonly string[], tools: readonly string[]): Promise<boolean> {
  for (const root of roots) {
    for (const tool of tools) {
      const names = await readdir(path.join(root, tool)).catch(() => []);
      if (names.some((name) => /^\d/.test(name))) return true;
    }
  }
  return false;
}

/**
 * Says where the tree's paths will be longer than Windows lets ordinary programs use. Node and Go write and read them all the same;
 * compilers for cgo, editors and scripts may not. The registry is read only where a path is that long.
 */
export async function findLongPaths(entry: Entry): Promise<Finding[]> {
  const longest = temporaryPath(entry).length + 1 + LONGEST_IN_TREE;
  if (longest <= LONGEST_PLAIN_PATH) return [];
  const { longPathsEnabled } = await import('../windows/long-paths.ts');
  const enabled = await longPathsEnabled();
  if (enabled) return [];
  const text = `Paths of this Go will have up to ${longest} characters, and Windows gives ordinary programs ${LONGEST_PLAIN_PATH}`;
  if (enabled === undefined)
    return [note('long-paths', `${text}, unless long paths are on; the registry did not say.`)];
  return [
    warning(
      'long-paths',
      `${text}: long paths are off (LongPathsEnabled). Go itself works; C compilers and other tools may not find its files.`,
      'Let RUNNER_TOOL_CACHE be a shorter path, or set LongPathsEnabled to 1 in HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem.',
    ),
  ];
}
