import type { Stats } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { toGoVersion, toSemver } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import type { Attested } from '../transparency/ask.ts';
import { explainFileError, retry } from '../windows/files.ts';
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
  /** What the check against a checksum database rests on; undefined where there was none. */
  readonly transparency?: Attested | undefined;
  /** ISO 8601. */
  readonly installedAt: string;
}

/** What is found at an entry. Only `whole` may be used. */
export type Inspection =
  | { readonly state: 'absent' }
  | { readonly state: 'torn'; readonly reason: string }
  | { readonly state: 'whole'; readonly goVersion: string; readonly provenance: Provenance | undefined };

/** A sidecar is written milliseconds before its marker. A marker of another action is another tree's, which replaced ours. */
const SIDECAR_AGE_MS = 60_000;
/** A scanner holds a file for moments; without this a whole tree would be torn while it does. */
const SCANNER_MS = 3000;

/** Machine types of PE files (Microsoft's PE format, "Machine Types"). */
const MACHINES: Record<Architecture, number> = { x64: 0x8664, x86: 0x014c, arm64: 0xaa64 };

/**
 * Looks whether an entry can be trusted: its marker, the version in VERSION, and that bin\go.exe is a program for the right machine.
 * Starts no process and reads a few hundred bytes.
 *
 * @throws SetupError E_LOCKED, E_PERMISSION where the entry may not be looked at: that is not "absent"
 */
export async function inspectEntry(entry: Entry): Promise<Inspection> {
  const tree = treePath(entry);
  const [marker, found] = await Promise.all([look(markerPath(entry)), look(tree)]);
  if (!found) return marker ? torn('a .complete marker without a tree') : { state: 'absent' };
  if (!marker) return torn('no .complete marker: an installation was interrupted');

  const [inspected, provenance] = await Promise.all([
    inspectTree(tree, entry),
    readProvenance(entry, marker.mtimeMs),
  ]);
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
  const text = await ifThere(path.join(tree, 'VERSION'), (file) => readFile(file, 'utf8'));
  const line = text?.slice(0, 1024).split(/\r?\n/, 1)[0]?.trim() ?? '';
  return line === '' ? undefined : line;
}

/** When a tree's release was made, by the `time` line of its VERSION file, as ISO 8601; undefined where there is none (before Go 1.21). */
export async function readReleaseTime(tree: string): Promise<string | undefined> {
  const text = await ifThere(path.join(tree, 'VERSION'), (file) => readFile(file, 'utf8'));
  const time = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\r?$/m.exec(text?.slice(0, 1024) ?? '')?.[1];
  return time === undefined || Number.isNaN(Date.parse(time)) ? undefined : time;
}

/** The architecture that bin\\go.exe of a tree is made for; undefined where there is none, or it is for another machine. */
export async function readArchitecture(tree: string): Promise<Architecture | undefined> {
  const machine = await readMachine(goExecutable(tree));
  return (Object.keys(MACHINES) as Architecture[]).find((architecture) => MACHINES[architecture] === machine);
}

/** The machine type in a PE file's header, or undefined where the file is none. */
async function readMachine(file: string): Promise<number | undefined> {
  const header = await ifThere(file, readHeader);
  if (header === undefined) return undefined;
  const start =
    header.length >= 64 && header.toString('latin1', 0, 2) === 'MZ' ? header.readUInt32LE(60) : header.length;
  return start + 6 <= header.length && header.toString('latin1', start, start + 4) === 'PE\0\0'
    ? header.readUInt16LE(start + 4)
    : undefined;
}

async function readHeader(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Our record of an entry, or undefined where it is not ours, cannot be read, is older than the marker, or speaks of another Go: who copies a
 * version's directory, or links one to another, has a record beside it that tells of the first.
 *
 * @param markedMs when the marker was written, in milliseconds since 1970
 */
export async function readProvenance(entry: Entry, markedMs: number): Promise<Provenance | undefined> {
  try {
    const file = sidecarPath(entry);
    const [text, written] = await Promise.all([
      ifThere(file, (sidecar) => readFile(sidecar, 'utf8')),
      look(file),
    ]);
    if (written === undefined || markedMs - written.mtimeMs > SIDECAR_AGE_MS) return undefined;
    const value = JSON.parse(text ?? '') as Partial<Provenance> | null;
    const valid =
      value?.schema === 1 && typeof value.sha256 === 'string' && typeof value.official === 'boolean';
    return valid && !speaksOfAnother(entry, value) ? (value as Provenance) : undefined;
  } catch {
    return undefined;
  }
}

function speaksOfAnother(entry: Entry, { goVersion, architecture }: Partial<Provenance>): boolean {
  if (architecture !== undefined && architecture !== entry.architecture) return true;
  if (typeof goVersion !== 'string' || toSemver(goVersion) === entry.version) return false;
  return !sameGoVersion(goVersion, toGoVersion(entry.version));
}

function torn(reason: string): Inspection {
  return { state: 'torn', reason };
}

function look(file: string): Promise<Stats | undefined> {
  return ifThere(file, (place) => stat(place));
}

/** What nobody can read because it is not there; a link that leads nowhere or in a circle is not there either. */
const MISSING = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP'];

async function ifThere<T>(file: string, read: (file: string) => Promise<T>): Promise<T | undefined> {
  try {
    return await retry(() => read(file), undefined, SCANNER_MS);
  } catch (error) {
    if (MISSING.includes(systemCode(error) ?? '')) return undefined;
    throw explainFileError(error, 'read', file);
  }
}
