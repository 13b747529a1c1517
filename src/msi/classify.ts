import type { ErrorCode } from '../errors.ts';
import { type Cause, findCause } from './cause.ts';
import { type ExitCode, explainExitCode, formatExitCode } from './exit-codes.ts';
import { ERROR_CODES, type FailureClass, ONCE, type OutcomeClass, type Retry } from './failure-class.ts';
import type { LogFacts, LogHolder } from './log-facts.ts';
import { mayPass } from './message-codes.ts';

/** What a run of msiexec came to. */
export interface Verdict {
  readonly class: OutcomeClass;
  /** The code for users; undefined for `ok` alone. */
  readonly code: ErrorCode | undefined;
  /** The further attempts that it earns, each after looking at the machine anew; undefined where another one would go the same way. */
  readonly retry: Retry | undefined;
  /** What happened and why. */
  readonly message: string;
  /** What the user can do; empty for `ok`. */
  readonly remedy: string;
  /** The exit code and the line of the log that decided, each in one line. */
  readonly evidence: readonly string[];
}

/** What was asked for; an uninstallation of what is not there has done what it should. */
export type Operation = 'install' | 'uninstall';

/**
 * Judges a run by its exit code and its log. An exit code that names its cause is believed. 1603 and its like only say that something
 * failed: there the log decides. A success is no proof that Go works: whoever asked looks at the tree, too.
 *
 * @param exitCode null where the process was ended without one
 * @param facts of this run's log; NO_FACTS where there is none
 */
export function classify(
  exitCode: number | null,
  facts: LogFacts,
  operation: Operation = 'install',
): Verdict {
  const told = explainExitCode(exitCode);
  const code = believed(told, facts, operation);
  const evidence = [`exit code ${formatExitCode(told)}: ${told.meaning}`];
  if (code !== told) evidence.push(`the log says ${formatExitCode(code)}: ${code.meaning}`);
  if (succeeded(code, operation)) return success(code, facts, evidence);

  const cause = code.vague ? findCause(facts) : undefined;
  if (cause) evidence.push(cause.line);
  const kind = cause?.class ?? failureClass(code);
  return {
    class: kind,
    code: ERROR_CODES[kind],
    retry: cause ? cause.retry : retryFor(code, facts),
    message: failureMessage(code, cause, facts, operation),
    remedy: REMEDIES[kind],
    evidence,
  };
}

/**
 * The exit code that counts. The engine goes on when its client is killed, so its own result counts more than the client's end; and it counts
 * more than a client that says 0 all the same.
 */
function believed(told: ExitCode, facts: LogFacts, operation: Operation): ExitCode {
  if (facts.result === undefined || !facts.complete) return told;
  const result = explainExitCode(facts.result);
  const ended = told.code === null || told.code >= 0xc0000000;
  const contradicted = told.code === 0 && !succeeded(result, operation);
  return ended || contradicted ? result : told;
}

function succeeded(code: ExitCode, operation: Operation): boolean {
  return code.success === true || code.success === operation;
}

function success(code: ExitCode, facts: LogFacts, evidence: string[]): Verdict {
  if (code.class !== 'ok-reboot' && facts.rebootCount === 0) {
    const message = `Windows Installer is done: ${code.meaning}.`;
    return { class: 'ok', code: undefined, retry: undefined, message, remedy: '', evidence };
  }
  const path = facts.reboots.find(({ harmless }) => !harmless)?.path;
  const waiting =
    path === undefined
      ? ''
      : ` ${facts.rebootCount === 1 ? 'One file waits' : `${facts.rebootCount} files wait`} for it, ${path} for one.`;
  const message =
    code.class === 'ok-reboot'
      ? `Windows Installer says that ${code.meaning}.${waiting}`
      : `Windows Installer says that it is done, but its log schedules changes for the next restart of Windows.${waiting}`;
  return {
    class: 'ok-reboot',
    code: ERROR_CODES['ok-reboot'],
    retry: undefined,
    message,
    remedy: REMEDIES['ok-reboot'],
    evidence,
  };
}

/** An uninstallation's success is none for an installation; only failures reach this. */
function failureClass({ class: kind }: ExitCode): FailureClass {
  return kind === 'ok' || kind === 'ok-reboot' ? 'failed' : kind;
}

/** What the exit code earns, where the log names no cause. */
function retryFor(code: ExitCode, facts: LogFacts): Retry | undefined {
  // Restart Manager ends programs that hold files, and with them sometimes the client of the installation itself.
  if (code.code === 1602 && facts.restartManager.length > 0) return ONCE;
  if (code.class !== 'failed') return code.retry;
  return facts.messages.some((message) => message.severity === 'error' && mayPass(message.code))
    ? ONCE
    : undefined;
}

function failureMessage(
  code: ExitCode,
  cause: Cause | undefined,
  facts: LogFacts,
  operation: Operation,
): string {
  const noun = operation === 'install' ? 'installation' : 'uninstallation';
  const when = facts.failedRun === 'replaced' ? ' while it removed the old version,' : '';
  const action = facts.failingAction === undefined ? '' : ` in action ${facts.failingAction.name}`;
  const head =
    code.code === null
      ? `The ${noun} broke off${when}${action}`
      : `The ${noun} failed${when} with exit code ${formatExitCode(code)}${action}`;
  const silent = code.vague && facts.lines > 0 ? ', and its log names no cause' : '';
  const why = cause === undefined ? `${code.meaning}${silent}` : `${cause.meaning}${placeOf(cause)}`;
  return `${head}, because ${why}.${afterwards(facts)}`;
}

function placeOf({ path, holders }: Cause): string {
  const place = path ?? holders.find((holder) => holder.path !== undefined)?.path;
  const names = holders.flatMap((holder) => holderName(holder) ?? []).slice(0, 3);
  const by = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return place === undefined ? by : `: ${place}${by}`;
}

/** `gopls, process 4704`; undefined where the log names nobody. */
function holderName({ name, pid }: LogHolder): string | undefined {
  if (name === undefined) return undefined;
  return pid === undefined ? name : `${name}, process ${pid}`;
}

/** What the failure left behind, where the log tells: the hazard of an upgrade is that the old version is gone by then. */
function afterwards(facts: LogFacts): string {
  if (facts.oldRemoved && facts.failedRun !== 'replaced') return ' The old version was removed before that.';
  return facts.rollback === 'disabled' ? ' Rollback is switched off here, so nothing was undone.' : '';
}

const ZIP = 'use `install-method: zip`, which does without Windows Installer and its rights';

/** One sentence a class, in the imperative. */
const REMEDIES: Readonly<Record<FailureClass | 'ok-reboot', string>> = {
  'ok-reboot':
    'Restart Windows, then run the step again; or set `on-reboot-required: warn` to go on at your own risk.',
  locked: `End the program that uses Go (a go, gopls or compiler process, an editor, a scanner) and run the step again, or ${ZIP}.`,
  permission: `Run the runner under an administrator's account with full rights, or ${ZIP}.`,
  policy: `Ask whoever manages this machine to allow the package, or ${ZIP}.`,
  source: `Uninstall the old Go with the package of its own version from go.dev/dl and run the step again, or ${ZIP}.`,
  disk: 'Free at least 1.5 GB on the disk of Windows and the one that Go is installed on, then run the step again.',
  package: `Exclude the directory of the packages from virus scans and give SYSTEM read access to it, or ${ZIP}.`,
  service: `Set the service msiserver to manual start, restart Windows if it hangs, and run the step again, or ${ZIP}.`,
  busy: 'Let the other installation finish and run the step again, or raise `msi-timeout`.',
  suspended: 'Restart Windows, so that the unfinished installation can end, then run the step again.',
  platform: `Check the inputs \`architecture\` and \`go-version\` against this machine, or ${ZIP}.`,
  cancelled: 'Run the step again: it looks at what is there, and finishes or undoes it.',
  internal: `Read the log beside this message, restart Windows and run the step again, or ${ZIP}.`,
  failed: `Read the log beside this message, or ${ZIP}.`,
};
