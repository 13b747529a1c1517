import type { ArchiveSource } from './origin.ts';

/** The folders below a base that a file is looked for in, from the outer to the inner: none, or that of its version. */
export type Folder = readonly string[];

export interface VersionFolders {
  /** Where a file may lie; first where the last one was found. */
  places(filename: string): readonly Folder[];
  /** The first of what `read` finds in these places, which is remembered; undefined where there is none. */
  find(filename: string, read: (folder: Folder) => Promise<string | undefined>): Promise<string | undefined>;
}

/**
 * Mirrors that people build by hand have the files side by side, as go.dev/dl has them, or a folder for each version, `go1.25.3` or `1.25.3`.
 *
 * @param kind `none` for a place that is known to have all side by side
 */
export function versionFolders(kind: 'none' | 'by version'): VersionFolders {
  /** Of the forms of a folder, the one that was there. */
  let first = 0;
  const places = (filename: string): Folder[] => {
    const goVersion = /^(go[0-9][0-9a-z.]*?)\.windows-/.exec(filename)?.[1];
    if (kind === 'none' || goVersion === undefined) return [[]];
    const all = [[], [goVersion], [goVersion.slice(2)]];
    return [...all.slice(first, first + 1), ...all.slice(0, first), ...all.slice(first + 1)];
  };
  return {
    places,
    async find(filename, read) {
      for (const folder of places(filename)) {
        const text = await read(folder);
        if (text === undefined) continue;
        first = folder[0] === undefined ? 0 : folder[0].startsWith('go') ? 1 : 2;
        return text;
      }
      return undefined;
    },
  };
}

/** One source out of several: the first, which knows of the others. */
export function firstOf([first, ...elsewhere]: readonly ArchiveSource[]): ArchiveSource {
  if (first === undefined) throw new Error('a file is looked for nowhere');
  return elsewhere.length === 0 ? first : { ...first, elsewhere };
}
