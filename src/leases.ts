import { lstat } from 'node:fs/promises';
import * as core from '@actions/core';
import { systemCode } from './errors.ts';
import type { Log } from './report/log.ts';
import { type Entry, markerPath, treePath } from './toolcache/layout.ts';
import { dropLeases, leaseHolder, takeLease } from './toolcache/leases.ts';

/** What a step does to keep the versions that its job uses from being pruned. */
export interface StepLeases {
  /**
   * Says that this job uses a Go of the tool cache, then looks whether it still is there. That no lease can be written is said in the log and keeps
   * nobody from using it.
   *
   * @returns false where a prune took the Go away meanwhile; with the lease that is written now, none takes what comes to its place
   */
  hold(entry: Entry): Promise<boolean>;
}

/** For a dry run, which uses nothing. */
export const NO_LEASES: StepLeases = { hold: async () => true };

const STATE = 'leases';

/** Begins a step's leases; the step after the job gives them back. */
export function openLeases(hours: number, env: NodeJS.ProcessEnv, log: Log): StepLeases {
  const taken = new Set<string>();
  return {
    async hold(entry) {
      try {
        taken.add(await takeLease(entry, leaseHolder(env), hours));
        core.saveState(STATE, [...taken]);
      } catch (error) {
        const code = systemCode(error) ?? String(error);
        log.info(
          `No lease on ${treePath(entry)} (${code}): a prune by another job does not know that this one uses it`,
        );
      }
      return await lstat(markerPath(entry)).then(
        () => true,
        (error) => systemCode(error) !== 'ENOENT',
      );
    },
  };
}

/** Gives back what the main step holds; for the step after the job. Never rejects. */
export async function returnLeases(): Promise<void> {
  const text = core.getState(STATE);
  if (text === '') return;
  await dropLeases(JSON.parse(text) as string[]);
}
