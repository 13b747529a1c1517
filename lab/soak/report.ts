import type { PlayedInstall, SoakResult } from './soak.ts';

/** Whether all was as it should be. */
export function isClean({ installs, endViolations }: SoakResult): boolean {
  return endViolations.length === 0 && installs.every(({ violations }) => violations.length === 0);
}

/** The result as a table, in Markdown. */
export function tableOf(result: SoakResult): string[] {
  const { plan, installs, endViolations, wallMs } = result;
  const count = (holds: (one: PlayedInstall) => boolean) => installs.filter(holds).length;
  const isError = ({ end }: PlayedInstall) => end.kind === 'error';
  const expected = ({ violations }: PlayedInstall) => violations.length === 0;
  const codes = [...new Set(installs.flatMap(({ end }) => (end.kind === 'error' ? [end.code] : [])))].sort();
  const byCode = codes.map(
    (code) => `${code} ${count(({ end }) => end.kind === 'error' && end.code === code)}`,
  );
  const rows: [string, string | number][] = [
    ['runners × installations, versions, seed', describePlan(result)],
    ['installations, with one more for each version at the end', installs.length],
    ['of them installed', count(({ end, hit }) => end.kind === 'success' && !hit)],
    ['found in the tool cache', count(({ hit }) => hit)],
    ['killed', count(({ met }) => met === 'kill')],
    ['programs that outlived a killed run', result.orphans],
    ...scannedRow(result),
    ['met a held lock', count(({ met }) => met === 'lock')],
    ['met a fault of the mirror', count(({ met }) => met === 'fault')],
    [
      'errors that were injected',
      `${count((one) => isError(one) && expected(one))}${byCode.length > 0 ? ` (in all: ${byCode.join(', ')})` : ''}`,
    ],
    ['errors that were not', count((one) => isError(one) && !expected(one))],
    ['warnings', installs.reduce((sum, { warnings }) => sum + warnings.length, 0)],
    ['violations', installs.reduce((sum, { violations }) => sum + violations.length, endViolations.length)],
    ['time', `${(wallMs / 60_000).toFixed(1)} min`],
  ];
  return [
    `| soak, seed ${plan.seed} | |`,
    '|---|---|',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
    ...violationsOf(result).map((line) => `\nVIOLATION: ${line}`),
  ];
}

function describePlan({ plan: { runners, installs, versions, seed } }: SoakResult): string {
  return `${runners} × ${installs}, ${versions}, ${seed}`;
}

function scannedRow({ scanned }: SoakResult): [string, number][] {
  if (scanned === undefined) return [];
  const opened = Object.values(scanned.opened).reduce((sum, count) => sum + count, 0);
  return [['files that the scanner had open', opened]];
}

function violationsOf({ installs, endViolations }: SoakResult): string[] {
  return [...installs.flatMap(({ violations }) => violations), ...endViolations];
}
