import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { SetupError, systemCode } from '../errors.ts';
import { displayUrl } from './display-url.ts';
import { reasonOf } from './responses.ts';
import { TransientFailure } from './retry.ts';

interface SendOptions {
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly idleMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Node's and OpenSSL's names for a certificate that is not trusted: another try changes nothing. */
const CERTIFICATE = /CERT|ERR_TLS_|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|SELF_SIGNED|HOSTNAME_MISMATCH/;

/**
 * One GET up to the headers of its answer, without redirects. The body fails with a {@link TransientFailure} when no byte
 * comes for `idleMs`, and with the signal's reason when it is aborted.
 *
 * @throws TransientFailure, SetupError E_NETWORK (certificate), the reason of an aborted signal
 */
export function send(url: URL, { agent, headers, idleMs, signal }: SendOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, { agent, headers });
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
    request.on('error', (error) => reject(signal?.aborted ? signal.reason : failure(url, error)));
    request.once('close', () => settle(() => {}));
    request.end();
  });
}

function failure(url: URL, error: Error): Error {
  if (error instanceof TransientFailure) return error;
  const code = systemCode(error);
  if (code !== undefined && CERTIFICATE.test(code)) {
    return new SetupError(
      'E_NETWORK',
      `The certificate of ${displayUrl(url)} is not trusted: ${reasonOf(error)}.`,
      {
        remedy:
          'Name the certificate of the private CA that signs this server, or a proxy in between, in NODE_EXTRA_CA_CERTS.',
        cause: error,
      },
    );
  }
  return new TransientFailure(reasonOf(error), { cause: error });
}
