import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { LoggedRequest } from '../../lab/mirror/log.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, runCommand } from '../../lab/runner.ts';
import { stepEnvironment } from '../../lab/runner-environment.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectSuccess, setupGo } from './steps.ts';

jest.setTimeout(300_000);

/** What a job may hold that would let somebody act in its name. */
const SECRETS = {
  GITHUB_TOKEN: 'ghs_of_the_job',
  GH_TOKEN: 'ghp_of_a_person',
  ACTIONS_RUNTIME_TOKEN: 'runtime_token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc_token',
  NPM_TOKEN: 'npm_token',
};

await describeWindows('least privilege', (lab) => {
  let files: Mirror;
  let mirror: Mirror;

  beforeAll(async () => {
    const releases = await madeUpReleases(['1.98.1', '1.98.2']);
    files = await startMirror(releases);
    mirror = await startMirror(releases, { redirectFilesTo: files.url });
  }, PREPARATION_MS);
  afterAll(async () => {
    await mirror?.close();
    await files?.close();
  });

  /** Every request since the last call, to the mirror and to where it sends for files. */
  const takeRequests = (): LoggedRequest[] => {
    const taken = [...mirror.requests, ...files.requests];
    for (const server of [mirror, files]) server.forget();
    return taken;
  };
  const credentialsOf = ({ headers }: LoggedRequest) =>
    ['authorization', 'proxy-authorization', 'cookie', 'x-github-token'].filter((name) => name in headers);

  it('a step in a job with permissions: {} and no token at all sets up Go, and sends no credentials', async () => {
    const runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    const names = Object.keys(stepEnvironment(runner)).filter((name) => /token|secret|password/i.test(name));
    expect(names).toEqual([]);
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.x', 'check-latest': 'true' }));
    expect((await runCommand(runner, 'go version')).stdout).toContain('go1.98.2 ');
    const requests = takeRequests();
    expect(new Set(requests.map(({ asked }) => asked))).toEqual(new Set(['list', 'files']));
    expect(requests.flatMap(credentialsOf)).toEqual([]);
  });

  it('the tokens that a job has in its environment, and the input token, go to nobody and into no log', async () => {
    const runner = await createRunner(lab, {
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url, ...SECRETS },
    });
    const step = await setupGo(runner, { 'go-version': '1.98.1', token: 'ghs_as_input' });
    expectSuccess(step);
    const requests = takeRequests();
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.flatMap(credentialsOf)).toEqual([]);
    const sent = JSON.stringify(requests.map(({ path, query, headers }) => [path, query, headers]));
    for (const secret of [...Object.values(SECRETS), 'ghs_as_input']) {
      expect(sent).not.toContain(secret);
      expect(`${step.log}${step.debug.join('\n')}${step.summary}`).not.toContain(secret);
    }
  });

  it('mirror-token goes with every request to the mirror, and to nobody else', async () => {
    const runner = await createRunner(lab, { environment: SECRETS });
    const inputs = { 'go-version': '1.98.2', 'go-download-base-url': mirror.url, 'mirror-token': 'for-it' };
    expectSuccess(await setupGo(runner, inputs));
    expect(new Set(mirror.requests.map((request) => request.authorization))).toEqual(
      new Set(['Bearer for-it']),
    );
    expect(files.requests.length).toBeGreaterThan(0);
    expect(files.requests.flatMap(credentialsOf)).toEqual([]);
    takeRequests();
  });
});
