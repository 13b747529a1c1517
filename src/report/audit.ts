import path from 'node:path';
import { SetupError } from '../errors.ts';
import { stateDirectory } from '../toolcache/layout.ts';
import type { AuditLog, AuditLogOptions } from './audit-log.ts';

/** A change of the machine, for the record: what was done, on what, from where, and how it ended. */
export interface AuditedChange {
  /** A verb of the audit's own vocabulary. */
  readonly action:
    | 'install'
    | 'replace'
    | 'remove-leftover'
    | 'uninstall'
    | 'switch'
    | 'rollback'
    | 'set-variable'
    | 'prune'
    | 'msi-install'
    | 'msi-repair'
    | 'msi-rollback'
    | 'msi-uninstall'
    | 'msi-recover'
    | 'make-machine-root'
    | 'stop-process';
  /** What was changed: a directory, a product with its directory, a process. */
  readonly target: string;
  /** Where what is there now came from, without credentials: a file's address and hash, the version before. Empty where that means nothing. */
  readonly from: string;
  /** `ok`, or the code of the failure. */
  readonly outcome: string;
  readonly durationMs: number;
}

/** Where the rooms record each change of the machine, after it is made or has failed half-way. What changed nothing is not recorded. */
export interface Audit {
  /** Never rejects: that a change can't be recorded is said once in the log, and does not hide how the change went. */
  record(change: AuditedChange): Promise<void>;
}

/** What stands as the outcome of a change that failed: the code that the step shows for the error. */
export function codeOf(error: unknown): string {
  return error instanceof SetupError ? error.code : 'E_INTERNAL';
}

/** Where the lines of a step go. */
export interface AuditPlaces {
  readonly file: string;
  /** Where they go when they can't be written there; undefined where there is no such place. */
  readonly lastResort: string | undefined;
}

/** Beside the locks of the tool cache, for all runners that share it; else below the runner's own RUNNER_TEMP. */
export function auditPlaces(toolCache: string, env: NodeJS.ProcessEnv): AuditPlaces {
  const temp = env['RUNNER_TEMP'];
  return {
    file: path.join(stateDirectory(toolCache), 'audit.jsonl'),
    lastResort: temp ? path.join(temp, 'setup-go-win', 'audit.jsonl') : undefined,
  };
}

/** What a step has recorded in one file. */
export interface Recorded {
  readonly file: string;
  readonly changes: number;
  /** Of the last of its lines: kept elsewhere, as the step's log is, it shows that lines were cut off at the end. */
  readonly hash: string;
}

/** The audit of a step. */
export interface StepAudit extends Audit {
  /** Empty where nothing was changed. */
  recorded(): readonly Recorded[];
}

/** Begins the audit of a step. Nothing is loaded, and no file is touched, before there is something to record. */
export function openAudit(options: AuditLogOptions): StepAudit {
  let opening: Promise<AuditLog> | undefined;
  let opened: AuditLog | undefined;
  return {
    async record(change) {
      opening ??= import('./audit-log.ts').then(({ createAuditLog }) => createAuditLog(options));
      opened = await opening;
      await opened.record(change);
    },
    recorded: () => opened?.recorded() ?? [],
  };
}
