import { expect, it, jest } from '@jest/globals';
import { tableOf } from '../../lab/soak/report.ts';
import { playSoak } from '../../lab/soak/soak.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

jest.setTimeout(PREPARATION_MS);

// Much more of it: npm run soak.
await describeWindows('a short soak', () => {
  it('of three runners leaves no torn tree, no error that was not injected and nothing else', async () => {
    const said: string[] = [];
    const result = await playSoak(
      { runners: 3, installs: 4, versions: 3, seed: 5 },
      (line) => void said.push(line),
    );
    const violations = [...result.installs.flatMap((one) => one.violations), ...result.endViolations];
    expect({ violations, said: violations.length > 0 ? said : [] }).toEqual({ violations: [], said: [] });
    expect(result.installs).toHaveLength(3 * 4 + 3);
    const met = new Set(result.installs.map((one) => one.met));
    expect(met.has('kill')).toBe(true);
    expect(tableOf(result)).toContain('| errors that were not | 0 |');
  });
});
