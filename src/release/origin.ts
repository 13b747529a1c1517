import type { Architecture, FileKind, Release } from './release.ts';
import type { ChoiceOptions } from './select.ts';

/** Where releases are published: go.dev or a mirror. Implemented over the network or a directory, and in memory by tests. */
export interface ReleaseOrigin {
  /** For messages, without credentials: `go.dev`, `https://mirror.example/go`, `D:\mirror`. */
  readonly label: string;
  /** True only for go.dev itself. */
  readonly official: boolean;
  /** Body of the release list; undefined where this origin has none (404). @throws SetupError E_NETWORK */
  readList(): Promise<string | undefined>;
  /** Text of `<filename>.sha256`; undefined where there is none. @throws SetupError E_NETWORK */
  readHash(filename: string): Promise<string | undefined>;
}

export interface ResolveOptions extends ChoiceOptions {
  readonly architecture: Architecture;
  readonly kind: FileKind;
  readonly checkLatest: boolean;
  /** No network: `goDev` is not asked, and `mirror`, when given, is local. */
  readonly offline: boolean;
  /** Hashes only from the built-in index or go.dev's list; a mirror serves bytes. */
  readonly officialOnly: boolean;
  /** SHA-256 (hex) that the user gave; wins over every other source of hashes. */
  readonly checksum?: string | undefined;
  readonly mirror?: ReleaseOrigin | undefined;
  readonly goDev: ReleaseOrigin;
  /** Told of each release list that was read: every release of the kind in it, of all architectures. */
  onList?(releases: readonly Release[]): void;
  warn(message: string): void;
}

/** Where the hash of a resolved release comes from. */
export type HashSource =
  | 'input checksum'
  | 'mirror list'
  | 'mirror .sha256'
  | 'built-in index'
  | 'go.dev list';

export interface ResolvedRelease {
  readonly release: Release;
  readonly hashSource: HashSource;
  /** True when the hash is known to be go.dev's for one of its files. */
  readonly official: boolean;
}
