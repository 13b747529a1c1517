import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { Fault, FaultTarget } from '../../lab/mirror/faults.ts';
import { deadMirrorUrl, type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectFailure, expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describeWindows('a step that cannot set up Go', (lab) => {
  let releases: LabRelease[];
  let mirror: Mirror;
  let runner: Runner;

  beforeAll(async () => {
    releases = await madeUpReleases(['1.98.1', '1.98.2', '1.99.1']);
    mirror = await startMirror(releases);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    mirror.forget();
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  });
  afterEach(() => mirror.clearFaults());

  /** Nothing that anyone could take for a Go, and no leftovers. */
  function expectNothingPublished(): void {
    const tool = inToolCache(runner, mirrorTool(mirror.url));
    const left = existsSync(tool) ? readdirSync(tool, { recursive: true, encoding: 'utf8' }) : [];
    expect(left).toEqual([]);
    expect(existsSync(inToolCache(runner, 'go'))).toBe(false);
  }

  it.each<[Record<string, string>, string, RegExp]>([
    [{ 'go-version': '1.98.9' }, 'E_NOT_FOUND', /1\.98\.9.*1\.98\.2/s],
    [{ 'go-version': '^1.50.0 <1.51' }, 'E_NOT_FOUND', /1\.50\.0/],
    [{ 'go-version': '1.98.1', architecture: 'x86' }, 'E_NOT_FOUND', /x86/],
    [{ 'go-version': 'banana' }, 'E_SPEC', /banana.*input go-version/s],
    [{ 'go-version': '1.2' }, 'E_SPEC', /1\.20/],
    [{ 'go-version': '../../evil' }, 'E_SPEC', /evil/],
    [{ 'go-version': '1.98.1', 'check-latest': 'maybe' }, 'E_INPUT', /check-latest.*maybe/],
    [{}, 'E_INPUT', /go-version/],
    [{ 'go-version-file': 'none.mod' }, 'E_INPUT', /none\.mod/],
    [{ 'go-version': '1.98.1', 'go-download-base-url': 'ftp://mirror.example' }, 'E_INPUT', /ftp/],
    [
      { 'go-version': '1.98.1', 'go-download-base-url': 'C:\\no\\such\\mirror' },
      'E_INPUT',
      /C:\\no\\such\\mirror/,
    ],
    [{ 'go-version': '1.98.1', checksum: 'f'.repeat(64) }, 'E_CHECKSUM', /f{64}/],
    [{ 'go-version': '1.98.1', offline: 'true' }, 'E_NETWORK', /offline/],
    [
      { 'go-version': '1.x', offline: 'true', 'go-download-base-url': 'http://127.0.0.1:9/dl' },
      'E_NETWORK',
      /offline/,
    ],
  ])('with %j is %s', async (inputs, code, message) => {
    expectFailure(await setupGo(runner, inputs), code, message);
    expectNothingPublished();
  });

  it.each<[string, FaultTarget, Fault, string, string, RegExp]>([
    ['wrong bytes', 'files', { kind: 'corrupt' }, '1.98.1', 'E_CHECKSUM', /SHA-256/],
    [
      'bodies that always end early',
      'files',
      { kind: 'truncate', bytes: 1000, length: 'honest' },
      '1.98.1',
      'E_NETWORK',
      /go1\.98\.1/,
    ],
    ['a file that is too long', 'files', { kind: 'longer', extra: 5 }, '1.98.1', 'E_CHECKSUM', /size|bytes/],
    [
      'no such file',
      'files',
      { kind: 'status', status: 404 },
      '1.98.1',
      'E_NOT_FOUND',
      /go1\.98\.1\.windows-amd64\.zip/,
    ],
    ['no access', 'all', { kind: 'status', status: 403 }, '1.98.1', 'E_NETWORK', /403/],
    ['a login', 'all', { kind: 'status', status: 401 }, '1.98.1', 'E_NETWORK', /401/],
    ['a redirect to itself', 'files', { kind: 'redirect-loop' }, '1.98.1', 'E_NETWORK', /redirect/i],
    ['a page instead of the file', 'files', { kind: 'html' }, '1.98.1', 'E_CHECKSUM', /./],
    ['a page instead of the list', 'list', { kind: 'html' }, '1.98.x', 'E_LIST', /web page/],
    ['half a list', 'list', { kind: 'list', how: 'truncated' }, '1.98.x', 'E_LIST', /./],
    ['half a list', 'list', { kind: 'list', how: 'truncated' }, '1.98.1', 'E_LIST', /./],
    ['an error object', 'list', { kind: 'list', how: 'error-object' }, '1.98.1', 'E_LIST', /./],
    ['an empty list', 'list', { kind: 'list', how: 'empty' }, 'stable', 'E_LIST', /./],
    [
      'a list with a field of the wrong kind',
      'list',
      { kind: 'body', body: '[{"version":1,"stable":true,"files":[]}]' },
      '1.98.1',
      'E_LIST',
      /version/,
    ],
  ])(
    'when the mirror answers with %s for the %s fails with its cause',
    async (_case, target, fault, spec, code, message) => {
      mirror.fault(target, fault);
      expectFailure(await setupGo(runner, { 'go-version': spec }), code, message);
      expectNothingPublished();
    },
  );

  it('when nobody listens says so, with every attempt', async () => {
    const dead = await deadMirrorUrl();
    const step = await setupGo(runner, { 'go-version': '1.98.1', 'go-download-base-url': dead });
    expectFailure(step, 'E_NETWORK', /127\.0\.0\.1/);
    expect(step.log).toContain('ECONNREFUSED');
  });

  it('when the server fails every time gives up after some attempts', async () => {
    mirror.fault('files', { kind: 'status', status: 500 });
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectFailure(step, 'E_NETWORK', /500/);
    expect(mirror.count('files')).toBeGreaterThan(2);
    expectNothingPublished();
  });

  it('when a download stands still ends within download-timeout', async () => {
    mirror.fault('files', { kind: 'stall', after: 100 });
    const step = await setupGo(runner, { 'go-version': '1.98.1', 'download-timeout': '3s' });
    expectFailure(step, 'E_NETWORK', /3 s|download-timeout/);
    // Without the limit a silent connection is given up after 30 s, five times.
    expect(step.wallMs).toBeLessThan(28_000);
    expectNothingPublished();
  });

  it.each(['lie', 'fail'] as const)(
    'when go.exe would %s about its version removes the tree',
    async (sabotage) => {
      const bad = await startMirror(await madeUpReleases(['1.98.1'], { sabotage }));
      try {
        const step = await setupGo(runner, { 'go-version': '1.98.1', 'go-download-base-url': bad.url });
        expectFailure(step, 'E_VERIFY', /go1\.98\.1/);
        const tool = inToolCache(runner, mirrorTool(bad.url));
        expect(existsSync(tool) ? readdirSync(tool) : []).toEqual([]);
      } finally {
        await bad.close();
      }
    },
  );

  it('when the tool cache is no directory says so', async () => {
    const file = path.join(runner.directory.host, 'file');
    await writeFile(file, '');
    const other = await createRunner(lab, {
      toolCache: lab.toWindows(file),
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url },
    });
    expectFailure(await setupGo(other, { 'go-version': '1.98.1' }), 'E_PERMISSION', /file/);
  });

  it('with official-only takes no build that go.dev does not know', async () => {
    const step = await setupGo(runner, { 'go-version': '1.98.1', 'official-only': 'true' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs['error-code']).toMatch(/^E_(NOT_FOUND|NETWORK|CHECKSUM)$/);
    expectNothingPublished();
  });

  it('with official-only does not use what somebody else put into the tool cache', async () => {
    await setupGo(runner, { 'go-version': '1.98.1' });
    const tool = mirrorTool(mirror.url);
    await mkdir(inToolCache(runner, 'go', '1.98.1'), { recursive: true });
    for (const name of ['x64', 'x64.complete']) {
      await cp(inToolCache(runner, tool, '1.98.1', name), inToolCache(runner, 'go', '1.98.1', name), {
        recursive: true,
      });
    }
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1', 'go-download-base-url': '' }));
    const step = await setupGo(runner, { 'go-version': '1.98.1', 'official-only': 'true', offline: 'true' });
    expect(step.exitCode).toBe(1);
  });

  it('never sends the mirror\u2019s token to the host that it redirects to', async () => {
    const other = await startMirror(releases);
    const guarded = await startMirror(releases, { token: 'secret-token', redirectFilesTo: other.url });
    try {
      const inputs = { 'go-version': '1.98.1', 'go-download-base-url': guarded.url };
      expectSuccess(await setupGo(runner, { ...inputs, 'mirror-token': 'secret-token' }));
      expect(other.requests.length).toBeGreaterThan(0);
      expect(other.requests.filter((request) => request.headers['authorization'])).toEqual([]);
      const refused = await setupGo(await createRunner(lab), inputs);
      expectFailure(refused, 'E_NETWORK', /401/);
      expect(refused.log).toContain('mirror-token');
    } finally {
      await guarded.close();
      await other.close();
    }
  });
});

await describeWindows('a mirror with troubles that pass', (lab) => {
  let mirror: Mirror;
  beforeAll(async () => {
    mirror = await startMirror(await madeUpReleases(['1.98.1']));
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  afterEach(() => mirror.clearFaults());

  it.each<[string, FaultTarget, Fault, number]>([
    ['a reset in the middle', 'files', { kind: 'reset' }, 2],
    ['a slow line', 'files', { kind: 'slow', bytesPerSecond: 400_000 }, 99],
    ['500 twice', 'all', { kind: 'status', status: 500 }, 2],
    ['429 with Retry-After', 'files', { kind: 'status', status: 429, retryAfter: 1 }, 1],
    ['a body that ends early', 'files', { kind: 'truncate', bytes: 5000, length: 'lying' }, 1],
    ['ranges ignored', 'files', { kind: 'ranges-ignored' }, 99],
    ['another Content-Range than asked for', 'files', { kind: 'ranges-wrong', how: 'content-range' }, 99],
    ['other bytes than the range asked for', 'files', { kind: 'ranges-wrong', how: 'body' }, 1],
    ['gzip that nobody asked for', 'all', { kind: 'gzip' }, 99],
    ['a list with unknown fields', 'list', { kind: 'list', how: 'unknown-fields' }, 99],
    ['no list', 'list', { kind: 'status', status: 404 }, 99],
    ['a directory that is not listed', 'list', { kind: 'status', status: 403 }, 99],
    ['a page for a list, for an exact version', 'list', { kind: 'html' }, 99],
  ])('is no trouble: %s', async (_case, target, fault, times) => {
    mirror.fault(target, fault, { times });
    const runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expect({ exitCode: step.exitCode, log: step.exitCode === 0 ? '' : step.log }).toEqual({
      exitCode: 0,
      log: '',
    });
    expect(step.outputs['go-version']).toBe('1.98.1');
  });

  it('is no trouble: a file of which nobody knows the size', async () => {
    mirror.fault('list', { kind: 'status', status: 404 });
    mirror.fault('files', { kind: 'gzip' });
    const runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
  });
});
