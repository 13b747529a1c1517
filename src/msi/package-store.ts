import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readJson, writeJson } from '../machine/atomic-file.ts';
import type { Architecture } from '../release/release.ts';
import { retry } from '../windows/files.ts';

/** An MSI that is kept in the machine's root, under its own name: a repair asks for the package by that (errors 1316, 1706). */
export interface StoredPackage {
  readonly path: string;
  readonly goVersion: string;
  readonly architecture: Architecture;
  readonly filename: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly size: number;
  /** URL or path that it came from, without credentials. */
  readonly source: string;
  /** Its hash is go.dev's. */
  readonly official: boolean;
}

/** The record of a package, in its directory. */
export const RECORD = 'package.json';
/** The name of a package's directory: Go's spelling of the version, architecture, the start of the hash. */
export const PLACE = /^(go[^-]+)-(x64|x86|arm64)-[0-9a-f]{8}$/;

/**
 * Puts an MSI into the store: `<root>\msi\<Go version>-<architecture>-<8 digits of the hash>\<file name>`, with a record beside it. What is
 * there already, and still has its hash, stays.
 *
 * @param fill writes the file, and returns its SHA-256 and size
 */
export async function storePackage(
  root: string,
  wanted: Omit<StoredPackage, 'path' | 'size'>,
  fill: (target: string) => Promise<void>,
): Promise<StoredPackage> {
  const { goVersion, architecture, sha256, filename } = wanted;
  const directory = path.join(root, 'msi', `${goVersion}-${architecture}-${sha256.slice(0, 8)}`);
  const target = path.join(directory, filename);
  await mkdir(directory, { recursive: true });
  let found = await hashOf(target);
  if (found?.sha256 !== sha256) {
    await fill(target);
    found = await hashOf(target);
  }
  if (found?.sha256 !== sha256) throw new Error(`${target} has ${found?.sha256 ?? 'gone'}, not ${sha256}`);
  const stored: StoredPackage = { ...wanted, path: target, size: found.size };
  await writeJson(path.join(directory, RECORD), { schema: 1, ...stored });
  return stored;
}

/** Says that an MSI of the store is in use now: of several builds of its version it is the first that `storedPackages` tells. */
export async function storeAgain(root: string, stored: StoredPackage): Promise<StoredPackage> {
  const { path: _, size: _size, ...wanted } = stored;
  return await storePackage(root, wanted, async () => {});
}

/** Copies a file into the store, through a draft beside it. */
export async function copyInto(target: string, source: string): Promise<void> {
  const draft = `${target}.part`;
  try {
    await copyFile(source, draft);
    const file = await open(draft, 'r+');
    await file.sync().finally(() => file.close());
    await retry(() => rename(draft, target));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw error;
  }
}

/**
 * The MSIs of a version that are in the store and still have the hash that they were stored with: it is computed anew, for what is in there
 * is run with an administrator's rights.
 *
 * @returns the one that was stored last comes first
 */
export async function storedPackages(
  root: string,
  goVersion: string,
  architecture: Architecture,
): Promise<StoredPackage[]> {
  const store = path.join(root, 'msi');
  const found: { stored: StoredPackage; at: number }[] = [];
  for (const name of await readdir(store).catch(() => [])) {
    if (!name.startsWith(`${goVersion}-${architecture}-`)) continue;
    const recordFile = path.join(store, name, RECORD);
    const record = (await readJson(recordFile).catch(() => undefined)) as Partial<StoredPackage> | undefined;
    if (typeof record?.filename !== 'string' || typeof record.sha256 !== 'string') continue;
    const place = path.join(store, name, path.basename(record.filename));
    if ((await hashOf(place))?.sha256 !== record.sha256) continue;
    const at = (await stat(recordFile).catch(() => undefined))?.mtimeMs ?? 0;
    found.push({ stored: { ...(record as StoredPackage), path: place }, at });
  }
  return found.sort((a, b) => b.at - a.at).map(({ stored }) => stored);
}

/** Go's spelling of the versions that the store has an MSI of, by their directories' names alone. */
export async function storedVersions(root: string, architecture: Architecture): Promise<string[]> {
  const names = await readdir(path.join(root, 'msi')).catch(() => []);
  const named = names.map((name) => PLACE.exec(name));
  return [...new Set(named.flatMap((found) => (found?.[2] === architecture ? (found[1] ?? []) : [])))];
}

/** SHA-256 and size of a file; undefined where it is not there or cannot be read. */
export async function hashOf(file: string): Promise<{ sha256: string; size: number } | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
      }
    });
  } catch {
    return undefined;
  }
  return { sha256: hash.digest('hex'), size };
}
