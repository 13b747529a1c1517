import * as core from '@actions/core';
import { escapeHtml, writeSummary } from '../report/summary.ts';
import { text } from './report/html.ts';
import { capital, runnersCount, SKIP_REASONS, shortName } from './report/words.ts';
import { percent } from './shares.ts';
import type { FleetPlan, FleetRunner, SkipReason } from './types.ts';

/** So many names are written out; of more the number is enough, and plan.json has them all. */
const NAMES = 20;
const LONGEST_CELL = 6000;

/** A plan as lines for the log. */
export function tellPlan(plan: FleetPlan): string[] {
  const { stages, skipped, later, limits } = plan;
  return [
    stages.length === 0
      ? `No runner is upgraded to Go ${plan.wanted}: the lines below say why`
      : `The plan: Go ${plan.wanted} for ${runnersCount(stages.reduce((sum, { runners }) => sum + runners.length, 0))}, stage by stage`,
    ...stages.map(
      ({ stage, runners }) =>
        `  ${capital(shortName(stage))}: ${runnersCount(runners.length)}: ${names(runners)}`,
    ),
    ...reasonsIn(skipped).map(
      ([why, left]) =>
        `  Left out, ${SKIP_REASONS[why]}: ${runnersCount(left.length)}: ${names(left.map(({ runner }) => runner))}`,
    ),
    ...(later.length === 0
      ? []
      : [
          `  For a later run, since the waves of this one do not reach them: ${runnersCount(later.length)}: ${names(later)}`,
        ]),
    ...(plan.runsNeeded > 1 ? [runsLine(plan)] : []),
    ...skipped.filter(isPeculiar).map(({ runner, detail }) => `  ${runner.name}: ${detail}`),
    ...(stages.length === 0 ? [] : [limitsLine(limits)]),
  ];
}

/** Writes the plan into the job summary: the stages, and who is left out and why. */
export function summarizePlan(plan: FleetPlan): void {
  const { stages, skipped, later } = plan;
  core.summary.addHeading(
    stages.length === 0 ? `No runner is upgraded to Go ${plan.wanted}` : `Go ${plan.wanted}: the plan`,
    3,
  );
  const rows = [
    ...stages.map(({ stage, runners }) => [capital(shortName(stage)), runners, from(runners)] as const),
    ...reasonsIn(skipped).map(
      ([why, left]) =>
        [`Left out: ${SKIP_REASONS[why]}`, left.map(({ runner }) => runner), details(left)] as const,
    ),
    ...(later.length === 0 ? [] : [['For a later run', later, 'beyond the waves of this one'] as const]),
  ];
  if (rows.length > 0) {
    const header = ['Stage', 'Runners', 'Names', ''].map((data) => ({ data, header: true }));
    core.summary.addTable([
      header,
      ...rows.map(([title, runners, more]) => [
        title,
        String(runners.length),
        text(names(runners), LONGEST_CELL),
        text(more, LONGEST_CELL),
      ]),
    ]);
  }
  if (stages.length > 0) core.summary.addRaw(`<p>${escapeHtml(limitsLine(plan.limits))}</p>`, true);
  if (plan.runsNeeded > 1) core.summary.addRaw(`<p>${escapeHtml(runsLine(plan))}</p>`, true);
  writeSummary();
}

function from(runners: FleetPlan['stages'][number]['runners']): string {
  const versions = [...new Set(runners.map((runner) => runner.from))].sort();
  return `from ${versions.map((version) => version ?? 'none').join(', ')}`;
}

/** What each of these runners has of its own: another failure, another label. */
function details(left: FleetPlan['skipped']): string {
  const told = left.filter(isPeculiar);
  const lines = told.slice(0, NAMES).map(({ runner, detail }) => `${runner.name}: ${detail}`);
  return `${lines.join(' · ')}${told.length > NAMES ? ` · and ${told.length - NAMES} more` : ''}`;
}

/** Of the other reasons all is said. */
function isPeculiar({ why, detail }: FleetPlan['skipped'][number]): boolean {
  return detail !== '' && (why === 'scan-failed' || why === 'unknown-to-github');
}

function reasonsIn(skipped: FleetPlan['skipped']): [SkipReason, FleetPlan['skipped']][] {
  return (Object.keys(SKIP_REASONS) as SkipReason[])
    .map((why): [SkipReason, FleetPlan['skipped']] => [why, skipped.filter((one) => one.why === why)])
    .filter(([, left]) => left.length > 0);
}

function runsLine({ runsNeeded }: FleetPlan): string {
  return `The whole fleet takes ${runsNeeded} runs of the workflow at most, if all goes well; a schedule brings them.`;
}

function limitsLine({ maxFailures, tolerance }: FleetPlan['limits']): string {
  return `The roll-out stops and goes back when a canary fails, when more than ${percent(maxFailures)} of a wave fail, or when a benchmark takes ${percent(tolerance)} longer than before.`;
}

function names(runners: readonly FleetRunner[]): string {
  const shown = runners.slice(0, NAMES).map(({ name }) => name);
  return `${shown.join(', ')}${runners.length > NAMES ? ` and ${runners.length - NAMES} more` : ''}`;
}
