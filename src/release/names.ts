import type { Architecture, FileKind, Release } from './release.ts';

const NUMBER = '(0|[1-9]\\d{0,8})';
const GO_VERSION = new RegExp(`^go${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER})?)?(?:(rc|beta)${NUMBER})?$`);
const SEMVER = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(rc|beta)\\.${NUMBER})?$`);

const GO_ARCH = { x64: 'amd64', x86: '386', arm64: 'arm64' } as const;

const ARCHITECTURES: ReadonlyMap<string, Architecture> = new Map([
  ['x64', 'x64'],
  ['amd64', 'x64'],
  ['x86', 'x86'],
  ['ia32', 'x86'],
  ['386', 'x86'],
  ['arm64', 'arm64'],
]);

/** Go's own word for an architecture (GOARCH), as it stands in file names. */
export type GoArch = (typeof GO_ARCH)[Architecture];

/** Every architecture that Go for Windows is published for, in the order of the release index. */
export const architectures: readonly Architecture[] = ['x86', 'x64', 'arm64'];

/**
 * Go's spelling of a release as a semver: `go1.20` → `1.20.0`, `go1.21rc2` → `1.21.0-rc.2`.
 *
 * Undefined for everything that is not *the* name of a release, so that names and semvers are one to one: the first
 * release of a minor has no `.0` up to Go 1.20 and has one from Go 1.21 on (the go.dev list shows it), so neither
 * `go1.20.0` nor `go1.21` names a release.
 */
export function toSemver(goVersion: string): string | undefined {
  const match = GO_VERSION.exec(goVersion);
  if (match === null) return undefined;
  const [, major = '', minor = '0', patch = '0', kind, count] = match;
  const version = `${major}.${minor}.${patch}${kind === undefined ? '' : `-${kind}.${count}`}`;
  return toGoVersion(version) === goVersion ? version : undefined;
}

/**
 * A semver as Go spells it: `1.20.0` → `go1.20`, `1.21.0` → `go1.21.0`, `1.21.0-rc.2` → `go1.21rc2`.
 * @throws TypeError for what is not a semver of a Go release: the caller has not parsed it, which is a defect
 */
export function toGoVersion(semver: string): string {
  const match = SEMVER.exec(semver);
  if (match === null) throw new TypeError(`not the semver of a Go release: ${JSON.stringify(semver)}`);
  const [, major = '', minor = '', patch = '', kind, count] = match;
  if (kind !== undefined) return `go${major}.${minor}${patch === '0' ? '' : `.${patch}`}${kind}${count}`;
  const short = patch === '0' && major === '1' && Number(minor) < 21;
  if (!short) return `go${major}.${minor}.${patch}`;
  return minor === '0' ? 'go1' : `go1.${minor}`;
}

/** True for the semver of a Go release: three numbers, and at most `-beta.N` or `-rc.N` behind them. */
export function isGoSemver(text: string): boolean {
  return SEMVER.test(text);
}

/** True where the semver names a beta or a release candidate. */
export function isPrerelease(semver: string): boolean {
  return semver.includes('-');
}

/** GOARCH of an architecture. */
export function goArch(architecture: Architecture): GoArch {
  return GO_ARCH[architecture];
}

/** The architecture that a user or a list means, in any of the usual words and any case; undefined when it is none we serve. */
export function parseArchitecture(text: string): Architecture | undefined {
  return ARCHITECTURES.get(text.trim().toLowerCase());
}

/**
 * Name of a release's file for Windows: `go1.25.3.windows-amd64.zip`. Safe in a path and in a URL.
 * @throws TypeError when the version is not a release's name: unparsed text must not get into a path
 */
export function fileName(goVersion: string, architecture: Architecture, kind: FileKind): string {
  if (toSemver(goVersion) === undefined)
    throw new TypeError(`not a Go release: ${JSON.stringify(goVersion)}`);
  return `${goVersion}.windows-${GO_ARCH[architecture]}.${kind}`;
}

/** The release that a semver names, with what is known of its file (`sha256` lower-case hex or '', `size` in bytes or 0). */
export function describeRelease(
  version: string,
  architecture: Architecture,
  kind: FileKind,
  sha256: string,
  size: number,
): Release {
  const goVersion = toGoVersion(version);
  const filename = fileName(goVersion, architecture, kind);
  return { goVersion, version, architecture, kind, filename, sha256, size, stable: !isPrerelease(version) };
}
