import { expect, it } from '@jest/globals';
import { planRollback } from '../../src/fleet/rollback-plan.ts';
import { RUNNERS_IN_A_RUN, rollbackSlots } from '../../src/fleet/slots.ts';
import { fleetOf, planned, planWith, resultOf, runnerOf } from './fleets.ts';

const [canary, first, second] = fleetOf(3).map((one) => planned(one));
if (!canary || !first || !second) throw new Error('three runners');
const plan = planWith([
  { stage: 'canary', runners: [canary] },
  { stage: 'wave-1', runners: [first, second] },
]);
const wave = (runner: typeof first, changes = {}) => resultOf(runner, { stage: 'wave-1', ...changes });
const back = (id: string) => ({
  id,
  name: id,
  labels: [id],
  'machine-root': '',
  operation: 'switch',
  'go-version': '1.26.5',
});

it('takes every runner back that has the new version, of all stages', () => {
  const results = [resultOf(canary), wave(first), wave(second)];
  expect(planRollback(plan, results, new Set(['canary', 'wave-1']))).toEqual(
    ['g0-0', 'g0-1', 'g0-2'].map(back),
  );
});

it('lets those be that are as they were: by themselves, or since nothing was changed', () => {
  const failed = { outcome: 'failed', code: 'E_HEALTH', after: '1.26.5' } as const;
  const results = [resultOf(canary), wave(first, { ...failed, rolledBack: true }), wave(second, failed)];
  expect(planRollback(plan, results, new Set(['canary', 'wave-1']))).toEqual([back('g0-0')]);
});

it('takes those along that left no result in a stage that was begun', () => {
  expect(planRollback(plan, [resultOf(canary)], new Set(['canary']))).toEqual([back('g0-0')]);
  expect(planRollback(plan, [resultOf(canary), wave(first)], new Set(['canary', 'wave-1']))).toHaveLength(3);
});

it('takes one back that a failed upgrade left without a Go', () => {
  const results = [resultOf(canary, { outcome: 'failed', code: 'E_VERIFY', after: null })];
  expect(planRollback(plan, results, new Set(['canary']))).toEqual([back('g0-0')]);
});

it('lets one be whose job came to another runner', () => {
  const elsewhere = { outcome: 'failed', code: 'E_WRONG_RUNNER', before: null, after: null } as const;
  expect(planRollback(plan, [resultOf(canary, elsewhere)], new Set(['canary']))).toEqual([]);
});

it('uninstalls where there was none before', () => {
  const plan = planWith([{ stage: 'canary', runners: [planned(runnerOf('new'), null)] }]);
  expect(
    planRollback(plan, [resultOf(runnerOf('new'), { before: null })], new Set(['canary'])),
  ).toMatchObject([{ operation: 'uninstall', 'go-version': '1.26.6' }]);
});

it('has nothing to go back to where a torn tree of the same version was repaired', () => {
  const plan = planWith([{ stage: 'canary', runners: [planned(runnerOf('torn'), '1.26.6')] }]);
  expect(planRollback(plan, [resultOf(runnerOf('torn'))], new Set(['canary']))).toEqual([]);
  expect(planRollback(plan, [], new Set(['canary']))).toEqual([]);
});

it('fits into the slots of the workflow, where all runners of a run go back', () => {
  const runners = fleetOf(RUNNERS_IN_A_RUN).map((one) => planned(one));
  const plan = planWith([{ stage: 'canary', runners }]);
  const { rollback, canary } = rollbackSlots(planRollback(plan, [], new Set(['canary'])));
  expect(rollback.map((slot) => slot.length)).toEqual([256, 73]);
  expect(canary).toEqual([]);
});
