import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  readonly ms: number;
  written(name: string): string;
}

/** Runs a step that finds its Go in the tool cache, or, with a mirror, one that waits for that. */
async function runStep(args: string[], mirror = '', kill?: number): Promise<Ended> {
  const started = performance.now();
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
  if (kill !== undefined) setTimeout(() => child.kill('SIGINT'), kill);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    code,
    log,
    errors: log.split('\n').filter((line) => line.startsWith('::error')),
    ms: performance.now() - started,
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
  expect(written('output')).toMatch(/error-code<<(\S+)\nE_INTERNAL\n\1\n$/);
  expect(written('summary')).toContain('E_INTERNAL');
}

describe('an error that nobody caught', () => {
  it('is none in a step that goes well', async () => {
    const step = await runStep(['none']);
    expect({ code: step.code, errors: step.errors }).toEqual({ code: 0, errors: [] });
    expect(step.written('path')).toContain('1.25.3');
  }, 30_000);

  it.each(['throw', 'reject', 'twice'])(
    'fails a step that had said that all is well: %s',
    async (fault) => {
      const step = await runStep([fault, '1500']);
      expect(step.log).toContain('Done in');
      expectInternal(step);
    },
    30_000,
  );

  it.each(['throw', 'reject', 'twice'])(
    'ends a step at work, which exports nothing: %s',
    async (fault) => {
      const silent = createServer(() => {});
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      try {
        const { port } = silent.address() as AddressInfo;
        const step = await runStep([fault, '1500'], `http://127.0.0.1:${port}/dl`);
        expectInternal(step);
        expect([step.written('env'), step.written('path')]).toEqual(['', '']);
      } finally {
        silent.closeAllConnections();
        silent.close();
      }
    },
    30_000,
  );

  it('ends what would never end by itself', async () => {
    expect((await runStep(['stuck'])).log).toContain('rejected: nobody caught this');
  }, 30_000);
});

describe('a step', () => {
  it('that waits for nothing that could still come says so', async () => {
    const { code, log } = await runStep(['idle']);
    expect(log).toContain('rejected: the step waits for something that never comes');
    expect(code).toBe(0);
  }, 30_000);

  it('that is cancelled ends at once as E_CANCELLED, with nothing exported', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = silent.address() as AddressInfo;
      const step = await runStep(['none'], `http://127.0.0.1:${port}/dl`, 2000);
      expect({ code: step.code, errors: step.errors.length }).toEqual({ code: 1, errors: 1 });
      expect(step.errors[0]).toMatch(/E_CANCELLED.*SIGINT/);
      expect(step.ms).toBeLessThan(7000);
      expect([step.written('env'), step.written('path')]).toEqual(['', '']);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  }, 30_000);
});
