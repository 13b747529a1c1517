import { SetupError } from '../errors.ts';
import { builtinDate, builtinRelease, builtinReleases } from './builtin.ts';
import { type Candidate, settle } from './hash.ts';
import { parseReleaseList } from './list.ts';
import { resolveAtMirror } from './mirror.ts';
import type { ResolvedRelease, ResolveOptions } from './origin.ts';
import type { Release } from './release.ts';
import { chooseRelease, nearestVersions, notFound } from './select.ts';
import { quote, type VersionRequest } from './spec.ts';

export type { HashSource, ReleaseOrigin, ResolvedRelease, ResolveOptions } from './origin.ts';

/**
 * From a request that what is installed did not answer to the one file that answers it, and the hash that it must have: docs/architecture.md, "Which
 * Go". Asks as little as it can: an exact version that the built-in index knows needs no network when there is no mirror.
 * Every fallback is told through `note` or `warn`.
 *
 * @throws SetupError E_NOT_FOUND naming the nearest versions, E_CHECKSUM when there is no hash, E_LIST for a list that is not sound,
 *   E_NETWORK when a list that is needed can't be asked
 */
export async function resolveRelease(
  request: VersionRequest,
  options: ResolveOptions,
): Promise<ResolvedRelease> {
  const { mirror } = options;
  if (mirror === undefined) return settle(await resolveAtGoDev(request, options), options);
  // go.dev itself as the base URL is no mirror.
  if (mirror.official) return settle(await resolveAtGoDev(request, { ...options, goDev: mirror }), options);
  if (!options.officialOnly) return settle(await resolveAtMirror(request, mirror, options), options);
  // With official-only the mirror is asked for versions and bytes alone, go.dev for the hash.
  if (request.spec.kind === 'exact') return settle(await resolveAtGoDev(request, options), options);
  const { version } = (await resolveAtMirror(request, mirror, { ...options, versionsOnly: true })).release;
  const origin = `${request.origin}: ${quote(request.spec.text)} at ${mirror.label}`;
  const exact: VersionRequest = { spec: { kind: 'exact', version, text: version }, origin };
  return settle(await resolveAtGoDev(exact, options), options);
}

/** Without a mirror: the built-in index where it is certain, else go.dev's list, else (unreachable) the index after all. */
async function resolveAtGoDev(request: VersionRequest, options: ResolveOptions): Promise<Candidate> {
  const { spec } = request;
  const { architecture, kind } = options;
  const certain = builtinAnswer(request, options);
  if (certain !== undefined) return fromIndex(certain);
  let list: Release[];
  try {
    list = await readGoDevList(request, options);
  } catch (error) {
    const unreachable = error instanceof SetupError && error.code === 'E_NETWORK';
    if (!unreachable || options.checkLatest || spec.kind === 'exact') throw error;
    const release = chooseRelease(spec, builtinReleases(architecture, kind), options);
    if (release === undefined) throw error;
    const answer = `the built-in index of ${builtinDate} answers ${quote(spec.text)} with ${release.version}`;
    if (options.offline) options.note(`Offline: ${answer}.`);
    else
      options.warn(`The release list of ${options.goDev.label} can't be read, ${answer}: ${error.message}`);
    return fromIndex(release);
  }
  const here = list.filter((one) => one.architecture === architecture);
  const release = chooseRelease(spec, here, options);
  if (release === undefined) throw notFound(request, list, architecture, options.goDev.label);
  return { release, hashSource: 'go.dev list', official: options.goDev.official };
}

/** What later releases can't change: an exact version, and the oldest stable match of a range. */
function builtinAnswer({ spec }: VersionRequest, options: ResolveOptions): Release | undefined {
  const { architecture, kind, resolution } = options;
  if (spec.kind === 'exact') return builtinRelease(spec.version, architecture, kind);
  if (spec.kind === 'alias' || resolution !== 'lowest') return undefined;
  const lowest = chooseRelease(spec, builtinReleases(architecture, kind), options);
  return lowest?.stable ? lowest : undefined;
}

function fromIndex(release: Release): Candidate {
  return { release, hashSource: 'built-in index', official: true };
}

async function readGoDevList(request: VersionRequest, options: ResolveOptions): Promise<Release[]> {
  const { goDev } = options;
  if (options.offline) throw offline(request, options);
  const body = await goDev.readList();
  if (body !== undefined) {
    const list = parseReleaseList(body, goDev.label, options.kind);
    options.onList?.(list);
    return list;
  }
  throw new SetupError('E_NETWORK', `${goDev.label} says that it has no release list.`, {
    remedy: 'Check what answers in place of go.dev (a proxy, say), or give a mirror in go-download-base-url.',
  });
}

function offline({ spec, origin }: VersionRequest, options: ResolveOptions): SetupError {
  const wanted = `${quote(spec.text)} (${origin})`;
  const known = builtinReleases(options.architecture, options.kind).map((one) => one.version);
  const nearest = nearestVersions(spec, known, 3).join(', ');
  const newest = spec.kind !== 'exact' && options.checkLatest;
  const why = newest
    ? `check-latest needs the release list for ${wanted}`
    : `${wanted} is not in the built-in index of ${builtinDate} and needs go.dev's release list`;
  return new SetupError('E_NETWORK', `Offline rules out what was asked for: ${why}.`, {
    remedy: newest
      ? 'Set check-latest or offline to false, or give a local directory with a release list in go-download-base-url.'
      : `Use a version that the index knows (nearest: ${nearest}), give a local directory in go-download-base-url, or set offline to false.`,
  });
}
