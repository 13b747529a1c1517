import { describe, expect, it } from '@jest/globals';
import {
  type After,
  type Before,
  decideRecovery,
  type Found,
  type RecoveryStep,
} from '../../src/msi/recovery.ts';

const both = [false, true];
const founds: Found[] = both.flatMap((registered) => both.map((whole) => ({ registered, whole })));
const befores: Before[] = (['none', 'working', 'broken'] as const).flatMap((old) =>
  both.map((secured) => ({ old, secured })),
);
const cases = befores.flatMap((before) =>
  founds.flatMap((old) => founds.map((fresh) => [before, { old, new: fresh }] as const)),
);

/** What steps do to a machine, taking the worst case: both versions in one directory. */
function play(steps: readonly RecoveryStep[], before: Before, after: After): After {
  let { old, new: fresh } = after;
  for (const step of steps) {
    switch (step) {
      case 'remove-new':
        expect(fresh.registered).toBe(true);
        fresh = { registered: false, whole: false };
        old = { ...old, whole: false };
        break;
      case 'clear-tree':
        expect(fresh.registered).toBe(false);
        fresh = { ...fresh, whole: false };
        old = { ...old, whole: false };
        break;
      case 'install-old':
        expect([before.secured, old.registered, fresh]).toEqual([
          true,
          false,
          { registered: false, whole: false },
        ]);
        old = { registered: true, whole: true };
        break;
      case 'repair-old':
        expect([before.secured, old.registered, fresh.registered]).toEqual([true, true, false]);
        old = { registered: true, whole: true };
        break;
    }
  }
  return { old, new: fresh };
}

const name = (value: unknown) => JSON.stringify(value).replaceAll('"', '');

describe('recovery after a failure', () => {
  it.each(cases.map((pair) => [name(pair), ...pair] as const))('%s', (_, before, after) => {
    const plan = decideRecovery(before, after);
    const end = play(plan.steps, before, after);

    const works = { old: end.old.whole, new: end.new.whole, none: !end.old.whole && !end.new.whole };
    expect(works[plan.ends]).toBe(true);
    // Whoever had a working Go has one, unless preflight let an upgrade pass without the old package and both are broken.
    const possible = before.secured || after.old.whole || after.new.whole;
    if (before.old === 'working' && possible) expect(plan.ends).not.toBe('none');
    // Whoever had none has a whole one or nothing of it.
    if (before.old === 'none' && !after.old.registered && !after.old.whole) {
      expect(end.new.registered).toBe(end.new.whole);
    }
    // With the package at hand nothing ends half registered.
    if (before.secured && before.old !== 'none') {
      expect([end.old.registered && end.old.whole, end.new.registered && end.new.whole]).toContain(true);
      expect(end.old.registered && end.new.registered).toBe(false);
    }
    expect(plan.reason).toMatch(/^[A-Z].*\.$/);
    expect(plan.action === 'nothing').toBe(plan.steps.length === 0);
  });

  const gone: Found = { registered: false, whole: false };
  const whole: Found = { registered: true, whole: true };
  const torn: Found = { registered: true, whole: false };
  const had: Before = { old: 'working', secured: true };

  it.each<[string, Before, After, string, string]>([
    ['a failed launch condition', had, { old: whole, new: gone }, 'nothing', 'old'],
    ['neither version (H1)', had, { old: gone, new: gone }, 'reinstall-old', 'old'],
    ['a half uninstalled old version', had, { old: torn, new: gone }, 'repair-old', 'old'],
    ['half a new version', had, { old: gone, new: torn }, 'remove-new-then-reinstall-old', 'old'],
    ['both registered', had, { old: torn, new: whole }, 'remove-new-then-reinstall-old', 'old'],
    ['a failure after the work was done', had, { old: gone, new: whole }, 'nothing', 'new'],
    [
      'a first installation undone',
      { old: 'none', secured: false },
      { old: gone, new: gone },
      'clear-leftovers',
      'none',
    ],
    [
      'half a first installation',
      { old: 'none', secured: false },
      { old: gone, new: torn },
      'remove-new',
      'none',
    ],
  ])('%s', (_, before, after, action, ends) => {
    expect(decideRecovery(before, after)).toMatchObject({ action, ends });
  });
});
