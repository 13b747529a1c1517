import { MSI_STEPS, type MsiStep } from './msi-steps.ts';
import { describeMoment, type Moment, oneOf, planMoments, randomNumbers } from './plan.ts';

/** What the killed run is about. `failing`: an upgrade whose MSI fails when the old Go is gone. `first`: no Go is there before. */
export type MsiWork = 'upgrade' | 'failing' | 'repair' | 'uninstall' | 'first';

/** A run that is killed, and what the next one asks for: the version that was wanted, or the one that was there. */
export interface MsiRound {
  readonly work: MsiWork;
  readonly kill: Moment<MsiStep>;
  readonly next: 'wanted' | 'old';
  /** The packages that are kept on the machine are forgotten before, so that they are fetched anew. */
  readonly bare: boolean;
}

/** Steps that not every work comes to. */
const ONLY: Readonly<Partial<Record<MsiStep, readonly [MsiWork, ...MsiWork[]]>>> = {
  'package being written': ['upgrade', 'failing', 'uninstall'],
  'package recorded': ['upgrade', 'failing', 'uninstall'],
  'old Go gone': ['upgrade', 'failing', 'uninstall'],
  'new Go arrives': ['upgrade', 'first'],
  'recovery in the journal': ['failing'],
  'recovery started': ['failing'],
  'recovery ended': ['failing'],
  'list of files written': ['upgrade', 'first', 'repair'],
  'history written': ['upgrade', 'uninstall', 'first'],
  // A step that fails sets no environment.
  'environment written': ['upgrade', 'repair', 'first'],
};
const ANY: readonly [MsiWork, ...MsiWork[]] = [
  ...(['upgrade', 'upgrade', 'upgrade', 'failing', 'failing'] as const),
  ...(['uninstall', 'uninstall', 'repair', 'first'] as const),
];

/** Rounds at random, the same for the same seed. */
export function planMsiRounds(count: number, seed: number): MsiRound[] {
  const random = randomNumbers(seed);
  return planMoments(count, MSI_STEPS, random).map((kill) => {
    const step = kill.kind === 'step' ? kill.step : undefined;
    const work = oneOf((step && ONLY[step]) ?? ANY, random);
    const goesOn = work === 'first' || (work === 'upgrade' && random() < 0.5);
    const bare = step?.startsWith('package ') ?? random() < 1 / 8;
    return { work, kill, next: goesOn ? 'wanted' : 'old', bare };
  });
}

/** For tables and messages: `upgrade, killed at msiexec started + 4 ms, next wants old`. */
export function describeMsiRound({ work, kill, next, bare }: MsiRound): string {
  return `${work}${bare ? ' without kept packages' : ''}, killed at ${describeMoment(kill)}, next wants ${next}`;
}
