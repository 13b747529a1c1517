import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type Body, cut, extended, flipped, sendBody } from './body.ts';
import type { Fault } from './faults.ts';
import type { LoggedRequest } from './log.ts';
import { parseRange } from './ranges.ts';
import type { Resource } from './resource.ts';
import type { Throttle } from './throttle.ts';
import { sharedThrottle } from './throttle.ts';

/** An answer before it is sent. */
interface Draft {
  status: number;
  headers: Record<string, string | number>;
  body: Body;
  /** Bytes of the body. */
  length: number;
}

/**
 * Answers a request for something that is there, the way a well server does (ranges, If-Range, HEAD), or as the fault says.
 * @param entry where status and bytes are written down, each before it is sent
 */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  resource: Resource,
  fault: Fault | undefined,
  throttle: Throttle,
  entry: LoggedRequest,
): Promise<void> {
  const draft = draftOf(request, resource, fault);
  if (fault) spoil(draft, fault);
  entry.status = draft.status;
  response.writeHead(draft.status, draft.headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  const rate = fault?.kind === 'slow' ? fault.bytesPerSecond : 0;
  const throttles = rate > 0 ? [throttle, sharedThrottle(() => rate)] : [throttle];
  const piece = rate > 0 ? Math.max(1, Math.min(65_536, Math.floor(rate / 20))) : 65_536;
  await sendBody(response, draft.body, throttles, (bytes) => (entry.sent += bytes), piece);
  await finish(response, fault);
}

/** What a server that is well answers; `ranges-…` faults are made here, as they change which bytes are sent. */
function draftOf(request: IncomingMessage, resource: Resource, fault: Fault | undefined): Draft {
  const { size } = resource;
  const headers: Draft['headers'] = {
    'Content-Type': resource.type,
    ETag: resource.etag,
    'Last-Modified': resource.modified.toUTCString(),
  };
  const whole: Draft = {
    status: 200,
    headers: { ...headers, 'Content-Length': size },
    body: resource.body(0, size - 1),
    length: size,
  };
  if (fault?.kind === 'ranges-ignored' || fault?.kind === 'gzip') return whole;
  whole.headers['Accept-Ranges'] = 'bytes';
  const wrong = fault?.kind === 'ranges-wrong' ? fault.how : undefined;
  const ifRange = request.headers['if-range'];
  const changed = ifRange !== undefined && ifRange !== resource.etag && ifRange !== headers['Last-Modified'];
  const range = changed ? 'whole' : parseRange(request.headers.range, size);
  if (range === 'whole') return whole;
  if (range === 'unsatisfiable') {
    const body = resource.body(0, -1);
    return {
      status: 416,
      headers: { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 },
      body,
      length: 0,
    };
  }
  const length = range.end - range.start + 1;
  // One byte off: towards the start where there is room, so that the same number of bytes is at hand.
  const shift = range.start > 0 ? -1 : 1;
  const stated = wrong === 'content-range' ? { start: range.start + shift, end: range.end + shift } : range;
  const from = wrong === 'content-range' ? stated.start : wrong === 'body' ? 0 : range.start;
  const total = wrong === 'total' || wrong === 'other-file' ? size + 1 : size;
  headers['Content-Range'] = `bytes ${stated.start}-${stated.end}/${total}`;
  headers['Content-Length'] = length;
  headers['Accept-Ranges'] = 'bytes';
  if (wrong === 'missing') delete headers['Content-Range'];
  if (wrong === 'other-file') headers['ETag'] = '"another-file"';
  return { status: 206, headers, body: resource.body(from, from + length - 1), length };
}

function spoil(draft: Draft, fault: Fault): void {
  switch (fault.kind) {
    case 'reset':
    case 'stall':
      draft.body = cut(draft.body, Math.min(fault.after ?? Math.floor(draft.length / 2), draft.length));
      return;
    case 'truncate':
      draft.body = cut(draft.body, fault.bytes);
      if (fault.length === 'honest') draft.headers['Content-Length'] = Math.min(fault.bytes, draft.length);
      return;
    case 'longer':
      draft.body = extended(draft.body, fault.extra);
      if (fault.chunked) delete draft.headers['Content-Length'];
      else draft.headers['Content-Length'] = draft.length + fault.extra;
      return;
    case 'corrupt':
      draft.body = flipped(draft.body, fault.at ?? Math.floor(draft.length / 2));
      return;
    case 'gzip':
      draft.body = Readable.from(draft.body).pipe(createGzip({ level: 1 }));
      draft.headers['Content-Encoding'] = 'gzip';
      delete draft.headers['Content-Length'];
  }
}

/** Ends the answer, or leaves the client where the fault wants it. */
async function finish(response: ServerResponse, fault: Fault | undefined): Promise<void> {
  if (fault?.kind === 'reset') {
    response.socket?.resetAndDestroy();
  } else if (fault?.kind === 'stall') {
    if (!response.closed) await new Promise((resolve) => response.once('close', resolve));
  } else if (fault?.kind === 'truncate' && fault.length === 'lying') {
    // Without this the client of a kept-alive connection would wait for the rest: a stall, not a truncation.
    response.socket?.end();
  } else {
    response.end();
  }
}
