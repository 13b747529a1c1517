import { realRelease } from '../lab/releases/real.ts';
import { type Bench, inTurns, median, spread } from './measure.ts';
import { needProgram, SLOW_US, withSlowMachine } from './slow-machine.ts';

/**
 * How long our unpacking of a real Go archive takes against `unzip`, where each created file takes 1 ms longer. Both in processes of
 * their own, timed from start to exit; ours verifies the SHA-256 as well.
 */
export const unpack: Bench = {
  runs: 3,
  async measure(runs, say) {
    await needProgram('unzip', 'unzip');
    const release = await realRelease('1.26.6', { say });
    const ours: number[] = [];
    const unzip: number[] = [];
    await withSlowMachine(async ({ lib, time }) => {
      const script = `
        import { fetchTree } from ${JSON.stringify(`${lib}/archive/fetch-tree.js`)};
        const [path, sha256, size, target] = process.argv.slice(1);
        const wanted = { sha256, size: Number(size), filename: path };
        const tree = await fetchTree({ kind: 'file', path }, wanted, target, { timeoutMs: 60000 });
        console.log(tree.writers + ' writers, ' + Math.round(process.resourceUsage().maxRSS / 1024) + ' MiB at most');`;
      const args = ['--input-type=module', '-e', script, release.path, release.sha256, String(release.size)];
      await inTurns(runs, [
        async () => {
          const { seconds } = await time((target) => ['unzip', '-q', release.path, '-d', target]);
          unzip.push(seconds);
          say(`unzip ${seconds.toFixed(2)} s`);
        },
        async () => {
          const { seconds, stdout } = await time((target) => [process.execPath, ...args, target]);
          ours.push(seconds);
          say(`ours  ${seconds.toFixed(2)} s, ${stdout}`);
        },
      ]);
    });
    const value = median(ours) / median(unzip);
    return {
      what: `unpack, ${SLOW_US} µs injected per created file, against unzip`,
      value,
      unit: 'ratio',
      reach: 1 / 6,
      reached: value <= 1 / 6,
      details: [`ours ${spread(ours, 's')}`, `unzip ${spread(unzip, 's')}`],
    };
  },
};
