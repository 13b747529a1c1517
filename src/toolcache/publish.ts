import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rmRF } from '@actions/io';
import { systemCode } from '../errors.ts';
import { explainFileError, retry } from '../windows/files.ts';
import { type Inspection, inspectEntry, type Provenance } from './inspect.ts';
import { type Entry, lockName, markerPath, sidecarPath, temporaryPrefix, treePath } from './layout.ts';
import { acquireLock, type LockOwner, tryLock } from './lock.ts';

type Whole = Extract<Inspection, { state: 'whole' }>;

export interface PublishOptions {
  /** Who asks: runner, run and job. */
  readonly runner: string;
  readonly lockTimeoutMs: number;
  readonly signal: AbortSignal;
  /** Whether a tree that another runner published while we waited will do. */
  accepts(found: Whole): boolean;
  /** Fills the empty staging directory with a verified tree. */
  fill(staging: string): Promise<Provenance>;
  /** Looks at the tree in its final place, before anyone may use it; throws to refuse it. */
  check(tree: string): Promise<void>;
  onWait(owner: LockOwner | undefined, waitedMs: number): void;
  /** One sentence on something found and put right. */
  onRepair(line: string): void;
}

/**
 * Puts a tree into the tool cache, so that other runners see it whole or not at all: under a lock, into a staging directory beside its
 * final place, by one rename; the `.complete` marker comes last. A torn tree in its place is moved away first.
 *
 * @returns `reused` when another runner had published it meanwhile
 * @throws SetupError E_LOCKED, E_PERMISSION, E_DISK, and whatever `fill` and `check` throw
 */
export async function publish(entry: Entry, options: PublishOptions): Promise<'published' | 'reused'> {
  const parent = path.dirname(treePath(entry));
  try {
    const lock = await acquireLock(entry.root, lockName(entry), {
      runner: options.runner,
      timeoutMs: options.lockTimeoutMs,
      signal: options.signal,
      onWait: options.onWait,
    });
    try {
      if (lock.takenFrom)
        options.onRepair(`Took over the lock of ${lock.takenFrom.runner}, which ended without releasing it`);
      const found = await inspectEntry(entry);
      if (found.state === 'whole' && options.accepts(found)) return 'reused';
      await mkdir(parent, { recursive: true });
      await sweepLeftovers(entry, options);
      await install(entry, options);
      return 'published';
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw explainFileError(error, 'install into', parent);
  }
}

async function install(entry: Entry, options: PublishOptions): Promise<void> {
  const tree = treePath(entry);
  const staging = temporaryPath(entry);
  await mkdir(staging);
  try {
    const provenance = await options.fill(staging);
    options.signal.throwIfAborted();
    await withdraw(entry, options);
    await retry(() => rename(staging, tree), options.signal);
    await options.check(tree);
    await writeFile(sidecarPath(entry), `${JSON.stringify(provenance, undefined, 2)}\n`);
    await writeFile(markerPath(entry), '');
  } catch (error) {
    // A cancelled step has seconds to live: the next run removes what is left.
    if (!options.signal.aborted) await discard(entry, staging);
    throw error;
  }
}

/** Takes away what stands in the place of a tree: marker first, so that nobody starts to use it; then the tree, by a rename. */
async function withdraw(entry: Entry, options: PublishOptions): Promise<void> {
  const tree = treePath(entry);
  await retry(() => rm(markerPath(entry), { force: true }), options.signal);
  await retry(() => rm(sidecarPath(entry), { force: true }), options.signal);
  const found = await lstat(tree).catch((error) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return;
  if (found.isSymbolicLink()) {
    await retry(() => unlink(tree), options.signal);
    return;
  }
  const aside = temporaryPath(entry);
  await retry(() => rename(tree, aside), options.signal);
  await retry(() => rmRF(aside), options.signal).catch(() => {
    options.onRepair(`Could not remove the old tree ${aside} yet; a later run will`);
  });
}

/** Removes what a failed installation left: its staging directory, or its tree when the final check refused it. */
async function discard(entry: Entry, staging: string): Promise<void> {
  const published = await lstat(staging).then(
    () => false,
    () => true,
  );
  const tree = treePath(entry);
  const unmarked = await lstat(markerPath(entry)).then(
    () => false,
    () => true,
  );
  if (published && unmarked) await rename(tree, staging).catch(() => {});
  await rmRF(staging).catch(() => {});
  await rmdir(path.dirname(tree)).catch(() => {});
}

/**
 * Removes the temporary directories of installations that were killed, of every version in this tool folder. Those of a living one are
 * told by their lock. Never fails an installation.
 */
async function sweepLeftovers(own: Entry, options: PublishOptions): Promise<void> {
  const folder = path.join(own.root, own.tool);
  for (const version of await names(folder)) {
    for (const name of await names(path.join(folder, version))) {
      const architecture = (['x64', 'x86', 'arm64'] as const).find((known) =>
        name.startsWith(temporaryPrefix({ architecture: known })),
      );
      if (architecture === undefined) continue;
      options.signal.throwIfAborted();
      const entry: Entry = { ...own, version, architecture };
      const mine = version === own.version && architecture === own.architecture;
      const lock = mine
        ? undefined
        : await tryLock(own.root, lockName(entry), options.runner).catch(() => undefined);
      if (!mine && lock === undefined) continue;
      const leftover = path.join(folder, version, name);
      await rmRF(leftover).then(
        () => options.onRepair(`Removed ${leftover}, left by an installation that was interrupted`),
        () => options.onRepair(`Could not remove ${leftover}, left by an installation that was interrupted`),
      );
      await lock?.release();
    }
    if (version !== own.version) await rmdir(path.join(folder, version)).catch(() => {}); // goes only when empty
  }
}

async function names(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}

/** A name beside the tree, so that a rename between the two stays on one volume; short, since paths below it may be long. */
function temporaryPath(entry: Entry): string {
  return path.join(path.dirname(treePath(entry)), `${temporaryPrefix(entry)}${randomUUID().slice(0, 8)}`);
}
