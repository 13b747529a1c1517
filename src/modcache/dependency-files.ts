import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The files that say which modules a build needs. */
const NAMES = ['go.sum', 'go.mod', 'go.work.sum', 'go.work'];

/** Other people's modules, and those that are no part of a build. */
const NOT_OURS = new Set(['vendor', 'node_modules', 'testdata', '.git']);

/** More than these no project needs; a workspace with a Go tree in it may have them. */
const MOST_FILES = 1000;

/**
 * The dependency files of a workspace: those in its root, or where the root has none, all below it except in vendor, node_modules, testdata and
 * directories that Go leaves out (`_x`, `.x`). In the order of their names.
 */
export async function findDependencyFiles(workspace: string): Promise<string[]> {
  const root = await filesIn(workspace);
  const own = root.files.filter((name) => NAMES.includes(name)).map((name) => path.join(workspace, name));
  if (own.length > 0) return own.sort();
  const found: string[] = [];
  const pending = [workspace];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    const { files, directories } = directory === workspace ? root : await filesIn(directory);
    for (const name of files) if (NAMES.includes(name)) found.push(path.join(directory, name));
    for (const name of directories)
      if (!NOT_OURS.has(name) && !/^[._]/.test(name)) pending.push(path.join(directory, name));
    if (found.length >= MOST_FILES) break;
  }
  return found.sort();
}

/** A directory that cannot be read has no dependency files. */
async function filesIn(directory: string): Promise<{ files: string[]; directories: string[] }> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = (wanted: (entry: (typeof entries)[number]) => boolean) =>
    entries.filter(wanted).map((entry) => entry.name);
  return { files: names((entry) => entry.isFile()), directories: names((entry) => entry.isDirectory()) };
}

/**
 * The files that globs name, as @actions/glob has them: `**`, and `!` for what is left out, relative to the workspace. In the order of their names.
 * The library is loaded here, for those who give a pattern.
 */
export async function matchDependencyFiles(
  patterns: readonly string[],
  workspace: string,
): Promise<string[]> {
  const { create } = await import('@actions/glob');
  const globber = await create(patterns.map((pattern) => belowWorkspace(pattern, workspace)).join('\n'), {
    matchDirectories: false,
    implicitDescendants: false,
  });
  return [...new Set(await globber.glob())].sort();
}

function belowWorkspace(pattern: string, workspace: string): string {
  const [, not = '', rest = ''] = /^((?:!\s*)*)(.*)$/.exec(pattern) ?? [];
  if (path.isAbsolute(rest)) return pattern;
  // What looks like a pattern in the workspace's own name is none.
  const plain = workspace.replace(/[[?*]/g, '[$&]');
  return `${not}${path.join(plain, rest)}`;
}
