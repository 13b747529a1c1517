import { exposition, type Family } from '../../report/metrics.ts';
import type { FleetReport } from './types.ts';

/** The report in Prometheus' text format, version 0.0.4: gauges of the last run alone, none of which names a runner, so that a large fleet makes no more of them. */
export function reportMetrics(report: FleetReport): string {
  const { stages, states, failures, skipped, versions, recovery, bytes } = report;
  const seconds = (ms: number) => ms / 1000;
  const recovered = Object.entries(recovery).flatMap(([by, those]) =>
    those === null
      ? []
      : [
          { labels: { by, of: 'median' }, value: seconds(those.medianMs) },
          { labels: { by, of: 'max' }, value: seconds(those.maxMs) },
        ],
  );
  const families: readonly Family[] = [
    [
      'info',
      'The release that the last run was to bring, and how it ended; always 1.',
      [{ labels: { wanted: report.wanted ?? '', outcome: report.outcome }, value: 1 }],
    ],
    [
      'report_timestamp_seconds',
      'When the last run was reported, since 1970.',
      [{ value: seconds(Date.parse(report.reportedAt)) }],
    ],
    [
      'runners',
      'Runners by what became of them in the last run.',
      Object.entries(states).map(([state, value]) => ({ labels: { state }, value })),
    ],
    ['runners_on_wanted', 'Runners that have the wanted release.', [{ value: report.onWanted }]],
    [
      'skipped_runners',
      'Runners that the plan left out.',
      skipped.map(({ why, count }) => ({ labels: { why }, value: count })),
    ],
    [
      'failures',
      'Runners whose leg failed, by code.',
      failures.map(({ code, count }) => ({ labels: { code }, value: count })),
    ],
    [
      'stage_legs',
      'Legs of each stage by how they ended.',
      stages.flatMap(({ stage, well, failed, lost }) =>
        Object.entries({ well, failed, lost }).map(([outcome, value]) => ({
          labels: { stage, outcome },
          value,
        })),
      ),
    ],
    [
      'stage_state',
      'How far each stage came: passed, stopped, undecided or not-reached; always 1.',
      stages.map(({ stage, state }) => ({ labels: { stage, state }, value: 1 })),
    ],
    [
      'stage_benchmark_ratio',
      'Benchmark with the new Go by that with the old one, median of each stage.',
      stages.flatMap(({ stage, ratio }) => (ratio === null ? [] : [{ labels: { stage }, value: ratio }])),
    ],
    [
      'versions',
      'Runners by version of Go, before the last run and after it.',
      versions.flatMap(({ version, before, after }) =>
        Object.entries({ before, after }).map(([when, value]) => ({ labels: { version, when }, value })),
      ),
    ],
    ['recovery_seconds', 'Time until a runner had the version before again.', recovered],
    [
      'downloaded_bytes',
      'What the last run downloaded of Go, on all runners.',
      [{ value: bytes.downloaded }],
    ],
    ['reused_bytes', 'What it did not download since it was there already.', [{ value: bytes.reused }]],
    [
      'saved_seconds',
      'Estimate of the time that this saved, of all runners.',
      report.savedMs === null ? [] : [{ value: seconds(report.savedMs) }],
    ],
    [
      'runs_needed',
      'Runs that the fleet takes in all.',
      report.runsNeeded === null ? [] : [{ value: report.runsNeeded }],
    ],
  ];
  return exposition('setup_go_win_fleet_', families);
}
