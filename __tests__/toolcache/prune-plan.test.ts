import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare } from 'semver';
import { type Candidate, type KeepRules, planPrune } from '../../src/toolcache/prune-plan.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-28T12:00:00Z');

const one = (version: string, more: Partial<Candidate> = {}): Candidate => ({
  group: 'go x64',
  version,
  ours: true,
  torn: false,
  usedAt: NOW - 100 * DAY,
  holds: [],
  ...more,
});

/** Which of these versions are removed. */
function removed(candidates: readonly Candidate[], rules: KeepRules): string[] {
  return planPrune(candidates, rules, NOW)
    .filter(({ fate }) => fate === 'remove')
    .map(({ candidate }) => candidate.version);
}

const THERE = ['1.24.9', '1.26.6', '1.25.10', '1.25.9', '1.26.5', '1.24.10'];

describe('what a prune removes', () => {
  it.each<[KeepRules, string[]]>([
    [{ keepVersions: 1 }, ['1.24.9', '1.25.10', '1.25.9', '1.26.5', '1.24.10']],
    [{ keepVersions: 3 }, ['1.24.9', '1.25.9', '1.24.10']],
    [{ keepVersions: 6 }, []],
    [{ keepMinors: 1 }, ['1.24.9', '1.25.10', '1.25.9', '1.26.5', '1.24.10']],
    [{ keepMinors: 2 }, ['1.24.9', '1.25.9', '1.26.5', '1.24.10']],
    [{ keepMinors: 9 }, ['1.24.9', '1.25.9', '1.26.5']],
    [{ keepVersions: 2, keepMinors: 3 }, ['1.24.9', '1.25.9']],
    [{ keepDays: 99 }, ['1.24.9', '1.26.6', '1.25.10', '1.25.9', '1.26.5', '1.24.10']],
    [{ keepDays: 100 }, []],
    [{ keepDays: 99, keepVersions: 5 }, ['1.24.9']],
  ])('with %j', (rules, expected) => {
    expect(
      removed(
        THERE.map((version) => one(version)),
        rules,
      ),
    ).toEqual(expected);
  });

  it('counts each architecture and each folder by itself', () => {
    const there = [
      one('1.26.6'),
      one('1.26.5'),
      one('1.20.0', { group: 'go x86' }),
      one('1.26.6', { group: 'go-0123abcd x64' }),
    ];
    expect(removed(there, { keepVersions: 1 })).toEqual(['1.26.5']);
    expect(removed(there, { keepMinors: 1 })).toEqual(['1.26.5']);
  });

  it('counts a version once that lies in two tool caches', () => {
    expect(
      removed([one('1.26.6'), one('1.26.6'), one('1.26.5'), one('1.26.4')], { keepVersions: 2 }),
    ).toEqual(['1.26.4']);
  });

  it.each<[string, string[], KeepRules, string[]]>([
    ['takes no place', ['1.27.0-rc.1', '1.26.6', '1.25.9'], { keepVersions: 2 }, []],
    ['takes no place of a minor', ['1.27.0-rc.1', '1.26.6', '1.25.9'], { keepMinors: 2 }, []],
    [
      'goes when a newer one is there',
      ['1.27.0-rc.2', '1.27.0-rc.1', '1.26.6'],
      { keepVersions: 1 },
      ['1.27.0-rc.1'],
    ],
    ['goes when its release is there', ['1.27.0', '1.27.0-rc.2'], { keepMinors: 5 }, ['1.27.0-rc.2']],
    ['goes when a newer release is there', ['1.28.0', '1.27.0-rc.2'], { keepVersions: 9 }, ['1.27.0-rc.2']],
  ])('a prerelease %s: %j with %j', (_case, there, rules, expected) => {
    expect(
      removed(
        there.map((version) => one(version)),
        rules,
      ),
    ).toEqual(expected);
  });

  it('is never what is held, whoever holds it', () => {
    const [held] = planPrune(
      [one('1.20.0', { holds: ['lease of a', 'lease of b'], torn: true })],
      { keepDays: 1 },
      NOW,
    );
    expect(held).toMatchObject({ fate: 'keep', reason: 'lease of a; lease of b' });
  });

  it('is never what is not ours, which takes no place either', () => {
    const there = [one('1.27.0', { ours: false }), one('1.26.6'), one('not a version', { ours: false })];
    expect(planPrune(there, { keepVersions: 1 }, NOW).map(({ fate }) => fate)).toEqual([
      'leave',
      'keep',
      'leave',
    ]);
  });

  it('is what is torn, which takes no place', () => {
    const there = [one('1.27.0', { torn: true, usedAt: NOW }), one('1.26.6')];
    expect(removed(there, { keepVersions: 1, keepDays: 5 })).toEqual(['1.27.0']);
  });

  it('says why, of each', () => {
    const there = [one('1.26.6', { usedAt: NOW }), one('1.25.9', { usedAt: NOW - 41 * DAY })];
    const rules = { keepVersions: 1, keepMinors: 1, keepDays: 40 };
    expect(planPrune(there, rules, NOW).map(({ reason }) => reason)).toEqual([
      'the newest version, the newest patch of the newest minor, used today',
      'not the newest version, not the newest patch of the newest minor, last used 41 days ago',
    ]);
  });

  it('is nothing that nobody asked for: without a rule there is no plan', () => {
    expect(() => planPrune([one('1.26.6')], {}, NOW)).toThrow('without a rule');
  });

  it('for any tool cache and any rules, is ours, held by nobody, and older than what is kept by number', () => {
    const version = fc
      .tuple(
        fc.integer({ min: 18, max: 28 }),
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom('', '', '', '-rc.1', '-rc.2'),
      )
      .map(([minor, patch, suffix]) => `1.${minor}.${suffix === '' ? patch : 0}${suffix}`);
    const candidate = fc.record({
      group: fc.constantFrom('go x64', 'go x86', 'go-0123abcd x64'),
      version,
      ours: fc.boolean(),
      torn: fc.boolean(),
      usedAt: fc.integer({ min: NOW - 400 * DAY, max: NOW + DAY }),
      holds: fc.constantFrom([], [], ['lease']),
    });
    const count = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined });
    const rules = fc
      .record({ keepVersions: count, keepMinors: count, keepDays: count })
      .filter((rule) => Object.values(rule).some((value) => value !== undefined));
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 40 }), rules, (there, keep) => {
        const plan = planPrune(there, keep, NOW);
        expect(plan.map((planned) => planned.candidate)).toEqual(there);
        for (const { candidate: gone, fate, reason } of plan) {
          expect(reason).toMatch(/./);
          expect(fate === 'leave').toBe(!gone.ours);
          if (fate !== 'remove') continue;
          expect(gone.holds).toEqual([]);
          if (gone.torn) continue;
          if (keep.keepDays !== undefined) expect(NOW - gone.usedAt).toBeGreaterThan(keep.keepDays * DAY);
          const newer = new Set(
            there
              .filter((other) => other.ours && !other.torn && other.group === gone.group)
              .map((other) => other.version)
              .filter((other) => compare(other, gone.version) > 0),
          );
          // A release goes only where as many newer releases stay; a prerelease where anything newer does.
          const releases = [...newer].filter((other) => !other.includes('-'));
          const byNumber = keep.keepVersions ?? keep.keepMinors;
          if (byNumber !== undefined && gone.version.includes('-')) expect(newer.size).toBeGreaterThan(0);
          else if (keep.keepVersions !== undefined)
            expect(releases.length).toBeGreaterThanOrEqual(keep.keepVersions);
        }
        // Somebody who keeps by number keeps one at least of each group that has a release.
        if (keep.keepVersions === undefined && keep.keepMinors === undefined) return;
        for (const group of new Set(there.filter((it) => it.ours && !it.torn).map((it) => it.group)))
          expect(plan.some((it) => it.fate === 'keep' && it.candidate.group === group)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
