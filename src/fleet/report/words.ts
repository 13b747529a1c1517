import type { SkipReason, UpgradeStage } from '../types.ts';
import type { FleetReport, ReportedRunner, ReportedVersion } from './types.ts';

/** `canary`, `wave 1`. */
export function shortName(stage: UpgradeStage): string {
  return stage.replace('-', ' ');
}

/** As in a sentence: `the canary`, `wave 1`. */
export function stageName(stage: UpgradeStage): string {
  return stage === 'canary' ? 'the canary' : shortName(stage);
}

/** With a capital, for the beginning of a sentence or cell. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A version for people: `1.26.6`, `no Go`, `unknown`. */
export function versionName(version: ReportedVersion): string {
  return version === 'none' ? 'no Go' : version;
}

export const SKIP_REASONS: Readonly<Record<SkipReason, string>> = {
  current: 'had it already',
  offline: 'offline',
  busy: 'busy',
  'unknown-to-github': 'not registered with GitHub',
  'no-answer': 'gave no answer to the scan',
  'scan-failed': 'could not be looked at',
};

/** `1 runner`, `3 runners`. */
export function runnersCount(count: number): string {
  return `${count} runner${count === 1 ? '' : 's'}`;
}

/** What happened: in one sentence, and then what is to be known besides, the worst of it first; the latter may be empty. */
export function headlineOf(report: Omit<FleetReport, 'headline'>): [string, string] {
  const { wanted, outcome, onWanted, fleet, stages, states } = report;
  const go = wanted === null ? 'The wanted Go' : `Go ${wanted}`;
  const has = `${go} is on ${onWanted} of ${runnersCount(fleet)}`;
  if (isUnclear(report))
    return ['What the run has changed is not known: its plan cannot be read. The next run looks.', ''];
  if (outcome === 'unplanned') return ['The run ended before there was a plan: nothing was changed.', ''];
  if (outcome === 'nothing-to-do')
    return [`${has}; none was ${onWanted === fleet ? 'due' : 'upgraded'}.`, restOf(report)];
  if (outcome === 'dry-run')
    return [`Dry run: ${go} would go to ${states['not-reached']} of ${runnersCount(fleet)}.`, restOf(report)];
  const end = stages.find(({ state }) => (outcome === 'stopped' ? state === 'stopped' : state !== 'passed'));
  if (end === undefined) return [`${has}.`, restOf(report)];
  const how = outcome === 'stopped' ? 'stopped after' : 'the run ended early, at';
  return [`${go}: ${how} ${stageName(end.stage)}.`, restOf(report)];
}

/** Whether there is no plan that can be read, and yet a file that there would not be without one. */
export function isUnclear({ outcome, notes }: Pick<FleetReport, 'outcome' | 'notes'>): boolean {
  const late = /^(?:plan|verdict-\S+|result-(?!scan-)\S+)\.json cannot be used/;
  return outcome === 'unplanned' && notes.some((note) => late.test(note));
}

/** The runners without the wanted release, and why. */
function restOf({ states, skipped, failures, outcome }: Omit<FleetReport, 'headline'>): string {
  const away = skipped.filter(({ why }) => why !== 'current');
  const parts: [number, string][] = [
    [states['not-rolled-back'], 'not rolled back'],
    [states.failed, 'failed'],
    [states.lost, 'gave no answer'],
    [states['rolled-back'], 'rolled back'],
    ...(outcome === 'stopped' || outcome === 'cut-short'
      ? [[states.upgraded, 'upgraded'] satisfies [number, string]]
      : []),
    [outcome === 'dry-run' ? 0 : states['not-reached'], 'not reached'],
    ...away.map(({ why, count }): [number, string] => [count, SKIP_REASONS[why]]),
    [states.later, 'left for the next run'],
  ];
  const counts = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  const codes = failures.slice(0, 3).map(({ code, count }) => `${code} on ${runnersCount(count)}`);
  return [codes, counts]
    .filter((list) => list.length > 0)
    .map((list) => `${list.join(', ')}.`)
    .join(' ');
}

/** Why a runner was left out that does not pass by itself, as a job or a restart does. */
const LASTING: ReadonlySet<SkipReason | null> = new Set(['unknown-to-github', 'no-answer', 'scan-failed']);

/**
 * Runners whose Go nobody wants as it is, or knows, the worst first; those that were rolled back with no failure of their own are none of them, nor those that are
 * offline or busy.
 */
export function needLook(runners: readonly ReportedRunner[]): readonly ReportedRunner[] {
  const order = ['not-rolled-back', 'failed', 'lost', 'rolled-back', 'skipped'];
  const worth = ({ state, code, why }: ReportedRunner) => {
    if (state === 'skipped') return LASTING.has(why);
    return state === 'rolled-back' ? code !== null : order.includes(state);
  };
  return runners
    .filter(worth)
    .sort(
      (one, other) =>
        order.indexOf(one.state) - order.indexOf(other.state) || (one.name < other.name ? -1 : 1),
    );
}
