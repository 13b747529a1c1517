import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { type DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { SetupError } from '../errors.ts';
import { certificateFailure, isCertificateCode, tlsCode } from './certificate-failure.ts';
import { displayUrl } from './display-url.ts';
import { proxyFailure } from './proxy.ts';
import { reasonOf } from './responses.ts';
import { TransientFailure } from './retry.ts';
import type { Route } from './routes.ts';

export interface SendOptions {
  readonly route: Route;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly idleMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * One request, which has no body, up to the headers of its answer, without redirects. The body fails with a {@link TransientFailure} when no byte
 * comes for `idleMs`, and with the signal's reason when it is aborted.
 *
 * @throws TransientFailure, SetupError E_NETWORK (certificate, proxy), the reason of an aborted signal
 */
export function send(
  url: URL,
  { route, method, headers, idleMs, signal }: SendOptions,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      agent: route.agent,
      method,
      headers,
    });
    const certificate = watchCertificate(request);
    let body: IncomingMessage | undefined;
    const end = (error: Error, reason: unknown) => {
      (body ?? request).destroy(error);
      // While a proxy has not answered its CONNECT the request has no socket yet, and a destroyed one says nothing.
      if (!body) settle(() => reject(reason));
    };
    const silent = () => {
      const failed = new TransientFailure(`no byte for ${Number((idleMs / 1000).toFixed(1))} s`);
      end(failed, failed);
    };
    const abort = () => end(new Error('aborted'), signal?.reason);
    const settle = (action: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      action();
    };
    // Counts from here, because a socket's own timeout does not cover the way through a proxy.
    const timer = setTimeout(silent, idleMs);
    signal?.addEventListener('abort', abort, { once: true });
    request.once('response', (message) => {
      clearTimeout(timer);
      body = message;
      request.setTimeout(idleMs);
      request.on('timeout', silent);
      message.on('error', () => {}); // its reader is told as well; without a reader it must not end the process
      resolve(message);
    });
    request.on('error', (error) => {
      // At once: a request whose tunnel is not made is told so, and never closes.
      settle(() => reject(signal?.aborted ? signal.reason : failure(url, error, route, certificate())));
    });
    request.once('close', () => settle(() => {}));
    request.end();
  });
}

/**
 * The server's certificate and those that came with it, once they were seen: when Node says that they are not trusted, the connection is gone.
 * `secure` comes when the handshake is done and before Node judges; should it not come, a message says less. (`getPeerX509Certificate` would take
 * the certificate away from that judgement.)
 */
function watchCertificate(request: ClientRequest): () => DetailedPeerCertificate | undefined {
  let certificate: DetailedPeerCertificate | undefined;
  request.once('socket', (socket) => {
    if (!(socket instanceof TLSSocket) || request.reusedSocket) return;
    socket.prependOnceListener('secure', () => {
      certificate = socket.getPeerCertificate(true);
    });
  });
  return () => certificate;
}

function failure(
  url: URL,
  error: Error,
  { proxy }: Route,
  certificate: DetailedPeerCertificate | undefined,
): Error {
  if (error instanceof TransientFailure) return error;
  const refused = proxy && proxyFailure(url, proxy);
  if (refused) return refused;
  const code = tlsCode(error);
  if (isCertificateCode(code)) return certificateFailure(url, error, certificate);
  if (/^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/.test(code)) {
    return new SetupError('E_NETWORK', `What answers at ${displayUrl(url.origin)} does not speak TLS.`, {
      remedy: 'Correct the port in go-download-base-url, or write http:// where the server has no TLS.',
      cause: error,
    });
  }
  return new TransientFailure(reasonOf(error), { cause: error });
}
