import { SetupError } from '../errors.ts';
import type { OpenChange } from '../machine/journal.ts';
import type { PendingRename } from '../windows/reboot.ts';
import type { Verdict } from './classify.ts';
import type { MsiDetails, TargetGo } from './session.ts';

/** Every run of msiexec has a log of its own, those of the recovery too. */
export function logsOf({ change }: OpenChange<MsiDetails>): string[] {
  return change.details.attempts.map(
    ({ task, log, exitCode }) => `${task}: exit code ${exitCode ?? 'unknown'}, log ${log}`,
  );
}

/** The failure of a change: why, and which Go works now. */
export function changeFailure(
  verdict: Verdict,
  found: string,
  now: string,
  logs: readonly string[],
  what: string,
): SetupError {
  const evidence = [...verdict.evidence, `found: ${found}`, ...logs];
  if (verdict.code === undefined || verdict.class === 'ok-reboot')
    return new SetupError('E_VERIFY', `msiexec says that Go is ${what}, and it is not: ${found}.`, {
      state: now,
      remedy: 'See what removes or blocks files there (a scanner, a clean-up job), and run the step again.',
      evidence,
    });
  return new SetupError(verdict.code, verdict.message, { state: now, remedy: verdict.remedy, evidence });
}

/** The new Go works, but only until Windows starts the next time. */
export function rebootRequired(
  { goVersion }: Pick<TargetGo, 'goVersion'>,
  pending: readonly PendingRename[],
  logs: readonly string[],
): SetupError {
  return new SetupError(
    'E_REBOOT',
    `${goVersion} is installed and works, but files of it were held: Windows will change ${pending.length} of them at its next start.`,
    {
      remedy:
        'Restart Windows, then run the step again; or set on-reboot-required: warn to go on at your own risk.',
      evidence: [
        ...pending.map(({ from, to }) => (to === undefined ? `remove ${from}` : `${from} → ${to}`)),
        ...logs,
      ],
    },
  );
}
