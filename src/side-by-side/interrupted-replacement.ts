import { rename, writeFile } from 'node:fs/promises';
import { leftChange, type OpenChange } from '../machine/journal.ts';
import { toGoVersion } from '../release/names.ts';
import { codeOf } from '../report/audit.ts';
import { inspectEntry, inspectTree } from '../toolcache/inspect.ts';
import { type Entry, lockName, markerPath, sidecarPath } from '../toolcache/layout.ts';
import { acquireLock } from '../toolcache/lock.ts';
import type { Context } from '../toolchain.ts';
import { isThere, removeTree, retry } from '../windows/files.ts';
import { tidyVersion } from './interrupted-removal.ts';
import type { ReplaceDetails } from './replacement.ts';
import { type Doors, entryAt, windowsDoors } from './session.ts';

type Left = OpenChange<ReplaceDetails>;

/**
 * Finishes or undoes the replacement of a version's tree that a repair or an installation was killed at. What is there decides: a version with its marker
 * stays as it is; where the new tree works it gets its marker; else what stood there before comes back.
 *
 * @throws SetupError E_LOCKED, E_PERMISSION naming who is in the way of a rename; the change is open still
 */
export async function settleReplacement(root: string, context: Context, doors?: Doors): Promise<void> {
  const left = await leftChange<ReplaceDetails>(root);
  if (left === undefined) return;
  const { operation, runner, startedAt, details } = left.change;
  const { log, audit, host, inputs, signal } = context;
  const entry = entryAt(root, details.tree);
  if (entry === undefined) {
    log.info(`${interrupted(left)}\nIt is undone: ${details.tree} is none of the versions here`);
    return await left.close();
  }
  log.info(interrupted(left));
  const started = performance.now();
  const record = async (outcome: string, said = '') =>
    await audit.record({
      action: 'replace',
      target: details.tree,
      from: `${operation} interrupted, begun ${startedAt} by ${runner}${said === '' ? '' : `: ${said}`}`,
      outcome,
      durationMs: performance.now() - started,
    });
  const lock = await acquireLock(entry.root, lockName(entry), {
    runner: host.runner,
    timeoutMs: inputs.lockTimeoutMs,
    signal,
  });
  try {
    const works = (doors ?? windowsDoors(context)).works;
    const said =
      (await standing(left, entry)) ??
      (await finished(left, entry, context, works)) ??
      (await takenBack(left, entry));
    log.info(said);
    await left.close();
    await record('ok', said);
  } catch (error) {
    signal.throwIfAborted();
    const { explainRefusal } = await import('../toolcache/refusal.ts');
    const failure = await explainRefusal(error, 'put right', details.tree, entry, { signal });
    await record(codeOf(failure));
    throw failure;
  } finally {
    await lock.release();
  }
  await tidyVersion(entry, context);
}

function interrupted({ change }: Left): string {
  const { operation, from, details, runner, startedAt } = change;
  return `An earlier run was interrupted: ${operation} of ${from} in ${details.tree}, by ${runner}, begun ${startedAt}`;
}

/** @returns what there is, where it has its marker and is whole */
async function standing({ change }: Left, entry: Entry): Promise<string | undefined> {
  const { tree, fresh, refused } = change.details;
  if ((await inspectEntry(entry)).state !== 'whole') return undefined;
  const name = toGoVersion(entry.version);
  return refused || (await isThere(fresh))
    ? `It is undone: ${tree} is the ${name} that was there before`
    : `It is finished: the new ${name} is in ${tree}`;
}

/** @returns what there is now; undefined where there is no new tree that works */
async function finished(
  { change }: Left,
  entry: Entry,
  { log, signal }: Context,
  works: Doors['works'],
): Promise<string | undefined> {
  const { tree, fresh, aside, provenance, refused } = change.details;
  if (refused) return undefined;
  try {
    if (await isThere(fresh)) {
      const found = await inspectTree(fresh, entry);
      if (found.state !== 'whole') throw new Error(`${fresh} is not whole`);
      await removeTree(markerPath(entry), signal);
      // Beside what was put aside there is only what something else has put into the place since.
      if (await isThere(aside)) await removeTree(tree, signal);
      else if (await isThere(tree)) await retry(() => rename(tree, aside), signal);
      await retry(() => rename(fresh, tree), signal);
    }
    log.info(await works(tree, entry));
    await retry(() => writeFile(sidecarPath(entry), `${JSON.stringify(provenance, undefined, 2)}\n`), signal);
    await retry(() => writeFile(markerPath(entry), ''), signal);
    return `It is finished: the new ${toGoVersion(entry.version)} is in ${tree}`;
  } catch (error) {
    signal.throwIfAborted();
    log.info(
      `The new tree does not work, or cannot take its place: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
}

/** Puts back what stood there, with its marker where it had one. @returns what there is now */
async function takenBack(left: Left, entry: Entry): Promise<string> {
  const before = left.change.details;
  const { tree, fresh, aside, stood, marker, sidecar } = before;
  const [isAside, isFresh] = await Promise.all([isThere(aside), isThere(fresh)]);
  // Where the new one is not beside its place any more, it is in it; but for one that was refused, and is gone.
  const untouched = stood && !isAside && (isFresh || before.refused);
  await left.update({ ...before, refused: true, stood: isAside || untouched });
  if (!untouched && (await isThere(tree))) {
    if (isFresh) await removeTree(tree);
    else await retry(() => rename(tree, fresh));
  }
  if (isAside) await retry(() => rename(aside, tree));
  for (const [file, content] of [
    [sidecarPath(entry), sidecar],
    [markerPath(entry), marker],
  ] as const) {
    if ((isAside || untouched) && content !== null) await retry(() => writeFile(file, content));
    else await removeTree(file);
  }
  const found = await inspectEntry(entry);
  const name = toGoVersion(entry.version);
  if (found.state === 'whole') return `It is undone: ${tree} is the ${name} that was there before`;
  const how = found.state === 'torn' ? `is not whole, as before: ${found.reason}` : 'is not there, as before';
  return `It is undone: the ${name} in ${tree} ${how}. Operation: repair writes it anew`;
}
