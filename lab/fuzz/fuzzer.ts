import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';

/** What a fuzzer did. Reports of parts of a run can be added up: {@link addReports}. */
export interface FuzzReport {
  readonly cases: number;
  /** Wall clock of the whole run and of the slowest case, in ms. */
  readonly totalMs: number;
  readonly slowestMs: number;
  /** How often things happened, which shows that the cases are not all of one kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** The largest that was met. */
  readonly peaks: Readonly<Record<string, number>>;
}

/** A property of the product that must hold for any input, and a source of inputs for it. */
export interface Fuzzer {
  /** What holds, as a sentence. */
  readonly property: string;
  /** Cases of a run that nobody gave a number. */
  readonly cases: number;
  /**
   * @param seed the same one gives the same cases
   * @throws fast-check's report with the smallest input that breaks the property, and the seed
   */
  run(cases: number, seed: number): Promise<FuzzReport>;
}

/** Takes notes of what the cases do. */
export interface Tally {
  count(name: string, by?: number): void;
  peak(name: string, value: number): void;
}

interface Plan<Input> {
  readonly property: string;
  readonly cases: number;
  /** A case that takes longer than this, in ms, breaks the property. */
  readonly slowMs: number;
  readonly input: fc.Arbitrary<Input>;
  /** Throws where the property does not hold. Called again with the same input after a slow case. `scratch` is a directory for all cases of a run. */
  readonly check: (input: Input, tally: Tally, scratch: string) => void | Promise<void>;
}

/** A machine that does other things makes a case slow once, an expression that goes back and forth does so each time. */
const SLOW_TRIES = 3;

/** A fuzzer out of a property, a source of inputs and the time that a case may take. */
export function createFuzzer<Input>({ property, cases, slowMs, input, check }: Plan<Input>): Fuzzer {
  return {
    property,
    cases,
    async run(count, seed) {
      const started = performance.now();
      const counts: Record<string, number> = {};
      const peaks: Record<string, number> = {};
      let slowestMs = 0;
      const tally: Tally = {
        count: (name, by = 1) => {
          counts[name] = (counts[name] ?? 0) + by;
        },
        peak: (name, value) => {
          peaks[name] = Math.max(peaks[name] ?? value, value);
        },
      };
      const scratch = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
      const timed = async (value: Input, notes: Tally) => {
        const begun = performance.now();
        await check(value, notes, scratch);
        return performance.now() - begun;
      };
      try {
        await fc.assert(
          fc.asyncProperty(input, async (value) => {
            let tookMs = await timed(value, tally);
            for (let tries = 1; tookMs > slowMs && tries < SLOW_TRIES; tries++)
              tookMs = Math.min(tookMs, await timed(value, SILENT));
            if (tookMs > slowMs) throw new Error(`took ${tookMs.toFixed(0)} ms, each time`);
            slowestMs = Math.max(slowestMs, tookMs);
          }),
          { numRuns: count, seed, includeErrorInReport: true },
        );
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
      return { cases: count, totalMs: performance.now() - started, slowestMs, counts, peaks };
    },
  };
}

const SILENT: Tally = { count: () => {}, peak: () => {} };

/** The report of two parts of a run; their time is added up, though they may have run side by side. */
export function addReports(a: FuzzReport, b: FuzzReport): FuzzReport {
  const join = (
    one: FuzzReport['counts'],
    other: FuzzReport['counts'],
    by: (x: number, y: number) => number,
  ) =>
    Object.fromEntries(
      Object.keys({ ...one, ...other }).map((key) => [key, by(one[key] ?? 0, other[key] ?? 0)]),
    );
  return {
    cases: a.cases + b.cases,
    totalMs: a.totalMs + b.totalMs,
    slowestMs: Math.max(a.slowestMs, b.slowestMs),
    counts: join(a.counts, b.counts, (x, y) => x + y),
    peaks: join(a.peaks, b.peaks, Math.max),
  };
}

/** For a check: the property holds, or the case breaks it with these words. */
export function demand(holds: boolean, words: string | (() => string)): asserts holds {
  if (!holds) throw new Error(typeof words === 'string' ? words : words());
}
