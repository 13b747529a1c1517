/** What a fuzzer did. */
export interface FuzzReport {
  readonly cases: number;
  /** Wall clock of the whole run and of the slowest case, in ms. */
  readonly totalMs: number;
  readonly slowestMs: number;
  /** What else was measured: one line a figure. */
  readonly figures: readonly string[];
}

/** A property of the product that must hold for any input, and a source of inputs for it. */
export interface Fuzzer {
  /** What holds, as a sentence. */
  readonly property: string;
  /** Cases of a run that nobody gave a number. */
  readonly cases: number;
  /**
   * @param seed the same one gives the same cases
   * @throws fast-check's report with the smallest input that breaks the property
   */
  run(cases: number, seed: number): Promise<FuzzReport>;
}
