import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Asked, Fault } from './faults.ts';

/** One request as it arrived, and what became of it. */
export interface LoggedRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** With its question mark; empty without one. */
  readonly query: string;
  readonly asked: Asked;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds since the server started. */
  readonly at: number;
  /** 0 while it has no answer. Written down before the answer leaves: who has an answer finds it here. */
  status: number;
  /** Bytes of body given to the connection so far, counted before they leave. */
  sent: number;
  /** True when the answer is over, whole or not. */
  over: boolean;
  /** The fault it met. */
  readonly fault: Fault['kind'] | undefined;
}

export function logEntry(
  request: IncomingMessage,
  url: URL,
  asked: Asked,
  at: number,
  fault: Fault | undefined,
): LoggedRequest {
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.search,
    asked,
    range: request.headers.range,
    authorization: request.headers.authorization,
    headers: request.headers,
    at,
    status: 0,
    sent: 0,
    over: false,
    fault: fault?.kind,
  };
}
