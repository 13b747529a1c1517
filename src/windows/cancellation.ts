import { SetupError } from '../errors.ts';

/**
 * Watches for what ends a step from outside its own flow: the signals by which a runner cancels it (Ctrl+C first, Ctrl+Break some seconds
 * later, and then it ends the process; actions/runner, ProcessInvoker), and errors that nobody caught.
 *
 * @returns a signal that aborts with an E_CANCELLED error, or with the uncaught one, as its reason
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGBREAK', 'SIGTERM'] as const) {
    process.on(name, () => {
      controller.abort(
        new SetupError('E_CANCELLED', `The step was cancelled (${name}).`, {
          remedy: 'Run the job again: it finds what this one left, and puts it right.',
        }),
      );
    });
  }
  // A rejection that nobody handles comes here as well.
  process.on('uncaughtException', (error) => {
    process.exitCode = 1; // also where the step had said that all is well
    controller.abort(error);
  });
  return controller.signal;
}

/** What a step gets to free its locks before it reports: the runner ends it about 10 s after it asked. */
const GRACE_MS = 3000;

/**
 * Waits for work, but not for ever: once the signal is aborted the work has some seconds to end by itself, for an uncaught error may have
 * hit just what it waits for, and a call to a dead share can take a minute.
 *
 * @throws what the work throws; the signal's reason where it is aborted by then; an error where Node has nothing left to do
 */
export function endOf<T>(work: Promise<T>, signal: AbortSignal, graceMs = GRACE_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (action: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      process.off('beforeExit', idle);
      if (signal.aborted) reject(signal.reason);
      else action();
    };
    const aborted = () => {
      timer = setTimeout(() => settle(() => {}), graceMs);
    };
    // Without this Node would end the process with code 13 and no word for the user.
    const idle = () => settle(() => reject(new Error('the step waits for something that never comes')));
    process.on('beforeExit', idle);
    signal.addEventListener('abort', aborted, { once: true });
    if (signal.aborted) aborted();
    work.then(
      (value) => settle(() => resolve(value)),
      (error) => settle(() => reject(error)),
    );
  });
}
