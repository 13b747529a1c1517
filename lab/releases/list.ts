import { goArch, type LabRelease } from './release.ts';

/** What go.dev's list says of one file. Unknown fields may come on top. */
export interface ListedFile {
  filename: string;
  os: string;
  arch: string;
  version: string;
  sha256: string;
  size: number;
  kind: string;
  [more: string]: unknown;
}

/** One release as `https://go.dev/dl/?mode=json` has it. */
export interface ListedRelease {
  version: string;
  stable: boolean;
  files: ListedFile[];
  [more: string]: unknown;
}

export interface ListOptions {
  /** False: only the newest patch of the two newest minors, as go.dev answers without `include=all`. Default true. */
  readonly includeAll?: boolean;
  /** Adds fields that go.dev doesn't have today. */
  readonly unknownFields?: boolean;
}

/**
 * The releases as a list in the shape of go.dev's, newest first (release candidates in their place). `stable` is false
 * for names with `beta` or `rc`, as in Go's own list. A source archive for Linux stands among the files, as a reader must
 * pick by os and kind.
 */
export function releaseList(releases: readonly LabRelease[], options: ListOptions = {}): ListedRelease[] {
  const byVersion = new Map<string, ListedRelease>();
  for (const release of releases) {
    const version = release.goVersion;
    const listed = byVersion.get(version) ?? {
      version,
      stable: isStable(version),
      files: [sourceArchive(version)],
    };
    listed.files.push({
      filename: release.filename,
      os: 'windows',
      arch: goArch[release.architecture],
      version,
      sha256: release.sha256,
      size: release.size,
      kind: release.filename.endsWith('.msi') ? 'installer' : 'archive',
    });
    byVersion.set(version, listed);
  }
  const newestFirst = [...byVersion.values()].sort((a, b) => compare(b.version, a.version));
  const list = options.includeAll === false ? current(newestFirst) : newestFirst;
  return options.unknownFields ? list.map(withUnknownFields) : list;
}

function isStable(version: string): boolean {
  return !/beta|rc/.test(version);
}

/** Numbers of a Go version in order; a release is newer than its candidates, those than its betas. */
function parts(version: string): number[] {
  const [, minor = '0', patch = '0', label = '', n = '0'] =
    /^go\d+(?:\.(\d+))?(?:\.(\d+))?(beta|rc)?(\d+)?$/.exec(version) ?? [];
  return [Number(minor), Number(patch), label === 'beta' ? 0 : label === 'rc' ? 1 : 2, Number(n)];
}

function compare(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function current(newestFirst: readonly ListedRelease[]): ListedRelease[] {
  const minors = new Map<number, ListedRelease>();
  for (const release of newestFirst) {
    const minor = parts(release.version)[0] ?? 0;
    if (release.stable && !minors.has(minor)) minors.set(minor, release);
  }
  return [...minors.values()].slice(0, 2);
}

function sourceArchive(version: string): ListedFile {
  return {
    filename: `${version}.src.tar.gz`,
    os: '',
    arch: '',
    version,
    sha256: '0'.repeat(64),
    size: 1,
    kind: 'source',
  };
}

function withUnknownFields(release: ListedRelease): ListedRelease {
  const files = release.files.map((file) => ({
    ...file,
    sha512: 'f'.repeat(128),
    signatures: [{ by: 'nobody' }],
  }));
  return { ...release, files, released: '2031-01-01', channel: { name: 'lab' } };
}
