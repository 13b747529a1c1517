import { type Bench, inTurns, median, spread } from './measure.ts';
import { emptyNode, withWindows } from './windows.ts';

/** A whole step that finds its Go in the tool cache against starting the same node for nothing, in pairs. */
export const hit: Bench = {
  runs: 21,
  measure: async (runs, say) =>
    await withWindows(say, async ({ lab, step, withRunner }) => {
      const ours: number[] = [];
      const node: number[] = [];
      await withRunner(async (runner) => {
        await step(runner, 'cold');
        // The first of each is not counted: it brings the programs into memory.
        await emptyNode(lab);
        await step(runner, 'hit');
        await inTurns(runs, [
          async () => void node.push((await emptyNode(lab)).wallMs / 1000),
          async () => void ours.push((await step(runner, 'hit')).wallMs / 1000),
        ]);
      });
      const pairs = median(ours.map((seconds, index) => seconds / (node[index] ?? Number.NaN)));
      const medians = median(ours) / median(node);
      return {
        what: 'a hit: whole step against node -e 0',
        value: pairs,
        unit: 'ratio',
        reach: 1.5,
        reached: Math.max(pairs, medians) <= 1.5,
        details: [
          `median of the ratios of ${runs} pairs; ratio of the medians ${medians.toFixed(2)}`,
          `ours ${spread(ours, 's')}`,
          `node -e 0 ${spread(node, 's')}`,
        ],
      };
    }),
};
