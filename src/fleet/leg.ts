import type { Inventory } from '../inventory/document.ts';
import { leftChange } from '../machine/journal.ts';
import { machineRootAt } from '../machine/root.ts';
import { builtinRelease } from '../release/builtin.ts';
import { holdSettled } from '../settle-left.ts';
import { inspectEntry } from '../toolcache/inspect.ts';
import { treeSize } from '../toolcache/tree-size.ts';
import { architectureOf, type Context, type Toolchain } from '../toolchain.ts';
import { readAccount } from '../windows/elevation.ts';
import { isChecked, machineDoors, withHealthCheck } from './health.ts';
import type { LegRecord } from './leg-record.ts';
import { machineGo, machineGoOf } from './machine-go.ts';

/** What a dry run says that is to check its Go, too. */
export const NO_CHECK = 'No health check in a dry run: there is no new Go to look at.';

/** What an operation on the machine's Go came to. */
export interface LegOutcome {
  /** The last one is the machine's Go; none after an uninstallation. */
  readonly toolchains: readonly Toolchain[];
  /** Windows has something left to do with its files at the next start. */
  readonly rebootRequired?: boolean;
}

/**
 * An operation on the machine's Go as a leg of a fleet's upgrade: which Go the machine had, and what was not downloaded since it was there, are noted for the
 * file of its result; and where it is asked for, whether the Go that it leads to is well.
 *
 * @param record filled on the way
 * @throws what the operation throws; SetupError E_HEALTH
 */
export async function runLeg<T extends LegOutcome>(
  context: Context,
  record: LegRecord,
  operate: (context: Context) => Promise<T>,
): Promise<T> {
  record.look = () => machineGo(context);
  const { healthCheck, dryRun } = context.inputs;
  if (healthCheck && dryRun) context.log.info(NO_CHECK);
  if (dryRun) record.dryRun = true;
  const checked = isChecked(context.inputs);
  // Who may have to go back has to know where to: not to what a run has left that was killed, or that is at work still.
  if (checked) await settleFirst(context);
  record.before = checked ? await machineGo(context) : await lookAtFirst(context);
  try {
    const outcome = checked
      ? await withHealthCheck(context, record, operate, machineDoors(context))
      : await operate(context);
    const last = outcome.toolchains.at(-1);
    if (last && context.timeline.bytes.downloaded === 0) record.reusedBytes = await fileSize(last, context);
    return outcome;
  } finally {
    // What a step did to the machine's Go and what that is are two things.
    if (!context.signal.aborted) record.after = { go: await machineGo(context).catch(() => undefined) };
  }
}

/** Finishes or undoes a change that is open, as the operation would. Where the account may not, the operation says so. @throws SetupError as holdSettled */
async function settleFirst(context: Context): Promise<void> {
  const { machineRoot, installMethod } = context.inputs;
  const root = machineRootAt(machineRoot);
  if ((await leftChange(root)) === undefined) return;
  const account = await readAccount();
  if (account.elevated === false && (installMethod === 'msi' || context.policy?.policy.requireElevation))
    return;
  await holdSettled(root, account, context, async () => {});
}

/** A scan's: the machine's Go by the inventory, and all of that. */
export function recordScan(inventory: Inventory, context: Context, record: LegRecord): void {
  const go = machineGoOf(inventory, context);
  record.inventory = inventory;
  record.before = go;
  record.after = { go };
}

/** What cannot be looked at is found out by the operation itself, which says what to do about it. */
async function lookAtFirst(context: Context): ReturnType<typeof machineGo> {
  return await machineGo(context).catch((error) => {
    context.log.info(
      `The machine's Go could not be looked at first: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  });
}

/** Of the ZIP or MSI that a Go came in, by its sidecar or the built-in index; where neither knows it, what its files come to. */
async function fileSize({ entry, version, goroot, source }: Toolchain, context: Context): Promise<number> {
  const found = entry && (await inspectEntry(entry).catch(() => undefined));
  if (found?.state === 'whole' && found.provenance) return found.provenance.size;
  const kind = source === 'msi' ? 'msi' : 'zip';
  const known = builtinRelease(version, architectureOf(context), kind)?.size;
  return known || (await treeSize(goroot, context.signal));
}
