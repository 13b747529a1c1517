import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner, runCommand } from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { builtinReleases } from '../../src/release/builtin.ts';
import { selectRelease } from '../../src/release/select.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(300_000);

const VERSIONS = ['1.97.8', '1.98.0', '1.98.1', '1.98.2', '1.99.0', '1.99.1', '1.100rc1'];

await describeWindows('a step that sets up Go', (lab) => {
  let releases: LabRelease[];
  let mirror: Mirror;
  let runner: Runner;
  let tool: string;

  beforeAll(async () => {
    releases = [
      ...(await madeUpReleases(VERSIONS)),
      ...(await madeUpReleases(['1.99.1'], { architectures: ['arm64'] })),
    ];
    mirror = await startMirror(releases);
    tool = mirrorTool(mirror.url);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    mirror.forget();
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  });

  it('gives later steps the version, and every output', async () => {
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectSuccess(step);
    const goroot = `${runner.toolCache.windows}\\${tool}\\1.98.1\\x64`;
    expect(step.outputs).toMatchObject({
      'go-version': '1.98.1',
      goroot,
      'go-path': `${goroot}\\bin\\go.exe`,
      architecture: 'x64',
      'tool-cache-hit': 'false',
      source: 'mirror',
      official: 'false',
    });
    expect(JSON.parse(step.outputs['versions'] ?? '')).toMatchObject([{ 'go-version': '1.98.1', goroot }]);
    expect(step.env).toMatchObject({ GOROOT: goroot, GOTOOLCHAIN: 'local' });
    expect((await runCommand(runner, 'go version')).stdout.trim()).toBe('go version go1.98.1 windows/amd64');
    expect((await runCommand(runner, 'go env GOROOT')).stdout.trim()).toBe(goroot);
  });

  it('finds it the second time without any network', async () => {
    await setupGo(runner, { 'go-version': '1.98.1' });
    mirror.forget();
    for (const spec of ['1.98.1', '1.98.x']) {
      const step = await setupGo(runner, { 'go-version': spec });
      expectSuccess(step);
      expect(step.outputs).toMatchObject({
        'go-version': '1.98.1',
        'tool-cache-hit': 'true',
        source: 'tool-cache',
      });
    }
    expect(mirror.requests).toEqual([]);
  });

  it('leaves nothing in the tool cache but the tree, its marker, its sidecar and the lock file', async () => {
    await setupGo(runner, { 'go-version': '1.98.1' });
    expect(readdirSync(inToolCache(runner, tool, '1.98.1')).sort()).toEqual([
      'x64',
      'x64.complete',
      'x64.setup-go-win.json',
    ]);
    expect(readdirSync(inToolCache(runner, '.setup-go-win', 'locks'))).toEqual([`${tool}-1.98.1-x64.lock`]);
    expect(
      JSON.parse(readFileSync(inToolCache(runner, tool, '1.98.1', 'x64.setup-go-win.json'), 'utf8')),
    ).toMatchObject({
      goVersion: 'go1.98.1',
      sha256: releases.find(({ version }) => version === '1.98.1')?.sha256,
      official: false,
    });
  });

  it.each([
    ['1.98', '1.98.2'],
    ['~1.98.0', '1.98.2'],
    ['>=1.97 <1.99', '1.98.2'],
    ['1.98.0 || 1.97.x', '1.98.0'],
    ['*', '1.99.1'],
    ['go1.99.0', '1.99.0'],
    ['stable', '1.99.1'],
    ['latest', '1.99.1'],
    ['oldstable', '1.98.2'],
    ['rc', '1.100.0-rc.1'],
    ['1.100rc1', '1.100.0-rc.1'],
    ['1.100.0-rc.1', '1.100.0-rc.1'],
  ])('resolves %s to %s', async (spec, version) => {
    const step = await setupGo(runner, { 'go-version': spec });
    expectSuccess(step);
    expect(step.outputs['go-version']).toBe(version);
  });

  it('takes the oldest match with resolution: lowest, and asks for a newer one with check-latest', async () => {
    const lowest = await setupGo(runner, { 'go-version': '1.98.x', resolution: 'lowest' });
    expect(lowest.outputs['go-version']).toBe('1.98.0');
    expect((await setupGo(runner, { 'go-version': '1.98.x' })).outputs['go-version']).toBe('1.98.0');
    const latest = await setupGo(runner, { 'go-version': '1.98.x', 'check-latest': 'true' });
    expect(latest.outputs).toMatchObject({ 'go-version': '1.98.2', 'tool-cache-hit': 'false' });
  });

  it.each([
    ['go.mod', 'module m\r\n\r\ngo 1.98\r\n\r\ntoolchain go1.99.0 // the one\r\n', '1.99.0'],
    ['go.work', 'go 1.98.1\n', '1.98.1'],
    ['.go-version', '# comment\n1.98.0\n', '1.98.0'],
    ['.tool-versions', 'nodejs 24.0.0\ngolang 1.97.8 1.98.0\n', '1.97.8'],
    ['mise.toml', '[tools]\ngo = "1.99"\n', '1.99.1'],
  ])('reads %s', async (name, text, version) => {
    await writeFile(path.join(runner.workspace.host, name), text);
    const named = await setupGo(runner, { 'go-version-file': name });
    expectSuccess(named);
    expect(named.outputs['go-version']).toBe(version);
    expect(named.log).toContain(name);
  });

  it('finds the version file of the workspace by itself', async () => {
    await writeFile(path.join(runner.workspace.host, 'go.mod'), 'module m\n\ngo 1.98.1\n');
    expect((await setupGo(runner, {})).outputs['go-version']).toBe('1.98.1');
  });

  it('takes go-version over go-version-file, with a warning', async () => {
    await writeFile(path.join(runner.workspace.host, 'go.mod'), 'module m\n\ngo 1.98.1\n');
    const step = await setupGo(runner, { 'go-version': '1.97.8', 'go-version-file': 'go.mod' });
    expect(step.outputs['go-version']).toBe('1.97.8');
    expect(step.annotations).toMatchObject([{ level: 'warning' }]);
  });

  it('installs several versions, the last one on PATH', async () => {
    const step = await setupGo(runner, { 'go-version': '1.97.8\n1.99.x' });
    expectSuccess(step);
    const versions = JSON.parse(step.outputs['versions'] ?? '[]') as { 'go-version': string }[];
    expect(versions.map((each) => each['go-version'])).toEqual(['1.97.8', '1.99.1']);
    expect((await runCommand(runner, 'go version')).stdout).toContain('go1.99.1 ');
  });

  it('lets the second of two steps win, and forgets what the first wrote', async () => {
    await setupGo(runner, { 'go-version': '1.99.1', 'go-toolchain': 'auto' });
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectSuccess(step);
    expect((await runCommand(runner, 'go version')).stdout).toContain('go1.98.1 ');
    expect(step.env).toMatchObject({ GOTOOLCHAIN: 'local' });
  });

  it('leaves a GOTOOLCHAIN of the job alone', async () => {
    const job = await createRunner(lab, {
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url, GOTOOLCHAIN: 'auto' },
    });
    await setupGo(job, { 'go-version': '1.98.1' });
    expect((await runCommand(job, 'echo %GOTOOLCHAIN%')).stdout.trim()).toBe('auto');
  });

  it('touches nothing of the environment with update-environment: false', async () => {
    const step = await setupGo(runner, { 'go-version': '1.98.1', 'update-environment': 'false' });
    expectSuccess(step);
    expect({ env: step.env, path: step.path }).toEqual({ env: {}, path: [] });
    expect(step.outputs['go-version']).toBe('1.98.1');
  });

  it('warns of a GOROOT that the machine sets, and replaces it', async () => {
    const stale = await createRunner(lab, {
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url, GOROOT: 'C:\\Go' },
    });
    const step = await setupGo(stale, { 'go-version': '1.98.1' });
    expect(step.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('C:\\Go') },
    ]);
    expect((await runCommand(stale, 'go env GOROOT')).stdout).toContain('1.98.1');
  });

  it('installs Go for another architecture without running it', async () => {
    const step = await setupGo(runner, { 'go-version': '1.99.1', architecture: 'arm64' });
    expectSuccess(step);
    expect(step.outputs).toMatchObject({
      architecture: 'arm64',
      goroot: expect.stringMatching(/\\1\.99\.1\\arm64$/),
    });
    expect(step.log).toContain('go version was not run');
  });

  it('uses what an image has put into the tool cache, and says that it did not verify it', async () => {
    await setupGo(runner, { 'go-version': '1.98.1' });
    await cp(inToolCache(runner, tool), inToolCache(runner, 'go'), { recursive: true });
    await rm(inToolCache(runner, 'go', '1.98.1', 'x64.setup-go-win.json'));
    await rm(inToolCache(runner, tool), { recursive: true });
    const step = await setupGo(runner, { 'go-version': '1.98.x' });
    expectSuccess(step);
    expect(step.outputs).toMatchObject({
      source: 'tool-cache-unverified',
      'tool-cache-hit': 'true',
      official: 'false',
    });
  });

  it.each<[string, (tree: string) => Promise<void>]>([
    ['without its marker', async (tree) => await rm(`${tree}.complete`)],
    ['without go.exe', async (tree) => await rm(path.join(tree, 'bin', 'go.exe'))],
    ['of another version', async (tree) => await writeFile(path.join(tree, 'VERSION'), 'go1.98.2\n')],
    ['without anything', async (tree) => await rm(tree, { recursive: true })],
    [
      'that is a file',
      async (tree) => await rm(tree, { recursive: true }).then(async () => await writeFile(tree, 'x')),
    ],
  ])('repairs a tree %s, and says so', async (_case, damage) => {
    await setupGo(runner, { 'go-version': '1.98.1' });
    await damage(inToolCache(runner, tool, '1.98.1', 'x64'));
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectSuccess(step);
    expect(step.log.match(/is torn/g)).toHaveLength(1);
    expect(step.outputs['tool-cache-hit']).toBe('false');
    expect((await runCommand(runner, 'go version')).stdout).toContain('go1.98.1 ');
    expect(readdirSync(inToolCache(runner, tool, '1.98.1')).sort()).toEqual([
      'x64',
      'x64.complete',
      'x64.setup-go-win.json',
    ]);
  });

  it.each([{ 'go-version': '1.98.1', 'check-latest': 'true' }, { 'go-version': 'stable' }])(
    'says once that it repairs a torn tree where the list is asked first: %j',
    async (inputs) => {
      const first = await setupGo(runner, inputs);
      await rm(inToolCache(runner, tool, first.outputs['go-version'] ?? '', 'x64.complete'));
      const step = await setupGo(runner, inputs);
      expectSuccess(step);
      expect(step.log.match(/is torn .*: installing it anew/g)).toHaveLength(1);
    },
  );

  it('passes over a torn tree of a version that is nowhere to be had', async () => {
    await mkdir(inToolCache(runner, tool, '1.98.9', 'x64'), { recursive: true });
    await writeFile(inToolCache(runner, tool, '1.98.9', 'x64.complete'), '');
    const step = await setupGo(runner, { 'go-version': '1.98.x' });
    expectSuccess(step);
    expect(step.outputs['go-version']).toBe('1.98.2');
    expect(step.log).toMatch(/1\.98\.9.x64 is torn .* is not to be had/);
  });

  it('finds stable in the tool cache when the mirror is down, and warns', async () => {
    const newest =
      selectRelease(parseSpec('stable', 'test'), builtinReleases('x64'), 'highest')?.version ?? '';
    const other = await startMirror(await madeUpReleases([newest]));
    const inputs = { 'go-version': 'stable', 'go-download-base-url': other.url };
    try {
      expectSuccess(await setupGo(runner, inputs));
    } finally {
      await other.close();
    }
    const step = await setupGo(runner, inputs);
    expect({ exitCode: step.exitCode, log: step.exitCode === 0 ? '' : step.log }).toEqual({
      exitCode: 0,
      log: '',
    });
    expect(step.outputs).toMatchObject({ 'go-version': newest, 'tool-cache-hit': 'true', official: 'false' });
    expect(step.annotations.map(({ level }) => level)).toContain('warning');
  });

  it('runs go version on a hit with verify: always', async () => {
    await setupGo(runner, { 'go-version': '1.98.1' });
    expect((await setupGo(runner, { 'go-version': '1.98.1', verify: 'always' })).log).toContain(
      'go version go1.98.1 windows/amd64',
    );
    expect((await setupGo(runner, { 'go-version': '1.98.1' })).log).not.toContain('go version go');
  });

  it('works with a mirror directory, offline', async () => {
    const directory = path.join(runner.directory.host, 'mirror');
    await mkdir(directory);
    for (const { path: file, filename, sha256 } of releases.slice(0, 2)) {
      await cp(file, path.join(directory, filename));
      await writeFile(path.join(directory, `${filename}.sha256`), sha256);
    }
    const step = await setupGo(runner, {
      'go-version': '1.97.8',
      'go-download-base-url': lab.toWindows(directory),
      offline: 'true',
    });
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ 'go-version': '1.97.8', source: 'mirror' });
    expect(mirror.requests).toEqual([]);
  });

  it('accepts the pinned hash of the file, and then takes only a tree with that hash', async () => {
    const sha256 = releases.find(({ version }) => version === '1.98.1')?.sha256 ?? '';
    const first = await setupGo(runner, { 'go-version': '1.98.1', checksum: sha256 });
    expectSuccess(first);
    expect(
      (await setupGo(runner, { 'go-version': '1.98.1', checksum: sha256.toUpperCase() })).outputs[
        'tool-cache-hit'
      ],
    ).toBe('true');
  });

  it('writes a summary when asked to', async () => {
    const step = await setupGo(runner, { 'go-version': '1.98.1', summary: 'always' });
    expect(step.summary).toContain('go1.98.1');
    expect((await setupGo(runner, { 'go-version': '1.98.1' })).summary).toBe('');
  });

  it('says that token is not sent to a mirror, and does not send it', async () => {
    const step = await setupGo(runner, {
      'go-version': '1.98.1',
      token: 'ghs_secret',
      'mirror-token': 'for-mirror',
    });
    expectSuccess(step);
    expect(step.log).toContain('token is not sent');
    expect(step.log).not.toContain('ghs_secret');
    const authorizations = new Set(mirror.requests.map((request) => request.headers['authorization']));
    expect([...authorizations]).toEqual(['Bearer for-mirror']);
  });

  it('works in directories with spaces and other alphabets', async () => {
    const odd = path.join(runner.directory.host, 'tool cache — 工具');
    await mkdir(odd);
    const other = await createRunner(lab, {
      toolCache: lab.toWindows(odd),
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url },
    });
    expectSuccess(await setupGo(other, { 'go-version': '1.98.1' }));
    expect((await runCommand(other, 'go version')).stdout).toContain('go1.98.1 ');
    expect(existsSync(path.join(odd, tool, '1.98.1', 'x64.complete'))).toBe(true);
  });
});
