// `npm run bench [-- row… --runs N]`: measures speed and memory against peers, each row in one run and in turns, and says what of
// bench/README.md's goals is reached.
import { availableParallelism, cpus, release } from 'node:os';
import { parseArgs } from 'node:util';
import { cold } from '../../bench/cold.ts';
import { hit } from '../../bench/hit.ts';
import type { Bench, Figure } from '../../bench/measure.ts';
import { memory } from '../../bench/memory.ts';
import { overlap } from '../../bench/overlap.ts';
import { runners } from '../../bench/runners.ts';
import { transparency } from '../../bench/transparency.ts';
import { unpack } from '../../bench/unpack.ts';
import { LabError } from '../windows/lab.ts';
import { prepareWindows } from '../windows/prepare.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  cold,
  unpack,
  hit,
  overlap,
  runners,
  memory,
  transparency,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' } } });
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = names.filter((name) => !(name in BENCHES));
const runs = values.runs === undefined ? undefined : Number(values.runs);

if (unknown.length > 0 || (runs !== undefined && !(Number.isInteger(runs) && runs > 0))) {
  console.error(`npm run bench [-- row… --runs N]; rows: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    await measureAll();
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function measureAll(): Promise<void> {
  console.log(await describeMachine());
  const lines: string[] = [];
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) continue;
    console.log(`\n── ${name}`);
    const figure = await bench.measure(runs ?? bench.runs, (line) => console.log(line));
    const line = `${name.padEnd(12)} ${describe(figure)}`;
    console.log(line);
    for (const detail of figure.details) console.log(`  ${detail}`);
    lines.push(line);
    if (!figure.reached) process.exitCode = 1;
  }
  console.log(`\n${lines.join('\n')}`);
}

function describe({ value, unit, reach, reached, what }: Figure): string {
  const text = (number: number) => (unit === 'MB' ? `${number.toFixed(0)} MB` : number.toFixed(3));
  return `${text(value).padStart(7)}, to reach ${text(reach)}: ${reached ? 'reached' : 'MISSED'} (${what})`;
}

async function describeMachine(): Promise<string> {
  const lab = await prepareWindows({ say: (line) => console.log(line) });
  const node = await lab.run(lab.node, ['-p', 'process.version']);
  await lab.dispose();
  const processor = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`;
  return [
    `${new Date().toISOString().slice(0, 10)}, ${processor}, ${process.platform} ${release()}`,
    `node ${process.version}; ${lab.description}, node ${node.stdout.trim()}`,
  ].join('\n');
}
