import { cp, mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, finishJob, type Runner } from '../../lab/runner.ts';
import { createSumDb } from '../../lab/sumdb/sumdb.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describeWindows('a step that is offline', (lab) => {
  let releases: LabRelease[];
  let everything: Server;
  /** Whoever connects to anything that the environment names: mirror, module proxy, checksum database, proxy, cache service. */
  let connections = 0;
  let address = '';
  let runner: Runner;
  let directory: string;

  beforeAll(async () => {
    releases = await madeUpReleases(['1.98.1', '1.98.2']);
    everything = createServer((socket) => {
      connections++;
      socket.on('error', () => {});
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
    await new Promise<void>((resolve) => everything.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(everything.address() as AddressInfo).port}`;
  }, PREPARATION_MS);
  afterAll(() => void everything?.close());
  beforeEach(async () => {
    connections = 0;
    runner = await createRunner(lab, {
      environment: {
        GOPROXY: address,
        GOSUMDB: `${createSumDb().verifierKey} ${address}/db`,
        HTTPS_PROXY: address,
        HTTP_PROXY: address,
        ACTIONS_CACHE_URL: `${address}/`,
        ACTIONS_RESULTS_URL: `${address}/`,
        ACTIONS_CACHE_SERVICE_V2: 'true',
        ACTIONS_RUNTIME_TOKEN: 'token-of-the-runtime',
      },
    });
    await writeFile(path.join(runner.workspace.host, 'go.sum'), 'a v1.0.0 h1:x\n');
    const host = path.join(runner.directory.host, 'mirror');
    await mkdir(host);
    for (const { path: file, filename, sha256 } of releases) {
      await cp(file, path.join(host, filename));
      await writeFile(path.join(host, `${filename}.sha256`), sha256);
    }
    directory = lab.toWindows(host);
  });

  it('connects to nobody: not for the file, nor its list, its second opinion or the caches', async () => {
    const inputs = { 'go-version': '1.98.1', 'go-download-base-url': directory, cache: 'true' };
    const step = await setupGo(runner, { ...inputs, offline: 'true' });
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ 'go-version': '1.98.1', source: 'mirror', 'cache-key': '' });
    expect(step.log).toContain('offline is true, and the cache service is on the network');
    expect(step.log).toContain('Not checked against the checksum database: offline is set');
    expectSuccess(await setupGo(runner, { ...inputs, offline: 'true' }));
    for (const post of await finishJob(runner)) expectSuccess(post);
    expect(connections).toBe(0);

    // The same step with network asks database and caches: so it is offline that keeps it from that.
    const online = await setupGo(runner, { ...inputs, 'go-version': '1.98.2' });
    expectSuccess(online);
    expect(connections).toBeGreaterThan(2);
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    [
      'a version that is not there',
      { 'go-version': '1.98.1' },
      'E_NETWORK',
      /1\.98\.1.*built-in index.*offline to false/,
    ],
    [
      'a version that only the index has',
      { 'go-version': '1.25.3' },
      'E_NETWORK',
      /go1\.25\.3 is not in the tool cache.*remove offline/,
    ],
    ['a range', { 'go-version': '1.25.x' }, 'E_NETWORK', /is not in the tool cache.*remove offline/],
    ['an alias', { 'go-version': 'stable' }, 'E_NETWORK', /is not in the tool cache.*remove offline/],
    [
      'check-latest',
      { 'go-version': '1.25.x', 'check-latest': 'true' },
      'E_NETWORK',
      /check-latest needs.*Set check-latest or offline to false/,
    ],
    [
      'a mirror on the network',
      { 'go-version': '1.25.3', 'go-download-base-url': 'URL/dl' },
      'E_NETWORK',
      /offline rules out fetching it from http.*mirror directory/,
    ],
    [
      'transparency: require',
      { 'go-version': '1.98.1', 'go-download-base-url': 'DIRECTORY', transparency: 'require' },
      'E_TRANSPARENCY',
      /offline is set/,
    ],
    [
      'a file without a hash',
      { 'go-version': '1.98.2', 'go-download-base-url': 'DIRECTORY', 'official-only': 'true' },
      'E_NETWORK',
      /[Oo]ffline/,
    ],
  ])('says what it rules out, and how to have it: %s', async (_what, inputs, code, message) => {
    const base = inputs['go-download-base-url']?.replace('URL', address).replace('DIRECTORY', directory);
    const given = base === undefined ? inputs : { ...inputs, 'go-download-base-url': base };
    const step = await setupGo(runner, { ...given, offline: 'true' });
    expectFailure(step, code, message);
    expect(connections).toBe(0);
  });
});
