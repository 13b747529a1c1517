// `npm run kill [-- rounds] [--seed N] [--real VERSION | --msi]`: kills the Windows node that runs the action, at random moments of an
// installation, and looks each time whether the next run puts everything right. --msi: of changes by msiexec, which goes on.
import { parseArgs } from 'node:util';
import { describeMsiRound, planMsiRounds } from '../kill/msi-plan.ts';
import { type MsiOutcome, openMsiKillScene, playMsiRound } from '../kill/msi-round.ts';
import { MSI_PHASES } from '../kill/msi-watch.ts';
import { describeMoment, planRounds, type Round } from '../kill/plan.ts';
import { type Outcome, playRound } from '../kill/round.ts';
import { withScene } from '../kill/scene.ts';
import { PHASES } from '../kill/tool-cache.ts';
import { LabError } from '../windows/lab.ts';
import { openPrivateWindows } from '../windows/private.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, real: { type: 'string' }, msi: { type: 'boolean', default: false } },
});
const count = Number(positionals[0] ?? 100);
const seed = Number(values.seed ?? 1);
const say = (line: string) => console.log(line);

if (positionals.length > 1 || !(Number.isInteger(count) && count > 0) || !Number.isInteger(seed)) {
  console.error('npm run kill [-- rounds] [--seed N] [--real VERSION | --msi]');
  process.exitCode = 2;
} else {
  try {
    const outcomes = values.msi ? await playAllMsi() : await playAll();
    for (const line of tableOf(outcomes, values.msi ? MSI_PHASES : PHASES)) say(line);
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
      sayViolations(outcome);
    }
    return outcomes;
  });
}

async function playAllMsi(): Promise<MsiOutcome[]> {
  const lab = await openPrivateWindows(say);
  try {
    const scene = await openMsiKillScene(lab);
    say(`${count} rounds, seed ${seed}; a whole step takes ${(scene.stepMs / 1000).toFixed(1)} s here`);
    const outcomes: MsiOutcome[] = [];
    for (const [index, round] of planMsiRounds(count, seed).entries()) {
      const outcome = await playMsiRound(round, scene);
      outcomes.push(outcome);
      const parts = [describeMsiRound(round).padEnd(56), outcome.phase.padEnd(26), outcome.said.join(', ')];
      say(`${String(index + 1).padStart(4)} ${parts.join(' ')}`);
      sayViolations(outcome);
    }
    await scene.scene.close();
    return outcomes;
  } finally {
    await lab.dispose();
  }
}

function sayViolations({ violations, log }: Pick<Outcome, 'violations' | 'log'>): void {
  for (const violation of violations) say(`      VIOLATION: ${violation}`);
  if (violations.length > 0) say(log.replaceAll(/^/gm, '      | '));
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
function tableOf(
  outcomes: readonly (Pick<Outcome, 'said' | 'violations'> & { readonly phase: string })[],
  phases: readonly string[],
): string[] {
  const rows = phases.map((phase) => {
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
