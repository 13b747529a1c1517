import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, systemCode } from './errors.ts';
import { rulesOf } from './input-rules.ts';
import { recordTree } from './report/audit-trees.ts';
import { formatBytes } from './report/log.ts';
import type { PruneTally } from './report/prune-report.ts';
import { removeDeadRecords } from './toolcache/dead-records.ts';
import { type Entry, lockName, ownerFile, treePath } from './toolcache/layout.ts';
import { sweepLeases } from './toolcache/leases.ts';
import { PATIENCE_MS, removeLeftover } from './toolcache/leftovers.ts';
import { tryLock } from './toolcache/lock.ts';
import { readOwner } from './toolcache/lock-record.ts';
import { type Planned, planPrune } from './toolcache/prune-plan.ts';
import { type Removal, removeEntry } from './toolcache/remove-entry.ts';
import {
  holdersOf,
  type Leftover,
  type SurveyedGo,
  surveyAgain,
  surveyToolCache,
} from './toolcache/survey.ts';
import { treeSize } from './toolcache/tree-size.ts';
import type { Context } from './toolchain.ts';

/** Versions side by side that are pruned together: a tool cache, or what is laid out as one. */
export interface PrunedPlace {
  readonly root: string;
  /** What holds a Go of it besides the leases of jobs, each in words. Asked again for each one right before it is removed. */
  holds(entry: Entry): Promise<readonly string[]>;
  /** Does a removal, and keeps a record of it as long as it is under way. */
  during(entry: Entry, removal: () => Promise<Removal>): Promise<Removal>;
}

/** A tool cache: only leases hold something there, and what a killed prune left tells that by itself. */
export function toolCachePlace(root: string): PrunedPlace {
  return { root, holds: async () => [], during: async (_, removal) => await removal() };
}

interface Sized<T> {
  readonly of: T;
  readonly bytes: number;
}

/**
 * Removes from one place the versions that no rule keeps and nobody uses, and what killed runs left. What can't be removed is warned of, and the rest
 * goes on. With `dry-run` the same plan is made and told, and nothing is changed.
 *
 * @param tally gets what is decided and done, as it is done
 * @throws SetupError where the leases can't be read; what `holds` throws; the signal's reason
 */
export async function pruneTrees(place: PrunedPlace, tally: PruneTally, context: Context): Promise<void> {
  const { inputs, host, log, signal } = context;
  log.info(`Pruning ${place.root} by ${rulesOf(inputs).join(', ')}`);
  const { plan, leftovers } = await planFor(place, Date.now(), context);
  for (const { of, bytes } of plan) {
    const { entry, version, provenance } = of.candidate;
    const wanted = of.fate === 'remove';
    const gone = wanted && (inputs.dryRun || (await remove(place, of, bytes, context)));
    const { fate, reason } = of;
    tally.add({
      ...{ version, architecture: entry.architecture, place: treePath(entry), kind: 'tree' },
      ...{ official: provenance?.official ?? false, fate, reason, bytes, gone },
    });
  }
  for (const { of, bytes } of leftovers)
    if (inputs.dryRun || (await clear(of, context))) tally.addLeftover(bytes);
  if (!inputs.dryRun) {
    await sweepLeases(place.root);
    await removeDeadRecords(place.root, host.runner);
  }
  signal.throwIfAborted();
}

/** Looks, plans, measures what goes, and tells all of it. Changes nothing. */
async function planFor(place: PrunedPlace, now: number, { inputs, log, signal }: Context) {
  const { root } = place;
  const { all, leftovers } = await surveyToolCache(root, inputs.leaseHours, now).catch(async (error) => {
    const { explainFileError } = await import('./windows/files.ts');
    throw explainFileError(error, 'read the leases of', root);
  });
  const sized = async <T>(of: T, tree: string | undefined): Promise<Sized<T>> => ({
    of,
    bytes: tree === undefined ? 0 : await treeSize(tree, signal),
  });
  const candidates: SurveyedGo[] = [];
  for (const one of all) candidates.push(await withHolds(one, place));
  const plan: Sized<Planned<SurveyedGo>>[] = [];
  for (const one of planPrune(candidates, inputs, now)) {
    const item = await sized(one, one.fate === 'remove' ? treePath(one.candidate.entry) : undefined);
    plan.push(item);
    const size = one.fate === 'remove' ? ` (${formatBytes(item.bytes)})` : '';
    log.info(`${one.fate.padEnd(6)}  ${treePath(one.candidate.entry)}${size}: ${one.reason}`);
  }
  const garbage: Sized<Leftover>[] = [];
  for (const one of leftovers) {
    const item = await sized(one, one.place);
    garbage.push(item);
    log.info(`remove  ${one.place} (${formatBytes(item.bytes)}): left by a run that was killed`);
  }
  if (plan.length + garbage.length === 0) log.info('There is no Go');
  return { plan, leftovers: garbage };
}

/** What is not ours is left alone whoever holds it. */
async function withHolds(one: SurveyedGo, place: PrunedPlace): Promise<SurveyedGo> {
  return one.ours ? { ...one, holds: [...(await place.holds(one.entry)), ...one.holds] } : one;
}

/** @returns whether it is out of the way; what stays is warned of, but for what somebody began to use meanwhile */
async function remove(
  place: PrunedPlace,
  { candidate }: Planned<SurveyedGo>,
  bytes: number,
  context: Context,
): Promise<boolean> {
  const { inputs, host, log, audit, signal } = context;
  const { entry, provenance } = candidate;
  const tree = treePath(entry);
  const started = performance.now();
  try {
    signal.throwIfAborted();
    const lock = await tryLock(entry.root, lockName(entry), host.runner);
    if (lock === undefined) {
      const owner = await readOwner(ownerFile(entry.root, lockName(entry)));
      log.info(`Kept ${tree}: ${owner?.runner ?? 'another process'} is installing or removing it`);
      return false;
    }
    try {
      const other = await otherThanPlanned(place, candidate, inputs.leaseHours);
      if (other !== undefined) {
        log.info(`Left ${tree} alone: meanwhile ${other}`);
        return false;
      }
      const holders = async () => [
        ...(await place.holds(entry)),
        ...(await holdersOf(entry, inputs.leaseHours)),
      ];
      const removal = await place.during(entry, async () => await removeEntry(entry, { signal, holders }));
      if (removal.outcome === 'held') {
        log.info(`Kept ${tree}: meanwhile ${removal.holders.join('; ')}`);
        return false;
      }
      const { left, trouble } = removal;
      const durationMs = performance.now() - started;
      await recordTree(audit, { kind: 'pruned', place: tree, provenance, error: trouble, durationMs });
      signal.throwIfAborted();
      if (left === undefined) log.info(`Removed ${tree}, ${formatBytes(bytes)} freed`);
      else
        log.warn(
          `${tree} is removed, but not all of its files in ${left} yet; a later run removes the rest.`,
        );
      return left === undefined;
    } finally {
      await lock.release();
    }
  } catch (error) {
    signal.throwIfAborted();
    await warnOf(error, entry, context);
    return false;
  }
}

/**
 * What makes the plan out of date: it was made before this Go's lock was ours, and many sizes may have been measured since.
 *
 * @returns what became of it, for "meanwhile …"; undefined where it is as it was
 */
async function otherThanPlanned(
  place: PrunedPlace,
  planned: SurveyedGo,
  leaseHours: number,
): Promise<string | undefined> {
  const again = await surveyAgain(planned.entry, leaseHours);
  if (again === undefined) return 'something else removed it';
  const found = await withHolds(again, place);
  if (found.holds.length > 0) return found.holds.join('; ');
  if (!found.ours) return 'another action has replaced it';
  if (found.torn !== planned.torn)
    return found.torn ? 'its tree or marker went away' : 'it was installed anew';
  return found.usedAt > planned.usedAt ? 'a job has used it' : undefined;
}

/** Who is in the way is found out, which takes some seconds; a prune ends nobody. */
async function warnOf(error: unknown, entry: Entry, { log, signal }: Context): Promise<void> {
  if (!(error instanceof SetupError) && systemCode(error) === undefined) throw error;
  const { explainRefusal } = await import('./toolcache/refusal.ts');
  const stop = async () => 0;
  const failure = await explainRefusal(error, 'remove', treePath(entry), entry, { signal, stop });
  if (!(failure instanceof Error)) throw error;
  const { message, remedy = '' } = failure as Error & { readonly remedy?: string };
  log.warn(`${message} ${remedy} It stays.`.replace('  ', ' '));
}

async function clear({ entry, place }: Leftover, context: Context): Promise<boolean> {
  const { host, log, audit, signal } = context;
  const lock = await tryLock(entry.root, lockName(entry), host.runner).catch(() => undefined);
  if (lock === undefined) return false;
  try {
    const gone = await removeLeftover(place, PATIENCE_MS, {
      runner: host.runner,
      signal,
      onRepair: (line) => log.info(line),
      onChange: (change) => recordTree(audit, change),
    });
    await rmdir(path.dirname(place)).catch(() => {}); // goes only when empty
    return gone;
  } finally {
    await lock.release();
  }
}
