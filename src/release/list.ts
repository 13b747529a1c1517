import { SetupError } from '../errors.ts';
import { describeRelease, fileName, parseArchitecture, toSemver } from './names.ts';
import type { FileKind, Release } from './release.ts';
import { quote } from './spec.ts';

/** One Windows file of a release list. */
export type ListedRelease = Release;

/** The list's own words for the two kinds. */
const LISTED_AS: Readonly<Record<FileKind, string>> = { zip: 'archive', msi: 'installer' };

type Fields = Readonly<Record<string, unknown>>;

/** True for a body that is a web page: what proxies, captive portals and servers that know no such list answer, often with 200. */
export function looksLikeWebPage(body: string): boolean {
  return /^[\s\ufeff]*</.test(body.slice(0, 1024));
}

/**
 * Reads a release list shaped as go.dev's (`https://go.dev/dl/?mode=json&include=all`: an array of
 * `{version, stable, files: [{filename, os, arch, version, sha256, size, kind}]}`) and keeps the files of one kind for Windows, of the
 * architectures that we serve. Those are checked field by field, so that their names are safe in a path and a URL; files for other systems, kinds and fields
 * that we do not know, and releases named in a way that we do not know are passed over, for the list grows.
 *
 * @param source the list's origin for messages, without credentials
 * @returns in the list's order; may be empty when the list is sound but has nothing for Windows
 * @throws SetupError E_LIST naming the first wrong field
 */
export function parseReleaseList(body: string, source: string, kind: FileKind): ListedRelease[] {
  if (looksLikeWebPage(body)) {
    throw new SetupError('E_LIST', `${source} answered with a web page, not with the release list.`, {
      remedy: `Check that the address is the one of a Go release list and that no proxy or login page answers in its place. From a mirror without a list give an exact version.`,
      evidence: [`the answer begins: ${quote(body.trimStart())}`],
    });
  }
  const list = parseJson(body, source);
  const wrong = (path: string, expected: string, value: unknown): SetupError =>
    new SetupError('E_LIST', `The release list of ${source} is not sound: ${path} should be ${expected}.`, {
      remedy:
        'Try again later; when it is a mirror, have its list rebuilt from go.dev/dl/?mode=json&include=all.',
      evidence: [`${path}: ${value === undefined ? 'missing' : quote(asJson(value))}`],
    });
  if (!Array.isArray(list)) throw wrong('the whole answer', 'an array of releases', list);
  if (list.length === 0) throw wrong('the whole answer', 'an array with at least one release', list);

  const found = new Map<string, ListedRelease>();
  let understood = 0;
  for (const [index, entry] of list.entries()) {
    const at = `[${index}]`;
    if (!isObject(entry)) throw wrong(at, 'an object', entry);
    const { version, stable, files } = entry;
    if (typeof version !== 'string') throw wrong(`${at}.version`, 'a string', version);
    if (typeof stable !== 'boolean') throw wrong(`${at}.stable`, 'true or false', stable);
    if (!Array.isArray(files)) throw wrong(`${at}.files`, 'an array', files);
    const semver = toSemver(version);
    if (semver !== undefined) understood += 1;
    for (const [position, file] of files.entries()) {
      const path = `${at}.files[${position}]`;
      if (!isObject(file)) throw wrong(path, 'an object', file);
      const release = readFile(file, kind, version, semver, (field, expected) =>
        wrong(`${path}.${field}`, expected, file[field]),
      );
      if (release === undefined) continue;
      const known = found.get(release.filename);
      if (known !== undefined && known.sha256 !== release.sha256)
        throw wrong(
          `${path}.sha256`,
          `the same as where ${release.filename} was listed before`,
          file['sha256'],
        );
      if (known === undefined) found.set(release.filename, { ...release, stable: release.stable && stable });
    }
  }
  if (understood === 0)
    throw wrong('[0].version', "the name of a Go release such as 'go1.25.3'", list[0].version);
  return [...found.values()];
}

/** One file of a release, checked; undefined when it is none for Windows of this kind that we serve. */
function readFile(
  file: Fields,
  kind: FileKind,
  version: string,
  semver: string | undefined,
  wrong: (field: string, expected: string) => SetupError,
): ListedRelease | undefined {
  for (const field of ['os', 'arch', 'kind'])
    if (typeof file[field] !== 'string') throw wrong(field, 'a string');
  if (semver === undefined || file['os'] !== 'windows' || file['kind'] !== LISTED_AS[kind]) return undefined;
  // The list speaks Go's words alone, so `x64` in it is none of ours; 32-bit ARM (`arm`, `armv6l`) is not served.
  const arch = String(file['arch']);
  const architecture = ['386', 'amd64', 'arm64'].includes(arch) ? parseArchitecture(arch) : undefined;
  if (architecture === undefined) return undefined;
  const filename = fileName(version, architecture, kind);
  if (file['filename'] !== filename) throw wrong('filename', `'${filename}'`);
  if (file['version'] !== undefined && file['version'] !== version) throw wrong('version', `'${version}'`);
  const { sha256 = '', size = 0 } = file;
  if (typeof sha256 !== 'string' || !/^(?:[0-9a-f]{64})?$/i.test(sha256))
    throw wrong('sha256', '64 hexadecimal digits, or empty');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw wrong('size', 'a whole number of bytes');
  return describeRelease(semver, architecture, kind, sha256.toLowerCase(), size);
}

function parseJson(body: string, source: string): unknown {
  try {
    return JSON.parse(body.replace(/^\ufeff/, ''));
  } catch (cause) {
    const empty = body.trim() === '';
    const what = empty ? 'an empty answer' : 'no JSON, or JSON that is cut off';
    throw new SetupError('E_LIST', `${source} gave ${what} in place of the release list.`, {
      remedy: 'Try again; if it stays so, the server or a proxy before it is at fault.',
      evidence: empty ? [] : [`${body.length} characters, ending: ${quote(body.slice(-60))}`],
      cause,
    });
  }
}

/** A value as JSON for a message. What a server nests as deep as it likes is read without a stack, but not written without one. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deep to be shown';
    throw error;
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
