import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { putEntry } from '../toolcache/trees.ts';

const script = fileURLToPath(new URL('./step.ts', import.meta.url));
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'step-'));
  for (const name of ['output', 'env', 'path', 'summary']) writeFileSync(path.join(directory, name), '');
  putEntry({ root: directory, tool: 'go', version: '1.25.3', architecture: 'x64' }, 'go1.25.3');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly log: string;
  readonly errors: string[];
  /** Milliseconds since the step asked its mirror for something. */
  readonly ms: number;
  written(name: string): string;
}

/** Runs a step that finds its Go in the tool cache, or, with a mirror, one that waits for that for ever: `once` it has asked for something. */
async function runStep(args: string[], once?: (child: ChildProcess) => void): Promise<Ended> {
  let asked = performance.now();
  const silent = createServer(() => {
    asked = performance.now();
    once?.(child);
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const mirror = once ? `http://127.0.0.1:${(silent.address() as AddressInfo).port}/dl` : '';
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: {
      PATH: process.env['PATH'],
      'INPUT_GO-VERSION': mirror === '' ? '1.25.3' : '1.25.4',
      'INPUT_GO-DOWNLOAD-BASE-URL': mirror,
      PROCESSOR_ARCHITECTURE: 'AMD64',
      RUNNER_TOOL_CACHE: directory,
      RUNNER_TEMP: directory,
      GITHUB_WORKSPACE: directory,
      GITHUB_OUTPUT: path.join(directory, 'output'),
      GITHUB_ENV: path.join(directory, 'env'),
      GITHUB_PATH: path.join(directory, 'path'),
      GITHUB_STEP_SUMMARY: path.join(directory, 'summary'),
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  silent.closeAllConnections();
  silent.close();
  return {
    code,
    log,
    errors: log.split('\n').filter((line) => line.startsWith('::error')),
    ms: performance.now() - asked,
    written: (name) => readFileSync(path.join(directory, name), 'utf8'),
  };
}

function expectInternal({ code, errors, log, written }: Ended): void {
  expect({ code, errors: errors.length, log: errors.length === 1 ? '' : log }).toEqual({
    code: 1,
    errors: 1,
    log: '',
  });
  expect(errors[0]).toMatch(/E_INTERNAL.*nobody caught this/);
  expect(log.trimEnd().split('\n').at(-1)).toBe(errors[0]);
  expect(written('output')).toMatch(/error-code<<(\S+)\nE_INTERNAL\n\1\ndiagnostics-path<<(\S+)\n.+\n\2\n$/);
  expect(written('summary')).toContain('E_INTERNAL');
}

describe('an error that nobody caught', () => {
  it('is none in a step that goes well', async () => {
    const step = await runStep(['none']);
    expect({ code: step.code, errors: step.errors }).toEqual({ code: 0, errors: [] });
    expect(step.written('path')).toContain('1.25.3');
  });

  it.each(['throw', 'reject', 'twice'])('fails a step that had said that all is well: %s', async (fault) => {
    const step = await runStep([fault, 'after']);
    expect(step.log).toContain('Done in');
    expectInternal(step);
  });

  it.each(['throw', 'reject', 'twice'])('ends a step at work, which exports nothing: %s', async (fault) => {
    const step = await runStep([fault, 'told'], (child) => child.stdin?.write('now'));
    expectInternal(step);
    expect([step.written('env'), step.written('path')]).toEqual(['', '']);
  });

  it('ends what would never end by itself', async () => {
    expect((await runStep(['stuck'])).log).toContain('rejected: nobody caught this');
  });
});

describe('a step', () => {
  it('that waits for nothing that could still come says so', async () => {
    const { code, log } = await runStep(['idle']);
    expect(log).toContain('rejected: the step waits for something that never comes');
    expect(code).toBe(0);
  });

  it('that is cancelled ends at once as E_CANCELLED, with nothing exported', async () => {
    const step = await runStep(['none'], (child) => child.kill('SIGINT'));
    expect({ code: step.code, errors: step.errors.length }).toEqual({ code: 1, errors: 1 });
    expect(step.errors[0]).toMatch(/E_CANCELLED.*SIGINT/);
    // It takes a fraction of a second; the runner kills a step 10 s after it was cancelled.
    expect(step.ms).toBeLessThan(5000);
    expect([step.written('env'), step.written('path')]).toEqual(['', '']);
    // What is quick to write is there, and nothing that could have held it up.
    const bundle = readdirSync(directory).find((name) => name.startsWith('setup-go-win-diagnostics-')) ?? '';
    expect(step.log).toContain(bundle);
    expect(readdirSync(path.join(directory, bundle)).sort()).toEqual([
      ...['README.txt', 'environment.json', 'failure.json', 'step.log'],
    ]);
  });
});
