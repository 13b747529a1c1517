import { existsSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import {
  type Entry,
  lockName,
  markerPath,
  ownerFile,
  sidecarPath,
  stateDirectory,
  temporaryPrefix,
  treePath,
} from '../../src/toolcache/layout.ts';

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

export async function snapshot(entry: Entry): Promise<Snapshot> {
  const temporary = new Map<string, number>();
  for (const name of await leftovers(entry)) {
    const found = statSync(path.join(path.dirname(treePath(entry)), name), { throwIfNoEntry: false });
    if (found) temporary.set(name, found.ino);
  }
  const record = ownerFile(entry.root, lockName(entry));
  return {
    tree: statSync(treePath(entry), { throwIfNoEntry: false })?.ino,
    sidecar: existsSync(sidecarPath(entry)),
    marker: existsSync(markerPath(entry)),
    temporary,
    record: existsSync(record) ? readFileSync(record, 'utf8') : undefined,
  };
}

/** The temporary directories beside a tree. */
export async function leftovers(entry: Entry): Promise<string[]> {
  const names = await readdir(path.dirname(treePath(entry))).catch(() => []);
  return names.filter((name) => name.startsWith(temporaryPrefix(entry)));
}

/** Tests of writing that were killed, in the places where the action makes them. */
async function writeTests(entry: Entry): Promise<string[]> {
  const state = stateDirectory(entry.root);
  // The root: there a folder is tried that is not there yet, the one of go.dev's own builds.
  const places = [path.join(state, 'locks'), path.join(entry.root, entry.tool), entry.root];
  const found = await Promise.all(
    places.map(async (place) => (await readdir(place)).map((name) => path.join(place, name))),
  );
  return found.flat().filter((file) => path.basename(file).startsWith(WRITE_TEST));
}

/** Makes what a killed test of writing has left as old as the next run would find it after a while. It leaves younger ones to their owners. */
export async function ageWriteTests(entry: Entry): Promise<void> {
  const before = new Date(Date.now() - 5 * 60_000);
  for (const file of await writeTests(entry)) await utimes(file, before, before);
}

/** What is in a tool cache that has one whole tree, and should not be: anything but that tree with its records, lock files and the audit log. */
export async function foreignIn(entry: Entry): Promise<string[]> {
  const state = stateDirectory(entry.root);
  const beside = path.dirname(treePath(entry));
  const own = [treePath(entry), sidecarPath(entry), markerPath(entry)].map((file) => path.basename(file));
  const found = async (place: string, expected: (name: string) => boolean) =>
    (await readdir(place)).filter((name) => !expected(name)).map((name) => path.join(place, name));
  const foreign = await Promise.all([
    found(entry.root, (name) => name === entry.tool || name === path.basename(state)),
    found(path.join(entry.root, entry.tool), (name) => name === entry.version),
    found(beside, (name) => own.includes(name)),
    found(state, (name) => name === 'locks' || AUDIT.test(name)),
    found(path.join(state, 'locks'), (name) => name.endsWith('.lock')),
  ]);
  return foreign.flat();
}

/** Empties a tool cache, but for the audit log, which goes on over all rounds, and the two directories that have to be there to be watched. */
export async function emptyToolCache(entry: Entry): Promise<void> {
  const state = stateDirectory(entry.root);
  for (const name of await readdir(state).catch(() => []))
    if (!AUDIT.test(name)) await remove(path.join(state, name));
  for (const name of await readdir(entry.root).catch(() => []))
    if (name !== path.basename(state)) await remove(path.join(entry.root, name));
  await mkdir(path.dirname(treePath(entry)), { recursive: true });
  await mkdir(path.dirname(ownerFile(entry.root, lockName(entry))), { recursive: true });
}

async function remove(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Keeps what lies beside an entry, so that it need not be installed for each round. @param copy an absent directory */
export async function keepEntry(entry: Entry, copy: string): Promise<void> {
  await cp(path.dirname(treePath(entry)), copy, { recursive: true, preserveTimestamps: true });
}

/** Puts back what {@link keepEntry} kept, into an empty tool cache. */
export async function putBackEntry(entry: Entry, copy: string): Promise<void> {
  await cp(copy, path.dirname(treePath(entry)), { recursive: true, preserveTimestamps: true });
}

/** Takes away the marker and a part of the files, as a tree looks that somebody stopped writing. */
export async function tearTree(entry: Entry): Promise<void> {
  const tree = treePath(entry);
  await rm(markerPath(entry));
  for (const name of (await readdir(tree, { recursive: true })).filter((_, index) => index % 3 === 0)) {
    if ((await stat(path.join(tree, name)).catch(() => undefined))?.isFile()) await rm(path.join(tree, name));
  }
}

const WRITE_TEST = '.setup-go-win-test-';
/** The log, what it was rotated to, and its lock. */
const AUDIT = /^audit.*\.(?:jsonl|lock)$/;
