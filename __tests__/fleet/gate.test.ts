import { describe, expect, it } from '@jest/globals';
import { judgeStage } from '../../src/fleet/gate.ts';
import type { FleetLimits, Health, LegResult, UpgradeStage } from '../../src/fleet/types.ts';
import { fleetOf, planned, planWith, resultOf } from './fleets.ts';

const slow = (ratio: number) => ({ verdict: 'well', ratio }) as Health;

/** Judges a stage of ten runners. @param changes what the results of the first of them have; null: lost */
function judge(stage: UpgradeStage, changes: readonly (Partial<LegResult> | null)[], limits?: FleetLimits) {
  const runners = fleetOf(10).map((one) => planned(one));
  const results = runners.flatMap((runner, index) => {
    const change = changes[index];
    return change === null ? [] : [resultOf(runner, { stage, ...change })];
  });
  return judgeStage(planWith([{ stage, runners }], limits), stage, results);
}

const failed: Partial<LegResult> = {
  outcome: 'failed',
  code: 'E_DISK',
  message: 'No room.',
  after: '1.26.5',
};

describe('the canary', () => {
  it('goes on when all is well', () => {
    expect(judge('canary', []).verdict).toEqual({
      schema: 1,
      stage: 'canary',
      attempt: 1,
      goOn: true,
      reason: 'The canary is well: all of 10 runners.',
      due: 10,
      failed: 0,
      lost: 0,
      ratio: null,
    });
  });

  it('stops at a single failure, whatever the limit', () => {
    const { verdict, evidence } = judge('canary', [failed], { maxFailures: 1, tolerance: 1 });
    expect(verdict).toMatchObject({
      goOn: false,
      failed: 1,
      reason: 'The canary stops the roll-out: 1 failed of 10 runners, and none may.',
    });
    expect(evidence).toEqual(['g0-0: E_DISK: No room. (now with Go 1.26.5)']);
  });

  it('says of a leg that was refused before it looked what went wrong, and nothing of its Go', () => {
    const refused = { ...failed, code: 'E_WRONG_RUNNER', message: 'It is B.', before: null, after: null };
    expect(judge('canary', [refused]).evidence).toEqual(['g0-0: E_WRONG_RUNNER: It is B.']);
  });

  it('stops at a single one that is lost', () => {
    expect(judge('canary', [null])).toMatchObject({
      verdict: { goOn: false, lost: 1 },
      evidence: ['g0-0: no result'],
    });
  });
});

describe('a wave', () => {
  it('goes on with as many failures as may be', () => {
    expect(judge('wave-2', [{ ...failed, rolledBack: true }])).toMatchObject({
      verdict: { goOn: true, reason: 'Wave 2 is well enough: 1 failed of 10 runners, 10% where 10% may.' },
      evidence: ['g0-0: E_DISK: No room. (went back by itself, now with Go 1.26.5)'],
    });
  });

  it.each([
    [5.6, 7, 125],
    [7, 7, 100],
    [11.6, 29, 250],
  ])('goes on with exactly %d %%, as %d of %d are', (percent, count, of) => {
    const runners = fleetOf(of).map((one) => planned(one));
    const plan = planWith([{ stage: 'wave-1', runners }], { maxFailures: percent / 100, tolerance: 0.25 });
    const well = (from: number) => runners.slice(from).map((one) => resultOf(one, { stage: 'wave-1' }));
    expect(judgeStage(plan, 'wave-1', well(count)).verdict.goOn).toBe(true);
    expect(judgeStage(plan, 'wave-1', well(count + 1)).verdict.goOn).toBe(false);
  });

  it('stops at one more, lost ones included', () => {
    expect(judge('wave-2', [failed, null]).verdict).toMatchObject({
      goOn: false,
      failed: 1,
      lost: 1,
      reason: 'Wave 2 stops the roll-out: 1 failed and 1 left no result of 10 runners, 20% where 10% may.',
    });
  });

  it('stops at the first where none may fail', () => {
    expect(judge('wave-1', [failed], { maxFailures: 0, tolerance: 0.25 }).verdict.goOn).toBe(false);
  });

  it('stops where most runners got slower, though none failed', () => {
    const health = slow(1.3);
    expect(judge('wave-1', Array(6).fill({ health })).verdict).toMatchObject({
      goOn: false,
      ratio: 1.3,
      reason:
        'Wave 1 stops the roll-out: its benchmark takes 1.3 times as long as before, where 1.25 is allowed.',
    });
  });

  it('takes the middle of what was measured, and only of that', () => {
    const ratios = [1.2, 1.1].map((ratio) => ({ health: slow(ratio) }));
    expect(judge('wave-1', ratios).verdict).toMatchObject({ goOn: true, ratio: 1.15 });
    expect(judge('wave-1', [...ratios, { health: slow(9) }]).verdict).toMatchObject({
      goOn: true,
      ratio: 1.2,
    });
  });

  it('passes over results of another stage', () => {
    expect(judge('wave-1', [{ stage: 'scan' }]).verdict.lost).toBe(1);
  });

  it('takes a result about another release for none, and one that does not know the Go for one', () => {
    expect(judge('wave-1', [{ after: '1.26.4' }, { after: null }])).toMatchObject({
      verdict: { lost: 1, failed: 0 },
      evidence: ['g0-0: its result is about Go 1.26.4 and not 1.26.6, so it is of something else'],
    });
  });

  it('that has no runner goes on', () => {
    expect(judgeStage(planWith([]), 'wave-3', []).verdict).toMatchObject({
      goOn: true,
      due: 0,
      reason: 'Wave 3 has no runner.',
    });
  });
});
