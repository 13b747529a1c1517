import { type FleetContext, type FleetStep, openFleet } from './context.ts';
import type { FleetOperation } from './types.ts';

/** What each operation loads; each is a step of the workflow by itself. */
const OPERATIONS: Readonly<Record<FleetOperation, (context: FleetContext) => Promise<void>>> = {
  plan: async (context) => await (await import('./plan-step.ts')).plan(context),
  gate: async (context) => await (await import('./gate-step.ts')).gate(context),
  report: async (context) => {
    await (await import('./report/report.ts')).reportFleet(context);
  },
  watch: async (context) => await (await import('./watch-step.ts')).watch(context),
};

/**
 * Does an operation on a fleet, on any system: it reads and writes files of one directory, sets outputs, and changes nothing of the machine.
 *
 * @throws SetupError with the code of whatever stood in the way; E_GATE where the roll-out is to stop
 */
export async function operateFleet(step: FleetStep): Promise<void> {
  await OPERATIONS[step.inputs.operation as FleetOperation](await openFleet(step));
}
