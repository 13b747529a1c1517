import type { Worker } from 'node:worker_threads';
import { SetupError } from '../errors.ts';
import { displayUrl } from '../network/display-url.ts';
import { anySignal } from '../network/http.ts';
import type { ArchiveSource } from '../network/origin.ts';
import { type Arrival, createArrival } from './arrival.ts';
import { downloadRanges } from './download-ranges.ts';
import { downloadWhole } from './download-whole.ts';
import { readLocal } from './local-file.ts';
import { createMeter, type Progress } from './meter.ts';
import { overlap, type Start } from './overlap.ts';
import { RANGE_PLAN, type RangePlan, RangesUnusable } from './ranges.ts';
import { clearDirectory } from './target.ts';
import { MAX_ARCHIVE, type OnBytes } from './transfer.ts';
import { type FileHash, type Unpacked, unpack } from './unpack.ts';

export interface FetchedTree {
  readonly files: number;
  readonly bytesUnpacked: number;
  /** All bytes that came, those of attempts that failed included. */
  readonly bytesDownloaded: number;
  /** Lower-case hex, as it was asked for. */
  readonly sha256: string;
  /** Of each file as it was written; empty where it was not asked for. */
  readonly hashes: readonly FileHash[];
  /** Of the archive, in bytes. */
  readonly size: number;
  /** Threads that wrote at the end. */
  readonly writers: number;
  readonly downloadMs: number;
  /** From the first directory to the last file; overlaps the download. */
  readonly unpackMs: number;
}

export interface FetchOptions {
  /** Bounds the download, not the unpacking. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Told of each decision to go on in another way. */
  readonly onNote?: ((line: string) => void) | undefined;
  /** Whether the SHA-256 of each file is wanted. */
  readonly hashFiles?: boolean | undefined;
  /** Makes a thread that runs writer.ts; the default finds it beside the action. */
  readonly createWriter?: (() => Worker) | undefined;
  readonly ranges?: RangePlan | undefined;
}

/** What is wanted: the file and how it is recognised. */
export interface WantedArchive {
  readonly sha256: string;
  /** 0 where nobody knows. */
  readonly size: number;
  readonly filename: string;
}

const TOP_DIRECTORY = 'go';

/** All bytes came, and they are not the file's. Its message is their SHA-256. */
class WrongBytes extends Error {}

/**
 * From an archive's address to its verified tree. The archive is never written to a disk: it arrives in memory, from where its
 * files are inflated and written while the rest still comes. Resolves only when size and SHA-256 are right and every
 * file is written; until then nothing in the target may be used.
 *
 * After a failure nothing writes to the target any more, and whoever gave it removes it. The first failure is the one thrown,
 * with one exception: that the archive is broken counts only once its hash has shown that it is the right one.
 *
 * @param target an existing, empty directory; the content of the archive's `go/` goes into it
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE, E_DISK, E_PERMISSION, E_LOCKED; the signal's reason
 */
export async function fetchTree(
  source: ArchiveSource,
  release: WantedArchive,
  target: string,
  options: FetchOptions,
): Promise<FetchedTree> {
  const where = source.kind === 'http' ? displayUrl(source.url) : source.path;
  requireKnown(release, where);
  const expected = release.sha256.toLowerCase();
  const plan = options.ranges ?? RANGE_PLAN;
  const user = options.signal ?? new AbortController().signal;
  const limit = timeLimit(options.timeoutMs, where);
  const signal = anySignal(user, limit.signal) as AbortSignal;
  const meter = createMeter(options.onProgress);
  const evidence: string[] = [];
  const started = performance.now();
  let downloadMs = 0;
  let bytesDownloaded = 0;
  const onBytes: OnBytes = (came, done, total) => {
    bytesDownloaded += came;
    meter('download', done, total);
  };

  const verify = (arrival: Arrival) => {
    limit.clear();
    downloadMs = performance.now() - started;
    const actual = arrival.sha256();
    if (actual !== expected) throw new WrongBytes(actual);
  };
  const unpackInto = (arrival: Arrival, stop: AbortSignal) =>
    unpack(arrival, target, {
      topDirectory: TOP_DIRECTORY,
      signal: stop,
      onFiles: (done, total) => meter('unpack', done, total),
      hashFiles: options.hashFiles,
      createWriter: options.createWriter,
    });
  const overlapped = (start: Start) => overlap({ start, verify, unpack: unpackInto, signal });

  async function fromServer({ url, http }: Extract<ArchiveSource, { kind: 'http' }>): Promise<Fetched> {
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
        await clearDirectory(target, signal);
      }
    }
    limit.start();
    const arrival = await downloadWhole({ ...transfer, signal }, release.size, place);
    verify(arrival);
    return { arrival, unpacked: await unpackInto(arrival, user) };
  }

  try {
    limit.start();
    const { arrival, unpacked } =
      source.kind === 'http'
        ? await fromServer(source)
        : await overlapped((stop) =>
            readLocal(source.path, release.size, { tail: plan.tail, signal: stop, onBytes }),
          );
    return {
      files: unpacked.files,
      bytesUnpacked: unpacked.bytes,
      bytesDownloaded,
      sha256: expected,
      hashes: unpacked.hashes,
      size: arrival.bytes.length,
      writers: unpacked.writers,
      downloadMs,
      unpackMs: unpacked.ms,
    };
  } catch (error) {
    throw error instanceof WrongBytes ? wrongHash(where, expected, error.message, evidence) : error;
  } finally {
    limit.clear();
  }
}

interface Fetched {
  readonly arrival: Arrival;
  readonly unpacked: Unpacked;
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
        remedy: 'Check the release list of the mirror.',
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

/** A signal that is aborted when the time is up. The clock runs from here, and is looked at from `start` to `clear`. */
function timeLimit(ms: number, where: string) {
  const controller = new AbortController();
  const end = performance.now() + ms;
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
