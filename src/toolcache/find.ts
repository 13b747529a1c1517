import path from 'node:path';
import { findAllVersions } from '@actions/tool-cache';
import type { Architecture } from '../release/release.ts';
import { stableMatches } from '../release/select.ts';
import type { VersionSpec } from '../release/spec.ts';
import { explainFileError } from '../windows/files.ts';
import { type Inspection, inspectEntry } from './inspect.ts';
import { type Entry, treePath } from './layout.ts';

type Whole = Extract<Inspection, { state: 'whole' }>;

/** Where to look, and what will do. */
export interface Search {
  /** Tool caches, the preferred one first. */
  readonly roots: readonly string[];
  /** Tool folders, the preferred one first. */
  readonly tools: readonly string[];
  readonly architecture: Architecture;
  accepts(found: Whole, entry: Entry): boolean | Promise<boolean>;
  /** Whether a policy lets a range choose a version; it is asked before the version is looked at. Left out: any. */
  readonly mayChoose?: ((version: string) => boolean) | undefined;
}

export interface Found {
  readonly entry: Entry;
  readonly found: Whole;
}

export interface Torn {
  readonly entry: Entry;
  readonly reason: string;
}

/** What a look into the tool cache gave: a Go that can be used, or else the torn ones met on the way. */
export interface SearchResult {
  readonly hit: Found | undefined;
  readonly torn: readonly Torn[];
}

/** For the log: what is torn, and why. */
export function describeTorn({ entry, reason }: Torn): string {
  return `${treePath(entry)} is torn (${reason})`;
}

/**
 * Looks for a Go that answers a spec: an exact version, or the newest stable match of a range that is accepted. Aliases (`stable`) are not
 * answered here; they ask the release list, as a range does that only a prerelease here would match. A torn entry is never skipped in favour
 * of an older match: it is reported, for the caller to install that version anew.
 */
export async function findInToolCache(spec: VersionSpec, search: Search): Promise<SearchResult> {
  const torn: Torn[] = [];
  if (spec.kind === 'alias') return { hit: undefined, torn };
  for (const tool of search.tools) {
    const tornBefore = torn.length;
    for (const version of spec.kind === 'exact' ? [spec.version] : matches(spec.range, tool, search)) {
      if (spec.kind === 'range' && search.mayChoose?.(version) === false) continue;
      for (const root of search.roots) {
        const entry: Entry = { root, tool, version, architecture: search.architecture };
        const found = await inspectEntry(entry).catch((error) => explained(error, entry));
        if (found.state === 'whole' && (await search.accepts(found, entry)))
          return { hit: { entry, found }, torn };
        if (found.state === 'torn') torn.push({ entry, reason: found.reason });
      }
      if (torn.length > tornBefore) break;
    }
  }
  return { hit: undefined, torn };
}

/** Who is in the way of a look is found out only then. @throws SetupError E_LOCKED, E_PERMISSION; any other error as it is */
async function explained(error: unknown, entry: Entry): Promise<never> {
  const { explainRefusal } = await import('./refusal.ts');
  throw await explainRefusal(error, 'read', treePath(entry), entry);
}

function matches(range: string, tool: string, search: Search): string[] {
  return stableMatches(
    range,
    search.roots.flatMap((root) => versionsIn(root, tool, search.architecture)),
  );
}

/** Versions with a marker in one tool cache. The library reads the tool cache's place from the environment alone. */
function versionsIn(root: string, tool: string, architecture: Architecture): string[] {
  const before = process.env['RUNNER_TOOL_CACHE'];
  process.env['RUNNER_TOOL_CACHE'] = root;
  try {
    return findAllVersions(tool, architecture);
  } catch (error) {
    throw explainFileError(error, 'read', path.join(root, tool));
  } finally {
    if (before === undefined) delete process.env['RUNNER_TOOL_CACHE'];
    else process.env['RUNNER_TOOL_CACHE'] = before;
  }
}
