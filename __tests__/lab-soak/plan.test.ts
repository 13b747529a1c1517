import { describe, expect, it } from '@jest/globals';
import { createGate } from '../../lab/soak/gate.ts';
import { planSoak } from '../../lab/soak/plan.ts';

describe('the plan of a soak', () => {
  const plan = { runners: 8, installs: 50, versions: 5, seed: 1 };

  it('is the same for the same seed, another for another, and another for each runner', () => {
    expect(planSoak(plan)).toEqual(planSoak(plan));
    expect(planSoak(plan)).not.toEqual(planSoak({ ...plan, seed: 2 }));
    const [first, second] = planSoak(plan);
    expect(first).not.toEqual(second);
  });

  it('has every version, every state of the tool cache and every way to be in the way', () => {
    const all = planSoak(plan).flat();
    expect(new Set(all.map(({ version }) => version))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(new Set(all.map(({ before }) => before))).toEqual(new Set(['as it is', 'removed', 'torn']));
    const kinds = all.map(({ injection }) => injection.kind);
    for (const kind of ['none', 'kill', 'lock', 'fault'] as const)
      expect(kinds.filter((one) => one === kind).length).toBeGreaterThan(20);
    const lasting = all.filter(({ injection }) => injection.kind === 'fault' && injection.times === 'all');
    expect(lasting.length).toBeGreaterThan(5);
  });
});

describe('the gate of a version', () => {
  it('prepares only while nobody is in, and then lets those in who have waited, together', async () => {
    const gate = createGate();
    const said: string[] = [];
    const work = (name: string, waits?: Promise<void>) => async () => {
      said.push(`${name} in`);
      await waits;
      said.push(`${name} out`);
    };
    let leave = () => {};
    const first = gate.pass(undefined, work('first', new Promise((resolve) => (leave = resolve))));
    let end = () => {};
    const prepared = gate.pass(
      async () => void said.push('prepare'),
      work('prepared', new Promise((resolve) => (end = resolve))),
    );
    const waiting = gate.pass(undefined, work('waiting'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(said).toEqual(['first in']);
    leave();
    await Promise.all([first, waiting]);
    expect(said.slice(0, 3)).toEqual(['first in', 'first out', 'prepare']);
    expect(said).not.toContain('prepared out');
    end();
    await prepared;
  });

  it('lets others in after a preparation that failed', async () => {
    const gate = createGate();
    await expect(
      gate.pass(
        () => Promise.reject(new Error('no')),
        async () => 1,
      ),
    ).rejects.toThrow('no');
    expect(
      await gate.pass(
        async () => {},
        async () => 2,
      ),
    ).toBe(2);
  });
});
