import path from 'node:path';
import type { Inputs } from '../inputs.ts';
import type { Log } from '../report/log.ts';
import { readPolicy } from './read.ts';
import { describePolicy } from './refusal.ts';
import { createStepPolicy, type StepPolicy } from './step-policy.ts';

/** Operations that end with a Go that is used. */
const RULED = /^(?:install|switch|rollback|repair)$/;

/**
 * Reads the policy of a step, says which it is, and checks what it says of the step's way to install.
 *
 * @param workspace what the path of the policy counts from
 * @param learned what the step comes to know of releases; filled while it runs
 * @throws SetupError E_INPUT for a file that is not usable; E_POLICY
 */
export async function openPolicy(
  inputs: Pick<Inputs, 'policy' | 'operation' | 'installMethod'>,
  workspace: string,
  learned: { readonly versions?: readonly string[] },
  log: Log,
): Promise<StepPolicy> {
  const policy = await readPolicy(path.resolve(workspace, inputs.policy));
  log.info(`Policy ${describePolicy(policy)}, SHA-256 ${policy.sha256}`);
  const step = createStepPolicy(policy, learned, log);
  if (RULED.test(inputs.operation)) step.requireMethod(inputs.installMethod);
  return step;
}
