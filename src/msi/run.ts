import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { SetupError } from '../errors.ts';
import { commandLine, type MsiTask } from './command-line.ts';

/** One run of msiexec. */
export interface Attempt {
  readonly task: MsiTask;
  readonly log: string;
  /** For its temporary files; the step's own directory where left out. */
  readonly temp?: string | undefined;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Told of the process as soon as there is one, and waited for: it goes into the journal. */
  onStart(pid: number): Promise<void>;
  /** Told how long it has run, and how many bytes its log has: after ten seconds, then half a minute, then every minute. */
  onProgress(elapsedMs: number, logBytes: number): void;
}

/** When progress is told; then every so often. A log is read from its end, and most of it is this. */
const PROGRESS_MS = [10_000, 30_000];
const PROGRESS_EVERY_MS = 60_000;

/** msiexec of this Windows, by its full path: nothing on PATH is run with an administrator's rights. */
export function msiexecPath(env: NodeJS.ProcessEnv = process.env): string {
  return path.win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'msiexec.exe');
}

/**
 * Runs msiexec to its end and gives its exit code, all 32 bits of it. It is never killed: the engine is a service that goes on without its
 * client, and what a killed one leaves is worse than waiting (error 1704). A step that is cancelled leaves msiexec to itself; the journal tells the
 * next run.
 *
 * @returns the exit code; undefined when the process ended by a signal or a crash that has none
 * @throws SetupError E_MSI_SERVICE when msiexec cannot be started; the signal's reason
 */
export async function runMsiexec(
  { task, log, temp }: Attempt,
  options: RunOptions,
): Promise<number | undefined> {
  options.signal.throwIfAborted();
  const started = performance.now();
  const child = spawn(msiexecPath(), [commandLine(task, log)], {
    windowsVerbatimArguments: true,
    windowsHide: true,
    stdio: 'ignore',
    env: temp === undefined ? process.env : { ...process.env, TEMP: temp, TMP: temp },
    detached: true, // else Windows ends it with this process: libuv's children are in a job that is killed when it is closed
  });
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.once('exit', (code) => resolve(code ?? undefined));
    child.once('error', (cause) => reject(notStarted(cause)));
  });
  ended.catch(() => {}); // it is waited for below, maybe not at once
  const stop = tellProgress(started, log, options);
  try {
    if (child.pid !== undefined) await options.onStart(child.pid);
    return await orCancelled(ended, options.signal);
  } finally {
    stop();
    child.unref();
  }
}

/** @returns what ends it */
function tellProgress(started: number, log: string, { onProgress }: RunOptions): () => void {
  let timer: NodeJS.Timeout | undefined;
  const plan = (told: number) => {
    const at = PROGRESS_MS[told] ?? (told - PROGRESS_MS.length + 1) * PROGRESS_EVERY_MS;
    timer = setTimeout(
      async () => {
        const bytes = await stat(log).then(
          ({ size }) => size,
          () => 0,
        );
        if (timer === undefined) return;
        onProgress(performance.now() - started, bytes);
        plan(told + 1);
      },
      at - (performance.now() - started),
    );
  };
  plan(0);
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}

function orCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    if (signal.aborted) aborted();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}

function notStarted(cause: Error): SetupError {
  return new SetupError('E_MSI_SERVICE', `${msiexecPath()} could not be started: ${cause.message}.`, {
    remedy:
      'See whether Windows Installer is there and may be run by this account; install-method: zip needs neither.',
    cause,
  });
}
