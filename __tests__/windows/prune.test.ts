import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { holdFiles, runGo } from '../../lab/msi/holder.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import {
  createRunner,
  finishJob,
  type Runner,
  runCommand,
  type StepResult,
  startJob,
  startStep,
} from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { auditLines, expectFailure, expectSuccess, inToolCache, repo, setupGo } from './steps.ts';

jest.setTimeout(300_000);

const VERSIONS = ['1.97.8', '1.98.1', '1.98.2', '1.99.1'];

await describeWindows('operation: prune', (lab) => {
  let mirror: Mirror;
  let runner: Runner;
  let tool: string;
  beforeAll(async () => {
    mirror = await startMirror(await madeUpReleases(VERSIONS));
    tool = mirrorTool(mirror.url);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());

  const environment = () => ({ GO_DOWNLOAD_BASE_URL: mirror.url });
  beforeEach(async () => {
    runner = await createRunner(lab, { environment: environment() });
  });

  /** A runner of its own with the tool cache of the first. */
  const another = async (name: string, more: Record<string, string> = {}) =>
    await createRunner(lab, {
      name,
      toolCache: runner.toolCache.windows,
      environment: { ...environment(), ...more },
    });
  const fill = async (versions = VERSIONS) => {
    expectSuccess(await setupGo(runner, { 'go-version': versions.join('\n') }));
    for (const end of await finishJob(runner)) expectSuccess(end);
  };
  const prune = async (inputs: Record<string, string>, on = runner) =>
    await setupGo(on, { operation: 'prune', ...inputs });
  const there = () => readdirSync(inToolCache(runner, tool)).sort();
  const leases = () => readdirSync(inToolCache(runner, '.setup-go-win', 'leases'));
  const pruned = (step: StepResult) =>
    (JSON.parse(step.outputs['pruned'] ?? '') as { 'go-version': string; bytes: number }[]).map(
      (one) => one['go-version'],
    );
  const windows = (version: string) => `${runner.toolCache.windows}\\${tool}\\${version}\\x64`;

  it('removes what no rule keeps, and tells it in log, outputs, summary, audit log and metrics', async () => {
    await fill();
    const step = await prune({ 'keep-minors': '2', 'metrics-file': 'prune.prom' });
    expectSuccess(step);
    expect(there()).toEqual(['1.98.2', '1.99.1']);
    expect(pruned(step)).toEqual(['1.98.1', '1.97.8']);
    const [first] = JSON.parse(step.outputs['pruned'] ?? '');
    expect(first).toMatchObject({ architecture: 'x64', goroot: windows('1.98.1'), official: false });
    expect(Number(step.outputs['bytes-freed'])).toBeGreaterThan(2 * 100_000);
    expect(step.log).toContain(`remove  ${windows('1.98.1')} (`);
    expect(step.log).toContain(
      `keep    ${windows('1.98.2')}: among the newest patches of the 2 newest minors`,
    );
    expect(step.log).toMatch(/Freed \d+\.\d [kM]B in/);
    expect(step.summary).toContain('removed');
    expect(step.env).toEqual({});
    expect(step.path).toEqual([]);
    const lines = auditLines(inToolCache(runner, '.setup-go-win', 'audit.jsonl'));
    expect(lines.slice(-2).map(({ action, target, outcome }) => [action, target, outcome])).toEqual([
      ['prune', windows('1.98.1'), 'ok'],
      ['prune', windows('1.97.8'), 'ok'],
    ]);
    expect(lines.at(-1)?.from).toMatch(/go1\.97\.8\.windows-amd64\.zip sha256:[0-9a-f]{64}$/);
    const metrics = await readFile(path.join(runner.workspace.host, 'prune.prom'), 'utf8');
    expect(metrics).toContain(
      `setup_go_win_removed_bytes{runner="lab-runner"} ${step.outputs['bytes-freed']}`,
    );
    // What was removed is installed again like any other, and what stayed is a hit.
    expect((await setupGo(runner, { 'go-version': '1.98.1' })).outputs['tool-cache-hit']).toBe('false');
    expect((await setupGo(runner, { 'go-version': '1.98.2' })).outputs['tool-cache-hit']).toBe('true');
  });

  it('with dry-run tells the very plan and changes nothing', async () => {
    await fill();
    const snapshot = () => readdirSync(runner.toolCache.host, { recursive: true, encoding: 'utf8' }).sort();
    const before = snapshot();
    const dry = await prune({ 'keep-versions': '1', 'dry-run': 'true' });
    expectSuccess(dry);
    expect(snapshot()).toEqual(before);
    expect(dry.log).toContain('nothing was changed');
    expect(dry.summary).toContain('would be removed');
    const wet = await prune({ 'keep-versions': '1' });
    const plan = (step: StepResult) =>
      step.log.split('\n').filter((line) => /^(?:remove|keep|leave) /.test(line));
    expect(plan(dry)).toHaveLength(4);
    expect(plan(wet)).toEqual(plan(dry));
    for (const name of ['pruned', 'bytes-freed']) expect(wet.outputs[name]).toBe(dry.outputs[name]);
    expect(there()).toEqual(['1.99.1']);
  });

  it('keeps what was used lately, by the last lease', async () => {
    await fill(['1.98.1', '1.98.2']);
    const month = new Date(Date.now() - 31 * 86_400_000);
    for (const version of ['1.98.1', '1.98.2']) {
      const sidecar = inToolCache(runner, tool, version, 'x64.setup-go-win.json');
      const text = await readFile(sidecar, 'utf8');
      const old = text.replace(/"installedAt": "[^"]+"/, `"installedAt": "${month.toISOString()}"`);
      await writeFile(sidecar, old);
      await utimes(inToolCache(runner, '.setup-go-win', 'used', `${tool}-${version}-x64`), month, month);
    }
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.1' }));
    await finishJob(runner);
    const step = await prune({ 'keep-days': '30' });
    expectSuccess(step);
    expect(there()).toEqual(['1.98.1']);
    expect(step.log).toContain('last used 31 days ago');
  });

  it('removes nothing that a job uses: its lease is given back by the post step', async () => {
    await fill();
    const user = await another('user');
    expectSuccess(await setupGo(user, { 'go-version': '1.97.8' }));
    expect(leases()).toHaveLength(1);
    const step = await prune({ 'keep-versions': '1' });
    expectSuccess(step);
    expect(there()).toEqual(['1.97.8', '1.99.1']);
    expect(step.log).toMatch(
      /keep {4}\S+1\.97\.8\\x64: used by user on .*, run 1000-1, job job of owner\/project/,
    );
    expect((await runCommand(user, 'go version')).stdout).toContain('go1.97.8');
    await finishJob(user);
    expect(leases()).toEqual([]);
    expect(pruned(await prune({ 'keep-versions': '1' }))).toEqual(['1.97.8']);
  });

  it('a failed job keeps its lease until its runner has another job, or the lease expires', async () => {
    await fill();
    const user = await another('user', { GITHUB_RUN_ID: '1' });
    expectSuccess(await setupGo(user, { 'go-version': '1.97.8' }));
    user.jobHasFailed = true;
    await finishJob(user);
    expect(pruned(await prune({ 'keep-versions': '3' }))).toEqual([]);
    const [file = ''] = leases();
    const then = new Date(Date.now() - 25 * 3_600_000);
    await utimes(inToolCache(runner, '.setup-go-win', 'leases', file), then, then);
    expect(pruned(await prune({ 'keep-versions': '3', 'dry-run': 'true' }))).toEqual(['1.97.8']);
    expect(pruned(await prune({ 'keep-versions': '3', 'lease-hours': '48', 'dry-run': 'true' }))).toEqual([]);
    await startJob(user);
    user.env['GITHUB_RUN_ID'] = '2';
    expectSuccess(await setupGo(user, { 'go-version': '1.99.1' }, { env: { GITHUB_JOB: 'next' } }));
    expect(leases()).toEqual([expect.stringMatching(/-1\.99\.1-x64\./)]);
  });

  it('leaves what is not ours', async () => {
    await fill(['1.98.1', '1.98.2']);
    await rm(inToolCache(runner, tool, '1.98.1', 'x64.setup-go-win.json'));
    const step = await prune({ 'keep-versions': '1' });
    expectSuccess(step);
    expect(pruned(step)).toEqual([]);
    expect(step.log).toContain(`leave   ${windows('1.98.1')}: not put there by this action`);
    expect(there()).toEqual(['1.98.1', '1.98.2']);
  });

  it('removes no Go whose go.exe runs, says which process that is, and removes the others', async () => {
    await fill();
    const holder = await runGo(lab, `${windows('1.97.8')}\\bin\\go.exe`);
    try {
      const step = await prune({ 'keep-versions': '1' });
      expect(step.exitCode).toBe(0);
      expect(pruned(step)).toEqual(['1.98.2', '1.98.1']);
      const warnings = step.annotations.map(({ level, message }) => [level, message]);
      expect(warnings).toEqual([
        ['warning', expect.stringMatching(/Could not remove \S+1\.97\.8\\x64: .*go\.exe/)],
      ]);
      expect(warnings[0]?.[1]).not.toContain('stop-holders');
      expect(there()).toEqual(['1.97.8', '1.99.1']);
      expect((await setupGo(runner, { 'go-version': '1.97.8' })).outputs['tool-cache-hit']).toBe('true');
    } finally {
      await holder.release();
    }
  });

  it.each([
    [
      'the marker is gone',
      (version: string) => !existsSync(inToolCache(runner, tool, version, 'x64.complete')),
    ],
    ['the tree was moved', (version: string) => !existsSync(inToolCache(runner, tool, version, 'x64'))],
  ])('killed when %s, it leaves nothing that the next one does not clean up', async (_case, seen) => {
    await fill();
    const running = await startStep(repo, { operation: 'prune', 'keep-versions': '1' }, runner);
    const until = performance.now() + 30_000;
    while (!seen('1.98.2') && performance.now() < until) await new Promise((next) => setImmediate(next));
    running.kill('SIGKILL');
    await running.result;
    const step = await prune({ 'keep-versions': '1' });
    expectSuccess(step);
    expect(there()).toEqual(['1.99.1']);
    expect(readdirSync(inToolCache(runner, tool, '1.99.1')).sort()).toEqual([
      'x64',
      'x64.complete',
      'x64.setup-go-win.json',
    ]);
    expectSuccess(await setupGo(runner, { 'go-version': '1.98.2' }));
  });

  it('that can’t remove one file has taken the Go out of use all the same, says so, and leaves that file to the next one', async () => {
    await fill(['1.98.1', '1.99.1']);
    const holder = await holdFiles(lab, `${windows('1.98.1')}\\VERSION`);
    try {
      const step = await prune({ 'keep-versions': '1' });
      expect(step.exitCode).toBe(0);
      // Windows refuses to rename a directory with an open file in it, and then the Go stays whole; Wine does not.
      expect(step.annotations).toMatchObject([
        { level: 'warning', message: expect.stringContaining(windows('1.98.1')) },
      ]);
      expect(pruned(step)).toEqual([]);
      const whole = existsSync(inToolCache(runner, tool, '1.98.1', 'x64.complete'));
      expect(existsSync(inToolCache(runner, tool, '1.98.1', 'x64', 'bin', 'go.exe'))).toBe(whole);
    } finally {
      await holder.release();
    }
    expectSuccess(await prune({ 'keep-versions': '1' }));
    expect(there()).toEqual(['1.99.1']);
  });

  it('and jobs that use the same versions at the same moment: no job is without its Go', async () => {
    await fill();
    const users = await Promise.all(['a', 'b'].map((name) => another(name)));
    for (let round = 0; round < 3; round++) {
      const [step, ...jobs] = await Promise.all([
        prune({ 'keep-versions': '1' }),
        ...users.map((user) => setupGo(user, { 'go-version': '1.98.1' })),
      ]);
      expectSuccess(step);
      for (const one of jobs) expectSuccess(one);
      for (const user of users) {
        expect((await runCommand(user, 'go version')).stdout).toContain('go1.98.1');
        await finishJob(user);
      }
    }
  });

  it('that cannot read the leases removes nothing; a job that cannot write one goes on', async () => {
    await fill(['1.98.1', '1.98.2']);
    const directory = inToolCache(runner, '.setup-go-win', 'leases');
    await rm(directory, { recursive: true });
    await writeFile(directory, '');
    const job = await setupGo(runner, { 'go-version': '1.98.1' });
    expectSuccess(job);
    expect(job.log).toContain(`No lease on ${windows('1.98.1')} (E`);
    for (const end of await finishJob(runner)) expectSuccess(end);
    expectFailure(await prune({ 'keep-versions': '1' }), 'E_PERMISSION', /Could not read the leases of/);
    expect(there()).toEqual(['1.98.1', '1.98.2']);
  });

  it('without a rule is refused, and so is a number that is none', async () => {
    expectFailure(await prune({}), 'E_INPUT', /no input says what to keep/);
    expectFailure(await prune({ 'keep-versions': 'all' }), 'E_INPUT', /keep-versions is "all"/);
  });

  it('of an empty tool cache has nothing to do', async () => {
    const step = await prune({ 'keep-days': '1', 'go-version': '1.98.1' });
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('does not read a version') },
    ]);
    expect(step.outputs).toMatchObject({ 'bytes-freed': '0', pruned: '[]', 'error-code': '' });
    expect(step.summary).toContain('There is no Go in it.');
  });
});
