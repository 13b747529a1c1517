/** A job of a run, as GitHub's API has it. */
export interface RunJob {
  readonly id: number;
  readonly name: string;
  /** `queued`: it waits for a runner. `waiting`: for an approval. `pending`, `requested`: for its turn. */
  readonly status: string;
  /** Of the runner that has it; empty: none has. */
  readonly runner: string;
}

/** What is remembered from one look at the jobs to the next. Times in milliseconds, all by the same clock. */
export interface Watched {
  /** Since when each job that waits for a runner has been seen to. */
  readonly queuedSince: ReadonlyMap<number, number>;
  /** Since when jobs wait for runners and no other one is at work; undefined: that is not so. */
  readonly stalledSince: number | undefined;
  /** Since when there has been nothing to wait for; undefined: there is. */
  readonly idleSince: number | undefined;
  /** What the names of the workflow's jobs begin with, `upgrade / `; undefined: the watchdog has not found itself among the jobs yet. */
  readonly prefix: string | undefined;
}

export const NOTHING_WATCHED: Watched = {
  queuedSince: new Map(),
  stalledSince: undefined,
  idleSince: undefined,
  prefix: undefined,
};

/** What a look at the jobs comes to. */
export interface Look {
  readonly state: Watched;
  readonly decision: 'wait' | 'done' | 'cancel';
  /** The jobs that wait for a runner, the longest first. */
  readonly waiting: readonly RunJob[];
  readonly atWork: number;
  readonly done: number;
}

/** The last job of the workflow, which needs all others but the watchdog: once it is there, there is nothing to watch. */
const REPORT = 'Report';
const WATCHDOG = 'Watchdog';
/** GitHub names the job of a workflow that is called `caller / job`. */
const STROKE = ' / ';

/** A stage ends, and GitHub makes the jobs of the next one: in between all are done. */
const BETWEEN_STAGES_MS = 180_000;
/** A runner that has just become free needs a moment to take its next job. */
const TAKING_UP_MS = 120_000;

/**
 * Whether a run waits for a runner that does not come. Pure.
 *
 * A job counts as waiting too long when it has been seen to wait for `timeoutMs`, and no other one is at work: while one is, a runner may be busy with a job of
 * this very run, or `max-parallel` holds the job back. A run that waits for a person is not cancelled either.
 *
 * Who calls the workflow may have other jobs in the run. They are not waited for, and what they wait for is theirs; while one of them is at work it may have the very runner
 * that a job of ours waits for.
 *
 * @param jobs all of the run @param self RUNNER_NAME of the watchdog, which is at work itself
 */
export function lookAt(
  jobs: readonly RunJob[],
  before: Watched,
  now: number,
  { timeoutMs, self }: { readonly timeoutMs: number; readonly self: string },
): Look {
  const me = findSelf(jobs, self);
  const prefix = me === undefined ? before.prefix : prefixOf(me);
  const others = jobs.filter((job) => job !== me && !isOn(job, self));
  const ours = others.filter(({ name }) => name.startsWith(prefix ?? ''));
  // GitHub may take a minute to say of a job that a runner has that it is in progress.
  const queued = ours.filter(({ status, runner }) => status === 'queued' && runner === '');
  const atWork = others.filter(
    ({ status, runner }) => status === 'in_progress' || (status === 'queued' && runner !== ''),
  ).length;
  const done = ours.filter(({ status }) => status === 'completed').length;
  const approval = others.some(({ status }) => status === 'waiting');
  const since = ({ id }: RunJob) => before.queuedSince.get(id) ?? now;
  const waiting = queued.toSorted((a, b) => since(a) - since(b));
  const stalled = queued.length > 0 && atWork === 0 && !approval;
  const idle = done === ours.length;
  const state: Watched = {
    queuedSince: new Map(waiting.map((job) => [job.id, since(job)])),
    stalledSince: stalled ? (before.stalledSince ?? now) : undefined,
    idleSince: idle ? (before.idleSince ?? now) : undefined,
    prefix,
  };
  const [longest] = waiting;
  const lost =
    longest !== undefined &&
    state.stalledSince !== undefined &&
    now - since(longest) >= timeoutMs &&
    now - state.stalledSince >= Math.min(timeoutMs, TAKING_UP_MS);
  const over =
    ours.some(({ name }) => (prefix === undefined ? lastOf(name) === REPORT : name === prefix + REPORT)) ||
    (state.idleSince !== undefined && now - state.idleSince >= BETWEEN_STAGES_MS);
  return { state, decision: over ? 'done' : lost ? 'cancel' : 'wait', waiting, atWork, done };
}

function isOn({ status, runner }: RunJob, self: string): boolean {
  return status !== 'completed' && runner.toLowerCase() === self.toLowerCase();
}

/** The watchdog's own job: by its name and its runner, else, since GitHub tells the runner late, by one of them. */
function findSelf(jobs: readonly RunJob[], self: string): RunJob | undefined {
  const named = jobs.filter(({ name, status }) => status !== 'completed' && lastOf(name) === WATCHDOG);
  return (
    named.find((job) => isOn(job, self)) ??
    (named.length === 1 ? named[0] : undefined) ??
    jobs.find((job) => isOn(job, self))
  );
}

function prefixOf({ name }: RunJob): string {
  return name.slice(0, name.length - lastOf(name).length);
}

function lastOf(name: string): string {
  const at = name.lastIndexOf(STROKE);
  return at < 0 ? name : name.slice(at + STROKE.length);
}
