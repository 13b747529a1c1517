import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { isGoSemver } from '../release/names.ts';
import type { Architecture } from '../release/release.ts';
import { type Entry, OFFICIAL_TOOL } from './layout.ts';

/** `go`, and the folders of mirrors. */
const TOOL = new RegExp(`^${OFFICIAL_TOOL}(?:-[0-9a-f]{8})?$`);
const MARKER = /^(x64|x86|arm64)\.complete$/;
const PLACE = /^(x64|x86|arm64)(?:\.complete)?$/;

/** Whether a folder of a tool cache is one for builds of Go. */
export function isTool(name: string): boolean {
  return TOOL.test(name);
}

/** Every Go of a tool cache by its marker, whoever put it there: a listing, nothing is opened. What can't be listed is not there. */
export async function listEntries(root: string): Promise<Entry[]> {
  return (await listVersions(root)).flatMap(({ root, tool, version, names }) =>
    names.flatMap((name) => {
      const architecture = MARKER.exec(name)?.[1] as Architecture | undefined;
      return architecture ? [{ root, tool, version, architecture }] : [];
    }),
  );
}

/** A version of a tool folder, and what lies in it. */
export interface VersionDirectory extends Pick<Entry, 'root' | 'tool' | 'version'> {
  readonly names: readonly string[];
}

/** Told of a directory that is there and can't be listed. */
type Untold = (directory: string, code: string) => void;

/** Every version directory of a tool cache's Go folders, whoever made it. What can't be listed is not there. */
export async function listVersions(root: string, untold?: Untold): Promise<VersionDirectory[]> {
  const versions: VersionDirectory[] = [];
  for (const tool of (await names(root, untold)).filter(isTool))
    for (const version of await names(path.join(root, tool), untold))
      versions.push({ root, tool, version, names: await names(path.join(root, tool, version), untold) });
  return versions;
}

/**
 * Every place of a tool cache where a Go is or should be: with a marker, or a tree that has none, or both. For those who look for what is torn.
 */
export async function listPlaces(root: string, untold?: Untold): Promise<Entry[]> {
  const versions = (await listVersions(root, untold)).filter(({ version }) => isGoSemver(version));
  return versions.flatMap(({ tool, version, names }) => {
    const found = new Set(names.flatMap((name) => PLACE.exec(name)?.[1] ?? []));
    return [...found].map((name) => ({ root, tool, version, architecture: name as Architecture }));
  });
}

async function names(directory: string, untold?: Untold): Promise<string[]> {
  const found = await readdir(directory).catch((error): string[] => {
    const code = systemCode(error) ?? String(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') untold?.(directory, code);
    return [];
  });
  return found.sort();
}
