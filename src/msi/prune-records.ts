import { lstat, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { lastSuccess } from '../machine/history.ts';
import { leftChange } from '../machine/journal.ts';
import { architectures } from '../release/names.ts';
import { recordTree } from '../report/audit-trees.ts';
import { formatBytes } from '../report/log.ts';
import type { PruneTally } from '../report/prune-report.ts';
import { DAY_MS, daysAgo } from '../toolcache/prune-plan.ts';
import { treeSize } from '../toolcache/tree-size.ts';
import type { Context } from '../toolchain.ts';
import { explainFileError, removeTree } from '../windows/files.ts';
import type { MsiProduct } from './products.ts';
import { isOwnLogDirectory, listRecords, type MsiRecord } from './records.ts';
import type { MsiDetails } from './session.ts';
import { manifestName } from './state.ts';
import { warnThatItStays } from './stays.ts';

/** How long records are kept where `keep-days` does not say. */
export const RECORD_DAYS = 30;
/** A scanner or a collector has a log open for moments; a killed run's msiexec for longer. */
const PATIENCE_MS = 1000;

/** What is needed of the records, and for what, in words. */
export interface RecordNeeds {
  /** By the first 8 digits of a change's id. */
  readonly changes: ReadonlyMap<string, string>;
  /** By the name of a product's list. */
  readonly products: ReadonlyMap<string, string>;
  /** A change by MSI is open: nobody knows whose a temporary directory is. */
  readonly open: boolean;
}

/** What becomes of a record. */
export interface PlannedRecord {
  readonly record: MsiRecord;
  readonly removed: boolean;
  /** Why, without a dot at its end. */
  readonly reason: string;
}

/**
 * Decides what goes of the records. Pure: what is needed for nothing, and was written more than so many days ago. The logs of the last change that
 * msiexec was run for stay, however old they are, and however it ended.
 *
 * @param now milliseconds since 1970
 */
export function planRecords(
  records: readonly MsiRecord[],
  needs: RecordNeeds,
  days: number,
  now: number,
): PlannedRecord[] {
  const logs = records.filter(({ kind }) => kind === 'log');
  const newest = logs.reduce<MsiRecord | undefined>(
    (last, one) => (last === undefined || one.writtenAt > last.writtenAt ? one : last),
    undefined,
  );
  const neededFor = ({ kind, of }: MsiRecord) => {
    if (kind === 'list') return needs.products.get(of);
    if (kind === 'temp') return needs.open ? OPEN : undefined;
    return needs.changes.get(of) ?? (of === newest?.of ? 'of the last change' : undefined);
  };
  return records.map((record) => {
    const needed = neededFor(record);
    if (needed !== undefined) return { record, removed: false, reason: needed };
    const reason = `written ${daysAgo(record.writtenAt, now)}`;
    return { record, removed: now - record.writtenAt > days * DAY_MS, reason };
  });
}

const OPEN = 'a change that is open needs it';

/**
 * Removes from the machine's root the logs of msiexec, the lists of files and the temporary directories that nothing needs any more, after `keep-days` or
 * 30 days. With `dry-run` the same plan is made and told, and nothing is changed. The caller has the machine's lock, or changes nothing.
 *
 * @param registered what Windows Installer has registered
 * @throws SetupError where the records can't be listed, or journal or history can't be understood; the signal's reason
 */
export async function pruneRecords(
  root: string,
  registered: readonly MsiProduct[],
  tally: PruneTally,
  context: Context,
): Promise<void> {
  const { inputs, log, signal } = context;
  const records = await listRecords(root).catch((error) => {
    throw explainFileError(error, 'list the logs of', root);
  });
  if (records.length === 0) return;
  const days = inputs.keepDays ?? RECORD_DAYS;
  const by = inputs.keepDays === undefined ? ', as long as keep-days does not say' : '';
  log.info(`Pruning logs of msiexec and lists of files in ${root} that are older than ${days} day(s)${by}`);
  const plan = planRecords(records, await needsOf(root, registered), days, Date.now());
  const sizes = new Map<PlannedRecord, number>();
  for (const one of plan) {
    const { place } = one.record;
    const bytes = one.removed ? await sizeOf(one.record, signal) : 0;
    sizes.set(one, bytes);
    log.info(
      one.removed
        ? `remove  ${place} (${formatBytes(bytes)}): ${one.reason}`
        : `keep    ${place}: ${one.reason}`,
    );
  }
  for (const one of plan.filter(({ removed }) => removed)) {
    const bytes = sizes.get(one) ?? 0;
    if (inputs.dryRun || (await remove(one.record, context))) tally.addRecord(bytes);
  }
  signal.throwIfAborted();
}

async function needsOf(root: string, registered: readonly MsiProduct[]): Promise<RecordNeeds> {
  const changes = new Map<string, string>();
  const products = new Map<string, string>();
  for (const architecture of architectures) {
    const last = await lastSuccess(root, 'msi', architecture);
    if (last) changes.set(nameOf(last.id), 'of the last change that succeeded');
    if (last?.fromProduct) products.set(manifestName(last.fromProduct), 'a rollback returns to it');
  }
  const { id, method, details } = (await leftChange<MsiDetails>(root))?.change ?? {};
  const open = method === 'msi';
  if (open && id !== undefined) changes.set(nameOf(id), OPEN);
  if (open && details?.old) products.set(manifestName(details.old.productCode), OPEN);
  for (const { productCode } of registered)
    products.set(manifestName(productCode), 'Windows Installer has it registered');
  return { changes, products, open };
}

/** What logs have of the id of their change. */
function nameOf(id: string): string {
  return id.slice(0, 8);
}

async function sizeOf({ kind, place }: MsiRecord, signal: AbortSignal): Promise<number> {
  if (kind === 'temp') return await treeSize(place, signal);
  return await lstat(place).then(
    ({ size }) => size,
    () => 0,
  );
}

/** @returns whether it is gone; what stays is warned of */
async function remove({ place }: MsiRecord, context: Context): Promise<boolean> {
  const { audit, signal } = context;
  signal.throwIfAborted();
  const started = performance.now();
  try {
    await removeTree(place, signal, PATIENCE_MS);
  } catch (error) {
    return warnThatItStays(error, place, context);
  }
  const directory = path.dirname(place);
  if (isOwnLogDirectory(directory)) await rmdir(directory).catch(() => {}); // goes only when empty
  await recordTree(audit, { kind: 'pruned', place, durationMs: performance.now() - started });
  return true;
}
