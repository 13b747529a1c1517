// `npm run soak [-- --runners N --installs N --seed N --scanner --report FILE]`: several runners install five versions into one tool cache at the same time, again and
// again, while their node is killed, others hold their locks and the mirror lets them down. Ends with a table, and with 1 where anything is
// not as it should be.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isClean, tableOf } from '../soak/report.ts';
import { playSoak } from '../soak/soak.ts';
import { LabError } from '../windows/lab.ts';

const VERSIONS = 5;
const { values } = parseArgs({
  options: {
    runners: { type: 'string' },
    installs: { type: 'string' },
    seed: { type: 'string' },
    scanner: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});
const runners = Number(values.runners ?? 8);
const installs = Number(values.installs ?? 50);
const seed = Number(values.seed ?? 1);
const isCount = (value: number) => Number.isSafeInteger(value) && value > 0;

if (!isCount(runners) || !isCount(installs) || !Number.isSafeInteger(seed)) {
  console.error('npm run soak [-- --runners N --installs N --seed N --scanner --report FILE]');
  process.exitCode = 2;
} else {
  try {
    const result = await playSoak(
      { runners, installs, versions: VERSIONS, seed, scanner: values.scanner },
      console.log,
    );
    const table = tableOf(result);
    for (const line of ['', ...table]) console.log(line);
    // Where npm was called from, which is not where it runs this.
    if (values.report !== undefined)
      await writeFile(path.resolve(process.env['INIT_CWD'] ?? '.', values.report), `${table.join('\n')}\n`);
    if (!isClean(result)) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
