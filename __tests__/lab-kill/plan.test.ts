import { describe, expect, it } from '@jest/globals';
import { planMachineRounds } from '../../lab/kill/machine-plan.ts';
import { MACHINE_STEPS, PRUNE_STEPS } from '../../lab/kill/machine-steps.ts';
import { planMsiRounds } from '../../lab/kill/msi-plan.ts';
import { MSI_STEPS } from '../../lab/kill/msi-steps.ts';
import type { Moment } from '../../lab/kill/plan.ts';
import { planPruneRounds } from '../../lab/kill/prune-plan.ts';
import { planZipRounds } from '../../lab/kill/zip-plan.ts';
import { zipSteps } from '../../lab/kill/zip-steps.ts';

interface Planned {
  readonly kill: Moment;
}
const WAYS: [string, (count: number, seed: number) => Planned[], readonly { name: string }[]][] = [
  ['ZIP', planZipRounds, zipSteps()],
  ['MSI', planMsiRounds, MSI_STEPS],
  ['versions of the machine', planMachineRounds, MACHINE_STEPS],
  ['a prune', planPruneRounds, PRUNE_STEPS],
];

describe.each(WAYS)('a plan of kills by %s', (_way, plan, steps) => {
  const names = steps.map(({ name }) => name).sort();
  const aimed = (rounds: readonly Planned[]) =>
    rounds.flatMap(({ kill }) => (kill.kind === 'step' ? [kill] : []));

  it('is the same for the same seed, and another for another', () => {
    expect(plan(60, 1)).toEqual(plan(60, 1));
    expect(plan(60, 1)).not.toEqual(plan(60, 2));
  });

  it('has a kill at each step as soon as there are as many kills as steps', () => {
    for (const seed of [1, 2, 3]) {
      const kills = aimed(plan(steps.length, seed));
      expect(kills.map(({ step }) => step).sort()).toEqual(names);
      expect(kills.filter(({ delayMs }) => delayMs > 0)).toEqual([]);
    }
  });

  it('deals the steps out evenly, at the step and after it, and the other half at random', () => {
    const rounds = plan(500, 1);
    const kills = aimed(rounds);
    expect(kills).toHaveLength(250);
    const counts = names.map((name) => kills.filter(({ step }) => step === name).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    for (const name of names) {
      const own = kills.filter(({ step }) => step === name);
      expect(own.filter(({ delayMs }) => delayMs === 0).length).toBeGreaterThan(3);
      expect(own.filter(({ delayMs }) => delayMs > 0).length).toBeGreaterThan(3);
    }
    const fractions = rounds.flatMap(({ kill }) => (kill.kind === 'time' ? [kill.fraction] : []));
    for (const tenth of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(fractions.some((fraction) => Math.floor(fraction * 10) === tenth)).toBe(true);
  });
});

it('aims at a step of a ZIP only from a start in which it comes', () => {
  const rounds = planZipRounds(500, 1);
  expect(new Set(rounds.map(({ start }) => start.kind))).toEqual(
    new Set(['empty', 'torn', 'whole', 'killed']),
  );
  const aside = rounds.filter(({ kill }) => kill.kind === 'step' && kill.step === 'old tree moved aside');
  expect(new Set(aside.map(({ start }) => start.kind))).toEqual(new Set(['torn']));
  const onHits = rounds.flatMap(({ start, kill }) =>
    start.kind === 'whole' && kill.kind === 'step' ? [kill.step] : [],
  );
  expect(onHits.filter((step) => step !== 'environment written' && step !== 'outputs written')).toEqual([]);
});

it('aims at a step of an MSI only in a change that comes to it', () => {
  const rounds = planMsiRounds(500, 1);
  const works = (name: string) =>
    new Set(rounds.flatMap(({ work, kill }) => (kill.kind === 'step' && kill.step === name ? [work] : [])));
  expect(new Set(rounds.map(({ work }) => work))).toEqual(
    new Set(['upgrade', 'failing', 'repair', 'uninstall', 'first']),
  );
  expect(works('recovery started')).toEqual(new Set(['failing']));
  expect(works('new Go arrives')).toEqual(new Set(['upgrade', 'first']));
  // Where there was no Go, there is none to go back to; where nothing is upgraded, none to go on to.
  expect(rounds.filter(({ work, next }) => work === 'first' && next === 'old')).toEqual([]);
  expect(
    rounds.filter(({ work, next }) => /failing|repair|uninstall/.test(work) && next === 'wanted'),
  ).toEqual([]);
});

it('aims at a step of the machine only in a change that comes to it, and goes on from where there is a way', () => {
  const rounds = planMachineRounds(500, 1);
  const works = (name: string) =>
    new Set(rounds.flatMap(({ work, kill }) => (kill.kind === 'step' && kill.step === name ? [work] : [])));
  expect(new Set(rounds.map(({ work }) => work))).toEqual(
    new Set(['switch', 'rollback', 'install', 'first', 'uninstall', 'repair', 'prune']),
  );
  expect(works('link in place')).toEqual(new Set(['switch', 'rollback', 'install', 'first']));
  expect(works('tree in place')).toEqual(new Set(['repair']));
  expect(works('marker gone')).toEqual(new Set(['uninstall', 'prune']));
  // Where the version that was there is gone, neither the same again nor a way back leaves a Go.
  expect(rounds.filter(({ work, next }) => work === 'uninstall' && next !== 'before')).toEqual([]);
});
