import { SetupError, systemCode } from './errors.ts';
import { openMachineRoot } from './machine/root.ts';
import { formatDuration } from './report/log.ts';
import { MACHINE_LOCK, removeDrafts } from './tidy-machine.ts';
import { acquireLock } from './toolcache/lock.ts';
import type { Context } from './toolchain.ts';
import type { Account } from './windows/elevation.ts';

/**
 * Makes or checks the machine's root, and does the work while no other runner changes the Go of this machine. Another one is waited for as long as
 * `lock-timeout` says, and by MSI as long as `msi-timeout` does where that is longer.
 *
 * @throws SetupError E_ACL, E_PERMISSION, E_LOCKED, or what the work throws
 */
export async function holdMachine<T>(
  root: string,
  account: Account,
  { inputs, audit, host, log, timeline, signal }: Context,
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  if (await openMachineRoot(root, account.sid, (line) => log.info(line), { elevated: account.elevated }))
    await audit.record({
      action: 'make-machine-root',
      target: root,
      from: '',
      outcome: 'ok',
      durationMs: performance.now() - started,
    });
  const { installMethod, lockTimeoutMs, msiTimeoutMs } = inputs;
  const timeoutMs = installMethod === 'msi' ? Math.max(lockTimeoutMs, msiTimeoutMs) : lockTimeoutMs;
  const wait = () =>
    acquireLock(root, MACHINE_LOCK, {
      runner: host.runner,
      timeoutMs,
      signal,
      onWait: (owner, waited) =>
        log.info(
          `Waiting for ${owner ? `${owner.runner} (process ${owner.pid})` : 'another process'}, which changes the Go of this machine; ${formatDuration(waited)} so far`,
        ),
    });
  const lock = await timeline.measure('wait', wait).catch((error) => {
    throw refused(error, root, account);
  });
  try {
    await removeDrafts(root);
    return await work();
  } finally {
    await lock.release();
  }
}

/** An administrator's root is closed to everybody else: that is no defect. */
function refused(error: unknown, root: string, { name, sid, reason }: Account): unknown {
  const code = systemCode(error);
  if (error instanceof SetupError || !/^(?:EPERM|EACCES|EROFS|EEXIST|ENOTDIR|ENOENT)$/.test(code ?? ''))
    return error;
  return new SetupError(
    'E_PERMISSION',
    `${name ?? sid ?? 'This account'} may not change the Go of this machine: ${root} cannot be written to (${code}; ${reason}). Nothing was changed.`,
    {
      remedy:
        'Run the runner under an administrator’s account, name another place with machine-root, or leave scope: machine out.',
      evidence: [error instanceof Error ? error.message : String(error)],
      cause: error,
    },
  );
}
