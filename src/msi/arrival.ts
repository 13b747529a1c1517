import { rm } from 'node:fs/promises';
import { rememberSuccess } from '../machine/history.ts';
import type { OpenChange } from '../machine/journal.ts';
import { dropPending } from '../windows/reboot.ts';
import { attemptTask } from './attempt.ts';
import { logsOf, rebootRequired } from './change-failures.ts';
import { type MsiDetails, type MsiSession, productBefore, type TargetGo } from './session.ts';
import { type Arrival, keepFiles, verifyArrival } from './verify.ts';

/**
 * Takes a Go that arrived for what it is: one that works ends the change. Files of it that Windows would still change at its next start are
 * put right before that, where it can be done.
 *
 * @returns what stands there now; the change is closed where it works
 * @throws SetupError E_REBOOT where Windows has something left to do, under `on-reboot-required: fail`; the change is closed then, too
 */
export async function acceptArrival(
  target: TargetGo,
  found: Arrival,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<Arrival> {
  const arrival = found.pending.length > 0 ? await mend(target, found, change, session) : found;
  if (arrival.state !== 'works') return arrival;
  const { pending } = arrival;
  if (pending.length === 0) await keepFiles(arrival.go, session);
  await rememberSuccess(session.root, change.change, productBefore(change));
  await change.close();
  // It works until Windows starts the next time; the old one is gone, and putting it back would run into the same files.
  if (pending.length > 0 && session.context.inputs.onRebootRequired === 'fail')
    throw rebootRequired(target, pending, logsOf(change));
  return arrival;
}

/**
 * Files that were held during the installation are replaced only at the next start of Windows, and until then the tree is mixed. Once nobody
 * holds them any more a repair writes them now, and then Windows has nothing left to do: it would put back what is older.
 */
async function mend(
  target: TargetGo,
  arrival: Arrival,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
): Promise<Arrival> {
  const { log } = session.context;
  const { details } = change.change;
  for (const { from, to } of arrival.pending)
    log.info(
      `Windows would ${to === undefined ? `remove ${from}` : `put ${from} in the place of ${to}`} at its next start`,
    );
  log.info('Files were held while they were replaced: repairing');
  const task = { kind: 'repair', msi: target.package.path, installDir: target.installDir } as const;
  const mended = async () => (await verifyArrival(target, details, session)).state !== 'works';
  const verdict = await attemptTask(task, change, session, mended);
  const after = await verifyArrival(target, details, session);
  const made = after.pending.length > arrival.pending.length || verdict.class === 'ok-reboot';
  if (after.state !== 'works' || made) return after;
  await dropPending(arrival.pending);
  for (const { from, to } of arrival.pending)
    if (to !== undefined) await rm(from, { force: true }).catch(() => {}); // its place is taken
  log.info('The repair has put them in their place; nothing is left for the next start of Windows');
  return await verifyArrival(target, details, session);
}
