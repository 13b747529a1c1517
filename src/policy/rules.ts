import { win32 } from 'node:path';
import { compare, satisfies } from 'semver';
import { isGoSemver } from '../release/names.ts';
import type { Policy, Rule } from './policy.ts';

// Each rule by itself, without state: what it has against a Go.

/** What a rule has against a Go. */
export interface Breach {
  readonly rule: Rule<unknown>;
  /** What the rule says, and how this Go is, as the end of a sentence that begins with the rule's name. */
  readonly why: string;
  /** What can be done besides changing the policy: a whole sentence, in the imperative. */
  readonly remedy: string;
}

/** Where a Go came from, or would come from. */
export interface Provenience {
  /** Address or path of the file, without credentials; undefined: nobody knows. */
  readonly source: string | undefined;
  /** Known to be go.dev's own build. */
  readonly official: boolean;
}

const OTHER_VERSION = 'Ask for a version that the policy allows.';

/**
 * The rule on versions that stands against one. A range in `forbidden` also means the prereleases in it; one in `allowed` only those that
 * it names, as in go-version.
 *
 * @param version a semver
 */
export function versionBreach({ allowed, forbidden }: Policy, version: string): Breach | undefined {
  const rule = forbidden.find(({ value }) => satisfies(version, value.range, { includePrerelease: true }));
  if (rule !== undefined) {
    const { text, reason } = rule.value;
    const why = `forbids ${text}${reason === '' ? '' : ` (${reason})`}`;
    return { rule, why, remedy: OTHER_VERSION };
  }
  if (allowed === undefined || allowed.value.some(({ range }) => satisfies(version, range))) return undefined;
  const ranges = allowed.value.map(({ text }) => text).join(' or ');
  return { rule: allowed, why: `allows ${ranges} alone`, remedy: OTHER_VERSION };
}

/**
 * The rule that a Go's source breaks. Where nobody knows what it was fetched from, go.dev's own build counts as go.dev's.
 */
export function sourceBreach(
  { sources, officialOnly }: Policy,
  { source, official }: Provenience,
): Breach | undefined {
  if (officialOnly !== undefined && !official) {
    const why = 'allows go.dev’s own builds alone, and it is not known to be one';
    const remedy =
      'Set official-only, so that go.dev is asked for the hash, or leave go-download-base-url out.';
    return { rule: officialOnly, why, remedy };
  }
  if (sources === undefined || sources.value.some((place) => comesFrom(place, source, official)))
    return undefined;
  const why = `allows ${sources.value.join(' or ')} alone, and it comes from ${source ?? 'nobody knows where'}`;
  return { rule: sources, why, remedy: 'Set go-download-base-url to a place that the policy allows.' };
}

function comesFrom(place: string, source: string | undefined, official: boolean): boolean {
  if (place === 'tool-cache-unverified') return source === undefined;
  if (place === 'go.dev') return source === undefined ? official : isBelow('https://go.dev/dl', source);
  return source !== undefined && isBelow(place, source);
}

/** Whether a file lies below a base URL or directory, `..` on the way to it taken out. */
function isBelow(base: string, file: string): boolean {
  const web = /^https?:/i.test(base);
  if (web !== /^https?:/i.test(file)) return false;
  const [above, below] = web
    ? [new URL(base).href, new URL(file).href]
    : [base, file].map((one) => win32.normalize(one).toLowerCase());
  return `${below}`.startsWith(`${above?.replace(/[\\/]+$/, '')}${web ? '/' : '\\'}`);
}

/** When a Go came out, as far as that is known. */
export interface Released {
  /** The `time` line of its VERSION file, ISO 8601; undefined: there is none, or the file is not there yet. */
  readonly time: string | undefined;
  /** A day on which it was out at the latest; undefined: none is known. */
  readonly latest: string | undefined;
}

const DAY_MS = 86_400_000;

/** The rule on the age of a release, where it is too young or nobody knows. @param now in milliseconds since 1970 */
export function ageBreach(
  { minimumAge }: Pick<Policy, 'minimumAge'>,
  { time, latest }: Released,
  now: number,
): Breach | undefined {
  if (minimumAge === undefined) return undefined;
  const { days, unknown } = minimumAge.value;
  const remedy = 'Ask for an older version, or wait.';
  if (time !== undefined) {
    const age = now - Date.parse(time);
    if (age >= days * DAY_MS) return undefined;
    const old = age < 0 ? 'which is to come' : `${Math.floor(age / DAY_MS)} day(s) ago`;
    const why = `demands ${days} day(s), and it came out at ${time}, ${old} (the time line of its VERSION file)`;
    return { rule: minimumAge, why, remedy: age < 0 ? `See whether the clock is right. ${remedy}` : remedy };
  }
  if (unknown === 'allow' || (latest !== undefined && now - Date.parse(latest) >= days * DAY_MS))
    return undefined;
  const why = `demands ${days} day(s), and nobody knows when it came out, for which the rule says "unknown": "stop"`;
  return { rule: minimumAge, why, remedy };
}

/**
 * The rule on minors that Go does not support any more, whatever it demands (its `value`).
 *
 * @param supported the minors that are supported, the older first: `1.26`, `1.27`
 */
export function endOfLifeBreach(
  { endOfLife }: Pick<Policy, 'endOfLife'>,
  version: string,
  supported: readonly string[],
): (Breach & { readonly rule: NonNullable<Policy['endOfLife']> }) | undefined {
  const [oldest] = supported;
  if (endOfLife === undefined || oldest === undefined || !isGoSemver(version)) return undefined;
  // Release candidates of the oldest one are of before it, and yet of that minor.
  if (compare(version, `${oldest}.0-0`) >= 0) return undefined;
  const why = `is about minors that Go does not support any more; supported are ${supported.join(' and ')}`;
  return { rule: endOfLife, why, remedy: `Ask for a version of ${supported.join(' or ')}.` };
}

/** The rule on the way to install. */
export function methodBreach(
  { method }: Pick<Policy, 'method'>,
  installMethod: 'zip' | 'msi',
): Breach | undefined {
  if (method === undefined || method.value === installMethod) return undefined;
  const why = `demands ${method.value}, and install-method is ${installMethod}`;
  return { rule: method, why, remedy: `Set install-method to ${method.value}.` };
}
