import type { LogFacts, LogMessage } from './log-facts.ts';
import { explainMessage } from './message-codes.ts';

/** Lines of a digest at most, and characters of each. */
export const DIGEST_LINES = 15;
const WIDTH = 300;

/**
 * What a user wants to see of a log, most telling first: who failed where, the messages with paths and system errors, who holds files, what
 * waits for a restart, in what state the machine is left. The log's path is the last line.
 *
 * @param logPath where the whole log lies
 * @returns at most {@link DIGEST_LINES} lines
 */
export function digestLines(facts: LogFacts, logPath?: string): string[] {
  const telling = [
    ...messageLines(facts),
    ...holderLines(facts),
    ...rebootLines(facts),
    ...facts.missingPackages
      .slice(0, 1)
      .map((path) => `missing: the package ${path} of the installed version`),
    ...facts.restrictions.slice(0, 1),
    ...facts.customActions
      .slice(0, 1)
      .map(({ name, code }) => `custom action${name === '' ? '' : ` ${name}`} returned ${code}`),
  ];
  const failed = failureLines(facts);
  const ends = telling.length === 0 && (failed.length > 0 || !facts.complete) ? lastLines(facts) : [];
  const lines = [...failed, ...telling, ...stateLines(facts), ...ends];
  const tail = logPath === undefined ? [] : [logLine(facts, logPath)];
  return [...lines.slice(0, DIGEST_LINES - tail.length), ...tail].map((line) => oneLine(line));
}

function failureLines({ failingAction, failedRun, result }: LogFacts): string[] {
  const failed = failedRun !== undefined && result !== undefined;
  if (failingAction === undefined) return failed ? [`failed: the engine returned ${result}`] : [];
  const of = failedRun === 'replaced' ? ' of the old version, which was being removed' : '';
  const returned = result === undefined ? '' : `; the engine returned ${result}`;
  return [`failed: action ${failingAction.name}${of}${returned}`];
}

/** Errors first, then notes that name a cause; what came after the failure only where nothing came before. */
function messageLines({ messages }: LogFacts): string[] {
  const telling = messages.filter(
    ({ code, win32, severity }) =>
      severity === 'error' || (severity === 'note' && explainMessage(code, win32) !== undefined),
  );
  const before = telling.filter(({ beforeFailure }) => beforeFailure);
  const chosen = (before.length > 0 ? before : telling).toSorted(
    (a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'),
  );
  const lines = chosen.map((message) => {
    const twins = chosen.filter(({ code, path }) => code === message.code && same(path, message.path));
    return messageLine(message, twins.find(({ win32 }) => win32 !== undefined)?.win32);
  });
  return [...new Set(lines)].slice(0, 4);
}

/** The engine writes each error twice: as a note with its system error, and as a sentence without. A path may be missing in one. */
function same(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a.toLowerCase() === b.toLowerCase();
}

function messageLine({ code, path, text, beforeFailure }: LogMessage, win32: number | undefined): string {
  const system = win32 === undefined ? '' : `, system error ${win32}`;
  const known = explainMessage(code, win32)?.meaning;
  const words = known === undefined ? text : `${known}${path === undefined ? '' : `: ${path}`}`;
  return `${beforeFailure ? '' : 'after the failure: '}message ${code}${system}: ${words}`;
}

function holderLines({ holders }: LogFacts): string[] {
  return holders.slice(0, 3).map(({ path, name, pid, windowTitle }) => {
    const process = pid === undefined ? '' : `, process ${pid}`;
    const title = windowTitle === undefined ? '' : `, window "${windowTitle}"`;
    return `in use: ${path ?? 'a file'} by ${name ?? 'another program'}${process}${title}`;
  });
}

function rebootLines({ reboots, rebootCount }: LogFacts): string[] {
  const paths = reboots.filter(({ harmless }) => !harmless).map(({ path }) => path);
  const shown = paths.slice(0, 2).map((path) => `waits for a restart: ${path}`);
  const more = rebootCount - shown.length;
  return more > 0 && shown.length > 0 ? [...shown, `and ${more} more files wait for a restart`] : shown;
}

function stateLines(facts: LogFacts): string[] {
  const { elevated, rollback, oldRemoved, policies, restartManager } = facts;
  return [
    ...(elevated === false ? ['the installation did not run elevated, as far as the log says'] : []),
    ...(oldRemoved ? ['the old version was removed'] : []),
    ...(rollback === 'performed' ? ['the engine undid what it had changed'] : []),
    ...(rollback === 'disabled' ? ['rollback is switched off on this machine'] : []),
    ...policies.slice(0, 2).map(({ name, value }) => `policy ${name} is ${value}`),
    ...restartManager
      .filter((text) => /failed|critical|disabled/i.test(text))
      .slice(0, 1)
      .map((text) => `Restart Manager: ${text}`),
  ];
}

function lastLines(facts: LogFacts): string[] {
  const label = facts.complete && facts.failingAction !== undefined ? 'up to there' : 'the log ends';
  return facts.lastLines.slice(-4).map((line) => `${label}: ${line}`);
}

function logLine({ unreadable, bytes, complete }: LogFacts, logPath: string): string {
  if (unreadable !== undefined) return `log: ${logPath} (not readable: ${unreadable})`;
  if (bytes === 0) return `log: ${logPath} (empty)`;
  return `log: ${logPath}${complete ? '' : ' (it breaks off: msiexec was ended, or is still at work)'}`;
}

/** Control characters would break the runner's own log apart. */
function oneLine(line: string): string {
  const clean = line.replaceAll(/\p{Cc}+/gu, ' ');
  return clean.length <= WIDTH ? clean : `${clean.slice(0, WIDTH - 1)}…`;
}
