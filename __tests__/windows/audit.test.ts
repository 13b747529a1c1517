import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { collect } from '../../lab/audit/collector.ts';
import { verifyAudit } from '../../lab/audit/verify.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { holdFiles } from '../../lab/msi/holder.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, type Runner, type StepResult } from '../../lab/runner.ts';
import { runOnWindows } from '../../lab/windows/modules.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { auditLines, expectFailure, expectSuccess, inToolCache, setupGo } from './steps.ts';

jest.setTimeout(300_000);

const audit = (runner: Runner) => inToolCache(runner, '.setup-go-win', 'audit.jsonl');
const verify = (file: string, head?: string) =>
  verifyAudit([{ name: path.basename(file), bytes: readFileSync(file) }], head);
/** The hash that a step's log says at its end, with how many changes. */
const told = (step: StepResult) =>
  /Audit: (\d+) changes? recorded in (\S+), the last line's hash is ([0-9a-f]{64})/
    .exec(step.log)
    ?.slice(1) ?? [];

await describeWindows('the audit log of steps', (lab) => {
  let mirror: Mirror;
  let runner: Runner;
  let tool: string;
  beforeAll(async () => {
    mirror = await startMirror(await madeUpReleases(['1.98.0', '1.98.1']));
    tool = mirrorTool(mirror.url);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  });

  it('has one line for an installation, none for a hit, and the step tells its hash', async () => {
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectSuccess(step);
    const [line, ...more] = auditLines(audit(runner));
    expect(more).toEqual([]);
    const goroot = `${runner.toolCache.windows}\\${tool}\\1.98.1\\x64`;
    expect(line).toMatchObject({ seq: 1, action: 'install', target: goroot, outcome: 'ok' });
    expect(line?.from).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/.*go1\.98\.1\.windows-amd64\.zip sha256:[0-9a-f]{64}$/,
    );
    expect(line?.account).toMatch(/./);
    const path = `${runner.toolCache.windows}\\.setup-go-win\\audit.jsonl`;
    expect(told(step)).toEqual(['1', path, verify(audit(runner)).head]);
    expect(step.outputs['audit-path']).toBe(path);

    const hit = await setupGo(runner, { 'go-version': '1.98.x' });
    expectSuccess(hit);
    expect(auditLines(audit(runner))).toHaveLength(1);
    expect(hit.log).not.toContain('Audit:');
    expect(hit.outputs['audit-path']).toBeUndefined();
    expect(verify(audit(runner), told(step)[2])).toMatchObject({ notes: [], problem: undefined });
  });

  it('has a replacement, and what an interrupted run had left', async () => {
    await setupGo(runner, { 'go-version': '1.98.1' });
    await rm(inToolCache(runner, tool, '1.98.1', 'x64.complete'));
    const leftover = inToolCache(runner, tool, '1.98.0', '.x64-0123abcd');
    await mkdir(leftover, { recursive: true });
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectSuccess(step);
    expect(auditLines(audit(runner)).map(({ action, target, outcome }) => [action, target, outcome])).toEqual(
      [
        ['install', step.outputs['goroot'], 'ok'],
        ['remove-leftover', expect.stringMatching(/\\1\.98\.0\\\.x64-0123abcd$/), 'ok'],
        ['replace', step.outputs['goroot'], 'ok'],
      ],
    );
    expect(told(step)[0]).toBe('2');
  });

  it('has a tree that was refused in its place, and nothing of a download that failed', async () => {
    const bad = await startMirror(await madeUpReleases(['1.98.1'], { sabotage: 'lie' }));
    try {
      const inputs = { 'go-version': '1.98.1', 'go-download-base-url': bad.url };
      bad.fault('files', { kind: 'corrupt' });
      expectFailure(await setupGo(runner, inputs), 'E_CHECKSUM', /SHA-256/);
      expect(existsSync(audit(runner))).toBe(false);
      bad.clearFaults();
      const step = await setupGo(runner, inputs);
      expectFailure(step, 'E_VERIFY', /go1\.98\.1/);
      expect(auditLines(audit(runner))).toMatchObject([{ action: 'install', outcome: 'E_VERIFY' }]);
      expect(step.outputs['audit-path']).toMatch(/\\\.setup-go-win\\audit\.jsonl$/);
      expect(told(step)[2]).toBe(verify(audit(runner)).head);
    } finally {
      await bad.close();
    }
  });

  it('is one unbroken chain of runners that install at once', async () => {
    const others = await Promise.all(
      ['a', 'b', 'c'].map(() =>
        createRunner(lab, {
          toolCache: runner.toolCache.windows,
          environment: { GO_DOWNLOAD_BASE_URL: mirror.url },
        }),
      ),
    );
    const steps = await Promise.all(
      others.map((one, index) =>
        setupGo(one, { 'go-version': index === 0 ? '1.98.0' : '1.98.1', 'lock-timeout': '2m' }),
      ),
    );
    for (const step of steps) expectSuccess(step);
    expect(auditLines(audit(runner))).toHaveLength(2);
    expect(verify(audit(runner))).toMatchObject({ notes: [], problem: undefined });
  });

  it('goes below RUNNER_TEMP where it cannot be written, which the log says and the step survives', async () => {
    await mkdir(audit(runner), { recursive: true });
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expect({ exitCode: step.exitCode, log: step.exitCode === 0 ? '' : step.log }).toEqual({
      exitCode: 0,
      log: '',
    });
    expect(step.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/The audit log .* cannot be written .* it goes to .* instead/),
      },
    ]);
    const file = path.join(runner.temp.host, 'setup-go-win', 'audit.jsonl');
    expect(auditLines(file)).toMatchObject([{ action: 'install', outcome: 'ok' }]);
    expect(step.outputs['audit-path']).toBe(lab.toWindows(file));
  });

  it('has no password of a mirror in it', async () => {
    const url = mirror.url.replace('//', '//me:hunter2-hunter2@');
    const step = await setupGo(runner, { 'go-version': '1.98.1', 'go-download-base-url': url });
    expectSuccess(step);
    expect(auditLines(audit(runner))).toHaveLength(1);
    expect(readFileSync(audit(runner), 'utf8')).not.toContain('hunter2');
  });
});

const RECORD = `
  const { openAudit } = await load('report/audit');
  const lines = [];
  const keep = (line) => void lines.push(line);
  const audit = openAudit({ file: args.file, secrets: [], env: { RUNNER_NAME: args.runner },
    log: { info: keep, warn: keep, notice: keep, debug: keep }, signal: new AbortController().signal });
  for (let count = 0; count < args.changes; count++)
    await audit.record({ action: 'install', target: args.runner + ' ' + count, from: '', outcome: 'ok', durationMs: 1 });
  return { lines, recorded: audit.recorded() };`;

await describeWindows('the file of an audit log', (lab) => {
  let directory: { host: string; windows: string };
  const file = (name = 'audit.jsonl') => path.join(directory.host, name);
  const record = async (runner: string, changes: number) =>
    await runOnWindows<{ lines: string[]; recorded: object[] }>(lab, RECORD, {
      file: `${directory.windows}\\audit.jsonl`,
      runner,
      changes,
    });
  beforeEach(async () => {
    directory = await lab.newScratch('audit');
  });

  it('is one unbroken chain of eight processes that append fifty lines each', async () => {
    const runners = Array.from({ length: 8 }, (_, index) => `runner-${index}`);
    for (const { lines } of await Promise.all(runners.map((runner) => record(runner, 50))))
      expect(lines).toEqual([]);
    expect(verify(file())).toMatchObject({ lines: 400, first: 1, last: 400, notes: [], problem: undefined });
    const targets = auditLines(file()).map(({ target }) => target);
    expect(new Set(targets).size).toBe(400);
    for (const runner of runners)
      expect(targets.filter((target) => target.startsWith(`${runner} `))).toEqual(
        Array.from({ length: 50 }, (_, count) => `${runner} ${count}`),
      );
    // They did write at once.
    expect(targets.slice(0, 50).every((target) => target.startsWith(targets[0]?.slice(0, 9) ?? ''))).toBe(
      false,
    );
  });

  it('is appended to and outgrows its size while a collector reads it, and is rotated when that lets go', async () => {
    await record('first', 1);
    await appendFile(file(), `${'x'.repeat(5_000_000)}\n`);
    const collector = await collect(lab, `${directory.windows}\\audit.jsonl`);
    try {
      expect((await record('held', 1)).lines).toEqual([]);
    } finally {
      await collector.release();
    }
    const rotated = () => readdirSync(directory.host).filter((name) => /^audit-.*\.jsonl$/.test(name));
    expect(rotated()).toEqual([]);
    expect((await record('free', 1)).lines).toEqual([]);
    expect(rotated()).toHaveLength(1);
    const files = [...rotated(), 'audit.jsonl'].map((name) => ({ name, bytes: readFileSync(file(name)) }));
    expect(verifyAudit(files)).toMatchObject({
      problem: undefined,
      notes: [expect.stringContaining('torn')],
    });
  });

  it('that is kept from everybody is given up after some seconds, and the line is in the step’s log', async () => {
    await record('first', 1);
    const holder = await holdFiles(lab, `${directory.windows}\\audit.jsonl`);
    try {
      const { lines, recorded } = await record('kept out', 2);
      expect(recorded).toEqual([]);
      expect(lines).toEqual([
        expect.stringMatching(/cannot be written \(EBUSY\)$/),
        'Not recorded: install kept out 0, ok, in 1 ms',
        'Not recorded: install kept out 1, ok, in 1 ms',
      ]);
    } finally {
      await holder.release();
    }
  });
});
