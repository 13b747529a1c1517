import { SetupError } from '../errors.ts';
import { builtinDate, builtinRelease } from './builtin.ts';
import { looksLikeWebPage, parseReleaseList } from './list.ts';
import type { HashSource, ReleaseOrigin, ResolvedRelease, ResolveOptions } from './origin.ts';
import type { Release } from './release.ts';
import { quote } from './spec.ts';

/** A release that was chosen, before the input `checksum` is looked at; its `sha256` may still be empty. */
export interface Candidate {
  readonly release: Release;
  readonly hashSource: HashSource;
  readonly official: boolean;
}

/** True when the release's hash is go.dev's for the very same file, as far as the built-in index knows. */
export function isOfficial(release: Release): boolean {
  const known = builtinRelease(release.version, release.architecture);
  return known !== undefined && known.sha256 !== '' && known.sha256 === release.sha256;
}

/**
 * The last word on a candidate: the user's own checksum wins, and nothing goes on without a hash.
 * @throws SetupError E_CHECKSUM
 */
export function settle(candidate: Candidate, options: ResolveOptions): ResolvedRelease {
  const { release: listed, hashSource } = candidate;
  const checksum = options.checksum?.toLowerCase() ?? '';
  if (checksum === '') {
    if (listed.sha256 !== '') return candidate;
    throw withoutHash(listed, [`${hashSource}: has ${listed.filename}, but no SHA-256 for it`]);
  }
  const same = checksum === listed.sha256;
  const release = { ...listed, sha256: checksum, size: same ? listed.size : 0 };
  const official = (same && candidate.official) || isOfficial(release);
  if (!official && options.officialOnly) {
    throw new SetupError(
      'E_CHECKSUM',
      `The input checksum is not go.dev's hash of ${listed.filename}, which official-only demands.`,
      {
        remedy: 'Correct the input checksum or leave it out, or set official-only to false.',
        evidence: [`checksum: ${checksum}`, `${hashSource}: ${listed.sha256 || 'none'}`],
      },
    );
  }
  if (!same && listed.sha256 !== '')
    options.warn(
      `The input checksum counts for ${listed.filename}; the ${hashSource} has another one, ${listed.sha256}.`,
    );
  return { release, hashSource: 'input checksum', official };
}

/**
 * Finds the hash of a mirror's file whose own list does not tell it: `<file>.sha256`, the built-in index, go.dev's list.
 * @param page the error of a mirror that gave a web page for its list: it is the cause when neither of the first two has the hash
 * @throws SetupError E_CHECKSUM when there is none anywhere, naming what was asked
 */
export async function findHash(
  release: Release,
  mirror: ReleaseOrigin,
  options: ResolveOptions,
  page?: SetupError,
): Promise<Candidate> {
  const { version, architecture, filename } = release;
  const known = builtinRelease(version, architecture);
  const hashed = known !== undefined && known.sha256 !== '';
  let text: string | undefined;
  try {
    text = await mirror.readHash(filename);
  } catch (error) {
    if (!hashed || !(error instanceof SetupError) || error.code !== 'E_NETWORK') throw error;
    // The tool cache may have it; if not, the file is fetched from the same server, and its error is the one that counts.
    options.warn(`The built-in index's hash of ${filename} counts: ${error.message}`);
    return { release: known, hashSource: 'built-in index', official: true };
  }
  const sha256 = text === undefined ? undefined : parseHash(text, filename, mirror.label);
  if (sha256 !== undefined) {
    const official = known?.sha256 === sha256;
    const found = { ...release, sha256, size: official ? known.size : release.size };
    return { release: found, hashSource: 'mirror .sha256', official };
  }
  if (hashed) {
    options.note(`${mirror.label} has no hash of ${filename}: the built-in index's counts.`);
    return { release: known, hashSource: 'built-in index', official: true };
  }
  if (page !== undefined) throw page;
  const tried = [
    `${mirror.label}: neither its list nor ${filename}.sha256 tells it`,
    `built-in index of ${builtinDate}: none`,
  ];
  if (options.offline) throw withoutHash(release, [...tried, 'go.dev: not asked, offline']);
  try {
    const body = await options.goDev.readList();
    const list = body === undefined ? [] : parseReleaseList(body, options.goDev.label);
    const listed = list.find((one) => one.filename === filename);
    if (listed !== undefined && listed.sha256 !== '') {
      options.note(
        `${mirror.label} has no hash of ${filename}: the one in the list of ${options.goDev.label} counts.`,
      );
      return { release: listed, hashSource: 'go.dev list', official: options.goDev.official };
    }
  } catch (cause) {
    if (!(cause instanceof SetupError)) throw cause;
    throw withoutHash(release, [...tried, `${options.goDev.label}: ${cause.message}`], cause);
  }
  throw withoutHash(release, [...tried, `${options.goDev.label}: none in its list`]);
}

function withoutHash(release: Release, evidence: readonly string[], cause?: unknown): SetupError {
  const name = release.filename;
  return new SetupError(
    'E_CHECKSUM',
    `There is no SHA-256 to verify ${name} against, and nothing is used unverified.`,
    {
      remedy: `Give the file's SHA-256 in the input checksum, or put ${name}.sha256 beside the file on the mirror.`,
      evidence,
      cause,
    },
  );
}

/**
 * 64 hex digits, maybe with a file's name behind them as sha256sum writes it; undefined for a web page, which says that there is none.
 * The name is not looked at: a mirror that redirects to a build of its own (go1.25.3-1) names that one there.
 */
function parseHash(text: string, filename: string, source: string): string | undefined {
  if (looksLikeWebPage(text)) return undefined;
  const hash = /^\ufeff?\s*\\?([0-9a-f]{64})(?:\s|$)/i.exec(text)?.[1];
  if (hash !== undefined) return hash.toLowerCase();
  throw new SetupError('E_CHECKSUM', `${filename}.sha256 at ${source} holds no SHA-256.`, {
    remedy:
      'Correct that file on the mirror (64 hexadecimal digits), or give the hash in the input checksum.',
    evidence: [`it begins: ${quote(text)}`],
  });
}
