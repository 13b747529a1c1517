import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { FleetContext } from '../../src/fleet/context.ts';
import { lookAt, NOTHING_WATCHED, type RunJob } from '../../src/fleet/watch.ts';
import { watch as watchStep } from '../../src/fleet/watch-step.ts';
import { type GitHubOptions, startGitHub } from './github-server.ts';
import { type FleetJob, openFleetJob } from './steps.ts';

const MINUTE = 60_000;
const RULES = { timeoutMs: 30 * MINUTE, self: 'control' };
const SELF: RunJob = { id: 1, name: 'upgrade / Watchdog', status: 'in_progress', runner: 'Control' };
const jobOf = (id: number, status: string, name = `upgrade / wave 1: r${id}`): RunJob => ({
  id,
  name,
  status,
  runner: status === 'queued' ? '' : `r${id}`,
});

/** Looks at the jobs of each minute in turn. @returns the decision of each minute */
function watchMinutes(minutes: number, jobsAt: (minute: number) => readonly RunJob[]): string[] {
  let state = NOTHING_WATCHED;
  return Array.from({ length: minutes }, (_, minute) => {
    const look = lookAt([SELF, ...jobsAt(minute)], state, minute * MINUTE, RULES);
    state = look.state;
    return look.decision;
  });
}

const firstOther = (decisions: readonly string[]) => {
  const minute = decisions.findIndex((one) => one !== 'wait');
  return minute < 0 ? 'never' : `${decisions[minute]} at ${minute}`;
};

describe('a look at the jobs of a run', () => {
  it('cancels it where a job finds no runner in time, and nothing else is at work', () => {
    expect(firstOther(watchMinutes(60, () => [jobOf(2, 'completed'), jobOf(3, 'queued')]))).toBe(
      'cancel at 30',
    );
  });

  it('does not while another one is at work, and gives a moment to what was held back by it', () => {
    const at = (minute: number) => [jobOf(2, minute < 45 ? 'in_progress' : 'completed'), jobOf(3, 'queued')];
    expect(firstOther(watchMinutes(60, at))).toBe('cancel at 47');
  });

  it('does not where jobs are taken up, one after the other', () => {
    const at = (minute: number) => [jobOf(2 + Math.floor(minute / 20), 'queued')];
    expect(firstOther(watchMinutes(200, at))).toBe('never');
  });

  it('does not where one waits for an approval', () => {
    expect(firstOther(watchMinutes(300, () => [jobOf(2, 'completed'), jobOf(3, 'waiting')]))).toBe('never');
    expect(firstOther(watchMinutes(300, () => [jobOf(2, 'queued'), jobOf(3, 'waiting')]))).toBe('never');
  });

  it('does not for a job that a runner has, which GitHub still calls queued', () => {
    const taken = { ...jobOf(3, 'in_progress'), status: 'queued' };
    expect(firstOther(watchMinutes(100, () => [jobOf(2, 'completed'), taken]))).toBe('never');
    const self = { ...SELF, id: 7, status: 'queued' };
    expect(firstOther(watchMinutes(100, () => [self, jobOf(2, 'queued')]))).toBe('cancel at 30');
  });

  it('ends with the report, whatever that waits for', () => {
    const report = jobOf(9, 'queued', 'upgrade / Report');
    const at = (minute: number) => [
      jobOf(2, 'completed'),
      ...(minute < 7 ? [jobOf(3, 'in_progress')] : [report]),
    ];
    expect(firstOther(watchMinutes(60, at))).toBe('done at 7');
    expect(firstOther(watchMinutes(60, () => [jobOf(4, 'in_progress', 'upgrade / wave 1: Report')]))).toBe(
      'never',
    );
  });

  it('knows the report by the name that the workflow gives it, and no other job', () => {
    const file = fileURLToPath(new URL('../../.github/workflows/upgrade-fleet.yml', import.meta.url));
    const { jobs } = parse(readFileSync(file, 'utf8')) as { jobs: Record<string, { name: string }> };
    const ending = Object.entries(jobs).filter(
      ([, { name }]) =>
        lookAt([jobOf(2, 'queued', `upgrade / ${name}`)], NOTHING_WATCHED, 0, RULES).decision === 'done',
    );
    expect(ending.map(([id]) => id)).toEqual(['report']);
  });

  it('ends where nothing is left, but not in the moment between two stages', () => {
    const between = (minute: number) => [
      jobOf(2, 'completed'),
      ...(minute < 2 ? [] : [jobOf(3, 'in_progress')]),
    ];
    expect(firstOther(watchMinutes(60, between))).toBe('never');
    expect(firstOther(watchMinutes(60, () => [jobOf(2, 'completed')]))).toBe('done at 3');
  });

  it('ends with the report of its own workflow, and with no other job of that name', () => {
    const strangers = ['Report', 'lint / Report', 'upgrade (b) / Report', 'upgrade / sub / Report'];
    for (const name of strangers)
      expect(firstOther(watchMinutes(60, () => [jobOf(2, 'in_progress'), jobOf(9, 'completed', name)]))).toBe(
        'never',
      );
    for (const prefix of ['', 'upgrade / ', 'all / upgrade / ', 'upgrade (b) / ']) {
      const jobs = ['Watchdog', 'Report'].map((name, at) => jobOf(at, 'in_progress', prefix + name));
      const [me = SELF] = jobs;
      // GitHub tells the runner of a job late.
      for (const runner of ['', 'control'])
        expect(
          lookAt([{ ...me, runner }, jobOf(9, 'queued', `${prefix}Report`)], NOTHING_WATCHED, 0, RULES)
            .decision,
        ).toBe('done');
    }
  });

  it('does not cancel for a job of the caller that waits, nor while one is at work, and is through without them', () => {
    const foreign = (status: string) => jobOf(7, status, 'deploy');
    expect(firstOther(watchMinutes(60, () => [jobOf(2, 'waiting'), foreign('queued')]))).toBe('never');
    expect(firstOther(watchMinutes(60, () => [jobOf(2, 'queued'), foreign('in_progress')]))).toBe('never');
    expect(firstOther(watchMinutes(60, () => [jobOf(2, 'completed'), foreign('in_progress')]))).toBe(
      'done at 3',
    );
  });

  it('keeps what it knows of its own name, where GitHub does not tell of it for a moment', () => {
    const { state } = lookAt([SELF, jobOf(2, 'in_progress')], NOTHING_WATCHED, 0, RULES);
    const jobs = [jobOf(2, 'in_progress'), jobOf(9, 'queued', 'lint / Report')];
    expect(lookAt(jobs, state, MINUTE, RULES).decision).toBe('wait');
  });

  it('names who has waited longest first', () => {
    const first = lookAt([jobOf(5, 'queued')], NOTHING_WATCHED, 0, RULES);
    const second = lookAt([jobOf(4, 'queued'), jobOf(5, 'queued')], first.state, MINUTE, RULES);
    expect(second.waiting.map(({ id }) => id)).toEqual([5, 4]);
  });
});

describe('operation: watch', () => {
  const TOKEN = 'ghs_watchwatchwatchwatchwatch';
  let job: FleetJob;
  beforeEach(() => {
    job = openFleetJob();
  });
  afterEach(() => job.remove());

  const asGitHub = ({ runner, ...job }: RunJob) => ({ ...job, runner_name: runner === '' ? null : runner });
  async function watch(
    options: Partial<GitHubOptions>,
    inputs: Record<string, string> = {},
    env: Record<string, string> = {},
  ) {
    const github = await startGitHub({ token: TOKEN, ...options });
    const step = await job.step(
      { operation: 'watch', 'watch-token': TOKEN, 'queue-timeout': '2s', ...inputs },
      { GITHUB_API_URL: github.url, ...env },
    );
    expect(step.log).not.toContain(TOKEN);
    return { github, step };
  }

  it('cancels a run that waits for a lost runner, and says whose', async () => {
    const many = Array.from({ length: 120 }, (_, at) => asGitHub(jobOf(100 + at, 'completed')));
    const { github, step } = await watch(
      { jobs: () => [...many, asGitHub(SELF), asGitHub(jobOf(3, 'queued'))] },
      { summary: 'auto' },
    );
    expect(step.exitCode).toBe(0);
    expect(github.cancelled).toHaveLength(1);
    expect(step.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(
          /^The run is cancelled: 1 job found no runner in 2\.0 s, .*: "upgrade \/ wave 1: r3"\. See whether/,
        ),
      },
    ]);
    expect(step.summary).toContain('The run is cancelled');
    expect(step.log).toContain(
      'Jobs of this run: 120 done, 0 at work, 1 waiting for a runner, the longest of them "upgrade / wave 1: r3"',
    );
  });

  it('ends when the report is there, and cancels nothing', async () => {
    const { github, step } = await watch({
      jobs: (look) =>
        [SELF, look < 3 ? jobOf(3, 'in_progress') : jobOf(9, 'queued', 'upgrade / Report')].map(asGitHub),
    });
    expect({ exitCode: step.exitCode, annotations: step.annotations }).toEqual({
      exitCode: 0,
      annotations: [],
    });
    expect(step.log).toContain('All other jobs of this run are done');
    expect(github.cancelled).toEqual([]);
  });

  it('of a run that is run again in part does not take the report of the attempt before for its own', async () => {
    const old = { ...asGitHub(jobOf(9, 'completed', 'upgrade / Report')), run_attempt: 1 };
    const jobs = [SELF, jobOf(3, 'queued')].map((one) => ({ ...asGitHub(one), run_attempt: 2 }));
    const { github, step } = await watch({ jobs: () => [old, ...jobs] }, {}, { GITHUB_RUN_ATTEMPT: '2' });
    expect([step.exitCode, github.cancelled.length]).toEqual([0, 1]);
  });

  it('asks again where GitHub does not answer for a moment', async () => {
    const { step } = await watch({
      jobs: () => [jobOf(9, 'queued', 'Report')].map(asGitHub),
      instead: (_, response, number) => {
        if (number <= 2) response.writeHead(number === 1 ? 503 : 422).end();
        return number <= 2;
      },
    });
    expect(step.exitCode).toBe(0);
    expect(step.log).toContain(
      'GitHub does not tell the jobs of this run: it refused (status 422); it is asked again',
    );
  });

  const refuse = (method: string, status: number): Partial<GitHubOptions> => ({
    jobs: () => [SELF, jobOf(3, 'queued')].map(asGitHub),
    instead: (request, response) => {
      if (request.method === method)
        response.writeHead(status).end('{"message": "Resource not accessible by integration"}');
      return request.method === method;
    },
  });

  it('fails where the token is none', async () => {
    const { step } = await watch(refuse('GET', 401));
    expect(step.outputs['error-code']).toBe('E_INPUT');
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The input watch-token may not read the jobs of this run: it does not accept/),
    ]);
  });

  it('fails where it may not cancel the run, and says who waits', async () => {
    const { step } = await watch(refuse('POST', 403));
    expect(step.outputs['error-code']).toBe('E_INPUT');
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^The input watch-token may not cancel this run: status 403\. .* permission actions: write; and cancel this run by hand/,
      ),
    ]);
    expect(step.log).toContain(
      '1 job found no runner in 2.0 s, and no other one is at work: "upgrade / wave 1: r3"',
    );
  });

  it('says that nobody watches where the caller gave no right to, and lets the run go on', async () => {
    const { step } = await watch(refuse('GET', 403));
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(
          /^Nobody watches this run: the input watch-token may not read its jobs .* permission actions: write\. A job whose/,
        ),
      },
    ]);
  });

  it('fails without a token', async () => {
    const { step } = await watch({}, { 'watch-token': '' });
    expect(step.outputs['error-code']).toBe('E_INPUT');
  });

  /** Watches by a clock of the test. */
  async function watchFor(options: Partial<GitHubOptions>) {
    const github = await startGitHub({ token: TOKEN, ...options });
    let now = 0;
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const context = {
      inputs: { caFile: '', clientCert: '', mirror: '', offline: false },
      fleet: { watchToken: TOKEN, queueTimeoutMs: 30 * MINUTE },
      host: { workspace: job.workspace },
      log: { info: say, warn: say },
      env: {
        ...{ GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'example/project', GITHUB_RUN_ID: '4711' },
        RUNNER_NAME: 'control',
      },
      signal: new AbortController().signal,
    } as unknown as FleetContext;
    const sleep = async (ms: number) => {
      now += ms;
    };
    const watching = watchStep(context, { now: () => now, sleep });
    const failure = await watching.then(
      () => undefined,
      (error: Error) => error,
    );
    return { failure, now, said, asked: github.asked.length };
  }

  it('gives up where GitHub has not answered for ten minutes, by a clock of the test', async () => {
    const { failure, now, asked } = await watchFor({
      instead: (_, response) => Boolean(response.writeHead(422).end()),
    });
    expect(failure).toMatchObject({
      code: 'E_NETWORK',
      message: 'GitHub does not answer, so nobody watches this run: it refused (status 422).',
    });
    expect({ now, asked }).toEqual({ now: 10 * MINUTE, asked: 21 });
  });

  it('waits where GitHub says that there were too many questions, by a clock of the test', async () => {
    const reset = String(Math.ceil(Date.now() / 1000) + 3000);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const { failure, now, said } = await watchFor({
      jobs: () => [SELF, jobOf(9, 'queued', 'upgrade / Report')].map(asGitHub),
      instead: (_, response, number) => {
        if (number <= 10) response.writeHead(403, headers).end('{}');
        return number <= 10;
      },
    });
    expect({ failure, now }).toEqual({ failure: undefined, now: 50 * MINUTE });
    expect(said).toContainEqual(
      expect.stringMatching(/it answers no more questions for \d+ s, .*asked again/),
    );
  });

  it('ends before GitHub ends its job, and says so, by a clock of the test', async () => {
    const { failure, now, said } = await watchFor({
      jobs: () => [SELF, jobOf(2, 'waiting')].map(asGitHub),
    });
    expect({ failure, now }).toEqual({ failure: undefined, now: 350 * MINUTE });
    expect(said.at(-1)).toMatch(/^Nobody watches this run any more: .* six hours\. A job whose runner/);
  });

  it('takes a run that somebody else has cancelled meanwhile for cancelled', async () => {
    const { step } = await watch({
      jobs: () => [asGitHub(jobOf(3, 'queued'))],
      instead: (request, response) => {
        if (request.method === 'POST') response.writeHead(409).end('{}');
        return request.method === 'POST';
      },
    });
    expect(step.exitCode).toBe(0);
  });
});
