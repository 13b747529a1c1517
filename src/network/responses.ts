import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SetupError } from '../errors.ts';
import { displayUrl } from './display-url.ts';
import type { HttpResponse } from './http.ts';
import { TransientFailure } from './retry.ts';

/**
 * What a status that is not the wanted one means: worth another try (408, 425, 429, 5xx), a file that is not there
 * (404, 410), or a refusal that another try does not change.
 *
 * @param url the URL that was asked for, before redirects
 */
export function failureOf(response: HttpResponse, url: string): SetupError | TransientFailure {
  const { status } = response;
  response.body.destroy();
  const evidence = [`GET ${displayUrl(url)}`];
  if (displayUrl(response.url) !== displayUrl(url))
    evidence.push(`redirected to ${displayUrl(response.url)}`);
  evidence.push(`status ${status}`);
  if (status === 404 || status === 410) {
    return new SetupError(
      'E_NOT_FOUND',
      `This server has no such file: ${displayUrl(url)} (status ${status}).`,
      {
        remedy:
          'Check the version and, with a mirror, that go-download-base-url points to a folder that has this file.',
        evidence,
      },
    );
  }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return new TransientFailure(`status ${status}`, {
      retryAfterMs: retryAfter(response.headers['retry-after']),
    });
  }
  const denied = status === 401 || status === 403 || status === 407;
  return new SetupError('E_NETWORK', `The server refused ${displayUrl(url)} with status ${status}.`, {
    remedy: denied
      ? 'Give the mirror its credentials with mirror-token (or client-cert), or check the proxy (HTTPS_PROXY, NO_PROXY) in between.'
      : 'Check go-download-base-url, what a proxy in between makes of the request, and whether the server wants a client certificate (client-cert).',
    evidence,
  });
}

/** The wait that a Retry-After header asks for, in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Whether the body is encoded: then its Content-Length says nothing about the file. */
export function isEncoded(response: HttpResponse): boolean {
  return !['', 'identity'].includes(encodingOf(response));
}

/**
 * Hands over the body chunk by chunk, decoded from gzip where the server chose to encode it.
 * The body is destroyed when `onChunk` throws.
 *
 * @throws TransientFailure when the connection breaks or the gzip stream does; SetupError E_NETWORK for an encoding
 *   that nobody asked for; whatever `onChunk` throws
 */
export async function readBody(response: HttpResponse, onChunk: (chunk: Buffer) => void): Promise<void> {
  const { body } = response;
  const encoding = encodingOf(response);
  if (isEncoded(response) && encoding !== 'gzip' && encoding !== 'x-gzip') {
    body.destroy();
    throw new SetupError(
      'E_NETWORK',
      `${displayUrl(response.url)} came in an encoding not asked for: ${encoding}.`,
      {
        remedy:
          'Have the mirror, or the proxy in between, send files as they are (Accept-Encoding: identity is asked for).',
      },
    );
  }
  // The pipeline hands errors on; the reader below is told of them.
  const stream = isEncoded(response) ? pipeline(body, createGunzip(), () => {}) : body;
  const chunks = stream.iterator({ destroyOnReturn: true });
  try {
    for (;;) {
      const next = await take(chunks);
      if (next.done === true) return;
      onChunk(next.value);
    }
  } finally {
    stream.destroy();
    body.destroy();
  }
}

async function take(chunks: AsyncIterator<Buffer>): Promise<IteratorResult<Buffer>> {
  try {
    return await chunks.next();
  } catch (error) {
    throw error instanceof TransientFailure ? error : new TransientFailure(reasonOf(error), { cause: error });
  }
}

/** One line on an error of a request or its body: the system's code, and its words where they say more. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A host with several addresses fails with one error for each.
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(reasonOf).join('; ');
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined || error.message.includes(code)) return error.message;
  return `${code} (${error.message})`;
}

function encodingOf(response: HttpResponse): string {
  return (response.headers['content-encoding'] ?? '').trim().toLowerCase();
}
