import { expect, it } from '@jest/globals';
import { planRounds } from '../../lab/kill/plan.ts';

it('plans the same rounds for the same seed, and others for another', () => {
  expect(planRounds(20, 1)).toEqual(planRounds(20, 1));
  expect(planRounds(20, 1)).not.toEqual(planRounds(20, 2));
});

it('aims at every part of an installation, from every start', () => {
  const rounds = planRounds(500, 1);
  const sights = rounds.flatMap(({ kill }) => (kill.kind === 'sight' ? [kill.sight] : []));
  expect(new Set(sights)).toEqual(new Set(['lock', 'staging', 'tree', 'sidecar', 'marker']));
  expect(new Set(rounds.map(({ start }) => start.kind))).toEqual(new Set(['empty', 'torn', 'killed']));
  const fractions = rounds.flatMap(({ kill }) => (kill.kind === 'time' ? [kill.fraction] : []));
  expect(fractions.length).toBeGreaterThan(200);
  expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
});
