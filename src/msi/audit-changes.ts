import type { Change, OpenChange } from '../machine/journal.ts';
import { type AuditedChange, codeOf } from '../report/audit.ts';
import type { MsiDetails, MsiSession } from './session.ts';

/**
 * Does the work of a change, and records how it ended: `ok`, or the code of the failure. Where the work fails before msiexec was run for it, nothing
 * was changed, and nothing is recorded.
 *
 * @throws what the work throws
 */
export async function auditedChange<T>(
  open: OpenChange<MsiDetails>,
  session: MsiSession,
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  try {
    const result = await work();
    await recordChange(open.change, 'ok', started, session);
    return result;
  } catch (error) {
    if (open.change.details.attempts.length > 0)
      await recordChange(open.change, codeOf(error), started, session);
    throw error;
  }
}

/**
 * Records a change by msiexec.
 *
 * @param outcome `ok`, or the code of the failure
 * @param started by `performance.now()`
 */
export async function recordChange(
  { operation, details }: Change<MsiDetails>,
  outcome: string,
  started: number,
  { context }: MsiSession,
  note = '',
): Promise<void> {
  const { old, target } = details;
  const source = target ? [`${target.package.source} sha256:${target.package.sha256}`] : [];
  const before = target && old ? [`before: ${old.goVersion}`] : [];
  await context.audit.record({
    action: ACTIONS[operation],
    target: place(target ?? old),
    from: [...source, ...before, ...(note === '' ? [] : [note])].join('; '),
    outcome,
    durationMs: performance.now() - started,
  });
}

/**
 * Records that a change that failed, or that an earlier run left open, was undone.
 *
 * @param outcome `ok`, or the code of a failure
 * @param started by `performance.now()`
 */
export async function recordRecovery(
  change: Change<MsiDetails>,
  outcome: string,
  started: number,
  { context }: MsiSession,
): Promise<void> {
  const { operation, startedAt, runner, details } = change;
  const { old, target, secured } = details;
  const undone = `${operation} of ${(target ?? old)?.goVersion ?? 'Go'}, begun ${startedAt} by ${runner}`;
  const source = secured ? [`${secured.source} sha256:${secured.sha256}`] : [];
  await context.audit.record({
    action: 'msi-recover',
    target: place(old ?? target),
    from: [`undone: ${undone}`, ...source].join('; '),
    outcome,
    durationMs: performance.now() - started,
  });
}

const ACTIONS: Record<Change<unknown>['operation'], AuditedChange['action']> = {
  install: 'msi-install',
  switch: 'msi-install',
  repair: 'msi-repair',
  rollback: 'msi-rollback',
  uninstall: 'msi-uninstall',
  prune: 'prune',
};

function place(go: { readonly goVersion: string; readonly installDir: string } | undefined): string {
  return go === undefined ? 'Go' : `${go.goVersion} in ${go.installDir}`;
}
