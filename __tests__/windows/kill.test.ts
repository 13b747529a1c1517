import { expect, it, jest } from '@jest/globals';
import type { Round } from '../../lab/kill/plan.ts';
import { playRound } from '../../lab/kill/round.ts';
import { withScene } from '../../lab/kill/scene.ts';
import { describeWindows } from '../../lab/windows/suite.ts';

jest.setTimeout(300_000);

const ROUNDS: readonly Round[] = [
  { start: { kind: 'empty' }, kill: { kind: 'sight', sight: 'staging', delayMs: 60 } },
  { start: { kind: 'torn' }, kill: { kind: 'sight', sight: 'lock', delayMs: 0 } },
  { start: { kind: 'empty' }, kill: { kind: 'sight', sight: 'tree', delayMs: 0 } },
  { start: { kind: 'empty' }, kill: { kind: 'sight', sight: 'sidecar', delayMs: 0 } },
  {
    start: { kind: 'killed', at: { kind: 'sight', sight: 'staging', delayMs: 0 } },
    kill: { kind: 'time', fraction: 0.5 },
  },
];

// Many more of them, at random: npm run kill.
await describeWindows('a run that is killed', () => {
  it('leaves nothing that the next run does not put right', async () => {
    await withScene({ say: () => {} }, async (scene) => {
      for (const round of ROUNDS) {
        const { violations, log } = await playRound(round, scene);
        expect({ round, violations, log: violations.length > 0 ? log : '' }).toEqual({
          round,
          violations: [],
          log: '',
        });
      }
    });
  });
});
