import * as core from '@actions/core';

/** What the post step needs to know of a cache that may have to be saved. */
export interface PendingSave {
  readonly key: string;
  readonly modules: string;
  readonly builds: string;
}

const NAME = 'module-cache';

/** Leaves word for the post step, through the runner. */
export function leavePendingSave(pending: PendingSave): void {
  core.saveState(NAME, pending);
}

/** What the main step left; undefined where there is nothing to save. */
export function readPendingSave(): PendingSave | undefined {
  const text = core.getState(NAME);
  return text === '' ? undefined : (JSON.parse(text) as PendingSave);
}
