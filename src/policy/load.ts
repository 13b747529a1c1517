import type { Inputs } from '../inputs.ts';
import type { Log } from '../report/log.ts';
import type { Context } from '../toolchain.ts';
import type { StepPolicy } from './step-policy.ts';

/**
 * The policy of a step. What it takes is loaded only where there is one.
 *
 * @param workspace what its path counts from
 * @param learned what the step comes to know of releases; filled while it runs
 * @throws SetupError E_INPUT for a file that is not usable; E_POLICY
 */
export async function loadPolicy(
  inputs: Inputs,
  workspace: string,
  learned: Context['learned'],
  log: Log,
): Promise<StepPolicy | undefined> {
  if (inputs.policy === '') return undefined;
  const { openPolicy } = await import('./open.ts');
  return await openPolicy(inputs, workspace, learned, log);
}
