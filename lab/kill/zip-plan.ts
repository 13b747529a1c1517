import { describeMoment, type Moment, oneOf, planMoments, randomNumbers } from './plan.ts';
import { BEFORE_THE_MARKER, ON_A_HIT, ON_A_TORN_TREE, type ZipStep, zipSteps } from './zip-steps.ts';

/** What the killed run finds: an empty tool cache, a tree that is not whole, one that is, or what another killed run left. */
export type ZipStart =
  | { readonly kind: 'empty' }
  | { readonly kind: 'torn' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'killed'; readonly at: Moment<ZipStep> };

export interface ZipRound {
  readonly start: ZipStart;
  readonly kill: Moment<ZipStep>;
}

/** Rounds at random, the same for the same seed. A quarter begins with a torn tree, an eighth with what another killed run left, some with a whole one. */
export function planZipRounds(count: number, seed: number): ZipRound[] {
  const random = randomNumbers(seed);
  return planMoments(count, zipSteps(), random).map((kill) => ({ start: startFor(kill, random), kill }));
}

/** One that the kill's step can come in. */
function startFor(kill: Moment<ZipStep>, random: () => number): ZipStart {
  const at: Moment<ZipStep> = { kind: 'step', step: oneOf(BEFORE_THE_MARKER, random), delayMs: 0 };
  const dice = random();
  if (kill.kind === 'step' && ON_A_TORN_TREE.has(kill.step)) return { kind: 'torn' };
  if (dice < 1 / 8) return { kind: 'killed', at };
  if (dice < 3 / 8) return { kind: 'torn' };
  const hit = kill.kind === 'time' || ON_A_HIT.has(kill.step);
  return { kind: hit && dice > 7 / 8 ? 'whole' : 'empty' };
}

/** For tables and messages: `torn, killed at tree in place + 4 ms`. */
export function describeZipRound({ start, kill }: ZipRound): string {
  const found = start.kind === 'killed' ? `killed at ${describeMoment(start.at)}` : start.kind;
  return `${found}, killed at ${describeMoment(kill)}`;
}
