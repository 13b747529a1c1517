// `npm run kill [-- rounds] [--seed N] [--real VERSION]`: kills the Windows node that runs the action, at random moments of an installation,
// and looks each time whether the next run puts everything right.
import { parseArgs } from 'node:util';
import { describeMoment, planRounds, type Round } from '../kill/plan.ts';
import { type Outcome, playRound } from '../kill/round.ts';
import { withScene } from '../kill/scene.ts';
import { PHASES } from '../kill/tool-cache.ts';
import { LabError } from '../windows/lab.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, real: { type: 'string' } },
});
const count = Number(positionals[0] ?? 100);
const seed = Number(values.seed ?? 1);
const say = (line: string) => console.log(line);

if (positionals.length > 1 || !(Number.isInteger(count) && count > 0) || !Number.isInteger(seed)) {
  console.error('npm run kill [-- rounds] [--seed N] [--real VERSION]');
  process.exitCode = 2;
} else {
  try {
    const outcomes = await playAll();
    for (const line of tableOf(outcomes)) say(line);
    if (outcomes.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function playAll(): Promise<Outcome[]> {
  return await withScene({ real: values.real, say }, async (scene) => {
    say(`${count} rounds, seed ${seed}; a whole step takes ${(scene.stepMs / 1000).toFixed(1)} s here`);
    const outcomes: Outcome[] = [];
    for (const [index, round] of planRounds(count, seed).entries()) {
      const outcome = await playRound(round, scene);
      outcomes.push(outcome);
      say(lineOf(index + 1, round, outcome));
      for (const violation of outcome.violations) say(`      VIOLATION: ${violation}`);
      if (outcome.violations.length > 0) say(outcome.log.replaceAll(/^/gm, '      | '));
    }
    return outcomes;
  });
}

function lineOf(number: number, { start, kill }: Round, outcome: Outcome): string {
  const found = start.kind === 'killed' ? `killed at ${describeMoment(start.at)}` : start.kind;
  const parts = [
    String(number).padStart(4),
    found.padEnd(24),
    describeMoment(kill).padEnd(20),
    outcome.phase.padEnd(26),
  ];
  return `${parts.join(' ')} ${outcome.said.join(', ')}`;
}

/** One row for each phase that a kill can meet: how many met it, and what became of them. */
function tableOf(outcomes: readonly Outcome[]): string[] {
  const rows = PHASES.map((phase) => {
    const met = outcomes.filter((outcome) => outcome.phase === phase);
    const right = met.filter(({ violations }) => violations.length === 0).length;
    const said = [...new Set(met.flatMap((outcome) => outcome.said))].join(', ');
    return `| ${phase} | ${met.length} | ${right} | ${said} |`;
  });
  const right = outcomes.filter(({ violations }) => violations.length === 0).length;
  return [
    '',
    '| killed | times | next run right | what the next run said |',
    '|---|---|---|---|',
    ...rows,
    `| **in all** | ${outcomes.length} | ${right} | |`,
  ];
}
