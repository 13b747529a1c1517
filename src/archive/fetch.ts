import { SetupError } from '../errors.ts';
import { displayUrl } from '../network/display-url.ts';
import { anySignal } from '../network/http.ts';
import type { ArchiveSource } from '../network/origin.ts';
import { type Arrival, createArrival } from './arrival.ts';
import { downloadRanges } from './download-ranges.ts';
import { downloadWhole } from './download-whole.ts';
import { readLocal } from './local-file.ts';
import { overlap, type Start } from './overlap.ts';
import { RANGE_PLAN, type RangePlan, RangesUnusable } from './ranges.ts';
import { MAX_ARCHIVE, type OnBytes } from './transfer.ts';

/** What is wanted: the file and how it is recognised. */
export interface WantedArchive {
  readonly sha256: string;
  /** 0 where nobody knows. */
  readonly size: number;
  readonly filename: string;
}

/** What is made of the bytes. */
export interface Consumer<T> {
  /** Begins while they still arrive. Nothing that it makes may be used before {@link fetchVerified} resolves. */
  consume(arrival: Arrival, signal: AbortSignal): Promise<T>;
  /** Takes back what was made of bytes that were not the right ones. */
  discard(signal: AbortSignal): Promise<void>;
}

export interface TransferOptions {
  /** Bounds the download, wherever the file is looked for. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Told of the bytes that are there, of all there will be. */
  readonly onBytes?: ((done: number, total: number) => void) | undefined;
  /** Told of each decision to go on in another way. */
  readonly onNote?: ((line: string) => void) | undefined;
  readonly ranges?: RangePlan | undefined;
}

export interface Fetched<T> {
  readonly arrival: Arrival;
  readonly result: T;
  /** All bytes that came, those of attempts that failed included. */
  readonly bytesDownloaded: number;
  /** Lower-case hex, as it was asked for. */
  readonly sha256: string;
  readonly downloadMs: number;
}

/** All bytes came, and they are not the file's. Its message is their SHA-256. */
class WrongBytes extends Error {}

/**
 * Brings a file into memory, by several ranged requests where the server allows it, and resolves only when its size and SHA-256 are right and
 * the consumer is done. What came wrong in ranges is read once more in one go.
 *
 * The first failure is the one thrown, with one exception: that the archive is broken counts only once its hash has shown that it is the
 * right one.
 *
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE; what the consumer throws; the signal's reason
 */
export async function fetchVerified<T>(
  source: ArchiveSource,
  release: WantedArchive,
  consumer: Consumer<T>,
  options: TransferOptions,
): Promise<Fetched<T>> {
  const missing: SetupError[] = [];
  const end = performance.now() + options.timeoutMs;
  for (const place of [source, ...(source.elsewhere ?? [])]) {
    try {
      return await fetchFrom(place, release, consumer, options, end);
    } catch (error) {
      if (!(error instanceof SetupError) || error.code !== 'E_NOT_FOUND') throw error;
      missing.push(error);
      await consumer.discard(options.signal ?? new AbortController().signal);
    }
  }
  const [first, ...others] = missing as [SetupError, ...SetupError[]];
  if (others.length === 0) throw first;
  throw new SetupError('E_NOT_FOUND', first.message, {
    remedy: first.remedy,
    evidence: [...first.evidence, ...others.map((other) => `nor elsewhere: ${other.message}`)],
    cause: first.cause,
  });
}

/** Brings it from one place. @param end when the time is up, by performance.now() */
async function fetchFrom<T>(
  source: ArchiveSource,
  release: WantedArchive,
  consumer: Consumer<T>,
  options: TransferOptions,
  end: number,
): Promise<Fetched<T>> {
  const where = source.kind === 'http' ? displayUrl(source.url) : source.path;
  requireKnown(release, where);
  const expected = release.sha256.toLowerCase();
  const plan = options.ranges ?? RANGE_PLAN;
  const user = options.signal ?? new AbortController().signal;
  const limit = timeLimit(options.timeoutMs, end, where);
  const signal = anySignal(user, limit.signal) as AbortSignal;
  const evidence: string[] = [];
  const started = performance.now();
  let downloadMs = 0;
  let bytesDownloaded = 0;
  const onBytes: OnBytes = (came, done, total) => {
    bytesDownloaded += came;
    options.onBytes?.(done, total);
  };

  const verify = (arrival: Arrival) => {
    limit.clear();
    downloadMs = performance.now() - started;
    const actual = arrival.sha256();
    if (actual !== expected) throw new WrongBytes(actual);
  };
  const consume = (arrival: Arrival, stop: AbortSignal) => consumer.consume(arrival, stop);
  const overlapped = (start: Start) => overlap({ start, verify, consume, signal });

  async function fromServer({ url, http }: Extract<ArchiveSource, { kind: 'http' }>) {
    const transfer = { url, http, evidence, onBytes };
    let place: Arrival | undefined;
    if (release.size > 0) {
      const arrival = createArrival(release.size);
      place = arrival;
      try {
        return await overlapped(async (stop) => ({
          arrival,
          done: downloadRanges({ ...transfer, signal: stop }, arrival, plan),
        }));
      } catch (error) {
        if (error instanceof RangesUnusable) {
          options.onNote?.(`${where}: ${error.message}; the whole file is read in one go instead`);
        } else if (error instanceof WrongBytes) {
          evidence.push(`read in ranges, its SHA-256 was ${error.message}`);
          options.onNote?.(
            `${where}: what came in ranges is not the file; the whole file is read once more in one go`,
          );
        } else throw error;
        await consumer.discard(signal);
      }
    }
    limit.start();
    const arrival = await downloadWhole({ ...transfer, signal }, release.size, place);
    verify(arrival);
    return { arrival, result: await consume(arrival, user) };
  }

  try {
    limit.start();
    const { arrival, result } =
      source.kind === 'http'
        ? await fromServer(source)
        : await overlapped((stop) =>
            readLocal(source.path, release.size, { tail: plan.tail, signal: stop, onBytes }),
          );
    return { arrival, result, bytesDownloaded, sha256: expected, downloadMs };
  } catch (error) {
    throw error instanceof WrongBytes ? wrongHash(where, expected, error.message, evidence) : error;
  } finally {
    limit.clear();
  }
}

function requireKnown(release: WantedArchive, where: string): void {
  if (!/^[0-9a-f]{64}$/i.test(release.sha256)) {
    throw new SetupError('E_CHECKSUM', `No SHA-256 is known for ${release.filename}: it can't be verified.`, {
      remedy: 'Give its hash with the input checksum.',
      evidence: [where],
    });
  }
  if (release.size > MAX_ARCHIVE) {
    throw new SetupError(
      'E_ARCHIVE',
      `${release.filename} has ${release.size} bytes: more than 1 GiB is refused.`,
      {
        remedy: 'Check the release list of the mirror: a file of Go has about 80 MB.',
        evidence: [where],
      },
    );
  }
}

function wrongHash(where: string, expected: string, actual: string, evidence: readonly string[]): SetupError {
  return new SetupError(
    'E_CHECKSUM',
    `${where} is not the file that was asked for: its SHA-256 is ${actual}, not ${expected}.`,
    {
      remedy:
        'Have the mirror serve the file as it is on go.dev/dl, or give the hash of another build with the input checksum.',
      evidence: [`expected ${expected}`, `actual   ${actual}`, `from     ${where}`, ...evidence],
    },
  );
}

/** A signal that is aborted when the time is up. The clock is looked at from `start` to `clear`. @param ms what the time was, for the message */
function timeLimit(ms: number, end: number, where: string) {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expire = () =>
    controller.abort(
      new SetupError('E_NETWORK', `${where} did not come within ${Math.round(ms / 100) / 10} s.`, {
        remedy: 'Raise download-timeout, or name a nearer mirror with go-download-base-url.',
      }),
    );
  return {
    signal: controller.signal,
    start() {
      timer ??= setTimeout(expire, end - performance.now());
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
