import { spawn } from 'node:child_process';
import { decode, runProgram, systemProgram } from '../windows/system-programs.ts';

/** How a command of go ended. */
export interface GoEnd {
  /** Undefined where it was ended because its time was up. */
  readonly exitCode: number | undefined;
  /** The last of what it printed. */
  readonly output: string;
}

export interface GoOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What a compiler says at its end is what matters; the whole of it can be megabytes. */
const KEPT_BYTES = 16 * 1024;
/** How long Windows may take to end the processes of a command. */
const END_MS = 5000;

/**
 * Runs a command of go to its end. When its time is up, or the step is cancelled, go and all that it has started are ended.
 *
 * @throws the error of the system where it cannot be started; the signal's reason
 */
export async function runGo(goExe: string, args: readonly string[], options: GoOptions): Promise<GoEnd> {
  const { cwd, env, timeoutMs, signal } = options;
  signal.throwIfAborted();
  return await new Promise((resolve, reject) => {
    const child = spawn(goExe, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let kept = Buffer.alloc(0);
    const keep = (chunk: Buffer) => {
      kept = Buffer.concat([kept, chunk]).subarray(-KEPT_BYTES);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let ending = false;
    const settle = (action: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      action();
    };
    const end = (action: () => void) => {
      ending = true;
      void endTree(child.pid).finally(() => settle(action));
    };
    const aborted = () => end(() => reject(signal.reason));
    const late = () => end(() => resolve({ exitCode: undefined, output: decode(kept) }));
    const timer = setTimeout(late, timeoutMs);
    signal.addEventListener('abort', aborted, { once: true });
    child.once('error', (error) => settle(() => reject(error)));
    child.once('close', (code) => {
      // Ended from here its exit code says nothing, and what it has started may be there still.
      if (!ending) settle(() => resolve({ exitCode: code ?? 1, output: decode(kept) }));
    });
  });
}

/** Ends a process and those that it has started: compilers and tests go on where only go is ended. */
async function endTree(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  if (process.platform === 'win32')
    await runProgram(systemProgram('taskkill.exe'), ['/F', '/T', '/PID', String(pid)], { timeoutMs: END_MS });
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
