import { invalid } from '../input-values.ts';
import type { FleetContext } from './context.ts';

/** The operation `plan`: who is looked at, who is upgraded in which stage, or who goes back. @throws SetupError E_INPUT, and as each of them */
export async function plan(context: FleetContext): Promise<void> {
  const { stage } = context.inputs;
  if (stage === 'scan') {
    const { planScan } = await import('./scan-step.ts');
    return await planScan(context);
  }
  if (stage === 'upgrade') {
    const { planStages } = await import('./upgrade-step.ts');
    return await planStages(context);
  }
  if (stage === 'rollback') {
    const { planWayBack } = await import('./rollback-step.ts');
    return await planWayBack(context);
  }
  throw invalid('stage', stage, 'operation: plan has no such stage', 'Use scan, upgrade or rollback.');
}
