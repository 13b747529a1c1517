import { judgeStage } from '../../src/fleet/gate.ts';
import type { Part } from '../../src/fleet/parts.ts';
import { planUpgrade } from '../../src/fleet/plan.ts';
import type { FleetRecords } from '../../src/fleet/report/runners.ts';
import { planRollback } from '../../src/fleet/rollback-plan.ts';
import type { FleetPlan, FleetRoster, LegResult, UpgradeStage, Verdict } from '../../src/fleet/types.ts';
import type { Dice } from './dice.ts';
import { isoTime, type PlayedLeg, playRollback, playScan, playUpgrade } from './leg.ts';
import { CHANCES, NEW, QUEUE_TIMEOUT, type SimulatedRunner, TIMES, type WavePlan } from './model.ts';

/** One run of the workflow, and what happened that none of its files tells. */
export interface PlayedRun {
  /** What its files say. */
  readonly records: FleetRecords;
  readonly endedAt: number;
  /** `cancelled`: a job was never taken, and the watchdog ended the run. */
  readonly end: 'through' | 'stopped' | 'cancelled';
  /** Which runners got the release, and when. */
  readonly touched: ReadonlyMap<SimulatedRunner, number>;
  /** When the gate stopped it, and when the last runner was taken back; null where none did. */
  readonly stoppedAt: number | null;
  readonly backAt: number | null;
}

/**
 * Plays a run of the workflow from its first job to its last. What decides (the planner, the gates, the plan of the way back) is the action's own code, and
 * is given nothing but the files that legs leave.
 */
export function playRun(
  fleet: ReadonlyMap<string, SimulatedRunner>,
  { runners, part, parts }: Part,
  plan: WavePlan,
  startedAt: number,
  dice: Dice,
): PlayedRun {
  const touched = new Map<SimulatedRunner, number>();
  const results: LegResult[] = [];
  const verdicts: Verdict[] = [];
  const control = (from: number) => from + dice.between(TIMES.dispatch) + dice.between(TIMES.control);
  /** Legs side by side. @returns when the last of them was through; undefined where one never is */
  function play(legs: readonly (readonly [SimulatedRunner, PlayedLeg])[]): number | undefined {
    for (const [runner, { result, touchedAt }] of legs) {
      if (result !== null) results.push(result);
      if (touchedAt !== null) touched.set(runner, touchedAt);
    }
    const last = legs.reduce((latest, [, { endedAt }]) => Math.max(latest, endedAt), 0);
    return Number.isFinite(last) ? last : undefined;
  }
  const real = (id: string) => fleet.get(id) as SimulatedRunner;

  const skipped: FleetPlan['skipped'][number][] = [];
  const scanned = runners.filter((runner) => {
    const why = dice.happens(CHANCES.offline) ? 'offline' : dice.happens(CHANCES.busy) ? 'busy' : undefined;
    if (why !== undefined) skipped.push({ runner, why, detail: '' });
    return why === undefined;
  });
  const scanAt = control(startedAt);
  const roster: FleetRoster = {
    ...{ schema: 1, takenAt: isoTime(scanAt), attempt: 1, wanted: NEW, fleet: fleet.size, part, parts },
    ...{ runners: scanned, skipped },
  };
  let now = play(scanned.map(({ id }) => [real(id), playScan(real(id), scanAt, dice)]));
  const ended = (
    end: PlayedRun['end'],
    endedAt: number,
    planned: FleetPlan | null,
    rest: Partial<PlayedRun> = {},
  ): PlayedRun => ({
    records: { roster, plan: planned, results, verdicts },
    ...{ end, endedAt, touched, stoppedAt: null, backAt: null, ...rest },
  });
  if (now === undefined) return ended('cancelled', scanAt + QUEUE_TIMEOUT, null);
  now = control(Math.max(now, scanAt));
  const { rules, limits } = plan;
  const planned = planUpgrade({
    ...{ plannedAt: isoTime(now), wanted: NEW, runners: scanned, leftOut: skipped, scans: results },
    ...{ attempt: 1, parts, rules, limits },
  });
  for (const { stage, runners } of planned.stages) {
    const from = now;
    now = play(runners.map(({ id }) => [real(id), playUpgrade(real(id), stage, from, dice)]));
    if (now === undefined) return ended('cancelled', from + QUEUE_TIMEOUT, planned);
    now = control(now);
    const { verdict } = judgeStage(planned, stage, results);
    verdicts.push(verdict);
    if (verdict.goOn) continue;
    const stoppedAt = now;
    const backFrom = control(now);
    const ran = new Set<UpgradeStage>(verdicts.map((one) => one.stage));
    const legs = planRollback(planned, results, ran).map(
      (entry) => [real(entry.id), playRollback(real(entry.id), entry['go-version'], backFrom, dice)] as const,
    );
    const done = legs.map(([, { endedAt }]) => endedAt).filter(Number.isFinite);
    const last = play(legs);
    const backAt = Math.max(backFrom, ...done);
    return ended('stopped', last ?? backFrom + QUEUE_TIMEOUT, planned, { stoppedAt, backAt });
  }
  return ended('through', now, planned);
}
