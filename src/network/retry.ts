import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, systemCode } from '../errors.ts';

/** How often a transfer is tried, and how long is waited in between. */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubled for each one after it. */
  readonly backoffMs: number;
  /** Told of each retry, as one line for the log. */
  readonly onRetry?: ((line: string) => void) | undefined;
}

/** A transfer as its retries know it. */
export interface RetriedTask {
  /** What is transferred, fit to be shown: `https://host/file`, `https://host/file bytes 0-99`. */
  readonly what: string;
  /** Collects one line for each failed attempt, of this task and of its neighbours. */
  readonly evidence: string[];
  readonly signal?: AbortSignal | undefined;
  /** Bytes got so far, for the evidence. */
  readonly bytes?: () => number;
}

/** The longest wait that a server's Retry-After can ask for, in milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** More lines than these say nothing new, and the log has to stay readable. */
const EVIDENCE_LINES = 40;

/** A failure that may pass by itself: a broken connection, an overloaded server. Never leaves `network/` and `archive/`. */
export class TransientFailure extends Error {
  override readonly name = 'TransientFailure' as const;
  /** What the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, details: { cause?: unknown; retryAfterMs?: number | undefined } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.retryAfterMs = details.retryAfterMs;
  }
}

/**
 * Runs `attempt` until it succeeds, fails for good, or has failed transiently as often as the policy allows.
 * Waits with exponential back-off and jitter in between, or for as long as the server asked (at most a minute).
 *
 * @throws SetupError E_NETWORK with every attempt as evidence; the signal's reason, at once, when it is aborted;
 *   whatever `attempt` throws that is no {@link TransientFailure}
 */
export async function withRetries<T>(
  policy: RetryPolicy,
  task: RetriedTask,
  attempt: (number: number) => Promise<T>,
): Promise<T> {
  for (let number = 1; ; number++) {
    task.signal?.throwIfAborted();
    try {
      return await attempt(number);
    } catch (error) {
      task.signal?.throwIfAborted();
      if (!(error instanceof TransientFailure)) throw error;
      const bytes = task.bytes === undefined ? '' : `, ${task.bytes()} bytes got`;
      const line = `attempt ${number} of ${policy.attempts}: ${task.what}: ${error.message}${bytes}`;
      if (task.evidence.length < EVIDENCE_LINES) task.evidence.push(line);
      if (number >= policy.attempts) throw exhausted(task, number, error);
      const wait = waitBefore(number, policy.backoffMs, error.retryAfterMs);
      policy.onRetry?.(`${line}; next one in ${(wait / 1000).toFixed(1)} s`);
      await pause(wait, task.signal);
    }
  }
}

function waitBefore(number: number, backoffMs: number, retryAfterMs: number | undefined): number {
  // Jitter, because the runners of a matrix start, and fail, at the same moment.
  const backoff = backoffMs * 2 ** (number - 1) * (0.75 + Math.random() / 2);
  return Math.min(Math.max(backoff, retryAfterMs ?? 0), LONGEST_WAIT_MS);
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

function exhausted(task: RetriedTask, attempts: number, last: TransientFailure): SetupError {
  const tries = attempts === 1 ? 'one attempt' : `${attempts} attempts`;
  return new SetupError('E_NETWORK', `${task.what} could not be read: ${last.message} (${tries}).`, {
    remedy: remedyFor(systemCode(last.cause), task.what),
    evidence: [...task.evidence],
    cause: last,
  });
}

function remedyFor(code: string | undefined, what: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return 'Check the host name, and whether this runner needs a proxy (HTTPS_PROXY, NO_PROXY) or a mirror (go-download-base-url).';
  }
  // A server that misses a client certificate may hang up without a word.
  if (what.startsWith('https:') && (code === 'ECONNRESET' || code === 'EPIPE')) {
    return 'Check that the runner reaches this server (HTTPS_PROXY and NO_PROXY are honoured) and whether it wants a client certificate (client-cert), try again later, or name a mirror with go-download-base-url.';
  }
  return 'Check that the runner reaches this server (HTTPS_PROXY and NO_PROXY are honoured), try again later, or name a mirror with go-download-base-url.';
}
