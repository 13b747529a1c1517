import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { toGoVersion } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import { type Entry, goExecutable, markerPath, sidecarPath, treePath } from './layout.ts';

/** Where a tree came from, kept beside it as JSON. */
export interface Provenance {
  readonly schema: 1;
  readonly goVersion: string;
  readonly architecture: Architecture;
  /** SHA-256 and size in bytes of the ZIP that the tree was unpacked from. */
  readonly sha256: string;
  readonly size: number;
  /** URL or path of the ZIP, without credentials. */
  readonly source: string;
  /** What the hash was taken from. */
  readonly hashSource: string;
  /** True when the hash is one of go.dev's. */
  readonly official: boolean;
  /** ISO 8601. */
  readonly installedAt: string;
}

/** What is found at an entry. Only `whole` may be used. */
export type Inspection =
  | { readonly state: 'absent' }
  | { readonly state: 'torn'; readonly reason: string }
  | { readonly state: 'whole'; readonly goVersion: string; readonly provenance: Provenance | undefined };

/** Machine types of PE files (Microsoft's PE format, "Machine Types"). */
const MACHINES: Record<Architecture, number> = { x64: 0x8664, x86: 0x014c, arm64: 0xaa64 };

/**
 * Looks whether an entry can be trusted: its marker, the version in VERSION, and that bin\go.exe is a program for the right machine.
 * Starts no process and reads a few hundred bytes.
 */
export async function inspectEntry(entry: Entry): Promise<Inspection> {
  const tree = treePath(entry);
  const [marked, present] = await Promise.all([exists(markerPath(entry)), exists(tree)]);
  if (!present) return marked ? torn('a .complete marker without a tree') : { state: 'absent' };
  if (!marked) return torn('no .complete marker: an installation was interrupted');

  const [inspected, provenance] = await Promise.all([inspectTree(tree, entry), readProvenance(entry)]);
  return inspected.state === 'whole' ? { ...inspected, provenance } : inspected;
}

/** Looks at a tree alone, marker or not: VERSION, and the machine type of bin\\go.exe. */
export async function inspectTree(
  tree: string,
  entry: Pick<Entry, 'version' | 'architecture'>,
): Promise<Inspection> {
  const [version, machine] = await Promise.all([readGoVersion(tree), readMachine(goExecutable(tree))]);
  if (version === undefined) return torn('no VERSION file');
  const expected = toGoVersion(entry.version);
  if (!sameGoVersion(version, expected)) return torn(`VERSION says ${version}, not ${expected}`);
  if (machine === undefined) return torn('bin\\go.exe is missing or no Windows program');
  if (machine !== MACHINES[entry.architecture]) {
    return torn(
      `bin\\go.exe is made for machine type 0x${machine.toString(16)}, not for ${entry.architecture}`,
    );
  }
  return { state: 'whole', goVersion: version, provenance: undefined };
}

/**
 * Whether a tree that calls itself `actual` is the release `expected`. Builds of others than the Go project add a suffix to the release
 * they are made from (`go1.25.3-1`, `go1.25.3 X:boringcrypto`).
 */
export function sameGoVersion(actual: string, expected: string): boolean {
  return actual === expected || (actual.startsWith(expected) && /^[-+ ]/.test(actual.slice(expected.length)));
}

/** First line of a tree's VERSION file (`go1.25.3`), or undefined where there is none. */
export async function readGoVersion(tree: string): Promise<string | undefined> {
  const text = await readFile(path.join(tree, 'VERSION'), 'utf8').catch(() => '');
  const line = text.slice(0, 1024).split(/\r?\n/, 1)[0]?.trim() ?? '';
  return line === '' ? undefined : line;
}

/** The machine type in a PE file's header, or undefined where the file is none. */
async function readMachine(file: string): Promise<number | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const header = Buffer.alloc(1024);
    const { bytesRead } = await handle.read(header, 0, header.length, 0);
    const start =
      bytesRead >= 64 && header.toString('latin1', 0, 2) === 'MZ' ? header.readUInt32LE(60) : bytesRead;
    return start + 6 <= bytesRead && header.toString('latin1', start, start + 4) === 'PE\0\0'
      ? header.readUInt16LE(start + 4)
      : undefined;
  } finally {
    await handle.close();
  }
}

/** Our record of an entry, or undefined where it is not ours or cannot be read. */
async function readProvenance(entry: Entry): Promise<Provenance | undefined> {
  try {
    const value = JSON.parse(await readFile(sidecarPath(entry), 'utf8')) as Partial<Provenance> | null;
    const valid =
      value?.schema === 1 && typeof value.sha256 === 'string' && typeof value.official === 'boolean';
    return valid ? (value as Provenance) : undefined;
  } catch {
    return undefined;
  }
}

function torn(reason: string): Inspection {
  return { state: 'torn', reason };
}

/** Whether something is there; a place that may not be looked at is not "absent". */
async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error) => {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false;
      throw error;
    },
  );
}
