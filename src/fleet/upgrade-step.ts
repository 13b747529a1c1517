import { attemptOf } from './attempt.ts';
import type { FleetContext } from './context.ts';
import { beginningOf, readResults, readRoster, tellPassedOver, writePlan } from './files.ts';
import { planUpgrade } from './plan.ts';
import { setPlanOutputs } from './plan-outputs.ts';
import { summarizePlan, tellPlan } from './plan-text.ts';
import { percent } from './shares.ts';
import { upgradeSlots } from './slots.ts';

/**
 * The plan of the upgrade, from what the scan found.
 *
 * @throws SetupError E_INPUT where the roster is missing
 */
export async function planStages(context: FleetContext): Promise<void> {
  const { inputs, fleet, log, env } = context;
  const roster = await readRoster(fleet.fleetDir);
  if (inputs.goVersions.some((version) => version !== roster.wanted))
    log.notice(`go-version is not read here: the scan has settled that the fleet gets ${roster.wanted}.`);
  const scans = await readResults(fleet.fleetDir, beginningOf(roster), (stage) => stage === 'scan');
  tellPassedOver(scans.passedOver, log);
  const plan = planUpgrade({
    plannedAt: new Date().toISOString(),
    attempt: attemptOf(env),
    wanted: roster.wanted,
    runners: roster.runners,
    leftOut: roster.skipped,
    scans: scans.results,
    parts: roster.parts,
    rules: { canary: fleet.canary, waves: fleet.waves },
    limits: { maxFailures: largestShare(context), tolerance: inputs.tolerance },
  });
  await writePlan(fleet.fleetDir, plan);
  for (const line of tellPlan(plan)) log.info(line);
  if (inputs.summary !== 'never') summarizePlan(plan);
  setPlanOutputs(upgradeSlots(plan), plan.wanted);
}

/** The share of a wave that may fail, which a policy can only make smaller. */
function largestShare({ fleet, policy, log }: FleetContext): number {
  const rule = policy?.policy.maxFailures;
  if (rule === undefined || rule.value >= fleet.maxFailures) return fleet.maxFailures;
  log.info(
    `max-failures is ${percent(fleet.maxFailures)}, and the rule ${rule.path} of the policy makes it ${percent(rule.value)}`,
  );
  return rule.value;
}
