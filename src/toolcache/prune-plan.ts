import { compare, major, minor, rcompare } from 'semver';
import { isPrerelease } from '../release/names.ts';

/** A version that a prune may come to, wherever it lies. */
export interface Candidate {
  /** Counted together: the same architecture in the same folder. */
  readonly group: string;
  /** A semver of a Go release; of what is not ours, anything. */
  readonly version: string;
  /** Whether this action put it there, so that it may take it away. */
  readonly ours: boolean;
  /** Why it is not ours to remove, where another reason is to be told than that somebody else put it there. */
  readonly leftSince?: string;
  /** Not usable by anybody: a run was killed while it put it there or took it away. */
  readonly torn: boolean;
  /** When it was put there or used, whichever is later, in milliseconds since 1970. */
  readonly usedAt: number;
  /** What holds it, each in words: a lease, the version that is current. */
  readonly holds: readonly string[];
}

/** What is kept. At least one is given; what any of them keeps is kept. */
export interface KeepRules {
  /** So many newest versions of each group. */
  readonly keepVersions?: number | undefined;
  /** The newest patch of each of so many newest minors of each group. */
  readonly keepMinors?: number | undefined;
  /** What was used, or put there, in so many days. */
  readonly keepDays?: number | undefined;
}

export interface Planned<T extends Candidate> {
  readonly candidate: T;
  /** `leave`: no rule is asked, since it is not ours to remove. */
  readonly fate: 'remove' | 'keep' | 'leave';
  /** Why, without a dot at its end. */
  readonly reason: string;
}

export const DAY_MS = 86_400_000;

/**
 * Decides what a prune removes. Pure: what is removed is ours, held by nobody, and kept by none of the rules, or torn.
 *
 * A prerelease takes no place among the newest: while it is newer than every release of its group, the newest one is kept with them, and no other
 * is.
 *
 * @param now milliseconds since 1970
 * @returns one for each candidate, in their order
 * @throws TypeError where there is no rule, by which everything would go: the caller has not looked at its inputs
 */
export function planPrune<T extends Candidate>(
  candidates: readonly T[],
  rules: KeepRules,
  now: number,
): Planned<T>[] {
  const { keepVersions, keepMinors, keepDays } = rules;
  if (keepVersions === undefined && keepMinors === undefined && keepDays === undefined)
    throw new TypeError('a prune without a rule');
  return candidates.map((candidate): Planned<T> => {
    if (!candidate.ours)
      return { candidate, fate: 'leave', reason: candidate.leftSince ?? 'not put there by this action' };
    if (candidate.holds.length > 0) return { candidate, fate: 'keep', reason: candidate.holds.join('; ') };
    if (candidate.torn) return { candidate, fate: 'remove', reason: 'left by a run that was killed' };
    const there = candidates.filter((one) => one.ours && !one.torn && one.group === candidate.group);
    const versions = [...new Set(there.map(({ version }) => version))].sort(rcompare);
    const answers = [
      byVersions(candidate, versions, keepVersions),
      byMinors(candidate, versions, keepMinors),
      byDays(candidate, keepDays, now),
    ].filter((answer) => answer !== undefined);
    const keeping = answers.filter(({ keeps }) => keeps);
    const fate = keeping.length > 0 ? 'keep' : 'remove';
    const reasons = (keeping.length > 0 ? keeping : answers).map(({ reason }) => reason);
    return { candidate, fate, reason: reasons.join(', ') };
  });
}

interface Answer {
  readonly keeps: boolean;
  readonly reason: string;
}

/** @param versions of its group, the newest first */
function byVersions(
  { version }: Candidate,
  versions: readonly string[],
  count: number | undefined,
): Answer | undefined {
  if (count === undefined) return undefined;
  const newest = releasesOf(versions).slice(0, count);
  const several = count === 1 ? 'the newest version' : `among the ${count} newest versions`;
  return among(version, newest, versions, several);
}

function byMinors(
  { version }: Candidate,
  versions: readonly string[],
  count: number | undefined,
): Answer | undefined {
  if (count === undefined) return undefined;
  const newest = new Map<string, string>();
  for (const one of releasesOf(versions)) {
    const name = minorOf(one);
    if (!newest.has(name)) newest.set(name, one);
  }
  const several =
    count === 1
      ? 'the newest patch of the newest minor'
      : `among the newest patches of the ${count} newest minors`;
  return among(version, [...newest.values()].slice(0, count), versions, several);
}

function among(
  version: string,
  newest: readonly string[],
  versions: readonly string[],
  several: string,
): Answer {
  if (newest.includes(version)) return { keeps: true, reason: several };
  const [first] = versions;
  if (version === first && isPrerelease(version))
    return { keeps: true, reason: 'the newest prerelease, newer than every release' };
  return { keeps: false, reason: `not ${several}` };
}

function byDays({ usedAt }: Candidate, days: number | undefined, now: number): Answer | undefined {
  if (days === undefined) return undefined;
  const ago = daysAgo(usedAt, now);
  return {
    keeps: now - usedAt <= days * DAY_MS,
    reason: ago === 'today' ? 'used today' : `last used ${ago}`,
  };
}

/** `today`, `3 days ago`; what lies in the future is today. Both times in milliseconds since 1970. */
export function daysAgo(since: number, now: number): string {
  const days = Math.max(0, Math.floor((now - since) / DAY_MS));
  return days === 0 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`;
}

function releasesOf(versions: readonly string[]): string[] {
  return versions.filter((version) => !isPrerelease(version));
}

/** `1.26` of `1.26.6`. */
function minorOf(version: string): string {
  return `${major(version)}.${minor(version)}`;
}

/** For tables: by folder and architecture, the newest first. */
export function byGroupAndVersion(one: Candidate, other: Candidate): number {
  if (one.group !== other.group) return one.group < other.group ? -1 : 1;
  return one.ours && other.ours ? compare(other.version, one.version) : Number(other.ours) - Number(one.ours);
}
