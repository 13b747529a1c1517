import { type FleetInputs, readFleetInputs } from '../fleet-inputs.ts';
import type { Inputs } from '../inputs.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Log } from '../report/log.ts';
import type { Redact } from '../report/redact.ts';
import type { Timeline } from '../report/timeline.ts';
import type { SourceContext } from '../sources.ts';
import { workspaceOf } from '../windows/host.ts';

/** What an operation on a fleet is given by the step. */
export interface FleetStep {
  readonly inputs: Inputs;
  readonly log: Log;
  /** What texts of others go through before they are shown or written. */
  readonly redact: Redact;
  readonly timeline: Timeline;
  readonly signal: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
}

/** What every operation on a fleet needs. There is no tool cache, and nothing of the machine, in it. */
export interface FleetContext extends SourceContext, FleetStep {
  readonly fleet: FleetInputs;
}

/** @throws SetupError E_INPUT, also for a policy that is not usable */
export async function openFleet(step: FleetStep): Promise<FleetContext> {
  const { inputs, env, log } = step;
  const workspace = workspaceOf(env);
  const learned = {};
  return {
    ...step,
    fleet: readFleetInputs(workspace, env),
    policy: await loadPolicy(inputs, workspace, learned, log),
    // Every leg takes the release for its own architecture; which releases there are is asked of the most common one.
    host: { architecture: 'x64', workspace },
    learned,
  };
}
