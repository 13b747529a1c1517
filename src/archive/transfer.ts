import { SetupError } from '../errors.ts';
import { displayUrl } from '../network/display-url.ts';
import type { Http, HttpResponse } from '../network/http.ts';

/** One download: where from, and what has to be known of it everywhere. */
export interface Transfer {
  readonly url: string;
  readonly http: Http;
  readonly signal: AbortSignal;
  /** One line for each failed attempt. */
  readonly evidence: string[];
  readonly onBytes: OnBytes;
}

/** Told of the bytes that just came, of all that are there, and of all there will be: 0 while that is unknown. */
export type OnBytes = (came: number, done: number, total: number) => void;

/** The most that is held in memory. Go's archives have less than a tenth of it. */
export const MAX_ARCHIVE = 2 ** 30;

/** The failure of an answer of another size than the file has. */
export function wrongSize(
  response: HttpResponse,
  url: string,
  expected: number,
  actual: number | string,
): SetupError {
  response.body.destroy();
  const page = isPage(response) ? ' It is a web page (text/html).' : '';
  return new SetupError(
    'E_CHECKSUM',
    `${displayUrl(url)} has ${actual} bytes instead of ${expected}: it is not the file that was asked for.${page}`,
    {
      remedy:
        'Have the mirror serve the file as it is on go.dev/dl, or give the hash of another build with the input checksum.',
      evidence: [
        `expected ${expected} bytes`,
        `the server says ${actual} bytes`,
        `from ${displayUrl(response.url)}`,
      ],
    },
  );
}

/** Whether the server says that it sends a web page. */
export function isPage(response: HttpResponse): boolean {
  return (response.headers['content-type'] ?? '').startsWith('text/html');
}
