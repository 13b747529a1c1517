import { UPGRADE_STAGES } from '../slots.ts';
import type {
  FleetPlan,
  FleetRoster,
  FleetRunner,
  LegResult,
  PlannedRunner,
  UpgradeStage,
  Verdict,
} from '../types.ts';
import type { ReportedRunner, ReportedVersion } from './types.ts';

/** What a run left behind, as far as it could be read. */
export interface FleetRecords {
  readonly roster: FleetRoster | null;
  readonly plan: FleetPlan | null;
  /** Of all stages; at most one a stage and runner. */
  readonly results: readonly LegResult[];
  readonly verdicts: readonly Verdict[];
}

/** Without what is left of earlier attempts at the run: what was planned anew, and legs of a plan before; and a way back that was before its leg was run again. */
export function ofLastAttempt({ roster, plan, results, verdicts }: FleetRecords): FleetRecords {
  const scanned = roster?.attempt ?? 1;
  const last = plan !== null && plan.attempt >= scanned ? plan : null;
  const begun = last?.attempt ?? scanned;
  const own = results.filter(({ stage, attempt }) => attempt >= (stage === 'scan' ? scanned : begun));
  const legs = own.filter(({ stage }) => stage !== 'scan' && stage !== 'rollback');
  const upgraded = new Map(legs.map(({ id, attempt }) => [id, attempt]));
  return {
    ...{ roster, plan: last, verdicts: verdicts.filter(({ attempt }) => attempt >= begun) },
    results: own.filter(
      ({ stage, id, attempt }) => stage !== 'rollback' || attempt >= (upgraded.get(id) ?? begun),
    ),
  };
}

/** What a report needs to know of a run again and again. */
export interface RunFacts {
  readonly wanted: string | null;
  /** Each stage that legs were planned for or came from, in the order in which they run. */
  readonly stages: readonly UpgradeStage[];
  /** By stage and then by `id` of the runner. */
  readonly results: ReadonlyMap<string, ReadonlyMap<string, LegResult>>;
  readonly verdicts: ReadonlyMap<UpgradeStage, Verdict>;
  /** A gate said stop: what was touched has to go back. */
  readonly stopped: boolean;
}

/** Sorts the records of a run. */
export function factsOf({ roster, plan, results, verdicts }: FleetRecords): RunFacts {
  const byStage = new Map<string, Map<string, LegResult>>();
  for (const result of results) {
    const ofStage = byStage.get(result.stage) ?? new Map<string, LegResult>();
    byStage.set(result.stage, ofStage.set(result.id, result));
  }
  const planned = new Set(plan?.stages.filter(({ runners }) => runners.length > 0).map(({ stage }) => stage));
  return {
    wanted:
      plan?.wanted ?? roster?.wanted ?? mostFrequent(results.filter(isUpgraded).map(({ after }) => after)),
    stages: UPGRADE_STAGES.filter((stage) => planned.has(stage) || byStage.has(stage)),
    results: byStage,
    verdicts: new Map(verdicts.map((verdict) => [verdict.stage, verdict])),
    stopped: verdicts.some(({ goOn }) => !goOn),
  };
}

/** Without a plan: the release that most legs ended on that went well. */
function mostFrequent(versions: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const version of versions) if (version !== null) counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function isUpgraded({ stage, outcome }: LegResult): boolean {
  return stage !== 'scan' && stage !== 'rollback' && outcome === 'ok';
}

/** A stage has begun where any of its legs left a result, or a gate judged it. */
export function hasBegun(stage: UpgradeStage, facts: RunFacts): boolean {
  return facts.results.has(stage) || facts.verdicts.has(stage);
}

/** What became of each runner that anything tells of; each once. */
export function runnersOf(records: FleetRecords, facts: RunFacts): ReportedRunner[] {
  const { plan, roster, results } = records;
  const found = new Map<string, ReportedRunner>();
  const add = (runner: ReportedRunner) => {
    if (!found.has(runner.id)) found.set(runner.id, runner);
  };
  for (const { stage, runners } of plan?.stages ?? [])
    for (const runner of runners) add(plannedRunner(runner, stage, facts));
  for (const { runner, why, detail } of plan?.skipped ?? roster?.skipped ?? []) {
    const version = (why === 'current' ? facts.wanted : null) ?? scanned(runner.id, facts);
    const code = /^E_[A-Z_]+/.exec(detail)?.[0] ?? null;
    add({ ...untouched(runner, version), state: 'skipped', why, code, message: detail });
  }
  for (const runner of plan?.later ?? [])
    add({ ...untouched(runner, scanned(runner.id, facts)), state: 'later' });
  // Without a plan, or of a runner that it does not have: what the legs themselves tell.
  for (const { id, runner: name, stage, before } of results)
    if (stage !== 'scan' && stage !== 'rollback')
      add(plannedRunner({ ...stranger(id, name), from: before }, stage, facts));
  for (const back of facts.results.get('rollback')?.values() ?? []) {
    const ok = back.outcome === 'ok';
    const base = {
      ...untouched(stranger(back.id, back.runner), scanned(back.id, facts)),
      ...failureOf(back),
    };
    const after = back.after ?? (ok ? 'none' : 'unknown');
    add({ ...base, state: ok ? 'rolled-back' : 'not-rolled-back', after });
  }
  for (const runner of roster?.runners ?? []) add(untouched(runner, scanned(runner.id, facts)));
  for (const { id, runner: name } of results) add(untouched(stranger(id, name), scanned(id, facts)));
  return [...found.values()];
}

function stranger(id: string, name: string): FleetRunner {
  return { id, name: name === '' ? id : name, labels: [], group: '', machineRoot: '' };
}

function untouched({ id, name, group }: FleetRunner, version: ReportedVersion): ReportedRunner {
  return {
    ...{ id, name, group, stage: null, state: 'not-reached', why: null, code: null, message: '' },
    ...{ before: version, after: version, ratio: null, recoveryMs: null, recoveredBy: null },
  };
}

/** The machine's Go by the scan. */
function scanned(id: string, { results }: RunFacts): ReportedVersion {
  const scan = results.get('scan')?.get(id);
  return scan === undefined || scan.outcome === 'failed' ? 'unknown' : (scan.after ?? scan.before ?? 'none');
}

function plannedRunner(runner: PlannedRunner, stage: UpgradeStage, facts: RunFacts): ReportedRunner {
  const leg = facts.results.get(stage)?.get(runner.id);
  const back = facts.results.get('rollback')?.get(runner.id);
  const before = runner.from ?? 'none';
  const base = { ...untouched(runner, before), stage, ...failureOf(leg), ratio: leg?.health?.ratio ?? null };
  const after = leg === undefined ? 'unknown' : afterOf(leg, before);
  const isBack = leg?.rolledBack === true && after === before;
  if (isBack) return { ...base, state: 'rolled-back', recoveryMs: leg.recoveryMs, recoveredBy: 'itself' };
  if (back?.outcome === 'ok') {
    const recoveryMs = recoveryBetween(leg, back);
    return { ...base, state: 'rolled-back', after: back.after ?? 'none', recoveryMs, recoveredBy: 'run' };
  }
  if (back !== undefined && !refused(leg))
    return { ...base, ...failureOf(back), state: 'not-rolled-back', after: back.after ?? after };
  if (leg === undefined)
    return hasBegun(stage, facts)
      ? { ...base, state: 'lost', after, message: 'Its leg left no result.' }
      : base;
  const due = facts.stopped && after !== before && !refused(leg);
  const went = leg.outcome === 'ok' ? 'upgraded' : 'failed';
  if (!due) return { ...base, state: went, after };
  const message = base.message === '' ? 'Its way back left no result.' : base.message;
  return { ...base, state: 'not-rolled-back', after, message };
}

/** The job came to another runner, and that was noticed before anything was done. */
function refused(leg: LegResult | undefined): boolean {
  return leg?.code === 'E_WRONG_RUNNER';
}

/** A leg that failed before it looked at the machine's Go changed nothing: then it is what the scan found. */
function afterOf({ outcome, before, after }: LegResult, scanned: ReportedVersion): ReportedVersion {
  const looked = outcome === 'ok' || before !== null || after !== null;
  return looked ? (after ?? 'none') : scanned;
}

function failureOf(leg: LegResult | undefined): Pick<ReportedRunner, 'code' | 'message'> {
  return leg?.outcome === 'failed' ? { code: leg.code, message: leg.message } : { code: null, message: '' };
}

/** By the runner's own clock; a lost leg has no end, and a clock may have been set: then it is what going back took. */
function recoveryBetween(leg: LegResult | undefined, back: LegResult): number {
  const wait = leg === undefined ? Number.NaN : Date.parse(back.startedAt) - endOf(leg);
  return wait >= 0 ? wait + back.durationMs : back.durationMs;
}

function endOf({ startedAt, durationMs }: LegResult): number {
  return Date.parse(startedAt) + durationMs;
}
