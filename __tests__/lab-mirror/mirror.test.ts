import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { deadMirrorUrl, type Mirror, type MirrorOptions, startMirror } from '../../lab/mirror/mirror.ts';
import { get, noise } from './client.ts';

let old: Awaited<ReturnType<typeof noise>>;
let zip: Awaited<ReturnType<typeof noise>>;
let candidate: Awaited<ReturnType<typeof noise>>;
const running: Mirror[] = [];

beforeAll(async () => {
  [old, zip, candidate] = await Promise.all([
    noise('go1.98.5', 100),
    noise('go1.99.1', 300_000),
    noise('go1.100rc1', 100),
  ]);
});
afterEach(async () => {
  for (const mirror of running.splice(0)) await mirror.close();
});

async function mirrorOf(options?: MirrorOptions): Promise<Mirror> {
  const mirror = await startMirror([old, zip, candidate], options);
  running.push(mirror);
  return mirror;
}

describe('a mirror that is well', () => {
  it('lists every release newest first, with the candidate marked', async () => {
    const mirror = await mirrorOf();
    const list = JSON.parse((await get(`${mirror.url}/?mode=json&include=all`)).body.toString());
    expect(list.map((one: { version: string }) => one.version)).toEqual([
      'go1.100rc1',
      'go1.99.1',
      'go1.98.5',
    ]);
    expect(list.map((one: { stable: boolean }) => one.stable)).toEqual([false, true, true]);
    expect(list[1].files).toContainEqual({
      filename: 'go1.99.1.windows-amd64.zip',
      os: 'windows',
      arch: 'amd64',
      version: 'go1.99.1',
      sha256: zip.sha256,
      size: 300_000,
      kind: 'archive',
    });
  });

  it('lists only stable releases without include=all', async () => {
    const mirror = await mirrorOf();
    const list = JSON.parse((await get(`${mirror.url}/?mode=json`)).body.toString());
    expect(list.map((one: { version: string }) => one.version)).toEqual(['go1.99.1', 'go1.98.5']);
  });

  it('serves a whole file with size, ETag, date and ranges', async () => {
    const mirror = await mirrorOf();
    const seen = await get(`${mirror.url}/${zip.filename}`);
    expect(seen.status).toBe(200);
    expect(seen.body.equals(zip.bytes)).toBe(true);
    expect(seen.headers).toMatchObject({ 'content-length': '300000', 'accept-ranges': 'bytes' });
    expect(seen.headers.etag).toMatch(/^".+"$/);
    expect(Date.parse(seen.headers['last-modified'] ?? '')).not.toBeNaN();
  });

  it.each([
    ['bytes=10-19', 10, 20, 'bytes 10-19/300000'],
    ['bytes=299990-', 299_990, 300_000, 'bytes 299990-299999/300000'],
    ['bytes=-5', 299_995, 300_000, 'bytes 299995-299999/300000'],
    ['bytes=299990-999999', 299_990, 300_000, 'bytes 299990-299999/300000'],
  ])('serves %s as 206', async (range, start, end, contentRange) => {
    const mirror = await mirrorOf();
    const seen = await get(`${mirror.url}/${zip.filename}`, { range });
    expect(seen.status).toBe(206);
    expect(seen.headers['content-range']).toBe(contentRange);
    expect(seen.body.equals(zip.bytes.subarray(start, end))).toBe(true);
  });

  it('answers 416 behind the end, and the whole file when If-Range names another one', async () => {
    const mirror = await mirrorOf();
    const behind = await get(`${mirror.url}/${zip.filename}`, { range: 'bytes=300000-' });
    expect([behind.status, behind.headers['content-range']]).toEqual([416, 'bytes */300000']);
    const changed = await get(`${mirror.url}/${zip.filename}`, { range: 'bytes=0-9', 'if-range': '"other"' });
    expect([changed.status, changed.body.length]).toEqual([200, 300_000]);
  });

  it('serves hashes as dl.google.com does, or as go.dev does, or not at all', async () => {
    const [hex, html, none] = [
      await mirrorOf(),
      await mirrorOf({ hashes: 'html' }),
      await mirrorOf({ hashes: 'none' }),
    ];
    expect((await get(`${hex.url}/${zip.filename}.sha256`)).body.toString()).toBe(zip.sha256);
    expect((await get(`${html.url}/${zip.filename}.sha256`)).headers['content-type']).toContain('text/html');
    expect((await get(`${none.url}/${zip.filename}.sha256`)).status).toBe(404);
  });

  it('has no list, or one without hashes, when told so', async () => {
    const [none, bare] = [await mirrorOf({ list: 'none' }), await mirrorOf({ list: 'without-hashes' })];
    expect((await get(`${none.url}/?mode=json&include=all`)).status).toBe(404);
    const list = JSON.parse((await get(`${bare.url}/?mode=json&include=all`)).body.toString());
    expect(list[0].files.every((file: { sha256: string }) => file.sha256 === '')).toBe(true);
  });

  it('sends file requests to another host, and both write down what they were asked', async () => {
    const storage = await mirrorOf({ prefix: '/go' });
    const front = await mirrorOf({ redirectFilesTo: storage.url });
    const seen = await get(`${front.url}/${zip.filename}`, { authorization: 'Bearer s' });
    expect([seen.status, seen.headers.location]).toEqual([302, `${storage.url}/${zip.filename}`]);
    expect((await get(seen.headers.location ?? '')).body.length).toBe(300_000);
    expect(front.requests.map((one) => one.authorization)).toEqual(['Bearer s']);
    expect(storage.requests.map((one) => one.authorization)).toEqual([undefined]);
  });

  it('asks for its token: 401 without, 403 with another', async () => {
    const mirror = await mirrorOf({ token: 'secret' });
    const url = `${mirror.url}/${zip.filename}`;
    const basic = `Basic ${Buffer.from('me:secret').toString('base64')}`;
    const tries = [
      {},
      { authorization: 'Bearer x' },
      { authorization: 'Bearer secret' },
      { authorization: basic },
    ];
    const statuses = [];
    for (const headers of tries) statuses.push((await get(url, headers)).status);
    expect(statuses).toEqual([401, 403, 200, 200]);
  });

  it('keeps all connections together below its bandwidth', async () => {
    const mirror = await mirrorOf({ bandwidth: 1_500_000 });
    const started = performance.now();
    await Promise.all([get(`${mirror.url}/${zip.filename}`), get(`${mirror.url}/${zip.filename}`)]);
    const seconds = (performance.now() - started) / 1000;
    expect(600_000 / seconds).toBeLessThan(1_500_000 * 1.25);
  });

  it('counts requests, bytes and statuses', async () => {
    const mirror = await mirrorOf();
    await get(`${mirror.url}/${zip.filename}`, { range: 'bytes=0-99' });
    await get(`${mirror.url}/nothing.txt`);
    expect(mirror.count('files')).toBe(1);
    // A client may have its answer before the mirror has written down that it gave it.
    while (mirror.requests.some(({ status }) => status === 0)) await sleep(5);
    expect(
      mirror.requests.map(({ method, range, status, sent }) => ({ method, range, status, sent })),
    ).toEqual([
      { method: 'GET', range: 'bytes=0-99', status: 206, sent: 100 },
      { method: 'GET', range: undefined, status: 404, sent: 0 },
    ]);
  });

  it('is refused at a port where nobody listens', async () => {
    expect((await get(await deadMirrorUrl())).broken).toBe('ECONNREFUSED');
  });
});
