import { formatBytes, formatDuration } from '../../report/log.ts';
import { errorPage, escapeHtml } from '../../report/summary.ts';
import type { UpgradeStage } from '../types.ts';
import { changeOf, wavesChart } from './chart.ts';
import { bounded, details, table, text } from './html.ts';
import type { Durations, FleetReport, ReportedRunner, ReportedStage, RunnerState } from './types.ts';
import { headlineOf, needLook, runnersCount, SKIP_REASONS, shortName, versionName } from './words.ts';

/** A job summary may have 1 MiB, and nobody reads that: so many runners get a row of their own, and so many more are named where they are folded away. */
const MOST_ROWS = 100;
const MOST_NAMES = 200;
/** Codes, groups and versions are few, unless somebody makes them up. */
const MOST_KINDS = 20;
const LONGEST_NAME = 80;
const LONGEST_MESSAGE = 300;

/**
 * The report as a job summary has it: what happened in a sentence and in numbers, the waves as a chart and as a table, then whoever needs a look, worst first.
 *
 * But for the chart all of it is HTML without an empty line, which Markdown leaves as it is: no character of a foreign text has a meaning there but those of
 * HTML, which are escaped. It stays below half of what GitHub takes, whatever the fleet.
 *
 * @param env where the version of the action is told, for links to its pages
 */
export function reportMarkdown(report: FleetReport, env: NodeJS.ProcessEnv = {}): string {
  const chart = wavesChart(report);
  const [headline, rest] = headlineOf(report);
  const blocks = [
    [
      `<h3>${text(headline, 200)}</h3>`,
      rest === '' ? '' : `<p>${text(rest, 1000)}</p>`,
      numbersTable(report),
    ],
    chart === '' ? [] : ['```mermaid', chart, '```'],
    [
      report.outcome === 'dry-run' ? '' : stagesTable(report.stages),
      failuresTable(report, env),
      runnersTable(report.runners, env),
      figuresTable(report),
      ...foldedAway(report),
    ],
  ];
  return `${blocks
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')}\n`;
}

const STATES: readonly [RunnerState, string][] = [
  ['upgraded', 'Upgraded'],
  ['not-rolled-back', 'Not rolled back'],
  ['failed', 'Failed'],
  ['lost', 'No answer'],
  ['rolled-back', 'Rolled back'],
  ['not-reached', 'Not reached'],
];

/** All runners in one line; what there is none of is left out. */
function numbersTable({ fleet, states, skipped, runners, outcome }: FleetReport): string {
  if (runners.length === 0) return '';
  const had = skipped.find(({ why }) => why === 'current')?.count ?? 0;
  const cells: [string, number][] = [
    ['Runners', fleet],
    ...STATES.map(([state, name]): [string, number] => [
      outcome === 'dry-run' && state === 'not-reached' ? 'Would be upgraded' : name,
      states[state],
    ]),
    ['Had it already', had],
    ['Left out', states.skipped - had],
    ['Next run', states.later],
  ];
  const there = cells.filter(([name, count]) => count > 0 || (name === 'Upgraded' && outcome !== 'dry-run'));
  return table(
    there.map(([name]) => name),
    [there.map(([, count]) => `<b>${count}</b>`)],
  );
}

function stagesTable(stages: readonly ReportedStage[]): string {
  const rows = stages.map(({ stage, state, due, well, failed, lost, ratio, reason }) => [
    stageCell(stage),
    `${due}`,
    ...(state === 'not-reached' ? ['', '', ''] : [`${well}`, `${failed}`, `${lost}`]),
    ratio === null ? '' : changeOf(ratio),
    {
      passed: 'went on',
      stopped: `<b>${reason === '' ? 'stopped' : text(reason, LONGEST_MESSAGE)}</b>`,
      undecided: 'not judged',
      'not-reached': 'not reached',
    }[state],
  ]);
  return table(['Stage', 'Runners', 'Well', 'Failed', 'No answer', 'Benchmark', 'Gate'], rows);
}

function failuresTable({ failures }: FleetReport, env: NodeJS.ProcessEnv): string {
  const grouped = failures.some(({ groups }) => groups.some(({ group }) => group !== ''));
  const rows = failures.slice(0, MOST_KINDS).map(({ code, count, groups }) => [
    codeLink(code, env),
    `${count}`,
    ...(grouped
      ? [
          bounded(
            groups.map(
              ({ group, count, of }) => `${group === '' ? 'no group' : name(group)} ${count} of ${of}`,
            ),
            5,
          ),
        ]
      : []),
  ]);
  return (
    table(['Failure', 'Runners', ...(grouped ? ['Groups, of those reached'] : [])], rows) +
    left(failures.length - rows.length, 'codes')
  );
}

function runnersTable(runners: readonly ReportedRunner[], env: NodeJS.ProcessEnv): string {
  const all = needLook(runners);
  const rows = all.slice(0, MOST_ROWS).map((runner) => {
    const { group, stage, state, code, message, before, after, why } = runner;
    const went = STATES.find(([one]) => one === state)?.[1] ?? (why === null ? '' : SKIP_REASONS[why]);
    // The message of a scan that failed begins with its code.
    const words =
      code !== null && message.startsWith(code) ? message.slice(code.length).replace(/^[:\s]+/, '') : message;
    return [
      `${name(runner.name)}${group === '' ? '' : ` (${text(group, LONGEST_NAME)})`}`,
      stage === null ? '' : stageCell(stage),
      state === 'not-rolled-back' ? `<b>${went}</b>` : went,
      `${code === null ? '' : `${codeLink(code, env)}: `}${text(words, LONGEST_MESSAGE)}`,
      before === after ? version(after) : `${version(before)} → ${version(after)}`,
    ];
  });
  return (
    table(['Runner', 'Stage', 'Now', 'Why', 'Go'], rows) +
    left(all.length - rows.length, 'runners like these')
  );
}

function figuresTable({
  versions,
  recovery,
  bytes,
  savedMs,
  runsNeeded,
  outcome,
  part,
}: FleetReport): string {
  if (outcome === 'unplanned' || outcome === 'dry-run') return '';
  const moved = versions.map(
    ({ version: one, before, after }) =>
      `${version(one)}: ${before === after ? after : `${before} → <b>${after}</b>`}`,
  );
  const saved = savedMs === null || savedMs < 1000 ? '' : `, about ${long(savedMs)} saved by that`;
  const rows: [string, string][] = [
    ['This run took', part === null ? '' : `part ${part.part} of ${part.parts} of a fleet of ${part.fleet}`],
    ['Versions, before → now', bounded(moved, MOST_KINDS)],
    ['Time to recover, by itself', durations(recovery.itself)],
    ['Time to recover, by the run', durations(recovery.run)],
    ['Downloaded', bytes.downloaded + bytes.reused > 0 ? formatBytes(bytes.downloaded) : ''],
    ['Was there already', bytes.reused > 0 ? `${formatBytes(bytes.reused)}${saved}` : ''],
    ['Runs that the fleet takes', runsNeeded !== null && runsNeeded > 1 ? `${runsNeeded}` : ''],
  ];
  return table(
    [],
    rows.filter(([, value]) => value !== ''),
  );
}

function durations(those: Durations | null): string {
  return those === null
    ? ''
    : `median ${long(those.medianMs)}, longest ${long(those.maxMs)} (${runnersCount(those.count)})`;
}

/** What is normal, or for the curious. */
function foldedAway({ runners, notes, outcome }: FleetReport): string[] {
  const named = (title: string, those: readonly ReportedRunner[]) =>
    those.length === 0
      ? ''
      : details(
          `${title}: ${those.length}`,
          bounded(
            those.map((one) => name(one.name)),
            MOST_NAMES,
          ),
        );
  const away = (Object.keys(SKIP_REASONS) as (keyof typeof SKIP_REASONS)[]).map((why) =>
    named(
      `Left out, ${SKIP_REASONS[why]}`,
      runners.filter((one) => one.why === why),
    ),
  );
  const of = (state: RunnerState) => runners.filter((one) => one.state === state);
  const said = notes.slice(0, MOST_KINDS).map((note) => `<li>${text(note, LONGEST_MESSAGE)}</li>`);
  return [
    named(
      'Rolled back, with no failure of their own',
      of('rolled-back').filter(({ code }) => code === null),
    ),
    named(outcome === 'dry-run' ? 'Would be upgraded' : 'Not reached', of('not-reached')),
    ...away,
    named('Left for the next run', of('later')),
    notes.length === 0
      ? ''
      : details(
          `Files that could not be used: ${notes.length}`,
          `<ul>${said.join('')}</ul>${left(notes.length - said.length, 'notes')}`,
        ),
  ];
}

/** On one line. */
function stageCell(stage: UpgradeStage): string {
  return shortName(stage).replace(' ', '&nbsp;');
}

function left(count: number, what: string): string {
  return count > 0
    ? `\n<p>And ${count} more ${what}: <code>fleet-report.json</code> has all of them.</p>`
    : '';
}

function name(foreign: string): string {
  return `<code>${text(foreign, LONGEST_NAME)}</code>`;
}

function version(foreign: string): string {
  return text(versionName(foreign), LONGEST_NAME);
}

function codeLink(code: string, env: NodeJS.ProcessEnv): string {
  const page = /^E_[A-Z_]{1,40}$/.test(code) ? errorPage(code, env) : undefined;
  const shown = text(code, LONGEST_NAME);
  return page === undefined ? shown : `<a href="${escapeHtml(page)}">${shown}</a>`;
}

/** Like formatDuration, and in hours where there are some. */
function long(milliseconds: number): string {
  const hours = milliseconds / 3_600_000;
  return hours < 2 ? formatDuration(milliseconds) : `${hours.toFixed(1)} h`;
}
