import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { LabRelease } from '../releases/release.ts';
import { goTreeOf } from '../releases/wheel.ts';

/** Every file of a release by its path in the tree, with slashes. */
export type WantedTree = ReadonlyMap<string, { readonly size: number; readonly crc: number }>;

/** What a whole tree of this release holds, read from its ZIP. */
export async function wantedTree(release: LabRelease): Promise<WantedTree> {
  const entries = await goTreeOf(release.path);
  return new Map(entries.map(({ name, size, crc }) => [name.slice('go/'.length), { size, crc }]));
}

/**
 * Compares a tree with what it should hold, file by file, by size and CRC.
 * @returns what differs, in words; undefined when it is whole
 */
export async function differenceOf(tree: string, wanted: WantedTree): Promise<string | undefined> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return 'there is no tree';
  const found = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(tree, path.join(entry.parentPath, entry.name)));
  const names = new Set(found);
  const missing = [...wanted.keys()].filter((name) => !names.has(name));
  const foreign = found.filter((name) => !wanted.has(name));
  const wrong: string[] = [];
  for (const [name, { size, crc }] of wanted) {
    if (!names.has(name)) continue;
    const content = await readFile(path.join(tree, name));
    if (content.length !== size || crc32(content) !== crc) wrong.push(name);
  }
  const parts = [
    ['missing', missing],
    ['not of this release', foreign],
    ['with other content', wrong],
  ] as const;
  const said = parts.flatMap(([what, list]) =>
    list.length === 0 ? [] : [`${list.length} of ${wanted.size} files ${what} (${list[0]})`],
  );
  return said.length === 0 ? undefined : said.join(', ');
}
