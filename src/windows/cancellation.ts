import { SetupError } from '../errors.ts';

/**
 * Watches for the signals by which a runner cancels a step: Ctrl+C first, Ctrl+Break some seconds later, and then it ends the process
 * (actions/runner, ProcessInvoker).
 *
 * @returns a signal that aborts with an E_CANCELLED error as its reason
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
  return controller.signal;
}
