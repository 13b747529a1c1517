import type { LogEncoding } from './log-text.ts';

/**
 * Whose run a line belongs to. msiexec was called for the `requested` product; RemoveExistingProducts runs the uninstallation of the
 * `replaced` one within it.
 */
export type RunRole = 'requested' | 'replaced';

/** One numbered message, however often it was written. */
export interface LogMessage {
  readonly code: number;
  readonly severity: 'error' | 'info' | 'note';
  readonly win32: number | undefined;
  readonly path: string | undefined;
  readonly run: RunRole;
  /** False for what came after an action of the run had failed: clearing up has errors of its own. */
  readonly beforeFailure: boolean;
  /** The line, without the engine's prefix. */
  readonly text: string;
  readonly count: number;
}

/** A program that had a file open, as the log tells it. */
export interface LogHolder {
  readonly path: string | undefined;
  readonly name: string | undefined;
  readonly pid: number | undefined;
  readonly windowTitle: string | undefined;
}

/** A file that Windows will delete or replace at the next restart. */
export interface ScheduledReboot {
  readonly path: string;
  /**
   * True for `…\Config.Msi\*.rbf`, the engine's own copy of a file that is replaced already. Any other path is one where a new file may lie
   * by then, and goes with the restart (microsoft/WSL#40488).
   */
  readonly harmless: boolean;
}

/** A failed action: the innermost one, of which the others are only envelopes. */
export interface FailingAction {
  readonly name: string;
  readonly run: RunRole;
}

/** One product's run within the log. */
export interface ProductRun {
  readonly role: RunRole;
  /** `{…}` in upper case; known for replaced products. */
  readonly productCode: string | undefined;
  /** What the engine returned for it; undefined where the log ends before. */
  readonly result: number | undefined;
}

/**
 * What a log says, in bounded space: every list is cut and free of repetitions, every text cut to a few hundred characters. Facts only;
 * what they mean is for classify.ts.
 */
export interface LogFacts {
  /** Why the log could not be read (to its end), in Node's words; undefined where it was. A file that is not there is one reason. */
  readonly unreadable: string | undefined;
  readonly encoding: LogEncoding | undefined;
  readonly bytes: number;
  readonly lines: number;
  /** True when the engine or the log says that it is at the end; false for one that stops in the middle: msiexec was ended. */
  readonly complete: boolean;
  /** True for a log without one line of the engine itself: Wine's, where failed actions return 0, or one that is not verbose. */
  readonly thin: boolean;
  /** The exit code that the engine returned for the requested product. */
  readonly result: number | undefined;
  readonly failingAction: FailingAction | undefined;
  /** Whose failure it is; undefined where nothing failed or nobody can tell. */
  readonly failedRun: RunRole | undefined;
  /** In the order of their ends; at most {@link LIMITS}.runs. */
  readonly runs: readonly ProductRun[];
  /** From the engine's last line about the outcome: "Windows Installer installed the product. …". */
  readonly product: { readonly name: string; readonly version: string; readonly status: number } | undefined;
  readonly messages: readonly LogMessage[];
  readonly holders: readonly LogHolder[];
  readonly reboots: readonly ScheduledReboot[];
  /** How many different files are scheduled in all, harmless ones not counted. */
  readonly rebootCount: number;
  /** Whether the installation ran elevated; undefined where the log does not say. */
  readonly elevated: boolean | undefined;
  readonly rollback: 'performed' | 'disabled' | undefined;
  /** True once the old product's run ended well: from there on, a failure leaves the machine without either version. */
  readonly oldRemoved: boolean;
  readonly restartManager: readonly string[];
  readonly missingPackages: readonly string[];
  /** Policies that are set to something else than 0. */
  readonly policies: readonly { readonly name: string; readonly value: number }[];
  /** Lines in which a software restriction policy refuses something. */
  readonly restrictions: readonly string[];
  readonly customActions: readonly { readonly name: string; readonly code: number }[];
  /** The engine could not get the mutex _MSIExecute: another installation is running. */
  readonly mutexHeld: boolean;
  /** The last lines before the failure, or of the log where none is marked; for logs that say nothing else. */
  readonly lastLines: readonly string[];
}

/** How much is kept. */
export const LIMITS = {
  messages: 40,
  holders: 12,
  reboots: 20,
  rebootPaths: 5000,
  runs: 6,
  few: 8,
  lastLines: 6,
  text: 400,
} as const;

/** The facts of a log that has none: it is missing, empty, or was never asked for. */
export const NO_FACTS: LogFacts = {
  unreadable: undefined,
  encoding: undefined,
  bytes: 0,
  lines: 0,
  complete: false,
  thin: true,
  result: undefined,
  failingAction: undefined,
  failedRun: undefined,
  runs: [],
  product: undefined,
  messages: [],
  holders: [],
  reboots: [],
  rebootCount: 0,
  elevated: undefined,
  rollback: undefined,
  oldRemoved: false,
  restartManager: [],
  missingPackages: [],
  policies: [],
  restrictions: [],
  customActions: [],
  mutexHeld: false,
  lastLines: [],
};
