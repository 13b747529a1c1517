import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NEW, OLD, RELEASES, WAVE_PLANS } from '../../lab/fleet/model.ts';
import { PAGE, pagePart, withPart } from '../../lab/fleet/page.ts';
import { rollOut } from '../../lab/fleet/rollout.ts';
import { type Simulated, simulate } from '../../lab/fleet/simulate.ts';
import { tableOf } from '../../lab/fleet/table.ts';
import { summarizeFleet } from '../../src/fleet/report/summary.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const kept = JSON.parse(read('lab/fleet/rollouts.json')) as Simulated[];

describe('the table of the simulation', () => {
  it('is of 10,000 runners, and made of the roll-outs that are kept', () => {
    expect(kept.every(({ runners }) => runners === 10_000)).toBe(true);
    expect(withPart(read(PAGE), pagePart(kept))).toBe(read(PAGE));
  });

  it.each([1, 21])(
    'has roll-outs that planner and gate come to now, else: npm run fleet:simulate -- --write (seed %d)',
    (seed) => {
      const same = kept.filter((one) => one.seed === seed);
      expect(same).toHaveLength(WAVE_PLANS.length * RELEASES.length);
      expect([...simulate(10_000, [seed])]).toEqual(same);
    },
  );

  it('has a row for each wave plan and release, with median and worst of the seeds', () => {
    const one = kept.find(({ plan, release }) => plan === 'fast' && release === 'bad') as Simulated;
    const those = [4, 8, 100].map((touched) => ({ ...one, touched }));
    const rows = tableOf(those).filter((line) => line.startsWith('| fast | bad |'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('| fast | bad | 0.08% / 1% |');
  });
});

describe('a simulated fleet', () => {
  const runners = 600;
  const seeds = [1, 2, 3, 4];
  const every = WAVE_PLANS.flatMap((plan) => RELEASES.map((release) => ({ plan, release })));

  it.each(every.map((one) => [one.plan.name, one.release.name, one] as const))(
    '(%s, %s) is touched in stages that were judged or begun, and has back after a stop what it had, or the report says where not',
    (_, __, { plan, release }) => {
      let runs = 0;
      for (const seed of seeds)
        rollOut(release, plan, { runners, seed }, ({ records, touched, end }, fleet) => {
          runs++;
          const report = summarizeFleet(records, { reportedAt: '2026-08-18T00:00:00Z' });
          const begun = new Set(
            report.stages.filter(({ state }) => state !== 'not-reached').map(({ stage }) => stage),
          );
          // A stage whose jobs were cancelled may have left no file at all.
          const next = report.stages.find(({ state }) => state === 'not-reached')?.stage;
          if (end === 'cancelled' && next !== undefined) begun.add(next);
          for (const { id, stage, state, after } of report.runners) {
            const runner = fleet.get(id);
            if (runner === undefined) throw new Error(`${id} is not in the fleet`);
            if (touched.has(runner)) expect([id, begun.has(stage ?? 'wave-6')]).toEqual([id, true]);
            if (state === 'upgraded') expect([id, runner.version]).toEqual([id, NEW]);
            if (state === 'rolled-back') expect([id, runner.version]).toEqual([id, OLD]);
            if (after !== 'unknown' && state !== 'not-reached')
              expect([id, runner.version]).toEqual([id, after]);
            if (end === 'stopped' && touched.has(runner) && runner.version === NEW)
              expect(['not-rolled-back', 'lost']).toContain(state);
          }
        });
      expect(runs).toBeGreaterThanOrEqual(seeds.length);
    },
  );

  it.each(WAVE_PLANS.map((plan) => [plan.name, plan] as const))(
    'never has a bad release on more than the canaries of one run (%s)',
    (_, plan) => {
      const bad = RELEASES.find(({ name }) => name === 'bad') as (typeof RELEASES)[number];
      for (let seed = 1; seed <= 30; seed++) {
        const { end, runs, touched, left, stoppedByChance, cancelled } = rollOut(bad, plan, {
          runners,
          seed,
        });
        expect(end).toBe('found');
        // A run that was cancelled, or stopped for another reason, has found nothing.
        expect(runs).toBe(1 + stoppedByChance + cancelled);
        expect(touched).toBeLessThanOrEqual(runs * 4 * plan.rules.canary);
        expect(left).toBeLessThanOrEqual(cancelled * 4 * plan.rules.canary);
      }
    },
  );

  it('is the same for the same seed, and another one for another', () => {
    const [plan, release] = [WAVE_PLANS[1], RELEASES[0]] as [
      (typeof WAVE_PLANS)[number],
      (typeof RELEASES)[number],
    ];
    const play = (seed: number) => rollOut(release, plan, { runners, seed });
    expect(play(5)).toEqual(play(5));
    expect(play(5)).not.toEqual(play(6));
  });

  it('gets a good release everywhere, by every wave plan', () => {
    for (const { plan, release } of every.filter((one) => one.release.name === 'good'))
      for (const seed of seeds)
        expect(rollOut(release, plan, { runners, seed })).toMatchObject({ end: 'done', harmed: 0, left: 0 });
  });
});
