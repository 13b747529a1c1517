import { describe, expect, it } from '@jest/globals';
import { compare, describeHealth } from '../../src/fleet/health-compare.ts';
import { median } from '../../src/fleet/median.ts';

const measure = (name: string, ...runsMs: number[]) => ({
  ...{ goVersion: `go version ${name} windows/amd64`, runsMs, medianMs: median(runsMs) ?? 0 },
});

it.each([
  [[5], 5],
  [[9, 1, 2], 2],
  [[100, 20], 60],
  [[10, 9, 8, 1000], 9.5],
  [[], null],
])('the median of %j is %j', (all, middle) => {
  const given = [...all];
  expect(median(all)).toBe(middle);
  expect(all).toEqual(given);
});

describe('a Go beside the one before', () => {
  const before = measure('go1.26.5', 1000, 990, 4000);

  it.each([
    [1250, 'well'],
    [1251, 'slower'],
    [500, 'well'],
  ])('with a median of %d ms is %s by a tolerance of a quarter', (ms, verdict) => {
    const health = compare(before, measure('go1.26.6', 1, ms, 9000), 0.25);
    expect(health).toMatchObject({ verdict, ratio: ms / 1000 });
  });

  it('is well where there is none', () => {
    expect(compare(undefined, measure('go1.26.6', 9000), 0)).toMatchObject({
      before: null,
      ratio: null,
      verdict: 'well',
    });
  });

  it('is told in a sentence', () => {
    const health = compare(before, measure('go1.26.6', 2100, 2100, 2100), 0.25);
    expect(describeHealth(health)).toBe(
      'go1.26.6 builds and tests the benchmark module in 2.1 s (median of 3), go1.26.5 did in 1.0 s: 2.10 times as long',
    );
  });
});
