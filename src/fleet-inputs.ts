import path from 'node:path';
import * as core from '@actions/core';
import { SetupError } from './errors.ts';
import { parseWaves, type Reach } from './fleet/shares.ts';
import { SLOTS } from './fleet/slots.ts';
import { duration, invalid, percent, text, wholeNumber } from './input-values.ts';

/** The inputs of the operations on a fleet. */
export interface FleetInputs {
  /** JSON, or the path of a file with it from the workspace; empty where it is not given. */
  readonly runners: string;
  /** May read the self-hosted runners of the repository or organization; empty: nobody is asked. */
  readonly runnersToken: string;
  /** May read and cancel the run. */
  readonly watchToken: string;
  /** Where the steps' files lie; the whole path. */
  readonly fleetDir: string;
  /** Runners of each group that go first. */
  readonly canary: number;
  readonly waves: readonly Reach[];
  /** The largest share of a wave that may fail, 0 to 1. */
  readonly maxFailures: number;
  /** How long a leg may wait for its runner. */
  readonly queueTimeoutMs: number;
}

/**
 * Reads the inputs of the operations on a fleet, and masks the secrets among them. Read for these operations alone.
 *
 * @param workspace what relative paths begin at
 * @throws SetupError E_INPUT naming the input and the values it takes
 */
export function readFleetInputs(workspace: string, env: NodeJS.ProcessEnv): FleetInputs {
  const runnersToken = secret('runners-token', text('runners-token'));
  const watchToken = secret('watch-token', text('watch-token'));
  return {
    runners: text('runners'),
    runnersToken,
    watchToken,
    fleetDir: fleetDirectory(text('fleet-dir'), workspace, env),
    canary: wholeNumber('canary', 256) ?? 1,
    waves: waves(text('waves') || '5%, 10%, 25%, 50%, 100%'),
    maxFailures: percent('max-failures', '10%', 100),
    queueTimeoutMs: duration('queue-timeout', '30m'),
  };
}

function secret(name: string, value: string): string {
  if (value === '') return '';
  core.setSecret(value);
  if (!/[^\x21-\x7e]/.test(value)) return value;
  throw new SetupError('E_INPUT', `The input ${name} holds a character that no token has.`, {
    remedy: 'See whether the secret has a line end, a space or a letter of another script in it.',
  });
}

function fleetDirectory(value: string, workspace: string, env: NodeJS.ProcessEnv): string {
  if (value !== '') return path.resolve(workspace, value);
  const temp = env['RUNNER_TEMP'];
  if (temp) return path.join(temp, 'fleet');
  throw new SetupError('E_INPUT', 'The input fleet-dir is not given, and RUNNER_TEMP is not set.', {
    remedy: 'Run the action as a step of a GitHub Actions job, or give fleet-dir.',
  });
}

function waves(value: string): readonly Reach[] {
  const parsed = parseWaves(value, SLOTS);
  if ('waves' in parsed) return parsed.waves;
  throw invalid(
    'waves',
    value,
    parsed.wrong,
    'Write it like 5%, 25%, 100%: how far the upgrade is after each wave.',
  );
}
