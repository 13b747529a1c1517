import { type Reach, reached } from './shares.ts';
import { LEGS_IN_A_SLOT, SLOTS, UPGRADE_STAGES } from './slots.ts';
import { byGroup, spread } from './spread.ts';
import type { FleetLimits, FleetPlan, FleetRunner, LegResult, PlannedRunner } from './types.ts';

/** What a plan is made of. */
export interface PlanRequest {
  /** ISO 8601. */
  readonly plannedAt: string;
  readonly attempt: number;
  /** The release that every runner gets, a semver. */
  readonly wanted: string;
  /** The runners that were to be scanned. */
  readonly runners: readonly FleetRunner[];
  /** Those that were left out before the scan. */
  readonly leftOut: FleetPlan['skipped'];
  /** What the scan's legs came to. */
  readonly scans: readonly LegResult[];
  /** How many parts the fleet has, of which this run takes one; see RUNNERS_IN_A_RUN. */
  readonly parts: number;
  readonly rules: StageRules;
  readonly limits: FleetLimits;
}

/** How runners are put into stages. */
export interface StageRules {
  /** Runners of each group that go first, from 1. */
  readonly canary: number;
  readonly waves: readonly Reach[];
}

/** Where a roll-out is not through after so many runs, nobody waits for the number. */
const MOST_RUNS = 1000;

/**
 * The plan of an upgrade, from what the scan found. Pure: the same request gives the same plan. Each runner is in it once: in a stage, skipped, or later.
 */
export function planUpgrade(request: PlanRequest): FleetPlan {
  const { runners, rules, parts } = request;
  const skipped = [...request.leftOut];
  const candidates: PlannedRunner[] = [];
  const scans = new Map(request.scans.map((scan) => [scan.id, scan]));
  for (const runner of runners) {
    const judged = judgeScan(scans.get(runner.id), request.wanted);
    if ('why' in judged) skipped.push({ runner, ...judged });
    else candidates.push({ ...runner, from: judged.from });
  }
  const { stages, later } = chooseStages(candidates, rules);
  const rest = 1 + runsFor(later, rules);
  return {
    schema: 1,
    plannedAt: request.plannedAt,
    attempt: request.attempt,
    wanted: request.wanted,
    stages,
    skipped,
    later: later.map(({ from: _, ...runner }) => runner),
    // Nothing is known yet of the other parts, which are like this one: all of it is taken for what they need.
    runsNeeded: rest + (parts - 1) * Math.max(1, parts > 1 ? runsFor(runners, rules) : 0),
    limits: request.limits,
  };
}

type Judged = { readonly from: string | null } | Pick<FleetPlan['skipped'][number], 'why' | 'detail'>;

function judgeScan(scan: LegResult | undefined, wanted: string): Judged {
  if (scan === undefined) return { why: 'no-answer', detail: 'its scan left no result' };
  if (scan.outcome === 'failed') return { why: 'scan-failed', detail: `${scan.code}: ${scan.message}` };
  const unfinished = scan.inventory !== null && scan.inventory.machineRoot.unfinished !== null;
  // A change that was begun is ended by the next operation, whichever it is.
  if (scan.after === wanted && !unfinished) return { why: 'current', detail: '' };
  return { from: scan.after };
}

interface Chosen<T> {
  readonly stages: readonly {
    readonly stage: (typeof UPGRADE_STAGES)[number];
    readonly runners: readonly T[];
  }[];
  readonly later: readonly T[];
}

/**
 * Puts runners into the canary and the slots for waves. The canary has the first of each group; the waves spread over the groups. A wave that is larger than
 * a slot takes several; what finds no slot, and a group whose canary finds no place in its own, comes later.
 */
export function chooseStages<T extends FleetRunner>(runners: readonly T[], rules: StageRules): Chosen<T> {
  const canary: T[] = [];
  const rest: T[] = [];
  const late = new Set<T>();
  for (const members of byGroup(runners)) {
    const first = members.slice(0, rules.canary);
    if (canary.length + first.length > LEGS_IN_A_SLOT) {
      for (const member of members) late.add(member);
    } else {
      canary.push(...first);
      rest.push(...members.slice(first.length));
    }
  }
  const ordered = spread(rest);
  const slots: T[][] = [];
  let taken = 0;
  for (const wave of rules.waves) {
    const end = Math.max(taken, reached(wave, ordered.length));
    while (taken < end && slots.length < SLOTS) {
      const size = Math.min(LEGS_IN_A_SLOT, end - taken);
      slots.push(ordered.slice(taken, taken + size));
      taken += size;
    }
  }
  for (const runner of ordered.slice(taken)) late.add(runner);
  const filled = canary.length > 0 ? [canary, ...slots] : [];
  return {
    stages: filled.map((members, index) => ({ stage: UPGRADE_STAGES[index] ?? 'canary', runners: members })),
    // In the fleet's own order.
    later: runners.filter((runner) => late.has(runner)),
  };
}

/** How many runs of the workflow upgrade so many runners, if all goes well: each run begins with a canary again. */
export function runsFor(runners: readonly FleetRunner[], rules: StageRules): number {
  let waiting = runners;
  let runs = 0;
  while (waiting.length > 0 && runs < MOST_RUNS) {
    waiting = chooseStages(waiting, rules).later;
    runs += 1;
  }
  return runs;
}
