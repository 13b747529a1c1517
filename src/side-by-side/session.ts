import path from 'node:path';
import { linksOf } from '../machine/current.ts';
import {
  type EnvironmentScope,
  type EnvironmentValues,
  readEnvironmentValues,
  restoreEnvironmentValue,
} from '../machine/machine-path.ts';
import { isGoSemver, parseArchitecture } from '../release/names.ts';
import { isTool } from '../toolcache/entries.ts';
import type { Entry } from '../toolcache/layout.ts';
import { verifyTree } from '../toolcache/verify.ts';
import type { Context } from '../toolchain.ts';
import { announceEnvironment } from '../windows/announce.ts';
import type { RegistryValue } from '../windows/registry.ts';

/** What a switch does outside of the machine's root; a test puts its own in the place of Windows' registry and of a real go.exe. */
export interface Doors {
  readEnvironment(scope: EnvironmentScope): Promise<EnvironmentValues>;
  /** @param value undefined removes the variable */
  writeVariable(
    scope: EnvironmentScope,
    name: 'Path' | 'GOROOT',
    value: RegistryValue | undefined,
  ): Promise<void>;
  /** Looks at a tree, or at one through a link, and runs its `go version`. @returns a line for the log; throws where it is not that Go */
  works(tree: string, expected: Pick<Entry, 'version' | 'architecture'>): Promise<string>;
  /** Tells other programs of a changed variable. @returns why not; undefined when done */
  announce(): Promise<string | undefined>;
}

/** What every part of an operation on versions side by side needs. */
export interface Session {
  /** The machine's root. */
  readonly root: string;
  /** Whose variables are written. */
  readonly scope: EnvironmentScope;
  /** Its host's tool cache is {@link versionsRoot}: versions of the machine are found, installed and removed as anywhere else. */
  readonly context: Context;
  readonly doors: Doors;
}

/** What the journal keeps of a switch: all that the next run needs to finish or to undo it. */
export interface SwitchDetails {
  /** Where `current` led before; null where there was none. */
  readonly before: string | null;
  /** Where it is to lead; null for an uninstallation. */
  readonly after: string | null;
  readonly scope: EnvironmentScope;
  /** The variables as they were, byte for byte; null where they were not set. */
  readonly path: RegistryValue | null;
  readonly goroot: RegistryValue | null;
  /** Whether GOROOT is to be written, too. */
  readonly setGoroot: boolean;
}

/** Versions of the machine lie side by side as in a tool cache, with the same markers, sidecars and locks. */
export function versionsRoot(root: string): string {
  return path.join(root, 'versions');
}

/** What goes on PATH. */
export function currentBin(root: string): string {
  return path.join(linksOf(root).current, 'bin');
}

/** The step's context, with the machine's versions in the place of the tool cache. */
export function machineContext(root: string, context: Context): Context {
  const toolCache = versionsRoot(root);
  return { ...context, host: { ...context.host, toolCache, toolCaches: [toolCache] } };
}

/** The entry that a directory is; undefined where it is none of the machine's versions. */
export function entryAt(root: string, tree: string | null | undefined): Entry | undefined {
  if (!tree) return undefined;
  const parts = path.relative(versionsRoot(root), tree).split(/[\\/]/);
  const [tool = '', version = '', word = ''] = parts;
  const architecture = parseArchitecture(word);
  // Of a directory on another drive, path.relative gives all of its path.
  if (parts.length !== 3 || !isTool(tool) || !isGoSemver(version) || architecture === undefined)
    return undefined;
  return { root: versionsRoot(root), tool, version, architecture };
}

/** The doors to Windows. */
export function windowsDoors({ host, signal }: Context): Doors {
  return {
    readEnvironment: readEnvironmentValues,
    writeVariable: restoreEnvironmentValue,
    works: (tree, expected) => verifyTree(tree, expected, host.architecture, signal),
    announce: announceEnvironment,
  };
}
