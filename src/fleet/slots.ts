import type { FleetPlan, FleetRunner, PlannedRunner, UpgradeStage } from './types.ts';

// The workflow file has a fixed number of matrix jobs. What goes into them is one JSON document, the output `slots`. Every list of it is always there, so
// that an expression of the workflow never reads past an end.

/** GitHub makes at most so many jobs of one matrix. */
export const LEGS_IN_A_SLOT = 256;
/** Slots for waves. */
export const SLOTS = 6;
/** A job is told of no more than a thousand artifacts of its run; from there on results would be missing, and their runners count as lost. */
const ARTIFACTS_OF_A_RUN = 1000;
/**
 * The most runners that one run of the workflow looks at: each leaves three artifacts, of its scan, its leg and its way back, and the jobs between them
 * leave eleven (roster, policy, plan, seven verdicts, report).
 */
export const RUNNERS_IN_A_RUN = Math.floor((ARTIFACTS_OF_A_RUN - 11) / 3);
/** Slots where all runners of a run have a leg: the scan, and the way back. */
const SLOTS_FOR_ALL = Math.ceil(RUNNERS_IN_A_RUN / LEGS_IN_A_SLOT);

/** The stages of an upgrade, in their order. */
export const UPGRADE_STAGES: readonly UpgradeStage[] = [
  'canary',
  'wave-1',
  'wave-2',
  'wave-3',
  'wave-4',
  'wave-5',
  'wave-6',
];

/** One leg in a matrix, in the workflow's own words. */
export interface SlotEntry {
  readonly id: string;
  readonly name: string;
  readonly labels: readonly string[];
  /** Empty: the workflow's. */
  readonly 'machine-root': string;
}

/** A leg that goes back: to the version before by `switch`, or to none by `uninstall` of the new one. */
export interface RollbackEntry extends SlotEntry {
  readonly operation: 'switch' | 'uninstall';
  /** A semver. */
  readonly 'go-version': string;
}

/** The output `slots`. */
export interface Slots {
  readonly scan: readonly (readonly SlotEntry[])[];
  readonly canary: readonly SlotEntry[];
  readonly waves: readonly (readonly SlotEntry[])[];
  readonly rollback: readonly (readonly RollbackEntry[])[];
}

/** A runner as a leg of the workflow. */
export function slotEntry({ id, name, labels, machineRoot }: FleetRunner): SlotEntry {
  return { id, name, labels, 'machine-root': machineRoot };
}

/** @param runners at most RUNNERS_IN_A_RUN */
export function scanSlots(runners: readonly FleetRunner[]): Slots {
  return { ...empty(), scan: fill(runners.map(slotEntry), SLOTS_FOR_ALL) };
}

export function upgradeSlots({ stages }: FleetPlan): Slots {
  const of = (stage: UpgradeStage | undefined): readonly PlannedRunner[] =>
    stages.find((one) => one.stage === stage)?.runners ?? [];
  const waves = UPGRADE_STAGES.slice(1).map((stage) => of(stage).map(slotEntry));
  return { ...empty(), canary: of('canary').map(slotEntry), waves };
}

/** @param entries at most RUNNERS_IN_A_RUN, which is what a run can have touched */
export function rollbackSlots(entries: readonly RollbackEntry[]): Slots {
  return { ...empty(), rollback: fill(entries, SLOTS_FOR_ALL) };
}

function empty(): Slots {
  return {
    scan: fill([], SLOTS_FOR_ALL),
    canary: [],
    waves: fill([], SLOTS),
    rollback: fill([], SLOTS_FOR_ALL),
  };
}

function fill<T>(entries: readonly T[], slots: number): T[][] {
  return Array.from({ length: slots }, (_, slot) =>
    entries.slice(slot * LEGS_IN_A_SLOT, (slot + 1) * LEGS_IN_A_SLOT),
  );
}
