import { randomNumbers } from './plan.ts';

/** What comes to be in the machine's root during a change, by which a kill can be aimed. */
export const MSI_SIGHTS = ['lock', 'journal', 'started', 'ended', 'recovery', 'closed'] as const;
/**
 * `journal`: the change is in it, msiexec is not begun. `started`, `ended`: the first msiexec is. `recovery`: another msiexec is started.
 * `closed`: the journal is gone again.
 */
export type MsiSight = (typeof MSI_SIGHTS)[number];

export type MsiMoment =
  /** At this part, 0 to 1, of the time that a whole step takes. */
  | { readonly kind: 'time'; readonly fraction: number }
  /** So many milliseconds after this was seen. */
  | { readonly kind: 'sight'; readonly sight: MsiSight; readonly delayMs: number };

/** A run that is killed, and what the next one asks for: the version that was wanted, or the one that was there. */
export interface MsiRound {
  /** `failing`: an upgrade whose MSI fails when the old Go is gone. */
  readonly work: 'upgrade' | 'failing' | 'uninstall';
  readonly kill: MsiMoment;
  readonly next: 'wanted' | 'old';
}

/** Most of a step is spent before the journal and msiexec, and there little can go wrong: two thirds of the kills are aimed. */
const AIMED: readonly MsiSight[] = [
  'lock',
  'journal',
  'started',
  'started',
  'started',
  'ended',
  'ended',
  'closed',
];
const LONGEST_DELAY_MS = 1500;

/** Rounds at random, the same for the same seed. */
export function planMsiRounds(count: number, seed: number): MsiRound[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const dice = random();
    const work = dice < 0.5 ? 'upgrade' : dice < 0.8 ? 'failing' : 'uninstall';
    const next = work === 'upgrade' && random() < 0.5 ? 'wanted' : 'old';
    return { work, kill: randomMoment(random, work), next };
  });
}

function randomMoment(random: () => number, work: MsiRound['work']): MsiMoment {
  if (random() < 1 / 3) return { kind: 'time', fraction: random() };
  const sights: readonly MsiSight[] =
    work === 'failing' ? [...AIMED, 'recovery', 'recovery', 'recovery'] : AIMED;
  const sight = sights[Math.floor(random() * sights.length)] ?? 'started';
  return { kind: 'sight', sight, delayMs: Math.round(random() ** 2 * LONGEST_DELAY_MS) };
}

/** For tables and messages: `upgrade, killed at started + 4 ms`. */
export function describeMsiRound({ work, kill, next }: MsiRound): string {
  const moment =
    kill.kind === 'time' ? `${Math.round(kill.fraction * 100)} %` : `${kill.sight} + ${kill.delayMs} ms`;
  return `${work}, killed at ${moment}, next wants ${next}`;
}
