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
}

export const NOTHING_WATCHED: Watched = {
  queuedSince: new Map(),
  stalledSince: undefined,
  idleSince: undefined,
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
const REPORT = /(?:^|\/ )Report$/;

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
 * @param jobs all of the run @param self RUNNER_NAME of the watchdog, which is at work itself
 */
export function lookAt(
  jobs: readonly RunJob[],
  before: Watched,
  now: number,
  { timeoutMs, self }: { readonly timeoutMs: number; readonly self: string },
): Look {
  const isSelf = ({ status, runner }: RunJob) =>
    status !== 'completed' && runner.toLowerCase() === self.toLowerCase();
  const others = jobs.filter((job) => !isSelf(job));
  // GitHub may take a minute to say of a job that a runner has that it is in progress.
  const queued = others.filter(({ status, runner }) => status === 'queued' && runner === '');
  const atWork = others.filter(
    ({ status, runner }) => status === 'in_progress' || (status === 'queued' && runner !== ''),
  ).length;
  const done = others.filter(({ status }) => status === 'completed').length;
  const approval = others.some(({ status }) => status === 'waiting');
  const since = ({ id }: RunJob) => before.queuedSince.get(id) ?? now;
  const waiting = queued.toSorted((a, b) => since(a) - since(b));
  const stalled = queued.length > 0 && atWork === 0 && !approval;
  const idle = done === others.length;
  const state: Watched = {
    queuedSince: new Map(waiting.map((job) => [job.id, since(job)])),
    stalledSince: stalled ? (before.stalledSince ?? now) : undefined,
    idleSince: idle ? (before.idleSince ?? now) : undefined,
  };
  const [longest] = waiting;
  const lost =
    longest !== undefined &&
    state.stalledSince !== undefined &&
    now - since(longest) >= timeoutMs &&
    now - state.stalledSince >= Math.min(timeoutMs, TAKING_UP_MS);
  const over =
    others.some(({ name }) => REPORT.test(name)) ||
    (state.idleSince !== undefined && now - state.idleSince >= BETWEEN_STAGES_MS);
  return { state, decision: over ? 'done' : lost ? 'cancel' : 'wait', waiting, atWork, done };
}
