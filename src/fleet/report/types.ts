import type { SkipReason, UpgradeStage } from '../types.ts';

/**
 * How things stand with a runner when the run is over; each runner of the fleet has one of these.
 *
 * - `upgraded`: the leg went well, and the runner has the wanted release
 * - `failed`: its leg failed and left its Go as `after` says; nothing took it back, mostly since nothing had been changed
 * - `rolled-back`: had the wanted release, and has the one before again
 * - `not-rolled-back`: should have the one before again, and as far as is known has not
 * - `lost`: a leg was due and left no result
 * - `not-reached`: planned for a stage that the run did not come to, or not planned at all
 * - `skipped`: left out by the plan, `why` says the reason
 * - `later`: the next run's, since the waves of this one do not reach it
 */
export type RunnerState =
  | 'upgraded'
  | 'failed'
  | 'rolled-back'
  | 'not-rolled-back'
  | 'lost'
  | 'not-reached'
  | 'skipped'
  | 'later';

/** A semver; or that there is no Go, or that nothing tells. */
export type ReportedVersion = string | 'none' | 'unknown';

/** What became of one runner. */
export interface ReportedRunner {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** null: in no stage of the plan. */
  readonly stage: UpgradeStage | null;
  readonly state: RunnerState;
  /** Of those that were skipped; else null. */
  readonly why: SkipReason | null;
  /** The code of the failure that explains the state: of its leg or of its way back; null where nothing failed. */
  readonly code: string | null;
  /** Of that failure, or what is known of why it was skipped; may be empty. */
  readonly message: string;
  readonly before: ReportedVersion;
  readonly after: ReportedVersion;
  /** Of the benchmark, after / before. */
  readonly ratio: number | null;
  /**
   * How long it took to be on the version before again: a leg that went back by itself tells it; where the run took it back, it is from the end of the leg that
   * left it on the wanted release to the end of the one that took it back, by the runner's own clock.
   */
  readonly recoveryMs: number | null;
  readonly recoveredBy: 'itself' | 'run' | null;
}

/** What became of a stage. */
export interface ReportedStage {
  readonly stage: UpgradeStage;
  /** `passed` and `stopped` are the gate's words; `undecided`: legs ran, and no gate judged them. */
  readonly state: 'passed' | 'stopped' | 'undecided' | 'not-reached';
  /** The gate's sentence; empty where it said none. */
  readonly reason: string;
  /** Legs: planned, and of these those that went well, failed, and left no result; all of the latter are 0 where the stage was not reached. */
  readonly due: number;
  readonly well: number;
  readonly failed: number;
  readonly lost: number;
  /** Median of the legs' ratios of the benchmark; null where there is none. */
  readonly ratio: number | null;
}

/** Some durations, in milliseconds. */
export interface Durations {
  readonly count: number;
  readonly medianMs: number;
  readonly maxMs: number;
}

/**
 * What an upgrade of a fleet came to: the file `fleet-report.json`, and what table, chart and metrics are made from. `docs/fleet-report.schema.json` says the same
 * of all of this.
 */
export interface FleetReport {
  readonly schema: 1;
  /** ISO 8601. */
  readonly reportedAt: string;
  /** null: there is no plan. */
  readonly plannedAt: string | null;
  /** The release that every runner was to get, a semver; null where nothing tells it. */
  readonly wanted: string | null;
  /**
   * - `complete`: every leg went well
   * - `with-failures`: the run came to its end, and some legs did not go well
   * - `stopped`: a gate stopped it
   * - `cut-short`: it ended before it came to its end, and no gate stopped it: it was cancelled, or an approval was refused
   * - `nothing-to-do`: no runner was due
   * - `dry-run`: it was to end with its plan
   * - `unplanned`: it ended before there was a plan
   */
  readonly outcome:
    | 'complete'
    | 'with-failures'
    | 'stopped'
    | 'cut-short'
    | 'nothing-to-do'
    | 'dry-run'
    | 'unplanned';
  /** What happened, in a few sentences. */
  readonly headline: string;
  /** Of a fleet that is too large for one run: which part of it this run took, and the runners of all parts; else null. */
  readonly part: { readonly part: number; readonly parts: number; readonly fleet: number } | null;
  /** Runners that the run was about, and how many are in each state: all of them together are `fleet`. */
  readonly fleet: number;
  readonly states: Readonly<Record<RunnerState, number>>;
  /** Runners that have the wanted release now, as far as is known. */
  readonly onWanted: number;
  readonly stages: readonly ReportedStage[];
  /** Of the way back after a stop: legs that were due, done, failed, and without a result; null where no runner had to go back. */
  readonly rollback: {
    readonly due: number;
    readonly done: number;
    readonly failed: number;
    readonly lost: number;
  } | null;
  /** Codes of the failures, the most frequent first, and the groups of their runners: so many of those that had a leg. */
  readonly failures: readonly {
    readonly code: string;
    readonly count: number;
    readonly groups: readonly { readonly group: string; readonly count: number; readonly of: number }[];
  }[];
  readonly skipped: readonly { readonly why: SkipReason; readonly count: number }[];
  /** How many runners had which version, and have it now; the most frequent afterwards first. */
  readonly versions: readonly {
    readonly version: ReportedVersion;
    readonly before: number;
    readonly after: number;
  }[];
  /** How long runners took to be on the version before again; null where none went back that way. */
  readonly recovery: { readonly itself: Durations | null; readonly run: Durations | null };
  /** Of ZIPs and MSIs. */
  readonly bytes: { readonly downloaded: number; readonly reused: number };
  /**
   * An estimate of the time that runners saved since the file was there already: for each leg that went well without a download, what it was faster than the median of those that went
   * well with one. null where no leg downloaded, or none did not: there is nothing to compare.
   */
  readonly savedMs: number | null;
  /** Runs of the workflow that the fleet takes in all, by the plan. */
  readonly runsNeeded: number | null;
  readonly runners: readonly ReportedRunner[];
  /** What could not be read or does not fit together, one sentence each. */
  readonly notes: readonly string[];
}
