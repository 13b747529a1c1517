import { rows } from './builtin-data.ts';
import { architectures, describeRelease, toGoVersion, toSemver } from './names.ts';
import type { Architecture, Release } from './release.ts';

/**
 * The index of go.dev's Windows ZIPs that is built into the action: what go.dev/dl listed on {@link builtinDate}. It is one string, made by
 * lab/build-index.ts: a line `\ngo1.25.3|<386>|<amd64>|<arm64>` per release, each field empty where there is no such file, else 43 characters
 * of base64url for the SHA-256 (or `-.` where go.dev publishes none) and the size in base 36. Looking one up decodes that one alone.
 */
export { date as builtinDate } from './builtin-data.ts';

const HASH_LENGTH = 43;

/**
 * One release, by its semver; undefined where the index has none of that name and architecture.
 * `sha256` is empty for the old ones that go.dev publishes no SHA-256 for (before Go 1.5.3).
 */
export function builtinRelease(version: string, architecture: Architecture): Release | undefined {
  const head = `\n${toGoVersion(version)}|`;
  const start = rows.indexOf(head);
  if (start < 0) return undefined;
  const end = rows.indexOf('\n', start + 1);
  const fields = rows.slice(start + head.length, end < 0 ? undefined : end).split('|');
  return decode(version, architecture, fields[architectures.indexOf(architecture)]);
}

/** Every release of an architecture, the newest first. */
export function builtinReleases(architecture: Architecture): Release[] {
  const column = architectures.indexOf(architecture) + 1;
  return rows.split('\n').flatMap((row) => {
    const fields = row.split('|');
    const version = toSemver(fields[0] ?? '');
    return (version === undefined ? undefined : decode(version, architecture, fields[column])) ?? [];
  });
}

function decode(version: string, architecture: Architecture, field = ''): Release | undefined {
  if (field === '') return undefined;
  const hashed = !field.startsWith('-.');
  const sha256 = hashed ? Buffer.from(field.slice(0, HASH_LENGTH), 'base64url').toString('hex') : '';
  const size = Number.parseInt(field.slice(hashed ? HASH_LENGTH : 2), 36);
  return describeRelease(version, architecture, sha256, size);
}
