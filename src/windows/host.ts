import path from 'node:path';
import { SetupError } from '../errors.ts';
import type { Architecture } from '../release/release.ts';

/** The machine and the runner that the step runs on. */
export interface Host {
  readonly architecture: Architecture;
  /** True on a runner that GitHub hosts; anything else is self-hosted. */
  readonly hosted: boolean;
  /** The tool cache that new versions go to. */
  readonly toolCache: string;
  /** Tool caches to look in, `toolCache` first. */
  readonly toolCaches: readonly string[];
  readonly workspace: string;
  /** Names the run in locks and logs: runner, run and job. */
  readonly runner: string;
}

/**
 * Reads what the runner says of itself and of the machine.
 *
 * On a hosted runner whose RUNNER_TEMP lies on another drive than the tool cache, new versions go to `hostedtoolcache\windows` on that
 * drive, which is the local and faster one; both places are looked in.
 *
 * @throws SetupError E_PLATFORM where this is no Windows, or no runner
 */
export function readHost(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Host {
  if (platform !== 'win32') {
    throw new SetupError('E_PLATFORM', `This action sets up Go on Windows; this is a ${platform} machine.`, {
      remedy: "Guard the step with `if: runner.os == 'Windows'`, and use actions/setup-go elsewhere.",
    });
  }
  const toolCache = env['RUNNER_TOOL_CACHE'];
  if (!toolCache) {
    throw new SetupError(
      'E_PLATFORM',
      'RUNNER_TOOL_CACHE is not set, so there is no tool cache to install into.',
      {
        remedy: 'Run the action as a step of a GitHub Actions job; a runner sets this variable.',
      },
    );
  }
  const hosted = env['RUNNER_ENVIRONMENT'] === 'github-hosted';
  const primary = hosted ? fastToolCache(toolCache, env['RUNNER_TEMP'] ?? '') : toolCache;
  return {
    architecture: machineArchitecture(env),
    hosted,
    toolCache: primary,
    toolCaches: primary === toolCache ? [toolCache] : [primary, toolCache],
    workspace: workspaceOf(env),
    runner: runnerName(env),
  };
}

/** Where the workflow's own files lie, and what its relative paths begin at. */
export function workspaceOf(env: NodeJS.ProcessEnv): string {
  return env['GITHUB_WORKSPACE'] || process.cwd();
}

function fastToolCache(toolCache: string, temp: string): string {
  const drive = path.win32.parse(temp).root.toUpperCase();
  const other = path.win32.parse(toolCache).root.toUpperCase();
  return /^[A-Z]:\\$/.test(drive) && drive !== other ? `${drive}hostedtoolcache\\windows` : toolCache;
}

/**
 * The machine's architecture, seen through emulation: a 32-bit process is told the real one in PROCESSOR_ARCHITEW6432, and an x64 process
 * on Windows for Arm by the "ARMv8" in PROCESSOR_IDENTIFIER alone.
 */
export function machineArchitecture(env: NodeJS.ProcessEnv): Architecture {
  const told = (env['PROCESSOR_ARCHITEW6432'] || env['PROCESSOR_ARCHITECTURE'] || process.arch).toLowerCase();
  if (told === 'arm64' || (env['PROCESSOR_IDENTIFIER'] ?? '').startsWith('ARMv8')) return 'arm64';
  return told === 'x86' || told === 'ia32' ? 'x86' : 'x64';
}

function runnerName(env: NodeJS.ProcessEnv): string {
  const run = env['GITHUB_RUN_ID'] ? ` run ${env['GITHUB_RUN_ID']}` : '';
  const job = env['GITHUB_JOB'] ? ` job ${env['GITHUB_JOB']}` : '';
  return `${env['RUNNER_NAME'] || 'runner'}${run}${job}`;
}
