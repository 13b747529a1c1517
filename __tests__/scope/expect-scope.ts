import { expect } from '@jest/globals';
import type { Runner, StepResult } from '../../lab/runner.ts';
import { describeChanges, outside, type Root, rootsOf } from '../../lab/scope/roots.ts';
import { type Observed, type ScopeWatch, watchScope } from '../../lab/scope/watch.ts';

/** Runs work of the action, and expects that nothing was changed but what is declared. */
export interface ScopeExpectation {
  /**
   * @param work returns the step that the changes are of
   * @param declared where they may be
   */
  within(declared: readonly Root[], work: () => Promise<StepResult>): Promise<ScopedStep>;
}

export interface ScopedStep extends Observed<StepResult> {
  /** Names of the declared roots in which something changed. */
  readonly touched: readonly string[];
}

/** @param noise what changes by itself, and is not looked at */
export async function expectScope(runner: Runner, noise: readonly Root[]): Promise<ScopeExpectation> {
  const watch: ScopeWatch = await watchScope(runner);
  return {
    within: async (declared, work) => {
      const { result, changes } = await watch.during(work);
      const left = outside(changes, noise);
      const stray = describeChanges(outside(left, declared));
      expect({ stray, log: stray.length > 0 ? result.log : '' }).toEqual({ stray: [], log: '' });
      return { result, changes: left, touched: rootsOf(left, declared) };
    },
  };
}
