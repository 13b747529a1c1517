import { rows } from './builtin-data.ts';
import { architectures, describeRelease, toGoVersion, toSemver } from './names.ts';
import type { Architecture, FileKind, Release } from './release.ts';

/**
 * The index of go.dev's Windows files that is built into the action: what go.dev/dl listed on {@link builtinDate}. It is one string, made by
 * lab/build-index.ts: a line `\ngo1.25.3|<386 zip>|<amd64 zip>|<arm64 zip>|<386 msi>|…` per release, each field empty where there is no
 * such file, else 43 characters of base64url for the SHA-256 (or `-.` where go.dev publishes none) and the size in base 36. Looking one up decodes that one alone.
 */
export { date as builtinDate } from './builtin-data.ts';

/** The order of the kinds in a row. */
export const kinds: readonly FileKind[] = ['zip', 'msi'];

const HASH_LENGTH = 43;

/**
 * One release, by its semver; undefined where the index has none of that name, architecture and kind.
 * `sha256` is empty for the old ones that go.dev publishes no SHA-256 for (before Go 1.5.3).
 */
export function builtinRelease(
  version: string,
  architecture: Architecture,
  kind: FileKind,
): Release | undefined {
  const head = `\n${toGoVersion(version)}|`;
  const start = rows.indexOf(head);
  if (start < 0) return undefined;
  const end = rows.indexOf('\n', start + 1);
  const fields = rows.slice(start + head.length, end < 0 ? undefined : end).split('|');
  return decode(version, architecture, kind, fields[columnOf(architecture, kind)]);
}

/** Every release of an architecture in this form, the newest first. */
export function builtinReleases(architecture: Architecture, kind: FileKind): Release[] {
  const column = 1 + columnOf(architecture, kind);
  return rows.split('\n').flatMap((row) => {
    const fields = row.split('|');
    const version = toSemver(fields[0] ?? '');
    return (version === undefined ? undefined : decode(version, architecture, kind, fields[column])) ?? [];
  });
}

function columnOf(architecture: Architecture, kind: FileKind): number {
  return kinds.indexOf(kind) * architectures.length + architectures.indexOf(architecture);
}

function decode(
  version: string,
  architecture: Architecture,
  kind: FileKind,
  field = '',
): Release | undefined {
  if (field === '') return undefined;
  const hashed = !field.startsWith('-.');
  const sha256 = hashed ? Buffer.from(field.slice(0, HASH_LENGTH), 'base64url').toString('hex') : '';
  const size = Number.parseInt(field.slice(hashed ? HASH_LENGTH : 2), 36);
  return describeRelease(version, architecture, kind, sha256, size);
}
