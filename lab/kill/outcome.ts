import type { StepResult } from '../runner.ts';

/** Rows of rounds that were killed before anything of theirs was seen. */
export const NOTHING_SEEN = 'nothing seen yet';

/** What a round came to. */
export interface Outcome {
  /** The last named step that was seen of the killed run. */
  readonly killedAfter: string;
  /** What the next run said that it found and did, each in a few words. */
  readonly said: readonly string[];
  /** What is not as it should be; empty when all is well. */
  readonly violations: readonly string[];
  /** How long the next run took. */
  readonly recoveryMs: number;
  readonly killedLog: string;
  /** Of the next run. */
  readonly log: string;
}

/** Collects what does not hold. */
export function collectViolations(): {
  readonly violations: string[];
  expect(holds: boolean, what: string): void;
} {
  const violations: string[] = [];
  return { violations, expect: (holds, what) => void (holds || violations.push(what)) };
}

/** What holds for every run that nobody kills. */
export function expectSuccess(
  { exitCode, annotations }: StepResult,
  expect: (holds: boolean, what: string) => void,
): void {
  expect(exitCode === 0, `the next run ended with ${exitCode}`);
  expect(annotations.length === 0, `the next run annotated: ${annotations[0]?.message}`);
}

/** The words whose pattern a log shows, in their order. */
export function wordsOf(log: string, words: readonly (readonly [RegExp, string])[]): string[] {
  return words.flatMap(([pattern, word]) => (pattern.test(log) ? [word] : []));
}
