import { type RollbackEntry, slotEntry } from './slots.ts';
import type { FleetPlan, LegResult, UpgradeStage } from './types.ts';

/**
 * Who goes back after a gate said stop, and how: each runner of a stage that ran which is not, or may not be, as the scan found it. Pure.
 *
 * Each leg names the version that there was, so that doing it twice does no more than doing it once; `operation: rollback` would return at the second time.
 *
 * @param results of the stages, and of ways back in an earlier attempt at the run
 * @param ran the stages that were begun
 */
export function planRollback(
  plan: FleetPlan,
  results: readonly LegResult[],
  ran: ReadonlySet<UpgradeStage>,
): readonly RollbackEntry[] {
  const found = new Map(results.map((one) => [`${one.stage} ${one.id}`, one]));
  return plan.stages.flatMap(({ stage, runners }) => {
    const touched = runners.filter(({ id, from }) => {
      const result = found.get(`${stage} ${id}`);
      if (isBack(result, found.get(`rollback ${id}`))) return false;
      // One that left nothing may have been changed before it was lost.
      if (result === undefined) return ran.has(stage) && from !== plan.wanted;
      // The job came to another runner: this one was never touched, and its next job would come there, too.
      return result.code !== 'E_WRONG_RUNNER' && result.after !== from;
    });
    return touched.map((runner): RollbackEntry => {
      const { from } = runner;
      const back =
        from === null
          ? ({ operation: 'uninstall', 'go-version': plan.wanted } as const)
          : ({ operation: 'switch', 'go-version': from } as const);
      return { ...slotEntry(runner), ...back };
    });
  });
}

/** An earlier attempt at the run has taken it back, and its leg was not run again since. */
function isBack(leg: LegResult | undefined, back: LegResult | undefined): boolean {
  return leg !== undefined && back?.outcome === 'ok' && back.attempt >= leg.attempt;
}
