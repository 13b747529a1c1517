import path from 'node:path';
import { type Matcher, type MatcherConfig, type Pattern, parseConfig } from './config.ts';

/** What a problem matcher made of a line, as the runner passes it on. */
export interface Issue {
  readonly owner: string;
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** From the workspace, with `/`; undefined where no such file lies there. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Where files are looked for. */
export interface Checkout {
  /** GITHUB_WORKSPACE: what relative paths are relative to, whatever directory the step ran in. Windows or POSIX, by its form. */
  readonly workspace: string;
  /** Whether there is such a file. */
  isFile(file: string): boolean;
}

interface Match {
  readonly file?: string;
  readonly line?: string;
  readonly column?: string;
  readonly severity?: string;
  readonly message?: string;
  readonly fromPath?: string;
}
const FIELDS = ['file', 'line', 'column', 'severity', 'message', 'fromPath'] as const;

/** The matchers of a job, and what they hold of the lines before. */
export interface MatcherList {
  /** `::add-matcher::` with a file of this text. @throws Error what the runner would say of a bad one */
  add(json: string): void;
  /** `::remove-matcher owner=…::` */
  remove(owner: string): void;
  /** Begins a step: state of the last one's output is gone. */
  startStep(): void;
  /** One line of a step's output. */
  read(line: string): Issue | undefined;
  owners(): string[];
  /** Owners that were thrown out because an expression took too long. */
  readonly ejected: readonly string[];
}

/**
 * Reads lines as actions/runner does (IssueMatcher, OutputManager, ExecutionContext.AddMatchers): newest file first, within a file the order
 * of the file; the first matcher that gives an issue takes the line; whatever matches resets all others; a match without a message is no issue.
 * Colours are not taken out of the line: the runner means to, but its expression for them matches none.
 *
 * @param timeoutMs how long one matcher may look at one line before it is thrown out; the runner tries three times
 */
export function matcherList(checkout: Checkout, timeoutMs = 1000): MatcherList {
  let configs: Matcher[] = [];
  let running: Running[] = [];
  const ejected: string[] = [];

  function read(line: string): Issue | undefined {
    for (const one of running) {
      const started = performance.now();
      const match = one.match(line);
      if (performance.now() - started > timeoutMs) {
        ejected.push(one.owner);
        running = running.filter((other) => other !== one);
      }
      if (match === undefined) continue;
      for (const other of running) if (other !== one) other.reset();
      const issue = toIssue(one.owner, match, checkout);
      if (issue !== undefined) return issue;
    }
    return undefined;
  }
  const startStep = () => {
    running = configs.map(startMatcher);
  };

  return {
    add(json) {
      const added = parseConfig(json);
      const replaced = new Set(added.map(({ owner }) => owner.toLowerCase()));
      configs = [...added, ...configs.filter(({ owner }) => !replaced.has(owner.toLowerCase()))];
      startStep();
    },
    remove(owner) {
      configs = configs.filter((one) => one.owner.toLowerCase() !== owner.toLowerCase());
      startStep();
    },
    startStep,
    read,
    owners: () => configs.map(({ owner }) => owner),
    ejected,
  };
}

interface Running {
  readonly owner: string;
  match(line: string): Match | undefined;
  reset(): void;
}

/** One matcher at work: `held[i]` is what pattern i made of the line before. */
function startMatcher({ owner, severity, pattern: patterns }: Matcher): Running {
  const expressions = patterns.map(({ regexp }) => new RegExp(regexp));
  const last = patterns.length - 1;
  let held: (Match | undefined)[] = [];
  const withDefault = (match: Match): Match => ({ ...match, severity: match.severity || severity || '' });

  function match(line: string): Match | undefined {
    for (let index = last; index >= 0; index--) {
      const before = index > 0 ? held[index - 1] : undefined;
      if (index > 0 && before === undefined) continue;
      const groups = expressions[index]?.exec(line);
      if (groups) {
        const found = merged(before, patterns[index] as Pattern, groups);
        if (index < last) {
          held[index] = found;
          continue;
        }
        held = [];
        if (index > 0 && patterns[index]?.loop) held[index - 1] = before;
        return withDefault(found);
      }
      // The last pattern that fails ends what led to it; another one only itself.
      held[index === last ? index - 1 : index] = undefined;
    }
    return undefined;
  }
  return {
    owner,
    match,
    reset: () => {
      held = [];
    },
  };
}

/** An earlier line's value wins; a group that took no part is an empty text, as .NET has it. */
function merged(before: Match | undefined, pattern: Pattern, groups: RegExpExecArray): Match {
  const found: Record<string, string> = {};
  for (const field of FIELDS) {
    const number = pattern[field];
    const value = before?.[field] ?? (number === undefined ? undefined : (groups[number] ?? ''));
    if (value !== undefined) found[field] = value;
  }
  return found;
}

function toIssue(owner: string, match: Match, checkout: Checkout): Issue | undefined {
  const level = (match.severity || 'error').toLowerCase();
  if (!match.message?.trim()) return undefined;
  if (level !== 'error' && level !== 'warning' && level !== 'notice') return undefined;
  const file = inWorkspace(match, checkout);
  return {
    owner,
    level,
    message: match.message,
    ...(file === undefined ? {} : { file }),
    ...(/^\d+$/.test(match.line ?? '') ? { line: Number(match.line) } : {}),
    ...(/^\d+$/.test(match.column ?? '') ? { column: Number(match.column) } : {}),
  };
}

/** The runner keeps a file only where there is one, in the repository that the workflow is of (here: below the workspace). */
function inWorkspace({ file, fromPath }: Match, { workspace, isFile }: Checkout): string | undefined {
  if (!file?.trim()) return undefined;
  const windows = /^[A-Za-z]:[\\/]/.test(workspace);
  const { resolve, dirname, relative, isAbsolute } = windows ? path.win32 : path.posix;
  const from = fromPath?.trim() && !isAbsolute(file) ? dirname(fromPath) : '';
  const whole = resolve(workspace, from, file);
  const below = relative(workspace, whole);
  if (!isFile(whole) || below.startsWith('..') || isAbsolute(below)) return undefined;
  return below.replaceAll('\\', '/');
}

export type { Matcher, MatcherConfig, Pattern };
