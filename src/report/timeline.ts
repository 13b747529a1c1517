/** Phases of a step whose durations are worth a figure. */
export const PHASES = ['resolve', 'wait', 'fetch', 'verify', 'publish', 'msi'] as const;
export type Phase = (typeof PHASES)[number];

/** Where the rooms tell how long each phase took and how many bytes came; read once, at the end, for the metrics. */
export interface Timeline {
  /** Times work as part of a phase; several works of one phase add up. Throws what the work throws. */
  measure<T>(phase: Phase, work: () => Promise<T>): Promise<T>;
  addBytes(kind: 'downloaded' | 'unpacked', bytes: number): void;
  /** Milliseconds by phase; a phase that never began is not there. */
  readonly durations: Readonly<Partial<Record<Phase, number>>>;
  readonly bytes: { readonly downloaded: number; readonly unpacked: number };
}

export function startTimeline(): Timeline {
  const durations: Partial<Record<Phase, number>> = {};
  const bytes = { downloaded: 0, unpacked: 0 };
  return {
    async measure(phase, work) {
      const started = performance.now();
      try {
        return await work();
      } finally {
        durations[phase] = (durations[phase] ?? 0) + performance.now() - started;
      }
    },
    addBytes(kind, count) {
      bytes[kind] += count;
    },
    durations,
    bytes,
  };
}
