import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Entry, markerPath, sidecarPath, stateDirectory, treePath } from '../../src/toolcache/layout.ts';
import { verifyAudit } from '../audit/verify.ts';
import { differenceOf, type WantedTree } from '../kill/wanted-tree.ts';
import { codesOf, type Injection } from './plan.ts';

/** How an installation ended: whole, with an error's code, or killed. */
export type End =
  | { readonly kind: 'success' }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'killed' };

/** One version's place in the tool cache, and what has to be there. */
export interface Wanted {
  readonly entry: Entry;
  readonly tree: WantedTree;
  /** SHA-256 of its ZIP. */
  readonly sha256: string;
}

/**
 * Whether the end of an installation is one that was asked for: success always is, an error only where what was done to this very installation
 * brings that code, and a death only where it was killed.
 *
 * @param killed whether its process was really killed
 * @returns what is wrong, in words
 */
export function wrongEnd(end: End, injection: Injection, killed: boolean): string | undefined {
  if (end.kind === 'success') return undefined;
  if (end.kind === 'killed') return killed ? undefined : 'it died, and nobody had killed it';
  return codesOf(injection).includes(end.code) ? undefined : `it failed with ${end.code || 'no code'}`;
}

/**
 * Looks whether what carries a marker is whole. Others may replace the tree meanwhile: then it is looked at again.
 *
 * @param required whether the marker and our own record have to be there
 * @returns what is wrong, in words
 */
export async function wrongTree(
  { entry, tree, sha256 }: Wanted,
  required: boolean,
): Promise<string | undefined> {
  const name = `${entry.version}: `;
  for (let look = 1; ; look++) {
    const marker = await markerOf(entry);
    if (marker === undefined) return required ? `${name}there is no marker` : undefined;
    const difference = await differenceOf(treePath(entry), tree).catch((error) => String(error));
    const recorded = await recordedHash(entry);
    if ((await markerOf(entry)) !== marker && look < 10) continue;
    if (difference !== undefined) return `${name}a marker beside a tree that is not whole: ${difference}`;
    if (recorded !== sha256 && required) return `${name}the record beside the tree says ${recorded}`;
    return undefined;
  }
}

/** Tells one marker from the next. */
async function markerOf(entry: Entry): Promise<string | undefined> {
  return await stat(markerPath(entry)).then(
    ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
    () => undefined,
  );
}

async function recordedHash(entry: Entry): Promise<string> {
  try {
    return String((JSON.parse(await readFile(sidecarPath(entry), 'utf8')) as { sha256?: unknown }).sha256);
  } catch (error) {
    return String(error);
  }
}

/** What is wrong with the audit log of a tool cache; undefined where its chain is whole. */
export async function wrongAudit(root: string): Promise<string | undefined> {
  const directory = stateDirectory(root);
  const names = (await readdir(directory)).filter((name) => /^audit.*\.jsonl$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(path.join(directory, name)) })),
  );
  return verifyAudit(files).problem;
}
