import { returnLeases } from './leases.ts';
import { readPendingSave } from './modcache/state.ts';
import { stepLog } from './report/log.ts';

/** The step after the job, which the runner starts where all went well: gives leases back, and saves what is new. Never fails. */
export async function post(signal: AbortSignal): Promise<void> {
  await returnLeases();
  const pending = readPendingSave();
  if (pending === undefined) return;
  const { saveCaches } = await import('./modcache/save.ts');
  await saveCaches(pending, stepLog, signal);
}
