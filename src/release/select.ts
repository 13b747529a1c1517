import { compare, minVersion, parse, rcompare, satisfies } from 'semver';
import { SetupError } from '../errors.ts';
import { goArch, isGoSemver, isPrerelease } from './names.ts';
import type { Architecture, Release } from './release.ts';
import { quote, type VersionRequest, type VersionSpec } from './spec.ts';

export type Resolution = 'highest' | 'lowest';

/**
 * The release that a spec means among those there are, or undefined. Ranges take the newest (or, with `lowest`, the
 * oldest) stable match; a beta or release candidate only where node-semver lets the range match it, which is when the
 * range names one, and no stable release matches. A release that its list does not call stable is not chosen for a range.
 */
export function selectRelease(
  spec: VersionSpec,
  releases: readonly Release[],
  resolution: Resolution,
): Release | undefined {
  const eligible =
    spec.kind === 'exact' ? releases : releases.filter((one) => one.stable || isPrerelease(one.version));
  const version = selectVersion(
    spec,
    eligible.map((one) => one.version),
    resolution,
  );
  return eligible.find((one) => one.version === version);
}

/** What {@link chooseRelease} goes by. */
export interface ChoiceOptions {
  readonly resolution: Resolution;
  /** Why a range may not choose a version, as the path of a rule of the policy; undefined where it may. */
  readonly ruledOut?: ((version: string) => string | undefined) | undefined;
  note(message: string): void;
}

/**
 * The same choice, which for a range passes over what a policy rules out. Where that is all of it the choice is as without a policy, for the policy
 * itself to refuse it.
 */
export function chooseRelease(
  spec: VersionSpec,
  releases: readonly Release[],
  options: ChoiceOptions,
): Release | undefined {
  const select = (among: readonly Release[]) => selectRelease(spec, among, options.resolution);
  return choose(spec, releases, ({ version }) => version, select, options);
}

/** The same among plain semvers. */
export function chooseVersion(
  spec: VersionSpec,
  versions: readonly string[],
  options: ChoiceOptions,
): string | undefined {
  const select = (among: readonly string[]) => selectVersion(spec, among, options.resolution);
  return choose(spec, versions, (version) => version, select, options);
}

function choose<T>(
  spec: VersionSpec,
  all: readonly T[],
  versionOf: (one: T) => string,
  select: (among: readonly T[]) => T | undefined,
  { ruledOut, note }: ChoiceOptions,
): T | undefined {
  const best = select(all);
  const rule = best && ruledOut?.(versionOf(best));
  if (spec.kind !== 'range' || best === undefined || rule === undefined) return best;
  const chosen = select(all.filter((one) => ruledOut?.(versionOf(one)) === undefined));
  if (chosen !== undefined)
    note(
      `Go ${versionOf(best)} is passed over by the rule ${rule} of the policy: ${versionOf(chosen)} is taken`,
    );
  return chosen ?? best;
}

/** The same choice among plain semvers; names that are no Go release are passed over. */
export function selectVersion(
  spec: VersionSpec,
  versions: readonly string[],
  resolution: Resolution,
): string | undefined {
  if (spec.kind === 'exact') return versions.includes(spec.version) ? spec.version : undefined;
  const known = versions.filter(isGoSemver);
  if (spec.kind === 'alias') return selectAlias(spec.alias, known);
  const matches = known.filter((version) => satisfies(version, spec.range));
  const stable = matches.filter((version) => !isPrerelease(version));
  return extreme(stable.length > 0 ? stable : matches, resolution);
}

/** The stable matches of a range among plain semvers, each once, the newest first. */
export function stableMatches(range: string, versions: readonly string[]): string[] {
  const matches = versions.filter(
    (version) => isGoSemver(version) && !isPrerelease(version) && satisfies(version, range),
  );
  return [...new Set(matches)].sort(rcompare);
}

function selectAlias(alias: 'stable' | 'oldstable' | 'rc', versions: readonly string[]): string | undefined {
  const releases = versions.filter((version) => !isPrerelease(version));
  const stable = extreme(releases, 'highest');
  if (alias === 'stable') return stable;
  if (alias === 'rc') {
    const candidates = versions.filter((version) => version.includes('-rc.'));
    return extreme(stable === undefined ? candidates : [...candidates, stable], 'highest');
  }
  if (stable === undefined) return undefined;
  const firstOfMinor = stable.replace(/\d+$/, '0');
  return extreme(
    releases.filter((version) => compare(version, firstOfMinor) < 0),
    'highest',
  );
}

function extreme(versions: readonly string[], resolution: Resolution): string | undefined {
  let best: string | undefined;
  for (const version of versions) {
    if (best === undefined || compare(version, best) > 0 === (resolution === 'highest')) best = version;
  }
  return best;
}

/**
 * The versions that come closest to what a spec asks for, newest first, for messages: first those of its own minor by distance,
 * then the newest of the minors around it. Prereleases come last unless the spec is one.
 */
export function nearestVersions(spec: VersionSpec, versions: readonly string[], count: number): string[] {
  const wanted = anchor(spec);
  const known = [...new Set(versions.filter(isGoSemver))].sort((a, b) => compare(b, a));
  if (wanted === undefined) return known.filter((version) => !isPrerelease(version)).slice(0, count);
  return known
    .map((version) => ({ version, distance: distance(version, wanted) }))
    .sort((a, b) => compareDistance(a.distance, b.distance))
    .slice(0, count)
    .map((one) => one.version)
    .sort((a, b) => compare(b, a));
}

function anchor(spec: VersionSpec): string | undefined {
  if (spec.kind === 'exact') return spec.version;
  return spec.kind === 'range' ? minVersion(spec.range)?.version : undefined;
}

/** How far apart two versions are, most important part first; smaller is nearer. */
function distance(version: string, wanted: string): readonly number[] {
  const [a, b] = [parse(version), parse(wanted)];
  if (a === null || b === null) return [Number.POSITIVE_INFINITY];
  const major = Math.abs(a.major - b.major);
  const minor = major > 0 ? -a.minor : Math.abs(a.minor - b.minor);
  const foreign = a.prerelease.length > 0 === b.prerelease.length > 0 ? 0 : 1;
  // In another major the newest minor helps, in another minor the newest patch; in the same one it is the neighbour.
  const patch = major !== 0 || minor !== 0 ? -a.patch : Math.abs(a.patch - b.patch);
  return [major, a.prerelease.length > 0 && foreign ? 1 : 0, minor, foreign, patch];
}

function compareDistance(a: readonly number[], b: readonly number[]): number {
  for (const [index, part] of a.entries()) {
    const difference = part - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The failure of a request that the list at `source` cannot meet.
 * @param releases the whole list, of all architectures: a version that is there for another one is called that
 */
export function notFound(
  request: VersionRequest,
  releases: readonly Release[],
  architecture: Architecture,
  source: string,
): SetupError {
  const { spec, origin } = request;
  const wanted = `${quote(spec.text)} (${origin})`;
  const here = releases.filter((one) => one.architecture === architecture).map((one) => one.version);
  const nearest = nearestVersions(spec, here, 5);
  const elsewhere = releases.filter(
    (one) => one.architecture !== architecture && selectRelease(spec, [one], 'highest'),
  );
  const evidence = [`list: ${source}`, `releases for windows/${goArch(architecture)} there: ${here.length}`];
  const use = nearest.length > 0 ? `Use one of the nearest versions there are: ${nearest.join(', ')}` : '';
  if (elsewhere.length > 0) {
    const others = [...new Set(elsewhere.map((one) => one.architecture))];
    return new SetupError(
      'E_NOT_FOUND',
      `Go ${wanted} is not published for ${architecture} (windows/${goArch(architecture)}) at ${source}, only for ${others.join(' and ')}.`,
      {
        remedy: `${use || 'Ask for a version that is'}, or set architecture to ${others.join(' or ')}.`,
        evidence,
      },
    );
  }
  return new SetupError(
    'E_NOT_FOUND',
    `No Go release for ${architecture} (windows/${goArch(architecture)}) at ${source} matches ${wanted}.`,
    { remedy: use ? `${use}.` : `Check that ${source} publishes Go for Windows, ${architecture}.`, evidence },
  );
}
