import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { displayUrl } from '../../src/network/display-url.ts';
import { createHttp, type Http, type HttpOptions } from '../../src/network/http.ts';
import { retryAfter } from '../../src/network/responses.ts';
import { serve } from './fault-server.ts';

const opened: Http[] = [];
const open = (more: Partial<HttpOptions> = {}) => {
  const http = createHttp({ userAgent: 'test/1', attempts: 3, backoffMs: 1, ...more });
  opened.push(http);
  return http;
};
afterEach(() => {
  for (const http of opened.splice(0)) http.close();
});
const text = { maxBytes: 1000 };

describe('a text', () => {
  it('comes with the agent, an accept header and gzip understood', async () => {
    const { url, asked } = await serve(
      (_, r) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('häí')),
    );
    expect(await open().getText(url, { ...text, accept: 'application/json' })).toBe('häí');
    expect(asked[0]?.headers).toMatchObject({
      'user-agent': 'test/1',
      accept: 'application/json',
      'accept-encoding': 'gzip',
    });
  });

  it('that is not there is undefined where that is allowed, else an E_NOT_FOUND', async () => {
    const { url } = await serve((_, r) => void r.writeHead(404).end());
    expect(await open().getText(url, { ...text, absent: [404] })).toBeUndefined();
    await expect(open().getText(url, text)).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });

  it('is retried', async () => {
    const { url, asked } = await serve((_, r, n) => void r.writeHead(n < 3 ? 502 : 200).end('fine'));
    expect(await open().getText(url, text)).toBe('fine');
    expect(asked).toHaveLength(3);
  });

  it('that is too long is refused, or cut where that is wanted', async () => {
    const { url } = await serve((_, r) => void r.end('x'.repeat(5000)));
    await expect(open().getText(url, text)).rejects.toMatchObject({ code: 'E_NETWORK' });
    expect(await open().getText(url, { ...text, cut: true })).toBe('x'.repeat(1000));
  });

  it('that breaks off in its gzip is an E_NETWORK', async () => {
    const { url } = await serve(
      (_, r) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('abc').subarray(0, 9)),
    );
    await expect(open().getText(url, text)).rejects.toMatchObject({ code: 'E_NETWORK' });
  });

  it('from a silent server is given up', async () => {
    const { url } = await serve(() => {});
    await expect(open({ attempts: 1, idleTimeoutMs: 200 }).getText(url, text)).rejects.toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringContaining('no byte for 0.2 s'),
    });
  });

  it('ends at once with the reason when it is cancelled', async () => {
    const { url } = await serve(() => {});
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 20);
    await expect(open({ signal: controller.signal }).getText(url, text)).rejects.toThrow('enough');
  });
});

describe('credentials', () => {
  it('in a URL become a header, and show nowhere', async () => {
    const { url, asked } = await serve((_, r) => void r.writeHead(403).end());
    const secret = url.replace('//', '//us%20er:pass@');
    const error = await open()
      .getText(`${secret}/list?key=k`, text)
      .catch((e) => e);
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('us er:pass').toString('base64')}`);
    expect(JSON.stringify([error.message, error.evidence, error.remedy])).not.toMatch(/pass|key=k/);
    expect(error.message).toContain(`${url}/list`);
  });

  it.each([
    ['tok', 'Bearer tok'],
    ['Basic abc', 'Basic abc'],
    ['bearer abc', 'bearer abc'],
  ])('given as %p are sent as %p', async (value, header) => {
    const { url, asked } = await serve((_, r) => void r.end('x'));
    await open({ token: { origin: `${url}/dl/`, value } }).getText(`${url}/a`, text);
    expect(asked[0]?.authorization).toBe(header);
  });

  it('go to no other port, and come back with a redirect to their own', async () => {
    const home = await serve((q, r) => {
      if (q.url === '/start') r.writeHead(307, { location: `${away.url}/over` }).end();
      else r.end('home');
    });
    const away = await serve((_, r) => void r.writeHead(301, { location: `${home.url}/end` }).end());
    const http = open({ token: { origin: home.url, value: 'tok' } });
    expect(await http.getText(`${home.url}/start`, text)).toBe('home');
    expect(home.asked.map(({ authorization }) => authorization)).toEqual(['Bearer tok', 'Bearer tok']);
    expect(away.asked.map(({ authorization }) => authorization)).toEqual([undefined]);
  });
});

describe('redirects', () => {
  it('are followed ten times, relative ones too', async () => {
    const { url } = await serve((q, r) => {
      const hop = Number(q.url?.slice(1));
      if (hop < 10) r.writeHead(302, { location: `./${hop + 1}` }).end();
      else r.end('there');
    });
    expect(await open().getText(`${url}/0`, text)).toBe('there');
    await expect(open().getText(`${url}/-1`, text)).rejects.toMatchObject({
      code: 'E_NETWORK',
      evidence: expect.arrayContaining([`asked for ${url}/-1`, `redirected to ${url}/0`]),
    });
  });
});

describe('a proxy', () => {
  const saved = { ...process.env };
  afterEach(() => {
    process.env = { ...saved };
  });

  it('named by HTTP_PROXY carries the request, with its own credentials', async () => {
    const { url } = await serve((_, r) => void r.end('through'));
    const port = Number(new URL(url).port);
    const seen: unknown[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      seen.push([request.url, request.headers['proxy-authorization']]);
      const there = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        there.pipe(socket).pipe(there);
      });
      there.on('error', () => {});
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    process.env['http_proxy'] = `http://me:pw@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    delete process.env['no_proxy'];
    delete process.env['NO_PROXY'];
    try {
      // A loopback address would go past the proxy.
      expect(await open().getText(`http://mirror.test:${port}/x`, text)).toBe('through');
      expect(seen).toEqual([[`mirror.test:${port}`, `Basic ${Buffer.from('me:pw').toString('base64')}`]]);
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });
});

describe('a proxy that takes a CONNECT and never answers', () => {
  it('does not hold a request up: neither its time limit nor a cancellation', async () => {
    const silent = createServer();
    const sockets = new Set<{ destroy(): void }>();
    silent.on('connection', (socket) => sockets.add(socket));
    silent.on('connect', () => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    process.env['https_proxy'] = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    delete process.env['no_proxy'];
    delete process.env['NO_PROXY'];
    try {
      const url = 'https://far.test/x';
      await expect(open({ idleTimeoutMs: 200, attempts: 1 }).getText(url, text)).rejects.toMatchObject({
        code: 'E_NETWORK',
        message: expect.stringContaining('no byte for 0.2 s'),
      });
      const cancelled = open({ signal: AbortSignal.timeout(200) });
      await expect(cancelled.getText(url, text)).rejects.toMatchObject({ name: 'TimeoutError' });
    } finally {
      delete process.env['https_proxy'];
      for (const socket of sockets) socket.destroy();
      silent.close();
    }
  });
});

describe('a text that does not come', () => {
  it.each([
    ['no answer', () => {}],
    ['a byte now and then', (response: ServerResponse) => setInterval(() => response.write(' '), 20).unref()],
  ])('is given up in its time, all tries together: %s', async (_what, answer) => {
    const server = await serve((_request, response) => void answer(response));
    await expect(open({ textTimeoutMs: 300 }).getText(server.url, text)).rejects.toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringContaining('did not come within 0.3 s'),
    });
  });
});

describe('displayUrl', () => {
  it.each([
    ['https://u:p@host:8443/dl/x?sig=1#f', 'https://host:8443/dl/x'],
    ['//u:p@host/x?y', '//host/x'],
    ['no url?secret', 'no url'],
    ['user:secret@host/go?token=x', 'host/go'],
    ['https://u:sec/ret@host/go', 'host/go'],
    ['svc_go:secret@host/go', 'host/go'],
    ['https://u:sec?ret@host/go', 'https://***'],
    [String.raw`https://DOMAIN\user:secret@host/go`, 'host/go'],
    [String.raw`DOMAIN\user:secret@host:8080`, 'host:8080'],
    [String.raw`D:\go#1@home`, String.raw`D:\go#1@home`],
    [String.raw`\\host\share@home`, String.raw`\\host\share@home`],
  ])('%s is shown as %s', (url, shown) => {
    expect(displayUrl(url)).toBe(shown);
  });
});

describe('Retry-After', () => {
  it('is read as seconds or a date', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(retryAfter('7', now)).toBe(7000);
    expect(retryAfter('Thu, 01 Jan 2026 00:00:09 GMT', now)).toBe(9000);
    expect(retryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
    expect([retryAfter('soon'), retryAfter(undefined)]).toEqual([undefined, undefined]);
  });
});
