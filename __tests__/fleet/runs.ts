import type { FleetRecords } from '../../src/fleet/report/runners.ts';
import type {
  FleetPlan,
  FleetRoster,
  LegResult,
  PlannedRunner,
  SkipReason,
  Stage,
  UpgradeStage,
  Verdict,
} from '../../src/fleet/types.ts';

export const OLD = '1.26.5';
export const NEW = '1.26.6';
const MB = 1_000_000;

/** A runner with a name of its own. */
export function runner(number: number, group = number % 2 === 0 ? '2019' : '2022'): PlannedRunner {
  const name = `BUILD-${String(number).padStart(3, '0')}`;
  return { id: name, name, labels: ['self-hosted', name], group, machineRoot: '', from: OLD };
}

export function runners(from: number, to: number): PlannedRunner[] {
  return Array.from({ length: to - from + 1 }, (_, index) => runner(from + index));
}

/** A leg that went well: it downloaded the file in a minute. */
export function leg(
  one: Pick<PlannedRunner, 'id' | 'name'>,
  stage: Stage,
  rest: Partial<LegResult> = {},
): LegResult {
  return {
    ...{
      schema: 1,
      id: one.id,
      runner: one.name,
      stage,
      attempt: 1,
      operation: 'install',
      outcome: 'ok',
      code: 'ok',
      message: '',
    },
    ...{ startedAt: '2026-08-18T09:00:00.000Z', durationMs: 60_000, architecture: 'x64' },
    ...{ before: OLD, after: NEW, rolledBack: false, recoveryMs: null },
    bytes: { downloaded: 70 * MB, reused: 0 },
    health: {
      before: { goVersion: `go${OLD}`, runsMs: [100, 100, 100], medianMs: 100 },
      after: { goVersion: `go${NEW}`, runsMs: [103, 103, 103], medianMs: 103 },
      ...{ ratio: 1.03, verdict: 'well' },
    },
    inventory: null,
    ...rest,
  };
}

/** What a leg says whose new Go was no good, so that it went back. */
export const UNHEALTHY: Partial<LegResult> = {
  ...{ outcome: 'failed', code: 'E_HEALTH', message: 'The new Go cannot build the benchmark module.' },
  ...{ after: OLD, rolledBack: true, recoveryMs: 4000, health: null },
};

export function scan(one: Pick<PlannedRunner, 'id' | 'name'>, version: string | null = OLD): LegResult {
  return leg(one, 'scan', {
    ...{ operation: 'status', before: version, after: version, health: null },
    bytes: { downloaded: 0, reused: 0 },
  });
}

export function rollback(one: Pick<PlannedRunner, 'id' | 'name'>, rest: Partial<LegResult> = {}): LegResult {
  return leg(one, 'rollback', {
    ...{ operation: 'switch', startedAt: '2026-08-18T09:11:00.000Z', durationMs: 20_000 },
    ...{ before: NEW, after: OLD, health: null, bytes: { downloaded: 0, reused: 70 * MB } },
    ...rest,
  });
}

export function plan(
  stages: readonly (readonly [UpgradeStage, readonly PlannedRunner[]])[],
  skipped: readonly (readonly [PlannedRunner, SkipReason, string?])[] = [],
  later: readonly PlannedRunner[] = [],
): FleetPlan {
  return {
    ...{ schema: 1, plannedAt: '2026-08-18T08:55:00.000Z', attempt: 1, wanted: NEW, later },
    stages: stages.map(([stage, runners]) => ({ stage, runners })),
    skipped: skipped.map(([runner, why, detail = '']) => ({ runner, why, detail })),
    ...{ runsNeeded: later.length > 0 ? 2 : 1, limits: { maxFailures: 0.1, tolerance: 0.25 } },
  };
}

export function verdict(stage: UpgradeStage, goOn = true, reason = '', rest: Partial<Verdict> = {}): Verdict {
  return { schema: 1, stage, attempt: 1, goOn, reason, due: 0, failed: 0, lost: 0, ratio: null, ...rest };
}

export function roster(runners: readonly PlannedRunner[]): FleetRoster {
  return {
    ...{
      schema: 1,
      takenAt: '2026-08-18T08:50:00.000Z',
      attempt: 1,
      wanted: NEW,
      fleet: runners.length,
      part: 1,
      parts: 1,
    },
    ...{ runners, skipped: [] },
  };
}

/** Fifty runners: two canaries, three waves, three left out; all goes well, and the last wave finds the file on the machine. */
export function wellRun(): FleetRecords {
  const all = runners(1, 50);
  const waves: [UpgradeStage, PlannedRunner[]][] = [
    ['canary', runners(1, 2)],
    ['wave-1', runners(3, 5)],
    ['wave-2', runners(6, 20)],
    ['wave-3', runners(21, 47)],
  ];
  const reused = { durationMs: 45_000, bytes: { downloaded: 0, reused: 70 * MB } };
  return {
    roster: roster(all),
    plan: plan(waves, [
      [runner(48), 'offline'],
      [runner(49), 'busy'],
      [runner(50), 'current'],
    ]),
    results: waves.flatMap(([stage, those]) =>
      those.map((one) => leg(one, stage, stage === 'wave-3' ? reused : {})),
    ),
    verdicts: waves.map(([stage, { length }]) => verdict(stage, true, '', { due: length, ratio: 1.03 })),
  };
}

/** The same fleet; in wave 2 those of the group 2019 find the new Go broken, and one of the canaries cannot be taken back. */
export function stoppedRun(): FleetRecords {
  const { roster, plan, results } = wellRun();
  const stages: readonly string[] = ['canary', 'wave-1'];
  const wave = plan?.stages.find(({ stage }) => stage === 'wave-2')?.runners ?? [];
  return {
    ...{ roster, plan },
    results: [
      ...results.filter(({ stage }) => stages.includes(stage)),
      // BUILD-020 leaves no result.
      ...wave.slice(0, -1).map((one) => leg(one, 'wave-2', one.group === '2019' ? UNHEALTHY : {})),
      ...[...runners(2, 5), ...wave.filter(({ group }) => group === '2022')].map((one) => rollback(one)),
      rollback(runner(20)),
      rollback(runner(1), {
        ...{ outcome: 'failed', code: 'E_LOCKED', message: 'go.exe is in use by process 4711.', after: NEW },
      }),
    ],
    verdicts: [
      verdict('canary'),
      verdict('wave-1'),
      verdict(
        'wave-2',
        false,
        'Wave 2 stops the roll-out: 7 failed and 1 left no result of 15 runners, 53.3% where 10% may.',
        {
          ...{ due: 15, failed: 7, lost: 1, ratio: 1.03 },
        },
      ),
    ],
  };
}
