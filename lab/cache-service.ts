import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the service misbehaves: it answers everything with 500, or with 403, or takes requests and never answers. */
export type CacheFault = 'error' | 'deny' | 'hang';

/** A saved cache. */
export interface SavedCache {
  readonly key: string;
  readonly version: string;
  content: Buffer;
}

/** A cache service of the lab's own: see {@link startCacheService}. */
export interface CacheService {
  /** What a runner tells its steps of the service. */
  readonly environment: Readonly<Record<string, string>>;
  readonly saved: SavedCache[];
  /** `GET /cache`, `POST CreateCacheEntry`, in the order of arrival. */
  readonly requests: string[];
  fault: CacheFault | undefined;
  close(): Promise<void>;
}

/** What of a request counts here. */
interface Asked {
  readonly key: string;
  readonly version: string;
  readonly restore_keys?: readonly string[];
}

const TWIRP = '/twirp/github.actions.results.api.v1.CacheService/';

/**
 * The cache service as github.com has it (protocol v2: Twirp with JSON, and archives in a blob store of Azure's kind), as far as @actions/cache asks, on
 * loopback. It is here for what act's own service cannot do: that protocol, and failing. It knows no scopes and forgets all when it is closed.
 */
export async function startCacheService(): Promise<CacheService> {
  const saved: SavedCache[] = [];
  const requests: string[] = [];
  const pending = new Map<string, SavedCache>();
  const state: { fault: CacheFault | undefined } = { fault: undefined };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://lab.invalid');
    requests.push(`${request.method} ${url.pathname.replace(TWIRP, '')}`);
    if (state.fault === 'hang') return;
    if (state.fault)
      return void response.writeHead(state.fault === 'deny' ? 403 : 500).end('{"msg":"sabotaged"}');
    void read(request).then((body) => {
      if (!url.pathname.startsWith(TWIRP))
        return blob(request, url.pathname.slice('/blobs/'.length), body, response);
      const { status, value } = twirp(url.pathname.slice(TWIRP.length), JSON.parse(String(body)));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    });
  });

  function twirp(method: string, asked: Asked): { status: number; value: unknown } {
    const { key, version, restore_keys: restoreKeys = [] } = asked;
    const url = (one: { key: string; version: string }) => `${origin}/blobs/${blobName(one)}?sig=s3cr3t`;
    if (method === 'GetCacheEntryDownloadURL') {
      const found = find(saved, [key, ...restoreKeys], version);
      if (!found) return { status: 200, value: { ok: false, signed_download_url: '', matched_key: '' } };
      return { status: 200, value: { ok: true, signed_download_url: url(found), matched_key: found.key } };
    }
    if (method === 'CreateCacheEntry') {
      if (saved.some((one) => blobName(one) === blobName(asked)))
        return {
          status: 409,
          value: { code: 'already_exists', msg: 'there is one with the same key and version' },
        };
      pending.set(blobName(asked), { key, version, content: Buffer.alloc(0) });
      return { status: 200, value: { ok: true, signed_upload_url: url(asked) } };
    }
    const done = pending.get(blobName(asked));
    if (method !== 'FinalizeCacheEntryUpload' || !done) return { status: 404, value: {} };
    saved.push(done);
    return { status: 200, value: { ok: true, entry_id: String(saved.length) } };
  }

  function blob(request: IncomingMessage, path: string, body: Buffer, response: ServerResponse): void {
    const headers = {
      etag: '"lab"',
      'last-modified': new Date(0).toUTCString(),
      'x-ms-blob-type': 'BlockBlob',
    };
    if (request.method === 'PUT') {
      const target = pending.get(path);
      if (target) target.content = body;
      return void response.writeHead(target ? 201 : 404, headers).end();
    }
    const content = saved.find((one) => blobName(one) === path)?.content;
    if (!content) return void response.writeHead(404, headers).end();
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(String(request.headers['x-ms-range'])) ?? [];
    const part = from === undefined ? content : content.subarray(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, {
      ...headers,
      'content-length': part.length,
      ...(from === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${content.length}` }),
    });
    response.end(request.method === 'HEAD' ? undefined : part);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    environment: {
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: `${origin}/`,
      ACTIONS_RUNTIME_TOKEN: 'token',
    },
    saved,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function blobName({ key, version }: { readonly key: string; readonly version: string }): string {
  return encodeURIComponent(`${key} ${version}`);
}

/** The key itself; else the newest whose key begins with one of them, in their order. */
function find(
  saved: readonly SavedCache[],
  keys: readonly string[],
  version: string,
): SavedCache | undefined {
  const fitting = saved.filter((one) => one.version === version).reverse();
  const [key] = keys;
  const beginnings = keys.map((begin) => fitting.find((one) => one.key.startsWith(begin)));
  return fitting.find((one) => one.key === key) ?? beginnings.find((one) => one !== undefined);
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
