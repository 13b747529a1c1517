import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { labCacheDir } from '../releases/cache.ts';
import { BUILD_ENV, hostGo } from '../releases/go-tool.ts';
import type { Progress } from '../releases/release.ts';
import { run } from '../releases/run.ts';

/** A module with every kind of error; it needs no other module. */
export const BROKEN_MODULE = fileURLToPath(new URL('module', import.meta.url));

/** A copy of the module, and a real Go to let loose on it. */
export interface Bench {
  /** The copy: what would be the workspace. */
  readonly directory: string;
  /** All that Go prints, by lines. Most commands fail: that is what they are for. */
  go(...args: string[]): Promise<string[]>;
  remove(): Promise<void>;
}

/**
 * Makes the bench. What is built stays in the lab's cache: the first time takes a minute.
 * @throws Error when that Go cannot be fetched
 */
export async function openBench(
  version: string,
  say: Progress = (line) => void process.stderr.write(`${line}\n`),
): Promise<Bench> {
  const program = await hostGo(version, say);
  const directory = await realpath(await mkdtemp(path.join(tmpdir(), 'matchers-')));
  await cp(BROKEN_MODULE, directory, { recursive: true });
  const env = { ...BUILD_ENV, GOPROXY: 'off', GOROOT: '', GOCACHE: path.join(labCacheDir(), 'go-build') };
  return {
    directory,
    go: async (...args) => (await run(program, args, { cwd: directory, env })).output.split(/\r?\n/),
    remove: async () => await rm(directory, { recursive: true, force: true }),
  };
}
