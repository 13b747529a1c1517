import type { Worker } from 'node:worker_threads';
import type { ArchiveSource } from '../network/origin.ts';
import { fetchVerified, type TransferOptions, type WantedArchive } from './fetch.ts';
import { createMeter, type Progress } from './meter.ts';
import { clearDirectory } from './target.ts';
import { type FileHash, unpack } from './unpack.ts';

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

export interface FetchOptions extends Omit<TransferOptions, 'onBytes'> {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Whether the SHA-256 of each file is wanted. */
  readonly hashFiles?: boolean | undefined;
  /** Makes a thread that runs writer.ts; the default finds it beside the action. */
  readonly createWriter?: (() => Worker) | undefined;
}

const TOP_DIRECTORY = 'go';

/**
 * From an archive's address to its verified tree. The archive is never written to a disk: it arrives in memory, from where its
 * files are inflated and written while the rest still comes. Resolves only when size and SHA-256 are right and every
 * file is written; until then nothing in the target may be used.
 *
 * After a failure nothing writes to the target any more, and whoever gave it removes it. The first failure is the one thrown,
 * with one exception: that the archive is broken counts only once its hash has shown that it is the right one.
 *
 * @param target an existing, empty directory; the content of the archive's `go/` goes into it
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE, E_DISK, E_PERMISSION, E_LOCKED, E_VERIFY where something else removed it meanwhile; the signal's reason
 */
export async function fetchTree(
  source: ArchiveSource,
  release: WantedArchive,
  target: string,
  options: FetchOptions,
): Promise<FetchedTree> {
  const meter = createMeter(options.onProgress);
  const { arrival, result, ...facts } = await fetchVerified(
    source,
    release,
    {
      consume: (arriving, signal) =>
        unpack(arriving, target, {
          topDirectory: TOP_DIRECTORY,
          signal,
          onFiles: (done, total) => meter('unpack', done, total),
          hashFiles: options.hashFiles,
          createWriter: options.createWriter,
        }),
      discard: (signal) => clearDirectory(target, signal),
    },
    { ...options, onBytes: (done, total) => meter('download', done, total) },
  );
  const { files, bytes, hashes, writers, ms } = result;
  const size = arrival.bytes.length;
  return { ...facts, files, bytesUnpacked: bytes, hashes, size, writers, unpackMs: ms };
}
