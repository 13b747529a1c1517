import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { type LabProxy, startProxy } from '../../lab/mirror/proxy.ts';
import { noise } from './client.ts';

let mirror: Mirror;
let open: LabProxy;
let guarded: LabProxy;

beforeAll(async () => {
  mirror = await startMirror([await noise('go1.99.1', 1000)]);
  [open, guarded] = await Promise.all([startProxy(), startProxy('me:pass')]);
});
afterAll(async () => {
  await Promise.all([mirror.close(), open.close(), guarded.close()]);
});

/** Asks a proxy for a whole URL, as clients do for plain http. */
async function plain(proxy: LabProxy, url: string, headers: Record<string, string> = {}): Promise<number> {
  const { hostname, port } = new URL(proxy.url);
  return await new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: url, headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject).end();
  });
}

/** Asks a proxy for a tunnel, then sends a request of its own through it. */
async function tunnelled(
  proxy: LabProxy,
  target: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const { hostname, port } = new URL(proxy.url);
  return await new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method: 'CONNECT', path: target, headers, agent: false });
    sent.on('connect', (response, socket) => {
      if (response.statusCode !== 200) return resolve(`CONNECT ${response.statusCode}`);
      let text = '';
      socket.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
      socket.on('end', () => resolve(text.split('\r\n')[0] ?? ''));
      socket.write(`GET /dl/?mode=json HTTP/1.1\r\nHost: ${target}\r\nConnection: close\r\n\r\n`);
    });
    sent.on('error', reject).end();
  });
}

const passes = { 'proxy-authorization': `Basic ${Buffer.from('me:pass').toString('base64')}` };

describe('the proxy', () => {
  it('passes plain requests on and writes them down', async () => {
    expect(await plain(open, `${mirror.url}/?mode=json`)).toBe(200);
    expect(open.requests.at(-1)).toMatchObject({
      method: 'GET',
      target: `${mirror.url}/?mode=json`,
      allowed: true,
    });
  });

  it('makes tunnels, also to names that only it knows', async () => {
    const { port } = new URL(mirror.url);
    expect(await tunnelled(open, `go.invalid:${port}`)).toBe('HTTP/1.1 200 OK');
    expect(open.requests.at(-1)).toMatchObject({ method: 'CONNECT', target: `go.invalid:${port}` });
  });

  it('asks for its password, and does not pass it on', async () => {
    const { host } = new URL(mirror.url);
    expect([await plain(guarded, mirror.url), await tunnelled(guarded, host)]).toEqual([407, 'CONNECT 407']);
    expect([await plain(guarded, mirror.url, passes), await tunnelled(guarded, host, passes)]).toEqual([
      200,
      'HTTP/1.1 200 OK',
    ]);
    expect(mirror.requests.every((one) => one.headers['proxy-authorization'] === undefined)).toBe(true);
  });

  it('reaches nothing but this machine', async () => {
    expect([await plain(open, 'http://192.0.2.1/'), await tunnelled(open, '192.0.2.1:80')]).toEqual([
      403,
      'CONNECT 403',
    ]);
  });
});
