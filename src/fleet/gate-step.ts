import * as core from '@actions/core';
import { SetupError } from '../errors.ts';
import { invalid } from '../input-values.ts';
import { attemptOf } from './attempt.ts';
import type { FleetContext } from './context.ts';
import { beginningOf, readPlan, readResults, stopBefore, tellPassedOver, writeVerdict } from './files.ts';
import { judgeStage, stopAgain } from './gate.ts';
import { UPGRADE_STAGES } from './slots.ts';

/**
 * The operation `gate`: whether the roll-out goes on after a stage. The verdict is written and the output `go-on` set before the step fails.
 *
 * @throws SetupError E_GATE where it stops; E_INPUT where there is no plan
 */
export async function gate({ inputs, fleet, log, env }: FleetContext): Promise<void> {
  const stage = UPGRADE_STAGES.find((one) => one === inputs.stage);
  if (stage === undefined)
    throw invalid(
      'stage',
      inputs.stage,
      'operation: gate has no such stage',
      `Use one of: ${UPGRADE_STAGES.join(', ')}.`,
    );
  const plan = await readPlan(fleet.fleetDir);
  const { results, passedOver } = await readResults(
    fleet.fleetDir,
    beginningOf(plan),
    (one) => one === stage,
  );
  tellPassedOver(passedOver, log);
  const attempt = attemptOf(env);
  const judged = judgeStage(plan, stage, results, attempt);
  const earlier = await stopBefore(fleet.fleetDir, beginningOf(plan), attempt);
  const { verdict, evidence } = earlier === undefined ? judged : stopAgain(judged, earlier);
  await writeVerdict(fleet.fleetDir, verdict);
  core.setOutput('go-on', verdict.goOn);
  if (verdict.goOn) {
    for (const line of evidence) log.info(line);
    if (evidence.length > 0) log.warn(verdict.reason);
    else log.info(verdict.reason);
    core.setOutput('error-code', '');
    return;
  }
  throw new SetupError('E_GATE', verdict.reason, {
    remedy:
      earlier === undefined
        ? 'Look into the jobs of these runners; the run takes back what it has changed. Run the workflow again when the cause is gone: it begins with a new scan.'
        : 'Start a new run of the workflow when the cause is gone: it begins with a new scan.',
    evidence: [...evidence],
  });
}
