import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenChange } from '../machine/journal.ts';
import { formatDuration } from '../report/log.ts';
import { type AttemptPlan, attemptOnce } from './attempt-once.ts';
import { namingOthers } from './busy.ts';
import type { Verdict } from './classify.ts';
import type { MsiTask } from './command-line.ts';
import { prepareAttempt } from './next-attempt.ts';
import { logDirectory, type MsiDetails, type MsiSession } from './session.ts';

/** Looks at the machine before another attempt. @returns false when there is no point in one any more */
export type StillNeeded = () => Promise<boolean>;

/**
 * Runs msiexec for a task, again where the failure earns it, after what that failure needs, and each time with a log of its own. Every attempt is
 * in the journal. While another installation is in progress (1618) it waits, up to the input `msi-timeout`.
 *
 * @param stillNeeded called before each further attempt: the machine may look different by then
 * @returns how the last attempt went
 * @throws SetupError E_MSI_SERVICE when msiexec cannot be started; the signal's reason, and then msiexec goes on
 */
export async function attemptTask(
  task: MsiTask,
  change: OpenChange<MsiDetails>,
  session: MsiSession,
  stillNeeded: StillNeeded,
): Promise<Verdict> {
  const { inputs, log, signal } = session.context;
  let plan: AttemptPlan = { task, logDirectory: logDirectory(session.root) };
  const started = performance.now();
  const used = new Map<Verdict['class'], number>();
  for (;;) {
    const { verdict } = await attemptOnce(plan, change, session);
    if (verdict.class === 'ok' || verdict.class === 'ok-reboot') return verdict;
    const before = used.get(verdict.class) ?? 0;
    const waited = performance.now() - started;
    const wait = nextWait(verdict, before, inputs.msiTimeoutMs - waited);
    if (wait === undefined) return verdict.class === 'busy' ? await namingOthers(verdict, waited) : verdict;
    used.set(verdict.class, before + 1);
    log.info(`${verdict.message} Trying again in ${formatDuration(wait)}`);
    await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
    if (!(await stillNeeded())) return verdict;
    const next = await prepareAttempt(verdict.retry?.prepare, plan, change, session);
    if (next === undefined) return verdict;
    plan = next;
  }
}

/** Milliseconds before the next attempt, or undefined for none. Waiting for others is bounded by time, everything else by number. */
function nextWait({ class: kind, retry }: Verdict, used: number, leftMs: number): number | undefined {
  if (retry === undefined) return undefined;
  const wait = retry.waitMs[Math.min(used, retry.waitMs.length - 1)] ?? 0;
  if (kind === 'busy') return leftMs > 0 ? Math.min(wait, leftMs) : undefined;
  return used < retry.times ? wait : undefined;
}
