/** An architecture in the runner's own words: the name of the folder in the tool cache (`<version>\<architecture>`). */
export type Architecture = 'x64' | 'x86' | 'arm64';

/** The two forms in which a release is published for Windows: the archive, and the installer for the whole machine. */
export type FileKind = 'zip' | 'msi';

/** One Go for Windows, of one architecture: what is fetched, and how it is recognised. */
export interface Release {
  /** Go's own spelling, as in its VERSION file: `go1.25.3`, `go1.20`, `go1.27rc1`. */
  readonly goVersion: string;
  /** The same as a semver: `1.25.3`, `1.20.0`, `1.27.0-rc.1`. Names the folder in the tool cache. */
  readonly version: string;
  readonly architecture: Architecture;
  readonly kind: FileKind;
  /** Name of the file: `go1.25.3.windows-amd64.zip`. */
  readonly filename: string;
  /** Lower-case hex SHA-256 of the file; empty where its list has none (Go before 1.5.3). */
  readonly sha256: string;
  /** Size of the file in bytes; 0 where its list has none. */
  readonly size: number;
  /** False for beta and rc. */
  readonly stable: boolean;
}
