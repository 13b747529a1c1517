import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { MachineStep } from '../../lab/kill/machine-steps.ts';
import type { Moment } from '../../lab/kill/plan.ts';
import type { PruneRound } from '../../lab/kill/prune-plan.ts';
import { type PruneScene, playPruneRound, withPruneScene } from '../../lab/kill/prune-round.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

jest.setTimeout(4 * 60_000);

const at = (step: MachineStep, delayMs = 0): Moment<MachineStep> => ({ kind: 'step', step, delayMs });
const ROUNDS: readonly PruneRound[] = [
  { kill: at('marker gone'), next: 'prune' },
  { kill: at('marker gone'), next: 'install' },
  { kill: at('tree moved aside'), next: 'prune' },
  { kill: at('tree moved aside', 10), next: 'install' },
  { kill: at('tree removed'), next: 'prune' },
];

// Many more of them, at every step and at random: npm run kill -- 30 --prune.
await describeWindows('a prune of the tool cache that is killed', (lab) => {
  let scene: PruneScene;
  let close = () => {};
  let closed: Promise<void>;
  beforeAll(async () => {
    await new Promise<void>((resolve, reject) => {
      closed = withPruneScene(lab, async (opened) => {
        scene = opened;
        const closing = new Promise<void>((end) => {
          close = end;
        });
        resolve();
        await closing;
      });
      closed.catch(reject);
    });
  }, PREPARATION_MS);
  afterAll(async () => {
    close();
    await closed;
  });

  it.each(ROUNDS)(
    'is finished by the next one, or by an installation of what it removed: %j',
    async (round) => {
      const { violations, log } = await playPruneRound(round, scene);
      expect({ violations, log: violations.length > 0 ? log : '' }).toEqual({ violations: [], log: '' });
    },
  );

  it('would be noticed, had it removed what it was to keep', async () => {
    const { kept } = scene;
    const wanted = new Map([...kept.wanted, ['src/never.go', { size: 1, crc: 1 }]]);
    const round: PruneRound = { kill: at('tree removed'), next: 'prune' };
    const other = { ...scene, kept: { ...kept, wanted } };
    const { violations } = await playPruneRound(round, other);
    expect(violations).toEqual([
      expect.stringMatching(/1 of \d+ files missing \(src\/never\.go\)/),
      expect.stringMatching(/1 of \d+ files missing \(src\/never\.go\)/),
    ]);
  });
});
