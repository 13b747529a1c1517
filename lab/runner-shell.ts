import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Runner, startJob, stepEnvironment } from './runner-environment.ts';
import type { Environment, RunResult } from './windows/lab.ts';

/**
 * Runs a later step in cmd.exe (`shell: cmd`) under the environment that the job's steps have left. Like the runner, it
 * writes the commands to a .cmd file and calls that.
 * @param command lines for cmd, or a program with its arguments, which are quoted
 * @param options.cwd Windows path; the workspace where left out
 * @returns the whole 32-bit exit code, also where the host sees only 8 bits of it
 */
export async function runCommand(
  runner: Runner,
  command: string | readonly string[],
  options: { readonly cwd?: string; readonly env?: Environment } = {},
): Promise<RunResult> {
  if (!runner.jobIsOpen) await startJob(runner);
  const { lab } = runner;
  const directory = path.join(runner.temp.host, `_step${++runner.stepCount}`);
  await mkdir(directory, { recursive: true });
  const script = path.join(directory, 'step.cmd');
  const caller = path.join(directory, 'call.cmd');
  const exitCodeFile = path.join(directory, 'exit-code');
  const text = typeof command === 'string' ? command : command.map(quote).join(' ');
  await writeFile(script, `@echo off\r\n${text.replace(/\r?\n/g, '\r\n')}\r\n`);
  const lines = [
    '@echo off',
    `call "${lab.toWindows(script)}"`,
    `>"${lab.toWindows(exitCodeFile)}" echo %errorlevel%`,
    'exit /b %errorlevel%',
  ];
  await writeFile(caller, `${lines.join('\r\n')}\r\n`);
  const ended = await lab.run(
    'C:\\windows\\system32\\cmd.exe',
    ['/D', '/E:ON', '/V:OFF', '/C', lab.toWindows(caller)],
    { env: stepEnvironment(runner, options.env ?? {}), cwd: options.cwd ?? runner.workspace.windows },
  );
  // A script that says `exit` ends the caller with it: then only the process's own code is there.
  const exitCode = Number.parseInt(await readFile(exitCodeFile, 'utf8').catch(() => ''), 10);
  return Number.isNaN(exitCode) ? ended : { ...ended, exitCode };
}

/** Quotes an argument for a batch file: spaces and cmd's own characters inside quotes, percent signs doubled. */
function quote(argument: string): string {
  const doubled = argument.replaceAll('%', '%%');
  return doubled !== '' && !/[\s"&|<>^()]/.test(doubled) ? doubled : `"${doubled.replaceAll('"', '\\"')}"`;
}
