/** What comes to be in a tool cache during an installation, by which a kill can be aimed. */
export const SIGHTS = ['lock', 'staging', 'tree', 'sidecar', 'marker'] as const;
export type Sight = (typeof SIGHTS)[number];

/** When a run is killed. */
export type Moment =
  /** At this part, 0 to 1, of the time that a whole step takes. */
  | { readonly kind: 'time'; readonly fraction: number }
  /** So many milliseconds after this was seen. */
  | { readonly kind: 'sight'; readonly sight: Sight; readonly delayMs: number };

/** What the killed run finds: an empty tool cache, a tree that is not whole, or what another killed run left. */
export type Start =
  | { readonly kind: 'empty' }
  | { readonly kind: 'torn' }
  | { readonly kind: 'killed'; readonly at: Moment };

export interface Round {
  readonly start: Start;
  readonly kill: Moment;
}

/**
 * Rounds at random, the same for the same seed. Half of the kills are spread evenly over the whole step; the others are aimed at what follows
 * on the appearance of lock, staging, tree, sidecar and marker, where little time matters most. A quarter begins with a torn tree,
 * an eighth with what another killed run left.
 */
export function planRounds(count: number, seed: number): Round[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const kill = randomMoment(random);
    const dice = random();
    if (dice < 1 / 8) return { start: { kind: 'killed', at: randomMoment(random) }, kill };
    return { start: { kind: dice < 3 / 8 ? 'torn' : 'empty' }, kill };
  });
}

/** The last part of an installation gets most of the aimed kills. */
const AIMED: readonly Sight[] = ['lock', 'staging', 'tree', 'tree', 'tree', 'sidecar', 'sidecar', 'marker'];
/** Between the tree's appearance and the sidecar `go version` runs, for a tenth of a second; the rest follows at once. */
const LONGEST_DELAY_MS: Readonly<Record<Sight, number>> = {
  lock: 50,
  staging: 200,
  tree: 200,
  sidecar: 3,
  marker: 20,
};

function randomMoment(random: () => number): Moment {
  if (random() < 0.5) return { kind: 'time', fraction: random() };
  const sight = AIMED[Math.floor(random() * AIMED.length)] ?? 'tree';
  // Squared: half of them come in the first quarter of the delay.
  return { kind: 'sight', sight, delayMs: Math.round(random() ** 2 * LONGEST_DELAY_MS[sight] * 10) / 10 };
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

/** For tables and messages: `37 %`, `tree + 4 ms`. */
export function describeMoment(moment: Moment): string {
  return moment.kind === 'time'
    ? `${Math.round(moment.fraction * 100)} % of a step`
    : `${moment.sight} + ${moment.delayMs} ms`;
}
