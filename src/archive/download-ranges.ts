import { displayUrl } from '../network/display-url.ts';
import { anySignal, type HttpResponse } from '../network/http.ts';
import { failureOf, isEncoded, readBody } from '../network/responses.ts';
import { TransientFailure, withRetries } from '../network/retry.ts';
import type { Arrival } from './arrival.ts';
import { type Transfer, wrongSize } from './transfer.ts';

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

/**
 * Fills an arrival of known size by several ranged GETs at once, the tail first, the rest from its start. A range that
 * breaks is taken up where it stopped. The other connections start once the first answer shows that ranges work, and go straight to where
 * its redirects led.
 *
 * @throws RangesUnusable; SetupError E_CHECKSUM (another size), E_NOT_FOUND, E_NETWORK; the reason of an aborted signal
 */
export async function downloadRanges(transfer: Transfer, arrival: Arrival, plan: RangePlan): Promise<void> {
  const total = arrival.bytes.length;
  const failing = new AbortController();
  const signal = anySignal(transfer.signal, failing.signal) as AbortSignal;
  const queue = cut(total, plan);
  let resolved = transfer.url;
  let lanes: Promise<void>[] = [];

  async function fetchRange({ start, end }: Range): Promise<void> {
    let at = start;
    const what = `${displayUrl(transfer.url)} bytes ${start}-${end - 1}`;
    const task = { what, evidence: transfer.evidence, signal, bytes: () => at - start };
    await withRetries(transfer.http.retries, task, async (attempt) => {
      while (at < end) {
        // An address that was redirected to may have run out: later attempts ask for a new one.
        const url = attempt === 1 ? resolved : transfer.url;
        const headers = { range: `bytes=${at}-${end - 1}` };
        const response = await transfer.http.get(url, { headers, signal });
        if (attempt === 1 && url !== transfer.url && [401, 403, 404, 410].includes(response.status)) {
          resolved = transfer.url;
          response.body.destroy();
          continue;
        }
        const said = checkPartial(response, transfer.url, { start: at, end }, total);
        if (response.url !== transfer.url) resolved = response.url;
        startLanes();
        await readBody(response, (chunk) => {
          if (at + chunk.length > said)
            throw new RangesUnusable('an answer is longer than its Content-Range says');
          arrival.write(at, chunk);
          at += chunk.length;
          transfer.onBytes(chunk.length, arrival.received(), total);
        });
        if (at < said) throw new TransientFailure(`the answer ended ${said - at} bytes early`);
      }
    });
  }

  /** Never rejects: the first failure of all lanes is the reason of their signal. */
  async function work(): Promise<void> {
    try {
      for (let range = queue.shift(); range !== undefined; range = queue.shift()) await fetchRange(range);
    } catch (error) {
      failing.abort(error);
    }
  }

  function startLanes(): void {
    if (lanes.length > 1) return;
    const count = Math.min(plan.connections - 1, queue.length);
    lanes = [...lanes, ...Array.from({ length: count }, work)];
  }

  lanes = [work()];
  for (let settled = 0; settled < lanes.length; ) {
    settled = lanes.length;
    await Promise.all(lanes);
  }
  transfer.signal.throwIfAborted();
  failing.signal.throwIfAborted();
}

interface Range {
  readonly start: number;
  /** Not included. */
  readonly end: number;
}

function cut(total: number, plan: RangePlan): Range[] {
  const tailStart = Math.max(0, total - plan.tail);
  const ranges: Range[] = [{ start: tailStart, end: total }];
  for (let start = 0; start < tailStart; start += plan.segment) {
    ranges.push({ start, end: Math.min(start + plan.segment, tailStart) });
  }
  return ranges;
}

/** Checks an answer to a range, and returns the offset that it ends before: a server may send less than was asked for. */
function checkPartial(response: HttpResponse, url: string, asked: Range, total: number): number {
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
