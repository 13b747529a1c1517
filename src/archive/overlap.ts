import { SetupError } from '../errors.ts';
import type { Arrival } from './arrival.ts';
import type { Unpacked } from './unpack.ts';

/** Begins to fill an arrival; `done` resolves when all of it is there. */
export type Start = (
  signal: AbortSignal,
) => Promise<{ readonly arrival: Arrival; readonly done: Promise<void> }>;

interface Parts {
  readonly start: Start;
  /** Called when all bytes are there; throws when they are not the right ones. */
  readonly verify: (arrival: Arrival) => void;
  readonly unpack: (arrival: Arrival, signal: AbortSignal) => Promise<Unpacked>;
  /** Ends the download: the user's signal or the time limit. */
  readonly signal: AbortSignal;
}

/**
 * Unpacks an archive while it arrives. When one of the two fails the other is stopped, and the first failure is thrown once both
 * have ended. Only an archive that is broken waits for the download: bytes that are not the right ones are broken too, and
 * then that is what there is to say.
 */
export async function overlap({
  start,
  verify,
  unpack,
  signal,
}: Parts): Promise<{ arrival: Arrival; unpacked: Unpacked }> {
  const stop = new AbortController();
  const abort = () => stop.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener('abort', abort, { once: true });
  try {
    const { arrival, done } = await start(stop.signal);
    const arriving = done.then(() => verify(arrival));
    const unpacking = unpack(arrival, stop.signal);
    arriving.catch((error) => stop.abort(error));
    unpacking.catch((error) => {
      if (!(error instanceof SetupError) || error.code !== 'E_ARCHIVE') stop.abort(error);
    });
    const [, result] = await Promise.allSettled([arriving, unpacking]);
    stop.signal.throwIfAborted();
    if (result.status === 'rejected') throw result.reason;
    return { arrival, unpacked: result.value };
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
