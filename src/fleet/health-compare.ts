import { formatDuration } from '../report/log.ts';
import type { Health, HealthMeasure } from './types.ts';

/**
 * Judges a Go by the one before it.
 *
 * @param before undefined: nothing to compare with, and then a Go that works is well
 * @param tolerance how much slower it may be: 0.25 is a quarter
 */
export function compare(before: HealthMeasure | undefined, after: HealthMeasure, tolerance: number): Health {
  const ratio = before && before.medianMs > 0 ? after.medianMs / before.medianMs : null;
  const verdict = ratio !== null && ratio > 1 + tolerance ? 'slower' : 'well';
  return { before: before ?? null, after, ratio, verdict };
}

/** For log and summary: `go1.26.6 builds and tests the benchmark module in 10.2 s (median of 3), go1.26.5 did in 9.8 s: 1.04 times as long`. */
export function describeHealth({ before, after, ratio }: Health): string {
  if (after === null) return 'the Go that is there now does not work';
  const { runsMs, medianMs } = after;
  const of = runsMs.length > 1 ? ` (median of ${runsMs.length})` : '';
  const now = `${nameOf(after)} builds and tests the benchmark module in ${formatDuration(medianMs)}${of}`;
  if (before === null || ratio === null) return now;
  return `${now}, ${nameOf(before)} did in ${formatDuration(before.medianMs)}: ${ratio.toFixed(2)} times as long`;
}

/** The version in what `go version` printed. */
function nameOf({ goVersion }: HealthMeasure): string {
  return /\bgo\d\S*/.exec(goVersion)?.[0] ?? goVersion;
}
