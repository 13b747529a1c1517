import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';

export interface Asked {
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
  readonly headers: IncomingMessage['headers'];
}

export interface FaultServer {
  readonly url: string;
  /** Every request so far. */
  readonly asked: Asked[];
}

/** Answers a request; `number` counts them from 1. */
export type Answer = (request: IncomingMessage, response: ServerResponse, number: number) => void;

const closing: (() => void)[] = [];

/** A real server on the loopback, gone after the test. */
export async function serve(answer: Answer): Promise<FaultServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { range, authorization } = request.headers;
    asked.push({ path: request.url ?? '', range, authorization, headers: request.headers });
    response.on('error', () => {});
    answer(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The range that is asked for, its end not included; undefined for the whole. */
export function rangeOf(request: IncomingMessage): { start: number; end: number } | undefined {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  return range === null ? undefined : { start: Number(range[1]), end: Number(range[2]) + 1 };
}

/** Sends a file as a good server does: the range that is asked for, or the whole. */
export function sendFile(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  const range = rangeOf(request);
  if (range === undefined) {
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    return;
  }
  sendRange(response, bytes.subarray(range.start, range.end), range, bytes.length);
}

/** Sends these bytes as an answer to this range, whatever they are. */
export function sendRange(
  response: ServerResponse,
  body: Buffer,
  range: { start: number; end: number },
  total: number | '*',
): void {
  response.writeHead(206, { 'content-range': `bytes ${range.start}-${range.end - 1}/${total}` }).end(body);
}

/** Sends the headers and some bytes of an answer, and then breaks the connection. */
export function breakAfter(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  count: number,
): void {
  const range = rangeOf(request) ?? { start: 0, end: bytes.length };
  const partial = request.headers.range !== undefined;
  response.writeHead(partial ? 206 : 200, {
    'content-length': range.end - range.start,
    ...(partial ? { 'content-range': `bytes ${range.start}-${range.end - 1}/${bytes.length}` } : {}),
  });
  response.write(bytes.subarray(range.start, Math.min(range.start + count, range.end)), () =>
    response.destroy(),
  );
}
