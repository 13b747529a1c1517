import { readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { readJson } from '../machine/atomic-file.ts';
import type { Architecture } from '../release/release.ts';
import { removeTree, retry } from '../windows/files.ts';
import { findHeld } from '../windows/held-files.ts';
import { PLACE, RECORD, type StoredPackage } from './package-store.ts';

/** An MSI, and drafts of it or of its record. */
const UNFINISHED = /\.(?:msi|part|again|new)$/;
/** How long a removal waits for who has a package open: a scanner has it for moments, Windows Installer for longer. */
const PATIENCE_MS = 5000;
/** What a directory of the store is called while it is removed: one rename takes a package out of use, and the next prune finds what is left of it. */
const REMOVED = '.removed-';

/** A directory of the store. */
export interface StoredPlace {
  readonly directory: string;
  readonly goVersion: string;
  readonly architecture: Architecture;
  /** Undefined where a run was killed before it had written one: then the package does not count. */
  readonly record: StoredPackage | undefined;
  /** Whether the action made it: it has a record, or nothing but what a run has there that was killed before that. */
  readonly ours: boolean;
  /** When the package was stored, or was of use last, in milliseconds since 1970; 0 without a record. */
  readonly usedAt: number;
}

/**
 * Every package of the store by its directory's name, and what a prune has left that was killed. Packages are not hashed.
 *
 * @throws an error of the system where the store can't be listed
 */
export async function listStore(
  root: string,
): Promise<{ readonly places: readonly StoredPlace[]; readonly leftovers: readonly string[] }> {
  const store = path.join(root, 'msi');
  const names = await readdir(store).catch((error) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const places = await Promise.all(names.sort().map((name) => readPlace(store, name)));
  return {
    places: places.filter((place) => place !== undefined),
    leftovers: names.filter((name) => name.startsWith(REMOVED)).map((name) => path.join(store, name)),
  };
}

/**
 * Removes a package from the store: out of use by one rename, then its files.
 *
 * @returns where files of it are left, and why; the package is out of use then, too
 * @throws EBUSY where somebody has a file of it open, or an error of the system: the package stays whole; the signal's reason, before the rename
 */
export async function removePackage(
  { directory }: StoredPlace,
  signal: AbortSignal,
): Promise<{ readonly left: string | undefined; readonly trouble?: unknown }> {
  const aside = path.join(path.dirname(directory), `${REMOVED}${path.basename(directory)}`);
  await removeTree(aside, signal, PATIENCE_MS);
  await retry(() => moveAside(directory, aside), signal, PATIENCE_MS);
  try {
    await removeTree(aside, signal, PATIENCE_MS);
    return { left: undefined };
  } catch (trouble) {
    return { left: aside, trouble };
  }
}

/** @throws EBUSY where somebody has a file of it open, as Windows Installer does while it installs from it; an error of the system */
async function moveAside(directory: string, aside: string): Promise<void> {
  const { held } = await findHeld(directory);
  if (held[0] !== undefined)
    throw Object.assign(new Error(`EBUSY: ${held[0]} is open`), { code: 'EBUSY', path: held[0] });
  await rename(directory, aside);
}

async function readPlace(store: string, name: string): Promise<StoredPlace | undefined> {
  const [, goVersion, architecture] = PLACE.exec(name) ?? [];
  if (goVersion === undefined) return undefined;
  const directory = path.join(store, name);
  const file = path.join(directory, RECORD);
  const found = (await readJson(file).catch(() => undefined)) as Partial<StoredPackage> | undefined;
  const valid = typeof found?.filename === 'string' && typeof found.sha256 === 'string';
  const written = valid ? await stat(file).catch(() => undefined) : undefined;
  return {
    ...{ directory, goVersion, architecture: architecture as Architecture },
    record: valid ? (found as StoredPackage) : undefined,
    ours: valid || (await readdir(directory)).every((one) => UNFINISHED.test(one)),
    usedAt: written?.mtimeMs ?? 0,
  };
}
