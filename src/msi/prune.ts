import { rulesOf } from '../input-rules.ts';
import { versionBefore } from '../machine/history.ts';
import { leftChange } from '../machine/journal.ts';
import { toSemver } from '../release/names.ts';
import { recordTree } from '../report/audit-trees.ts';
import { formatBytes } from '../report/log.ts';
import type { PruneTally } from '../report/prune-report.ts';
import { byGroupAndVersion, type Candidate, planPrune } from '../toolcache/prune-plan.ts';
import { treeSize } from '../toolcache/tree-size.ts';
import type { Context } from '../toolchain.ts';
import { explainFileError, removeTree } from '../windows/files.ts';
import { type MsiProduct, readProducts } from './products.ts';
import { pruneRecords } from './prune-records.ts';
import type { MsiDetails } from './session.ts';
import { warnThatItStays } from './stays.ts';
import { listStore, removePackage, type StoredPlace } from './store-places.ts';

/** A package of the store, as a prune sees it. */
interface StoredGo extends Candidate {
  readonly place: StoredPlace;
}

/**
 * Removes from the machine's store the MSIs that no rule keeps, what killed runs left there, and old logs and lists of files. Those of a Go that is registered,
 * and of the version that a rollback returns to, stay. With `dry-run` the same plan is made and told, and nothing is changed. The caller has the machine's lock, or changes nothing.
 *
 * @param readRegistered what Windows Installer has registered; for tests
 * @throws SetupError where registry or store can't be read; the signal's reason
 */
export async function prunePackages(
  root: string,
  tally: PruneTally,
  context: Context,
  readRegistered: () => Promise<readonly MsiProduct[]> = readProducts,
): Promise<void> {
  const { inputs, log, signal } = context;
  log.info(`Pruning the MSIs kept in ${root} by ${rulesOf(inputs).join(', ')}`);
  const { places, leftovers } = await listStore(root).catch((error) => {
    throw explainFileError(error, 'read the kept MSIs of', root);
  });
  const registered = await readRegistered();
  const stored: StoredGo[] = [];
  for (const place of places) stored.push(await candidate(place, root, registered));
  const plan = planPrune(stored.sort(byGroupAndVersion), inputs, Date.now());
  const sizes = new Map<StoredGo, number>();
  for (const { candidate, fate, reason } of plan) {
    const bytes = fate === 'remove' ? await treeSize(candidate.place.directory, signal) : 0;
    sizes.set(candidate, bytes);
    const size = fate === 'remove' ? ` (${formatBytes(bytes)})` : '';
    log.info(`${fate.padEnd(6)}  ${candidate.place.directory}${size}: ${reason}`);
  }
  for (const leftover of leftovers) log.info(`remove  ${leftover}: left by a run that was killed`);
  if (plan.length + leftovers.length === 0) log.info('There is no MSI of Go');

  for (const { candidate, fate, reason } of plan) {
    const { version, place } = candidate;
    const bytes = sizes.get(candidate) ?? 0;
    const gone = fate === 'remove' && (inputs.dryRun || (await remove(candidate, bytes, context)));
    tally.add({
      ...{ version, architecture: place.architecture, place: place.directory, kind: 'msi' },
      ...{ official: place.record?.official ?? false, fate, reason, bytes, gone },
    });
  }
  for (const leftover of leftovers) {
    const bytes = await treeSize(leftover, signal);
    if (inputs.dryRun || (await clear(leftover, context))) tally.addLeftover(bytes);
  }
  await pruneRecords(root, registered, tally, context);
}

async function candidate(
  place: StoredPlace,
  root: string,
  registered: readonly MsiProduct[],
): Promise<StoredGo> {
  const { goVersion, architecture, record, ours, usedAt } = place;
  const version = toSemver(goVersion);
  return {
    place,
    group: `msi ${architecture}`,
    version: version ?? goVersion,
    ours: ours && version !== undefined,
    torn: record === undefined,
    usedAt,
    holds: await holdsOf(place, root, registered),
  };
}

/** What a package is needed for, each in words. @throws SetupError E_VERIFY where journal or history can't be understood: then nobody knows */
async function holdsOf(
  { goVersion, architecture }: StoredPlace,
  root: string,
  registered: readonly MsiProduct[],
): Promise<string[]> {
  const isThis = (go: { goVersion: string; architecture?: string } | undefined) =>
    go?.goVersion === goVersion && (go.architecture ?? architecture) === architecture;
  const { method, details } = (await leftChange<MsiDetails>(root))?.change ?? {};
  const open = method === 'msi' ? [details?.old, details?.target, details?.secured] : [];
  const before = await versionBefore(root, 'msi', architecture);
  return [
    ...(registered.some(isThis) ? ['Windows Installer has it registered'] : []),
    ...(before !== undefined && before === toSemver(goVersion) ? ['a rollback returns to it'] : []),
    ...(open.some(isThis) ? ['a change that is open needs it'] : []),
  ];
}

/** @returns whether it is gone; what stays is warned of */
async function remove({ place }: StoredGo, bytes: number, context: Context): Promise<boolean> {
  const { log, audit, signal } = context;
  const { directory, record } = place;
  const started = performance.now();
  try {
    const { left, trouble } = await removePackage(place, signal);
    const durationMs = performance.now() - started;
    const change = { kind: 'pruned', place: directory, provenance: record, error: trouble } as const;
    await recordTree(audit, { ...change, durationMs });
    if (left === undefined) log.info(`Removed ${directory}, ${formatBytes(bytes)} freed`);
    else
      log.warn(
        `${directory} is removed, but not all of its files in ${left} yet; a later prune removes them.`,
      );
    return left === undefined;
  } catch (error) {
    return warnThatItStays(error, directory, context);
  }
}

async function clear(leftover: string, context: Context): Promise<boolean> {
  const { log, audit, signal } = context;
  const started = performance.now();
  try {
    await removeTree(leftover, signal);
  } catch (error) {
    return warnThatItStays(error, leftover, context);
  }
  log.info(`Removed ${leftover}, left by a prune that was interrupted`);
  const durationMs = performance.now() - started;
  await recordTree(audit, { kind: 'removed', place: leftover, durationMs });
  return true;
}
