import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { displayUrl } from '../network/display-url.ts';
import type { Architecture } from '../release/release.ts';

/** One place in a tool cache: `<root>\<tool>\<version>\<architecture>`, as @actions/tool-cache lays it out. */
export interface Entry {
  readonly root: string;
  /** `go` for go.dev's own builds, `go-<hash of the mirror>` for any other. */
  readonly tool: string;
  /** A semver. */
  readonly version: string;
  readonly architecture: Architecture;
}

/** Where Go's own builds are kept: the folder that hosted images and actions/setup-go use too. */
export const OFFICIAL_TOOL = 'go';

/**
 * The folder for builds that only this mirror has, so that they never pass for go.dev's. Two ways to write one mirror (credentials, a
 * slash at the end) give one folder.
 */
export function mirrorTool(base: string): string {
  const name = displayUrl(base).replace(/\/+$/, '');
  return `go-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

/** The Go tree of an entry, its GOROOT. */
export function treePath(entry: Entry): string {
  return path.join(entry.root, entry.tool, entry.version, entry.architecture);
}

/** The empty file that says the tree is whole; written last (@actions/tool-cache looks for it). */
export function markerPath(entry: Entry): string {
  return `${treePath(entry)}.complete`;
}

/** Our own record of where the tree came from. */
export function sidecarPath(entry: Entry): string {
  return `${treePath(entry)}.setup-go-win.json`;
}

/** Our own files of a tool cache: locks and the like. */
export function stateDirectory(root: string): string {
  return path.join(root, '.setup-go-win');
}

/** The file that is open while a lock is held. */
export function lockFile(root: string, name: string): string {
  return path.join(stateDirectory(root), 'locks', `${name}.lock`);
}

/** The record of who holds a lock, beside it. */
export function ownerFile(root: string, name: string): string {
  return path.join(stateDirectory(root), 'locks', `${name}.json`);
}

/** What a record is written to before it takes that place. */
export function ownerDraft(record: string): string {
  return `${record}.new`;
}

/** What a lock on this entry is called. */
export function lockName(entry: Entry): string {
  return `${entry.tool}-${entry.version}-${entry.architecture}`;
}

/** The start of the names of all temporary directories of an entry, which lie beside its tree. */
export function temporaryPrefix(entry: Pick<Entry, 'architecture'>): string {
  return `.${entry.architecture}-`;
}

/** A new name beside the tree, so that a rename between the two stays on one volume; short, since paths below it may be long. */
export function temporaryPath(entry: Entry): string {
  return path.join(path.dirname(treePath(entry)), `${temporaryPrefix(entry)}${randomUUID().slice(0, 8)}`);
}

/** `bin\go.exe` of a tree. */
export function goExecutable(tree: string): string {
  return path.join(tree, 'bin', 'go.exe');
}
