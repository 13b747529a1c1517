import { createHash } from 'node:crypto';
import { createCollector } from './garbage.ts';

/** Chunks come in buffers of their own, which are of no use once they are copied. */
const GARBAGE = 2 * 2 ** 20;

/**
 * An archive while it comes in: one buffer that other threads read from, filled at several places at once. Knows which of
 * its bytes are there, and hashes them in order as soon as the gap before them closes.
 */
export interface Arrival {
  /** The whole archive, over a SharedArrayBuffer; only what {@link has} says is there may be read. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Puts bytes in their place. @throws RangeError beyond the end */
  write(offset: number, chunk: Uint8Array): void;
  /** Whether all bytes from `start` up to `end` (not included) are there. */
  has(start: number, end: number): boolean;
  /** How many bytes are there. */
  received(): number;
  /** Calls `listener` after each write, until the function that it returns is called. */
  onWrite(listener: () => void): () => void;
  /** Resolves once {@link has} is true of these bytes. Rejects with the signal's reason. */
  until(start: number, end: number, signal: AbortSignal): Promise<void>;
  /** Forgets all bytes, for a download that begins anew. */
  restart(): void;
  /** SHA-256 of the whole in lower-case hex. @throws Error when bytes are missing */
  sha256(): string;
}

/**
 * @param size in bytes
 * @param whole the bytes themselves, where they are all there already
 */
export function createArrival(size: number, whole?: SharedArrayBuffer): Arrival {
  const bytes = new Uint8Array(whole ?? new SharedArrayBuffer(size), 0, size);
  // Few at any time: one for each connection, and the tail. Sorted, apart from each other.
  let spans: { start: number; end: number }[] = [];
  let hash = createHash('sha256');
  let hashed = 0;
  const listeners = new Set<() => void>();
  const discard = createCollector(GARBAGE);

  function add(start: number, end: number): void {
    const apart = spans.filter((span) => span.end < start || span.start > end);
    const touching = spans.filter((span) => span.end >= start && span.start <= end);
    const merged = {
      start: Math.min(start, ...touching.map((span) => span.start)),
      end: Math.max(end, ...touching.map((span) => span.end)),
    };
    spans = [...apart, merged].sort((a, b) => a.start - b.start);
  }

  function hashPrefix(): void {
    const first = spans[0];
    if (first === undefined || first.start > 0 || first.end <= hashed) return;
    hash.update(bytes.subarray(hashed, first.end));
    hashed = first.end;
  }

  if (whole !== undefined && size > 0) {
    add(0, size);
    hashPrefix();
  }

  const has = (start: number, end: number) =>
    end <= start || spans.some((span) => span.start <= start && span.end >= end);

  return {
    bytes,
    write(offset, chunk) {
      if (chunk.length === 0) return;
      bytes.set(chunk, offset);
      add(offset, offset + chunk.length);
      hashPrefix();
      discard(chunk.length);
      for (const listener of listeners) listener();
    },
    has,
    received: () => spans.reduce((sum, span) => sum + span.end - span.start, 0),
    onWrite(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    until(start, end, signal) {
      return new Promise((resolve, reject) => {
        const settle = (action: () => void) => {
          listeners.delete(check);
          signal.removeEventListener('abort', abort);
          action();
        };
        const abort = () => settle(() => reject(signal.reason));
        const check = () => {
          if (has(start, end)) settle(resolve);
        };
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        listeners.add(check);
        check();
      });
    },
    restart() {
      spans = [];
      hash = createHash('sha256');
      hashed = 0;
    },
    sha256() {
      if (hashed !== size) throw new Error(`only ${hashed} of ${size} bytes are there`);
      return hash.copy().digest('hex');
    },
  };
}
