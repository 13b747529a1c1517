import { fileURLToPath } from 'node:url';
import { startMirror } from '../lab/mirror/mirror.ts';
import { realRelease } from '../lab/releases/real.ts';
import { type Bench, inTurns, median, spread } from './measure.ts';
import { SLOW_US, withSlowMachine } from './slow-machine.ts';

const BYTES_PER_SECOND = 10e6;
const child = fileURLToPath(new URL('overlap-child.js', import.meta.url));

/** A whole installation from a slow mirror to a slow disk, against the longer of downloading alone and unpacking alone. */
export const overlap: Bench = {
  runs: 3,
  async measure(runs, say) {
    const release = await realRelease('1.26.6', { say });
    const mirror = await startMirror([release], { bandwidth: BYTES_PER_SECOND });
    const times = { install: [] as number[], download: [] as number[], unpack: [] as number[] };
    try {
      await withSlowMachine(async ({ lib, time }) => {
        const { path, sha256, size } = release;
        const measure = async (what: keyof typeof times) => {
          const { seconds, stdout } = await time((directory) => {
            const args = [lib, what, mirror.url, path, sha256, String(size), directory];
            return [process.execPath, child, ...args];
          });
          times[what].push(seconds);
          say(`${what} ${seconds.toFixed(2)} s ${/\d+ writer\S*/.exec(stdout)?.[0] ?? ''}`);
        };
        await inTurns(runs, [() => measure('install'), () => measure('download'), () => measure('unpack')]);
      });
    } finally {
      await mirror.close();
    }
    const longer = Math.max(median(times.download), median(times.unpack));
    const value = median(times.install) / longer;
    return {
      what: `install, ${BYTES_PER_SECOND / 1e6} MB/s and ${SLOW_US} µs per created file, against max(download, unpack)`,
      value,
      unit: 'ratio',
      reach: 1.15,
      reached: value <= 1.15,
      details: [
        `install ${spread(times.install, 's')}`,
        `download ${spread(times.download, 's')}, ${(release.size / BYTES_PER_SECOND).toFixed(2)} s at full rate`,
        `unpack ${spread(times.unpack, 's')}`,
      ],
    };
  },
};
