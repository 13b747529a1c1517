import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import type { Manifest } from '../machine/manifest.ts';
import { goArch } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import { inspectTree, readGoVersion } from '../toolcache/inspect.ts';
import { forEachFile } from '../windows/files.ts';

/** What is found where an MSI's Go is, or is to be. */
export interface TreeFinding {
  /**
   * `absent`: no such directory. `empty`: no files in it. `whole`: the Go expected. `broken`: that Go, but not all of it or not it alone. `foreign`:
   * something that no product owns; an MSI would install into it and mix the two.
   */
  readonly state: 'absent' | 'empty' | 'whole' | 'broken' | 'foreign';
  /** Why, in words for people: what is missing, or what lies there. */
  readonly reason: string;
  /** What VERSION says; undefined where there is none. */
  readonly goVersion: string | undefined;
}

/** Which Go a registered product has there. */
export interface ExpectedTree {
  /** A semver; empty where it is not known: then any Go of the architecture will do. */
  readonly version: string;
  readonly architecture: Architecture;
}

const NAMED = 5;

/**
 * Looks what lies in an INSTALLDIR. With a list of files every one is compared; without one, those that no Go works without: VERSION, go.exe
 * and its machine type, compiler, linker, assembler, and sources of the standard library. No process is started.
 *
 * @param expected the Go of the product that owns the directory; undefined where none does
 * @param files taken when the tree was known to be whole
 * @throws SetupError E_LOCKED, E_PERMISSION where it may not be looked at
 */
export async function inspectInstallDir(
  directory: string,
  expected: ExpectedTree | undefined,
  files: Manifest | undefined,
): Promise<TreeFinding> {
  const names = await list(directory);
  if (names === undefined) return { state: 'absent', reason: 'it does not exist', goVersion: undefined };
  if (!(await holdsFiles(directory, names)))
    return { state: 'empty', reason: 'it is empty', goVersion: undefined };

  const goVersion = await readGoVersion(directory);
  if (expected === undefined) {
    return {
      state: 'foreign',
      reason: describe(goVersion, names),
      goVersion,
    };
  }
  const reason = (await missingFrom(directory, expected, goVersion)) ?? (await differs(directory, files));
  return reason === undefined
    ? { state: 'whole', reason: files ? 'all its files are there' : 'its main files are there', goVersion }
    : { state: 'broken', reason, goVersion };
}

async function missingFrom(
  directory: string,
  expected: ExpectedTree,
  goVersion: string | undefined,
): Promise<string | undefined> {
  const { architecture } = expected;
  if (expected.version !== '') {
    const found = await inspectTree(directory, { version: expected.version, architecture });
    if (found.state !== 'whole') return found.state === 'torn' ? found.reason : 'it is gone';
  } else if (goVersion === undefined) {
    return 'no VERSION file';
  }
  const tools = path.join('pkg', 'tool', `windows_${goArch(architecture)}`);
  const programs = ['compile', 'link', 'asm'].map((name) => path.join(tools, `${name}.exe`));
  for (const file of [path.join('bin', 'go.exe'), ...programs]) {
    if (!((await sizeOf(path.join(directory, file))) ?? 0)) return `${windows(file)} is missing or empty`;
  }
  for (const name of ['runtime', 'fmt']) {
    const found = (await list(path.join(directory, 'src', name))) ?? [];
    if (!found.some((entry) => entry.name.endsWith('.go'))) return `src\\${name} has no sources`;
  }
  return undefined;
}

async function differs(directory: string, files: Manifest | undefined): Promise<string | undefined> {
  if (files === undefined) return undefined;
  const wrong: string[] = [];
  await forEachFile(Object.entries(files), async ([name, size]) => {
    if ((await sizeOf(path.join(directory, name))) !== size) wrong.push(name);
  });
  if (wrong.length > 0) {
    const total = Object.keys(files).length;
    return `${wrong.length} of ${total} files are missing or changed: ${some(wrong)}`;
  }
  const strays = await strayFiles(directory, files);
  return strays.length === 0
    ? undefined
    : `${strays.length} source files of another version lie among its own: ${some(strays)}`;
}

/**
 * Sources that are not on the list, in a package that is: the compiler takes them for part of it ("redeclared in this block", golang/go#18107).
 * Other files are no matter: people build into their Go.
 */
async function strayFiles(directory: string, files: Manifest): Promise<string[]> {
  const known = new Set(Object.keys(files).map((name) => name.toLowerCase()));
  const packages = new Set(
    Object.keys(files).flatMap((name) =>
      /^src\/.*\.(?:go|s)$/.test(name) && !name.includes('/testdata/') ? [path.posix.dirname(name)] : [],
    ),
  );
  const strays: string[] = [];
  for (const name of packages) {
    for (const entry of (await list(path.join(directory, name))) ?? []) {
      const file = `${name}/${entry.name}`;
      if (/\.(?:go|s)$/.test(file) && !known.has(file.toLowerCase())) strays.push(file);
    }
  }
  return strays;
}

/** Whether there is a file anywhere below: Windows Installer leaves empty directories behind. */
async function holdsFiles(directory: string, entries: readonly Dirent[]): Promise<boolean> {
  if (entries.some((entry) => !entry.isDirectory())) return true;
  for (const entry of entries) {
    const inner = path.join(directory, entry.name);
    if (await holdsFiles(inner, (await list(inner)) ?? [])) return true;
  }
  return false;
}

function describe(goVersion: string | undefined, names: readonly Dirent[]): string {
  const what = some(names.map(({ name }) => name));
  return goVersion === undefined
    ? `it holds ${what}`
    : `it holds a Go that calls itself ${goVersion.slice(0, 40)} (${what})`;
}

function some(names: readonly string[]): string {
  const sorted = [...names].sort();
  return `${sorted.slice(0, NAMED).join(', ')}${sorted.length > NAMED ? `, … (${sorted.length} in all)` : ''}`;
}

async function list(directory: string): Promise<Dirent[] | undefined> {
  return await unlessAbsent(readdir(directory, { withFileTypes: true }));
}

async function sizeOf(file: string): Promise<number | undefined> {
  return (await unlessAbsent(stat(file)))?.size;
}

async function unlessAbsent<T>(looking: Promise<T>): Promise<T | undefined> {
  return await looking.catch((error) => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  });
}

function windows(file: string): string {
  return file.replaceAll('/', '\\');
}
