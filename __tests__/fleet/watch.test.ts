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
  async function watch(options: Partial<GitHubOptions>, inputs: Record<string, string> = {}) {
    const github = await startGitHub({ token: TOKEN, ...options });
    const step = await job.step(
      { operation: 'watch', 'watch-token': TOKEN, 'queue-timeout': '2s', ...inputs },
      { GITHUB_API_URL: github.url },
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

  it.each([
    [
      'may not read the jobs',
      /may not read the jobs of this run: the token may not ask this \(status 403\)\. Give github\.token/,
      'GET',
    ],
    [
      'may not cancel',
      /may not cancel this run: status 403\. Give github\.token, and the job of this step the permission actions: write\./,
      'POST',
    ],
  ])('fails where the token %s', async (_, message, method) => {
    const { step } = await watch({
      jobs: () => [asGitHub(jobOf(3, 'queued'))],
      instead: (request, response) => {
        if (request.method === method)
          response.writeHead(403).end('{"message": "Resource not accessible by integration"}');
        return request.method === method;
      },
    });
    expect(step.outputs['error-code']).toBe('E_INPUT');
    expect(step.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(message)]);
  });

  it('fails without a token', async () => {
    const { step } = await watch({}, { 'watch-token': '' });
    expect(step.outputs['error-code']).toBe('E_INPUT');
  });

  it('gives up where GitHub has not answered for ten minutes, by a clock of the test', async () => {
    const github = await startGitHub({
      token: TOKEN,
      instead: (_, response) => Boolean(response.writeHead(422).end()),
    });
    let now = 0;
    const said: string[] = [];
    const context = {
      inputs: { caFile: '', clientCert: '', mirror: '', offline: false },
      fleet: { watchToken: TOKEN, queueTimeoutMs: 30 * MINUTE },
      host: { workspace: job.workspace },
      log: { info: (line: string) => void said.push(line) },
      env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'example/project', GITHUB_RUN_ID: '4711' },
      signal: new AbortController().signal,
    } as unknown as FleetContext;
    const sleep = async (ms: number) => {
      now += ms;
    };
    const clock = { now: () => now, sleep };
    await expect(watchStep(context, clock)).rejects.toMatchObject({
      code: 'E_NETWORK',
      message: 'GitHub does not answer, so nobody watches this run: it refused (status 422).',
    });
    expect({ now, asked: github.asked.length }).toEqual({ now: 10 * MINUTE, asked: 21 });
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
