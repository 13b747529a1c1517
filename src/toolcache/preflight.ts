import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { type Finding, note, warning } from '../findings.ts';
import { freeSpace } from '../windows/places.ts';
import { type Entry, temporaryPath } from './layout.ts';
import { probeWriting, type WriteRefusal } from './write-probe.ts';

/** A run that must fail, and the way to its failure, which asks Windows for the reasons. */
export interface Refusal {
  explain(): Promise<unknown>;
}

/** What keeps a Go from being written; anything else is left to the writing itself. */
const DECIDES = /^(?:EPERM|EACCES|EROFS|ENOENT|ENOTDIR|EEXIST|ENOSPC|EDQUOT)$/;

/** No Go of go.dev's takes less: of its Windows ZIPs whose size the built-in index has, the smallest has 52 MB (go1.4.3 for x86). */
const LEAST_GO_BYTES = 100e6;
/** What go.dev's ZIPs take on a disk for each of their bytes, in clusters of 4 KiB (measured: 3.48 to 3.51 for 1.25 to 1.27). */
const GROWTH = 3.5;

/** MAX_PATH is 260 with the closing zero (Microsoft, "Maximum Path Length Limitation"). */
const LONGEST_PLAIN_PATH = 259;
/** The longest path below the root of a Go tree, of all files of 1.25, 1.26 and 1.27: `src\internal\trace\testdata\generators\go122-syscall-…-bare-m.go`. */
const LONGEST_IN_TREE = 102;

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
  const [refusal, free] = await Promise.all([
    probeWriting(root, tools),
    genuine ? freeSpace(root) : undefined,
  ]);
  if (refusal !== undefined && DECIDES.test(systemCode(refusal.error) ?? ''))
    return { explain: () => explainProbe(refusal) };
  if (free !== undefined && free < LEAST_GO_BYTES) return { explain: () => explainRoom(root, free) };
  return undefined;
}

async function explainProbe({ error, doing, place }: WriteRefusal): Promise<unknown> {
  const { explainRefusedWrite } = await import('./refused-write.ts');
  return await explainRefusedWrite(error, place, { doing });
}

async function explainRoom(root: string, free: number, needed?: number): Promise<unknown> {
  const { megabytes, noRoom, ONE_GO_BYTES } = await import('./refused-write.ts');
  const wanted = needed ?? ONE_GO_BYTES;
  const text = `A Go takes about ${megabytes(wanted)} on a disk, and ${root} has ${megabytes(free)} free.`;
  return noRoom(text, { evidence: [`needed ${wanted} bytes`, `free ${free} bytes`, root] });
}

/**
 * Compares the room with what a release will take, as soon as its size is known: as much as go.dev's own do for theirs, and for other builds, of
 * which nobody knows how they are packed, at least the size of the archive. The exact size is looked at when the archive's directory has come.
 *
 * @throws SetupError E_DISK naming both
 */
export async function requireRoomFor(
  root: string,
  release: { readonly size: number },
  official: boolean,
): Promise<void> {
  const needed = Math.ceil(release.size * (official ? GROWTH : 1));
  const free = await freeSpace(root);
  if (free !== undefined && free < needed) throw await explainRoom(root, free, needed);
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
