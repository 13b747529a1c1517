import { existsSync, readFileSync, statSync, watch } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type Entry,
  lockName,
  markerPath,
  sidecarPath,
  stateDirectory,
  temporaryPrefix,
  treePath,
} from '../../src/toolcache/layout.ts';
import type { Sight } from './plan.ts';

/** What an entry of a tool cache consists of at one moment. Directories are told by their inodes, which a rename keeps. */
export interface Snapshot {
  readonly tree: number | undefined;
  readonly sidecar: boolean;
  readonly marker: boolean;
  /** Temporary directories beside the tree: name and inode. */
  readonly temporary: ReadonlyMap<string, number>;
  /** The owner's record of the lock. */
  readonly record: string | undefined;
}

/** Where a run was when it was killed, in the order of an installation. */
export const PHASES = [
  'before the lock',
  'lock taken',
  'downloading and unpacking',
  'old tree moved away',
  'renamed, no sidecar yet',
  'sidecar, no marker yet',
  'marker written',
] as const;
export type Phase = (typeof PHASES)[number];

export async function snapshot(entry: Entry): Promise<Snapshot> {
  const temporary = new Map<string, number>();
  for (const name of await leftovers(entry)) {
    const found = statSync(path.join(path.dirname(treePath(entry)), name), { throwIfNoEntry: false });
    if (found) temporary.set(name, found.ino);
  }
  const record = recordPath(entry);
  return {
    tree: statSync(treePath(entry), { throwIfNoEntry: false })?.ino,
    sidecar: existsSync(sidecarPath(entry)),
    marker: existsSync(markerPath(entry)),
    temporary,
    record: existsSync(record) ? readFileSync(record, 'utf8') : undefined,
  };
}

/** What of an installation had happened, from what was there before it and after its end. */
export function phaseOf(before: Snapshot, after: Snapshot): Phase {
  if (after.marker) return 'marker written';
  if (after.tree !== undefined && after.tree !== before.tree)
    return after.sidecar ? 'sidecar, no marker yet' : 'renamed, no sidecar yet';
  if (before.tree !== undefined && after.tree === undefined) return 'old tree moved away';
  const fresh = [...after.temporary.keys()].filter((name) => !before.temporary.has(name));
  if (fresh.length > 0) return 'downloading and unpacking';
  return after.record !== undefined && after.record !== before.record ? 'lock taken' : 'before the lock';
}

/** The temporary directories beside a tree. */
export async function leftovers(entry: Entry): Promise<string[]> {
  const names = await readdir(path.dirname(treePath(entry))).catch(() => []);
  return names.filter((name) => name.startsWith(temporaryPrefix(entry)));
}

/** What is in the directory of locks besides the lock files themselves. */
export async function lockLeftovers(entry: Entry): Promise<string[]> {
  const names = await readdir(path.dirname(recordPath(entry))).catch(() => []);
  return names.filter((name) => !name.endsWith('.lock'));
}

/** Empties a tool cache, but for the two directories that have to be there to be watched. */
export async function emptyToolCache(entry: Entry): Promise<void> {
  await rm(entry.root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  await mkdir(path.dirname(treePath(entry)), { recursive: true });
  await mkdir(path.dirname(recordPath(entry)), { recursive: true });
}

/** Takes away the marker and a part of the files, as a tree looks that somebody stopped writing. */
export async function tearTree(entry: Entry): Promise<void> {
  const tree = treePath(entry);
  await rm(markerPath(entry));
  for (const name of (await readdir(tree, { recursive: true })).filter((_, index) => index % 3 === 0)) {
    if ((await stat(path.join(tree, name)).catch(() => undefined))?.isFile()) await rm(path.join(tree, name));
  }
}

/**
 * Calls `seen` once, as soon as this appears in the tool cache.
 * @returns ends the watch
 */
export function onSight(entry: Entry, sight: Sight, seen: () => void): () => void {
  const place = { tree: treePath, sidecar: sidecarPath, marker: markerPath, lock: recordPath };
  const target = sight === 'staging' ? undefined : place[sight](entry);
  const directory = path.dirname(target ?? treePath(entry));
  const watcher = watch(directory, (_event, name) => {
    const hit = target ? name === path.basename(target) : name?.startsWith(temporaryPrefix(entry));
    if (!hit) return;
    watcher.close();
    seen();
  });
  return () => watcher.close();
}

function recordPath(entry: Entry): string {
  return path.join(stateDirectory(entry.root), 'locks', `${lockName(entry)}.json`);
}
