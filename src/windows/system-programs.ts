import { spawn } from 'node:child_process';
import path from 'node:path';

/** How a program of Windows ended. */
export interface ProgramResult {
  /** Undefined where it did not start, or was ended because its time was up. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Why there is no exit code, for people; undefined where there is one. */
  readonly failure: string | undefined;
}

export interface ProgramOptions {
  /** How long it may take in milliseconds before it is ended; 60 s where left out. Only for programs that change nothing. */
  readonly timeoutMs?: number;
  /** Arguments are quoted already: they are joined by spaces and passed as they are. */
  readonly verbatim?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** More output than this no probe has; the rest is dropped. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Full path of a program of Windows itself, never looked up on PATH, where a job or another program could have put its own.
 *
 * @param name below System32, such as `reg.exe` or `WindowsPowerShell\v1.0\powershell.exe`
 */
export function systemProgram(name: string, env: NodeJS.ProcessEnv = process.env): string {
  return path.win32.join(env['SystemRoot'] || env['windir'] || 'C:\\Windows', 'System32', name);
}

/**
 * Runs a program to its end and returns what it said. Whatever the program does is an answer: it throws for nothing.
 *
 * @param file full path; see {@link systemProgram}
 */
export async function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  const { timeoutMs = 60_000, verbatim = false, env = process.env } = options;
  return await new Promise((resolve) => {
    const child = spawn(file, [...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      windowsVerbatimArguments: verbatim,
    });
    const output = { stdout: gather(child.stdout), stderr: gather(child.stderr) };
    let failure: string | undefined;
    const timer = setTimeout(() => {
      failure = `it gave no answer within ${Math.round(timeoutMs / 1000)} s and was ended`;
      child.kill();
      end(undefined); // its own children may keep the pipes open
    }, timeoutMs);
    const end = (exitCode: number | undefined) => {
      clearTimeout(timer);
      const [stdout, stderr] = [decode(output.stdout()), decode(output.stderr())];
      resolve({ exitCode: failure === undefined ? exitCode : undefined, stdout, stderr, failure });
    };
    child.once('error', (error) => {
      failure ??= error.message;
      end(undefined);
    });
    child.once('close', (code, signal) => {
      if (code === null) failure ??= `it was ended by ${signal}`;
      end(code ?? undefined);
    });
  });
}

function gather(stream: NodeJS.ReadableStream): () => Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  stream.on('data', (part: Buffer) => {
    size += part.length;
    if (size <= MOST_BYTES) parts.push(part);
  });
  return () => Buffer.concat(parts);
}

/**
 * Text of a program of Windows: UTF-16LE (with a byte order mark or without), UTF-8, or else an OEM code page that we don't know, of which
 * ASCII is right and every other letter stands for some letter.
 */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0) return bytes.toString('utf16le');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // drops a byte order mark
  } catch {
    return bytes.toString('latin1');
  }
}
