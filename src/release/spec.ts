import { Range } from 'semver';
import { SetupError } from '../errors.ts';
import { toSemver } from './names.ts';

/** The words that stand for a place in the release list; `latest` is `stable`, `next` is `rc`. */
export type Alias = 'stable' | 'oldstable' | 'rc';

/** A version spec, understood. `text` is what the user wrote, trimmed, for messages; only the other fields decide. */
export type VersionSpec =
  | { readonly kind: 'exact'; readonly version: string; readonly text: string }
  | { readonly kind: 'range'; readonly range: string; readonly text: string }
  | { readonly kind: 'alias'; readonly alias: Alias; readonly text: string };

/** A spec and where it was written, for messages: `input go-version`, `go.mod line 3 (toolchain)`. */
export interface VersionRequest {
  readonly spec: VersionSpec;
  readonly origin: string;
  /** The `go` line of the go.mod or go.work that it was read from, as a semver: no older Go builds the module. */
  readonly least?: string | undefined;
}

export interface SpecOptions {
  /** `input` (the default) refuses `1.1` to `1.4`, which YAML makes of an unquoted `1.10` to `1.40`; in a `file` they are meant. */
  readonly from?: 'input' | 'file';
}

const MAX_LENGTH = 256;
const ALIASES: ReadonlyMap<string, Alias> = new Map([
  ['stable', 'stable'],
  ['latest', 'stable'],
  ['oldstable', 'oldstable'],
  ['rc', 'rc'],
  ['next', 'rc'],
]);
const EXAMPLES =
  "Write a release ('1.25.3', '1.26rc1'), a range ('1.25', '1.25.x', '^1.24.1', '>=1.22.0 <1.24.0') or one of stable, oldstable, latest, rc.";
const NUMBER = '(?:0|[1-9]\\d{0,8})';
const DOTTED = new RegExp(
  `^(v|go)?(${NUMBER})(?:\\.(${NUMBER}))?(?:\\.(${NUMBER}))?(?:(rc|beta)(${NUMBER}))?$`,
);
/** With the dot as setup-go has it since v3, or without, as its v1 and v2 had it. */
const SEMVER_PRERELEASE = new RegExp(
  `^(?:v|go)?(${NUMBER}\\.${NUMBER}\\.${NUMBER}-(?:rc|beta))\\.?(${NUMBER})$`,
);
const RANGE_CHARACTERS = /^[0-9a-z.*^~<>=| -]+$/;

/**
 * Text of unknown origin as it may stand in a message: quoted, on one line, printable, at most 80 characters of it. Line breaks and tabs
 * are told by their escapes; what else can't be printed is one mark each, for its escape would have six characters.
 */
export function quote(text: string): string {
  const head = text.slice(0, 80).replace(/[^\x20-\x7e\n\r\t]/g, '\ufffd');
  return JSON.stringify(text.length > 80 ? `${head}…` : head);
}

/**
 * Reads a version spec: what README lists under its inputs. Case does not matter, nor does space around it.
 * The result holds nothing that was not understood, so its `version` may go into a path or a URL.
 * @param origin where the text comes from, for messages: `input go-version`
 * @throws SetupError E_SPEC naming the text and its origin
 */
export function parseSpec(text: string, origin: string, options: SpecOptions = {}): VersionSpec {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH)
    throw unreadable(text, origin, `it is longer than ${MAX_LENGTH} characters`);
  if (trimmed === '') throw unreadable(text, origin, 'it is empty');
  const lower = trimmed.toLowerCase();
  const alias = ALIASES.get(lower);
  if (alias !== undefined) return { kind: 'alias', alias, text: trimmed };
  if (options.from !== 'file') refuseEatenZero(lower, origin);
  const spec = parseDotted(lower, trimmed) ?? parseRange(lower, trimmed);
  if (spec === undefined) throw unreadable(text, origin);
  return spec;
}

/** YAML reads an unquoted `1.20` as the number 1.2 and the runner hands us `1.2` (setup-go's users met Go 1.2.2 this way). */
function refuseEatenZero(lower: string, origin: string): void {
  if (!/^1\.[1-4]$/.test(lower)) return;
  throw new SetupError(
    'E_SPEC',
    `The Go version '${lower}' (${origin}) is most likely '${lower}0' without its zero: YAML reads ${lower}0 without quotes as the number ${lower}.`,
    { remedy: `Quote the version: '${lower}0'. If Go ${lower} is really meant, write '${lower}.x'.` },
  );
}

/** One version by itself, in Go's spelling or as a semver; undefined when the text is something else. */
function parseDotted(lower: string, text: string): VersionSpec | undefined {
  const semver = SEMVER_PRERELEASE.exec(lower);
  if (semver !== null) return { kind: 'exact', version: `${semver[1]}.${semver[2]}`, text };
  const match = DOTTED.exec(lower);
  if (match === null) return undefined;
  const [, prefix, major, minor, patch, kind, count] = match;
  if (kind !== undefined) {
    if (minor === undefined) return undefined;
    return { kind: 'exact', version: `${major}.${minor}.${patch ?? '0'}-${kind}.${count}`, text };
  }
  if (patch !== undefined) return { kind: 'exact', version: `${major}.${minor}.${patch}`, text };
  // `go1.20` is the name of a release; `go1.21` is none (the release is `go1.21.0`), so it can only mean the minor.
  const version = prefix === 'go' ? toSemver(lower) : undefined;
  if (version !== undefined) return { kind: 'exact', version, text };
  return { kind: 'range', range: minor === undefined ? `${major}` : `${major}.${minor}`, text };
}

/** A node-semver range that speaks of Go's versions only; undefined when it is none. */
function parseRange(lower: string, text: string): VersionSpec | undefined {
  const range = lower.replace(/^go(?=\d)/, '').replace(/[ \t]+/g, ' ');
  if (!RANGE_CHARACTERS.test(range) || /\d{10}/.test(range)) return undefined;
  let parsed: Range;
  try {
    parsed = new Range(range);
  } catch {
    return undefined;
  }
  const known = parsed.set.flat().every((comparator) => isGoPrerelease(comparator.semver.prerelease));
  return known ? { kind: 'range', range, text } : undefined;
}

/** Go has betas and release candidates; `-0` is how node-semver itself writes "before the first of them". */
function isGoPrerelease(parts: readonly (string | number)[] | undefined): boolean {
  if (parts === undefined || parts.length === 0) return true;
  if (parts.length === 1) return parts[0] === 0;
  return parts.length === 2 && (parts[0] === 'rc' || parts[0] === 'beta') && typeof parts[1] === 'number';
}

function unreadable(text: string, origin: string, reason?: string): SetupError {
  const why = reason === undefined ? '' : `: ${reason}`;
  return new SetupError('E_SPEC', `${quote(text)} (${origin}) is not a Go version${why}.`, {
    remedy: EXAMPLES,
  });
}
