import { describe, expect, it } from '@jest/globals';
import { FUZZERS } from '../lab/fuzz/fuzzers.ts';

/** Of some seconds in all; `npm run fuzz -- --cases 1000000` is the long run. */
const CASES: Readonly<Record<string, number>> = {
  'version-spec': 4000,
  'version-file': 1500,
  'release-list': 2000,
  'zip-directory': 3000,
  policy: 3000,
  'msi-log': 600,
};

describe('the property of the fuzzer', () => {
  // One seed that is the same everywhere, and one that nobody has tried: its number is in the failure.
  it.each(
    Object.keys(FUZZERS).flatMap((name) => [
      [name, 1],
      [name, Date.now() % 2 ** 31],
    ]),
  )('%s holds with seed %i', async (name, seed) => {
    const cases = CASES[name] ?? 0;
    const fuzzer = await FUZZERS[name]?.();
    const report = await fuzzer?.run(cases, Number(seed));
    expect(report).toMatchObject({ cases });
    // Cases of one kind alone would say little.
    expect(cases > 0 && Object.keys(report?.counts ?? {}).length).toBeGreaterThan(3);
  });
});
