import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterEach } from '@jest/globals';

const made: string[] = [];

/** An empty directory that is removed after the test. */
export function scratch(): string {
  const path = mkdtempSync(join(tmpdir(), 'archive-'));
  made.push(path);
  return path;
}

afterEach(() => {
  for (const path of made.splice(0)) if (existsSync(path)) rmSync(path, { recursive: true, force: true });
});

/** Every file below a directory with its content as latin1, directories with a trailing slash and null. */
export function treeOf(root: string): Record<string, string | null> {
  const tree: Record<string, string | null> = {};
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(root, name);
    const key = relative(root, path).split(sep).join('/');
    if (statSync(path).isDirectory()) tree[`${key}/`] = null;
    else tree[key] = readFileSync(path, 'latin1');
  }
  return tree;
}
