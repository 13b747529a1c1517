import { parseWaves } from '../../src/fleet/shares.ts';
import type { FleetPlan, FleetRunner, LegResult, PlannedRunner } from '../../src/fleet/types.ts';
import type { Inventory, InventoryGo } from '../../src/inventory/document.ts';

/** Runners `g0-0`, `g0-1`, … in groups of these sizes. */
export function fleetOf(...sizes: readonly number[]): FleetRunner[] {
  return sizes.flatMap((size, group) =>
    Array.from({ length: size }, (_, index) => runnerOf(`g${group}-${index}`, `group ${group}`)),
  );
}

export function runnerOf(name: string, group = ''): FleetRunner {
  return { id: name, name, labels: [name], group, machineRoot: '' };
}

/** A result of a runner that was upgraded from 1.26.5 to 1.26.6. */
export function resultOf({ id }: { readonly id: string }, changes: Partial<LegResult> = {}): LegResult {
  return {
    schema: 1,
    id,
    runner: id,
    stage: 'canary',
    attempt: 1,
    operation: 'install',
    outcome: 'ok',
    code: 'ok',
    message: '',
    startedAt: '2026-11-28T10:00:00.000Z',
    durationMs: 1000,
    architecture: 'x64',
    before: '1.26.5',
    after: '1.26.6',
    rolledBack: false,
    recoveryMs: null,
    bytes: { downloaded: 0, reused: 0 },
    health: null,
    inventory: null,
    ...changes,
  };
}

/** A scan's result. @param version the machine's Go; null: none */
export function scanOf(
  runner: { readonly id: string },
  version: string | null,
  changes: Partial<LegResult> = {},
): LegResult {
  return resultOf(runner, {
    stage: 'scan',
    operation: 'status',
    before: version,
    after: version,
    ...changes,
  });
}

/** The part of an inventory that a plan reads. */
export function inventoryWith(go: Partial<InventoryGo>, unfinished = false): Inventory {
  return {
    host: { architecture: 'x64' },
    goes: [
      { state: 'whole', origin: 'machine', current: true, version: '1.26.6', architecture: 'x64', ...go },
    ],
    machineRoot: { unfinished: unfinished ? {} : null },
  } as unknown as Inventory;
}

export function wavesOf(text: string) {
  const parsed = parseWaves(text, 6);
  if ('wrong' in parsed) throw new Error(parsed.wrong);
  return parsed.waves;
}

/** A plan with these stages, from 1.26.5 to 1.26.6. */
export function planWith(
  stages: FleetPlan['stages'],
  limits = { maxFailures: 0.1, tolerance: 0.25 },
): FleetPlan {
  return {
    schema: 1,
    plannedAt: '2026-11-28T09:00:00.000Z',
    attempt: 1,
    wanted: '1.26.6',
    stages,
    skipped: [],
    later: [],
    runsNeeded: 1,
    limits,
  };
}

export function planned(runner: FleetRunner, from: string | null = '1.26.5'): PlannedRunner {
  return { ...runner, from };
}
