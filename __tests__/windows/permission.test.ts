import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mountVolume, type VolumeKind } from '../../lab/windows/volume.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { expectFailure, expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(300_000);

/** A step that fails in its first second, and what the machine of these tests may add. */
const SOON_MS = 5000;

await describePrivateWindows('a tool cache that cannot be written to', (lab) => {
  let releases: LabRelease[];
  let mirror: Mirror;
  let runner: Runner;
  const undo: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    releases = await madeUpReleases(['1.98.1']);
    mirror = await startMirror(releases);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    mirror.forget();
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    await mkdir(runner.toolCache.host, { recursive: true });
  });
  afterEach(async () => {
    for (const one of undo.splice(0)) await one();
  });

  async function mount(kind: VolumeKind, ...names: string[]): Promise<void> {
    await mkdir(inToolCache(runner, ...names), { recursive: true });
    undo.push(await mountVolume(lab, inToolCache(runner, ...names), kind));
  }

  it.each(['1.98.1', '1.98.x', 'stable'])(
    'because its disk is read-only asks nobody for %s',
    async (spec) => {
      await mount('read-only');
      const step = await setupGo(runner, { 'go-version': spec });
      expectFailure(step, 'E_PERMISSION', /_tool: (Windows refuses it \(EPERM\)|the disk is read-only)/);
      expect(step.annotations[0]?.message).toContain(`${runner.toolCache.windows}: owner`);
      expect(step.wallMs).toBeLessThan(SOON_MS);
      expect(mirror.requests).toEqual([]);
    },
  );

  it.each([
    ['the locks', ['.setup-go-win', 'locks']],
    ['Go and for its mirror', ['go']],
  ])('because the directory for %s is read-only asks nobody', async (_case, names) => {
    await mount('read-only', ...names);
    if (names[0] === 'go') await mount('read-only', mirrorTool(mirror.url));
    expectFailure(await setupGo(runner, { 'go-version': '1.98.1' }), 'E_PERMISSION', /EPERM|read-only/);
    expect(mirror.requests).toEqual([]);
  });

  it('because the directory of the version is read-only asks for the list alone', async () => {
    await mount('read-only', mirrorTool(mirror.url), '1.98.1');
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectFailure(step, 'E_PERMISSION', /Could not install into .*1\.98\.1: .*1\.98\.1: owner/);
    expect(mirror.count('files')).toBe(0);
  });

  it('is used all the same where what is asked for lies there', async () => {
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
    await mount('read-only');
    for (const inputs of [{ 'go-version': '1.98.1' }, { 'go-version': '1.x', 'check-latest': 'true' }])
      expectSuccess(await setupGo(runner, inputs));
    mirror.forget();
    expectFailure(await setupGo(runner, { 'go-version': '1.97.1' }), 'E_PERMISSION', /_tool/);
    expect(mirror.requests).toEqual([]);
  });

  it.each([
    ['has no room for anything', 40_000, /40 kB are free there, and a Go takes about 300 MB/, 0],
    [
      'has less room than the archive',
      500_000,
      /takes at least [78]\d\d kB on a disk, and .*_tool has 4\d\d kB free/,
      0,
    ],
    ['has less room than its files', 1_000_000, /The unpacked Go takes 2 MiB/, 1],
  ])('because its disk %s says how much it takes', async (_case, bytes, message, files) => {
    await mount({ bytes });
    expectFailure(await setupGo(runner, { 'go-version': '1.98.1' }), 'E_DISK', message);
    expect(mirror.count('files')).toBe(files);
    // The host does not see what lies on that disk.
    const { stdout } = await lab.run('C:\\windows\\system32\\cmd.exe', [
      '/c',
      `dir /s /b ${runner.toolCache.windows}`,
    ]);
    expect(stdout.split(/\r?\n/).filter((name) => /\\(1\.98\.1|\.[\w-]*-test-.*)/.test(name))).toEqual([]);
    if (files > 0) expect(stdout).toContain('locks');
  });

  it('because its disk has no room for a Go of go.dev asks nobody', async () => {
    await mount({ bytes: 90e6 });
    // Nobody listens there, whoever is asked.
    const env = { GO_DOWNLOAD_BASE_URL: '', HTTPS_PROXY: 'http://127.0.0.1:9' };
    for (const spec of ['1.26.6', 'stable']) {
      const step = await setupGo(runner, { 'go-version': spec }, { env });
      expectFailure(step, 'E_DISK', /This Go takes about \d+ MB on a disk, and .*_tool has 90 MB free/);
      expect(step.wallMs).toBeLessThan(SOON_MS);
    }
  });

  it.each([
    ['Go', 'go', 'E_PERMISSION'],
    ['our own files', '.setup-go-win', 'E_PERMISSION'],
  ])('because a file stands in the place of the directory of %s names it', async (_case, name, code) => {
    await writeFile(inToolCache(runner, name), '');
    if (name === 'go') await writeFile(inToolCache(runner, mirrorTool(mirror.url)), '');
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectFailure(step, code, /Could not use .*: a file stands where a directory has to be/);
    expect(mirror.requests).toEqual([]);
  });

  it('because its drive is not there says so', async () => {
    const other = await createRunner(lab, {
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url, RUNNER_TOOL_CACHE: 'Q:\\tools' },
    });
    expectFailure(await setupGo(other, { 'go-version': '1.98.1' }), 'E_PERMISSION', /Q:\\.*is not there/);
    expect(mirror.requests).toEqual([]);
  });

  it('that can be shows nothing of having been tried', async () => {
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectSuccess(step);
    expect(step.log).not.toMatch(/[Pp]reflight/);
    const left = readdirSync(runner.toolCache.host, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('-test-'))).toEqual([]);
  });

  it('with long paths is warned of where Windows has them off', async () => {
    const deep = path.join(runner.directory.host, 'd'.repeat(120));
    const other = await createRunner(lab, {
      toolCache: lab.toWindows(deep),
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url },
    });
    const turn = async (value: number) =>
      await lab.run('C:\\windows\\system32\\reg.exe', [
        ...['add', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem', '/v', 'LongPathsEnabled'],
        ...['/t', 'REG_DWORD', '/d', String(value), '/f'],
      ]);
    await turn(0);
    const step = await setupGo(other, { 'go-version': '1.98.1' });
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toEqual([
      {
        level: 'warning',
        title: 'setup-go-win',
        message: expect.stringMatching(/up to 2\d\d characters.*LongPathsEnabled/),
      },
    ]);
    await turn(1);
    const again = await createRunner(lab, {
      toolCache: lab.toWindows(`${deep}2`),
      environment: { GO_DOWNLOAD_BASE_URL: mirror.url },
    });
    expectSuccess(await setupGo(again, { 'go-version': '1.98.1' }));
  });

  it('has nothing to do with it where a policy forbids to run what lies there', async () => {
    const blocked = await startMirror(await madeUpReleases(['1.98.1'], { sabotage: 'blocked' }));
    try {
      const step = await setupGo(runner, { 'go-version': '1.98.1', 'go-download-base-url': blocked.url });
      expectFailure(step, 'E_PERMISSION', /go\.exe run: it is blocked by group policy \(1260\).*AppLocker/s);
      expect(readdirSync(inToolCache(runner, mirrorTool(blocked.url)))).toEqual([]);
    } finally {
      await blocked.close();
    }
  });
});
