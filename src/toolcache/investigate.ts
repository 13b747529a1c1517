import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { findHeld, findHeldDirectories, probeFile } from '../windows/held-files.ts';
import { type HolderSearch, nameHolders, type SearchOptions } from '../windows/holders.ts';
import { type Entry, markerPath, sidecarPath, treePath } from './layout.ts';

/** What was found out about a change, or a look, that Windows refused. */
export interface Finding {
  /** The file or directory that it was refused on. */
  readonly place: string;
  /** Files that another process has open, the refused one among them where it is one. */
  readonly held: readonly string[];
  /** Directories that another process has open. */
  readonly heldDirectories: readonly string[];
  readonly search: HolderSearch;
  /** What was looked at, one line each. */
  readonly looked: readonly string[];
  /** What stands in the way; undefined where nobody was found to, so that it is a matter of rights. */
  readonly cause: 'open files' | 'open directories' | 'running programs' | 'somebody' | undefined;
}

export interface InvestigateOptions extends Pick<SearchOptions, 'powershell' | 'list'> {
  readonly signal?: AbortSignal | undefined;
  /** How long all of it may take, in milliseconds; 15 s where left out. */
  readonly budgetMs?: number;
}

const BUDGET_MS = 15_000;
const FILES_MS = 4000;
const DIRECTORIES_MS = 2000;
/** What PowerShell gets at least: it takes seconds to start on a busy machine. */
const SEARCH_MS = 3000;

/**
 * Finds out who stands in the way of a refused change of an entry: by opening what was refused, and what lies beside and below it, without
 * sharing, and by asking Windows who runs from there or holds it. Nothing is changed. Never throws.
 *
 * @returns undefined where there was no time, or the search itself failed: then the error is all that is known
 */
export async function investigate(
  error: NodeJS.ErrnoException,
  entry: Entry,
  options: InvestigateOptions = {},
): Promise<Finding | undefined> {
  const { signal, budgetMs = BUDGET_MS } = options;
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  // A call to a dead share can take a minute.
  const over = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    timer = setTimeout(stop, budgetMs);
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([look(error, entry, { ...options, budgetMs }).catch(() => undefined), over]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

async function look(
  error: NodeJS.ErrnoException,
  entry: Entry,
  options: InvestigateOptions & { readonly budgetMs: number },
): Promise<Finding> {
  const end = performance.now() + options.budgetMs - 1000;
  const tree = treePath(entry);
  const place = error.path ?? tree;
  const isDirectory = await lstat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  // The files of a lock lie elsewhere: the tree has nothing to do with them.
  const within = place.toLowerCase().startsWith(`${path.dirname(tree)}${path.sep}`.toLowerCase());
  const [files, directories] = [
    new Set([...(isDirectory ? [] : [place]), ...(within ? [markerPath(entry), sidecarPath(entry)] : [])]),
    new Set([...(isDirectory ? [place] : []), ...(within ? [tree] : [])]),
  ];
  const beside = await probeAll([...files]);
  const below = await Promise.all([...directories].map((directory) => lookBelow(directory, isDirectory)));
  const held = [...beside, ...below.flatMap((one) => one.held)];
  const heldDirectories = below.flatMap((one) => one.directories);
  const timeoutMs = Math.max(end - performance.now(), SEARCH_MS);
  const search = await nameHolders(held, tree, { ...options, timeoutMs });

  const runs = search.holders.some(({ evidence }) => evidence === 'runs there');
  const busy = error.code === 'EBUSY' ? 'somebody' : undefined;
  let cause: Finding['cause'];
  // A file that nobody has open is removed whoever runs from beside it: where that is refused it is for want of a right.
  if (!isDirectory) cause = held.includes(place) ? 'open files' : busy;
  else if (runs) cause = 'running programs';
  else if (held.length > 0) cause = 'open files';
  else cause = heldDirectories.length > 0 ? 'open directories' : busy;
  const count = below.reduce((sum, one) => sum + one.count, files.size);
  const looked = [
    `files opened without sharing to see whether another process has them open: ${count}, and ${held.length} of them it has`,
    ...(isDirectory
      ? [`directories that another process has open: ${heldDirectories.length || 'none'}`]
      : []),
    ...search.looked,
  ];
  return { place, held, heldDirectories, search, looked, cause };
}

async function probeAll(files: readonly string[]): Promise<string[]> {
  const states = await Promise.all(files.map((file) => probeFile(file)));
  return files.filter((_, index) => states[index] === 'held');
}

/** What is held below a directory; a directory is in the way only of who renames one. */
async function lookBelow(directory: string, renamed: boolean) {
  const options = { first: ['bin', path.join('pkg', 'tool')], budgetMs: FILES_MS };
  const files = await findHeld(directory, options).catch(() => undefined);
  const directories = renamed ? await findHeldDirectories(directory, DIRECTORIES_MS) : [];
  return { held: files?.held ?? [], count: files?.looked ?? 0, directories };
}
