import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { type FetchOptions, fetchTree } from '../../src/archive/fetch-tree.ts';
import { SetupError } from '../../src/errors.ts';
import { createHttp } from '../../src/network/http.ts';
import type { ArchiveSource } from '../../src/network/origin.ts';
import { type Answer, breakAfter, rangeOf, sendFile, sendRange, serve } from '../network/fault-server.ts';
import { scratch, treeOf } from './scratch.ts';
import { createWriter } from './writer-thread.ts';
import { buildZip } from './zip-builder.ts';

const contents = Object.fromEntries([
  ['VERSION', 'go1.25.3'],
  ...Array.from({ length: 40 }, (_, i) => [`src/p${i % 4}/f${i}.go`, randomBytes(4000).toString('latin1')]),
]) as Record<string, string>;
const bytes = buildZip(
  Object.entries(contents).map(([name, data]) => ({
    name: `go/${name}`,
    data: Buffer.from(data, 'latin1'),
    descriptor: true,
  })),
);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const release = { sha256, size: bytes.length, filename: 'go1.25.3.windows-amd64.zip' };
const size = bytes.length;
/** Small ones, so that an archive of 170 KB has several. */
const ranges = { segment: 20_000, connections: 4, tail: 70_000 };

interface Outcome {
  readonly error?: SetupError;
  readonly files?: number;
  readonly notes: string[];
  readonly retries: string[];
  readonly asked: { path: string; range: string | undefined; authorization: string | undefined }[];
  readonly target: string;
  readonly url: string;
}

async function fetchFrom(
  answer: Answer,
  more: Partial<FetchOptions> & {
    release?: Partial<typeof release>;
    idleTimeoutMs?: number;
    token?: string;
    path?: string;
  } = {},
): Promise<Outcome> {
  const server = await serve(answer);
  const notes: string[] = [];
  const retries: string[] = [];
  const target = scratch();
  const http = createHttp({
    userAgent: 'test',
    // Only tests of silence give up early: a busy machine answers late.
    idleTimeoutMs: more.idleTimeoutMs,
    backoffMs: 5,
    attempts: 3,
    token: more.token === undefined ? undefined : { origin: server.url, value: more.token },
    onRetry: (line) => retries.push(line),
  });
  const url = `${server.url}${more.path ?? '/dl/go.zip'}`;
  const options = {
    timeoutMs: 60_000,
    createWriter,
    ranges,
    onNote: (line: string) => notes.push(line),
    ...more,
  };
  const outcome = { notes, retries, asked: server.asked, target, url };
  try {
    const { files } = await fetchTree(
      { kind: 'http', url, http },
      { ...release, ...more.release },
      target,
      options,
    );
    return { ...outcome, files };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { ...outcome, error };
  } finally {
    http.close();
  }
}

function expectWhole({ error, files, target }: Outcome): void {
  expect(error).toBeUndefined();
  expect(files).toBe(41);
  const tree = treeOf(target);
  for (const [name, data] of Object.entries(contents)) expect(tree[name] === data).toBe(true);
}

const ok: Answer = (request, response) => sendFile(request, response, bytes);

describe('a good server', () => {
  it('is read in ranges, the tail first, each once', async () => {
    const outcome = await fetchFrom(ok);
    expectWhole(outcome);
    expect(outcome.asked[0]?.range).toBe(`bytes=${size - 70_000}-${size - 1}`);
    expect(outcome.asked).toHaveLength(1 + Math.ceil((size - 70_000) / 20_000));
    expect(outcome.notes).toEqual([]);
  });

  it('is read by one request where the archive is small', async () => {
    const outcome = await fetchFrom(ok, { ranges: { ...ranges, tail: 2 ** 20 } });
    expectWhole(outcome);
    expect(outcome.asked).toHaveLength(1);
  });

  it('is read as a whole where nobody knows the size', async () => {
    const outcome = await fetchFrom(ok, { release: { size: 0 } });
    expectWhole(outcome);
    expect(outcome.asked.map(({ range }) => range)).toEqual([undefined]);
  });

  it('is read as a whole even when it tells no size', async () => {
    expectWhole(await fetchFrom((_, response) => void response.end(bytes), { release: { size: 0 } }));
  });

  it('may send less than a range at a time', async () => {
    const outcome = await fetchFrom((request, response) => {
      const { start, end } = rangeOf(request) as { start: number; end: number };
      const stop = Math.min(end, start + 9000);
      sendRange(response, bytes.subarray(start, stop), { start, end: stop }, size);
    });
    expectWhole(outcome);
    expect(outcome.retries).toEqual([]);
  });

  it('may serve one connection at a time, for as long as that lasts', async () => {
    let served: unknown;
    const outcome = await fetchFrom((q, r) => {
      served ??= q.socket; // the others wait in its queue
      if (q.socket === served) ok(q, r, 0);
    });
    expectWhole(outcome);
    expect(outcome.retries).toEqual([]);
  });

  it('may refuse more than one connection', async () => {
    let served: unknown;
    const outcome = await fetchFrom((q, r) => {
      served ??= q.socket;
      if (q.socket === served) setTimeout(() => ok(q, r, 0), 30);
      else r.writeHead(503, { connection: 'close' }).end();
    });
    expectWhole(outcome);
    expect(outcome.retries.join()).toContain('left to the other connections');
  });

  it('that redirects is asked once for the way, and the ranges go straight to the end of it', async () => {
    const outcome = await fetchFrom((request, response) => {
      if (request.url === '/dl/go.zip') response.writeHead(302, { location: '/files/go.zip?signed=1' }).end();
      else sendFile(request, response, bytes);
    });
    expectWhole(outcome);
    expect(outcome.asked.filter(({ path }) => path === '/dl/go.zip')).toHaveLength(1);
  });

  it('that takes its redirect back is asked for a new one', async () => {
    const outcome = await fetchFrom(
      (request, response, number) => {
        if (request.url === '/dl/go.zip') response.writeHead(302, { location: `/files/${number}` }).end();
        else if (number > 3 && request.url === '/files/1') response.writeHead(403).end();
        else sendFile(request, response, bytes);
      },
      { ranges: { ...ranges, connections: 1 } },
    );
    expectWhole(outcome);
  });

  it('gives progress and numbers', async () => {
    const seen: string[] = [];
    const server = await serve(ok);
    const http = createHttp({ userAgent: 'test' });
    const result = await fetchTree({ kind: 'http', url: server.url, http }, release, scratch(), {
      timeoutMs: 60_000,
      createWriter,
      ranges,
      onProgress: ({ phase, done, total }) => seen.push(`${phase} ${done}/${total}`),
    });
    http.close();
    expect(seen).toEqual(expect.arrayContaining([`download ${size}/${size}`, 'unpack 41/41']));
    expect(result).toMatchObject({ files: 41, bytesDownloaded: size, size, sha256 });
  });
});

describe('a fault that passes', () => {
  it.each<[string, Answer]>([
    ['a connection reset before its answer', (q, r, n) => (n === 2 ? q.socket.destroy() : ok(q, r, n))],
    [
      'a connection reset in the middle',
      (q, r, n) => (n % 3 === 2 ? breakAfter(q, r, bytes, 5000) : ok(q, r, n)),
    ],
    [
      'an answer cut short',
      (q, r, n) => {
        const range = rangeOf(q);
        if (n === 2 && range) sendRange(r, bytes.subarray(range.start, range.start + 99), range, size);
        else ok(q, r, n);
      },
    ],
    ['500', (q, r, n) => (n <= 2 ? void r.writeHead(500).end('oops') : ok(q, r, n))],
    ['503', (q, r, n) => (n === 3 ? void r.writeHead(503).end() : ok(q, r, n))],
    ['408', (q, r, n) => (n === 1 ? void r.writeHead(408).end() : ok(q, r, n))],
  ])('%s is retried', async (_, answer) => {
    const outcome = await fetchFrom(answer);
    expectWhole(outcome);
    expect(outcome.retries.length).toBeGreaterThan(0);
  });

  it('a stall is given up after a while without a byte, and retried', async () => {
    const outcome = await fetchFrom(
      (q, r, n) => {
        if (n !== 2) return ok(q, r, n);
        const range = rangeOf(q) as { start: number; end: number };
        r.writeHead(206, { 'content-range': `bytes ${range.start}-${range.end - 1}/${size}` });
        r.write(bytes.subarray(range.start, range.start + 1000));
      },
      { idleTimeoutMs: 1500 },
    );
    expectWhole(outcome);
    expect(outcome.retries.length).toBeGreaterThan(0);
  });

  it('is resumed where it stopped: no byte comes twice', async () => {
    const outcome = await fetchFrom((q, r, n) => (n === 1 ? breakAfter(q, r, bytes, 30_000) : ok(q, r, n)));
    expectWhole(outcome);
    const tail = outcome.asked.map(({ range }) => range).filter((range) => range?.endsWith(`-${size - 1}`));
    expect(tail).toEqual([`bytes=${size - 70_000}-${size - 1}`, `bytes=${size - 40_000}-${size - 1}`]);
  });

  it('429 waits for as long as Retry-After says', async () => {
    const from = Date.now();
    const outcome = await fetchFrom((q, r, n) =>
      n === 1 ? void r.writeHead(429, { 'retry-after': '1' }).end() : ok(q, r, n),
    );
    expectWhole(outcome);
    expect(Date.now() - from).toBeGreaterThanOrEqual(1000);
    expect(outcome.retries[0]).toMatch(/status 429.*next one in 1.0 s/);
  });

  it('a slow server is waited for while bytes come', async () => {
    const outcome = await fetchFrom(
      async (q, r) => {
        const range = rangeOf(q) as { start: number; end: number };
        r.writeHead(206, { 'content-range': `bytes ${range.start}-${range.end - 1}/${size}` });
        for (let at = range.start; at < range.end; at += 10_000) {
          r.write(bytes.subarray(at, Math.min(at + 10_000, range.end)));
          await sleep(350);
        }
        r.end();
      },
      // The tail takes 2.4 s in all: longer than this, though never this long without a byte.
      { idleTimeoutMs: 2000 },
    );
    expectWhole(outcome);
    expect(outcome.retries).toEqual([]);
  });

  it('ranges that are ignored: the whole is read by a plain request, and that is said', async () => {
    const outcome = await fetchFrom((_, r) => void r.writeHead(200, { 'content-length': size }).end(bytes));
    expectWhole(outcome);
    expect(outcome.asked).toHaveLength(2);
    expect(outcome.retries).toEqual([]);
    expect(outcome.notes).toEqual([
      expect.stringMatching(/ignores ranges; the whole file is read in one go/),
    ]);
  });

  it.each<[string, Answer]>([
    ['of other bytes', (_, r) => sendRange(r, bytes.subarray(0, 100), { start: 0, end: 100 }, size)],
    ['without Content-Range', (_, r) => void r.writeHead(206).end(bytes.subarray(0, 100))],
    [
      'longer than it says',
      (q, r) => {
        const range = rangeOf(q) as { start: number; end: number };
        sendRange(r, Buffer.concat([bytes.subarray(range.start, range.end), bytes]), range, size);
      },
    ],
    [
      'gzipped',
      (q, r) => {
        const range = rangeOf(q) as { start: number; end: number };
        r.setHeader('content-encoding', 'gzip');
        sendRange(r, gzipSync(bytes.subarray(range.start, range.end)), range, size);
      },
    ],
    ['416', (_, r) => void r.writeHead(416).end()],
  ])('an answer to a range that is wrong (%s): the whole is read, and that is said', async (_, answer) => {
    const outcome = await fetchFrom((q, r, n) => (q.headers.range ? answer(q, r, n) : sendFile(q, r, bytes)));
    expectWhole(outcome);
    expect(outcome.notes).toEqual([expect.stringContaining('the whole file is read in one go')]);
  });

  it('wrong bytes in ranges: the whole is read once more, into a target cleared of them', async () => {
    const wrong = buildZip([{ name: 'go/evil', data: randomBytes(size) }]).subarray(0, size);
    const other = Buffer.concat([wrong.subarray(0, size - 80_000), bytes.subarray(size - 80_000)]);
    const outcome = await fetchFrom((q, r) => sendFile(q, r, q.headers.range ? other : bytes));
    expectWhole(outcome);
    expect(outcome.notes).toEqual([expect.stringContaining('what came in ranges is not the file')]);
    expect(Object.keys(treeOf(outcome.target))).not.toContain('evil');
  });

  it('a body that is gzipped although nobody asked is decoded', async () => {
    const outcome = await fetchFrom(
      (_, r) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes)),
    );
    expectWhole(outcome);
  });
});

describe('a fault that stays', () => {
  it.each<[string, Answer, string, RegExp]>([
    ['a reset each time', (q) => void q.socket.destroy(), 'E_NETWORK', /3 attempts/],
    ['500 each time', (_, r) => void r.writeHead(500).end(), 'E_NETWORK', /status 500 \(3 attempts\)/],
    ['404', (_, r) => void r.writeHead(404).end(), 'E_NOT_FOUND', /no such file/],
    ['403', (_, r) => void r.writeHead(403).end(), 'E_NETWORK', /status 403/],
    ['401', (_, r) => void r.writeHead(401).end(), 'E_NETWORK', /status 401/],
    ['400', (_, r) => void r.writeHead(400).end(), 'E_NETWORK', /status 400/],
    [
      'a redirect loop',
      (_, r) => void r.writeHead(302, { location: '/dl/go.zip' }).end(),
      'E_NETWORK',
      /more than 10 times/,
    ],
    [
      'a redirect to nowhere',
      (_, r) => void r.writeHead(302, { location: 'ftp://x/' }).end(),
      'E_NETWORK',
      /neither http nor https/,
    ],
    [
      'a web page',
      (_, r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      'E_CHECKSUM',
      /bytes instead of|web page/,
    ],
    [
      'a web page of known size',
      (_, r) => void r.writeHead(200, { 'content-type': 'text/html', 'content-length': 6 }).end('<html>'),
      'E_CHECKSUM',
      /has 6 bytes instead of \d+.*web page/,
    ],
    [
      'a shorter file',
      (q, r) => sendFile(q, r, bytes.subarray(0, size - 9)),
      'E_CHECKSUM',
      new RegExp(`${size - 9} bytes instead of ${size}`),
    ],
    [
      'a longer file',
      (q, r) => sendFile(q, r, Buffer.concat([bytes, bytes])),
      'E_CHECKSUM',
      new RegExp(`${2 * size} bytes instead of ${size}`),
    ],
    [
      'a longer whole without a length',
      (_, r) => void r.writeHead(200).end(Buffer.concat([bytes, bytes])),
      'E_CHECKSUM',
      /more than/,
    ],
    [
      'a shorter whole without a length',
      (_, r) => void r.writeHead(200).end(bytes.subarray(0, 999)),
      'E_NETWORK',
      /ended \d+ bytes early/,
    ],
    [
      'a whole that breaks off each time',
      (_, r) => {
        r.writeHead(200, { 'content-length': size });
        r.write(bytes.subarray(0, 999), () => r.destroy());
      },
      'E_NETWORK',
      /3 attempts/,
    ],
    [
      'wrong bytes',
      (q, r) => sendFile(q, r, Buffer.alloc(size, 'x')),
      'E_CHECKSUM',
      new RegExp(`SHA-256 is [0-9a-f]{64}, not ${sha256}`),
    ],
    [
      'a wrong byte',
      (q, r) => {
        const copy = Buffer.from(bytes);
        copy[100] = (copy[100] ?? 0) ^ 1;
        sendFile(q, r, copy);
      },
      'E_CHECKSUM',
      /SHA-256/,
    ],
    [
      'an encoding that nobody asked for',
      (_, r) => void r.writeHead(200, { 'content-encoding': 'br' }).end('x'),
      'E_NETWORK',
      /br/,
    ],
  ])('%s', async (_, answer, code, message) => {
    const { error, url } = await fetchFrom(answer);
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/./),
    });
    expect(`${error?.message} ${error?.evidence.join(' ')}`).toContain(url);
  });

  it('a stall each time', async () => {
    const { error, url } = await fetchFrom(() => {}, { idleTimeoutMs: 100 });
    expect(error).toMatchObject({ code: 'E_NETWORK', message: expect.stringContaining('no byte for 0.1 s') });
    expect(`${error?.message} ${error?.evidence.join(' ')}`).toContain(url);
  });

  it('lists every attempt, with what came of it, and no secret of the URL', async () => {
    const { error, url } = await fetchFrom((q, r) => breakAfter(q, r, bytes, 5000), {
      path: '/dl/go.zip?sig=secret',
    });
    const shown = url.replace(/\?.*/, '');
    expect(error?.evidence.length).toBeGreaterThanOrEqual(3);
    expect(error?.evidence[0]).toMatch(
      new RegExp(`^attempt 1 of 3: ${shown} bytes \\d+-\\d+: .*, \\d+ bytes got$`),
    );
    expect(JSON.stringify([error?.message, error?.evidence])).not.toContain('secret');
  });

  it('a server that is not there is an E_NETWORK with the system code', async () => {
    const http = createHttp({ userAgent: 'test', attempts: 2, backoffMs: 1 });
    const source = { kind: 'http' as const, url: 'http://127.0.0.1:9/go.zip', http };
    const error = await fetchTree(source, release, scratch(), { timeoutMs: 60_000, createWriter }).catch(
      (e) => e,
    );
    expect(error).toMatchObject({ code: 'E_NETWORK', message: expect.stringContaining('ECONNREFUSED') });
    expect(error.evidence).toHaveLength(2);
  });

  it('the total time is limited, whatever trickles in', async () => {
    const { error } = await fetchFrom(
      (q, r) => {
        const range = rangeOf(q) as { start: number; end: number };
        r.writeHead(206, { 'content-range': `bytes ${range.start}-${range.end - 1}/${size}` });
        const timer = setInterval(() => r.write('x'), 20);
        r.on('close', () => clearInterval(timer));
      },
      { timeoutMs: 300 },
    );
    expect(error).toMatchObject({ code: 'E_NETWORK', message: expect.stringContaining('within 0.3 s') });
    expect(error?.remedy).toContain('download-timeout');
  });

  it('the total time is one for all places that the file may lie in', async () => {
    const server = await serve((q, r) => {
      const first = q.url?.startsWith('/first') === true;
      setTimeout(() => (first ? r.writeHead(404).end() : sendFile(q, r, bytes)), first ? 500 : 400);
    });
    const http = createHttp({ userAgent: 'test', attempts: 1 });
    const [first, second] = ['/first/go.zip', '/second/go.zip'].map((place) => ({
      kind: 'http' as const,
      url: `${server.url}${place}`,
      http,
    })) as [ArchiveSource, ArchiveSource];
    const source = { ...first, elsewhere: [second] };
    const fetching = fetchTree(source, release, scratch(), { timeoutMs: 600, createWriter });
    await expect(fetching).rejects.toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringContaining('within 0.6 s'),
    });
    http.close();
  });

  it('that the archive is broken is said only of the right one', async () => {
    const broken = buildZip([{ name: 'go/../evil', data: randomBytes(90_000) }]);
    const known = { sha256: createHash('sha256').update(broken).digest('hex'), size: broken.length };
    const right = await fetchFrom((q, r) => sendFile(q, r, broken), { release: known });
    expect(right.error).toMatchObject({ code: 'E_ARCHIVE', message: expect.stringContaining('go/../evil') });
    const wrong = await fetchFrom((q, r) => sendFile(q, r, broken), { release: { size: broken.length } });
    expect(wrong.error).toMatchObject({ code: 'E_CHECKSUM' });
    expect(treeOf(right.target)).toEqual({});
  });

  it('a target that does not take it stops the download', async () => {
    const target = join(scratch(), 'gone');
    const server = await serve((q, r, n) => (n === 1 ? ok(q, r, n) : undefined));
    const http = createHttp({ userAgent: 'test' });
    const fetching = fetchTree({ kind: 'http', url: server.url, http }, release, target, {
      timeoutMs: 60_000,
      createWriter,
      ranges,
    });
    await expect(fetching).rejects.toMatchObject({ code: 'E_VERIFY' });
    http.close();
  });

  it.each([[''], ['abc']])(
    'a hash that is none (%p) is an E_CHECKSUM, and nothing is asked for',
    async (hash) => {
      const { error, asked } = await fetchFrom(ok, { release: { sha256: hash } });
      expect(error).toMatchObject({ code: 'E_CHECKSUM', remedy: expect.stringContaining('checksum') });
      expect(asked).toEqual([]);
    },
  );

  it('more than 1 GiB is refused before it is read', async () => {
    const known = await fetchFrom(ok, { release: { size: 2 ** 30 + 1 } });
    expect(known.error).toMatchObject({ code: 'E_ARCHIVE' });
    const said = await fetchFrom((_, r) => void r.writeHead(200, { 'content-length': 2 ** 31 }).end('x'), {
      release: { size: 0 },
    });
    expect(said.error).toMatchObject({ code: 'E_ARCHIVE' });
  });
});

describe('cancelling', () => {
  it('rejects at once with the reason, even in a stall', async () => {
    const controller = new AbortController();
    const reason = new SetupError('E_CANCELLED', 'cancelled', { remedy: 'none' });
    setTimeout(() => controller.abort(reason), 50);
    // Nothing else would end it before the test's own time is over.
    const patience = { idleTimeoutMs: 3_600_000, timeoutMs: 3_600_000 };
    const { error } = await fetchFrom((q, r, n) => (n <= 2 ? ok(q, r, n) : undefined), {
      signal: controller.signal,
      ...patience,
    });
    expect(error).toBe(reason);
  });

  it('ends a wait between two attempts', async () => {
    const controller = new AbortController();
    const reason = new SetupError('E_CANCELLED', 'cancelled', { remedy: 'none' });
    setTimeout(() => controller.abort(reason), 50);
    const answer: Answer = (_, r) => void r.writeHead(503, { 'retry-after': '60' }).end();
    const { error } = await fetchFrom(answer, { signal: controller.signal });
    expect(error).toBe(reason);
  });
});

describe('a token', () => {
  it('goes with every range to its own origin, and not to where that redirects', async () => {
    const other = await serve(ok);
    const outcome = await fetchFrom(
      (_, r) => void r.writeHead(302, { location: `${other.url}/go.zip` }).end(),
      { token: 'tok' },
    );
    expectWhole(outcome);
    expect(outcome.asked.map(({ authorization }) => authorization)).toEqual(['Bearer tok']);
    expect(new Set(other.asked.map(({ authorization }) => authorization))).toEqual(new Set([undefined]));
    const own = await fetchFrom(ok, { token: 'tok' });
    expect(new Set(own.asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer tok']));
  });
});

describe('a file on a disk', () => {
  const options = { timeoutMs: 60_000, createWriter, ranges };
  const put = (content: Uint8Array) => {
    const path = join(scratch(), 'go.zip');
    writeFileSync(path, content);
    return { kind: 'file' as const, path };
  };

  it('is unpacked', async () => {
    const target = scratch();
    const { files } = await fetchTree(put(bytes), release, target, options);
    expect(files).toBe(41);
    expect(treeOf(target)['VERSION']).toBe('go1.25.3');
    expect(await fetchTree(put(bytes), { ...release, size: 0 }, scratch(), options)).toMatchObject({ size });
  });

  it.each<[string, Buffer, string]>([
    ['another size', bytes.subarray(1), 'E_CHECKSUM'],
    ['other bytes', Buffer.alloc(size), 'E_CHECKSUM'],
    ['nothing in it', Buffer.alloc(0), 'E_CHECKSUM'],
  ])('with %s', async (_, content, code) => {
    const source = put(content);
    const failure = fetchTree(source, release, scratch(), options);
    await expect(failure).rejects.toMatchObject({ code, message: expect.stringContaining(source.path) });
  });

  it('that is not there is an E_NOT_FOUND', async () => {
    const failure = fetchTree({ kind: 'file', path: join(scratch(), 'x.zip') }, release, scratch(), options);
    await expect(failure).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      message: expect.stringContaining('x.zip'),
    });
  });
});

describe('a file that may lie in several places', () => {
  const options = { timeoutMs: 60_000, createWriter, ranges };

  it.each([0, size])('is fetched from the first that has it (size known: %p)', async (known) => {
    const { url, asked } = await serve((q, r, n) =>
      q.url === '/b/go.zip' ? void ok(q, r, n) : void r.writeHead(404).end(),
    );
    const http = createHttp({ userAgent: 'test' });
    const [first, ...elsewhere] = ['a', 'b', 'c'].map((folder) => ({
      ...{ kind: 'http' as const, url: `${url}/${folder}/go.zip`, http },
    }));
    const target = scratch();
    const source = { ...(first as NonNullable<typeof first>), elsewhere };
    const { files } = await fetchTree(source, { ...release, size: known }, target, options);
    http.close();
    expect(files).toBe(41);
    expect(treeOf(target)).toEqual(expect.objectContaining({ VERSION: 'go1.25.3' }));
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/a/go.zip', '/b/go.zip']));
  });

  it('and lies in none is an E_NOT_FOUND that names all of them', async () => {
    const [a, b] = [join(scratch(), 'go.zip'), join(scratch(), 'go.zip')];
    const source = { kind: 'file', path: a, elsewhere: [{ kind: 'file', path: b }] } as const;
    await expect(fetchTree(source, release, scratch(), options)).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      message: expect.stringContaining(a),
      evidence: [expect.stringContaining(b)],
    });
  });

  it('and is not the right one where it was found first is looked for no further', async () => {
    const wrong = join(scratch(), 'go.zip');
    writeFileSync(wrong, Buffer.alloc(size));
    const right = join(scratch(), 'go.zip');
    writeFileSync(right, bytes);
    const source = { kind: 'file', path: wrong, elsewhere: [{ kind: 'file', path: right }] } as const;
    await expect(fetchTree(source, release, scratch(), options)).rejects.toMatchObject({
      code: 'E_CHECKSUM',
    });
  });
});
