import { open, rename } from 'node:fs/promises';
import type { ArchiveSource } from '../network/origin.ts';
import { removeTree, retry } from '../windows/files.ts';
import { fetchVerified, type TransferOptions, type WantedArchive } from './fetch.ts';
import { createMeter, type Progress } from './meter.ts';

export interface FetchedFile {
  readonly bytesDownloaded: number;
  readonly sha256: string;
  readonly size: number;
  readonly downloadMs: number;
}

/**
 * From a file's address to the verified file on a disk. It comes to be at `target` by one rename, when its size and SHA-256 are right and its
 * bytes are on the disk; until then there is nothing, or what was there before.
 *
 * @param target its directory has to be there
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM, E_ARCHIVE; the error of the system where it cannot be written; the signal's reason
 */
export async function fetchFile(
  source: ArchiveSource,
  wanted: WantedArchive,
  target: string,
  options: Omit<TransferOptions, 'onBytes'> & { readonly onProgress?: (progress: Progress) => void },
): Promise<FetchedFile> {
  const meter = createMeter(options.onProgress);
  // There is nothing to do before all of it is there and right.
  const consumer = { consume: async () => {}, discard: async () => {} };
  const {
    arrival,
    result: _,
    ...facts
  } = await fetchVerified(source, wanted, consumer, {
    ...options,
    onBytes: (done, total) => meter('download', done, total),
  });
  const draft = `${target}.part`;
  try {
    const file = await open(draft, 'w');
    try {
      await file.writeFile(arrival.bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await retry(() => rename(draft, target), options.signal);
  } catch (error) {
    await removeTree(draft).catch(() => {});
    throw error;
  }
  return { ...facts, size: arrival.bytes.length };
}
