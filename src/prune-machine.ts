import { leftChange } from './machine/journal.ts';
import { machineRootAt, openMachineRoot } from './machine/root.ts';
import type { PruneTally } from './report/prune-report.ts';
import { CHANGE_IS_OPEN, holdSettled } from './settle-left.ts';
import type { Context } from './toolchain.ts';
import { readAccount } from './windows/elevation.ts';
import { isThere } from './windows/files.ts';

/**
 * Prunes what is kept below the machine's root, one runner at a time, after what an interrupted run left is finished or undone: versions side by side, or
 * with `install-method: msi` the MSIs that were kept.
 *
 * @param tally gets what is decided and done, as it is done
 * @throws SetupError E_ACL, E_PERMISSION, E_LOCKED as any operation on the machine's root; as pruneTrees and prunePackages
 */
export async function pruneMachine(tally: PruneTally, context: Context): Promise<void> {
  const { inputs, log } = context;
  const root = machineRootAt(inputs.machineRoot);
  if (!(await isThere(root))) {
    log.info(`There is no ${root}: nothing of this machine is kept there`);
    return;
  }
  const account = await readAccount();
  if (inputs.dryRun) {
    await openMachineRoot(root, account.sid, (line) => log.info(line), { elevated: account.elevated });
    if ((await leftChange(root)) !== undefined) log.info(CHANGE_IS_OPEN);
    return await pruneKept(root, tally, context);
  }
  await holdSettled(root, account, context, () => pruneKept(root, tally, context));
}

async function pruneKept(root: string, tally: PruneTally, context: Context): Promise<void> {
  if (context.inputs.installMethod === 'msi') {
    const { prunePackages } = await import('./msi/prune.ts');
    return await prunePackages(root, tally, context);
  }
  const { machinePlace } = await import('./side-by-side/prune.ts');
  const { pruneTrees } = await import('./prune-trees.ts');
  await pruneTrees(machinePlace(root, context.host.runner), tally, context);
}
