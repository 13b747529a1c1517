import { randomNumbers } from '../kill/plan.ts';

/** Everything that is left to chance, the same for the same seed. */
export interface Dice {
  /** Whether something happens that has this chance. */
  happens(chance: number): boolean;
  /** A number between two, each as likely. */
  between(range: { readonly from: number; readonly to: number }): number;
  /** A number around 1, by a normal distribution. */
  around1(deviation: number): number;
}

export function dice(seed: number): Dice {
  const random = randomNumbers(seed);
  return {
    happens: (chance) => random() < chance,
    between: ({ from, to }) => from + random() * (to - from),
    // Box and Muller; the logarithm of 0 is none.
    around1: (deviation) =>
      1 + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  };
}
