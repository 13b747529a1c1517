import type { FleetReport, ReportedStage } from './types.ts';
import { runnersCount, shortName } from './words.ts';

/** Looks of a box. Fill and text are both given, so that it can be read on a dark page, too. */
const LOOKS = {
  well: 'fill:#dafbe1,stroke:#1a7f37,color:#0d4a1f',
  some: 'fill:#fff8c5,stroke:#9a6700,color:#4d3300',
  bad: 'fill:#ffebe9,stroke:#cf222e,color:#6e0c14',
  open: 'fill:#f6f8fa,stroke:#8c959f,color:#424a53,stroke-dasharray:4 3',
} as const;
type Look = keyof typeof LOOKS;

/**
 * The waves as a chart for mermaid: a box a stage, those that were not reached as one, what leads from each to the next, and the way back. Empty where there
 * is no stage.
 *
 * It has words of ours and numbers alone, so nothing in it is to be escaped; nine boxes are far below GitHub's limits (50,000 characters, 500 edges).
 */
export function wavesChart({
  stages,
  rollback,
  outcome,
}: Pick<FleetReport, 'stages' | 'rollback' | 'outcome'>): string {
  if (stages.length === 0) return '';
  const planned = outcome === 'dry-run';
  const reached = stages.filter(({ state }) => planned || state !== 'not-reached');
  const ahead = stages.filter((stage) => !reached.includes(stage));
  const boxes = reached.map((stage, index) =>
    box(
      `s${index}`,
      planned ? [shortName(stage.stage), runnersCount(stage.due)] : textOf(stage),
      lookOf(stage),
    ),
  );
  const ways = reached.slice(1).map((_, index) => `s${index} --> s${index + 1}`);
  const last = reached.at(-1);
  if (ahead.length > 0) {
    boxes.push(box('ahead', aheadText(ahead), 'open'));
    if (last !== undefined)
      ways.push(`s${reached.length - 1} ${last.state === 'passed' ? '-->' : '-.-'} ahead`);
  }
  if (rollback !== null) {
    const { due, done, failed, lost } = rollback;
    const text = [`${done} of ${due} rolled back`, part(failed, 'failed'), part(lost, 'gave no answer')];
    boxes.push(box('back', ['way back', ...text], done === due ? 'some' : 'bad'));
    if (last !== undefined) ways.push(`s${reached.length - 1} ==>|stop| back`);
  }
  const looks = Object.entries(LOOKS).map(([name, style]) => `classDef ${name} ${style}`);
  return ['flowchart LR', ...[...boxes, ...ways, ...looks].map((line) => `  ${line}`)].join('\n');
}

function box(id: string, lines: readonly string[], look: Look): string {
  return `${id}["${lines.filter(Boolean).join('<br/>')}"]:::${look}`;
}

function textOf({ stage, due, well, failed, lost, ratio }: ReportedStage): string[] {
  const benchmark = ratio === null ? '' : `benchmark ${changeOf(ratio)}`;
  return [
    shortName(stage),
    `${well} of ${due} well`,
    part(failed, 'failed'),
    part(lost, 'gave no answer'),
    benchmark,
  ];
}

function aheadText(stages: readonly ReportedStage[]): string[] {
  const [first = '', last = ''] = [stages[0], stages.at(-1)].map((one) => one && shortName(one.stage));
  const due = stages.reduce((sum, stage) => sum + stage.due, 0);
  return [first === last ? first : `${first} to ${last}`, `${due} not reached`];
}

function part(count: number, words: string): string {
  return count > 0 ? `${count} ${words}` : '';
}

function lookOf({ state, failed, lost }: ReportedStage): Look {
  if (state === 'stopped') return 'bad';
  if (state === 'passed') return failed + lost > 0 ? 'some' : 'well';
  return 'open';
}

/** How much longer or shorter something took: `+3 %`, `-12 %`, `±0 %`. @param ratio after / before */
export function changeOf(ratio: number): string {
  const change = Math.round((ratio - 1) * 100);
  return `${change > 0 ? '+' : change < 0 ? '-' : '±'}${Math.abs(change)} %`;
}
