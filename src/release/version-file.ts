import fs from 'node:fs';
import path from 'node:path';
import { SetupError } from '../errors.ts';
import { decodeText } from '../text-encoding.ts';
import type { Resolution } from './select.ts';
import { parseSpec, quote, type VersionRequest } from './spec.ts';
import { type Found, fileSpec, readGoMod, readToolVersions, readVersionLine } from './version-lines.ts';

export type { VersionRequest } from './spec.ts';

export interface VersionFileOptions {
  /** `lowest` takes `go` over `toolchain` in go.mod and go.work. */
  readonly resolution: Resolution;
}

const NAMES = ['go.work', 'go.mod', '.go-version', '.tool-versions'];

/** A version file is some hundred bytes; the largest go.mod known is far below this. */
const MAX_BYTES = 2 ** 20;

/** The workspace's own version file: the first there is of go.work, go.mod, .go-version and .tool-versions. */
export function findVersionFile(workspace: string): string | undefined {
  return NAMES.map((name) => path.join(workspace, name)).find(isFile);
}

/** What cannot be looked at counts as absent here: the search goes on, and naming the file tells why. */
function isFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Reads the Go version that a file asks for. The name decides the format: `go.mod`, `go.work` (and any `*.mod`, `*.work`), `.tool-versions`,
 * `mise.toml`; any other is read like `.go-version`, as setup-go does.
 *
 * @returns the spec, with file and line for messages
 * @throws SetupError E_INPUT when there is no such file, or it is a directory, larger than 1 MiB, no text or no TOML;
 *   E_SPEC when it names no version, or none that can be understood
 */
export async function readVersionFile(file: string, options: VersionFileOptions): Promise<VersionRequest> {
  const text = decode(readBounded(file), file);
  const name = path.basename(file).toLowerCase();
  const shown = path.basename(file);
  if (/^\.?mise(?:\..+)?\.toml$/.test(name)) {
    const { readMise } = await import('./mise.ts');
    const { value, origin } = readMise(text, shown, file);
    return { spec: fileSpec(value, origin), origin };
  }
  const found = readFormat(name, text, options.resolution);
  if (found === undefined) throw noVersion(file, name);
  const origin = `${shown} line ${found.line}${found.key === undefined ? '' : ` (${found.key})`}`;
  return { spec: specOf(found, name, origin), origin, ...leastOf(found.least) };
}

function readFormat(name: string, text: string, resolution: Resolution): Found | undefined {
  if (isGoMod(name)) return readGoMod(text, resolution);
  return name === '.tool-versions' ? readToolVersions(text) : readVersionLine(text);
}

function specOf(found: Found, name: string, origin: string): VersionRequest['spec'] {
  if (!isGoMod(name)) return fileSpec(found.value, origin);
  // Go's own files know versions alone: no aliases, no ranges, and `toolchain` has a `go` before it.
  if (/^(?:go)?\d+(?:\.\d+)*(?:[a-z]+\d+)?$/.test(found.value))
    return parseSpec(found.value, origin, { from: 'file' });
  throw new SetupError('E_SPEC', `${quote(found.value)} (${origin}) is not a Go version.`, {
    remedy:
      'Correct the file (`go mod edit -go=1.25.3`), or give the input go-version, which goes before the file.',
  });
}

/** A `go` line that is no version is the go command's to complain of, where the toolchain line was taken. */
function leastOf(text: string | undefined): { least?: string } {
  const [, minor, patch = '0'] =
    /^1\.(\d{1,4})(?:\.(\d{1,4}))?(?:(?:rc|beta)\d{1,4})?$/.exec(text ?? '') ?? [];
  return minor === undefined ? {} : { least: `1.${Number(minor)}.${Number(patch)}` };
}

function isGoMod(name: string): boolean {
  return name.endsWith('.mod') || name.endsWith('.work');
}

function noVersion(file: string, name: string): SetupError {
  const wanted = isGoMod(name)
    ? 'a line such as `go 1.25.3`'
    : name === '.tool-versions'
      ? 'a line such as `golang 1.25.3`'
      : 'a version such as `1.25.3` on a line of its own';
  return new SetupError('E_SPEC', `The version file ${file} names no Go version.`, {
    remedy: `Add ${wanted} to it, or give the input go-version.`,
  });
}

function readBounded(file: string): Buffer {
  const unusable = (what: string, remedy: string, cause?: unknown): SetupError =>
    new SetupError('E_INPUT', `The version file ${file} ${what}.`, { remedy, cause });
  const correct =
    'Correct go-version-file (a path in the repository), or check the repository out before this step.';
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) throw unusable('does not exist', correct);
    if (stat.isDirectory())
      throw unusable('is a directory', 'Name a file in go-version-file, such as go.mod.');
    if (!stat.isFile()) throw unusable('is not a regular file', correct);
    if (stat.size > MAX_BYTES) {
      const what = `has ${stat.size} bytes, and no version file needs more than ${MAX_BYTES}`;
      throw unusable(what, 'Check that go-version-file names the right file, or give the input go-version.');
    }
    return fs.readFileSync(file);
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    throw unusable('cannot be read', correct, cause);
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw new SetupError(
      'E_INPUT',
      `The version file ${file} is not a text file: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { remedy: 'Check that go-version-file names the right file, and save it as UTF-8.', cause },
    );
  }
}
