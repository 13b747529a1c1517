// `npm run fleet:simulate [-- --runners N --seeds N --write]`: rolls a good, a half-bad and a bad release out over a simulated fleet, by three wave plans, and prints
// what that came to. --write keeps it: each roll-out in lab/fleet/rollouts.json, and the table in its page.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PAGE, pagePart, withPart } from '../fleet/page.ts';
import { type Simulated, simulate } from '../fleet/simulate.ts';
import { describeModel, tableOf } from '../fleet/table.ts';

const { values } = parseArgs({
  options: {
    runners: { type: 'string', default: '10000' },
    seeds: { type: 'string', default: '21' },
    write: { type: 'boolean', default: false },
  },
});
const [runners, seeds] = [Number(values.runners), Number(values.seeds)];

if (![runners, seeds].every((count) => Number.isSafeInteger(count) && count > 0)) {
  console.error('npm run fleet:simulate [-- --runners N --seeds N --write]');
  process.exitCode = 2;
} else {
  const started = performance.now();
  const rollouts: Simulated[] = [];
  for (const rollout of simulate(
    runners,
    Array.from({ length: seeds }, (_, index) => index + 1),
  )) {
    rollouts.push(rollout);
    const { plan, release, seed, end, runs, touched } = rollout;
    console.log(`${plan}, ${release}, seed ${seed}: ${end} after ${runs} runs, ${touched} touched`);
  }
  for (const line of ['', ...describeModel(), '', ...tableOf(rollouts)]) console.log(line);
  console.log(`\nIn ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  if (values.write) {
    const page = new URL(`../../${PAGE}`, import.meta.url);
    writeFileSync(page, withPart(readFileSync(page, 'utf8'), pagePart(rollouts)));
    const lines = rollouts.map((rollout) => JSON.stringify(rollout)).join(',\n');
    writeFileSync(new URL('../fleet/rollouts.json', import.meta.url), `[\n${lines}\n]\n`);
  }
}
