import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { formatDuration } from '../report/log.ts';
import { goExecutable } from '../toolcache/layout.ts';
import { goEnvironment, runGoVersion } from '../toolcache/verify.ts';
import type { Context } from '../toolchain.ts';
import { removeTree } from '../windows/files.ts';
import { HEALTH_MODULE } from './health-module.ts';
import type { MachineGo } from './machine-go.ts';
import { median } from './median.ts';
import { runGo } from './run-go.ts';
import type { HealthMeasure } from './types.ts';

/** A Go that does not do what any Go does. */
export class UnwellGo extends Error {
  /** What it printed, and what else there is to know; one a line. */
  readonly evidence: readonly string[];

  constructor(message: string, evidence: readonly string[], cause?: unknown) {
    super(message, { cause });
    this.evidence = evidence;
  }
}

/** How long one run may take: two commands with an empty cache, on a slow machine whose scanner looks into everything. */
const RUN_MS = 10 * 60_000;
/** How long files may be held that were made a moment ago, when they are removed. */
const REMOVE_MS = 5000;
/** Lines of go's output that are told. */
const TOLD_LINES = 20;

/** What one run does; go vet has opinions of its own in each minor, and is left out. */
const COMMANDS = [
  ['build', '-o', 'health.exe', '.'],
  ['test', '-count=1', '-vet=off', '.'],
] as const;

/**
 * Looks whether a Go works, and how fast: `go version`, then the benchmark module is built and tested, each time with an empty cache. All of it happens in a directory
 * below RUNNER_TEMP, which is removed, with no network and in an environment that no variable of the job reaches. A run that fails is made once more, since a scanner can
 * hold a file of a tree that is new.
 *
 * @param runs how often; the median of them counts
 * @returns undefined where this machine cannot run that Go at all
 * @throws UnwellGo where it does not build, does not pass, or takes longer than ten minutes; SetupError E_VERIFY or E_PERMISSION by `go version`; the error of the system
 *   where nothing can be written below RUNNER_TEMP; the signal's reason
 */
export async function measureGo(
  go: MachineGo,
  runs: number,
  context: Pick<Context, 'host' | 'log' | 'signal' | 'timeline'>,
  limitMs = RUN_MS,
): Promise<HealthMeasure | undefined> {
  const { host, log, signal, timeline } = context;
  return await timeline.measure('health', async () => {
    const goVersion = await runGoVersion(go.goroot, go, host.architecture, signal);
    if (!goVersion.startsWith('go version go')) {
      log.info(`No health check: ${goVersion}`);
      return undefined;
    }
    const directory = path.join(
      process.env['RUNNER_TEMP'] || tmpdir(),
      `setup-go-win-health-${randomUUID().slice(0, 8)}`,
    );
    try {
      const module = path.join(directory, 'module');
      await mkdir(module, { recursive: true });
      for (const [name, text] of Object.entries(HEALTH_MODULE))
        await writeFile(path.join(module, name), text);
      const runsMs: number[] = [];
      for (let run = 1; run <= runs; run++) {
        const once = () => runOnce(go, directory, `run-${run}`, limitMs, signal);
        const ms = await once().catch(async (error) => {
          signal.throwIfAborted();
          if (!(error instanceof UnwellGo) || error.cause === OUT_OF_TIME) throw error;
          log.info(`${error.message} It is tried once more`);
          return await once();
        });
        log.info(`Health check of ${go.goVersion}, run ${run} of ${runs}: ${formatDuration(ms)}`);
        runsMs.push(ms);
      }
      return { goVersion, runsMs, medianMs: median(runsMs) ?? 0 };
    } finally {
      await removeTree(directory, undefined, REMOVE_MS).catch((error) =>
        log.info(`${directory} is left for the runner to remove (${systemCode(error) ?? String(error)})`),
      );
    }
  });
}

const OUT_OF_TIME = new Error('the time for it is up');

/** @returns milliseconds */
async function runOnce(
  go: MachineGo,
  directory: string,
  name: string,
  limitMs: number,
  signal: AbortSignal,
): Promise<number> {
  const own = path.join(directory, name);
  for (const place of ['cache', 'path', 'temp']) await mkdir(path.join(own, place), { recursive: true });
  const env = { ...goEnvironment(), ...cleanSettings(own) };
  const started = performance.now();
  try {
    for (const args of COMMANDS) {
      const left = limitMs - (performance.now() - started);
      const options = { cwd: path.join(directory, 'module'), env, timeoutMs: Math.max(left, 1), signal };
      const command = `"go ${args.join(' ')}"`;
      const { exitCode, output } = await runGo(goExecutable(go.goroot), args, options).catch((error) => {
        signal.throwIfAborted();
        throw new UnwellGo(
          `${command} of ${go.goVersion} cannot be started (${systemCode(error) ?? String(error)}).`,
          [],
          error,
        );
      });
      if (exitCode === 0) continue;
      const late = exitCode === undefined;
      const how = late ? `was not done within ${formatDuration(limitMs)}` : `ended with ${exitCode}`;
      throw new UnwellGo(
        `${command} of the benchmark module with ${go.goVersion} ${how}.`,
        linesOf(output),
        late ? OUT_OF_TIME : undefined,
      );
    }
    return Math.round(performance.now() - started);
  } finally {
    // Not part of what is measured; and the next run gets the room.
    await removeTree(own, undefined, REMOVE_MS).catch(() => {});
  }
}

/** What go is told besides; where a variable of the job says something else, this counts. */
function cleanSettings(own: string): Record<string, string> {
  return {
    GOCACHE: path.join(own, 'cache'),
    GOPATH: path.join(own, 'path'),
    GOTMPDIR: path.join(own, 'temp'),
    GO111MODULE: 'on',
    GOFLAGS: '',
    GOPROXY: 'off',
    GOSUMDB: 'off',
    GOWORK: 'off',
    CGO_ENABLED: '0',
  };
}

function linesOf(output: string): string[] {
  return output
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-TOLD_LINES)
    .map((line) => `go: ${line.slice(0, 300)}`);
}
