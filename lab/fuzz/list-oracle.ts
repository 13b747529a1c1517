// What a release list says, and what is wrong with it first: the shape of go.dev's list once more, apart from src/release/list.ts.
import type { Architecture, FileKind } from '../../src/release/release.ts';
import { goName, meaningOf } from './version-oracle.ts';

/** A file that the list has for us. */
export interface Listed {
  readonly version: string;
  readonly architecture: Architecture;
  readonly filename: string;
  readonly sha256: string;
  readonly size: number;
  readonly stable: boolean;
}

/** The files for Windows of a kind, or the place of the first thing that is not as it has to be. */
export type Verdict = { readonly files: readonly Listed[] } | { readonly wrong: string };

const ARCHITECTURES = new Map<string, Architecture>([
  ['386', 'x86'],
  ['amd64', 'x64'],
  ['arm64', 'arm64'],
]);

/** What JSON.parse gives. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The list is the value of its JSON. */
export function verdictOf(list: Json, kind: FileKind): Verdict {
  try {
    return { files: filesOf(list, kind) };
  } catch (error) {
    if (error instanceof Wrong) return { wrong: error.message };
    throw error;
  }
}

class Wrong extends Error {}

function need(holds: boolean, place: string): asserts holds {
  if (!holds) throw new Wrong(place);
}

function filesOf(list: Json, kind: FileKind): Listed[] {
  need(Array.isArray(list) && list.length > 0, 'the whole answer');
  const found: Listed[] = [];
  let understood = false;
  for (let index = 0; index < list.length; index++) {
    const place = `[${index}]`;
    const release = table(list[index], place);
    const name = release.get('version');
    need(typeof name === 'string', `${place}.version`);
    const stable = release.get('stable');
    need(stable === true || stable === false, `${place}.stable`);
    const files = release.get('files');
    need(Array.isArray(files), `${place}.files`);
    const version = semverOf(name);
    if (version !== undefined) understood = true;
    for (let position = 0; position < files.length; position++) {
      const at = `${place}.files[${position}]`;
      const one = fileOf(table(files[position], at), at, { name, version, kind, stable });
      if (one === undefined) continue;
      const before = found.find(({ filename }) => filename === one.filename);
      need(before === undefined || before.sha256 === one.sha256, `${at}.sha256`);
      if (before === undefined) found.push(one);
    }
  }
  need(understood, '[0].version');
  return found;
}

interface Of {
  readonly name: string;
  readonly version: string | undefined;
  readonly kind: FileKind;
  readonly stable: boolean;
}

function fileOf(file: Map<string, Json>, at: string, of: Of): Listed | undefined {
  const [os, arch, kind] = ['os', 'arch', 'kind'].map((field) => {
    const word = file.get(field);
    need(typeof word === 'string', `${at}.${field}`);
    return word;
  });
  const architecture = ARCHITECTURES.get(arch ?? '');
  const ours = os === 'windows' && kind === (of.kind === 'zip' ? 'archive' : 'installer');
  if (of.version === undefined || !ours || architecture === undefined) return undefined;
  const filename = `${of.name}.windows-${arch}.${of.kind}`;
  need(file.get('filename') === filename, `${at}.filename`);
  need(!file.has('version') || file.get('version') === of.name, `${at}.version`);
  const hash = file.has('sha256') ? file.get('sha256') : '';
  need(typeof hash === 'string' && isHash(hash), `${at}.sha256`);
  const size = file.has('size') ? file.get('size') : 0;
  need(typeof size === 'number' && size >= 0 && size <= 2 ** 53 - 1 && size % 1 === 0, `${at}.size`);
  const stable = of.stable && !of.version.includes('-');
  return { version: of.version, architecture, filename, sha256: hash.toLowerCase(), size, stable };
}

/** An object's own fields. */
function table(value: Json | undefined, place: string): Map<string, Json> {
  need(value !== null && typeof value === 'object' && !Array.isArray(value), place);
  return new Map(Object.entries(value));
}

function isHash(text: string): boolean {
  return (
    text === '' ||
    (text.length === 64 && [...text].every((digit) => '0123456789abcdefABCDEF'.includes(digit)))
  );
}

/** The semver of a name that is Go's own for a release. */
function semverOf(name: string): string | undefined {
  const meaning = meaningOf(name, 'file');
  return meaning?.kind === 'exact' && goName(meaning.version) === name ? meaning.version : undefined;
}
