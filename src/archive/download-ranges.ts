import { setTimeout as sleep } from 'node:timers/promises';
import { displayUrl } from '../network/display-url.ts';
import { anySignal } from '../network/http.ts';
import { readBody } from '../network/responses.ts';
import { TransientFailure, withRetries } from '../network/retry.ts';
import type { Arrival } from './arrival.ts';
import { checkPartial, cut, type Range, type RangePlan, RangesUnusable } from './ranges.ts';
import type { Transfer } from './transfer.ts';

/**
 * Fills an arrival of known size by several ranged GETs at once, the tail first, the rest from its start. A range that
 * breaks is taken up where it stopped. The other connections start once the first answer shows that ranges work, and go straight to where
 * its redirects led. They are no more than a wish: where a server answers few at a time, or refuses more, their ranges are left to those that
 * it answers.
 *
 * @throws RangesUnusable; SetupError E_CHECKSUM (another size), E_NOT_FOUND, E_NETWORK; the reason of an aborted signal
 */
export async function downloadRanges(transfer: Transfer, arrival: Arrival, plan: RangePlan): Promise<void> {
  const total = arrival.bytes.length;
  const failing = new AbortController();
  const signal = anySignal(transfer.signal, failing.signal) as AbortSignal;
  const queue = cut(total, plan);
  const lanes = new Set<Lane>();
  const ended: Promise<void>[] = [];
  let resolved = transfer.url;

  async function fetchRange({ start, end }: Range, lane: Lane): Promise<void> {
    let at = start;
    const laneSignal = anySignal(signal, lane.left.signal) as AbortSignal;
    const what = `${displayUrl(transfer.url)} bytes ${start}-${end - 1}`;
    const task = { what, evidence: transfer.evidence, signal: laneSignal, bytes: () => at - start };
    const attempt = async (number: number) => {
      while (at < end) {
        // An address that was redirected to may have run out: later attempts ask for a new one.
        const url = number === 1 ? resolved : transfer.url;
        const headers = { range: `bytes=${at}-${end - 1}` };
        const response = await transfer.http.get(url, { headers, signal: laneSignal });
        if (number === 1 && url !== transfer.url && [401, 403, 404, 410].includes(response.status)) {
          resolved = transfer.url;
          response.body.destroy();
          continue;
        }
        const said = checkPartial(response, transfer.url, { start: at, end }, total);
        if (response.url !== transfer.url) resolved = response.url;
        laneSignal.throwIfAborted();
        lane.unanswered = undefined;
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
    };
    await withRetries(transfer.http.retries, task, async (number) => {
      try {
        await attempt(number);
      } catch (error) {
        const others = [...lanes].some(({ unanswered }) => !unanswered);
        if (!(error instanceof TransientFailure && lane.unanswered && number > 1 && others)) throw error;
        queue.push(lane.unanswered);
        const line = `${what}: ${error.message}; left to the other connections`;
        transfer.evidence.push(line);
        transfer.http.retries.onRetry?.(line);
        throw new Left();
      }
    });
  }

  /** The next range: of the queue, or else one that another connection has waited for in vain. */
  async function nextRange(): Promise<Range | undefined> {
    for (;;) {
      const next = queue.shift();
      const waiting = [...lanes].find(({ unanswered }) => unanswered);
      if (next !== undefined || waiting === undefined) return next;
      const range = waiting.unanswered;
      const patience = waiting.since + PATIENCE_MS - performance.now();
      if (patience <= 0) {
        waiting.unanswered = undefined;
        waiting.left.abort(new Left());
        return range;
      }
      await sleep(Math.min(patience, POLL_MS), undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  /** Never rejects: the first failure of all lanes is the reason of their signal. */
  async function work(lane: Lane): Promise<void> {
    try {
      for (let range = lane.unanswered; range !== undefined; range = await nextRange())
        await fetchRange(range, lane);
    } catch (error) {
      if (!(error instanceof Left)) failing.abort(error);
    } finally {
      lanes.delete(lane);
    }
  }

  function startLane(): void {
    const lane = { unanswered: queue.shift(), since: performance.now(), left: new AbortController() };
    lanes.add(lane);
    ended.push(work(lane));
  }

  function startLanes(): void {
    if (ended.length > 1) return;
    for (let count = 1; count < plan.connections && queue.length > 0; count++) startLane();
  }

  startLane();
  for (let settled = 0; settled < ended.length; ) {
    settled = ended.length;
    await Promise.all(ended);
    if (queue.length > 0 && !signal.aborted) startLane();
  }
  transfer.signal.throwIfAborted();
  failing.signal.throwIfAborted();
}

/** One connection's worth of work. */
interface Lane {
  /** Its first range, until an answer to it begins. */
  unanswered: Range | undefined;
  /** Since when it waits for that, by {@link performance.now}. */
  readonly since: number;
  /** Aborted when another lane takes that range. */
  readonly left: AbortController;
}

/** The end of a lane that has left its range to another one. */
class Left extends Error {}

/** How long a connection may wait for its first answer while another one has nothing to do. */
const PATIENCE_MS = 1000;
const POLL_MS = 50;
