import type { Inventory } from '../inventory/document.ts';
import type { Architecture } from '../release/release.ts';

// What the steps of a fleet's upgrade hand to each other. They run on different machines, so all of it are files: the plan, one result a leg, one verdict a
// gate, and the report. None of them is kept from run to run: a later run begins with a scan of its own.

/** What is done for a fleet between its legs, on any system. */
export type FleetOperation = 'plan' | 'gate' | 'report' | 'watch';

/** A stage of an upgrade: the canary, and then the slots for waves that the workflow file has. */
export type UpgradeStage = 'canary' | 'wave-1' | 'wave-2' | 'wave-3' | 'wave-4' | 'wave-5' | 'wave-6';

/** All stages that have legs on runners. */
export type Stage = 'scan' | UpgradeStage | 'rollback';

/** A runner of the fleet, as the input `runners` has it. */
export interface FleetRunner {
  /** Its name, made fit for names of files and artifacts; unique in the fleet. */
  readonly id: string;
  /** The name under which it is registered, RUNNER_NAME of its jobs. */
  readonly name: string;
  /** What `runs-on` gets; one of them is this runner's alone. */
  readonly labels: readonly string[];
  /** Runners that are alike: each group has a canary of its own. Empty: the group of those without one. */
  readonly group: string;
  /** Its `machine-root`; empty: the workflow's. */
  readonly machineRoot: string;
}

/** How long a piece of work took with one Go, on one runner. */
export interface HealthMeasure {
  /** What `go version` printed. */
  readonly goVersion: string;
  /** Of building and testing the benchmark module with an empty GOCACHE: each run, and their median, in milliseconds. */
  readonly runsMs: readonly number[];
  readonly medianMs: number;
}

/** What the health check of a leg came to. */
export interface Health {
  /** null: there was no Go before that works, or the operation is none that is compared (a way back, a repair, a Go that is there already). */
  readonly before: HealthMeasure | null;
  /** null: the Go that was set up is broken. */
  readonly after: HealthMeasure | null;
  /** after / before; null where one of them is missing. */
  readonly ratio: number | null;
  readonly verdict: 'well' | 'slower' | 'broken';
}

/** What one leg (one job on one runner) came to: the file `result-<stage>-<id>.json`. */
export interface LegResult {
  readonly schema: 1;
  /** `id` of the runner that the leg is about. */
  readonly id: string;
  /** RUNNER_NAME of the job. */
  readonly runner: string;
  readonly stage: Stage;
  /** Of its run, see `attemptOf`; in the other files, too. */
  readonly attempt: number;
  readonly operation: string;
  /** Only of a dry run: nothing was changed, and there was no health check. */
  readonly dryRun?: true;
  readonly outcome: 'ok' | 'failed';
  /** `ok`, or the code of the failure. */
  readonly code: string;
  /** Of the failure; empty where it is none. */
  readonly message: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly architecture: Architecture | null;
  /**
   * The machine's Go when the step began and when it ended, as semvers: what `current` leads to, or with `install-method: msi` what Windows Installer has
   * registered. null: there is none; what is there is not whole, so that nobody can go back to it; it could not be looked at; or the step is not about the machine's Go
   * or was refused before it looked. Of a scan both are the same.
   */
  readonly before: string | null;
  readonly after: string | null;
  /** The leg itself went back to what was there before, and how long that took; null where it did not. */
  readonly rolledBack: boolean;
  readonly recoveryMs: number | null;
  /**
   * Of the ZIP or MSI: what was downloaded, and what was not since that Go was there already. The latter is the size of the file, by the record beside the tree or by the
   * built-in index; where neither knows it, what the files of the tree come to.
   */
  readonly bytes: { readonly downloaded: number; readonly reused: number };
  readonly health: Health | null;
  /** Of a scan; else null. */
  readonly inventory: Inventory | null;
}

/** A runner in a stage of the plan. */
export interface PlannedRunner extends FleetRunner {
  /** The machine's Go by the scan, a semver; null: none. */
  readonly from: string | null;
}

/** Why a runner is in none of the stages. */
export type SkipReason = 'current' | 'offline' | 'busy' | 'unknown-to-github' | 'no-answer' | 'scan-failed';

/** The file `roster.json`: the runners that this run of the workflow takes, as it began. */
export interface FleetRoster {
  readonly schema: 1;
  /** ISO 8601. */
  readonly takenAt: string;
  readonly attempt: number;
  /** The release that every runner gets, a semver. */
  readonly wanted: string;
  /** Runners of the whole fleet. */
  readonly fleet: number;
  /** A fleet that is too large for one run has parts, of which each run takes one: part 1 of 3. */
  readonly part: number;
  readonly parts: number;
  /** Those that are scanned. */
  readonly runners: readonly FleetRunner[];
  /** Those of this part that are left out already. */
  readonly skipped: FleetPlan['skipped'];
}

/** The file `plan.json`. */
export interface FleetPlan {
  readonly schema: 1;
  /** ISO 8601. */
  readonly plannedAt: string;
  readonly attempt: number;
  /** The release that every runner gets, a semver. */
  readonly wanted: string;
  readonly stages: readonly { readonly stage: UpgradeStage; readonly runners: readonly PlannedRunner[] }[];
  readonly skipped: readonly {
    readonly runner: FleetRunner;
    readonly why: SkipReason;
    /** One line: the code and message of a scan that failed, …; may be empty. */
    readonly detail: string;
  }[];
  /** Those that the waves of this run do not reach, or have no slots for; the next run takes them. */
  readonly later: readonly FleetRunner[];
  /** Runs of the workflow that the fleet takes in all, this one included, if all goes well; of a fleet in parts, at most. */
  readonly runsNeeded: number;
  readonly limits: FleetLimits;
}

export interface FleetLimits {
  /** The largest share of a wave that may fail, 0 to 1. */
  readonly maxFailures: number;
  /** How much slower the benchmark may get: 0.25 is a quarter. */
  readonly tolerance: number;
}

/** What a gate decides after a stage: the file `verdict-<stage>.json`. */
export interface Verdict {
  readonly schema: 1;
  readonly stage: UpgradeStage;
  readonly attempt: number;
  readonly goOn: boolean;
  /** One sentence. */
  readonly reason: string;
  /** Of the stage: legs that were due, and of these those that failed (a regression too) and those that left no result. */
  readonly due: number;
  readonly failed: number;
  readonly lost: number;
  /** Median of the legs' ratios; null where there is none. */
  readonly ratio: number | null;
}
