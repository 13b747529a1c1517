import { setTimeout as sleep } from 'node:timers/promises';
import * as core from '@actions/core';
import { SetupError } from '../errors.ts';
import { formatDuration } from '../report/log.ts';
import { escapeHtml, writeSummary } from '../report/summary.ts';
import { attemptOf } from './attempt.ts';
import type { FleetContext } from './context.ts';
import { type GitHub, GitHubRefusal, openGitHub } from './github.ts';
import { type Look, lookAt, NOTHING_WATCHED, type RunJob } from './watch.ts';

/** How time passes; a test has its own. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

const CLOCK: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => await sleep(ms, undefined, { signal }),
};

/** What to know where nobody watches. */
const UNWATCHED =
  'A job whose runner does not come waits for a day; cancel the run by hand where one does, and start a new run.';

const LONGEST_PAUSE_MS = 30_000;
/** GITHUB_TOKEN may ask a thousand times an hour, for all jobs of the repository; a run with many jobs has many pages. */
const PAUSE_FOR_A_PAGE_MS = 7200;
/** Where GitHub says that there were too many questions, which passes within an hour. */
const LIMITED_PAUSE_MS = 300_000;
/** GitHub ends a job on its own runners after six hours, and calls that a cancelled job, which `continue-on-error` does not forgive. */
const LONGEST_WATCH_MS = 350 * 60_000;
/** For so long GitHub may not answer before the watchdog gives up. */
const SILENCE_MS = 600_000;

/**
 * The operation `watch`: waits until the jobs of this run are done, and cancels the run where one waits for a runner that does not come. GitHub itself would wait
 * for a day. A token that may not read the jobs is one that the calling workflow did not give the right to: that is said, and nobody watches.
 *
 * @throws SetupError E_INPUT where the token is missing or none, or may not cancel; E_NETWORK where GitHub does not answer any more
 */
export async function watch(context: FleetContext, clock: Clock = CLOCK): Promise<void> {
  const { fleet, env, inputs } = context;
  const run = `repos/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}`;
  if (fleet.watchToken === '') {
    throw new SetupError(
      'E_INPUT',
      'The input watch-token is not given, so the jobs of this run cannot be watched.',
      {
        remedy: 'Give github.token in watch-token, and the job the permission actions: write.',
      },
    );
  }
  const github = await openGitHub(fleet.watchToken, context);
  try {
    const look = await waitForEnd(github, run, context, clock);
    core.setOutput('error-code', '');
    if (typeof look === 'string') return context.log.warn(`${look} ${UNWATCHED}`);
    if (look.decision === 'done') return context.log.info('All other jobs of this run are done');
    const stuck = stuckIn(look, fleet.queueTimeoutMs);
    await cancel(github, run, stuck);
    const reason = `The run is cancelled: ${stuck}. See whether these runners are on and have the labels of their jobs; the next run begins with a new scan and goes on where this one was.`;
    context.log.warn(reason);
    if (inputs.summary === 'never') return;
    core.summary.addHeading('The run is cancelled', 3).addRaw(`<p>${escapeHtml(reason)}</p>`, true);
    writeSummary();
  } finally {
    github.close();
  }
}

/** Looks at the jobs again and again until there is something to do. @returns the last look, or a sentence why nobody looks any more */
async function waitForEnd(
  github: GitHub,
  run: string,
  context: FleetContext,
  clock: Clock,
): Promise<Look | string> {
  const { fleet, log, signal, env } = context;
  const timeoutMs = fleet.queueTimeoutMs;
  log.info(
    `A job of this run may wait ${formatDuration(timeoutMs)} for its runner while no other one is at work`,
  );
  let state = NOTHING_WATCHED;
  let told = '';
  const startedAt = clock.now();
  let answeredAt = startedAt;
  for (;;) {
    if (clock.now() - startedAt >= LONGEST_WATCH_MS)
      return `Nobody watches this run any more: the watchdog ends after ${formatDuration(LONGEST_WATCH_MS)}, since GitHub ends a job after six hours.`;
    let pages = 1;
    let limited = false;
    try {
      const jobs = (await github.list(`${run}/jobs`, 'jobs')).filter(isNow(attemptOf(env))).map(readJob);
      answeredAt = clock.now();
      pages = Math.ceil(jobs.length / 100);
      const look = lookAt(jobs, state, answeredAt, { timeoutMs, self: env['RUNNER_NAME'] ?? '' });
      state = look.state;
      const line = lineFor(look);
      if (line !== told) log.info(line);
      told = line;
      if (look.decision !== 'wait') return look;
    } catch (error) {
      if (!(error instanceof GitHubRefusal)) throw error;
      if (error.status === 401) throw notAllowed('read the jobs of', error.message, error);
      if (error.status === 403 || error.status === 404)
        return `Nobody watches this run: the input watch-token may not read its jobs (${error.message}). Where somebody should, give the job that calls the workflow the permission actions: write.`;
      limited = error.status === 429;
      if (limited) answeredAt = clock.now();
      if (clock.now() - answeredAt >= SILENCE_MS) throw silent(error);
      log.info(`GitHub does not tell the jobs of this run: ${error.message}; it is asked again`);
    }
    const pause = limited ? LIMITED_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, Math.max(1000, timeoutMs / 10));
    await clock.sleep(pause + (pages - 1) * PAUSE_FOR_A_PAGE_MS, signal);
  }
}

/** Of a run that is run again in part, jobs of the attempts before are in the list, too: its report, for one. */
function isNow(attempt: number): (entry: Readonly<Record<string, unknown>>) => boolean {
  return ({ run_attempt: of }) => !(Number(of) < attempt);
}

function readJob(entry: Readonly<Record<string, unknown>>): RunJob {
  const { id, name, status, runner_name: runner } = entry;
  return { id: Number(id), name: String(name), status: String(status), runner: String(runner ?? '') };
}

/** @param stuck what there is to say where it cannot be cancelled, too */
async function cancel(github: GitHub, run: string, stuck: string): Promise<void> {
  const status = await github.post(`${run}/cancel`).catch((error) => {
    throw error instanceof GitHubRefusal ? silent(error, [stuck]) : error;
  });
  // 409: somebody else has cancelled it, or it is at its end.
  if (status < 300 || status === 409) return;
  throw notAllowed('cancel', `status ${status}`, undefined, [stuck]);
}

function notAllowed(
  what: string,
  reason: string,
  cause?: unknown,
  evidence: readonly string[] = [],
): SetupError {
  return new SetupError('E_INPUT', `The input watch-token may not ${what} this run: ${reason}.`, {
    remedy:
      'Give github.token, and the job that calls the workflow the permission actions: write; and cancel this run by hand where a job waits for its runner.',
    evidence: [...evidence],
    cause,
  });
}

function silent(cause: GitHubRefusal, evidence: readonly string[] = []): SetupError {
  return new SetupError(
    'E_NETWORK',
    `GitHub does not answer, so nobody watches this run: ${cause.message}.`,
    {
      remedy: 'See whether a job waits for its runner, and cancel the run by hand where one does.',
      evidence: [...evidence],
      cause,
    },
  );
}

function lineFor({ waiting, atWork, done }: Look): string {
  const [first] = waiting;
  const most = first === undefined ? '' : `, the longest of them "${first.name}"`;
  return `Jobs of this run: ${done} done, ${atWork} at work, ${waiting.length} waiting for a runner${most}`;
}

/** Which jobs wait in vain, as half a sentence. */
function stuckIn({ waiting }: Look, timeoutMs: number): string {
  const names = waiting.slice(0, 10).map(({ name }) => `"${name}"`);
  const more = waiting.length > names.length ? ` and ${waiting.length - names.length} more` : '';
  const jobs = `${waiting.length} job${waiting.length === 1 ? '' : 's'}`;
  return `${jobs} found no runner in ${formatDuration(timeoutMs)}, and no other one is at work: ${names.join(', ')}${more}`;
}
