import type { FleetPlan, FleetRunner, PlannedRunner, UpgradeStage } from './types.ts';

// The workflow file has a fixed number of matrix jobs. What goes into them is one JSON document, the output `slots`. Every list of it is always there, so
// that an expression of the workflow never reads past an end.

/** GitHub makes at most so many jobs of one matrix. */
export const LEGS_IN_A_SLOT = 256;
/** Slots for the scan, and for waves. */
export const SLOTS = 6;
/** Slots for going back: those of the waves, and the canary's. */
export const ROLLBACK_SLOTS = SLOTS + 1;
/** The most runners that one run of the workflow looks at. */
export const RUNNERS_IN_A_RUN = SLOTS * LEGS_IN_A_SLOT;

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
  return { ...empty(), scan: fill(runners.map(slotEntry), SLOTS) };
}

export function upgradeSlots({ stages }: FleetPlan): Slots {
  const of = (stage: UpgradeStage | undefined): readonly PlannedRunner[] =>
    stages.find((one) => one.stage === stage)?.runners ?? [];
  const waves = UPGRADE_STAGES.slice(1).map((stage) => of(stage).map(slotEntry));
  return { ...empty(), canary: of('canary').map(slotEntry), waves };
}

/** @param entries at most ROLLBACK_SLOTS times LEGS_IN_A_SLOT, which is what a run can have touched */
export function rollbackSlots(entries: readonly RollbackEntry[]): Slots {
  return { ...empty(), rollback: fill(entries, ROLLBACK_SLOTS) };
}

function empty(): Slots {
  return { scan: fill([], SLOTS), canary: [], waves: fill([], SLOTS), rollback: fill([], ROLLBACK_SLOTS) };
}

function fill<T>(entries: readonly T[], slots: number): T[][] {
  return Array.from({ length: slots }, (_, slot) =>
    entries.slice(slot * LEGS_IN_A_SLOT, (slot + 1) * LEGS_IN_A_SLOT),
  );
}
