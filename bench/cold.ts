import { type Bench, inTurns, median, spread } from './measure.ts';
import { buildPeer, runPeer } from './peer/peer.ts';
import { withWindows } from './windows.ts';

/**
 * A whole cold step with real Go against a peer: one step made of tool-cache's own downloadTool, a native unzip and cacheDir. Ours
 * verifies the SHA-256, publishes by a rename and runs `go version` as well; the peer does none of that.
 */
export const cold: Bench = {
  runs: 3,
  measure: async (runs, say) =>
    await withWindows(say, async ({ lab, mirror, release, step, withRunner }) => {
      const action = await buildPeer();
      const url = `${mirror.url}/${release.filename}`;
      const ours: number[] = [];
      const peer: number[] = [];
      const phases: Record<string, number[]> = {};
      await inTurns(runs, [
        async () => {
          const { wallMs, log } = await withRunner((runner) => step(runner, 'cold'));
          ours.push(wallMs / 1000);
          say(`ours ${(wallMs / 1000).toFixed(2)} s: ${/^Downloaded .*$/m.exec(log)?.[0]}`);
        },
        async () => {
          const { wallMs, outputs } = await withRunner((runner) => runPeer(action, url, release, runner));
          peer.push(wallMs / 1000);
          for (const name of ['download', 'unzip', 'cache']) {
            const times = phases[name] ?? [];
            phases[name] = [...times, Number(outputs[`${name}-ms`]) / 1000];
          }
          const parts = Object.entries(phases).map(
            ([name, times]) => `${name} ${times.at(-1)?.toFixed(2)} s`,
          );
          say(`peer ${(wallMs / 1000).toFixed(2)} s: ${parts.join(', ')}`);
        },
      ]);
      const value = median(ours) / median(peer);
      const parts = Object.entries(phases).map(([name, times]) => `${name} ${median(times).toFixed(2)} s`);
      const unzip = lab.kind === 'wine' ? 'unzip of the host' : 'extractZip';
      return {
        what: `whole cold step against downloadTool + ${unzip} + cacheDir`,
        value,
        unit: 'ratio',
        reach: 0.2,
        reached: value <= 0.2,
        details: [`ours ${spread(ours, 's')}`, `peer ${spread(peer, 's')}: ${parts.join(', ')}`],
      };
    }),
};
