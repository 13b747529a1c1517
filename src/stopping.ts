import type { Context } from './toolchain.ts';
import { describeHolder, type Holder } from './windows/holder.ts';
import { type PowerShell, runPowerShell } from './windows/powershell.ts';
import { stopHolders } from './windows/stop-holders.ts';

/**
 * Ends the processes that run from a directory that is being replaced, as the input stop-holders allows: each is said in the log, and recorded.
 * Never throws.
 *
 * @param holders who is in the way; those that run from elsewhere are left alone
 * @returns how many are gone now
 */
export async function stopAndTell(
  holders: readonly Holder[],
  directory: string,
  { log, audit, signal }: Pick<Context, 'log' | 'audit' | 'signal'>,
  powershell: PowerShell = runPowerShell,
): Promise<number> {
  if (signal.aborted) return 0;
  const started = performance.now();
  const all = await stopHolders(holders, directory, powershell);
  for (const { holder, outcome, reason } of all) {
    const name = describeHolder(holder);
    if (outcome === 'ended') log.info(`stop-holders: ended what runs from ${directory}: ${name}`);
    else log.info(`stop-holders: ${name} ${reason ? `stays: ${reason}` : 'ended by itself'}`);
    if (outcome === 'gone') continue;
    await audit.record({
      action: 'stop-process',
      target: `${holder.path}: ${name}`,
      from: '',
      outcome: outcome === 'ended' ? 'ok' : 'E_LOCKED',
      durationMs: Math.round(performance.now() - started),
    });
  }
  if (all.length === 0) log.info(`stop-holders: no process that runs from ${directory} was found`);
  return all.filter(({ outcome }) => outcome !== 'stays').length;
}
