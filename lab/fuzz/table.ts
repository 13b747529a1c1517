import type { FuzzReport } from './fuzzer.ts';
import type { CampaignResult } from './pool.ts';

/** A campaign of minutes says at this distance that it is alive. */
const PROGRESS_MS = 15_000;

/** Says now and then how far a campaign is. */
export function createProgress(cases: number, say: (line: string) => void): (report: FuzzReport) => void {
  const started = performance.now();
  let said = started;
  return (report) => {
    const now = performance.now();
    if (now - said < PROGRESS_MS) return;
    said = now;
    const rate = report.cases / ((now - started) / 1000);
    const left = duration(((cases - report.cases) / rate) * 1000);
    say(`  ${report.cases} of ${cases} cases, ${rate.toFixed(0)} a second, about ${left} to go`);
  };
}

/** What the cases were, a line each for numbers of them and for the largest. */
export function describeNotes({ counts, peaks }: FuzzReport): string[] {
  const line = (words: string, notes: FuzzReport['counts']) => {
    const parts = Object.entries(notes).map(([name, value]) => `${name} ${Math.round(value)}`);
    return parts.length === 0 ? [] : [`${words}: ${parts.join(', ')}`];
  };
  return [...line('in all', counts), ...line('at most', peaks)];
}

/** What broke the property, with the command that finds it again. */
export function describeFindings(name: string, { findings }: CampaignResult): string[] {
  return findings.flatMap(({ message, cases, seed }) => [
    ...`BROKEN: ${message}`.split('\n'),
    `Found again by: npm run fuzz -- ${name} --cases ${cases} --seed ${seed}`,
  ]);
}

interface Row {
  readonly name: string;
  readonly property: string;
  readonly result: CampaignResult;
}

/** The closing table: a row for each fuzzer. */
export function tableOf(rows: readonly Row[]): string[] {
  return [
    '',
    '| fuzzer | property | cases | time | cases a second | slowest case | memory of a process | |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(({ name, property, result }) => {
      const { report, tookMs, memoryMb, findings } = result;
      const rate = (report.cases / (tookMs / 1000)).toFixed(0);
      const cells = [
        ...[name, property, report.cases, duration(tookMs), rate],
        ...[`${report.slowestMs.toFixed(1)} ms`, `${memoryMb.toFixed(0)} MB`],
        findings.length === 0 ? 'holds' : 'BROKEN',
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 100 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
