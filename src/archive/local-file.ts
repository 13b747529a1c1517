import { type FileHandle, open } from 'node:fs/promises';
import { SetupError, systemCode } from '../errors.ts';
import { type Arrival, createArrival } from './arrival.ts';
import { MAX_ARCHIVE, type OnBytes } from './transfer.ts';

/** A piece per read: large, because a share answers each one after a round trip. It is used again and again. */
const PIECE = 2 ** 20;

/** A file on a disk or share that is being read into memory. */
export interface LocalRead {
  readonly arrival: Arrival;
  /** Resolves when all of it is there. Rejects with SetupError E_NETWORK, or with the signal's reason. */
  readonly done: Promise<void>;
}

/**
 * Opens an archive and starts to read it, its tail first (a ZIP has its directory there).
 *
 * @param expected the size it has to have; 0 where nobody knows
 * @throws SetupError E_NOT_FOUND, E_NETWORK, E_CHECKSUM (another size), E_ARCHIVE (more than 1 GiB)
 */
export async function readLocal(
  path: string,
  expected: number,
  options: {
    readonly tail: number;
    readonly signal: AbortSignal;
    readonly onBytes: OnBytes;
  },
): Promise<LocalRead> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    checkSize(path, expected, size);
    const arrival = createArrival(size);
    return { arrival, done: fill(file, path, arrival, options) };
  } catch (error) {
    await file?.close();
    throw error instanceof SetupError ? error : unreadable(path, error);
  }
}

async function fill(
  file: FileHandle,
  path: string,
  arrival: Arrival,
  { tail, signal, onBytes }: Parameters<typeof readLocal>[2],
): Promise<void> {
  const size = arrival.bytes.length;
  const tailStart = Math.max(0, size - tail);
  const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(1, size)));
  try {
    for (const [from, to] of [
      [tailStart, size],
      [0, tailStart],
    ] as const) {
      for (let at = from; at < to; ) {
        signal.throwIfAborted();
        const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, to - at), at);
        if (bytesRead === 0) throw new Error(`the file ends at byte ${at} of ${size}`);
        arrival.write(at, piece.subarray(0, bytesRead));
        at += bytesRead;
        onBytes(bytesRead, arrival.received(), size);
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    throw unreadable(path, error);
  } finally {
    await file.close();
  }
}

function checkSize(path: string, expected: number, size: number): void {
  if (expected > 0 && size !== expected) {
    throw new SetupError('E_CHECKSUM', `${path} has ${size} bytes instead of ${expected}.`, {
      remedy: 'Copy the file to the mirror again, or give the hash of another build with the input checksum.',
      evidence: [`expected ${expected} bytes`, `there are ${size} bytes`],
    });
  }
  if (size > MAX_ARCHIVE) {
    throw new SetupError('E_ARCHIVE', `${path} has ${size} bytes: an archive of Go has at most 1 GiB.`, {
      remedy: 'Check that go-download-base-url points to a mirror of go.dev/dl.',
    });
  }
}

function unreadable(path: string, cause: unknown): SetupError {
  const code = systemCode(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') {
    return new SetupError('E_NOT_FOUND', `There is no such file: ${path}.`, {
      remedy: 'Check the version, and that go-download-base-url names a directory that has this file.',
      cause,
    });
  }
  return new SetupError('E_NETWORK', `${path} can't be read: ${code ?? String(cause)}.`, {
    remedy:
      'Check that the account of the runner may read this directory or share, and that it stays reachable.',
    cause,
  });
}
