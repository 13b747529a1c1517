import { SetupError } from './errors.ts';
import { attemptOf } from './fleet/attempt.ts';
import { UPGRADE_STAGES } from './fleet/slots.ts';
import type { Stage } from './fleet/types.ts';
import { flag, invalid, percent, text, wholeNumber } from './input-values.ts';

/** The words of the input `stage`: those of legs, and `upgrade`, which is a plan's alone. */
const STAGES: readonly (Stage | 'upgrade')[] = ['scan', 'upgrade', ...UPGRADE_STAGES, 'rollback'];

/** Reads the inputs that speak of one leg of a fleet's upgrade. @throws SetupError E_INPUT */
export function legInputs() {
  return {
    expectedRunner: text('expected-runner'),
    runnerId: text('runner-id'),
    stage: stage(),
    resultFile: text('result-file'),
    healthCheck: flag('health-check', false),
    healthRuns: wholeNumber('health-runs', 9) ?? 3,
    tolerance: percent('tolerance', '25%', 1000),
  };
}

/** Empty where it is not given. */
function stage(): Stage | 'upgrade' | '' {
  const value = text('stage');
  if (value === '') return '';
  const known = STAGES.find((one) => one === value);
  if (known === undefined)
    throw invalid('stage', value, 'it is no stage of an upgrade', `Use one of: ${STAGES.join(', ')}.`);
  return known;
}

/** What the file of a leg's result says of the leg before anything is known of how it went. */
export interface LegName {
  /** The input `result-file`; empty: none is written. */
  readonly file: string;
  readonly id: string;
  readonly runner: string;
  readonly stage: Stage;
  readonly attempt: number;
  readonly operation: string;
}

/**
 * Who the leg is. Read by itself and never refused, so that a step whose inputs are refused leaves its result, too. Without `runner-id` the leg goes by
 * the name of the runner, and without `stage` a status is a scan, and anything else a canary.
 */
export function readLegName(env: NodeJS.ProcessEnv): LegName {
  const runner = env['RUNNER_NAME'] ?? '';
  const operation = text('operation') || 'install';
  const given = STAGES.find((one) => one === text('stage'));
  const otherwise = operation === 'status' ? 'scan' : 'canary';
  return {
    file: text('result-file'),
    id: text('runner-id') || runner,
    runner,
    stage: given === undefined || given === 'upgrade' ? otherwise : given,
    attempt: attemptOf(env),
    operation,
  };
}

/**
 * GitHub gives a job to any runner that has its labels. A leg that is meant for one runner is not done on another.
 *
 * @throws SetupError E_WRONG_RUNNER
 */
export function requireRunner(expected: string, env: NodeJS.ProcessEnv): void {
  const actual = env['RUNNER_NAME'] ?? '';
  if (expected === '' || expected.toLowerCase() === actual.toLowerCase()) return;
  throw new SetupError(
    'E_WRONG_RUNNER',
    `This job is for the runner ${expected}, and ${actual === '' ? 'RUNNER_NAME is not set' : `it runs on ${actual}`}. Nothing was changed.`,
    {
      remedy: `Give each runner of the fleet a label that no other one has, such as its name, and have it in the labels of ${expected}.`,
      evidence: [`runner ${actual || '(without a name)'}, expected ${expected}`],
    },
  );
}
