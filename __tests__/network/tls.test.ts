import { createServer, type Server, type ServerOptions } from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Authority, createAuthority, type Issued } from '../../lab/tls/authority.ts';
import { createHttp, type Http, type HttpOptions } from '../../src/network/http.ts';
import type { TlsSettings } from '../../src/network/trust.ts';
import { serve } from './fault-server.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

let authority: Authority;
let intermediate: Authority;
let good: Issued;
let client: Issued;
beforeAll(() => {
  authority = createAuthority('Lab CA');
  intermediate = authority.authorize('Lab Sub CA');
  good = authority.issue({ name: 'mirror', hosts: ['127.0.0.1', 'localhost'] });
  client = authority.issue({ name: 'runner' });
});

interface TlsServer {
  readonly url: string;
  readonly port: number;
  /** Subjects of the client certificates that came; undefined for none. */
  readonly clients: (string | undefined)[];
}

async function listening(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function serveTls(options: ServerOptions, redirect?: string): Promise<TlsServer> {
  const clients: (string | undefined)[] = [];
  const server: Server = createServer(options, (request, response) => {
    const { subject } = (request.socket as import('node:tls').TLSSocket).getPeerCertificate() ?? {};
    clients.push(subject?.CN as string | undefined);
    if (redirect !== undefined) response.writeHead(302, { location: redirect }).end();
    else response.end('fine');
  });
  server.on('tlsClientError', () => {});
  const port = await listening(server);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `https://127.0.0.1:${port}`, port, clients };
}

const ours = (): TlsSettings => ({ ca: [authority.cert] });
const openHttp = (more: Partial<HttpOptions> = {}): Http => {
  const http = createHttp({ userAgent: 'test', attempts: 2, backoffMs: 1, systemStore: () => [], ...more });
  closing.push(http.close);
  return http;
};
const ask = (url: string, more: Partial<HttpOptions> = {}) => openHttp(more).getText(url, { maxBytes: 1000 });
const failure = (url: string, more: Partial<HttpOptions> = {}) =>
  ask(url, more).then(
    () => {
      throw new Error('it was taken');
    },
    (error) => error,
  );

describe('a server of a private authority', () => {
  it('is refused, naming issuer and remedy, and not tried twice', async () => {
    const { url } = await serveTls({ ...good, cert: good.cert + authority.cert });
    const retries: string[] = [];
    const error = await failure(url, { onRetry: (line) => retries.push(line) });
    expect(error).toMatchObject({
      code: 'E_NETWORK',
      message: `The certificate of ${url} is not trusted: its issuer (CN=Lab CA) is known neither to Node nor to the certificate store of Windows.`,
      remedy: expect.stringContaining('ca-file'),
      evidence: expect.arrayContaining([
        expect.stringMatching(/^certificate CN=mirror, issued by CN=Lab CA/),
      ]),
    });
    expect(retries).toEqual([]);
  });

  it('is trusted by ca-file, besides others', async () => {
    const { url, clients } = await serveTls(good);
    const several = { ca: [createAuthority('Other CA').cert, authority.cert] };
    expect(await ask(url, { tls: several })).toBe('fine');
    expect(await failure(url, { tls: { ca: [createAuthority('Other CA').cert] } })).toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringContaining('not trusted'),
    });
    expect(clients).toEqual([undefined]);
  });

  it('is trusted by the store of the system, which is read once and only then, and told', async () => {
    const { url } = await serveTls(good);
    let reads = 0;
    const notes: string[] = [];
    const http = openHttp({
      systemStore: () => {
        reads++;
        return [authority.cert];
      },
      onNote: (line) => notes.push(line),
    });
    const plain = await serve((_, r) => void r.end('plain'));
    expect(await http.getText(plain.url, { maxBytes: 10 })).toBe('plain');
    expect(reads).toBe(0);
    const texts = [1, 2, 3].map(async () => await http.getText(url, { maxBytes: 10 }));
    expect(await Promise.all(texts)).toEqual(['fine', 'fine', 'fine']);
    expect(reads).toBe(1);
    expect(notes).toEqual([
      expect.stringMatching(/^The certificate of 127\.0\.0\.1:\d+ .* 1 authorities .*store/),
    ]);
  });

  it('that forgets its intermediate certificate is refused, and the remedy says that it may be that', async () => {
    const leaf = intermediate.issue({ name: 'mirror', hosts: ['127.0.0.1'] });
    const bare = await serveTls(leaf);
    expect(await failure(bare.url, { tls: ours() })).toMatchObject({
      message: expect.stringContaining('(CN=Lab Sub CA)'),
      remedy: expect.stringContaining('the server sends all certificates between'),
    });
    const whole = await serveTls({ ...leaf, cert: leaf.cert + intermediate.cert });
    expect(await ask(whole.url, { tls: ours() })).toBe('fine');
  });
});

describe('a certificate that is not right', () => {
  it('because it has expired is named with its day', async () => {
    const old = { from: new Date('2020-01-01'), to: new Date('2021-02-03') };
    const { url } = await serveTls(authority.issue({ name: 'old mirror', hosts: ['127.0.0.1'], ...old }));
    expect(await failure(url, { tls: ours() })).toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringMatching(/expired are CN=old mirror on Feb {1,2}3 .*2021/),
      remedy: expect.stringContaining('clock'),
    });
  });

  it('because it begins later is named with its day', async () => {
    const later = { from: new Date('2090-01-01'), to: new Date('2091-01-01') };
    const { url } = await serveTls(authority.issue({ name: 'new', hosts: ['127.0.0.1'], ...later }));
    expect(await failure(url, { tls: ours() })).toMatchObject({
      message: expect.stringMatching(/not valid yet, only from Jan .*2090/),
      remedy: expect.stringContaining('clock'),
    });
  });

  it('because it is for other names tells them', async () => {
    const { url } = await serveTls(
      authority.issue({ name: 'm', hosts: ['mirror.example', 'other.example'] }),
    );
    expect(await failure(url, { tls: ours() })).toMatchObject({
      message: `The certificate of ${url} is not for 127.0.0.1: it is for DNS:mirror.example, DNS:other.example.`,
    });
  });

  it('because there is none is told at once', async () => {
    const { url } = await serve((_, r) => void r.end('plain'));
    expect(await failure(url.replace('http:', 'https:'))).toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringContaining('does not speak TLS'),
    });
  });
});

describe('mutual TLS', () => {
  const guarded = (): ServerOptions => ({ ...good, ca: authority.cert, requestCert: true });
  const withClient = (origin: string, pair: Issued = client): TlsSettings => ({
    ...ours(),
    client: { origin, ...pair },
  });

  it('shows the client certificate to the origin of the base URL', async () => {
    const { url, clients } = await serveTls(guarded());
    expect(await ask(`${url}/go/x`, { tls: withClient(`${url}/go`) })).toBe('fine');
    expect(clients).toEqual(['runner']);
  });

  it('shows it to no other origin, not even after a redirect', async () => {
    const away = await serveTls({ ...guarded(), rejectUnauthorized: false });
    const home = await serveTls(guarded(), `${away.url}/over`);
    expect(await ask(home.url, { tls: withClient(home.url) })).toBe('fine');
    expect([home.clients, away.clients]).toEqual([['runner'], [undefined]]);
  });

  it.each([
    ['absent', () => ours()],
    [
      "another authority's",
      (url: string) => withClient(url, createAuthority('Other CA').issue({ name: 'x' })),
    ],
  ])('with a certificate that is %s fails by an E_NETWORK that names client-cert', async (_what, tls) => {
    const { url, clients } = await serveTls(guarded());
    // A server made with Node drops the connection without a word.
    expect(await failure(url, { tls: tls(url) })).toMatchObject({
      code: 'E_NETWORK',
      remedy: expect.stringContaining('client-cert'),
    });
    expect(clients).toEqual([]);
  });

  it.each([
    [40, 'HANDSHAKE_FAILURE'],
    [42, 'BAD_CERTIFICATE'],
    [45, 'CERTIFICATE_EXPIRED'],
    [48, 'UNKNOWN_CA'],
    [116, 'CERTIFICATE_REQUIRED'],
  ])('refused by alert %i is an E_NETWORK at once, which has the word %s', async (alert, word) => {
    let connections = 0;
    const server = net.createServer((socket) => {
      connections++;
      socket.on('error', () => {});
      // A record of type alert: fatal, and its number (RFC 8446, 6).
      socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, alert])));
    });
    const port = await listening(server);
    closing.push(() => server.close());
    expect(await failure(`https://127.0.0.1:${port}`, { tls: ours() })).toMatchObject({
      code: 'E_NETWORK',
      message: expect.stringContaining(word),
      remedy: expect.stringContaining('client-cert'),
    });
    expect(connections).toBe(1);
  });

  it('refused by status 400, as nginx does it, names client-cert', async () => {
    const { url } = await serve((_, r) => void r.writeHead(400).end('No required SSL certificate was sent'));
    expect(await failure(url)).toMatchObject({ remedy: expect.stringContaining('client-cert') });
  });
});
