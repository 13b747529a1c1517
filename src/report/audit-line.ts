import { createHash } from 'node:crypto';
import type { AuditedChange } from './audit.ts';

/** A line of the audit log, in the order of its fields. */
export interface AuditLine extends Omit<AuditedChange, 'action'> {
  /** Place in the chain, from 1; goes on over rotated files, and counts torn lines. */
  readonly seq: number;
  /** ISO 8601 with milliseconds, UTC. */
  readonly time: string;
  readonly host: string;
  readonly account: string;
  readonly runner: string;
  readonly repository: string;
  readonly workflow: string;
  /** Number of the run and of its attempt: `17-1`. */
  readonly run: string;
  readonly job: string;
  /** The policy that the step went by: its name, or that of its file, and `sha256:<hash>`; only where there was one. */
  readonly policy?: string;
  readonly action: string;
  /** Name of the rotated file that this one goes on from; on the first line of a file alone. */
  readonly continues?: string;
  /** SHA-256 of the bytes of the line before, without its line end. */
  readonly previous: string;
}

/** What stands in `previous` of the very first line. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** SHA-256 of a line, in hex. @param line its bytes, without the line end */
export function hashLine(line: Uint8Array): string {
  return createHash('sha256').update(line).digest('hex');
}

/**
 * A line as it was written; undefined for a torn one, whose writer was killed or lost its power, and for one that no writer of ours made: the
 * same fields can be written as JSON in one way only.
 */
export function readAuditLine(line: Buffer): Partial<AuditLine> | undefined {
  const text = line.toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    const sound = typeof value === 'object' && value !== null && JSON.stringify(value) === text;
    return sound && Number.isSafeInteger((value as { seq?: unknown }).seq)
      ? (value as Partial<AuditLine>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of a file's bytes, without line ends; the last one may be one that was not ended. */
export function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}
