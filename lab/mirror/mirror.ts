import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { LabRelease } from '../releases/release.ts';
import { answer } from './answer.ts';
import {
  type Asked,
  type Fault,
  type FaultHandle,
  type FaultOptions,
  type FaultTarget,
  faultBook,
} from './faults.ts';
import { type LoggedRequest, logEntry } from './log.ts';
import type { ListKind } from './resource.ts';
import { askedFor, type Reply, replyOf, router } from './route.ts';
import { sharedThrottle } from './throttle.ts';

export interface MirrorOptions {
  /** Where the list and the files stand, as go.dev has them below `/dl`. Default `/dl`. */
  readonly prefix?: string;
  /** Default 0: one that is free. */
  readonly port?: number;
  /** `none`: 404. Default `full`. */
  readonly list?: ListKind | 'none';
  /** `<file>.sha256`: 64 hex digits, as dl.google.com has them; `html`: a page with 200, as go.dev answers; `none`: 404. Default `hex`. */
  readonly hashes?: 'hex' | 'html' | 'none';
  /** Files below the prefix are answered with 302 to this URL or path + `/` + file name, as go.dev sends to dl.google.com. */
  readonly redirectFilesTo?: string;
  /** Bytes a second for all connections together. 0, the default: no limit. */
  readonly bandwidth?: number;
  /** What else it has, by path; text or bytes. Comes before the list and the files. */
  readonly also?: (path: string) => Uint8Array | string | undefined;
  /** Told of each request when it arrives, and once more when its answer is over. */
  readonly onRequest?: (request: LoggedRequest) => void;
  /** Needed for everything: 401 without an Authorization header, 403 without the token in it. */
  readonly token?: string;
  /** Speaks TLS: its certificate and key, and with `requestCert` and `ca` the clients that it lets in. */
  readonly tls?: ServerOptions;
}

/** A server that runs. */
export interface Mirror {
  /** The base URL, without a slash at its end: `http://127.0.0.1:40000/dl`. */
  readonly url: string;
  readonly origin: string;
  /** Every request since the start or the last `forget`, in the order of arrival. */
  readonly requests: readonly LoggedRequest[];
  /** How many of them asked for this. */
  readonly count: (asked: Asked) => number;
  readonly forget: () => void;
  /** From now on requests meet this fault; of several that fit, the one asked for first. */
  readonly fault: (target: FaultTarget, fault: Fault, options?: FaultOptions) => FaultHandle;
  readonly clearFaults: () => void;
  /** Bytes a second for all connections together; 0: no limit. */
  readonly setBandwidth: (bytesPerSecond: number) => void;
  /** Ends every connection and gives the port back. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a real HTTP server on 127.0.0.1 in the shape of go.dev/dl: the list (`/?mode=json`, all of it with `&include=all`),
 * the ZIPs and MSIs with ranges, ETag and Last-Modified, and `<file>.sha256`. Files are read from disk while they are sent.
 * Files are also found outside the prefix, so that a redirect can stay on the server.
 * @throws Error when the port is taken or a release's file is missing
 */
export async function startMirror(
  releases: readonly LabRelease[],
  options: MirrorOptions = {},
): Promise<Mirror> {
  const { prefix = '/dl', port = 0 } = options;
  const started = performance.now();
  const requests: LoggedRequest[] = [];
  const faults = faultBook();
  let bandwidth = options.bandwidth ?? 0;
  const throttle = sharedThrottle(() => bandwidth);
  const route = await router(releases, prefix, options);

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://mirror.invalid');
    const asked = askedFor(url, prefix);
    const fault = faults.take(url.pathname, asked, request.headers.authorization);
    const entry = logEntry(request, url, asked, performance.now() - started, fault);
    requests.push(entry);
    options.onRequest?.(entry);
    if (fault?.kind === 'silent') return;
    const found = replyOf(fault, url) ?? route(url, asked, request.headers.authorization, fault);
    try {
      if ('text' in found) {
        entry.status = found.status;
        sendReply(response, found);
      } else await answer(request, response, found, fault, throttle, entry);
    } finally {
      entry.over = true;
      options.onRequest?.(entry);
    }
  };

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `${options.tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}${prefix}`,
    origin,
    requests,
    count: (asked) => requests.filter((request) => request.asked === asked).length,
    forget: () => void requests.splice(0),
    fault: faults.add,
    clearFaults: faults.clear,
    setBandwidth: (bytesPerSecond) => {
      bandwidth = bytesPerSecond;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The base URL of a mirror that is gone: nothing listens there, connections are refused. */
export async function deadMirrorUrl(): Promise<string> {
  const mirror = await startMirror([]);
  await mirror.close();
  return mirror.url;
}

function sendReply(response: ServerResponse, reply: Reply): void {
  const headers = {
    'Content-Type': 'text/plain',
    'Content-Length': Buffer.byteLength(reply.text),
    ...reply.headers,
  };
  response.writeHead(reply.status, headers).end(response.req.method === 'HEAD' ? undefined : reply.text);
}
