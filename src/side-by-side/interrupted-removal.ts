import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { leftChange, type OpenChange } from '../machine/journal.ts';
import { toGoVersion } from '../release/names.ts';
import { recordTree } from '../report/audit-trees.ts';
import { type Entry, lockName, treePath } from '../toolcache/layout.ts';
import { tidyBeside } from '../toolcache/leftovers.ts';
import { tryLock } from '../toolcache/lock.ts';
import { removeEntry } from '../toolcache/remove-entry.ts';
import { holdersOf, surveyAgain } from '../toolcache/survey.ts';
import type { Context } from '../toolchain.ts';
import { heldByMachine, type RemovalDetails } from './prune.ts';
import { entryAt } from './session.ts';

/**
 * Finishes the removal of a version that a prune or an uninstallation was killed at, or leaves the version where it is whole. The change is closed in any case: what can't be
 * removed now is used by nobody, and the next prune or uninstallation comes to it again.
 *
 * @throws an error of the journal; the signal's reason
 */
export async function settleRemoval(root: string, context: Context): Promise<void> {
  const left = await leftChange<RemovalDetails>(root);
  if (left === undefined) return;
  const { operation, from, runner, startedAt, details } = left.change;
  const { log, audit } = context;
  log.info(`An earlier run was interrupted: ${operation} of ${from}, by ${runner}, begun ${startedAt}`);
  const started = performance.now();
  const entry = entryAt(root, details.tree);
  const { said, changed } =
    entry === undefined
      ? { said: `It is undone: ${details.tree} is none of the versions here`, changed: false }
      : await settleEntry(entry, left, root, context);
  log.info(said);
  await left.close();
  if (changed)
    await audit.record({
      action: operation === 'uninstall' ? operation : 'prune',
      target: details.tree,
      from: `interrupted, begun ${startedAt} by ${runner}: ${said}`,
      outcome: 'ok',
      durationMs: performance.now() - started,
    });
}

interface Settled {
  readonly said: string;
  readonly changed: boolean;
}

async function settleEntry(
  entry: Entry,
  { change }: OpenChange<RemovalDetails>,
  root: string,
  context: Context,
): Promise<Settled> {
  const { inputs, signal } = context;
  const named = change.operation === 'uninstall';
  const name = `${toGoVersion(change.from ?? entry.version)} in ${treePath(entry)}`;
  try {
    const found = await surveyAgain(entry, inputs.leaseHours);
    if (found && !found.torn) return { said: `It is undone: ${name} stays, with its marker`, changed: false };
    // A prune takes what is ours alone; what was named to be removed goes, whoever put it there.
    const goes = named || found?.ours;
    let stays = found && !goes ? 'something else has put files there since' : undefined;
    if (found && goes) stays = await remove(entry, named ? undefined : root, context);
    await tidyVersion(entry, context);
    if (stays === undefined) return { said: `It is finished: ${name} is gone`, changed: true };
    return { said: unfinished(`${name} has no marker, so nobody uses it, and ${stays}`), changed: false };
  } catch (error) {
    signal.throwIfAborted();
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { said: unfinished(`${name} could not be removed (${code})`), changed: false };
  }
}

function unfinished(why: string): string {
  return `It is not finished: ${why}; a later prune or an installation sees to it`;
}

/** Removes what is left beside a version, and its directory where nothing is in it any more. Never fails. */
export async function tidyVersion(entry: Entry, { host, log, audit, signal }: Context): Promise<void> {
  await tidyBeside(entry, {
    runner: host.runner,
    signal,
    onRepair: (line) => log.info(line),
    onChange: (leftover) => recordTree(audit, leftover),
  });
  await rmdir(path.dirname(treePath(entry))).catch(() => {}); // goes only when empty
}

/**
 * @param root whose machine may need the version; undefined: that does not matter
 * @returns why it stays, in words; undefined where it is gone
 */
async function remove(
  entry: Entry,
  root: string | undefined,
  { host, inputs, signal }: Context,
): Promise<string | undefined> {
  const lock = await tryLock(entry.root, lockName(entry), host.runner);
  if (lock === undefined) return 'another process is installing or removing it';
  try {
    const holders = async () => [
      ...(root === undefined ? [] : await heldByMachine(root, entry)),
      ...(await holdersOf(entry, inputs.leaseHours)),
    ];
    const removal = await removeEntry(entry, { signal, holders });
    if (removal.outcome === 'held') return removal.holders.join('; ');
    return removal.left === undefined ? undefined : `some of its files are left in ${removal.left}`;
  } finally {
    await lock.release();
  }
}
