import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Throttle } from './throttle.ts';

/** Bytes of a body, piece by piece. */
export type Body = AsyncIterable<Uint8Array>;

const PIECE = 64 * 1024;

/** A part of a file, read from disk as it is sent. */
export async function* fileBody(path: string, start: number, end: number): Body {
  if (end < start) return;
  yield* createReadStream(path, { start, end, highWaterMark: 4 * PIECE }) as AsyncIterable<Buffer>;
}

/** A body that is there already. */
export async function* textBody(content: string | Uint8Array): Body {
  yield typeof content === 'string' ? Buffer.from(content) : content;
}

/** The first so many bytes of a body. */
export async function* cut(body: Body, bytes: number): Body {
  let left = bytes;
  for await (const piece of body) {
    if (left <= 0) return;
    yield piece.subarray(0, left);
    left -= piece.length;
  }
}

/** A body with more behind it. */
export async function* extended(body: Body, extra: number): Body {
  yield* body;
  for (let left = extra; left > 0; left -= PIECE) yield Buffer.alloc(Math.min(left, PIECE), 'x');
}

/** A body with one bit turned, at an offset from its start. An offset outside leaves it whole. */
export async function* flipped(body: Body, at: number): Body {
  let offset = 0;
  for await (const piece of body) {
    const place = at - offset;
    offset += piece.length;
    if (place < 0 || place >= piece.length) {
      yield piece;
      continue;
    }
    const copy = Buffer.from(piece);
    copy[place] = (copy[place] ?? 0) ^ 1;
    yield copy;
  }
}

/**
 * Sends a body, as fast as the throttles and the client allow. Stops when the client has gone.
 * @param onPiece told how many bytes each piece has, just before it is sent
 * @param pieceSize bytes at a time; a slow throttle needs small ones
 */
export async function sendBody(
  response: ServerResponse,
  body: Body,
  throttles: readonly Throttle[],
  onPiece: (bytes: number) => void,
  pieceSize = PIECE,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  for await (const big of body) {
    for (let at = 0; at < big.length; at += pieceSize) {
      const piece = big.subarray(at, at + pieceSize);
      for (const throttle of throttles) await throttle(piece.length);
      if (gone.signal.aborted) return;
      onPiece(piece.length);
      if (!response.write(piece)) {
        await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
      }
    }
  }
}
