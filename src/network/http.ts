import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { SetupError } from '../errors.ts';
import { isUnknownIssuer } from './certificate-failure.ts';
import { createCredentials } from './credentials.ts';
import { displayUrl } from './display-url.ts';
import { type SendOptions, send } from './request.ts';
import { failureOf, readBody } from './responses.ts';
import { type RetryPolicy, withRetries } from './retry.ts';
import { createRoutes } from './routes.ts';
import { createTrust, type TlsSettings } from './trust.ts';

/** The answer to one request, after redirects. Its body has to be read or destroyed. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: IncomingMessage;
  /** Where the redirects led. Without credentials, with its query: for use, not to be shown. */
  readonly url: string;
}

export interface HttpOptions {
  readonly userAgent: string;
  /** Goes to the origin of this URL only. `Bearer x` and `Basic x` are sent as they are, anything else as a bearer token. */
  readonly token?: { readonly origin: string; readonly value: string } | undefined;
  /** Ends every request, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which a request is given up; 30 s. */
  readonly idleTimeoutMs?: number | undefined;
  /** Milliseconds for a short text, all tries together; 90 s. Without it a server that swallows connections holds the step up for minutes. */
  readonly textTimeoutMs?: number | undefined;
  /** Tries for each file or range, the first included; 5. */
  readonly attempts?: number | undefined;
  /** Wait before the second try in milliseconds, doubled each time; 500. */
  readonly backoffMs?: number | undefined;
  readonly onRetry?: ((line: string) => void) | undefined;
  /** Authorities that are trusted besides node's own, and a client certificate. */
  readonly tls?: TlsSettings | undefined;
  /** What the operating system trusts, as PEM; read when node's own authorities do not suffice. */
  readonly systemStore?: (() => readonly string[]) | undefined;
  /** Told, as one line, that the operating system's certificates are trusted from now on. */
  readonly onNote?: ((line: string) => void) | undefined;
}

export interface GetOptions {
  /** GET where left out. The redirect of a POST, which has no body here, is not followed: it is an answer. */
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly accept?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface TextOptions extends GetOptions {
  /** Statuses that mean "there is none": answered with undefined. */
  readonly absent?: readonly number[];
  /** The most bytes that are accepted, decoded. */
  readonly maxBytes: number;
  /** With true, what follows `maxBytes` is cut off instead of refused. */
  readonly cut?: boolean;
}

/** Plain requests with redirects, credentials, proxies (HTTP_PROXY, HTTPS_PROXY, NO_PROXY) and time limits. */
export interface Http {
  readonly retries: RetryPolicy;
  /**
   * One try; any status is an answer.
   * @throws TransientFailure for a broken connection or silence; SetupError E_NETWORK for redirects that are not followed
   *   and certificates that are not trusted; the reason of an aborted signal
   */
  get(url: string, options?: GetOptions): Promise<HttpResponse>;
  /**
   * A short text as UTF-8, with retries; undefined for a status in `absent`.
   * @throws SetupError E_NOT_FOUND (404), E_NETWORK (also when it does not come in time)
   */
  getText(url: string, options: TextOptions): Promise<string | undefined>;
  /** The same for what is no text. */
  getBytes(url: string, options: TextOptions): Promise<Buffer | undefined>;
  /** Drops all connections. */
  close(): void;
}

const MAX_REDIRECTS = 10;
const REDIRECTS = [301, 302, 303, 307, 308];

export function createHttp(options: HttpOptions): Http {
  const idleMs = options.idleTimeoutMs ?? 30_000;
  const textMs = options.textTimeoutMs ?? 90_000;
  const retries = {
    attempts: options.attempts ?? 5,
    backoffMs: options.backoffMs ?? 500,
    onRetry: options.onRetry,
  };
  const credentials = createCredentials(options.token);
  const trust = createTrust(options.tls, options.systemStore);
  const routes = createRoutes(trust);

  /** One request. A certificate of nobody that Node knows may be one of somebody that the operating system knows. */
  async function ask(target: URL, how: Pick<SendOptions, 'headers' | 'idleMs' | 'method' | 'signal'>) {
    const route = routes.to(target);
    try {
      return await send(target, { ...how, route });
    } catch (error) {
      if (!isUnknownIssuer(error)) throw error;
      const added = trust.addSystemStore();
      if (added > 0) {
        routes.renew();
        options.onNote?.(
          `The certificate of ${target.host} has an issuer that Node does not know: the ${added} authorities of this machine's certificate store count, too`,
        );
      }
      // Another request may have added them meanwhile.
      const renewed = routes.to(target);
      if (renewed === route) throw error;
      return await send(target, { ...how, route: renewed });
    }
  }

  async function get(url: string, request: GetOptions = {}): Promise<HttpResponse> {
    const signal = anySignal(options.signal, request.signal);
    const chain: string[] = [];
    let target = credentials.strip(new URL(url));
    for (;;) {
      signal?.throwIfAborted();
      chain.push(displayUrl(target));
      const authorization = credentials.for(target);
      const headers = {
        'user-agent': options.userAgent,
        accept: request.accept ?? '*/*',
        'accept-encoding': 'identity',
        ...request.headers,
        ...(authorization === undefined ? {} : { authorization }),
      };
      const { method = 'GET' } = request;
      const body = await ask(target, { headers, idleMs, method, signal });
      const status = body.statusCode ?? 0;
      const location = body.headers.location;
      if (method !== 'GET' || !REDIRECTS.includes(status) || location === undefined) {
        return { status, headers: body.headers, body, url: target.href };
      }
      body.destroy();
      target = credentials.strip(redirected(target, location, chain));
    }
  }

  async function getBytes(url: string, text: TextOptions): Promise<Buffer | undefined> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(tooSlow(url, textMs)), textMs);
    try {
      return await tryBytes(url, { ...text, signal: anySignal(text.signal, deadline.signal) });
    } finally {
      clearTimeout(timer);
    }
  }

  async function tryBytes(url: string, text: TextOptions): Promise<Buffer | undefined> {
    const signal = anySignal(options.signal, text.signal);
    const task = { what: displayUrl(url), evidence: [], signal };
    return withRetries(retries, task, async () => {
      const response = await get(url, { ...text, headers: { 'accept-encoding': 'gzip', ...text.headers } });
      if (text.absent?.includes(response.status)) {
        response.body.destroy();
        return undefined;
      }
      if (response.status !== 200) throw failureOf(response, url);
      return await readBytes(response, text);
    });
  }

  return {
    retries,
    get,
    getBytes,
    getText: async (url, text) => (await getBytes(url, text))?.toString('utf8'),
    close: routes.close,
  };
}

function tooSlow(url: string, ms: number): SetupError {
  return new SetupError(
    'E_NETWORK',
    `${displayUrl(url)} did not come within ${Math.round(ms / 100) / 10} s.`,
    {
      remedy:
        'Check that the runner reaches this server (HTTPS_PROXY and NO_PROXY are honoured), or name a mirror with go-download-base-url.',
      cause: new Error('the time for it is up'),
    },
  );
}

async function readBytes(response: HttpResponse, text: TextOptions): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const full = new Error('as much as was asked for');
  try {
    await readBody(response, (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > text.maxBytes) throw full;
    });
  } catch (error) {
    if (error !== full) throw error;
    if (text.cut !== true) {
      throw new SetupError(
        'E_NETWORK',
        `${displayUrl(response.url)} is longer than ${text.maxBytes} bytes.`,
        {
          remedy: 'Check that go-download-base-url points to a mirror of go.dev/dl.',
        },
      );
    }
  }
  return Buffer.concat(chunks).subarray(0, text.maxBytes);
}

function redirected(from: URL, location: string, chain: readonly string[]): URL {
  const refuse = (why: string) =>
    new SetupError('E_NETWORK', `${chain[0]} redirects ${why}.`, {
      remedy: 'Check go-download-base-url; give the address that the mirror serves its files from.',
      evidence: chain.map((url, hop) => `${hop === 0 ? 'asked for' : 'redirected to'} ${url}`),
    });
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (to === undefined || (to.protocol !== 'http:' && to.protocol !== 'https:'))
    throw refuse('to an address that is neither http nor https');
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw refuse(`from https to http (${displayUrl(to)}), which is not followed`);
  }
  if (chain.length > MAX_REDIRECTS) throw refuse(`more than ${MAX_REDIRECTS} times`);
  return to;
}

/** One signal for those that are there; undefined for none. */
export function anySignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}
