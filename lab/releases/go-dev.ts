import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

const LIST = 'https://go.dev/dl/?mode=json';
/** An offline machine must not hold up the lab. */
const PATIENCE_MS = 3_000;

let answers: Promise<boolean> | undefined;

/** True when go.dev's list can be had from here. Asked once a process. */
export async function goDevAnswers(): Promise<boolean> {
  answers ??= fetch(LIST, { signal: AbortSignal.timeout(PATIENCE_MS) })
    .then(async (response) => response.ok && Array.isArray(await response.json()))
    .catch(() => false);
  return await answers;
}

/**
 * Fetches one file from go.dev and compares its hash with go.dev's list.
 * @throws Error when go.dev doesn't list the file or the bytes are others than listed
 */
export async function fetchFromGoDev(
  filename: string,
  target: string,
): Promise<{ sha256: string; size: number }> {
  const response = await fetch(`${LIST}&include=all`);
  const list = (await response.json()) as { files: { filename: string; sha256: string; size: number }[] }[];
  const listed = list.flatMap((release) => release.files).find((file) => file.filename === filename);
  if (!listed) throw new Error(`go.dev lists no ${filename}`);
  const download = await fetch(`https://go.dev/dl/${filename}`);
  if (!download.ok || !download.body) throw new Error(`go.dev answered ${download.status} for ${filename}`);
  const hash = createHash('sha256');
  await pipeline(
    Readable.fromWeb(download.body as ReadableStream<Uint8Array>),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(target),
  );
  const sha256 = hash.digest('hex');
  if (sha256 !== listed.sha256)
    throw new Error(`${filename} from go.dev has SHA-256 ${sha256}, listed is ${listed.sha256}`);
  return { sha256, size: listed.size };
}
