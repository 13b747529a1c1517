import { type SpawnOptions, spawn } from 'node:child_process';
import { LabError } from './lab.ts';

/** True where this process may do what root may. */
export const isRoot = process.getuid?.() === 0;

/** What a program of the host said. */
export interface CommandResult {
  /** Exit code, or -1 where it could not be started or a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  /** stdout and stderr, in the order of arrival. */
  readonly output: string;
}

/** Runs a program of the host to its end; never rejects. `onLine` gets every line of its stderr and stdout. */
export async function tryCommand(
  file: string,
  args: readonly string[],
  options: SpawnOptions = {},
  onLine?: (line: string) => void,
): Promise<CommandResult> {
  return await new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let output = '';
    let rest = '';
    const hear = (data: string) => {
      output += data;
      const lines = (rest + data).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    };
    child.stdout?.setEncoding('utf8').on('data', (data: string) => {
      stdout += data;
      hear(data);
    });
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.on('error', (error) => resolve({ status: -1, stdout, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ status: code ?? -1, stdout, output }));
  });
}

/** Like {@link tryCommand}, for a program that has to succeed. @throws LabError with its last lines */
export async function runCommand(
  file: string,
  args: readonly string[],
  remedy: string,
  options: SpawnOptions = {},
  onLine?: (line: string) => void,
): Promise<CommandResult> {
  const result = await tryCommand(file, args, options, onLine);
  if (result.status === 0) return result;
  throw new LabError(`${file} failed (${result.status}):\n${lastLines(result.output)}\n`, remedy);
}

/** The last lines that say something, for messages. */
export function lastLines(output: string, count = 8): string {
  return output
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
}

/** Absolute path of a program on PATH or in the system's directories, or undefined. */
export async function findProgram(name: string): Promise<string | undefined> {
  // sbin is not on an ordinary user's PATH on Debian, chroot lives there.
  const PATH = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin`;
  const { status, stdout } = await tryCommand('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], {
    env: { PATH },
  });
  const found = stdout.trim();
  return status === 0 && found.startsWith('/') ? found : undefined;
}
