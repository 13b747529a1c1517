import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes that may be sent at once after a pause: without them a late timer would cost bandwidth for good. */
const CREDIT_MS = 50;

/** Resolves when so many bytes may be sent. */
export type Throttle = (bytes: number) => Promise<void>;

/**
 * A bandwidth shared by everyone who uses the same throttle: the bytes of all of them together stay below the rate.
 * @param rate bytes a second, asked anew each time; 0 means no limit
 */
export function sharedThrottle(rate: () => number): Throttle {
  let free = 0;
  return async (bytes) => {
    const perSecond = rate();
    if (perSecond <= 0) return;
    const now = performance.now();
    const mine = Math.max(free, now - CREDIT_MS);
    free = mine + (bytes / perSecond) * 1000;
    if (mine > now) await sleep(mine - now);
  };
}
