// `npm run kill [-- ROUNDS --seed N --zip --msi --machine --prune --jobs N --only 7,12 --real VERSION --report FILE --evidence DIR]`: kills the Windows node that runs
// the action, at random moments and at every step that can be seen from outside, and looks each time whether the next run puts everything right.
// Where no way is named, three rounds of four install a ZIP; in the others msiexec changes the machine, and goes on when the node is killed. With
// --machine versions of the machine are switched, by links in the place of junctions; with --prune versions of the tool cache are removed.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Played, playCampaign } from '../kill/campaign.ts';
import { reportOf, stepsWithoutKill } from '../kill/report.ts';
import { machineWay, msiWay, pruneWay, type Way, zipWay } from '../kill/ways.ts';
import { LabError } from '../windows/lab.ts';
import { prepareWindows } from '../windows/prepare.ts';
import { openPrivateWindows } from '../windows/private.ts';

const USAGE =
  'npm run kill [-- ROUNDS --seed N --zip --msi --machine --prune --jobs N --only 7,12 --real VERSION --report FILE --evidence DIR]';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    zip: { type: 'boolean', default: false },
    msi: { type: 'boolean', default: false },
    machine: { type: 'boolean', default: false },
    prune: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '1' },
    only: { type: 'string' },
    real: { type: 'string' },
    report: { type: 'string' },
    evidence: { type: 'string' },
  },
});
const count = Number(positionals[0] ?? values.rounds ?? 100);
const seed = Number(values.seed);
const jobs = Number(values.jobs);
const only = values.only === undefined ? undefined : new Set(values.only.split(',').map(Number));
/** Ways to a Go, and how many rounds each gets where several are played. */
const SHARES = { zip: 3, msi: 1, machine: 1, prune: 1 } as const satisfies Record<Way['name'], number>;
const WAYS = { msi: msiWay, machine: machineWay, prune: pruneWay };
type WayName = keyof typeof SHARES;
const named = (Object.keys(SHARES) as WayName[]).filter((name) => values[name]);
const isCount = (value: number) => Number.isSafeInteger(value) && value > 0;
const say = (line: string) => console.log(line);
// Where npm was called from, which is not where it runs this.
const fromHere = (file: string) => path.resolve(process.env['INIT_CWD'] ?? '.', file);

if (
  positionals.length > 1 ||
  !isCount(count) ||
  !Number.isSafeInteger(seed) ||
  !isCount(jobs) ||
  ![...(only ?? [])].every(isCount) ||
  (only !== undefined && named.length !== 1)
) {
  console.error(`${USAGE}; --only takes numbers of rounds of one way, which has to be named`);
  process.exitCode = 2;
} else {
  try {
    await kill();
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function kill(): Promise<void> {
  const ways = waysOf(named.length === 0 ? ['zip', 'msi'] : named);
  const total = ways.reduce((sum, { rounds }) => sum + rounds.length, 0);
  const evidence = fromHere(values.evidence ?? path.join(tmpdir(), `setup-go-win-kill-${seed}`));
  say(`${ways.map(({ name, rounds }) => `${rounds.length} rounds by ${name}`).join(', ')}; seed ${seed}`);
  const started = performance.now();
  let done = 0;
  let failed = 0;
  const played = await playCampaign(ways, {
    seed,
    jobs,
    only,
    evidence,
    openWindows: async (way, job) =>
      (way === 'zip' || way === 'prune') && job === 0
        ? await prepareWindows({ say })
        : await openPrivateWindows(say),
    say,
    onPlayed: (one, ms) => {
      done++;
      if (one.problems.length > 0) failed++;
      const progress = `${done}/${only?.size ?? total}, ${failed} failed, ${minutes(started)}`;
      sayRound(ways, one, ms, progress, evidence);
    },
  });

  const missed = only === undefined ? stepsWithoutKill(ways, played) : [];
  const title = `Kills: ${played.length} rounds, seed ${seed}, ${minutes(started)}, ${failed} failed.`;
  const note = missed.length > 0 ? ['', `No kill at: ${missed.join('; ')}.`] : [];
  const report = [title, ...note, '', ...reportOf(ways, played)];
  for (const line of ['', ...report]) say(line);
  if (values.report !== undefined) await writeFile(fromHere(values.report), `${report.join('\n')}\n`);
  if (failed > 0) process.exitCode = 1;
}

/** Each way with its share of the rounds; one that gets none is left out. */
function waysOf(names: readonly WayName[]): Way[] {
  let rounds = count;
  let shares = names.reduce((sum, name) => sum + SHARES[name], 0);
  return names.flatMap((name) => {
    const own = Math.ceil((rounds * SHARES[name]) / shares);
    rounds -= own;
    shares -= SHARES[name];
    if (own === 0) return [];
    return name === 'zip' ? [zipWay(own, seed, values.real)] : [WAYS[name](own, seed)];
  });
}

function sayRound(
  ways: readonly Way[],
  { way, index, outcome, problems }: Played,
  ms: number,
  progress: string,
  evidence: string,
): void {
  const round = ways.find(({ name }) => name === way)?.rounds[index]?.text ?? '';
  const became = outcome ? `after "${outcome.killedAfter}": ${outcome.said.join(', ')}` : 'not played';
  say(`[${progress}] ${way} ${index + 1}, ${(ms / 1000).toFixed(1)} s: ${round}; ${became}`);
  if (problems.length === 0) return;
  for (const problem of problems) say(`      FAILED: ${problem}`);
  say(`      evidence: ${path.join(evidence, `${way}-${index + 1}`)}`);
  const rounds = ways.find(({ name }) => name === way)?.rounds.length;
  say(`      again: npm run kill -- ${rounds} --seed ${seed} --${way} --only ${index + 1}`);
}

function minutes(started: number): string {
  const seconds = Math.round((performance.now() - started) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}
