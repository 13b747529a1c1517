import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { reviver } from '@actions/expressions/data/reviver';
import { truthy } from '@actions/expressions/result';
import { parse } from 'yaml';

// Which jobs of a workflow GitHub starts. Expressions are evaluated by GitHub's own library; what surrounds them is as GitHub documents it: a job's `if` comes before its matrix,
// success() looks at all that a job needs, however far back, a job that is skipped has no outputs, and a matrix without entries is an error.
// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions

/** What a job came to. */
export interface JobEnd {
  readonly result: 'success' | 'failure' | 'cancelled' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
}

/** A job of a run, in the order in which they are decided. */
export interface RunJob extends JobEnd {
  readonly id: string;
  /** Entries of its matrix, as the job sees them: `[{}]` without one, `[]` of a job that was skipped. */
  readonly legs: readonly Readonly<Record<string, unknown>>[];
}

/** What jobs do, as a test wants it. */
export interface RunScript {
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What a job that is started comes to. Of a matrix: `failure` if one of its legs fails. Default: success, and no outputs. */
  readonly ends: (job: string) => Partial<JobEnd> | undefined;
  /** The run is cancelled while this job waits or works. */
  readonly cancelledAt?: string;
}

export interface WorkflowRun {
  readonly jobs: readonly RunJob[];
  readonly conclusion: 'success' | 'failure' | 'cancelled';
}

interface JobText {
  readonly needs?: string | readonly string[];
  readonly if?: string | boolean;
  readonly 'continue-on-error'?: boolean;
  readonly strategy?: { readonly matrix?: Readonly<Record<string, unknown>> };
}

const STATUS = /\b(?:success|failure|cancelled|always)\s*\(/;

/**
 * Plays a run of a workflow.
 * @param text the workflow file
 * @throws Error where GitHub would end the run with an error in the workflow itself: an expression that cannot be evaluated, a matrix without entries
 */
export function playRun(text: string, script: RunScript): WorkflowRun {
  const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, JobText>> };
  const done = new Map<string, RunJob>();
  const needsOf = (id: string) => [jobs[id]?.needs ?? []].flat();
  const ancestors = (id: string): string[] => needsOf(id).flatMap((one) => [one, ...ancestors(one)]);
  let cancelled = false;
  let failed = false;

  const decide = (id: string, job: JobText): RunJob => {
    const before = ancestors(id).map((one) => done.get(one)?.result);
    const needs = Object.fromEntries(
      needsOf(id).map((one) => [one, { result: done.get(one)?.result, outputs: done.get(one)?.outputs }]),
    );
    const context = { inputs: script.inputs, needs };
    const status = {
      always: true,
      cancelled,
      failure: before.includes('failure'),
      success: !cancelled && before.every((result) => result === 'success'),
    };
    const skipped: RunJob = { id, legs: [], result: 'skipped', outputs: {} };
    const condition = inner(String(job.if ?? 'success()'));
    if (!STATUS.test(condition) && !status.success) return skipped;
    if (!truthy(evaluate(condition, context, status))) return skipped;
    const legs = legsOf(id, job, context);
    if (script.cancelledAt === id) cancelled = true;
    const stopped = cancelled && !/always\s*\(/.test(condition);
    const { result = 'success', outputs = {} } = stopped ? { result: 'cancelled' } : (script.ends(id) ?? {});
    const forgiven = job['continue-on-error'] === true && result === 'failure';
    failed ||= result === 'failure' && !forgiven;
    return { id, legs, result: forgiven ? 'success' : result, outputs };
  };

  const waiting = new Map(Object.entries(jobs));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([id]) => needsOf(id).every((one) => done.has(one)));
    if (ready.length === 0) throw new Error(`Jobs that need each other: ${[...waiting.keys()].join(', ')}`);
    for (const [id, job] of ready) {
      done.set(id, decide(id, job));
      waiting.delete(id);
    }
  }
  return { jobs: [...done.values()], conclusion: cancelled ? 'cancelled' : failed ? 'failure' : 'success' };
}

function legsOf(id: string, { strategy }: JobText, context: object): RunJob['legs'] {
  const matrix = Object.entries(strategy?.matrix ?? {});
  const [[key, value] = ['', ''], ...others] = matrix;
  if (matrix.length === 0) return [{}];
  if (others.length > 0 || typeof value !== 'string')
    throw new Error(`${id}: only a matrix of one expression can be played`);
  const found = evaluate(inner(value), context, {});
  const entries = found instanceof data.Array ? found.values() : [];
  if (entries.length === 0) throw new Error(`${id}: Matrix vector '${key}' does not contain any values`);
  return entries.map((entry) => ({ [key]: JSON.parse(JSON.stringify(entry, data.replacer)) }));
}

/** An expression without the braces, as `if` may have it. */
function inner(text: string): string {
  return text.trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
}

function evaluate(
  text: string,
  context: object,
  status: Readonly<Record<string, boolean>>,
): data.ExpressionData {
  const functions = Object.entries(status).map(([name, value]) => ({
    ...{ name, minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(value),
  }));
  const dictionary = JSON.parse(JSON.stringify(context), reviver) as data.Dictionary;
  const parser = new Parser(new Lexer(text).lex().tokens, Object.keys(context), functions);
  const known = new Map(functions.map((one) => [one.name, one]));
  return new Evaluator(parser.parse(), dictionary, known).evaluate();
}
