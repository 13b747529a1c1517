import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { takePart } from '../../src/fleet/parts.ts';
import { planRollback } from '../../src/fleet/rollback-plan.ts';
import { RUNNERS_IN_A_RUN, rollbackSlots, scanSlots } from '../../src/fleet/slots.ts';
import { fleetOf, planned, planWith, runnerOf } from './fleets.ts';

const WORKFLOW = new URL('../../.github/workflows/upgrade-fleet.yml', import.meta.url);
interface Job {
  readonly steps: readonly { readonly uses?: string; readonly with?: { readonly name?: string } }[];
}
const uploads = (step: Job['steps'][number]) =>
  step.uses?.startsWith('actions/upload-artifact@') ? [step.with?.name ?? ''] : [];

it('a fleet that fits is one part, whatever the number of the run', () => {
  const fleet = fleetOf(RUNNERS_IN_A_RUN);
  expect(takePart(fleet, 7)).toEqual({ runners: fleet, part: 1, parts: 1 });
  expect(takePart(fleet, Number.NaN).part).toBe(1);
});

it('the runs of a row take each runner once, and never more than fit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 0, max: 1e6 }), (size, run) => {
      const fleet = fleetOf(size);
      const { parts } = takePart(fleet, run);
      const taken = Array.from({ length: parts }, (_, at) => takePart(fleet, run + at).runners);
      for (const runners of taken) expect(runners.length).toBeLessThanOrEqual(RUNNERS_IN_A_RUN);
      expect(
        taken
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(fleet.map(({ id }) => id).sort());
    }),
    { numRuns: 30 },
  );
});

it('the artifacts of a run that goes all the way back are no more than a job of it is told of', () => {
  const { jobs } = parse(readFileSync(WORKFLOW, 'utf8')) as { jobs: Readonly<Record<string, Job>> };
  const names = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(uploads));
  const ofLegs = new Set(names.filter((name) => name.includes('matrix.runner.id')));
  const others = names.filter((name) => !ofLegs.has(name));
  expect(ofLegs.size).toBe(3);
  expect(ofLegs.size * RUNNERS_IN_A_RUN + others.length).toBeLessThanOrEqual(1000);
});

it('what GitHub takes of outputs has room for a part, however long the labels are', () => {
  const fleet = Array.from({ length: 1500 }, (_, at) => ({
    ...runnerOf(`runner-${at}`),
    labels: [`runner-${at}`, ...['x', 'y', 'z', 'w'].map((letter) => letter.repeat(250))],
  }));
  const { runners, parts } = takePart(fleet, 0);
  expect(parts).toBe(7);
  const stages = [{ stage: 'canary' as const, runners: runners.map((runner) => planned(runner)) }];
  for (const slots of [
    scanSlots(runners),
    rollbackSlots(planRollback(planWith(stages), [], new Set(['canary']))),
  ])
    expect(JSON.stringify(slots).length * 2).toBeLessThan(1_000_000);
});
