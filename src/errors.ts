/**
 * The codes of the failures that users see. Stable: workflows compare the output `error-code` with them,
 * and docs/errors.md has one entry for each.
 */
export type ErrorCode =
  | 'E_INPUT'
  | 'E_SPEC'
  | 'E_NOT_FOUND'
  | 'E_PLATFORM'
  | 'E_NETWORK'
  | 'E_LIST'
  | 'E_CHECKSUM'
  | 'E_TRANSPARENCY'
  | 'E_ARCHIVE'
  | 'E_DISK'
  | 'E_LOCKED'
  | 'E_PERMISSION'
  | 'E_ACL'
  | 'E_POLICY'
  | 'E_MSI_TARGET'
  | 'E_MSI_SIGNATURE'
  | 'E_MSI_LOCKED'
  | 'E_MSI_PERMISSION'
  | 'E_MSI_POLICY'
  | 'E_MSI_SOURCE'
  | 'E_MSI_DISK'
  | 'E_MSI_PACKAGE'
  | 'E_MSI_SERVICE'
  | 'E_MSI_BUSY'
  | 'E_MSI_SUSPENDED'
  | 'E_MSI_PLATFORM'
  | 'E_MSI_CANCELLED'
  | 'E_MSI_INTERNAL'
  | 'E_MSI_FAILED'
  | 'E_REBOOT'
  | 'E_VERIFY'
  | 'E_WRONG_RUNNER'
  | 'E_GATE'
  | 'E_HEALTH'
  | 'E_CANCELLED'
  | 'E_INTERNAL';

/** What a {@link SetupError} carries besides its message. */
export interface SetupErrorDetails {
  /** What the user can do about it: a whole sentence, in the imperative. */
  readonly remedy: string;
  /** How the machine stands now, as a sentence or two, where that is in question: after a change of it that failed. */
  readonly state?: string;
  /** Facts that back the message, one a line: URLs without credentials, paths, hashes, status codes. */
  readonly evidence?: readonly string[];
  /** The error underneath, kept whole. */
  readonly cause?: unknown;
}

/**
 * An expected failure: something in the world (an input, a server, a disk, another process) is not as the action
 * needs it. A defect of the action itself is never a SetupError; it keeps its own class and stack and is reported
 * as E_INTERNAL.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError' as const;
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly state: string | undefined;
  readonly evidence: readonly string[];

  /** @param message what happened and why, as one or two sentences, without the code and without the remedy */
  constructor(code: ErrorCode, message: string, details: SetupErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.remedy = details.remedy;
    this.state = details.state;
    this.evidence = details.evidence ?? [];
  }
}

/** The `code` of a Node system error (`EBUSY`, `ECONNRESET`, …), or undefined where the value carries none. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
