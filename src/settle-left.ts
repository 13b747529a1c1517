import { holdMachine } from './hold-machine.ts';
import { leftChange } from './machine/journal.ts';
import { type Sources, withSources } from './sources.ts';
import type { Context } from './toolchain.ts';
import type { Account } from './windows/elevation.ts';

/** What a dry run says where an earlier run left a change open. */
export const CHANGE_IS_OPEN =
  'A change that an earlier run began is open: it would be finished or undone first';

/**
 * Finishes or undoes the change of this machine that an earlier run left open, in the way that began it, whatever this step is about. Under the
 * machine's lock. What it found and did is in the log.
 *
 * @throws SetupError where that cannot be done; the change stays open then, for the next run
 */
export async function settleLeft(root: string, sources: Sources, context: Context): Promise<void> {
  const left = await leftChange(root);
  if (left === undefined) return;
  const { method, architecture } = left.change;
  if (method === 'zip') {
    const { settleVersions } = await import('./side-by-side/settle.ts');
    return await settleVersions(root, context);
  }
  const { settleInterrupted } = await import('./msi/interrupted.ts');
  await settleInterrupted({ root, architecture, sources, context });
}

/** Does the work under the machine's lock, after what an earlier run left open is finished or undone. @throws SetupError as holdMachine and settleLeft, or what the work throws */
export async function holdSettled<T>(
  root: string,
  account: Account,
  context: Context,
  work: () => Promise<T>,
): Promise<T> {
  return await holdMachine(root, account, context, async () => {
    await withSources(context, (sources) => settleLeft(root, sources, context));
    return await work();
  });
}
