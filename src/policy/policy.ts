/** A value of the policy file, and where it stands: a stop names it. */
export interface Rule<T> {
  readonly value: T;
  /** `versions.forbidden[0]`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Versions that a rule speaks of. */
export interface Versions {
  /** As it is written: `1.26.x`. */
  readonly text: string;
  /** The same for node-semver. */
  readonly range: string;
}

/** Versions that nobody gets. */
export interface Forbidden extends Versions {
  /** Why, in the words of whoever wrote the policy; may be empty. */
  readonly reason: string;
}

/** How long a release has to be out. */
export interface MinimumAge {
  readonly days: number;
  /** What happens where nobody knows when it came out. */
  readonly unknown: 'allow' | 'stop';
}

/** A policy file, understood. A rule that it does not have is undefined. */
export interface Policy {
  /** The whole path. */
  readonly file: string;
  /** What it calls itself; may be empty. */
  readonly name: string;
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly allowed: Rule<readonly Versions[]> | undefined;
  readonly forbidden: readonly Rule<Forbidden>[];
  readonly method: Rule<'zip' | 'msi'> | undefined;
  /** `go.dev`, `tool-cache-unverified`, base URLs and directories of mirrors. */
  readonly sources: Rule<readonly string[]> | undefined;
  readonly officialOnly: Rule<true> | undefined;
  readonly minimumAge: Rule<MinimumAge> | undefined;
  readonly endOfLife: Rule<'note' | 'warning' | 'stop'> | undefined;
  /** The share of a wave of a fleet that may fail, 0 to 1. */
  readonly maxFailures: Rule<number> | undefined;
  readonly requireElevation: Rule<true> | undefined;
}
