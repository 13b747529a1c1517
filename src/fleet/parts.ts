import { RUNNERS_IN_A_RUN, slotEntry } from './slots.ts';
import type { FleetRunner } from './types.ts';

/** GitHub takes 1 MB of outputs from a job, counted in UTF-16. Half of that is left for what a leg that goes back has more, and
 * for parts that have more of the long entries. */
const OUTPUT_CHARACTERS = 250_000;

/** The part of a fleet that a run takes. */
export interface Part {
  readonly runners: readonly FleetRunner[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

/**
 * The part of a fleet that a run takes where it has no room for all: one after the other, by the number of the run, so that nobody has to remember how far
 * it is. Each part has runners from all over the list.
 *
 * @param run GITHUB_RUN_NUMBER, which grows by one with each run of a workflow
 */
export function takePart(fleet: readonly FleetRunner[], run: number): Part {
  const characters = fleet.reduce((sum, runner) => sum + JSON.stringify(slotEntry(runner)).length + 1, 0);
  const parts = Math.max(
    Math.ceil(fleet.length / RUNNERS_IN_A_RUN),
    Math.min(fleet.length, Math.ceil(characters / OUTPUT_CHARACTERS)),
  );
  const index = Number.isSafeInteger(run) && run >= 0 ? run % parts : 0;
  return { runners: fleet.filter((_, at) => at % parts === index), part: index + 1, parts };
}
