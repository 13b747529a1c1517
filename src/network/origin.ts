import { fileURLToPath } from 'node:url';
import { SetupError } from '../errors.ts';
import { MAX_HASH_BYTES, openDirectory } from './directory-origin.ts';
import { displayUrl } from './display-url.ts';
import type { Http } from './http.ts';
import { firstOf, versionFolders } from './version-folders.ts';

/** Where an archive is read from. */
export type ArchiveSource = (
  | { readonly kind: 'http'; readonly url: string; readonly http: Http }
  | { readonly kind: 'file'; readonly path: string }
) & {
  /** Where else it may be, in this order, when it is not there. */
  readonly elsewhere?: readonly ArchiveSource[];
};

/** A place that Go's files come from: go.dev, a mirror shaped like it, or a directory with its files. */
export interface Origin {
  /** Fit to be shown: no credentials, no query. */
  readonly label: string;
  /** Whether this is go.dev itself. */
  readonly official: boolean;
  /** Whether it is a directory or a share: reading it uses no HTTP. */
  readonly local: boolean;
  /** The release list as JSON text, or undefined where this origin has none. */
  readList(): Promise<string | undefined>;
  /** The text of `<filename>.sha256`, at most {@link MAX_HASH_BYTES} of it, or undefined where this origin has none. */
  readHash(filename: string): Promise<string | undefined>;
  archive(filename: string): ArchiveSource;
}

/** The real list of 2026 is 1.5 MB. */
const MAX_LIST_BYTES = 32 * 2 ** 20;

/** Mirrors without a list answer so. */
const NO_LIST = [404, 405, 410, 501];

const OFFICIAL = /^https:\/\/go\.dev\/dl\/?$/;

/** go.dev/dl answers `<file>.sha256` with a page (status 200); the hashes lie beside the files themselves. */
const OFFICIAL_HASHES = 'https://dl.google.com/go';

/**
 * @param base an http(s) URL, a file URL, a directory or a UNC share (`\\host\share`); `https://go.dev/dl` is go.dev itself, given as a
 *   mirror or not
 * @throws SetupError E_INPUT for any other kind of URL
 */
export function openOrigin(base: string, { http }: { readonly http: Http }): Origin {
  const trimmed = base.trim();
  if (/^https?:\/\//i.test(trimmed) && URL.canParse(trimmed)) {
    return openServer(new URL(trimmed), http);
  }
  if (/^file:/i.test(trimmed)) return openDirectory(fileUrlPath(trimmed));
  // Two letters at least: `C:\mirror` is a path.
  if (trimmed === '' || /^[a-z][a-z0-9+.-]+:/i.test(trimmed)) throw notABase(trimmed);
  return openDirectory(trimmed);
}

function openServer(base: URL, http: Http): Origin {
  const official = OFFICIAL.test(displayUrl(base));
  const hashes = official ? new URL(OFFICIAL_HASHES) : base;
  const folders = versionFolders(official ? 'none' : 'by version');
  return {
    label: displayUrl(base).replace(/\/+$/, ''),
    official,
    local: false,
    readList: () =>
      http.getText(below(base, [''], { mode: 'json', include: 'all' }), {
        accept: 'application/json',
        absent: NO_LIST,
        maxBytes: MAX_LIST_BYTES,
      }),
    readHash: (filename) =>
      folders.find(filename, (folder) =>
        http.getText(below(hashes, [...folder, `${filename}.sha256`]), {
          absent: [404, 410],
          maxBytes: MAX_HASH_BYTES,
          cut: true,
        }),
      ),
    archive: (filename) =>
      firstOf(
        folders
          .places(filename)
          .map((folder) => ({ kind: 'http', url: below(base, [...folder, filename]), http })),
      ),
  };
}

/** The URL of a file below the base, whose own query (a signature, say) stays. */
function below(base: URL, names: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(base);
  url.pathname = [base.pathname.replace(/\/+$/, ''), ...names.map(encodeURIComponent)].join('/');
  url.hash = '';
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

function fileUrlPath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw notABase(url, cause);
  }
}

function notABase(base: string, cause?: unknown): SetupError {
  return new SetupError(
    'E_INPUT',
    `The input go-download-base-url is no place that files come from: ${displayUrl(base)}.`,
    {
      remedy: String.raw`Give an http(s) URL, a directory, or a share (\\host\share).`,
      cause,
    },
  );
}
