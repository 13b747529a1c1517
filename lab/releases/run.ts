import { spawn } from 'node:child_process';

/** What a program on this machine did: its exit code (-1 when it could not be started) and all that it printed. */
export interface RunResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of this machine to its end. Never throws: a program that is not there has code -1. */
export async function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; line?: (line: string) => void } = {},
): Promise<RunResult> {
  return await new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      const line = chunk.toString().trim().split('\n').at(-1);
      if (line) options.line?.(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}
