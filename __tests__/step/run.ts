import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { putEntry } from '../toolcache/trees.ts';

const script = fileURLToPath(new URL('./step.ts', import.meta.url));

/** A directory that is everything of a runner's, with Go 1.25.3 in its tool cache. */
export interface StepScene {
  readonly directory: string;
  /**
   * Runs a step that finds its Go in the tool cache, or, with `once`, one that waits for a mirror for ever: called once it has asked for something.
   *
   * @param args of step.ts
   * @param env over the step's own environment; undefined takes a variable out of it
   */
  run(
    args: string[],
    once?: (child: ChildProcess) => void,
    env?: Readonly<Record<string, string | undefined>>,
  ): Promise<Ended>;
  remove(): void;
}

/** A step that has ended. */
export interface Ended {
  readonly code: number | null;
  readonly log: string;
  readonly errors: string[];
  /** Milliseconds since the step asked its mirror for something. */
  readonly ms: number;
  written(name: string): string;
}

export function openStepScene(): StepScene {
  const directory = mkdtempSync(path.join(tmpdir(), 'step-'));
  for (const name of ['output', 'env', 'path', 'summary']) writeFileSync(path.join(directory, name), '');
  putEntry({ root: directory, tool: 'go', version: '1.25.3', architecture: 'x64' }, 'go1.25.3');
  return {
    directory,
    run: async (args, once, env = {}) => await runStep(directory, args, once, env),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

async function runStep(
  directory: string,
  args: string[],
  once: ((child: ChildProcess) => void) | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Ended> {
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
      ...env,
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
