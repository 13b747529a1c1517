import { RELEASES, type SimulatedRelease, WAVE_PLANS, type WavePlan } from './model.ts';
import { type Rollout, rollOut } from './rollout.ts';

/** A roll-out, and what it is of. */
export interface Simulated extends Rollout {
  readonly plan: WavePlan['name'];
  readonly release: SimulatedRelease['name'];
  readonly seed: number;
}

/** Rolls each release out by each wave plan, once a seed. The plans meet the same fleets. */
export function* simulate(runners: number, seeds: readonly number[]): Generator<Simulated> {
  for (const plan of WAVE_PLANS)
    for (const release of RELEASES)
      for (const seed of seeds)
        yield {
          ...{ plan: plan.name, release: release.name, seed },
          ...rollOut(release, plan, { runners, seed }),
        };
}
