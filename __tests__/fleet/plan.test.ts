import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { machineGoOf } from '../../src/fleet/machine-go.ts';
import { chooseStages, type PlanRequest, planUpgrade, runsFor } from '../../src/fleet/plan.ts';
import { LEGS_IN_A_SLOT, UPGRADE_STAGES, upgradeSlots } from '../../src/fleet/slots.ts';
import type { FleetRunner, LegResult } from '../../src/fleet/types.ts';
import type { Inventory } from '../../src/inventory/document.ts';
import type { Context } from '../../src/toolchain.ts';
import { fleetOf, inventoryWith, runnerOf, scanOf, wavesOf } from './fleets.ts';

const DEFAULT = '5%, 10%, 25%, 50%, 100%';

function request(runners: readonly FleetRunner[], changes: Partial<PlanRequest> = {}): PlanRequest {
  return {
    plannedAt: '2026-11-28T10:00:00.000Z',
    attempt: 1,
    wanted: '1.26.6',
    runners,
    leftOut: [],
    scans: runners.map((runner) => scanOf(runner, '1.26.5')),
    parts: 1,
    rules: { canary: 1, waves: wavesOf(DEFAULT) },
    limits: { maxFailures: 0.1, tolerance: 0.25 },
    ...changes,
  };
}

const sizes = (plan: { stages: readonly { runners: readonly unknown[] }[] }) =>
  plan.stages.map(({ runners }) => runners.length);

describe('the stages of a plan', () => {
  it('are the canary and then growing waves', () => {
    expect(sizes(planUpgrade(request(fleetOf(51))))).toEqual([1, 3, 2, 8, 12, 25]);
  });

  it('are as many as there are runners for', () => {
    expect(planUpgrade(request(fleetOf(3))).stages).toMatchObject([
      { stage: 'canary', runners: [{ id: 'g0-0', from: '1.26.5' }] },
      { stage: 'wave-1', runners: [{ id: 'g0-1' }] },
      { stage: 'wave-2', runners: [{ id: 'g0-2' }] },
    ]);
    expect(planUpgrade(request(fleetOf(1))).stages.map(({ stage }) => stage)).toEqual(['canary']);
  });

  it('are none where every runner is up to date, and the workflow gets empty lists', () => {
    const runners = fleetOf(2);
    const plan = planUpgrade(request(runners, { scans: runners.map((one) => scanOf(one, '1.26.6')) }));
    expect(plan).toMatchObject({ stages: [], later: [], runsNeeded: 1 });
    expect(plan.skipped.map(({ why }) => why)).toEqual(['current', 'current']);
    expect(upgradeSlots(plan)).toEqual({
      scan: [[], []],
      canary: [],
      waves: [[], [], [], [], [], []],
      rollback: [[], []],
    });
  });

  it('take numbers of runners as well as percentages', () => {
    const rules = { canary: 2, waves: wavesOf('3, 50%, 100%') };
    expect(sizes(planUpgrade(request(fleetOf(22), { rules })))).toEqual([2, 3, 7, 10]);
  });

  it('give each wave its share of each group', () => {
    const { stages } = planUpgrade(
      request(fleetOf(101, 11), { rules: { canary: 1, waves: wavesOf('10%, 50%, 100%') } }),
    );
    const small = stages.map(({ runners }) => runners.filter(({ group }) => group === 'group 1').length);
    expect(small).toEqual([1, 1, 4, 5]);
  });

  it('cut a wave that is larger than a slot, and leave for the next run what finds none', () => {
    const plan = planUpgrade(request(fleetOf(1536)));
    expect(sizes(plan)).toEqual([1, 77, 77, 230, 256, 128, 256]);
    expect(plan.later).toHaveLength(511);
    expect(plan.runsNeeded).toBe(2);
    expect(plan.later.every((runner) => !('from' in runner))).toBe(true);
  });

  it('leave a whole group for later where its canary has no place', () => {
    const plan = planUpgrade(request(fleetOf(...Array.from({ length: 257 }, () => 2))));
    expect(sizes(plan)[0]).toBe(256);
    expect(plan.later.map(({ id }) => id)).toEqual(['g256-0', 'g256-1']);
  });
});

describe('a runner', () => {
  const [one, ...others] = fleetOf(2);
  const planned = (scan: LegResult, changes: Partial<PlanRequest> = {}) =>
    planUpgrade(request([one as FleetRunner], { scans: [scan], ...changes }));

  it('is left out where its scan failed or left nothing, with the reason', () => {
    const failed = scanOf(one as FleetRunner, null, {
      outcome: 'failed',
      code: 'E_WRONG_RUNNER',
      message: 'It is B.',
    });
    const { skipped } = planUpgrade(request([one as FleetRunner, ...others], { scans: [failed] }));
    expect(skipped).toEqual([
      { runner: one, why: 'scan-failed', detail: 'E_WRONG_RUNNER: It is B.' },
      { runner: others[0], why: 'no-answer', detail: 'its scan left no result' },
    ]);
  });

  it('that was left out before the scan stays so', () => {
    const leftOut = [{ runner: runnerOf('off'), why: 'offline', detail: '' }] as const;
    expect(planUpgrade(request(fleetOf(1), { leftOut })).skipped).toEqual(leftOut);
  });

  it('without a Go is upgraded from none', () => {
    expect(planned(scanOf(one as FleetRunner, null)).stages[0]?.runners[0]?.from).toBeNull();
  });

  it('with the wanted version is up to date, and upgraded all the same where a change was begun', () => {
    const found = (inventory: Inventory) =>
      planned(scanOf(one as FleetRunner, '1.26.6', { inventory })).skipped.map(({ why }) => why);
    expect(found(inventoryWith({}))).toEqual(['current']);
    expect(found(inventoryWith({}, true))).toEqual([]);
  });
});

describe("the machine's Go by a scan", () => {
  const go = (method: 'zip' | 'msi', ...goes: readonly Parameters<typeof inventoryWith>[0][]) => {
    const inventory = { ...inventoryWith({}), goes: goes.flatMap((one) => inventoryWith(one).goes) };
    const context = { inputs: { installMethod: method }, host: { architecture: 'x64' } };
    return machineGoOf(inventory, context as unknown as Context)?.version;
  };
  const ofMsi = { origin: 'msi', current: false } as const;

  it('is what current leads to, and with MSIs what is registered', () => {
    expect(go('zip', ofMsi, { version: '1.26.4' })).toBe('1.26.4');
    expect(go('msi', { version: '1.26.4' }, ofMsi)).toBe('1.26.6');
  });

  it('is none where there is only the other kind, or none that is whole', () => {
    expect(go('zip', ofMsi)).toBeUndefined();
    expect(go('msi', {})).toBeUndefined();
    expect(go('zip', { state: 'torn' })).toBeUndefined();
  });

  it('is, with MSIs of two architectures, the one of its own', () => {
    const other = { ...ofMsi, architecture: 'x86' } as const;
    expect(go('msi', other, { ...ofMsi, version: '1.26.5' })).toBe('1.26.5');
  });
});

describe('how many runs a fleet takes', () => {
  it('counts every part, and the runs of each', () => {
    expect(planUpgrade(request(fleetOf(1536), { parts: 7 })).runsNeeded).toBe(14);
    expect(planUpgrade(request(fleetOf(100), { parts: 3 })).runsNeeded).toBe(3);
  });

  it('counts runs that go only so far, and comes to an end', () => {
    const waves = wavesOf('10%');
    // 1 + 2 of 20, then 1 + 2 of 17, … until one by one.
    expect(runsFor(fleetOf(20), { canary: 1, waves })).toBe(9);
    expect(runsFor(fleetOf(5000), { canary: 1, waves: wavesOf('1') })).toBe(1000);
  });
});

describe('whatever the fleet', () => {
  const waves = fc.oneof(
    fc.constantFrom(DEFAULT, '100%', '10%', '1, 5, 20', '2, 50%', '0.5%, 300, 100%').map(wavesOf),
    fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }).map((parts) =>
      wavesOf(
        parts
          .sort((a, b) => a - b)
          .map((part) => `${part}%`)
          .join(','),
      ),
    ),
  );
  const fleets = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });
  const rules = fc.record({ canary: fc.integer({ min: 1, max: 256 }), waves });

  it('each runner is in the plan once, in a stage, skipped or later', () => {
    fc.assert(
      fc.property(fleets, rules, fc.integer({ min: 1, max: 5 }), (groups, rules, every) => {
        const runners = fleetOf(...groups);
        const scans = runners
          .filter((_, i) => i % every !== 1)
          .map((one, i) => scanOf(one, i % 3 ? '1.26.5' : '1.26.6'));
        const { stages, skipped, later } = planUpgrade(request(runners, { rules, scans }));
        const all = [...stages.flatMap((one) => one.runners), ...skipped.map((one) => one.runner), ...later];
        expect(all.map(({ id }) => id).sort()).toEqual(runners.map(({ id }) => id).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('no slot is too small or too large, the stages follow one another, and each group has its canary first', () => {
    fc.assert(
      fc.property(fleets, rules, (groups, rules) => {
        const runners = fleetOf(...groups);
        const { stages } = chooseStages(runners, rules);
        expect(stages.map(({ stage }) => stage)).toEqual(UPGRADE_STAGES.slice(0, stages.length));
        for (const { runners } of stages) {
          expect(runners.length).toBeGreaterThan(0);
          expect(runners.length).toBeLessThanOrEqual(LEGS_IN_A_SLOT);
        }
        const [canary, ...later] = stages;
        const first = new Set(canary?.runners.map(({ group }) => group));
        for (const { runners } of later) for (const { group } of runners) expect(first.has(group)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('the same fleet gives the same plan, and every fleet is through in the end', () => {
    fc.assert(
      fc.property(fleets, rules, (groups, rules) => {
        const runners = fleetOf(...groups);
        expect(planUpgrade(request(runners, { rules }))).toEqual(
          planUpgrade(request([...runners], { rules })),
        );
        expect(runsFor(runners, rules)).toBeLessThan(1000);
      }),
      { numRuns: 20 },
    );
  });
});
