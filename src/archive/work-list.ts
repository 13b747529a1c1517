import type { Arrival } from './arrival.ts';
import type { ZipFile } from './zip-file.ts';

/** The files still to be written, and which of them have arrived. */
export interface WorkList {
  /** Looks which files have arrived since. Cheap when little has. */
  refresh(): void;
  /** Takes some files that have arrived, of those that are largest or smallest, for one of so many writers. */
  take(which: 'largest' | 'smallest', writers: number): ZipFile[];
  /** Files not taken yet, arrived or not. */
  remaining(): number;
}

/** Few messages, and yet an even end: a batch is never more than a writer's share of what is there. */
const BATCH_FILES = { largest: 32, smallest: 16 };
const BATCH_BYTES = 512 * 1024;
/** Looking again pays after this much has come: it goes through all files that wait. */
const REFRESH_BYTES = 256 * 1024;

export function createWorkList(files: readonly ZipFile[], arrival: Arrival): WorkList {
  // In the order of their place: what has not arrived is then mostly at the end.
  let waiting = [...files].sort((a, b) => a.offset - b.offset);
  let ready: ZipFile[] = [];
  let lookedAt = -1;

  return {
    refresh() {
      const received = arrival.received();
      const complete = received === arrival.bytes.length;
      if (waiting.length === 0 || received === lookedAt) return;
      if (lookedAt >= 0 && !complete && received - lookedAt < REFRESH_BYTES) return;
      lookedAt = received;
      const arrived: ZipFile[] = [];
      const later: ZipFile[] = [];
      for (const file of waiting) (arrival.has(file.offset, file.limit) ? arrived : later).push(file);
      if (arrived.length === 0) return;
      waiting = later;
      ready = [...ready, ...arrived].sort((a, b) => a.size - b.size);
    },
    take(which, writers) {
      const share = Math.min(BATCH_FILES[which], Math.ceil(ready.length / (2 * writers)));
      let count = 0;
      for (let bytes = 0; count < share && (count === 0 || bytes < BATCH_BYTES); count++) {
        bytes += ready.at(which === 'largest' ? -1 - count : count)?.size ?? 0;
      }
      return which === 'largest' ? ready.splice(ready.length - count, count) : ready.splice(0, count);
    },
    remaining: () => waiting.length + ready.length,
  };
}
