import { mkdir, rename, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupError } from '../errors.ts';
import { explainFileError, isThere, removeTree, retry } from '../windows/files.ts';
import { type Inspection, inspectEntry, type Provenance } from './inspect.ts';
import { type Entry, lockName, markerPath, sidecarPath, temporaryPath, treePath } from './layout.ts';
import { sweepLeftovers } from './leftovers.ts';
import { acquireLock, type Lock, type LockOwner } from './lock.ts';
import type { StopThere } from './refusal.ts';
import type { RecordReplacement, ReplacementRecord } from './replacement.ts';
import type { TreeChange } from './tree-change.ts';
import { explainVanished, requireStillThere, type Sighting, sightTree } from './vanished.ts';
import { type Withdrawn, withdraw } from './withdraw.ts';

type Whole = Extract<Inspection, { state: 'whole' }>;

export interface PublishOptions {
  /** Who asks: runner, run and job. */
  readonly runner: string;
  readonly lockTimeoutMs: number;
  readonly signal: AbortSignal;
  /** Whether a tree that another runner published while we waited will do. */
  accepts(found: Whole): boolean | Promise<boolean>;
  /** Fills the empty staging directory with a verified tree. */
  fill(staging: string): Promise<Provenance>;
  /** Looks at the tree in its final place, before anyone may use it; throws to refuse it. */
  check(tree: string): Promise<void>;
  onWait(owner: LockOwner | undefined, waitedMs: number): void;
  /** Runs the wait for the lock, for a caller that times it. */
  whileWaiting?(wait: () => Promise<Lock>): Promise<Lock>;
  /** One sentence on something found and put right. */
  onRepair(line: string): void;
  /** Ends programs that run from the tree that is in the way of the new one; left out: none is ended. */
  readonly stop?: StopThere | undefined;
  /** Told of each change of the tool cache that was made, or begun and taken back, before the next thing is done. */
  onChange?(change: TreeChange): Promise<void>;
  /** Begins a record of the replacement, before anything in the place of the tree is touched; left out: what a killed run leaves tells by itself. */
  readonly record?: RecordReplacement | undefined;
}

/**
 * Puts a tree into the tool cache, so that other runners see it whole or not at all: under a lock, into a staging directory beside its
 * final place, by one rename; the `.complete` marker comes last. What stood in its place is moved away first, put back when the new tree is
 * refused, and removed when that one is in use.
 *
 * @returns `reused` when another runner, or another action, which knows nothing of our lock, had published it meanwhile
 * @throws SetupError E_LOCKED, E_PERMISSION, E_DISK, and whatever `fill` and `check` throw
 */
export async function publish(entry: Entry, options: PublishOptions): Promise<'published' | 'reused'> {
  const parent = path.dirname(treePath(entry));
  try {
    const wait = () =>
      acquireLock(entry.root, lockName(entry), {
        runner: options.runner,
        timeoutMs: options.lockTimeoutMs,
        signal: options.signal,
        onWait: options.onWait,
      });
    const lock = await (options.whileWaiting?.(wait) ?? wait());
    try {
      if (lock.takenFrom)
        options.onRepair(`Took over the lock of ${lock.takenFrom.runner}, which ended without releasing it`);
      if (await allowing(entry, options, () => usable(entry, options))) return 'reused';
      await sweepLeftovers(entry, options);
      return await install(entry, options);
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (options.signal.aborted) throw explainFileError(error, 'install into', parent);
    if (error instanceof SetupError) {
      const { explainRefusedWrite } = await import('./refused-write.ts');
      throw await explainRefusedWrite(error, parent);
    }
    const { explainRefusal } = await import('./refusal.ts');
    throw await explainRefusal(error, 'install into', parent, entry, options);
  }
}

/** Does what may be refused because somebody uses the tree: then who it is is found out, and ended where that may be. */
async function allowing<T>(entry: Entry, options: PublishOptions, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    options.signal.throwIfAborted();
    const { overcomeRefusal } = await import('./refusal.ts');
    return await overcomeRefusal(error, change, entry, options);
  }
}

async function usable(entry: Entry, options: PublishOptions): Promise<boolean> {
  const found = await inspectEntry(entry);
  return found.state === 'whole' && (await options.accepts(found));
}

async function install(entry: Entry, options: PublishOptions): Promise<'published' | 'reused'> {
  const { signal } = options;
  const staging = temporaryPath(entry);
  await mkdir(staging, { recursive: true });
  const made = new Date();
  const started = performance.now();
  const aside = temporaryPath(entry);
  let provenance: Provenance | undefined;
  let record: ReplacementRecord | undefined;
  let replaced: Withdrawn | undefined;
  let withdrawn: Withdrawn | undefined;
  const tell = async (error?: unknown) =>
    await options.onChange?.({
      kind: withdrawn?.stood ? 'replaced' : 'placed',
      place: treePath(entry),
      provenance,
      error,
      durationMs: performance.now() - started,
    });
  try {
    provenance = await fill(staging, made, options);
    // Before the rename, and before anything is moved away for it: what is gone by now must not cost what stands there.
    const filled = await sightTree(staging, made);
    record = await options.record?.({ entry, fresh: staging, aside, provenance });
    replaced = await allowing(entry, options, () =>
      takePlace(entry, filled, aside, options, (one) => {
        withdrawn = one;
      }),
    );
    if (replaced === undefined) {
      await record?.end();
      await discard(staging);
      return 'reused';
    }
    await vouch(entry, provenance, { ...filled, goroot: treePath(entry) }, options);
  } catch (error) {
    await record?.refuse();
    if (replaced) await giveUpPlace(entry, staging, replaced, signal);
    await record?.end();
    // A cancelled step has seconds to live: the next run removes what is left.
    if (!signal.aborted) await discard(staging);
    if (replaced || withdrawn?.stood) await tell(error);
    throw error;
  }
  await record?.end();
  await tell();
  await replaced.remove(signal).catch(() => {
    options.onRepair(`Could not remove the old tree of ${treePath(entry)} yet; a later run will`);
  });
  return 'published';
}

async function fill(staging: string, made: Date, { fill, signal }: PublishOptions): Promise<Provenance> {
  try {
    const provenance = await fill(staging);
    signal.throwIfAborted();
    return provenance;
  } catch (error) {
    signal.throwIfAborted();
    throw await explainVanished(error, { goroot: staging, marked: false, seenAt: made, files: [] });
  }
}

/** Looks at the tree in its place, and tells everybody that it is whole. */
async function vouch(
  entry: Entry,
  provenance: Provenance,
  placed: Sighting,
  { check, signal }: PublishOptions,
): Promise<void> {
  try {
    await check(placed.goroot);
    signal.throwIfAborted();
    // A go.exe that runs has its answer, whatever is removed around it meanwhile.
    await requireStillThere([placed], signal, 0);
    const sidecar = `${JSON.stringify(provenance, undefined, 2)}\n`;
    await retry(() => writeFile(sidecarPath(entry), sidecar), signal);
    await retry(() => writeFile(markerPath(entry), ''), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw await explainVanished(error, placed);
  }
}

/** Something came into the place of the tree after it had been freed. */
class Occupied extends Error {}
const ATTEMPTS = 3;
/** A scanner looks into the files of a new tree for seconds, and Windows renames no directory meanwhile. */
const GIVE_UP_MS = 15_000;

/**
 * Moves a tree from staging to its place, and what stands there aside.
 * @returns what stood there; undefined when it is a tree that will do, which stays
 */
async function takePlace(
  entry: Entry,
  filled: Sighting,
  aside: string,
  options: PublishOptions,
  onWithdrawn: (what: Withdrawn) => void,
): Promise<Withdrawn | undefined> {
  const tree = treePath(entry);
  for (let attempt = 1; ; attempt++) {
    if (await usable(entry, options)) return undefined;
    // Where what was put aside before could not go back to it, that place is taken.
    const place = (await isThere(aside)) ? temporaryPath(entry) : aside;
    const replaced = await withdraw(entry, place, options.signal);
    onWithdrawn(replaced);
    try {
      await retry(async () => {
        if (await isThere(tree)) throw new Occupied();
        await rename(filled.goroot, tree);
      }, options.signal);
      return replaced;
    } catch (error) {
      // Where the place is taken the old tree cannot go back to it; the next run removes it.
      await replaced.restore().catch(() => {});
      if (!(error instanceof Occupied)) throw await explainVanished(error, filled);
      if (attempt === ATTEMPTS) throw contested(tree);
    }
  }
}

/** Takes a tree that was refused, or whose step was cancelled, out of its place again, and puts back what stood there. */
async function giveUpPlace(
  entry: Entry,
  staging: string,
  replaced: Withdrawn,
  signal: AbortSignal,
): Promise<void> {
  const tree = treePath(entry);
  await removeTree(markerPath(entry)).catch(() => {});
  await removeTree(sidecarPath(entry)).catch(() => {});
  await retry(() => rename(tree, staging), undefined, signal.aborted ? 0 : GIVE_UP_MS).catch(() =>
    signal.aborted ? undefined : removeTree(tree).catch(() => {}),
  );
  await replaced.restore().catch(() => {});
}

async function discard(staging: string): Promise<void> {
  await removeTree(staging).catch(() => {});
  await rmdir(path.dirname(staging)).catch(() => {}); // goes only when empty
}

function contested(tree: string): SetupError {
  return new SetupError('E_LOCKED', `Something else keeps writing to ${tree} while it is being installed.`, {
    remedy:
      'See which other action or job installs this version at the same time (actions/setup-go takes no lock), and run the step again.',
    evidence: [`tree ${tree}`],
  });
}
