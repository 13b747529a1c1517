import * as core from '@actions/core';
import { type ErrorCode, SetupError } from '../errors.ts';
import { plainLine } from './log.ts';
import type { Redact } from './redact.ts';

/** A failure as it is shown: an unexpected error is an E_INTERNAL that keeps its stack as evidence. */
export interface Failure {
  readonly code: ErrorCode;
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
  /** How the machine stands now, where that is in question. */
  readonly state: string | undefined;
  /** Each on one line, and none a command to the runner. */
  readonly evidence: readonly string[];
}

/** The bundle of a failure: where it is, or why there is none. */
export interface Diagnostics {
  readonly path: string | undefined;
  readonly missing?: string;
}

const TITLES: Record<ErrorCode, string> = {
  E_INPUT: 'an input is not usable',
  E_SPEC: 'this is not a Go version',
  E_NOT_FOUND: 'there is no such Go',
  E_PLATFORM: 'not a Windows runner',
  E_NETWORK: 'the download source cannot be reached',
  E_LIST: 'the release list cannot be read',
  E_CHECKSUM: 'the file is not what it should be',
  E_TRANSPARENCY: 'the checksum database does not vouch for it',
  E_ARCHIVE: 'the archive is refused',
  E_DISK: 'the disk is full',
  E_LOCKED: 'something else is using it',
  E_PERMISSION: 'the runner may not write or run something',
  E_ACL: 'others may change what an administrator would run',
  E_POLICY: 'the policy does not allow it',
  E_MSI_TARGET: 'other files lie where Go is to go',
  E_MSI_SIGNATURE: 'the package is not signed as it should be',
  E_MSI_LOCKED: 'a file of Go is in use',
  E_MSI_PERMISSION: 'the installation needs an administrator',
  E_MSI_POLICY: 'a policy of this machine forbids it',
  E_MSI_SOURCE: 'the package of the installed Go is missing',
  E_MSI_DISK: 'there is no room for the installation',
  E_MSI_PACKAGE: 'the package cannot be read',
  E_MSI_SERVICE: 'the Windows Installer service does not work',
  E_MSI_BUSY: 'another installation is running',
  E_MSI_SUSPENDED: 'an earlier installation is unfinished',
  E_MSI_PLATFORM: 'the package is not for this machine',
  E_MSI_CANCELLED: 'the installation was cancelled',
  E_MSI_INTERNAL: 'Windows Installer itself failed',
  E_MSI_FAILED: 'the installation failed',
  E_REBOOT: 'Windows has to be restarted',
  E_VERIFY: 'the installed Go is not what was asked for',
  E_WRONG_RUNNER: 'the job runs on another runner than it is for',
  E_GATE: 'the roll-out is stopped',
  E_HEALTH: 'the new Go is broken or slower than the one before',
  E_CANCELLED: 'the step was cancelled',
  E_INTERNAL: 'a defect of this action',
};

/** Describes any thrown value as a failure. @param redact what goes through it before it is shown: all of it */
export function describeFailure(error: unknown, redact: Redact = (text) => text): Failure {
  const failure = describe(error);
  return {
    ...failure,
    message: redact(failure.message),
    remedy: redact(failure.remedy),
    state: failure.state === undefined ? undefined : redact(failure.state),
    // Before lines are joined: a secret of several lines is known as it is.
    evidence: failure.evidence.map(redact).map(plainLine),
  };
}

function describe(error: unknown): Failure {
  if (error instanceof SetupError) {
    const told = [error.message, ...error.evidence];
    const causes = causeChain(error.cause).filter((cause) => !told.some((line) => line.includes(cause)));
    return {
      code: error.code,
      title: TITLES[error.code],
      message: error.message,
      remedy: error.remedy,
      state: error.state,
      evidence: [...error.evidence, ...causes.map(because)],
    };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'E_INTERNAL',
    title: TITLES.E_INTERNAL,
    message: `Unexpected: ${(error instanceof Error ? error.message : String(error)).replace(/[.\s]*$/, '.')}`,
    remedy: 'Run the step again; if it fails the same way, report it with this log and its diagnostics.',
    state: undefined,
    evidence: [
      ...stack
        .split('\n')
        .slice(1, 12)
        .map((line) => line.trim()),
      ...causeChain(error instanceof Error ? error.cause : undefined).map(because),
    ],
  };
}

/**
 * Fails the step: the evidence and where the diagnostics are as log lines, then the one annotation, last and outside any group; and the outputs
 * `error-code` and `diagnostics-path`.
 * Sets the exit code and leaves ending the process to Node: `process.exit` after network use trips an assertion on Windows
 * (nodejs/node#56645).
 */
export function reportFailure(failure: Failure, diagnostics?: Diagnostics): void {
  process.exitCode = core.ExitCode.Failure;
  try {
    core.setOutput('error-code', failure.code);
    if (diagnostics?.path !== undefined) core.setOutput('diagnostics-path', diagnostics.path);
  } catch (error) {
    core.info(`The output error-code cannot be set: ${String(error)}`); // what failed the step matters more
  }
  if (failure.evidence.length > 0) {
    core.info('What is known of the failure:');
    for (const line of failure.evidence) core.info(`  ${line}`);
  }
  if (diagnostics?.path !== undefined)
    core.info(`Diagnostics (keep them with actions/upload-artifact): ${diagnostics.path}`);
  if (diagnostics?.missing !== undefined)
    core.info(plainLine(`No diagnostics could be written: ${diagnostics.missing}`));
  const { message, state, remedy } = failure;
  core.error([message, state, remedy].filter(Boolean).join(' '), {
    title: `${failure.code}: ${failure.title}`,
  });
}

/** Messages of the errors underneath, the nearest first. */
function causeChain(cause: unknown): string[] {
  const messages: string[] = [];
  for (let current = cause; current instanceof Error && messages.length < 5; current = current.cause) {
    messages.push(current.message);
  }
  return messages;
}

function because(message: string): string {
  return `because: ${message}`;
}
