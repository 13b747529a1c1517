import type { Architecture } from '../../src/release/release.ts';

/** A ZIP or an MSI of Go for Windows that lies on this machine, ready to be served by the lab's mirror. */
export interface LabRelease {
  /** Go's own spelling: `go1.26.6`. */
  readonly goVersion: string;
  /** The same as a semver: `1.26.6`. */
  readonly version: string;
  readonly architecture: Architecture;
  /** Its name as Go's own servers have it: `go1.26.6.windows-amd64.zip`, or `.msi`. */
  readonly filename: string;
  /** Where it lies. */
  readonly path: string;
  /** Lower-case hex SHA-256. */
  readonly sha256: string;
  /** Size in bytes. */
  readonly size: number;
  /** `real`: Go as the Go project built it. `made-up`: a few files round a small program that answers like go.exe. */
  readonly kind: 'real' | 'made-up';
  /** Where it came from, in words for a log. */
  readonly source: string;
}

/** Takes one line of progress at a time, without a line end. */
export type Progress = (line: string) => void;

/** Go's own name for an architecture, as its file names have it. */
export const goArch: Readonly<Record<Architecture, 'amd64' | '386' | 'arm64'>> = {
  x64: 'amd64',
  x86: '386',
  arm64: 'arm64',
};

/** The name that Go's own servers give the ZIP of a release. */
export function zipName(goVersion: string, architecture: Architecture): string {
  return `${goVersion}.windows-${goArch[architecture]}.zip`;
}

/**
 * Go's spelling as a semver. Up to 1.20 the first release of a minor has no patch number (`go1.20` is 1.20.0); betas
 * and release candidates become pre-releases (`go1.27rc1` is 1.27.0-rc.1).
 * @throws Error for a text that is not a Go version
 */
export function toSemver(goVersion: string): string {
  const match = /^(?:go)?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:(beta|rc)(\d+))?$/.exec(goVersion);
  if (!match) throw new Error(`Not a Go version: ${goVersion}`);
  const [, major, minor = '0', patch = '0', label, number] = match;
  return `${major}.${minor}.${patch}${label ? `-${label}.${number}` : ''}`;
}
