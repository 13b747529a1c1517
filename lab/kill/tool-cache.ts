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
    places.map(async (place) => (await readdir(place).catch(() => [])).map((name) => path.join(place, name))),
  );
  return found.flat().filter((file) => path.basename(file).startsWith(WRITE_TEST));
}

/** Makes what a killed test of writing has left as old as the next run would find it after a while. It leaves younger ones to their owners. */
export async function ageWriteTests(entry: Entry): Promise<void> {
  const before = new Date(Date.now() - 5 * 60_000);
  for (const file of await writeTests(entry)) await utimes(file, before, before);
}

/** What is in a tool cache and should not be: all but these entries, lock files, leases, the times of use and the audit log. Paths below it. */
export async function leftoversIn(root: string, entries: readonly Entry[]): Promise<string[]> {
  const files = new Set(entries.flatMap((entry) => [treePath(entry), markerPath(entry), sidecarPath(entry)]));
  const ours = path.relative(root, stateDirectory(root));
  const expected = (name: string) =>
    files.has(path.join(root, name)) ||
    [...files].some((file) => file.startsWith(path.join(root, name) + path.sep)) ||
    name === ours ||
    (path.dirname(name) === ours && (AUDIT.test(path.basename(name)) || path.basename(name) in STATE)) ||
    (path.dirname(path.dirname(name)) === ours &&
      STATE[path.basename(path.dirname(name))]?.test(path.basename(name)) === true);
  const left: string[] = [];
  const walk = async (directory: string) => {
    for (const found of await readdir(path.join(root, directory), { withFileTypes: true })) {
      const name = path.join(directory, found.name);
      if (!expected(name)) left.push(name);
      else if (found.isDirectory() && !files.has(path.join(root, name))) await walk(name);
    }
  };
  await walk('');
  return left.sort();
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
/** The directories of `.setup-go-win`, and the names of their files. */
const STATE: Readonly<Record<string, RegExp>> = {
  locks: /\.lock$/,
  leases: /\.[0-9a-f]{12}\.[0-9a-f]{12}\.json$/,
  used: /^go(?:-[0-9a-f]{8})?-.+/,
};
