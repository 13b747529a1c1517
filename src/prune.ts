import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, systemCode } from './errors.ts';
import { rulesOf } from './input-rules.ts';
import { newestMinors } from './release/builtin-minors.ts';
import { recordTree } from './report/audit-trees.ts';
import { formatBytes, formatDuration } from './report/log.ts';
import { setOutputs } from './report/outputs.ts';
import { reportPrune } from './report/prune-report.ts';
import { lockName, ownerFile, treePath } from './toolcache/layout.ts';
import { sweepLeases } from './toolcache/leases.ts';
import { PATIENCE_MS, removeLeftover } from './toolcache/leftovers.ts';
import { tryLock } from './toolcache/lock.ts';
import { readOwner } from './toolcache/lock-record.ts';
import { type Planned, planPrune } from './toolcache/prune-plan.ts';
import { removeEntry } from './toolcache/remove-entry.ts';
import {
  holdersOf,
  type Leftover,
  type SurveyedGo,
  surveyAgain,
  surveyToolCache,
} from './toolcache/survey.ts';
import { treeSize } from './toolcache/tree-size.ts';
import type { Context } from './toolchain.ts';

/** A Go of the plan, and what its removal frees. */
export interface PruneItem extends Planned<SurveyedGo> {
  /** Bytes of its files; 0 for what stays. */
  readonly bytes: number;
  /** Whether it is gone; in a dry run, whether it would be. */
  readonly gone: boolean;
}

interface Sized<T> {
  readonly of: T;
  readonly bytes: number;
}

/**
 * The operation `prune`: removes versions from the tool cache that no rule keeps and no job uses, and what killed runs left. What can't be removed is
 * warned of, and the rest goes on. With `dry-run` the same plan is made and told, and nothing is changed.
 *
 * @throws SetupError where the leases can't be read; the signal's reason
 */
export async function prune(context: Context): Promise<void> {
  const { inputs, host, log, signal } = context;
  const started = Date.now();
  if (inputs.goVersions.length > 0 || inputs.goVersionFile !== '')
    log.notice(
      'operation: prune does not read a version: it goes by keep-versions, keep-minors and keep-days.',
    );
  const items: PruneItem[] = [];
  let freed = 0;
  for (const root of host.toolCaches) {
    log.info(`Pruning ${root} by ${rulesOf(inputs).join(', ')}`);
    const { plan, leftovers } = await planFor(root, started, context);
    for (const { of, bytes } of plan) {
      const wanted = of.fate === 'remove';
      const gone = wanted && (inputs.dryRun || (await remove(of, bytes, context)));
      items.push({ ...of, bytes, gone });
      if (gone) freed += bytes;
    }
    for (const { of, bytes } of leftovers) if (inputs.dryRun || (await clear(of, context))) freed += bytes;
    if (!inputs.dryRun) await sweepLeases(root);
    signal.throwIfAborted();
  }
  log.info(
    inputs.dryRun
      ? `Dry run: ${formatBytes(freed)} would be freed; nothing was changed`
      : `Freed ${formatBytes(freed)} in ${formatDuration(Date.now() - started)}`,
  );
  context.timeline.addBytes('removed', inputs.dryRun ? 0 : freed);
  setOutputs([], false, undefined, newestMinors);
  reportPrune({ items, freed, dryRun: inputs.dryRun, summary: inputs.summary !== 'never' });
}

/** Looks, plans, measures what goes, and tells all of it. Changes nothing. */
async function planFor(root: string, now: number, { inputs, log, signal }: Context) {
  const { all, leftovers } = await surveyToolCache(root, inputs.leaseHours, now).catch(async (error) => {
    const { explainFileError } = await import('./windows/files.ts');
    throw explainFileError(error, 'read the leases of', root);
  });
  const sized = async <T>(of: T, place: string | undefined): Promise<Sized<T>> => ({
    of,
    bytes: place === undefined ? 0 : await treeSize(place, signal),
  });
  const plan: Sized<Planned<SurveyedGo>>[] = [];
  for (const one of planPrune(all, inputs, now)) {
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

/** @returns whether it is out of the way; what stays is warned of, but for what somebody began to use meanwhile */
async function remove({ candidate }: Planned<SurveyedGo>, bytes: number, context: Context): Promise<boolean> {
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
      const other = await otherThanPlanned(candidate, inputs.leaseHours);
      if (other !== undefined) {
        log.info(`Left ${tree} alone: meanwhile ${other}`);
        return false;
      }
      const holders = () => holdersOf(entry, inputs.leaseHours);
      const removal = await removeEntry(entry, { signal, holders });
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
async function otherThanPlanned(planned: SurveyedGo, leaseHours: number): Promise<string | undefined> {
  const found = await surveyAgain(planned.entry, leaseHours);
  if (found === undefined) return 'something else removed it';
  if (found.holds.length > 0) return found.holds.join('; ');
  if (!found.ours) return 'another action has replaced it';
  if (found.torn !== planned.torn)
    return found.torn ? 'its tree or marker went away' : 'it was installed anew';
  return found.usedAt > planned.usedAt ? 'a job has used it' : undefined;
}

/** Who is in the way is found out, which takes some seconds; a prune ends nobody. */
async function warnOf(error: unknown, entry: SurveyedGo['entry'], { log, signal }: Context): Promise<void> {
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
