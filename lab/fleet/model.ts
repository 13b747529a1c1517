import type { StageRules } from '../../src/fleet/plan.ts';
import { parseWaves } from '../../src/fleet/shares.ts';
import { SLOTS } from '../../src/fleet/slots.ts';
import type { FleetLimits, FleetRunner } from '../../src/fleet/types.ts';

// The world of the simulation: what runners, releases and wave plans there are, and how long things take. the page with the table tells the same in words. Planner, gate
// and way back are none of it: those are the action's own.

export const OLD = '1.26.5';
export const NEW = '1.26.6';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A runner as it is, and not as anybody knows it. */
export interface SimulatedRunner extends FleetRunner {
  /** The machine's Go. */
  version: string;
  /** The release is bad here. */
  readonly ill: boolean;
  /** Everything takes so many times as long. */
  readonly slowness: number;
}

/** Windows versions, each a group, and their shares of the fleet. */
export const GROUPS: readonly (readonly [name: string, share: number])[] = [
  ['2016', 0.1],
  ['2019', 0.3],
  ['2022', 0.4],
  ['2025', 0.2],
];

/** A release: on which share of the runners of each group it is bad. */
export interface SimulatedRelease {
  readonly name: 'good' | 'half-bad' | 'bad';
  readonly ill: (group: string) => number;
}

export const RELEASES: readonly SimulatedRelease[] = [
  { name: 'good', ill: () => 0 },
  { name: 'half-bad', ill: (group) => (group === '2019' ? 0.5 : 0) },
  { name: 'bad', ill: () => 0.9 },
];

/** What the person who looks after the fleet chooses. */
export interface WavePlan {
  readonly name: 'cautious' | 'default' | 'fast';
  /** As the inputs have it. */
  readonly inputs: { readonly canary: number; readonly waves: string; readonly maxFailures: number };
  readonly rules: StageRules;
  readonly limits: FleetLimits;
}

export const WAVE_PLANS: readonly WavePlan[] = [
  wavePlan('cautious', { canary: 3, waves: '2%, 10%, 25%, 50%, 100%', maxFailures: 0.05 }),
  wavePlan('default', { canary: 1, waves: '5%, 10%, 25%, 50%, 100%', maxFailures: 0.1 }),
  wavePlan('fast', { canary: 1, waves: '50%, 100%', maxFailures: 0.2 }),
];

function wavePlan(name: WavePlan['name'], inputs: WavePlan['inputs']): WavePlan {
  const parsed = parseWaves(inputs.waves, SLOTS);
  if ('wrong' in parsed) throw new Error(`${inputs.waves}: ${parsed.wrong}`);
  const limits = { maxFailures: inputs.maxFailures, tolerance: 0.25 };
  return { name, inputs, rules: { canary: inputs.canary, waves: parsed.waves }, limits };
}

/** How often things happen, each to one runner in one run or one leg. */
export const CHANCES = {
  /** Runners that everything takes four times as long on. */
  slow: 0.05,
  /** When a run begins; the planner learns it from GitHub. */
  offline: 0.03,
  busy: 0.15,
  /** Goes away between the scan and its leg: the leg's job is never taken. */
  gone: 0.0002,
  /** Dies in the middle of a leg, which then leaves no result. */
  dies: 0.0005,
  /** Has taken another job when its leg is due; the leg waits. */
  waits: 0.1,
  /** The network makes the leg try again, or fail. */
  retries: 0.03,
  network: 0.005,
  /** Fails for reasons of its own: a full disk, a file in use. */
  trouble: 0.005,
  /** A bad release is found by the health check. */
  found: 0.95,
  /** Going back fails. */
  stuck: 0.005,
} as const;

/** How long things take, in milliseconds; `from` to `to`, each as likely. On a slow runner what it does itself takes four times as long. */
export const TIMES = {
  /** Until GitHub has given a job to a runner that is free. */
  dispatch: { from: 5 * SECOND, to: 40 * SECOND },
  /** The rest of a job that keeps a runner. */
  otherJob: { from: 0, to: 20 * MINUTE },
  scan: { from: 20 * SECOND, to: 60 * SECOND },
  /** Benchmark with the old Go; download, unpack, switch; benchmark with the new one. */
  benchmark: { from: 60 * SECOND, to: 120 * SECOND },
  install: { from: 20 * SECOND, to: 60 * SECOND },
  retry: { from: 60 * SECOND, to: 180 * SECOND },
  /** A leg goes back by itself. */
  undo: { from: 2 * SECOND, to: 10 * SECOND },
  /** A leg of the way back: the version before is there, so that it is a switch. */
  rollback: { from: 10 * SECOND, to: 40 * SECOND },
  /** A job on GitHub's own runner: plan, gate, plan of the way back. */
  control: { from: 20 * SECOND, to: 60 * SECOND },
} as const;

/** GitHub gives up on a job whose runner has died. */
export const DEAD_AFTER = 15 * MINUTE;
/** The input queue-timeout. */
export const QUEUE_TIMEOUT = 30 * MINUTE;
/** The workflow is scheduled; a run that takes longer is waited for. */
export const EVERY = HOUR;
/** The roll-out is done when so many have the release; the rest is offline or busy whenever it is asked. */
export const DONE_SHARE = 0.95;
export const MOST_RUNS = 300;
export const SLOWNESS = 4;
/** Of the benchmark: one measure is by so much off another, as a standard deviation. */
export const NOISE = 0.04;
