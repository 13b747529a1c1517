/** Phases of a step whose durations are worth a figure. */
export const PHASES = ['resolve', 'wait', 'fetch', 'verify', 'publish', 'msi', 'health'] as const;
export type Phase = (typeof PHASES)[number];

/** Where the rooms tell how long each phase took and how many bytes came; read once, at the end, for the metrics. */
export interface Timeline {
  /**
   * Times work as part of a phase; several works of one phase add up. What is measured inside of the work counts for its own phase alone, so
   * that the phases add up to no more than the step took. Works are measured one inside of the other or one after the other, never
   * side by side. Throws what the work throws.
   */
  measure<T>(phase: Phase, work: () => Promise<T>): Promise<T>;
  addBytes(kind: 'downloaded' | 'unpacked' | 'removed', bytes: number): void;
  /** Milliseconds by phase; a phase that never ended is not there. */
  readonly durations: Readonly<Partial<Record<Phase, number>>>;
  readonly bytes: { readonly downloaded: number; readonly unpacked: number; readonly removed: number };
}

export function startTimeline(): Timeline {
  const durations: Partial<Record<Phase, number>> = {};
  const bytes = { downloaded: 0, unpacked: 0, removed: 0 };
  /** Of each measured work that goes on, the outermost first: what was measured inside of it. */
  const inside: number[] = [];
  return {
    async measure(phase, work) {
      const started = performance.now();
      inside.push(0);
      try {
        return await work();
      } finally {
        const whole = performance.now() - started;
        durations[phase] = (durations[phase] ?? 0) + whole - (inside.pop() ?? 0);
        const outer = inside.length - 1;
        if (outer >= 0) inside[outer] = (inside[outer] ?? 0) + whole;
      }
    },
    addBytes(kind, count) {
      bytes[kind] += count;
    },
    durations,
    bytes,
  };
}
