import { rename, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupError } from '../errors.ts';
import { isSamePlace, linksOf, putCurrentAside, readLink, removeLink } from '../machine/current.ts';
import { rememberSuccess } from '../machine/history.ts';
import { beginChange, type OpenChange } from '../machine/journal.ts';
import { toGoVersion } from '../release/names.ts';
import { codeOf } from '../report/audit.ts';
import { recordTree } from '../report/audit-trees.ts';
import { inspectEntry, inspectTree } from '../toolcache/inspect.ts';
import {
  type Entry,
  lockName,
  markerPath,
  sidecarPath,
  temporaryPath,
  treePath,
} from '../toolcache/layout.ts';
import { isHeld, leaseHolder, readLeases } from '../toolcache/leases.ts';
import { tidyBeside } from '../toolcache/leftovers.ts';
import { acquireLock } from '../toolcache/lock.ts';
import type { RefusalOptions, StopThere } from '../toolcache/refusal.ts';
import { removeEntry } from '../toolcache/remove-entry.ts';
import { isThere, removeTree, retry } from '../windows/files.ts';
import { goBack } from './go-back.ts';
import type { RemovalDetails } from './prune.ts';
import { entryAt, type Session, type SwitchDetails } from './session.ts';
import { recordSwitch } from './switch.ts';
import { clearVariables } from './variables.ts';

/**
 * Removes a version of the machine. Where it is the machine's Go, `current` and its place on PATH go, too; the other versions stay, and one of them is
 * made the machine's Go by `operation: switch`. Where something runs from it nothing is changed.
 *
 * @throws SetupError E_LOCKED naming who is in the way, E_PERMISSION
 */
export async function removeVersion(entry: Entry, session: Session): Promise<void> {
  const { root, context } = session;
  const { log, host, inputs, signal } = context;
  const lock = await acquireLock(entry.root, lockName(entry), {
    runner: host.runner,
    timeoutMs: inputs.lockTimeoutMs,
    signal,
    onWait: () => log.info('Waiting for another process, which installs this version'),
  });
  try {
    // Before the link and PATH are touched: everybody would see them go and come again.
    const jobs = await otherJobs(entry, inputs.leaseHours);
    if (jobs.length > 0) throw inUse(entry, jobs, 'Nothing was changed.');
    const leads = await readLink(linksOf(root).current);
    if (isSamePlace(leads, treePath(entry))) await removeCurrent(entry, session);
    else await removeOther(entry, session);
  } finally {
    await lock.release();
  }
  await rmdir(path.dirname(treePath(entry))).catch(() => {}); // goes only when empty
  log.info(`${toGoVersion(entry.version)} is uninstalled: ${treePath(entry)} is removed`);
}

async function removeCurrent(entry: Entry, session: Session): Promise<void> {
  const { root, scope, doors, context } = session;
  const found = await doors.readEnvironment(scope);
  const change = await beginChange<SwitchDetails>(root, {
    method: 'zip',
    operation: 'uninstall',
    architecture: entry.architecture,
    from: entry.version,
    to: undefined,
    runner: context.host.runner,
    details: {
      before: treePath(entry),
      after: null,
      scope,
      path: found.path ?? null,
      goroot: found.goroot ?? null,
      setGoroot: false,
    },
  });
  const started = performance.now();
  try {
    await putCurrentAside(root);
    await clearVariables(change.change.details, session);
    await takeAway(entry, session);
  } catch (error) {
    const state = await goBack(change, session);
    await change.close();
    await recordSwitch(change, codeOf(error), started, session);
    if (!(error instanceof SetupError)) throw error;
    const { remedy, evidence, cause } = error;
    throw new SetupError(error.code, error.message, { remedy, evidence, cause, state });
  }
  await finishRemoval(change, session);
  await recordSwitch(change, 'ok', started, session);
}

/** Removes a version that is not the machine's Go; what a killed run leaves of it, the next one removes. */
async function removeOther(entry: Entry, session: Session): Promise<void> {
  const { version, architecture } = entry;
  const change = await beginChange<RemovalDetails>(session.root, {
    ...{ method: 'zip', operation: 'uninstall', architecture, from: version, to: undefined },
    ...{ runner: session.context.host.runner, details: { tree: treePath(entry) } },
  });
  await takeAway(entry, session).finally(() => change.close());
}

/**
 * Removes a tree that no job uses and nothing runs from; else it stays as it was.
 *
 * @throws SetupError E_LOCKED naming who is in the way, E_PERMISSION; the signal's reason
 */
async function takeAway(entry: Entry, session: Session): Promise<void> {
  const { audit, inputs, log, signal } = session.context;
  const started = performance.now();
  const tree = treePath(entry);
  const stop: StopThere = async (holders, place) => {
    const { stopAndTell } = await import('../stopping.ts');
    return await stopAndTell(holders, place, session.context);
  };
  const options: RefusalOptions = { signal, ...(inputs.stopHolders ? { stop } : {}) };
  const remove = () => removeEntry(entry, { signal, holders: () => otherJobs(entry, inputs.leaseHours) });
  const removal = await remove().catch(async (error) => {
    signal.throwIfAborted();
    const { overcomeRefusal, explainRefusal } = await import('../toolcache/refusal.ts');
    if (options.stop) return await overcomeRefusal(error, remove, entry, options);
    throw await explainRefusal(error, 'remove', tree, entry, options);
  });
  if (removal.outcome === 'held') throw inUse(entry, removal.holders);
  if (removal.left !== undefined)
    log.info(`Not all of ${removal.left} could be removed yet; a later run will`);
  await audit.record({
    action: 'uninstall',
    target: tree,
    from: '',
    outcome: 'ok',
    durationMs: performance.now() - started,
  });
}

/** Jobs of other runners that use a version, in words; a runner has one job at a time, so what this one had is over, or is this job. */
async function otherJobs(entry: Entry, leaseHours: number): Promise<string[]> {
  const { runnerId } = leaseHolder(process.env);
  const leases = await readLeases(entry.root, entry);
  return leases
    .filter((lease) => lease.runnerId !== runnerId && isHeld(lease, leaseHours, Date.now()))
    .map(({ holder }) => holder);
}

function inUse(entry: Entry, holders: readonly string[], state?: string): SetupError {
  return new SetupError(
    'E_LOCKED',
    `${toGoVersion(entry.version)} in ${treePath(entry)} is not uninstalled: ${holders.length} other job(s) use it: ${holders.slice(0, 3).join('; ')}.`,
    {
      remedy:
        'Run the step again when these jobs are done; that of a job which was killed counts for lease-hours.',
      evidence: holders,
      ...(state === undefined ? {} : { state }),
    },
  );
}

/** Whether what an interrupted uninstallation was to remove is all there still: then it stays. So does what a job found before its marker went: it gets that back. */
export async function mayStay({ before }: SwitchDetails, { root, context }: Session): Promise<boolean> {
  const entry = entryAt(root, before);
  if (entry === undefined) return false;
  if ((await inspectEntry(entry)).state === 'whole') return true;
  const holders = await otherJobs(entry, context.inputs.leaseHours);
  if (holders.length === 0 || (await inspectTree(treePath(entry), entry)).state !== 'whole') return false;
  context.log.info(`${treePath(entry)} is in use: ${holders.slice(0, 3).join('; ')}`);
  await retry(() => writeFile(markerPath(entry), ''));
  return true;
}

/** All that is left to do once a version has no marker any more. Also for an uninstallation that an earlier run began. */
export async function finishRemoval(change: OpenChange<SwitchDetails>, session: Session): Promise<void> {
  const { root, context } = session;
  const { signal, host, log } = context;
  const { details } = change.change;
  const entry = entryAt(root, details.before);
  const { current, fresh, old } = linksOf(root);
  if (isSamePlace(await readLink(current), details.before ?? undefined)) await removeLink(current);
  await removeLink(fresh);
  await removeLink(old);
  await clearVariables(details, session);
  if (entry !== undefined) {
    for (const place of [markerPath(entry), sidecarPath(entry)]) await removeTree(place, signal);
    // Windows moves no directory from which something runs: it is gone as a whole, or not touched.
    const aside = temporaryPath(entry);
    if (await isThere(treePath(entry))) await retry(() => rename(treePath(entry), aside), signal);
    await removeTree(aside, signal);
    await tidyBeside(entry, {
      runner: host.runner,
      signal,
      onRepair: (line) => log.info(line),
      onChange: (tree) => recordTree(context.audit, tree),
    });
    await rmdir(path.dirname(treePath(entry))).catch(() => {}); // goes only when empty
  }
  await rememberSuccess(root, change.change, { fromTree: details.before ?? undefined });
  await change.close();
}
