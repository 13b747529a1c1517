// `npm run fuzz [-- fuzzer… --cases N --seed N]`: feeds parts of the action with inputs nobody thought of. Without a name all fuzzers run, each
// with its own number of cases; a failure shows the smallest input that breaks the property, and the seed that finds it again.
import { parseArgs } from 'node:util';
import type { Fuzzer } from '../fuzz/fuzzer.ts';
import { msiLog } from '../fuzz/msi-log.ts';

const FUZZERS: Readonly<Record<string, Fuzzer>> = { 'msi-log': msiLog };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string' }, seed: { type: 'string' } },
});
const names = positionals.length > 0 ? positionals : Object.keys(FUZZERS);
const cases = values.cases === undefined ? undefined : Number(values.cases);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const validCases = cases === undefined || (Number.isInteger(cases) && cases > 0);

if (names.some((name) => !(name in FUZZERS)) || !validCases || !Number.isInteger(seed)) {
  console.error(`npm run fuzz [-- fuzzer… --cases N --seed N]; fuzzers: ${Object.keys(FUZZERS).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of names) await fuzz(name);
}

async function fuzz(name: string): Promise<void> {
  const fuzzer = FUZZERS[name];
  if (fuzzer === undefined) return;
  const count = cases ?? fuzzer.cases;
  console.log(`${name}: ${fuzzer.property}; ${count} cases, seed ${seed}`);
  try {
    const report = await fuzzer.run(count, seed);
    const total = (report.totalMs / 1000).toFixed(1);
    console.log(`  holds; ${total} s, slowest case ${report.slowestMs.toFixed(0)} ms`);
    for (const figure of report.figures) console.log(`  ${figure}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
