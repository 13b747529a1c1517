/** Something that a run can be seen to do from outside: files that come and go, requests that arrive, a process that runs. */
export interface NamedStep<Name extends string = string> {
  readonly name: Name;
  /** So many milliseconds after it at most a kill comes that is aimed at what follows it: about as long as that takes. */
  readonly longestDelayMs: number;
}

/** When a run is killed. */
export type Moment<Name extends string = string> =
  /** At this part, 0 to 1, of the time that a whole step takes. */
  | { readonly kind: 'time'; readonly fraction: number }
  /** So many milliseconds after this was seen. */
  | { readonly kind: 'step'; readonly step: Name; readonly delayMs: number };

/**
 * Moments for a number of kills, the same for the same dice. Half of them are spread at random over the whole time of a step; the others are dealt out
 * evenly to the named steps: in turn at the very step, and somewhat later. Where there are few, the steps come first, so that each has one
 * as soon as there are as many kills as steps.
 */
export function planMoments<Name extends string>(
  count: number,
  steps: readonly NamedStep<Name>[],
  random: () => number,
): Moment<Name>[] {
  const aimed = Math.min(count, Math.max(steps.length, Math.ceil(count / 2)));
  const moments = Array.from({ length: count }, (_, index): Moment<Name> => {
    const step = steps[index % steps.length];
    if (index >= aimed || step === undefined) return { kind: 'time', fraction: random() };
    const late = Math.floor(index / steps.length) % 2 === 1;
    // Squared: half of them come in the first quarter of the delay.
    const delayMs = late ? Math.round(random() ** 2 * step.longestDelayMs * 10) / 10 : 0;
    return { kind: 'step', step: step.name, delayMs };
  });
  return shuffled(moments, random);
}

/** One of several, each as likely as often as it is among them. */
export function oneOf<T>(choices: readonly [T, ...T[]], random: () => number): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Numbers from 0 to 1, below 1: mulberry32, which is good enough for dice and has no state but a number. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** For tables and messages: `37 % of a step`, `tree in place + 4 ms`. */
export function describeMoment(moment: Moment): string {
  if (moment.kind === 'time') return `${Math.round(moment.fraction * 100)} % of a step`;
  return moment.delayMs === 0 ? moment.step : `${moment.step} + ${moment.delayMs} ms`;
}
