/** Which requests a fault meets: the list, the ZIPs and MSIs, the `.sha256` files, everything, or paths that match. */
export type FaultTarget = 'list' | 'files' | 'hashes' | 'all' | RegExp;

/** One way in which a server lets its clients down. Sizes in bytes, times in milliseconds. */
export type Fault =
  /** The connection is reset after so many bytes of the body (default: half of it). */
  | { readonly kind: 'reset'; readonly after?: number }
  /** After so many bytes of the body nothing more comes, and the connection stays open. */
  | { readonly kind: 'stall'; readonly after?: number }
  /** The request is taken and never answered, not even with a status. */
  | { readonly kind: 'silent' }
  /** The body of each answer comes at this rate. */
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** The body ends after so many bytes. `honest`: Content-Length says so; `lying`: it says the full size. */
  | { readonly kind: 'truncate'; readonly bytes: number; readonly length: 'honest' | 'lying' }
  /** So many bytes more than the list says, under a Content-Length that fits them; `chunked`: without one. */
  | { readonly kind: 'longer'; readonly extra: number; readonly chunked?: boolean }
  /** The right number of bytes, one bit of which is wrong (default: in the middle of the file). */
  | { readonly kind: 'corrupt'; readonly at?: number }
  /** An answer with this status; Retry-After in seconds or as a date. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number | string;
      readonly body?: string;
    }
  /** To this URL. */
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** To itself, under another query each time. */
  | { readonly kind: 'redirect-loop' }
  /** A page for people, with 200. */
  | { readonly kind: 'html' }
  /** This body and type, with 200. */
  | { readonly kind: 'body'; readonly body: string | Uint8Array; readonly type?: string }
  /** 200 and the whole body for a request with Range; Accept-Ranges is not sent. */
  | { readonly kind: 'ranges-ignored' }
  /**
   * 206 that is wrong: `content-range` names other bytes than asked for (and sent), `body` holds the bytes from the start of the
   * file under the right Content-Range, `total` names another size of the file, `missing` has no Content-Range, `other-file`: as if
   * the file had changed: another ETag and size, If-Range not heeded.
   */
  | {
      readonly kind: 'ranges-wrong';
      readonly how: 'content-range' | 'body' | 'total' | 'missing' | 'other-file';
    }
  /** The body comes gzip-encoded, with Content-Encoding, asked for or not. */
  | { readonly kind: 'gzip' }
  /** The list is not as it should be. */
  | { readonly kind: 'list'; readonly how: 'unknown-fields' | 'empty' | 'truncated' | 'error-object' };

export interface FaultOptions {
  /** How many requests it meets before the server is well again. Default: all. */
  readonly times?: number;
  /** How many requests pass before the first that it meets. Default: 0. */
  readonly skip?: number;
  /** Meets only requests that come with this user name (Basic authorization), as a base URL can hold one. */
  readonly user?: string;
}

/** A fault that was asked for, and how often it has struck. */
export interface FaultHandle {
  readonly fault: Fault;
  /** Requests that met it. */
  readonly hits: () => number;
  /** No request meets it any more. */
  readonly clear: () => void;
}

/** What a path asks for. */
export type Asked = 'list' | 'files' | 'hashes' | 'nothing';

/** The faults of one server: asked for in tests, taken by requests in the order in which they were asked for. */
export interface FaultBook {
  readonly add: (target: FaultTarget, fault: Fault, options?: FaultOptions) => FaultHandle;
  readonly take: (path: string, asked: Asked, authorization?: string) => Fault | undefined;
  readonly clear: () => void;
}

export function faultBook(): FaultBook {
  let entries: {
    target: FaultTarget;
    fault: Fault;
    user: string | undefined;
    skip: number;
    left: number;
    hits: number;
  }[] = [];
  return {
    add(target, fault, { times = Number.POSITIVE_INFINITY, skip = 0, user } = {}) {
      const entry = { target, fault, user, skip, left: times, hits: 0 };
      entries.push(entry);
      return {
        fault,
        hits: () => entry.hits,
        clear: () => {
          entries = entries.filter((other) => other !== entry);
        },
      };
    },
    take(path, asked, authorization) {
      for (const entry of entries) {
        if (entry.left <= 0 || !meets(entry.target, path, asked)) continue;
        if (entry.user !== undefined && entry.user !== userOf(authorization)) continue;
        if (entry.skip > 0) {
          entry.skip--;
          continue;
        }
        entry.left--;
        entry.hits++;
        return entry.fault;
      }
      return undefined;
    },
    clear() {
      entries = [];
    },
  };
}

function meets(target: FaultTarget, path: string, asked: Asked): boolean {
  if (target instanceof RegExp) return target.test(path);
  return target === 'all' || target === asked;
}

/** The user name in a header of Basic authorization. */
function userOf(authorization: string | undefined): string | undefined {
  const [, pair] = /^Basic (.+)$/i.exec(authorization ?? '') ?? [];
  return pair === undefined ? undefined : Buffer.from(pair, 'base64').toString().split(':', 1)[0];
}
