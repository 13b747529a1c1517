import type { Runner } from '../runner.ts';
import { type Change, diffSnapshots, type Snapshot, takeSnapshot } from './snapshot.ts';

/** Sees all that happens to a private Windows while something runs in it. */
export interface ScopeWatch {
  /**
   * Runs the work between two snapshots. What it starts in there is ended before the second, as whatever else runs in that Windows is
   * before the first; so it has to wait for what it is about.
   */
  during<T>(work: () => Promise<T>): Promise<Observed<T>>;
}

export interface Observed<T> {
  readonly result: T;
  /** Everything that is not as it was, sorted by its place. */
  readonly changes: readonly Change[];
}

/**
 * Begins to watch. What Windows itself writes when it starts for the first time in its copy has happened by then.
 *
 * @param runner one in a private Windows
 */
export async function watchScope(runner: Pick<Runner, 'lab'>): Promise<ScopeWatch> {
  await runner.lab.run(runner.lab.node, ['-e', '0']);
  let last: Snapshot = await takeSnapshot(runner);
  return {
    during: async (work) => {
      const before = await takeSnapshot(runner, last);
      const result = await work();
      last = await takeSnapshot(runner, before);
      return { result, changes: diffSnapshots(before, last) };
    },
  };
}
