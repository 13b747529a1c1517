import { moduleHash, moduleVersion } from '../lab/sumdb/module-hash.ts';
import { createSumDb } from '../lab/sumdb/sumdb.ts';
import { type Bench, inTurns, median, spread } from './measure.ts';
import { withWindows } from './windows.ts';

/**
 * A whole cold step with real Go that is checked against a checksum database of the lab, against one that is not. What the check costs is less than
 * what anything else on the machine adds: many runs, on a quiet machine.
 */
export const transparency: Bench = {
  runs: 9,
  measure: async (runs, say) => {
    const database = createSumDb();
    const also = (path: string) => (path.startsWith('/db/') ? database.answer(path.slice(4)) : undefined);
    return await withWindows(
      say,
      async ({ mirror, release, step, withRunner }) => {
        database.add('golang.org/toolchain', moduleVersion(release), await moduleHash(release, say));
        const environment = { GOSUMDB: `${database.verifierKey} ${mirror.origin}/db` };
        const times = { require: [] as number[], off: [] as number[] };
        const measure = async (mode: keyof typeof times) =>
          await withRunner(
            async (runner) => {
              const { wallMs, log } = await step(runner, 'cold', { transparency: mode });
              if (/^Verified against/m.test(log) !== (mode === 'require'))
                throw new Error(`With ${mode} the step did something else:\n${log}`);
              times[mode].push(wallMs / 1000);
              say(`${mode} ${(wallMs / 1000).toFixed(2)} s: ${/^Downloaded .*$/m.exec(log)?.[0]}`);
            },
            { environment },
          );
        await inTurns(runs, [() => measure('off'), () => measure('require')]);
        const value = median(times.require) / median(times.off);
        return {
          what: 'whole cold step with the check against a checksum database, against one without',
          value,
          unit: 'ratio',
          reach: 1.05,
          reached: value <= 1.05,
          details: [`with ${spread(times.require, 's')}`, `without ${spread(times.off, 's')}`],
        };
      },
      { also },
    );
  },
};
