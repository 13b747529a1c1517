import { median } from '../median.ts';
import type { LegResult, UpgradeStage } from '../types.ts';
import { type FleetRecords, factsOf, hasBegun, ofLastAttempt, type RunFacts, runnersOf } from './runners.ts';
import type { Durations, FleetReport, ReportedRunner, ReportedStage, RunnerState } from './types.ts';
import { headlineOf } from './words.ts';

interface ReportAbout {
  readonly reportedAt: string;
  readonly notes?: readonly string[];
  readonly dryRun?: boolean;
}

/**
 * Works out what an upgrade of a fleet came to, from whatever it left behind: a run that was cancelled has no verdict, one that failed early has no plan.
 *
 * @param about when, ISO 8601; what could not be read, one sentence each; whether the run was to end with its plan
 */
export function summarizeFleet(
  left: FleetRecords,
  { reportedAt, notes = [], dryRun = false }: ReportAbout,
): FleetReport {
  const records = ofLastAttempt(left);
  const facts = factsOf(records);
  const runners = runnersOf(records, facts);
  const stages = facts.stages.map((stage) => reportStage(stage, runners, facts));
  const states = countStates(runners);
  const upgrades = records.results.filter(({ stage }) => stage !== 'scan');
  const report: Omit<FleetReport, 'headline'> = {
    ...{ schema: 1, reportedAt, plannedAt: records.plan?.plannedAt ?? null, wanted: facts.wanted },
    part: partOf(records),
    outcome: outcomeOf(records, facts, stages, dryRun),
    ...{ fleet: runners.length, states, stages },
    onWanted: runners.filter(({ after }) => after === facts.wanted).length,
    rollback: rollbackOf(runners, facts),
    failures: failuresOf(runners),
    skipped: count(runners.flatMap(({ why }) => (why === null ? [] : [why]))).map(([why, count]) => ({
      why,
      count,
    })),
    versions: versionsOf(runners),
    recovery: { itself: recoveryOf(runners, 'itself'), run: recoveryOf(runners, 'run') },
    bytes: {
      downloaded: sum(upgrades.map(({ bytes }) => bytes.downloaded)),
      reused: sum(upgrades.map(({ bytes }) => bytes.reused)),
    },
    savedMs: savedBy(upgrades),
    runsNeeded: records.plan?.runsNeeded ?? null,
    ...{ runners, notes },
  };
  return { ...report, headline: headlineOf(report).join(' ').trim() };
}

function partOf({ roster }: FleetRecords): FleetReport['part'] {
  if (roster === null || roster.parts === 1) return null;
  const { part, parts, fleet } = roster;
  return { part, parts, fleet };
}

function reportStage(
  stage: UpgradeStage,
  runners: readonly ReportedRunner[],
  facts: RunFacts,
): ReportedStage {
  const legs = facts.results.get(stage);
  const verdict = facts.verdicts.get(stage);
  const planned = runners.filter((runner) => runner.stage === stage);
  const found = planned.flatMap(({ id }) => legs?.get(id) ?? []);
  const well = found.filter(({ outcome }) => outcome === 'ok').length;
  const ratios = found.flatMap(({ health }) => health?.ratio ?? []);
  const begun = hasBegun(stage, facts);
  const judged = verdict === undefined ? 'undecided' : verdict.goOn ? 'passed' : 'stopped';
  return {
    ...{ stage, state: begun ? judged : 'not-reached', reason: verdict?.reason ?? '' },
    ...{ due: planned.length, well, failed: found.length - well },
    lost: begun ? planned.length - found.length : 0,
    ratio: verdict?.ratio ?? median(ratios),
  };
}

function countStates(runners: readonly ReportedRunner[]): Record<RunnerState, number> {
  const states: Record<RunnerState, number> = {
    ...{ upgraded: 0, failed: 0, 'rolled-back': 0, 'not-rolled-back': 0 },
    ...{ lost: 0, 'not-reached': 0, skipped: 0, later: 0 },
  };
  for (const { state } of runners) states[state]++;
  return states;
}

function outcomeOf(
  { plan }: FleetRecords,
  facts: RunFacts,
  stages: readonly ReportedStage[],
  dryRun: boolean,
): FleetReport['outcome'] {
  const begun = stages.some(({ state }) => state !== 'not-reached');
  if (facts.stopped) return 'stopped';
  if (dryRun && stages.length > 0 && !begun) return 'dry-run';
  if (stages.some(({ state }) => state !== 'passed')) return 'cut-short';
  if (stages.length > 0)
    return stages.some(({ failed, lost }) => failed + lost > 0) ? 'with-failures' : 'complete';
  return plan === null ? 'unplanned' : 'nothing-to-do';
}

function rollbackOf(runners: readonly ReportedRunner[], { results, stopped }: RunFacts) {
  const legs = [...(results.get('rollback')?.values() ?? [])];
  const done = legs.filter(({ outcome }) => outcome === 'ok').length;
  const answered = new Set(legs.map(({ id }) => id));
  const due = runners.filter(({ state }) => state === 'not-rolled-back' || (stopped && state === 'lost'));
  const lost = due.filter(({ id }) => !answered.has(id)).length;
  return legs.length + lost === 0
    ? null
    : { due: legs.length + lost, done, failed: legs.length - done, lost };
}

function failuresOf(runners: readonly ReportedRunner[]): FleetReport['failures'] {
  const sizes = new Map(count(runners.filter(hadLeg).map(({ group }) => group)));
  // A scan that failed is said beside the runners that were skipped.
  const failed = runners.filter(({ code, state }) => code !== null && state !== 'skipped');
  return count(failed.map(({ code }) => code ?? '')).map(([code, times]) => ({
    ...{ code, count: times },
    groups: count(failed.filter((one) => one.code === code).map(({ group }) => group)).map(
      ([group, count]) => ({ group, count, of: sizes.get(group) ?? count }),
    ),
  }));
}

function hadLeg({ state }: ReportedRunner): boolean {
  return state !== 'skipped' && state !== 'later' && state !== 'not-reached';
}

function versionsOf(runners: readonly ReportedRunner[]): FleetReport['versions'] {
  const before = new Map(count(runners.map((runner) => runner.before)));
  const after = new Map(count(runners.map((runner) => runner.after)));
  const all = [...new Set([...after.keys(), ...before.keys()])].map((version) => ({
    ...{ version, before: before.get(version) ?? 0, after: after.get(version) ?? 0 },
  }));
  return all.sort((one, other) => Number(one.version === 'unknown') - Number(other.version === 'unknown'));
}

function recoveryOf(runners: readonly ReportedRunner[], by: ReportedRunner['recoveredBy']): Durations | null {
  const took = runners.flatMap((one) =>
    one.recoveredBy === by && one.recoveryMs !== null ? one.recoveryMs : [],
  );
  const middle = median(took);
  return middle === null
    ? null
    : { count: took.length, medianMs: middle, maxMs: took.reduce((most, ms) => Math.max(most, ms), 0) };
}

/** Legs of waves alone are alike: all of them have the same health check. One that failed ended early. */
function savedBy(legs: readonly LegResult[]): number | null {
  const alike = legs.filter(({ stage, outcome }) => stage !== 'rollback' && outcome === 'ok');
  const whole = median(alike.filter(({ bytes }) => bytes.downloaded > 0).map(({ durationMs }) => durationMs));
  const reusing = alike.filter(({ bytes }) => bytes.downloaded === 0 && bytes.reused > 0);
  if (whole === null || reusing.length === 0) return null;
  return sum(reusing.map(({ durationMs }) => Math.max(0, whole - durationMs)));
}

/** How often each value is there, the most frequent first, and those that are as frequent in their own order. */
function count<T extends string>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
