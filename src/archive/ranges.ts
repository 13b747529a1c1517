import type { HttpResponse } from '../network/http.ts';
import { failureOf, isEncoded } from '../network/responses.ts';
import { wrongSize } from './transfer.ts';

/** How a download in ranges is cut up. In bytes, but for `connections`. */
export interface RangePlan {
  readonly segment: number;
  readonly connections: number;
  /** The end of the file, which comes first: a ZIP has its directory there. Go's is 1.5 MB. */
  readonly tail: number;
}

export const RANGE_PLAN: RangePlan = { segment: 4 * 2 ** 20, connections: 4, tail: 2 * 2 ** 20 };

/** This server can't be read in ranges, though it may well send the whole. Its message says why. Never leaves this folder. */
export class RangesUnusable extends Error {
  override readonly name = 'RangesUnusable' as const;
}

export interface Range {
  readonly start: number;
  /** Not included. */
  readonly end: number;
}

/** The ranges of a file of this size, the tail first. */
export function cut(total: number, plan: RangePlan): Range[] {
  const tailStart = Math.max(0, total - plan.tail);
  const ranges: Range[] = [{ start: tailStart, end: total }];
  for (let start = 0; start < tailStart; start += plan.segment) {
    ranges.push({ start, end: Math.min(start + plan.segment, tailStart) });
  }
  return ranges;
}

/**
 * Checks an answer to a range.
 * @returns the offset that it ends before: a server may send less than was asked for
 * @throws RangesUnusable; SetupError E_CHECKSUM, E_NOT_FOUND, E_NETWORK; TransientFailure
 */
export function checkPartial(response: HttpResponse, url: string, asked: Range, total: number): number {
  const { status, headers, body } = response;
  const unusable = (reason: string) => {
    body.destroy();
    return new RangesUnusable(reason);
  };
  if (status === 200) throw unusable('the server ignores ranges');
  if (status === 416) {
    const there = /^bytes \*\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1];
    if (there !== undefined && Number(there) !== total) throw wrongSize(response, url, total, Number(there));
    throw unusable('the server refuses this range (status 416)');
  }
  if (status !== 206) throw failureOf(response, url);
  const said = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
  if (said === null || isEncoded(response)) throw unusable('the server answers ranges in a form of its own');
  if (said[3] !== '*' && Number(said[3]) !== total) throw wrongSize(response, url, total, Number(said[3]));
  const end = Number(said[2]) + 1;
  if (Number(said[1]) !== asked.start || end <= asked.start || end > asked.end) {
    throw unusable(
      `the server answers bytes ${asked.start}-${asked.end - 1} with bytes ${said[1]}-${said[2]}`,
    );
  }
  return end;
}
