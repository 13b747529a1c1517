import { type MachineStep, PRUNE_STEPS } from './machine-steps.ts';
import { describeMoment, type Moment, oneOf, planMoments, randomNumbers } from './plan.ts';

/** A prune of the tool cache that is killed, and what the next run is about: the prune again, or the version that was to go. */
export interface PruneRound {
  readonly kill: Moment<MachineStep>;
  readonly next: 'prune' | 'install';
}

/** Rounds at random, the same for the same seed. */
export function planPruneRounds(count: number, seed: number): PruneRound[] {
  const random = randomNumbers(seed);
  return planMoments(count, PRUNE_STEPS, random).map((kill) => ({
    kill,
    next: oneOf(['prune', 'install'], random),
  }));
}

/** For tables and messages: `prune, killed at marker gone, next install`. */
export function describePruneRound({ kill, next }: PruneRound): string {
  return `prune, killed at ${describeMoment(kill)}, next ${next}`;
}
