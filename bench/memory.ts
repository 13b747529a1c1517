import { type Bench, inTurns, spread } from './measure.ts';
import { emptyNode, withWindows } from './windows.ts';

/** The largest resident size that the process of a cold step ever has: the kernel's own high-water mark. */
export const memory: Bench = {
  runs: 3,
  measure: async (runs, say) =>
    await withWindows(say, async ({ lab, step, withRunner }) => {
      const ours: number[] = [];
      const node: number[] = [];
      await inTurns(runs, [
        async () => {
          const { peakBytes = Number.NaN } = await emptyNode(lab);
          node.push(peakBytes / 1e6);
        },
        async () => {
          const { peakBytes = Number.NaN, log } = await withRunner((runner) => step(runner, 'cold'));
          ours.push(peakBytes / 1e6);
          say(`cold step ${(peakBytes / 1e6).toFixed(0)} MB, ${/with \d+ writer/.exec(log)?.[0]}`);
        },
      ]);
      const value = Math.max(...ours);
      return {
        what: 'peak memory of a cold step',
        value,
        unit: 'MB',
        reach: 300,
        reached: value <= 300,
        details: ['the largest of all runs', `ours ${spread(ours, 'MB')}`, `node -e 0 ${spread(node, 'MB')}`],
      };
    }),
};
