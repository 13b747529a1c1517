import { median } from './median.ts';
import { capital, runnersCount, stageName } from './report/words.ts';
import { percent } from './shares.ts';
import type { FleetPlan, LegResult, UpgradeStage, Verdict } from './types.ts';

/** Of a verdict that an earlier attempt left in a file. */
const LONGEST_REASON = 500;

/** A verdict, and what its failure shows as evidence: one line a runner that is not well. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly evidence: readonly string[];
}

/**
 * Whether the roll-out goes on after a stage. Pure.
 *
 * @param results of that stage; those of others are passed over, a runner without one is lost
 * @param attempt of the gate
 */
export function judgeStage(
  plan: FleetPlan,
  stage: UpgradeStage,
  results: readonly LegResult[],
  attempt = plan.attempt,
): Judgement {
  const due = plan.stages.find((one) => one.stage === stage)?.runners ?? [];
  const found = new Map(results.filter((one) => one.stage === stage).map((one) => [one.id, one]));
  const evidence: string[] = [];
  const ratios: number[] = [];
  let failed = 0;
  let lost = 0;
  for (const { id, name } of due) {
    const result = found.get(id);
    if (result === undefined) {
      lost += 1;
      evidence.push(`${name}: no result`);
      continue;
    }
    const { after } = result;
    if (result.outcome === 'ok' && after !== null && after !== plan.wanted) {
      lost += 1;
      evidence.push(
        `${name}: its result is about Go ${after} and not ${plan.wanted}, so it is of something else`,
      );
      continue;
    }
    if (result.health?.ratio !== null && result.health?.ratio !== undefined) ratios.push(result.health.ratio);
    if (result.outcome === 'ok') continue;
    failed += 1;
    evidence.push(`${name}: ${result.code}: ${result.message}${wayBack(result)}`);
  }
  const ratio = median(ratios);
  const { goOn, reason } = decide({ plan, stage, due: due.length, failed, lost, ratio });
  return {
    verdict: { schema: 1, stage, attempt, goOn, reason, due: due.length, failed, lost, ratio },
    evidence,
  };
}

function wayBack({ rolledBack, before, after }: LegResult): string {
  // It was refused before anybody looked at the machine's Go, or there was none and there is none.
  if (before === null && after === null) return '';
  const now = after === null ? 'without a Go' : `with Go ${after}`;
  return rolledBack ? ` (went back by itself, now ${now})` : ` (now ${now})`;
}

interface Counts {
  readonly plan: FleetPlan;
  readonly stage: UpgradeStage;
  readonly due: number;
  readonly failed: number;
  readonly lost: number;
  readonly ratio: number | null;
}

function decide({ plan, stage, due, failed, lost, ratio }: Counts): Pick<Verdict, 'goOn' | 'reason'> {
  const { maxFailures, tolerance } = plan.limits;
  const name = capital(stageName(stage));
  if (due === 0) return { goOn: true, reason: `${name} has no runner.` };
  const runners = runnersCount(due);
  const counts = `${counted(failed, lost)} of ${runners}`;
  const share = (failed + lost) / due;
  if (stage === 'canary' && failed + lost > 0)
    return { goOn: false, reason: `${name} stops the roll-out: ${counts}, and none may.` };
  // 0.07 * 100 is a little above 7, and 0.056 * 125 a little below it.
  if (failed + lost > Number((maxFailures * due).toFixed(6)))
    return {
      goOn: false,
      reason: `${name} stops the roll-out: ${counts}, ${percent(share)} where ${percent(maxFailures)} may.`,
    };
  if (ratio !== null && ratio > 1 + tolerance)
    return {
      goOn: false,
      reason: `${name} stops the roll-out: its benchmark takes ${times(ratio)} times as long as before, where ${times(1 + tolerance)} is allowed.`,
    };
  const time = ratio === null ? '' : `; its benchmark takes ${times(ratio)} times as long as before`;
  if (failed + lost === 0) return { goOn: true, reason: `${name} is well: all of ${runners}${time}.` };
  return {
    goOn: true,
    reason: `${name} is well enough: ${counts}, ${percent(share)} where ${percent(maxFailures)} may${time}.`,
  };
}

/**
 * What a gate decides where an earlier attempt at the run has stopped the roll-out: that has taken back what it had changed, and its results, which are there still, tell nothing of
 * what the runners have now.
 */
export function stopAgain({ verdict, evidence }: Judgement, earlier: Verdict): Judgement {
  const reason = `Attempt ${earlier.attempt} at this run stopped after ${stageName(earlier.stage)} and took back what it had changed, and a re-run does not go on from there.`;
  const then = `attempt ${earlier.attempt}: ${earlier.reason.slice(0, LONGEST_REASON)}`;
  return { verdict: { ...verdict, goOn: false, reason }, evidence: [then, ...evidence] };
}

/** `3 failed and 1 left no result`. */
function counted(failed: number, lost: number): string {
  const parts = [failed > 0 ? `${failed} failed` : '', lost > 0 ? `${lost} left no result` : ''];
  return parts.filter(Boolean).join(' and ');
}

function times(ratio: number): string {
  return String(Number(ratio.toFixed(2)));
}
