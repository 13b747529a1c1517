import { setTimeout as sleep } from 'node:timers/promises';
import * as core from '@actions/core';
import { SetupError } from '../errors.ts';
import { formatDuration } from '../report/log.ts';
import { escapeHtml, writeSummary } from '../report/summary.ts';
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

const LONGEST_PAUSE_MS = 30_000;
/** GITHUB_TOKEN may ask a thousand times an hour, for all jobs of the repository; a run with many jobs has many pages. */
const PAUSE_FOR_A_PAGE_MS = 7200;
/** For so long GitHub may not answer before the watchdog gives up. */
const SILENCE_MS = 600_000;

/**
 * The operation `watch`: waits until the jobs of this run are done, and cancels the run where one waits for a runner that does not come. GitHub itself would wait
 * for a day.
 *
 * @throws SetupError E_INPUT where the token is missing, or may not; E_NETWORK where GitHub does not answer any more
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
    if (look.decision === 'done') return context.log.info('All other jobs of this run are done');
    await cancel(github, run);
    const reason = reasonFor(look, fleet.queueTimeoutMs);
    context.log.warn(reason);
    if (inputs.summary === 'never') return;
    core.summary.addHeading('The run is cancelled', 3).addRaw(`<p>${escapeHtml(reason)}</p>`, true);
    writeSummary();
  } finally {
    github.close();
  }
}

/** Looks at the jobs again and again until there is something to do. */
async function waitForEnd(github: GitHub, run: string, context: FleetContext, clock: Clock): Promise<Look> {
  const { fleet, log, signal, env } = context;
  const timeoutMs = fleet.queueTimeoutMs;
  log.info(
    `A job of this run may wait ${formatDuration(timeoutMs)} for its runner while no other one is at work`,
  );
  let state = NOTHING_WATCHED;
  let told = '';
  let answeredAt = clock.now();
  for (;;) {
    let pages = 1;
    try {
      const jobs = (await github.list(`${run}/jobs`, 'jobs')).map(readJob);
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
      if ([401, 403, 404].includes(error.status)) throw notAllowed('read the jobs of', error.message, error);
      if (clock.now() - answeredAt >= SILENCE_MS) throw silent(error);
      log.info(`GitHub does not tell the jobs of this run: ${error.message}; it is asked again`);
    }
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(1000, timeoutMs / 10));
    await clock.sleep(pause + (pages - 1) * PAUSE_FOR_A_PAGE_MS, signal);
  }
}

function readJob(entry: Readonly<Record<string, unknown>>): RunJob {
  const { id, name, status, runner_name: runner } = entry;
  return { id: Number(id), name: String(name), status: String(status), runner: String(runner ?? '') };
}

async function cancel(github: GitHub, run: string): Promise<void> {
  const status = await github.post(`${run}/cancel`).catch((error) => {
    throw error instanceof GitHubRefusal ? silent(error) : error;
  });
  // 409: somebody else has cancelled it, or it is at its end.
  if (status < 300 || status === 409) return;
  throw notAllowed('cancel', `status ${status}`);
}

function notAllowed(what: string, reason: string, cause?: unknown): SetupError {
  return new SetupError('E_INPUT', `The input watch-token may not ${what} this run: ${reason}.`, {
    remedy: 'Give github.token, and the job of this step the permission actions: write.',
    cause,
  });
}

function silent(cause: GitHubRefusal): SetupError {
  return new SetupError(
    'E_NETWORK',
    `GitHub does not answer, so nobody watches this run: ${cause.message}.`,
    {
      remedy: 'See whether a job waits for its runner, and cancel the run by hand where one does.',
      cause,
    },
  );
}

function lineFor({ waiting, atWork, done }: Look): string {
  const [first] = waiting;
  const most = first === undefined ? '' : `, the longest of them "${first.name}"`;
  return `Jobs of this run: ${done} done, ${atWork} at work, ${waiting.length} waiting for a runner${most}`;
}

function reasonFor({ waiting }: Look, timeoutMs: number): string {
  const names = waiting.slice(0, 10).map(({ name }) => `"${name}"`);
  const more = waiting.length > names.length ? ` and ${waiting.length - names.length} more` : '';
  const jobs = `${waiting.length} job${waiting.length === 1 ? '' : 's'}`;
  return `The run is cancelled: ${jobs} found no runner in ${formatDuration(timeoutMs)}, and no other one is at work: ${names.join(', ')}${more}. See whether these runners are on and have the labels of their jobs; the next run begins with a new scan and goes on where this one was.`;
}
