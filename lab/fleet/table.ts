import { median } from '../../src/fleet/median.ts';
import { percent } from '../../src/fleet/shares.ts';
import {
  CHANCES,
  DEAD_AFTER,
  DONE_SHARE,
  EVERY,
  GROUPS,
  QUEUE_TIMEOUT,
  RELEASES,
  SLOWNESS,
  TIMES,
  WAVE_PLANS,
} from './model.ts';
import type { Simulated } from './simulate.ts';

const COLUMNS = [
  ...['wave plan', 'release', 'ever touched', 'of these bad', 'time to detect', 'time to recover'],
  ...['bad ones left', 'workflow runs', 'stopped by chance', 'cancelled'],
];

/** What all roll-outs came to: a row for each wave plan and release, each figure as median / worst of the seeds. */
export function tableOf(rollouts: readonly Simulated[]): string[] {
  const rows = WAVE_PLANS.flatMap((plan) =>
    RELEASES.map((release) => {
      const those = rollouts.filter((one) => one.plan === plan.name && one.release === release.name);
      const found = those.filter(({ end }) => end === 'found').length;
      const of = (value: (one: Simulated) => number | null, show: (value: number) => string) =>
        medianAndWorst(
          those.flatMap((one) => value(one) ?? []),
          show,
        );
      const share = (count: number) => percent3(count / (those[0]?.runners ?? 1));
      const bad = release.name !== 'good';
      const cells = [
        plan.name,
        bad && found < those.length
          ? `${release.name} (found ${found} times of ${those.length})`
          : release.name,
        bad ? of(({ touched }) => touched, share) : '–',
        bad ? of(({ harmed }) => harmed, share) : '–',
        bad ? of(({ detectMs }) => detectMs, minutes) : '–',
        bad ? of(({ recoverMs }) => recoverMs, minutes) : '–',
        bad ? of(({ left }) => left, share) : '–',
        ...[of(({ runs }) => runs, String), of((one) => one.stoppedByChance, String)],
        of((one) => one.cancelled, String),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  return [`| ${COLUMNS.join(' | ')} |`, `|${'---|'.repeat(COLUMNS.length)}`, ...rows];
}

/** The world that the figures are of, as a list. */
export function describeModel(): string[] {
  const plans = WAVE_PLANS.map(
    ({ name, inputs: { canary, waves, maxFailures } }) =>
      `*${name}*: \`canary: ${canary}\`, \`waves: ${waves}\`, \`max-failures: ${percent(maxFailures)}\``,
  );
  const groups = GROUPS.map(([name, share]) => `${name} ${percent(share)}`);
  const releases = RELEASES.map(({ name, ill }) => {
    const on = GROUPS.filter(([group]) => ill(group) > 0).map(([group]) => group);
    const where = on.length === GROUPS.length ? 'all runners' : `those with Windows ${on.join(', ')}`;
    return `the *${name}* one on ${on.length === 0 ? 'no runner' : `${percent(ill(on[0] ?? ''))} of ${where}`}`;
  });
  const c = Object.fromEntries(Object.entries(CHANCES).map(([name, chance]) => [name, percent3(chance)]));
  const t = Object.fromEntries(
    Object.entries(TIMES).map(([name, { from, to }]) => [name, `${from / 1000} to ${to / 1000} s`]),
  );
  return [
    `- Wave plans: ${plans.join('; ')}.`,
    `- Groups by Windows version: ${groups.join(', ')}. Which release is bad where: ${releases.join(', ')}. The health check of a leg finds it with a chance of ${c['found']}; the leg then goes back by itself (${t['undo']}).`,
    `- In each run a runner is offline (${c['offline']}) or busy (${c['busy']}) and left out, since \`runners-token\` is given. In each leg it goes away before it takes the job (${c['gone']}), dies (${c['dies']}), has no network (${c['network']}), or fails for a reason of its own (${c['trouble']}). A rollback fails (${c['stuck']}). ${c['slow']} of the runners take ${SLOWNESS} times as long for everything.`,
    `- A job comes to its runner after ${t['dispatch']}, with a chance of ${c['waits']} after another job (up to ${TIMES.otherJob.to / 60_000} min). A scan takes ${t['scan']}; an upgrade ${t['install']} and, before and after it, the benchmark (${t['benchmark']} each); what a slow network adds (${c['retries']}) ${t['retry']}; going back ${t['rollback']}; a job of planner or gate ${t['control']}. A dead runner is noticed after ${DEAD_AFTER / 60_000} min; a job that nobody takes cancels the run after ${QUEUE_TIMEOUT / 60_000} min (\`queue-timeout\`).`,
    `- A run begins each ${EVERY / 60_000} min, or when the one before it has ended. The roll-out is done when ${percent(DONE_SHARE)} of the fleet have the release, and ends at a stop with E_HEALTH in its stage: somebody looks, and forbids the release. A stop for other reasons is *by chance*: somebody looks, and the next run goes on.`,
  ];
}

function medianAndWorst(values: readonly number[], show: (value: number) => string): string {
  const middle = median(values);
  return middle === null ? '–' : `${show(middle)} / ${show(Math.max(...values))}`;
}

/** As `percent`, and with as many digits as small shares need. */
function percent3(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`;
}

function minutes(ms: number): string {
  const whole = Math.round(ms / 60_000);
  return whole < 120 ? `${whole} min` : `${(whole / 60).toFixed(1)} h`;
}
