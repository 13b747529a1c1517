import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../lab/mirror/faults.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { get, noise, type Seen } from './client.ts';

const SIZE = 300_000;
let zip: Awaited<ReturnType<typeof noise>>;
let mirror: Mirror;

beforeAll(async () => {
  zip = await noise('go1.99.1', SIZE);
  mirror = await startMirror([zip]);
});
afterEach(() => mirror.clearFaults());
afterAll(async () => await mirror.close());

async function fileWith(
  fault: Fault,
  headers: Record<string, string> = {},
  patienceMs?: number,
): Promise<Seen> {
  mirror.fault('files', fault);
  return await get(`${mirror.url}/${zip.filename}`, headers, patienceMs);
}

async function listWith(fault: Fault): Promise<Seen> {
  mirror.fault('list', fault);
  return await get(`${mirror.url}/?mode=json&include=all`);
}

describe('faults of the connection', () => {
  it('reset mid-body: some bytes, then ECONNRESET', async () => {
    const seen = await fileWith({ kind: 'reset' });
    expect(seen).toMatchObject({ status: 200, broken: 'ECONNRESET' });
    expect(seen.body.length).toBeLessThan(SIZE);
  });

  it('stalled: some bytes, then silence', async () => {
    const seen = await fileWith({ kind: 'stall', after: 70_000 }, {}, 3000);
    expect(seen).toMatchObject({ status: 200, broken: 'TIMEOUT' });
    expect(seen.body.length).toBe(70_000);
  });

  it('silent: not even a status', async () => {
    expect(await fileWith({ kind: 'silent' }, {}, 300)).toMatchObject({ status: 0, broken: 'TIMEOUT' });
  });

  it('slow: the bytes come, and take their time', async () => {
    const started = performance.now();
    const seen = await fileWith({ kind: 'slow', bytesPerSecond: 600_000 });
    expect(seen.body.equals(zip.bytes)).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(350);
  });
});

describe('faults of the bytes', () => {
  it('truncated, and honest about it', async () => {
    const seen = await fileWith({ kind: 'truncate', bytes: 1000, length: 'honest' });
    expect(seen).toMatchObject({ status: 200, broken: undefined, headers: { 'content-length': '1000' } });
    expect(seen.body.equals(zip.bytes.subarray(0, 1000))).toBe(true);
  });

  it('truncated under the full Content-Length', async () => {
    const seen = await fileWith({ kind: 'truncate', bytes: 1000, length: 'lying' });
    expect(seen).toMatchObject({ broken: 'ECONNRESET', headers: { 'content-length': String(SIZE) } });
    expect(seen.body.length).toBe(1000);
  });

  it.each([false, true])('longer than said (chunked: %s)', async (chunked) => {
    const seen = await fileWith({ kind: 'longer', extra: 10, chunked });
    expect([seen.body.length, seen.broken]).toEqual([SIZE + 10, undefined]);
    expect(seen.headers['content-length']).toBe(chunked ? undefined : String(SIZE + 10));
  });

  it('wrong bytes of the right number: one bit', async () => {
    const seen = await fileWith({ kind: 'corrupt' });
    const wrong = [...seen.body.entries()].filter(([index, byte]) => byte !== zip.bytes[index]);
    expect([seen.body.length, wrong.map(([index]) => index)]).toEqual([SIZE, [SIZE / 2]]);
  });

  it('gzip-encoded, though nobody asked', async () => {
    const seen = await fileWith({ kind: 'gzip' });
    expect(seen.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(seen.body).equals(zip.bytes)).toBe(true);
  });

  it('HTML with 200', async () => {
    const seen = await fileWith({ kind: 'html' });
    expect([seen.status, seen.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

describe('faults of ranges', () => {
  const range = { range: 'bytes=100-199' };

  it('ignored: 200 and everything', async () => {
    const seen = await fileWith({ kind: 'ranges-ignored' }, range);
    expect([seen.status, seen.body.length, seen.headers['accept-ranges']]).toEqual([200, SIZE, undefined]);
  });

  it('another Content-Range, with the bytes that it names', async () => {
    const seen = await fileWith({ kind: 'ranges-wrong', how: 'content-range' }, range);
    expect(seen.headers['content-range']).toBe(`bytes 99-198/${SIZE}`);
    expect(seen.body.equals(zip.bytes.subarray(99, 199))).toBe(true);
  });

  it('the right Content-Range, with other bytes', async () => {
    const seen = await fileWith({ kind: 'ranges-wrong', how: 'body' }, range);
    expect(seen.headers['content-range']).toBe(`bytes 100-199/${SIZE}`);
    expect(seen.body.equals(zip.bytes.subarray(0, 100))).toBe(true);
  });

  it('another size, no Content-Range, another file', async () => {
    const total = await fileWith({ kind: 'ranges-wrong', how: 'total' }, range);
    expect(total.headers['content-range']).toBe(`bytes 100-199/${SIZE + 1}`);
    mirror.clearFaults();
    const missing = await fileWith({ kind: 'ranges-wrong', how: 'missing' }, range);
    expect([missing.status, missing.headers['content-range']]).toEqual([206, undefined]);
    mirror.clearFaults();
    const other = await fileWith({ kind: 'ranges-wrong', how: 'other-file' }, range);
    expect([other.status, other.headers.etag]).toEqual([206, '"another-file"']);
  });
});

describe('faults of the status', () => {
  it.each([404, 403, 500])('%d each time', async (status) => {
    expect((await fileWith({ kind: 'status', status })).status).toBe(status);
    expect((await get(`${mirror.url}/${zip.filename}`)).status).toBe(status);
  });

  it('429 with Retry-After', async () => {
    const seen = await fileWith({ kind: 'status', status: 429, retryAfter: 2 });
    expect([seen.status, seen.headers['retry-after']]).toEqual([429, '2']);
  });

  it('500 twice, then fine; the third of four alone', async () => {
    const statuses = async (n: number) => {
      const all = [];
      for (let i = 0; i < n; i++) all.push((await get(`${mirror.url}/${zip.filename}`)).status);
      return all;
    };
    const fault = mirror.fault('files', { kind: 'status', status: 500 }, { times: 2 });
    expect([await statuses(4), fault.hits()]).toEqual([[500, 500, 200, 200], 2]);
    mirror.fault(/windows-amd64\.zip$/, { kind: 'status', status: 503 }, { times: 1, skip: 2 });
    expect(await statuses(4)).toEqual([200, 200, 503, 200]);
  });

  it('for one user only, by the name in the address', async () => {
    const fault = mirror.fault('files', { kind: 'status', status: 503 }, { user: 'soak1' });
    const statusFor = async (authorization?: string) =>
      (await get(`${mirror.url}/${zip.filename}`, authorization ? { authorization } : {})).status;
    const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    expect(await statusFor()).toBe(200);
    expect(await statusFor(basic('soak10:x'))).toBe(200);
    expect(await statusFor(basic('soak1:x'))).toBe(503);
    expect(fault.hits()).toBe(1);
  });

  it('a redirect to another host, and one that never ends', async () => {
    const away = await fileWith({ kind: 'redirect', to: 'http://127.0.0.1:9/x.zip' });
    expect([away.status, away.headers.location]).toEqual([302, 'http://127.0.0.1:9/x.zip']);
    mirror.clearFaults();
    mirror.fault('files', { kind: 'redirect-loop' });
    let url = `${mirror.url}/${zip.filename}`;
    for (let turn = 1; turn <= 30; turn++) {
      const seen = await get(url);
      expect(seen.status).toBe(302);
      url = new URL(seen.headers.location ?? '', url).href;
    }
  });
});

describe('faults of the list', () => {
  it('fields that nobody knows yet', async () => {
    const [release] = JSON.parse((await listWith({ kind: 'list', how: 'unknown-fields' })).body.toString());
    expect(release).toHaveProperty('channel.name', 'lab');
    expect(release.files.at(-1)).toMatchObject({ filename: zip.filename, sha256: zip.sha256 });
  });

  it('empty; cut in the middle; an error object', async () => {
    expect(JSON.parse((await listWith({ kind: 'list', how: 'empty' })).body.toString())).toEqual([]);
    mirror.clearFaults();
    const text = (await listWith({ kind: 'list', how: 'truncated' })).body.toString();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    mirror.clearFaults();
    expect(
      JSON.parse((await listWith({ kind: 'list', how: 'error-object' })).body.toString()),
    ).toHaveProperty('error');
  });

  it('any body at all', async () => {
    const seen = await listWith({ kind: 'body', body: 'null', type: 'application/json' });
    expect([seen.status, seen.body.toString()]).toEqual([200, 'null']);
  });
});
