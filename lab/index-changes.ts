import type { Release } from '../src/release/release.ts';

/** What a release list says otherwise than the index that was made from it before. */
export interface IndexChanges {
  /** Files that the list has and the index has not, in the list's order. */
  readonly added: readonly string[];
  /** What go.dev never does to a file that it has published: one line each, with the file, what was known and what is listed now. */
  readonly refused: readonly string[];
}

/** The list contradicts the index. A published file of Go never changes: either the list is not go.dev's, or something has happened there. */
export class IndexRefused extends Error {
  override readonly name = 'IndexRefused';

  constructor(source: string, refused: readonly string[]) {
    super(
      [
        `The list of ${source} contradicts the built-in index in ${refused.length} file${refused.length === 1 ? '' : 's'}; the index stays as it is.`,
        ...refused.map((line) => `  ${line}`),
        'A file that was published never changes. Find out who changed it before anything is installed from there.',
        'If Go\u2019s team says that it is right: npm run index -- --accept <file>, for each of them.',
      ].join('\n'),
    );
  }
}

/**
 * Compares a list with what is known. New files are no contradiction, nor is a hash or size where there was none.
 *
 * @param accepted names of files whose change somebody has looked into
 */
export function compareReleases(
  known: readonly Release[],
  listed: readonly Release[],
  accepted: ReadonlySet<string> = new Set(),
): IndexChanges {
  const now = new Map(listed.map((release) => [release.filename, release]));
  const before = new Set(known.map(({ filename }) => filename));
  return {
    added: [...now.keys()].filter((filename) => !before.has(filename)),
    refused: known
      .filter(({ filename }) => !accepted.has(filename))
      .flatMap((one) => contradictions(one, now.get(one.filename))),
  };
}

function contradictions({ filename, sha256, size }: Release, listed: Release | undefined): string[] {
  if (listed === undefined)
    return [`${filename}: was ${sha256 || 'listed without a hash'}, is not listed any more`];
  if (sha256 !== '' && sha256 !== listed.sha256)
    return [`${filename}: SHA-256 was ${sha256}, is now ${listed.sha256 || 'missing'}`];
  if (size !== 0 && size !== listed.size)
    return [`${filename}: size was ${size}, is now ${listed.size}, though the SHA-256 is the same`];
  return [];
}
