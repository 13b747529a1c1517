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
          remedy: 'Nothing was published and the locks are free: run the job again.',
        }),
      );
    });
  }
  process.on('uncaughtException', (error) => {
    process.exitCode = 1; // also where the step had said that all is well
    controller.abort(error);
  });
  return controller.signal;
}
