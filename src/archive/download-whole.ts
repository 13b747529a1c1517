import { SetupError } from '../errors.ts';
import { displayUrl } from '../network/display-url.ts';
import type { HttpResponse } from '../network/http.ts';
import { failureOf, isEncoded, readBody } from '../network/responses.ts';
import { TransientFailure, withRetries } from '../network/retry.ts';
import { type Arrival, createArrival } from './arrival.ts';
import { createCollector } from './garbage.ts';
import { isPage, MAX_ARCHIVE, type Transfer, wrongSize } from './transfer.ts';

/** As for an arrival: chunks come in buffers of their own. */
const GARBAGE = 4 * 2 ** 20;

/**
 * Reads the whole file by one GET, from the start again after a break. Decodes it where it comes gzipped.
 *
 * @param expected the size it has to have, 0 where nobody knows
 * @param arrival filled in place where the size is known; otherwise one is made
 * @throws SetupError E_CHECKSUM (another size), E_NOT_FOUND, E_NETWORK, E_ARCHIVE (too large)
 */
export async function downloadWhole(
  transfer: Transfer,
  expected: number,
  arrival?: Arrival,
): Promise<Arrival> {
  const { url, http, signal, evidence } = transfer;
  let got = 0;
  const task = { what: displayUrl(url), evidence, signal, bytes: () => got };
  return withRetries(http.retries, task, async () => {
    got = 0;
    const response = await http.get(url, { signal });
    if (response.status !== 200) throw failureOf(response, url);
    const length = isEncoded(response) ? undefined : response.headers['content-length'];
    const said = length === undefined ? undefined : Number(length);
    if (expected > 0 && said !== undefined && said !== expected)
      throw wrongSize(response, url, expected, said);
    const total = expected > 0 ? expected : (said ?? 0);
    if (total > MAX_ARCHIVE) throw refuseLarge(response, url, `${total} bytes`);
    const place = total > 0 ? (arrival ?? createArrival(total)) : undefined;
    place?.restart();
    const store = place === undefined ? createStore() : undefined;
    await readBody(response, (chunk) => {
      if (total > 0 && got + chunk.length > total)
        throw wrongSize(response, url, total, `more than ${total}`);
      if (got + chunk.length > MAX_ARCHIVE) throw refuseLarge(response, url, 'more than 1 GiB');
      store?.append(chunk);
      place?.write(got, chunk);
      got += chunk.length;
      transfer.onBytes(chunk.length, got, total);
    });
    // A page in place of the file is no matter of a broken connection.
    if (got < total && isPage(response)) throw wrongSize(response, url, total, got);
    if (got < total) throw new TransientFailure(`the answer ended ${total - got} bytes early`);
    return place ?? createArrival(got, store?.bytes);
  });
}

/** ES2024, which Node has had since version 20. */
interface Growable extends SharedArrayBuffer {
  grow(length: number): void;
}

/** Bytes of which nobody knows how many will come, in one place from the start: a copy at the end would take as much memory again. */
function createStore() {
  const bytes = Reflect.construct(SharedArrayBuffer, [0, { maxByteLength: MAX_ARCHIVE }]) as Growable;
  const discard = createCollector(GARBAGE);
  return {
    bytes,
    append(chunk: Uint8Array): void {
      const at = bytes.byteLength;
      bytes.grow(at + chunk.length);
      new Uint8Array(bytes, at).set(chunk);
      discard(chunk.length);
    },
  };
}

function refuseLarge(response: HttpResponse, url: string, size: string): SetupError {
  response.body.destroy();
  return new SetupError('E_ARCHIVE', `${displayUrl(url)} has ${size}: an archive of Go has at most 1 GiB.`, {
    remedy: 'Check that go-download-base-url points to a mirror of go.dev/dl.',
  });
}
