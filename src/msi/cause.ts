import { type FailureClass, ONCE, onceAfter, type Retry, SOON, WHEN_FREE } from './failure-class.ts';
import type { LogFacts, LogHolder, LogMessage } from './log-facts.ts';
import { explainMessage, mayPass } from './message-codes.ts';

/** Why an installation failed, as its log tells. */
export interface Cause {
  readonly class: FailureClass;
  /** A clause that follows "because". */
  readonly meaning: string;
  /** The line of the log that says so. */
  readonly line: string;
  readonly path: string | undefined;
  readonly holders: readonly LogHolder[];
  readonly retry: Retry | undefined;
}

interface Candidate extends Omit<Cause, 'holders' | 'retry'> {
  readonly code: number | undefined;
  /** 0: the engine's error message; 1: a note that names a cause; 2: a wrapper around one; 3: what successes have in their logs, too. */
  readonly tier: 0 | 1 | 2 | 3;
}

/**
 * Where a log has several causes of the same weight, the one that explains the others.
 *
 * - What is decided before any file is touched (policy, elevation, a busy or missing service, a suspended installation) leaves nothing else
 *   to find, so it comes first.
 * - A full disk makes writing, unpacking and closing fail each in its own words: before them.
 * - A lock before a permission: Windows says 32 for a lock alone, but 5 for a missing right as well as for a program that runs.
 * - A missing source before a damaged package: the engine reports a cabinet that it cannot find in both ways.
 * - Internal errors last: they are what is left over when something else broke.
 */
const PRECEDENCE: readonly FailureClass[] = [
  'policy',
  'busy',
  'service',
  'suspended',
  'platform',
  'disk',
  'locked',
  'permission',
  'source',
  'package',
  'internal',
];

/** Messages that say the account is no administrator, whatever comes after. */
const NOT_ELEVATED = new Set([1730, 1925]);

/** The cause of a failure, or undefined where the log names none. For vague exit codes only: the others are a cause themselves. */
export function findCause(facts: LogFacts): Cause | undefined {
  const candidates = [...messageCandidates(facts), ...otherCandidates(facts)];
  const [first] = candidates.sort((a, b) => weight(a) - weight(b));
  if (first === undefined) return undefined;
  const { class: kind, meaning, line, path } = first;
  const holders = kind === 'locked' ? holdersOf(facts, path) : [];
  return { class: kind, meaning, line, path, holders, retry: retryFor(kind, first.code) };
}

/** The further attempts that a cause earns. Rights, policies and full disks do not change while one waits. */
function retryFor(kind: FailureClass, code: number | undefined): Retry | undefined {
  switch (kind) {
    case 'locked':
    case 'service':
      return SOON;
    case 'busy':
      return WHEN_FREE;
    case 'package':
      return onceAfter('fetch-package');
    case 'source':
      return onceAfter('supply-old-package');
    case 'suspended':
      // The engine undoes the suspended installation itself; only a demanded restart (1702, 1703) stays.
      return code === 1704 || code === 1705 ? onceAfter('inspect') : undefined;
    case 'internal':
      return code === 2502 || code === 2503 || code === 2755 || (code !== undefined && mayPass(code))
        ? ONCE
        : undefined;
    default:
      return undefined;
  }
}

function weight({ tier, class: kind, code }: Candidate): number {
  const rank = code !== undefined && NOT_ELEVATED.has(code) ? -1 : PRECEDENCE.indexOf(kind);
  return tier * 100 + rank;
}

/** Messages from before the failure: what clearing up stumbles over is no cause. */
function messageCandidates(facts: LogFacts): Candidate[] {
  return facts.messages.flatMap((message) => {
    if (!message.beforeFailure || isLookup(message)) return [];
    const win32 = message.win32 ?? noteOf(facts, message)?.win32;
    const known = explainMessage(message.code, win32);
    if (known === undefined) return [];
    const { code, path, text: line } = message;
    const held = known.class === 'permission' && path !== undefined && isHeld(facts, path);
    const [kind, meaning] = held
      ? (['locked', 'a file is open in another program'] as const)
      : [known.class, known.meaning];
    const missing = code === 1714 && facts.missingPackages.length > 0;
    const tier = missing ? 0 : tierOf(message, known.weight, kind, win32);
    return [{ class: kind, meaning, line, path, code, tier }];
  });
}

/** A note of a registry key without a system error: the engine looked for something, and it was not there. */
function isLookup({ severity, code, win32 }: LogMessage): boolean {
  return severity === 'note' && (code === 1401 || code === 1402 || code === 1406) && win32 === undefined;
}

/** A note without a system error (`Note: 1: 1303 2: <path>`) is written on the way to successes too; the error in words is not. */
function tierOf(
  { severity }: LogMessage,
  weight: 'telling' | 'envelope' | 'notice',
  kind: FailureClass,
  win32: number | undefined,
): Candidate['tier'] {
  if (weight === 'notice') return 3;
  if (weight === 'envelope') return 2;
  if (severity === 'error') return 0;
  return kind === 'permission' && win32 === undefined ? 2 : 1;
}

/** What the log says beside numbered messages. */
function otherCandidates(facts: LogFacts): Candidate[] {
  const candidate = (
    kind: FailureClass,
    tier: Candidate['tier'],
    meaning: string,
    line: string,
  ): Candidate => ({
    class: kind,
    tier,
    meaning,
    line,
    path: undefined,
    code: undefined,
  });
  const found: Candidate[] = [];
  const [restriction] = facts.restrictions;
  const [missing] = facts.missingPackages;
  const [action] = facts.customActions;
  if (facts.mutexHeld) {
    found.push(candidate('busy', 0, 'another installation is running', 'Failed to grab execution mutex'));
  }
  if (restriction !== undefined) {
    found.push(candidate('policy', 0, 'a software restriction policy forbids the package', restriction));
  }
  if (missing !== undefined) {
    found.push(
      candidate(
        'source',
        2,
        'the package of the installed version is gone',
        `Local cached package '${missing}' is missing`,
      ),
    );
  }
  if (action !== undefined) {
    const line = `CustomAction ${action.name} returned actual error code ${action.code}`;
    found.push(
      action.code === 1612
        ? candidate('source', 1, 'the package of the installed version is gone', line)
        : candidate('internal', 2, 'a program of the package failed', line),
    );
  }
  if (facts.elevated === false) {
    found.push(
      candidate('permission', 2, 'it did not run as administrator', 'MSI_LUA: Elevation prompt disabled'),
    );
  }
  return found;
}

/** The engine's note of the same failure, which carries the system error that the sentence leaves out. */
function noteOf({ messages }: LogFacts, { code, path, severity }: LogMessage): LogMessage | undefined {
  if (severity !== 'error') return undefined;
  return messages.find(
    (other) =>
      other.severity === 'note' && other.code === code && (path === undefined || samePath(other.path, path)),
  );
}

/** Whether the log says elsewhere that this very file, or a file in this very directory, is in use. */
function isHeld(facts: LogFacts, path: string): boolean {
  return (
    facts.holders.some((holder) => contains(path, holder.path)) ||
    facts.messages.some(
      ({ code, win32, path: other }) =>
        explainMessage(code, win32)?.class === 'locked' && contains(path, other),
    )
  );
}

/** Holders of that file; all of them where none is of that file, or no file is known. */
function holdersOf({ holders }: LogFacts, path: string | undefined): readonly LogHolder[] {
  const own = path === undefined ? [] : holders.filter((holder) => contains(path, holder.path));
  return own.length > 0 ? own : holders;
}

function contains(path: string, inner: string | undefined): boolean {
  const outer = path.toLowerCase().replace(/\\+$/, '');
  return inner !== undefined && (samePath(outer, inner) || inner.toLowerCase().startsWith(`${outer}\\`));
}

function samePath(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}
