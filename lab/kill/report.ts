import type { Played } from './campaign.ts';
import { NOTHING_SEEN } from './outcome.ts';

/** What the table says of one way. */
export interface ReportedWay {
  readonly name: string;
  /** In the order of a run. */
  readonly steps: readonly string[];
}

const HEAD = [
  '| way | killed after | kills | aimed at it | found and done by the next run | put right | failed | median | longest |',
  '|---|---|---|---|---|---|---|---|---|',
];

/**
 * The report as a Markdown table: one row for each step of each way, with the kills that came after it and before the next one could be seen;
 * times are those of the next run.
 */
export function reportOf(ways: readonly ReportedWay[], played: readonly Played[]): string[] {
  const rows = ways.flatMap(({ name, steps }) => {
    const own = played.filter(({ way }) => way === name);
    const perStep = [NOTHING_SEEN, ...steps].map((step) =>
      rowOf(
        [name, step],
        own.filter(({ outcome }) => outcome?.killedAfter === step),
        own.filter(({ aimedAt }) => aimedAt === step).length,
      ),
    );
    const lost = own.filter(({ outcome }) => outcome === undefined);
    const unplayed = lost.length > 0 ? [rowOf([name, 'not played'], lost, 0)] : [];
    const aimed = own.filter(({ aimedAt }) => aimedAt !== undefined).length;
    return [...perStep, ...unplayed, rowOf([`**${name}**`, '**in all**'], own, aimed, false)];
  });
  const aimed = played.filter(({ aimedAt }) => aimedAt !== undefined).length;
  const all =
    ways.length > 1
      ? [rowOf([ways.length === 2 ? '**both**' : '**all**', '**in all**'], played, aimed, false)]
      : [];
  return [...HEAD, ...rows, ...all];
}

/** Steps that no kill was aimed at, in the words of a message. */
export function stepsWithoutKill(ways: readonly ReportedWay[], played: readonly Played[]): string[] {
  return ways.flatMap(({ name, steps }) =>
    steps
      .filter(
        (step) =>
          !played.some(
            ({ way, aimedAt, outcome }) => way === name && aimedAt === step && outcome !== undefined,
          ),
      )
      .map((step) => `${name}: ${step}`),
  );
}

function rowOf(names: readonly string[], met: readonly Played[], aimed: number, words = true): string {
  const right = met.filter(({ problems }) => problems.length === 0).length;
  const times = met.flatMap(({ outcome }) => (outcome ? [outcome.recoveryMs] : [])).sort((a, b) => a - b);
  const said = words ? saidOf(met) : '';
  const seconds = (ms: number | undefined) => (ms === undefined ? '' : `${(ms / 1000).toFixed(1)} s`);
  const cells = [
    ...names,
    met.length,
    aimed,
    said,
    right,
    met.length - right,
    seconds(medianOf(times)),
    seconds(times.at(-1)),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Each with its number where not all said it. */
function saidOf(met: readonly Played[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of met)
    for (const word of outcome?.said ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const texts = [...counts].map(([word, count]) => (count === met.length ? word : `${word} (${count})`));
  return texts.join(', ');
}

/** @param sorted ascending */
function medianOf(sorted: readonly number[]): number | undefined {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return (upper + (sorted[middle - 1] ?? upper)) / 2;
}
