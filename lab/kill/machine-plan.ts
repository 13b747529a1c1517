import { MACHINE_STEPS, type MachineStep } from './machine-steps.ts';
import { describeMoment, type Moment, oneOf, planMoments, randomNumbers } from './plan.ts';

/**
 * What the killed run is about. `install`: a version that is not there yet, which becomes the machine's Go. `first`: a version becomes the machine's Go
 * where there was none. `prune`: a version goes that is neither the machine's Go nor what a rollback returns to.
 */
export type MachineWork = 'switch' | 'rollback' | 'install' | 'first' | 'uninstall' | 'repair' | 'prune';

/**
 * What the next run asks for: the same again; what was there before (after an uninstallation that is an installation, after a first switch another version,
 * after a repair a switch to the very version); or to go back.
 */
export type MachineNext = 'again' | 'before' | 'rollback';

export interface MachineRound {
  readonly work: MachineWork;
  readonly kill: Moment<MachineStep>;
  readonly next: MachineNext;
}

const BY_LINKS = ['switch', 'switch', 'rollback', 'rollback', 'install', 'first'] as const;
const WITH_HISTORY = [...BY_LINKS, 'uninstall'] as const;
const WITH_JOURNAL = [...WITH_HISTORY, 'prune', 'prune', 'repair', 'repair'] as const;
const WITH_OLD_LINK = ['switch', 'switch', 'rollback', 'rollback', 'install', 'uninstall'] as const;
const REMOVALS = ['prune', 'prune', 'prune', 'uninstall'] as const;

/** Steps that not every work comes to. */
const ONLY: Readonly<Partial<Record<MachineStep, readonly [MachineWork, ...MachineWork[]]>>> = {
  'staging made': ['repair'],
  'journal opened': WITH_JOURNAL,
  'new link made': BY_LINKS,
  'old link aside': WITH_OLD_LINK,
  'link in place': BY_LINKS,
  'marker gone': REMOVALS,
  'tree moved aside': [...REMOVALS, 'repair'],
  'tree removed': REMOVALS,
  'tree in place': ['repair'],
  'marker written': ['repair'],
  'old link gone': WITH_OLD_LINK,
  'history written': WITH_HISTORY,
  'journal closed': WITH_JOURNAL,
};

const NEXT: Readonly<Record<MachineWork, readonly [MachineNext, ...MachineNext[]]>> = {
  switch: ['again', 'before', 'rollback'],
  rollback: ['again', 'before'],
  install: ['again', 'before', 'rollback'],
  first: ['again', 'before'],
  uninstall: ['before'],
  repair: ['again', 'before', 'before', 'rollback'],
  prune: ['again', 'again', 'before', 'rollback'],
};

/** Rounds at random, the same for the same seed. */
export function planMachineRounds(count: number, seed: number): MachineRound[] {
  const random = randomNumbers(seed);
  return planMoments(count, MACHINE_STEPS, random).map((kill) => {
    const step = kill.kind === 'step' ? kill.step : undefined;
    const work = oneOf((step && ONLY[step]) ?? WITH_JOURNAL, random);
    return { work, kill, next: oneOf(NEXT[work], random) };
  });
}

/** For tables and messages: `switch, killed at old link aside + 4 ms, next rollback`. */
export function describeMachineRound({ work, kill, next }: MachineRound): string {
  return `${work}, killed at ${describeMoment(kill)}, next ${next}`;
}
