import { createServer, type RequestListener, type Server } from 'node:http';
import type { ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { type LabProxy, startProxy } from '../../lab/mirror/proxy.ts';
import { type Authority, createAuthority } from '../../lab/tls/authority.ts';
import { createHttp, type HttpOptions } from '../../src/network/http.ts';
import { proxyFor } from '../../src/network/proxy.ts';

const VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
const saved = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]));
const closing: (() => unknown)[] = [];
const clear = () => {
  for (const name of VARIABLES) delete process.env[name];
};
beforeEach(clear);
afterEach(async () => {
  clear();
  for (const [name, value] of Object.entries(saved)) if (value !== undefined) process.env[name] = value;
  for (const close of closing.splice(0)) await close();
});

let authority: Authority;
let certificate: ServerOptions;
beforeAll(() => {
  authority = createAuthority('Lab CA');
  certificate = authority.issue({ name: 'mirror', hosts: ['mirror.invalid', '127.0.0.1'] });
});

async function mirrorWith(tls?: ServerOptions): Promise<Mirror> {
  const mirror = await startMirror([], { also: () => 'fine', ...(tls ? { tls } : {}) });
  closing.push(mirror.close);
  return mirror;
}

async function proxyWith(...args: Parameters<typeof startProxy>): Promise<LabProxy> {
  const proxy = await startProxy(...args);
  closing.push(proxy.close);
  return proxy;
}

/** The mirror by a name that the proxy alone can resolve. */
const named = ({ url }: Mirror) => url.replace('127.0.0.1', 'mirror.invalid');
const ask = async (url: string, more: Partial<HttpOptions> = {}) => {
  const tls = { ca: [authority.cert] };
  const http = createHttp({
    userAgent: 'test',
    attempts: 2,
    backoffMs: 1,
    tls,
    systemStore: () => [],
    ...more,
  });
  closing.push(http.close);
  return await http.getText(url, { maxBytes: 100 });
};
const failure = (url: string, more: Partial<HttpOptions> = {}) =>
  ask(url, more).then(
    () => {
      throw new Error('it came');
    },
    (error) => error,
  );

describe('a proxy', () => {
  it.each([
    ['http', 'HTTP_PROXY'],
    ['http', 'http_proxy'],
    ['https', 'HTTPS_PROXY'],
    ['https', 'https_proxy'],
  ])('of %s by %s makes the tunnel, to a name that it alone knows', async (scheme, variable) => {
    const mirror = await mirrorWith(scheme === 'https' ? certificate : undefined);
    const proxy = await proxyWith();
    process.env[variable] = proxy.url;
    expect(await ask(named(mirror))).toBe('fine');
    expect(proxy.requests).toMatchObject([{ method: 'CONNECT', authorization: undefined }]);
  });

  it('gets user name and password, percent-encoded or not, and the server does not', async () => {
    const mirror = await mirrorWith(certificate);
    const proxy = await proxyWith('jo e:p@ss:w%rd');
    process.env['HTTPS_PROXY'] = proxy.url.replace(/\/\/.*@/, '//jo%20e:p%40ss%3Aw%25rd@');
    expect(await ask(named(mirror))).toBe('fine');
    expect(proxy.requests).toMatchObject([{ allowed: true }]);
    expect(mirror.requests[0]?.headers['proxy-authorization']).toBeUndefined();
  });

  it.each([
    ['no', '', /wants a user name and a password \(407\)/],
    ['wrong', 'me:nothis@', /did not accept the user name and password/],
  ])(
    'that gets %s credentials is an E_NETWORK at once, without the password',
    async (_what, pair, message) => {
      const mirror = await mirrorWith(certificate);
      const proxy = await proxyWith('me:secret');
      process.env['HTTPS_PROXY'] = proxy.url.replace(/\/\/.*@/, `//${pair}`);
      const error = await failure(named(mirror));
      expect(error).toMatchObject({
        code: 'E_NETWORK',
        message: expect.stringMatching(message),
        remedy: expect.stringContaining('HTTPS_PROXY as http://user:password@host:port'),
      });
      expect(error.message).toContain(`The proxy ${new URL(proxy.url).origin} `);
      expect(JSON.stringify([error.message, error.evidence])).not.toContain('nothis');
      expect(proxy.requests).toHaveLength(1);
    },
  );

  it('that wants NTLM or Negotiate says so, since no password helps', async () => {
    process.env['HTTPS_PROXY'] = await answering(407, { 'Proxy-Authenticate': 'Negotiate' });
    expect(await failure('https://mirror.invalid/')).toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringContaining('by Negotiate (407)'),
      remedy: expect.stringContaining('relay'),
    });
  });

  it('that forbids the host is an E_NETWORK at once, one that is overloaded is tried again', async () => {
    let asked = 0;
    process.env['HTTPS_PROXY'] = await answering(403, {}, () => asked++);
    expect(await failure('https://mirror.invalid:8443/')).toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringMatching(/refused a connection to mirror\.invalid:8443 with status 403/),
      remedy: expect.stringContaining('NO_PROXY'),
    });
    expect(asked).toBe(1);
    process.env['HTTPS_PROXY'] = await answering(503, {}, () => asked++);
    expect((await failure('https://mirror.invalid/')).message).toMatch(/status 503 \(2 attempts\)/);
    expect(asked).toBe(3);
  });

  it('that is not there is named', async () => {
    const proxy = await startProxy();
    await proxy.close();
    process.env['HTTPS_PROXY'] = proxy.url;
    expect((await failure('https://mirror.invalid/')).message).toContain(
      `The proxy ${proxy.url} is not reached: `,
    );
  });

  it('that never answers is let go when the step is done with it', async () => {
    let left: Promise<unknown> | undefined;
    const server = createServer();
    server.on('connect', (_request, socket: Socket) => {
      socket.on('error', () => {});
      left = new Promise((resolve) => socket.once('end', () => resolve(socket.end())));
      socket.resume();
    });
    process.env['HTTPS_PROXY'] = await listening(server);
    const http = createHttp({ userAgent: 'test', attempts: 1, idleTimeoutMs: 100, systemStore: () => [] });
    await expect(http.getText('https://mirror.invalid/', { maxBytes: 100 })).rejects.toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringContaining('no byte for 0.1 s'),
    });
    http.close();
    await left;
  });

  it('may be reached by TLS itself, with an authority of ca-file, and sees no client certificate', async () => {
    const mirror = await mirrorWith(certificate);
    const own = authority.issue({ name: 'proxy', hosts: ['127.0.0.1'] });
    const asking = { ...own, requestCert: true, rejectUnauthorized: false, ca: authority.cert };
    const proxy = await proxyWith('me:pass', asking);
    process.env['HTTPS_PROXY'] = proxy.url;
    const client = authority.issue({ name: 'runner' });
    const tls = { ca: [authority.cert], client: { origin: named(mirror), ...client } };
    expect(await ask(named(mirror), { tls })).toBe('fine');
    expect(proxy.requests).toMatchObject([{ allowed: true, client: undefined }]);
    expect(await failure(named(mirror), { tls: { ca: [] } })).toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringMatching(
        new RegExp(`certificate of ${new URL(proxy.url).origin} is not trusted`),
      ),
    });
  });
});

/** A proxy that answers each CONNECT so. */
async function answering(
  status: number,
  headers: Record<string, string>,
  onAsk: () => void = () => {},
): Promise<string> {
  const listener: RequestListener = (_, response) => void response.writeHead(500).end();
  const server = createServer(listener);
  server.on('connect', (_request, socket: Socket) => {
    onAsk();
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.on('error', () => {});
    socket.end(`HTTP/1.1 ${status} No\r\n${lines.join('')}\r\n`);
  });
  return await listening(server);
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('NO_PROXY', () => {
  it.each([
    ['mirror.example', 'https://mirror.example/go', true],
    ['MIRROR.example , x', 'https://mirror.example/go', true],
    ['example', 'https://mirror.example/go', true],
    ['.example', 'https://mirror.example/go', true],
    ['*.example', 'https://mirror.EXAMPLE/go', true],
    ['*', 'https://mirror.example/go', true],
    ['mirror.example:443', 'https://mirror.example/go', true],
    ['mirror.example:8443', 'https://mirror.example:8443/go', true],
    ['mirror.example:8443', 'https://mirror.example/go', false],
    ['*.example', 'https://example/go', false],
    ['rror.example', 'https://mirror.example/go', false],
    ['10.0.0.0/8', 'https://10.1.2.3/go', true],
    ['x, 10.0.0.0/8', 'http://10.1.2.3:8080/go', true],
    ['10.0.0.0/8', 'https://11.1.2.3/go', false],
    ['10.0.0.0/8', 'https://mirror.example/go', false],
    ['10.0.0.0/33,10.0.0.0/x,/8', 'https://10.1.2.3/go', false],
    ['fd00::/8', 'https://[fd12::1]/go', true],
    ['fd00::/8', 'https://10.1.2.3/go', false],
    ['', 'https://mirror.example/go', false],
    ['', 'https://127.0.0.1/go', true],
    ['', 'https://localhost:8443/go', true],
  ])('%j lets %s go directly: %p', (value, url, direct) => {
    process.env['HTTPS_PROXY'] = 'http://proxy.example:3128';
    process.env['NO_PROXY'] = value;
    expect(proxyFor(new URL(url)) === undefined).toBe(direct);
  });

  it('counts for requests', async () => {
    const mirror = await mirrorWith();
    process.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
    process.env['NO_PROXY'] = '*.invalid';
    // There is no such name, and the proxy was not asked for it.
    expect((await failure(named(mirror), { attempts: 1 })).message).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });
});

describe('a variable that is no address of a proxy', () => {
  it.each([
    ['proxy.example:3128', /no http:\/\/ before the host/],
    ['socks5://proxy.example:1080', /only http and https/],
    ['http://me:100%@proxy.example:3128', /%25/],
    ['http://proxy.example:99999', /it is no URL/],
    ['svc_me:100%@proxy.example:3128', /no http:\/\/ before the host/],
    [String.raw`http://DOMAIN\me:100@proxy.example:3128`, /%5C/],
  ])('%s is an E_INPUT that names it', async (value, message) => {
    process.env['HTTPS_PROXY'] = value;
    const error = await failure('https://mirror.invalid/');
    expect(error).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringMatching(message),
      remedy: expect.stringContaining('http://host:port'),
    });
    expect(error.message).toContain('HTTPS_PROXY');
    expect(JSON.stringify([error.message, error.evidence])).not.toContain('me:100');
  });

  it('does not matter where NO_PROXY lets the request pass, nor for the other scheme', async () => {
    const mirror = await mirrorWith();
    process.env['HTTPS_PROXY'] = 'socks5://proxy.example:1080';
    expect(await ask(mirror.url)).toBe('fine');
    process.env['NO_PROXY'] = 'mirror.invalid';
    expect(proxyFor(new URL('https://mirror.invalid/'))).toBeUndefined();
  });
});
