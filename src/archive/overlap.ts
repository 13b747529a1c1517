import { SetupError } from '../errors.ts';
import type { Arrival } from './arrival.ts';

/** Begins to fill an arrival; `done` resolves when all of it is there. */
export type Start = (
  signal: AbortSignal,
) => Promise<{ readonly arrival: Arrival; readonly done: Promise<void> }>;

interface Parts<T> {
  readonly start: Start;
  /** Called when all bytes are there; throws when they are not the right ones. */
  readonly verify: (arrival: Arrival) => void;
  /** Makes something of the bytes while they arrive. */
  readonly consume: (arrival: Arrival, signal: AbortSignal) => Promise<T>;
  /** Ends the download: the user's signal or the time limit. */
  readonly signal: AbortSignal;
}

/**
 * Consumes an archive (unpacks it, that is) while it arrives. When one of the two fails the other is stopped, and the first failure is thrown once both
 * have ended. Only an archive that is broken waits for the download: bytes that are not the right ones are broken too, and
 * then that is what there is to say.
 */
export async function overlap<T>({
  start,
  verify,
  consume,
  signal,
}: Parts<T>): Promise<{ arrival: Arrival; result: T }> {
  const stop = new AbortController();
  const abort = () => stop.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener('abort', abort, { once: true });
  try {
    const { arrival, done } = await start(stop.signal);
    const arriving = done.then(() => verify(arrival));
    const consuming = consume(arrival, stop.signal);
    arriving.catch((error) => stop.abort(error));
    consuming.catch((error) => {
      if (!(error instanceof SetupError) || error.code !== 'E_ARCHIVE') stop.abort(error);
    });
    const [, consumed] = await Promise.allSettled([arriving, consuming]);
    stop.signal.throwIfAborted();
    if (consumed.status === 'rejected') throw consumed.reason;
    return { arrival, result: consumed.value };
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
