import path from 'node:path';
import type { OpenChange } from '../machine/journal.ts';
import type { Architecture } from '../release/release.ts';
import type { Sources } from '../sources.ts';
import type { Context } from '../toolchain.ts';
import type { PendingRename } from '../windows/reboot.ts';
import type { RegistryValue } from '../windows/registry.ts';
import type { StoredPackage } from './package-store.ts';

/** What every part of an MSI operation needs. */
export interface MsiSession {
  /** Where journal, history, packages and logs of this machine lie. */
  readonly root: string;
  readonly architecture: Architecture;
  readonly sources: Sources;
  readonly context: Context;
}

/** A run of msiexec, as the journal has it. */
export interface RecordedAttempt {
  readonly task: string;
  readonly log: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Undefined until the process runs. */
  readonly pid: number | undefined;
  /** Undefined while it runs, and for ever when nobody saw its end. */
  readonly exitCode: number | undefined;
}

/** The Go that was registered before a change. */
export interface OldGo {
  readonly productCode: string;
  readonly goVersion: string;
  readonly version: string;
  readonly installDir: string;
  /** False: its tree was broken before anything was changed. */
  readonly whole: boolean;
}

/** The Go that a change is to end with. */
export interface TargetGo {
  readonly goVersion: string;
  readonly version: string;
  readonly installDir: string;
  readonly package: StoredPackage;
}

/** What the journal keeps of an MSI change: all that the next run needs to finish or to undo it. */
export interface MsiDetails {
  readonly old: OldGo | undefined;
  /** Undefined for an uninstallation. */
  readonly target: TargetGo | undefined;
  /** The old version's own MSI. */
  readonly secured: StoredPackage | undefined;
  /** The machine's PATH as it was, byte for byte; undefined where it was not set. */
  readonly machinePath: RegistryValue | undefined;
  /** The machine's GOROOT as it was; null where it was not set, undefined where nobody looked. */
  readonly machineGoroot?: RegistryValue | null | undefined;
  /** What waited for the next start of Windows before. */
  readonly pending: readonly PendingRename[];
  readonly attempts: readonly RecordedAttempt[];
}

/** What the history keeps of a change for the list of files of the Go before it. */
export function productBefore({ change }: OpenChange<MsiDetails>): { fromProduct: string | undefined } {
  return { fromProduct: change.details.old?.productCode };
}

/** The directory of msiexec's logs: not RUNNER_TEMP, which the runner empties. */
export function logDirectory(root: string): string {
  return path.join(root, 'logs');
}
