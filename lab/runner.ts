import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inputVariables, readAction, unexpectedInputs } from './runner-action.ts';
import { type Annotation, hide, readLogCommands } from './runner-commands.ts';
import { type PostStep, type Runner, startJob, stepEnvironment } from './runner-environment.ts';
import { parseKeyValueFile, parsePathFile } from './runner-files.ts';
import type { Environment, ProcessEnd, WindowsProcess } from './windows/lab.ts';
import { decodeOutput } from './windows/process.ts';

export type { Annotation } from './runner-commands.ts';
export { createRunner, type Runner, type RunnerOptions, startJob } from './runner-environment.ts';
export { runCommand } from './runner-shell.ts';

export interface StepOptions {
  /** The step's own `env:`, over the job's. */
  readonly env?: Environment;
}

/** All that a step left. */
export interface StepResult extends ProcessEnd {
  /** As the run's page shows it: stdout and stderr in order, commands as `##[…]`, hidden values as `***`. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly debug: readonly string[];
  /** Paths given to `::add-matcher::`. */
  readonly matchers: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What this step wrote to GITHUB_ENV; the runner's later steps have it. */
  readonly env: Readonly<Record<string, string>>;
  /** What this step wrote to GITHUB_PATH, in the order written; the runner's later steps have it. */
  readonly path: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  /** Markdown of the job summary. */
  readonly summary: string;
  /** True while a `::group::` was open when the step ended. */
  readonly openGroup: boolean;
}

/** A step that runs. */
export interface RunningStep {
  /** The host's process that is the Windows node itself. */
  readonly pid: number;
  /** Kills the Windows node as TerminateProcess would, without any chance to clean up. */
  kill(signal?: NodeJS.Signals): void;
  /** Settles when the step has ended and the runner has read what it left, killed or not. */
  readonly result: Promise<StepResult>;
  /** The log up to now. */
  log(): Promise<string>;
}

const FILE_COMMANDS = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY'] as const;

/**
 * Runs an action's `runs.main` on the Windows node as a step of the runner's job (the first step begins a job, which
 * empties RUNNER_TEMP), and lets what it wrote to the file commands take effect.
 * @param action host directory with action.yml
 * @param inputs the step's `with:`
 * @throws Error when the directory holds no JavaScript action; a step that fails is a result with its exit code
 */
export async function runStep(
  action: string,
  inputs: Readonly<Record<string, string>>,
  runner: Runner,
  options: StepOptions = {},
): Promise<StepResult> {
  return await (await startStep(action, inputs, runner, options)).result;
}

/** Like {@link runStep}, but returns as soon as the process runs. */
export async function startStep(
  action: string,
  inputs: Readonly<Record<string, string>>,
  runner: Runner,
  options: StepOptions = {},
): Promise<RunningStep> {
  if (!runner.jobIsOpen) await startJob(runner);
  const definition = await readAction(action);
  const step = await start(runner, action, definition.main, inputVariables(definition, inputs), options.env);
  const result = step.result.then((ended): StepResult => {
    // The runner runs the post step of every action whose main was started.
    if (definition.post) runner.posts.push({ action, inputs, state: ended.state });
    if (ended.exitCode !== 0) runner.jobHasFailed = true;
    const unexpected = unexpectedInputs(definition, inputs).map(
      (name): Annotation => ({ level: 'warning', message: `Unexpected input(s) '${name}'` }),
    );
    return unexpected.length > 0 ? { ...ended, annotations: [...unexpected, ...ended.annotations] } : ended;
  });
  return { ...step, result };
}

/** Ends the job: runs the post steps that are due, the last first, each with its own step's state and on its action's condition. */
export async function finishJob(runner: Runner): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (let post = runner.posts.pop(); post !== undefined; post = runner.posts.pop()) {
    const { postIf } = await readAction(post.action);
    if (postIf === 'always()' || !runner.jobHasFailed) results.push(await runPost(runner, post));
  }
  runner.jobIsOpen = false;
  return results;
}

async function runPost(runner: Runner, { action, inputs, state }: PostStep): Promise<StepResult> {
  const definition = await readAction(action);
  const states = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
  const variables = { ...inputVariables(definition, inputs), ...Object.fromEntries(states) };
  return await (await start(runner, action, definition.post ?? definition.main, variables)).result;
}

async function start(
  runner: Runner,
  action: string,
  script: string,
  variables: Environment,
  stepEnv: Environment = {},
): Promise<RunningStep> {
  const { lab, temp } = runner;
  const number = ++runner.stepCount;
  const logFile = path.join(runner.directory.host, `step-${number}.log`);
  const commandFiles = path.join(temp.host, '_runner_file_commands');
  await mkdir(commandFiles, { recursive: true });
  const files = Object.fromEntries(
    FILE_COMMANDS.map((name) => [name, path.join(commandFiles, `${name.toLowerCase()}_${number}`)]),
  ) as Record<(typeof FILE_COMMANDS)[number], string>;
  const fileVariables: Record<string, string> = {};
  for (const name of FILE_COMMANDS) {
    await writeFile(files[name], '');
    fileVariables[`GITHUB_${name}`] = lab.toWindows(files[name]);
  }
  const env = stepEnvironment(runner, stepEnv, variables, fileVariables, {
    GITHUB_ACTION_PATH: lab.toWindows(action),
  });
  const child: WindowsProcess = lab.spawn(lab.node, [lab.toWindows(path.join(action, script))], {
    env,
    cwd: runner.workspace.windows,
    stdoutFile: logFile,
  });
  return {
    pid: child.pid,
    kill: child.kill,
    log: async () => decodeOutput(await readFile(logFile)),
    result: child.exited.then(async (end) => await settle(runner, end, logFile, files)),
  };
}

/** Reads what a step left and lets it take effect, as the runner does after each step. */
async function settle(
  runner: Runner,
  end: ProcessEnd,
  logFile: string,
  files: Record<(typeof FILE_COMMANDS)[number], string>,
): Promise<StepResult> {
  const said = readLogCommands(decodeOutput(await readFile(logFile)), runner.masks);
  const { annotations, masks, openGroup, debug, matchers } = said;
  let { exitCode } = end;
  const read = async <T>(name: keyof typeof files, parse: (text: string) => T, otherwise: T): Promise<T> => {
    try {
      return parse(await readFile(files[name], 'utf8'));
    } catch (error) {
      // A file command that can't be read fails the step.
      annotations.push({
        level: 'error',
        message: `Unable to process file command '${name.toLowerCase()}' successfully.`,
      });
      annotations.push({ level: 'error', message: String((error as Error).message) });
      if (exitCode === 0) exitCode = 1;
      return otherwise;
    }
  };
  const env = await read('ENV', parseKeyValueFile, {});
  for (const name of Object.keys(env).filter((key) => key.toUpperCase() === 'NODE_OPTIONS')) {
    delete env[name];
    annotations.push({
      level: 'error',
      message: `Can't store ${name} output parameter using '$GITHUB_ENV' command.`,
    });
    if (exitCode === 0) exitCode = 1;
  }
  const added = await read('PATH', parsePathFile, []);
  const outputs = { ...said.outputs, ...(await read('OUTPUT', parseKeyValueFile, {})) };
  const state = { ...said.state, ...(await read('STATE', parseKeyValueFile, {})) };
  const result: StepResult = {
    ...end,
    exitCode,
    log: said.log,
    annotations,
    debug,
    matchers,
    outputs,
    env,
    path: added,
    state,
    summary: hide(await read('STEP_SUMMARY', (text) => text, ''), masks),
    openGroup,
  };
  setJobVariables(runner, env);
  for (const directory of added) {
    // Adding it again moves it to the front. The runner compares letter by letter, on Windows too.
    const known = runner.addedPath.indexOf(directory);
    if (known >= 0) runner.addedPath.splice(known, 1);
    runner.addedPath.push(directory);
  }
  runner.masks.splice(0, runner.masks.length, ...masks);
  await Promise.all(Object.values(files).map((file) => rm(file, { force: true })));
  return result;
}

/** Windows' names don't differ by case: a variable set again in another spelling is the same one. */
function setJobVariables(runner: Runner, env: Environment): void {
  for (const [name, value] of Object.entries(env)) {
    const known = Object.keys(runner.env).find((other) => other.toUpperCase() === name.toUpperCase());
    runner.env[known ?? name] = value;
  }
}
