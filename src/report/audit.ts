/** A change of the machine, for the record: what was done, on what, from where, and how it ended. */
export interface AuditedChange {
  /** A verb of the audit's own vocabulary. */
  readonly action:
    | 'install'
    | 'replace'
    | 'remove-leftover'
    | 'remove-torn'
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
