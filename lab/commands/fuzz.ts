// `npm run fuzz [-- fuzzer… --cases N --seed N --jobs N]`: feeds parts of the action with inputs nobody thought of, in as many processes as there are
// cores. Without a name all fuzzers run, each with its own number of cases; a failure shows the smallest input that breaks the property, and the
// seed that finds it again.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { FUZZERS } from '../fuzz/fuzzers.ts';
import { type CampaignResult, playCampaign } from '../fuzz/pool.ts';
import { createProgress, describeFindings, describeNotes, tableOf } from '../fuzz/table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string' }, seed: { type: 'string' }, jobs: { type: 'string' } },
});
const names = positionals.length > 0 ? positionals : Object.keys(FUZZERS);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const jobs = Number(values.jobs ?? availableParallelism());
const cases = values.cases === undefined ? undefined : Number(values.cases);
const say = (line: string) => console.log(line);
const isCount = (value: number) => Number.isSafeInteger(value) && value > 0;

if (
  names.some((name) => !(name in FUZZERS)) ||
  !isCount(cases ?? 1) ||
  !isCount(jobs) ||
  !Number.isSafeInteger(seed)
) {
  const usage = 'npm run fuzz [-- fuzzer… --cases N --seed N --jobs N]';
  console.error(`${usage}; fuzzers: ${Object.keys(FUZZERS).join(', ')}`);
  process.exitCode = 2;
} else {
  const results: { name: string; property: string; result: CampaignResult }[] = [];
  for (const name of names) {
    const fuzzer = await FUZZERS[name]?.();
    if (fuzzer === undefined) continue;
    const count = cases ?? fuzzer.cases;
    say(`${name}: ${fuzzer.property}; ${count} cases, seed ${seed}, processes: ${jobs}`);
    const onProgress = createProgress(count, say);
    const result = await playCampaign({ name, cases: count, seed, jobs, onProgress });
    for (const line of [...describeNotes(result.report), ...describeFindings(name, result)]) say(`  ${line}`);
    if (result.findings.length > 0) process.exitCode = 1;
    results.push({ name, property: fuzzer.property, result });
  }
  for (const line of tableOf(results)) say(line);
}
