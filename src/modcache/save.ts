import { formatDuration, type Log } from '../report/log.ts';
import { namesIn, UNFINISHED } from './directories.ts';
import { isSameKey } from './key.ts';
import { LOOK_UP_MS, reason } from './restore.ts';
import { askCacheService } from './service.ts';
import type { PendingSave } from './state.ts';

/** How long packing and sending may take. */
const SAVE_MS = 600_000;

/**
 * Saves modules and builds under a new key. The service is asked once more before: another job of the run has often saved the same meanwhile, and packing is
 * what takes long. What goes wrong is told in the log; it throws for nothing.
 */
export async function saveCaches(pending: PendingSave, log: Log, signal: AbortSignal): Promise<void> {
  const { key, modules, builds } = pending;
  const request = { paths: [modules, builds], key, restoreKeys: [] };
  try {
    const names = [...(await namesIn(modules)), ...(await namesIn(builds))];
    if (names.length === 0) {
      log.info(`Module cache: nothing to save, ${modules} and ${builds} are empty`);
      return;
    }
    if (names.includes(UNFINISHED)) {
      log.info(`Module cache: not saved, an unfinished restore lies in ${modules}`);
      return;
    }
    const found = await askCacheService(
      { ...request, kind: 'look-up' },
      { limitMs: LOOK_UP_MS, signal, debug: log.debug },
    );
    if (isSameKey(key, found)) {
      log.info(`Module cache: another job has saved ${key} meanwhile`);
      return;
    }
    const started = Date.now();
    await askCacheService({ ...request, kind: 'save' }, { limitMs: SAVE_MS, signal, debug: log.debug });
    log.info(`Module cache saved in ${formatDuration(Date.now() - started)}: ${key}`);
  } catch (error) {
    log.info(`The module cache is not saved: ${reason(error)}`);
  }
}
