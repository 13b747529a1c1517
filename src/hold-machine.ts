import { openMachineRoot } from './machine/root.ts';
import { formatDuration } from './report/log.ts';
import { MACHINE_LOCK, removeDrafts } from './tidy-machine.ts';
import { acquireLock } from './toolcache/lock.ts';
import type { Context } from './toolchain.ts';
import type { Account } from './windows/elevation.ts';

/**
 * Makes or checks the machine's root, and does the work while no other runner changes the Go of this machine.
 *
 * @param timeoutMs how long to wait for another runner
 * @throws SetupError E_ACL, E_PERMISSION, E_LOCKED, or what the work throws
 */
export async function holdMachine<T>(
  root: string,
  account: Account,
  timeoutMs: number,
  { audit, host, log, timeline, signal }: Context,
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
  const lock = await timeline.measure('wait', () =>
    acquireLock(root, MACHINE_LOCK, {
      runner: host.runner,
      timeoutMs,
      signal,
      onWait: (owner, waited) =>
        log.info(
          `Waiting for ${owner ? `${owner.runner} (process ${owner.pid})` : 'another process'}, which changes the Go of this machine; ${formatDuration(waited)} so far`,
        ),
    }),
  );
  try {
    await removeDrafts(root);
    return await work();
  } finally {
    await lock.release();
  }
}
