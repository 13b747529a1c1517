import { systemCode } from '../errors.ts';
import type { Context } from '../toolchain.ts';

/** That one thing can't be removed is a warning, and the rest goes on. @throws what is no refusal of Windows; the signal's reason */
export function warnThatItStays(error: unknown, place: string, { log, signal }: Context): false {
  signal.throwIfAborted();
  const code = systemCode(error);
  if (code === undefined) throw error;
  log.warn(
    `Could not remove ${place} (${code}): another process has a file of it open, or the account may not. It stays, and the next prune tries again.`,
  );
  return false;
}
