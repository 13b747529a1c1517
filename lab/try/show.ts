import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Runner, runCommand, runStep, type StepResult } from '../runner.ts';

/** The action that is tried: this repository, as built. */
export const repo = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles a program and runs it, in the job's workspace. */
export const HELLO = 'cd hello && go build -o hello.exe . && hello.exe';

/** Puts the program that later steps compile into the job's workspace. */
export async function checkOutHello(runner: Runner): Promise<void> {
  await cp(path.join(repo, 'examples', 'hello'), path.join(runner.workspace.host, 'hello'), {
    recursive: true,
  });
}

/** Runs the action as a step, and prints its log as the page of a run shows it. */
export async function shownStep(
  title: string,
  inputs: Readonly<Record<string, string>>,
  runner: Runner,
): Promise<StepResult> {
  heading(title);
  const step = await runStep(repo, inputs, runner);
  console.log(step.log.trimEnd());
  heading(
    `The step: exit code ${step.exitCode}, ${seconds(step.wallMs)}, peak memory ${megabytes(step.peakBytes)}`,
  );
  return step;
}

/** Runs a later step of the job, in the environment that the action left. @returns what it printed; undefined where it failed */
export async function later(runner: Runner, command: string, hint?: string): Promise<string | undefined> {
  heading(`run: ${command}${hint === undefined ? '' : `  (${hint})`}`);
  const { exitCode, stdout, stderr, wallMs } = await runCommand(runner, command);
  console.log(`${stdout}${stderr}`.trimEnd());
  console.log(`(exit code ${exitCode}, ${seconds(wallMs)})`);
  return exitCode === 0 ? stdout.trim() : undefined;
}

export function heading(text: string): void {
  console.log(`\n── ${text}`);
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${Math.round(bytes / 1e6)} MB`;
}
