import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { forEachFile } from '../windows/files.ts';
import { readJson, writeJson } from './atomic-file.ts';

/** Every file of a Go tree by its path in it, with forward slashes, and its size in bytes. */
export type Manifest = Readonly<Record<string, number>>;

/** Lists a tree: names and sizes, no content. Go's 11,000 files take about a second. */
export async function takeManifest(tree: string): Promise<Manifest> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const sizes: Record<string, number> = {};
  await forEachFile(files, async (file) => {
    const { size } = await stat(file);
    sizes[path.relative(tree, file).replaceAll('\\', '/')] = size;
  });
  return sizes;
}

/** Keeps a manifest in the machine's root. @param name letters, digits, dots and hyphens */
export async function keepManifest(root: string, name: string, manifest: Manifest): Promise<void> {
  await mkdir(path.dirname(manifestFile(root, name)), { recursive: true });
  await writeJson(manifestFile(root, name), manifest);
}

/** A manifest that was kept; undefined where there is none, or none that can be read: then the tree is judged without it. */
export async function keptManifest(root: string, name: string): Promise<Manifest | undefined> {
  const found = await readJson(manifestFile(root, name)).catch(() => undefined);
  return typeof found === 'object' && found !== null ? (found as Manifest) : undefined;
}

function manifestFile(root: string, name: string): string {
  return path.join(root, 'msi', `${name}.files.json`);
}
