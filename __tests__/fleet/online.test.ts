import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sortOut } from '../../src/fleet/online.ts';
import type { FleetRoster } from '../../src/fleet/types.ts';
import { serve } from '../network/fault-server.ts';
import { runnerOf } from './fleets.ts';
import { type GitHubOptions, registered, startGitHub } from './github-server.ts';
import { type FleetJob, openFleetJob } from './steps.ts';

const TOKEN = 'ghs_0123456789abcdefghijklmnop';
let job: FleetJob;
beforeEach(() => {
  job = openFleetJob();
});
afterEach(() => job.remove());

/** Plans a scan of these runners, by the built action, with a GitHub that knows something of them. */
async function scan(
  names: readonly string[],
  options: Partial<GitHubOptions>,
  inputs: Record<string, string> = {},
) {
  const github = await startGitHub({ token: TOKEN, ...options });
  const step = await job.step(
    {
      operation: 'plan',
      stage: 'scan',
      'go-version': '1.26.6',
      'runners-token': TOKEN,
      runners: JSON.stringify(names.map((name) => ({ name }))),
      ...inputs,
    },
    { GITHUB_API_URL: github.url },
  );
  expect({ exitCode: step.exitCode, log: step.exitCode === 0 ? '' : step.log }).toEqual({
    exitCode: 0,
    log: '',
  });
  expect(step.log).not.toContain(TOKEN);
  const roster = job.read('roster.json') as FleetRoster;
  const left = Object.fromEntries(roster.skipped.map(({ runner, why }) => [runner.name, why]));
  return { github, step, roster, left, warnings: step.annotations.map(({ message }) => message) };
}

describe('a plan that may ask GitHub', () => {
  it('leaves out who is offline, busy or not there, of the repository and of the organization', async () => {
    const { left, roster, step, github, warnings } = await scan(
      ['here', 'OFF', 'busy', 'gone', 'there', 'other-label', 'control'],
      {
        repository: [registered('here'), registered('off', { status: 'offline', labels: ['off'] })],
        organization: [
          registered('busy', { busy: true }),
          registered('there'),
          registered('other-label', { labels: ['self-hosted'] }),
          // The step itself runs on this one.
          registered('control', { busy: true }),
        ],
      },
    );
    expect(left).toEqual({
      OFF: 'offline',
      busy: 'busy',
      gone: 'unknown-to-github',
      'other-label': 'unknown-to-github',
    });
    expect(roster.runners.map(({ name }) => name)).toEqual(['here', 'there', 'control']);
    expect(step.log).toContain(
      'other-label (unknown-to-github): it is registered without the label other-label',
    );
    expect(warnings).toEqual([expect.stringContaining('runs on control, which is of the fleet')]);
    expect(github.asked.map(({ headers }) => headers['x-github-api-version'])).toEqual([
      '2022-11-28',
      '2022-11-28',
    ]);
  });

  it('reads every page', async () => {
    const names = Array.from({ length: 250 }, (_, at) => `runner-${at}`);
    const { left, github } = await scan(names, {
      repository: [],
      organization: names.map((name, at) => registered(name, at === 249 ? { status: 'offline' } : {})),
    });
    expect(left).toEqual({ 'runner-249': 'offline' });
    expect(github.asked.map(({ path }) => path.replace(/.*\/actions/, ''))).toEqual([
      '/runners?per_page=100',
      '/runners?per_page=100',
      '/runners?per_page=100&page=2',
      '/runners?per_page=100&page=3',
    ]);
  });

  it('leaves nobody out for not being in the one list that it may read', async () => {
    const { left, warnings } = await scan(['here', 'off', 'elsewhere'], {
      repository: [registered('here'), registered('off', { status: 'offline' })],
    });
    expect(left).toEqual({ off: 'offline' });
    expect(warnings).toEqual([
      expect.stringMatching(
        /runners of the organization example: there is nothing of the kind, or the token may not see it \(status 404\)/,
      ),
    ]);
  });

  it('asks no further where it has found everybody, and says no more than that where a list is closed to it', async () => {
    const found = await scan(['a'], { repository: [registered('a')] });
    expect(found.github.asked).toHaveLength(1);
    const { step, warnings } = await scan(['a', 'b'], {
      organization: [registered('a'), registered('b', { status: 'offline' })],
      instead: (request, response) =>
        Boolean(request.url?.includes('/repos/') && response.writeHead(403).end('{}')),
    });
    expect(warnings).toEqual([]);
    expect(step.log).toContain(
      'runners of the repository example/project: the token may not ask this (status 403)',
    );
    expect(step.log).toContain('b (offline): GitHub has no connection to it');
  });

  it.each([
    [401, {}, /it does not accept the token \(status 401\)/],
    [403, {}, /the token may not ask this \(status 403\)/],
    [
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000) },
      /no more questions for \d{4} s.*\(status 403\)/,
    ],
    [429, { 'retry-after': '3600' }, /no more questions for 3600 s.*\(status 429\)/],
  ])(
    'goes on without an answer where the status is %d %j, with a warning',
    async (status, headers, message) => {
      const { left, warnings, github } = await scan(['a', 'b'], {
        instead: (_, response) => {
          response.writeHead(status, headers).end('{}');
          return true;
        },
      });
      expect(left).toEqual({});
      expect(warnings).toEqual([expect.stringMatching(message), expect.stringMatching(message)]);
      expect(github.asked).toHaveLength(2);
    },
  );

  it('waits where GitHub asks it to, and asks again after a broken answer', async () => {
    const { left, warnings } = await scan(['a', 'b'], {
      organization: [registered('a', { status: 'offline' }), registered('b')],
      instead: (_, response, number) => {
        if (number === 1) response.writeHead(429, { 'retry-after': '1' }).end('{}');
        if (number === 2) response.writeHead(502).end();
        return number <= 2;
      },
    });
    expect({ left, warnings }).toEqual({ left: { a: 'offline' }, warnings: [] });
  });

  it('believes no answer of something else than GitHub', async () => {
    const { left, warnings } = await scan(['a'], {
      instead: (_, response) => {
        response.writeHead(200).end('<html>log in</html>');
        return true;
      },
    });
    expect(left).toEqual({});
    expect(warnings[0]).toMatch(/its answer is no JSON/);
  });

  it('tells the token to nobody else, wherever it is sent', async () => {
    const stranger = await serve((_, response) => response.end('{"runners": []}'));
    const { github } = await scan(['a'], {
      instead: (request, response) => {
        if (request.url?.includes('/orgs/')) response.writeHead(302, { location: stranger.url }).end();
        else response.writeHead(200, { link: `<${stranger.url}/next>; rel="next"` }).end('{"runners": []}');
        return true;
      },
    });
    expect(github.asked.map(({ authorization }) => authorization)).toEqual([
      `Bearer ${TOKEN}`,
      `Bearer ${TOKEN}`,
    ]);
    expect(stranger.asked.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/', undefined],
    ]);
  });

  it('asks nobody where it is offline', async () => {
    const { github, step } = await scan(['a'], {}, { offline: 'true' });
    expect(github.asked).toEqual([]);
    expect(step.log).toContain('GitHub is not asked which runners are online: offline is set');
  });
});

it('a runner that is registered twice is there when one of the two is', () => {
  const known = (status: boolean, busy = false) => ({ name: 'A', online: status, busy, labels: ['a'] });
  const sorted = (...runners: ReturnType<typeof known>[]) =>
    sortOut([runnerOf('a')], { runners, complete: true }, '').skipped.map(({ why }) => why);
  expect(sorted(known(false), known(true))).toEqual([]);
  expect(sorted(known(false), known(true, true))).toEqual(['busy']);
  expect(sorted(known(false), known(false, true))).toEqual(['offline']);
});
