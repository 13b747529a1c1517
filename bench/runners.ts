import { type Bench, inTurns, median, spread } from './measure.ts';
import { type WindowsBench, withWindows } from './windows.ts';

const RUNNERS = 8;

/** Eight runners that want the same version at once, with one empty tool cache between them, against one runner. */
export const runners: Bench = {
  runs: 3,
  measure: async (runs, say) =>
    await withWindows(say, async (bench) => {
      const one: number[] = [];
      const all: number[] = [];
      const downloads: number[] = [];
      const race = async (count: number, into: number[]) => {
        const { seconds, downloaded, installed } = await installTogether(bench, count);
        into.push(seconds);
        downloads.push(downloaded);
        say(
          `${count} runner(s): ${seconds.toFixed(2)} s, the file downloaded ${downloaded.toFixed(2)} times, ${installed} installed it`,
        );
      };
      await inTurns(runs, [() => race(1, one), () => race(RUNNERS, all)]);
      const value = median(all) / median(one);
      const once = downloads.every((count) => count === 1);
      return {
        what: `${RUNNERS} runners, one cache, same version, against one runner`,
        value,
        unit: 'ratio',
        reach: 1.5,
        reached: value <= 1.5 && once,
        details: [
          once ? 'exactly one download each time' : `DOWNLOADS: ${downloads.join(', ')}`,
          `${RUNNERS} runners ${spread(all, 's')}`,
          `one runner ${spread(one, 's')}`,
        ],
      };
    }),
};

/** Runs the step on so many runners at once; seconds until the last has ended, and how often the whole file was sent. */
async function installTogether(
  { lab, mirror, release, step, withRunner }: WindowsBench,
  count: number,
): Promise<{ seconds: number; downloaded: number; installed: number }> {
  const shared = await lab.newScratch('shared-tools');
  mirror.forget();
  const runner = (index: number) => ({ name: `runner-${index + 1}`, toolCache: shared.windows });
  const started = performance.now();
  const results = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      withRunner(async (one) => {
        const result = await step(one, 'either');
        return { result, at: performance.now() };
      }, runner(index)),
    ),
  );
  const ended = Math.max(...results.map(({ at }) => at));
  const sent = mirror.requests
    .filter(({ asked }) => asked === 'files')
    .reduce((sum, request) => sum + request.sent, 0);
  return {
    seconds: (ended - started) / 1000,
    downloaded: sent / release.size,
    installed: results.filter(({ result }) => result.outputs['tool-cache-hit'] === 'false').length,
  };
}
