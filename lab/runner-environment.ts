import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Environment, Scratch, WindowsLab } from './windows/lab.ts';
import { mergeEnvironments } from './windows/process.ts';

export interface RunnerOptions {
  /** RUNNER_NAME; `lab-runner` where left out. */
  readonly name?: string;
  /** Windows path of a tool cache that several runners share; one of the runner's own where left out. */
  readonly toolCache?: string;
  /** Variables of the machine and the job, over the runner's own: RUNNER_ENVIRONMENT, GOROOT, HTTPS_PROXY, … */
  readonly environment?: Environment;
}

/** A step that has run and whose post step is due when the job ends. */
export interface PostStep {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
}

/** An emulated self-hosted runner. Its directories lie on drive C; it runs one step at a time. */
export interface Runner {
  readonly lab: WindowsLab;
  readonly name: string;
  /** The runner's own directory, with `_work`, `_temp` and `_tool` in it. */
  readonly directory: Scratch;
  readonly workspace: Scratch;
  readonly temp: Scratch;
  readonly toolCache: Scratch;
  /** The job's environment: what the test gave, then what steps wrote to GITHUB_ENV. Free to change between steps. */
  readonly env: Record<string, string>;
  /** What steps wrote to GITHUB_PATH, oldest first. */
  readonly addedPath: string[];
  /** What steps asked to be hidden in logs. */
  readonly masks: string[];
  readonly posts: PostStep[];
  /** The environment that the runner was made with; a new job starts from it. */
  readonly machineEnvironment: Environment;
  jobIsOpen: boolean;
  /** Whether a step of the job has failed; free to set for a step that the test does not run. */
  jobHasFailed: boolean;
  stepCount: number;
}

/** Makes a runner with empty directories. They are removed when the lab is disposed of. */
export async function createRunner(lab: WindowsLab, options: RunnerOptions = {}): Promise<Runner> {
  const name = options.name ?? 'lab-runner';
  const directory = await lab.newScratch('runner');
  const below = async (...names: string[]): Promise<Scratch> => {
    const host = path.join(directory.host, ...names);
    await mkdir(host, { recursive: true });
    return { host, windows: lab.toWindows(host) };
  };
  const toolCache =
    options.toolCache === undefined
      ? await below('_tool')
      : { windows: options.toolCache, host: lab.toHost(options.toolCache) };
  const machineEnvironment = options.environment ?? {};
  return {
    lab,
    name,
    directory,
    workspace: await below('_work', 'project', 'project'),
    temp: await below('_temp'),
    toolCache,
    env: { ...machineEnvironment },
    addedPath: [],
    masks: [],
    posts: [],
    machineEnvironment,
    jobIsOpen: false,
    jobHasFailed: false,
    stepCount: 0,
  };
}

/**
 * Begins a new job: RUNNER_TEMP is emptied, and nothing that earlier jobs' steps wrote to environment or PATH remains.
 * Post steps that are still due are dropped, as when a runner was killed.
 */
export async function startJob(runner: Runner): Promise<void> {
  await rm(runner.temp.host, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  await mkdir(path.join(runner.temp.host, '_runner_file_commands'), { recursive: true });
  for (const name of Object.keys(runner.env)) delete runner.env[name];
  Object.assign(runner.env, runner.machineEnvironment);
  runner.addedPath.length = 0;
  runner.masks.length = 0;
  runner.posts.length = 0;
  runner.jobIsOpen = true;
  runner.jobHasFailed = false;
}

/** The variables that a real runner sets for every step, over whatever the job says. */
function contextVariables(runner: Runner): Environment {
  return {
    GITHUB_ACTION: `step${runner.stepCount}`,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'job',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'owner/project',
    GITHUB_REPOSITORY_OWNER: 'owner',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1000',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'lab',
    GITHUB_WORKSPACE: runner.workspace.windows,
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: runner.name,
    RUNNER_OS: 'Windows',
    RUNNER_TEMP: runner.temp.windows,
    RUNNER_TOOL_CACHE: runner.toolCache.windows,
    RUNNER_WORKSPACE: runner.lab.toWindows(path.dirname(runner.workspace.host)),
  };
}

/** What the test says of the runner itself; its other variables are the machine's, which steps may change. */
function contextOverrides(runner: Runner): Environment {
  const given = Object.entries(runner.machineEnvironment);
  return Object.fromEntries(given.filter(([name]) => /^(?:RUNNER|GITHUB)_/i.test(name)));
}

/**
 * The whole environment of the next step. The runner's context wins over the job's variables, except where the test
 * itself gave one when it made the runner (RUNNER_ENVIRONMENT: github-hosted).
 */
export function stepEnvironment(runner: Runner, ...more: readonly Environment[]): Record<string, string> {
  const job = mergeEnvironments(
    runner.lab.baseEnvironment,
    { CI: 'true', RUNNER_ENVIRONMENT: 'self-hosted' },
    runner.env,
    contextVariables(runner),
    contextOverrides(runner),
    runner.env['PATH'] === undefined ? {} : { PATH: runner.env['PATH'] },
  );
  // The last one added comes first, as the runner has it.
  const before = [...runner.addedPath].reverse();
  const name = Object.keys(job).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  job[name] = [...before, ...(job[name] ? [job[name]] : [])].join(';');
  return mergeEnvironments(job, ...more);
}
