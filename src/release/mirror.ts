import { SetupError } from '../errors.ts';
import { builtinDate, builtinReleases } from './builtin.ts';
import { type Candidate, findHash, isOfficial } from './hash.ts';
import { looksLikeWebPage, parseReleaseList } from './list.ts';
import { architectures, describeRelease } from './names.ts';
import type { ReleaseOrigin, ResolveOptions } from './origin.ts';
import type { Release } from './release.ts';
import { chooseRelease, notFound } from './select.ts';
import { quote, type VersionRequest } from './spec.ts';

export interface MirrorOptions extends ResolveOptions {
  /** The version is all that is wanted: the candidate's hash may be missing. */
  readonly versionsOnly?: boolean;
}

/** What a mirror says of its releases: its list, or why there is none to go by. */
type Listing =
  | { readonly releases: readonly Release[] }
  | { readonly reason: string; readonly error?: SetupError };

/**
 * With a mirror: its list says which versions there are and what their hashes are; without a list an exact version goes on to look for
 * its hash elsewhere, and the built-in index chooses for ranges and aliases.
 *
 * @throws SetupError as resolveRelease
 */
export async function resolveAtMirror(
  request: VersionRequest,
  mirror: ReleaseOrigin,
  options: MirrorOptions,
): Promise<Candidate> {
  const { architecture } = options;
  const listing = await readListing(request, mirror, options);
  let release: Release;
  if ('releases' in listing) {
    const here = listing.releases.filter((one) => one.architecture === architecture);
    const chosen = chooseRelease(request.spec, here, options);
    if (chosen === undefined) throw notFound(request, listing.releases, architecture, mirror.label);
    release = chosen;
  } else {
    release = chooseWithoutList(request, mirror, options, listing);
  }
  const official = isOfficial(release);
  const known = release.sha256 !== '' || options.versionsOnly === true;
  if (known || (options.checksum ?? '') !== '') return { release, hashSource: 'mirror list', official };
  return findHash(release, mirror, options, 'releases' in listing ? undefined : listing.error);
}

async function readListing(
  request: VersionRequest,
  mirror: ReleaseOrigin,
  options: MirrorOptions,
): Promise<Listing> {
  const exact = request.spec.kind === 'exact';
  let body: string | undefined;
  try {
    body = await mirror.readList();
  } catch (error) {
    if (!(error instanceof SetupError) || error.code !== 'E_NETWORK' || options.checkLatest) throw error;
    // An exact version has nothing to gain from going on where the very server that has its file does not answer. One that answers with a
    // refusal (no cause underneath) may do so for directories alone, as nginx and S3 do.
    if (exact && error.cause !== undefined) throw error;
    if (exact) {
      options.note(`Going on without a release list: ${error.message}`);
      return { reason: error.message };
    }
    return { reason: `The release list of ${mirror.label} can't be read (${error.message})`, error };
  }
  if (body === undefined) return { reason: `${mirror.label} has no release list` };
  try {
    const releases = parseReleaseList(body, mirror.label, options.kind);
    options.onList?.(releases);
    return { releases };
  } catch (error) {
    if (!exact || !looksLikeWebPage(body) || !(error instanceof SetupError)) throw error;
    options.warn(
      `${mirror.label} answered with a web page in place of a release list: going on without a list.`,
    );
    return { reason: error.message, error };
  }
}

/** The release to look for when the mirror does not say what it has. Its hash is left open: the mirror's files are its own. */
function chooseWithoutList(
  request: VersionRequest,
  mirror: ReleaseOrigin,
  options: MirrorOptions,
  listing: { readonly reason: string; readonly error?: SetupError },
): Release {
  const { spec } = request;
  const { architecture, kind } = options;
  if (spec.kind === 'exact') return describeRelease(spec.version, architecture, kind, '', 0);
  const chosen = chooseRelease(spec, builtinReleases(architecture, kind), options);
  if (chosen === undefined) {
    if (listing.error !== undefined) throw listing.error;
    const source = `${mirror.label} (which has no release list; this is the built-in index of ${builtinDate})`;
    throw notFound(
      request,
      architectures.flatMap((one) => builtinReleases(one, kind)),
      architecture,
      source,
    );
  }
  const answer = `the built-in index of ${builtinDate} answers ${quote(spec.text)} with ${chosen.version}`;
  options.warn(`${listing.reason}: ${answer}.`);
  return { ...chosen, sha256: '', size: 0 };
}
