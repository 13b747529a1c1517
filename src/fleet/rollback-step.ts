import type { FleetContext } from './context.ts';
import { beginningOf, judgedStages, readPlan, readResults, tellPassedOver } from './files.ts';
import { setPlanOutputs } from './plan-outputs.ts';
import { planRollback } from './rollback-plan.ts';
import { rollbackSlots, UPGRADE_STAGES } from './slots.ts';
import type { UpgradeStage } from './types.ts';

/**
 * The plan of the way back, after a gate has said stop: all runners that this run has touched, not those of the last wave alone.
 *
 * @throws SetupError E_INPUT where the plan is missing
 */
export async function planWayBack(context: FleetContext): Promise<void> {
  const { fleet, log } = context;
  const plan = await readPlan(fleet.fleetDir);
  const isUpgrade = (stage: string): stage is UpgradeStage => UPGRADE_STAGES.some((one) => one === stage);
  const { results, passedOver, begun } = await readResults(
    fleet.fleetDir,
    beginningOf(plan),
    (stage) => isUpgrade(stage) || stage === 'rollback',
  );
  tellPassedOver(passedOver, log);
  const ran = new Set([
    ...(await judgedStages(fleet.fleetDir, plan.attempt)),
    ...[...begun].filter(isUpgrade),
  ]);
  const entries = planRollback(plan, results, ran);
  for (const { name, operation, 'go-version': version } of entries)
    log.info(
      operation === 'switch'
        ? `${name} goes back to Go ${version}`
        : `${name} had no Go before: Go ${version} is uninstalled there`,
    );
  log.info(
    entries.length === 0
      ? 'No runner has to go back: all are as they were before'
      : `${entries.length} of the ${plan.stages.reduce((sum, { runners }) => sum + runners.length, 0)} runners of the plan go back`,
  );
  setPlanOutputs(rollbackSlots(entries), plan.wanted);
}
