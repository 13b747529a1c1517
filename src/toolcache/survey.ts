import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { architectures, isGoSemver } from '../release/names.ts';
import { listVersions, type VersionDirectory } from './entries.ts';
import { type Provenance, readProvenance } from './inspect.ts';
import { type Entry, lockName, markerPath, sidecarPath, temporaryPrefix, treePath } from './layout.ts';
import { isHeld, type Lease, readLastUse, readLeases, SET_BACK_MS } from './leases.ts';
import { looksFree } from './lock.ts';
import { byGroupAndVersion, type Candidate } from './prune-plan.ts';

/** A Go of a tool cache, as a prune sees it. */
export interface SurveyedGo extends Candidate {
  readonly entry: Entry;
  /** Our record of it; undefined where it is not ours. */
  readonly provenance: Provenance | undefined;
}

/** A temporary directory that a run left which was killed, and the entry whose lock tells so. */
export interface Leftover {
  readonly entry: Entry;
  readonly place: string;
}

export interface Survey {
  /** By folder and architecture, the newest first. */
  readonly all: readonly SurveyedGo[];
  readonly leftovers: readonly Leftover[];
}

/** Of the clocks and the last writes of an installation: the tree is there, then our sidecar is written. */
const WRITTEN_TOGETHER_MS = 2000;

/** Whether it lies elsewhere: by a link in the place of its folder, of its version or of its tree. What the tool cache itself is reached by is no matter. */
async function isLinked(entry: Entry): Promise<boolean> {
  const tree = treePath(entry);
  const places = [path.dirname(path.dirname(tree)), path.dirname(tree), tree];
  const found = await Promise.all(places.map((place) => lstat(place).catch(() => undefined)));
  return found.some((one) => one?.isSymbolicLink());
}

/**
 * Looks at every Go of a tool cache, of all folders and architectures, and at what killed runs left there. Changes nothing.
 *
 * @param leaseHours the step's own
 * @param now milliseconds since 1970
 * @throws a file system error where leases can't be read: without them nobody knows what is in use
 */
export async function surveyToolCache(root: string, leaseHours: number, now: number): Promise<Survey> {
  const [versions, leases] = await Promise.all([listVersions(root), readLeases(root)]);
  const all: SurveyedGo[] = [];
  const leftovers: Leftover[] = [];
  for (const version of versions) {
    for (const architecture of architectures) {
      const entry: Entry = { ...pick(version), architecture };
      const found = await survey(entry, version, leases, leaseHours, now);
      if (found) all.push(found);
      for (const name of version.names.filter((one) => one.startsWith(temporaryPrefix(entry))))
        if (!(await isLinked(entry)) && (await looksFree(root, lockName(entry))))
          leftovers.push({ entry, place: path.join(root, version.tool, version.version, name) });
    }
  }
  return { all: all.sort(byGroupAndVersion), leftovers };
}

/**
 * Looks at one Go again, as it is at this moment: for who holds its lock, since what was planned by an earlier look may not be so any more.
 *
 * @returns undefined where nothing of it is there
 * @throws a file system error where leases can't be read
 */
export async function surveyAgain(
  entry: Entry,
  leaseHours: number,
  now = Date.now(),
): Promise<SurveyedGo | undefined> {
  const [names, leases] = await Promise.all([
    readdir(path.dirname(treePath(entry))).catch((): string[] => []),
    readLeases(entry.root, entry),
  ]);
  return await survey(entry, { ...entry, names }, leases, leaseHours, now);
}

/** Who holds a Go now, in words. @throws a file system error where leases can't be read */
export async function holdersOf(entry: Entry, leaseHours: number, now = Date.now()): Promise<string[]> {
  return describe(await readLeases(entry.root, entry), leaseHours, now);
}

async function survey(
  entry: Entry,
  { names }: VersionDirectory,
  leases: readonly Lease[],
  leaseHours: number,
  now: number,
): Promise<SurveyedGo | undefined> {
  const files = [treePath(entry), markerPath(entry), sidecarPath(entry)];
  if (!files.some((file) => names.includes(path.basename(file)))) return undefined;
  const [tree, marker, sidecar] = await Promise.all(files.map((file) => lstat(file).catch(() => undefined)));
  const linked = await isLinked(entry);
  // Without a marker nobody says that this is the tree which our record speaks of, but its age: another action's is written later.
  const untouched = !tree || (sidecar && tree.mtimeMs <= sidecar.mtimeMs + WRITTEN_TOGETHER_MS);
  const known =
    isGoSemver(entry.version) && !linked && (!tree || tree.isDirectory()) && (marker || untouched);
  const provenance = known
    ? await readProvenance(entry, marker?.mtimeMs ?? 0).catch(() => undefined)
    : undefined;
  const own = leases.filter(({ name }) => name === lockName(entry));
  const installed = Date.parse(provenance?.installedAt ?? '');
  const used = [(await readLastUse(entry)) ?? Number.NaN, ...own.map(({ since }) => since)];
  // A clock that was wrong when it was installed would keep it for ever: what a later use says counts more.
  const told = used.some((time) => time <= now);
  const times = [...used, ...(told && installed > now + SET_BACK_MS ? [] : [installed])];
  return {
    entry,
    group: `${entry.tool} ${entry.architecture}`,
    version: entry.version,
    ours: provenance !== undefined,
    ...(linked ? { leftSince: 'a link leads there, and what lies elsewhere may be in use elsewhere' } : {}),
    torn: !marker || !tree,
    usedAt: Math.max(0, ...times.filter((time) => !Number.isNaN(time))),
    holds: describe(own, leaseHours, now),
    provenance,
  };
}

function describe(leases: readonly Lease[], leaseHours: number, now: number): string[] {
  return leases
    .filter((lease) => isHeld(lease, leaseHours, now))
    .map(({ holder, since }) => `used by ${holder} (lease of ${new Date(since).toISOString()})`);
}

function pick({ root, tool, version }: VersionDirectory) {
  return { root, tool, version };
}
