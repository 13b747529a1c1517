import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningStep, StepResult } from '../runner.ts';
import type { Moment } from './plan.ts';
import type { StepWatch } from './step-watch.ts';

/** How a run is begun and watched. */
export interface Killable<Step extends string> {
  /** How long a whole step takes. */
  readonly stepMs: number;
  /** Brings everything to where the run is to begin; called before each try. */
  prepare(): Promise<void>;
  /** Begins to watch, then starts. */
  watch(onStep: (step: Step) => void): StepWatch<Step>;
  start(): Promise<RunningStep>;
}

/** A run that was killed. */
export interface Killed<Step extends string> {
  /** The last step that was seen of it. */
  readonly last: Step | undefined;
  readonly result: StepResult;
}

const TRIES = 8;

/**
 * Kills a run at its moment. One that was quicker is repeated with an earlier moment, so that every round has a kill. A step that was passed
 * before it was seen counts as seen.
 *
 * @param order all steps
 * @throws Error where the run was through each time, as one is in which the step never comes
 */
export async function killRun<Step extends string>(
  moment: Moment<Step>,
  order: readonly Step[],
  run: Killable<Step>,
): Promise<Killed<Step>> {
  let part = 1;
  for (let tries = 1; tries <= TRIES; tries++, part *= 0.7) {
    await run.prepare();
    const timers: NodeJS.Timeout[] = [];
    let kill: (() => void) | undefined;
    let due = false;
    const end = () => {
      due = true;
      kill?.();
    };
    const after = (ms: number) => (ms < 1 ? end() : void timers.push(setTimeout(end, ms)));
    let aimed = false;
    const watching = run.watch((step) => {
      if (moment.kind !== 'step' || aimed || order.indexOf(step) < order.indexOf(moment.step)) return;
      aimed = true;
      after(moment.delayMs * part);
    });
    const step = await run.start();
    kill = () => step.kill('SIGKILL');
    if (due) kill();
    if (moment.kind === 'time') after(moment.fraction * part * run.stepMs);
    const result = await step.result;
    await sleep(20); // wineserver closes the files of the dead, and the last events arrive
    const last = watching.last();
    watching.close();
    for (const timer of timers) clearTimeout(timer);
    if (result.signal !== null) return { last, result };
  }
  throw new Error(
    moment.kind === 'step'
      ? `a run was through ${TRIES} times before it could be killed at "${moment.step}"`
      : `a run was through ${TRIES} times before its moment came`,
  );
}
