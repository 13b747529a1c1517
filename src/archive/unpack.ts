import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Arrival } from './arrival.ts';
import { makeDirectories, requireSpace } from './target.ts';
import { createTuner } from './tuner.ts';
import { createWorkList } from './work-list.ts';
import type { WriterFile } from './writer.ts';
import { createWriterPool, type WriterPool } from './writer-pool.ts';
import { dataOffset, END_REACH, locateDirectory, readDirectory } from './zip.ts';
import type { ZipDirectory, ZipFile } from './zip-file.ts';

export interface UnpackOptions {
  /** The one directory of the archive, whose content goes into the target. */
  readonly topDirectory: string;
  readonly signal: AbortSignal;
  /** Told of the files that are written, and of all there are. */
  readonly onFiles?: ((done: number, total: number) => void) | undefined;
  /** Whether the SHA-256 of each file is wanted. */
  readonly hashFiles?: boolean | undefined;
  readonly createWriter?: (() => Worker) | undefined;
}

/** A file that was written, by its path below the target, with forward slashes. */
export interface FileHash {
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface Unpacked {
  readonly files: number;
  readonly bytes: number;
  /** Of every file, computed from what was written; empty where it was not asked for. */
  readonly hashes: readonly FileHash[];
  /** Threads that wrote at the end. */
  readonly writers: number;
  /** Milliseconds from the first directory to the last file. */
  readonly ms: number;
}

/**
 * Unpacks an archive while it still arrives: its directory as soon as its end is there, all directories first, then each file
 * once its bytes have come, the largest of those first, with small ones beside them. Files are inflated and written by several threads.
 *
 * Nothing is undone: whoever gave the target removes it after a failure. When this rejects no thread writes any more.
 *
 * @param target an existing, empty directory
 * @throws SetupError E_ARCHIVE, E_DISK, E_PERMISSION, E_LOCKED, E_VERIFY where something else removed the target meanwhile; the reason of an aborted signal
 */
export async function unpack(arrival: Arrival, target: string, options: UnpackOptions): Promise<Unpacked> {
  const halt = new AbortController();
  const abort = () => halt.abort(options.signal.reason);
  options.signal.throwIfAborted();
  options.signal.addEventListener('abort', abort, { once: true });
  const pool = createWriterPool(arrival.bytes.buffer, {
    onFailure: (error) => halt.abort(error),
    hash: options.hashFiles === true,
    createWriter: options.createWriter,
  });
  try {
    pool.resize(1); // it starts while the directory arrives
    return await unpackWith(pool, arrival, target, { ...options, signal: halt.signal });
  } finally {
    options.signal.removeEventListener('abort', abort);
    await pool.stop();
  }
}

async function unpackWith(
  pool: WriterPool,
  arrival: Arrival,
  target: string,
  options: UnpackOptions,
): Promise<Unpacked> {
  const directory = await arrivedDirectory(arrival, options);
  await requireSpace(target, directory);
  const from = performance.now();
  await makeDirectories(target, directory.directories, options.signal);
  const written = await writeFiles(pool, arrival, target, directory.files, options);
  const ms = performance.now() - from;
  return { files: directory.files.length, bytes: directory.totalSize, ...written, ms };
}

async function arrivedDirectory(arrival: Arrival, options: UnpackOptions): Promise<ZipDirectory> {
  const { bytes } = arrival;
  await arrival.until(Math.max(0, bytes.length - END_REACH), bytes.length, options.signal);
  const location = locateDirectory(bytes);
  await arrival.until(location.offset, bytes.length, options.signal);
  return readDirectory(bytes, location, options.topDirectory);
}

/**
 * Hands the files to the writers as they arrive. Resolves with the number of writers at the end, and with the hashes, rejects with
 * the reason of the signal, which a failing writer aborts.
 */
function writeFiles(
  pool: WriterPool,
  arrival: Arrival,
  target: string,
  files: readonly ZipFile[],
  { onFiles, signal }: UnpackOptions,
): Promise<Pick<Unpacked, 'writers' | 'hashes'>> {
  const cores = Math.max(1, availableParallelism());
  const tuner = createTuner(cores);
  const list = createWorkList(files, arrival);
  let written = 0;
  let inflating = 0;
  const hashes: FileHash[] = [];

  function place(file: ZipFile): WriterFile {
    const { compressedSize, size, crc32, method } = file;
    const start = dataOffset(arrival.bytes, file);
    return { name: file.path, path: join(target, file.path), start, compressedSize, size, crc32, method };
  }

  function feed(onWritten: () => void): void {
    list.refresh();
    if (list.remaining() > 0) pool.resize(Math.min(tuner.wanted(), Math.max(pool.size(), list.remaining())));
    while (pool.idle() > 0) {
      const writers = pool.size();
      // Large files take processors and small ones take waiting: writers beyond the cores do the waiting meanwhile.
      const large = tuner.settled() && inflating < cores;
      const batch = list.take(large ? 'largest' : 'smallest', writers);
      if (batch.length === 0) return;
      if (large) inflating += 1;
      pool.give(batch.map(place), ({ small, smallMs, hashes: sums }) => {
        if (large) inflating -= 1;
        tuner.record({ writers, files: small, ms: smallMs });
        written += batch.length;
        for (const [at, sha256] of sums.entries()) hashes.push({ path: batch[at]?.path ?? '', sha256 });
        onFiles?.(written, files.length);
        onWritten();
      });
    }
  }

  return new Promise((resolve, reject) => {
    const settle = (action: () => void) => {
      stopListening();
      pool.onReady(() => {});
      signal.removeEventListener('abort', abort);
      action();
    };
    const abort = () => settle(() => reject(signal.reason));
    const pump = () => {
      if (signal.aborted) return;
      if (written === files.length)
        return settle(() =>
          resolve({ writers: Math.min(tuner.wanted(), Math.max(1, files.length)), hashes }),
        );
      try {
        feed(pump);
      } catch (error) {
        settle(() => reject(error));
      }
    };
    const stopListening = arrival.onWrite(() => {
      if (pool.idle() > 0) pump();
    });
    signal.addEventListener('abort', abort, { once: true });
    pool.onReady(pump);
    if (signal.aborted) abort();
    else pump();
  });
}
