import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

/** What went through a proxy, or tried to. */
export interface ProxiedRequest {
  /** `CONNECT` for a tunnel, else the request's own method. */
  readonly method: string;
  /** `host:port` of a tunnel, else the whole URL. */
  readonly target: string;
  /** The Proxy-Authorization header. */
  readonly authorization: string | undefined;
  /** False: 407, for want of the right password. */
  readonly allowed: boolean;
  /** Name in the client certificate that a proxy with TLS was shown. */
  readonly client: string | undefined;
}

/** A proxy that runs. */
export interface LabProxy {
  /** `http://127.0.0.1:40000`, with user and password in it where they are needed. */
  readonly url: string;
  readonly requests: readonly ProxiedRequest[];
  readonly close: () => Promise<void>;
}

/**
 * Starts a forward proxy on 127.0.0.1, for plain requests and CONNECT tunnels. It reaches this machine alone: a name that ends in
 * `.invalid` is taken as 127.0.0.1, so that a client can be seen to leave the naming to its proxy; any other host is answered with 403.
 * @param credentials `user:password` that it asks for (Basic)
 * @param tls its certificate and key, where it is reached by TLS
 */
export async function startProxy(credentials?: string, tls?: ServerOptions): Promise<LabProxy> {
  const requests: ProxiedRequest[] = [];
  const tunnels = new Set<Socket | Duplex>();
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const log = (request: IncomingMessage): boolean => {
    const authorization = request.headers['proxy-authorization'];
    const allowed = !wanted || authorization === wanted;
    const { method = '', url: target = '', socket } = request;
    const peer = socket instanceof TLSSocket ? socket.getPeerCertificate() : undefined;
    const client = peer?.subject?.CN as string | undefined;
    requests.push({ method, target, authorization, allowed, client });
    return allowed;
  };

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (!log(request)) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="lab"' }).end();
      return;
    }
    forward(request, response);
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy());
    if (!log(request)) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="lab"\r\n\r\n',
      );
      return;
    }
    const url = parsed(`http://${request.url}`);
    const host = url && onThisMachine(url.hostname);
    if (!url || !host) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(Number(url.port || 80), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    for (const end of [upstream, client]) {
      tunnels.add(end);
      end.on('close', () => tunnels.delete(end));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://${credentials ? `${credentials}@` : ''}127.0.0.1:${port}`,
    requests,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      for (const end of tunnels) end.destroy();
      await closed;
    },
  };
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

function onThisMachine(host: string): string | undefined {
  if (host.endsWith('.invalid') || host === 'localhost') return '127.0.0.1';
  return /^127\./.test(host) ? host : undefined;
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const url = parsed(request.url ?? '');
  const host = url && onThisMachine(url.hostname);
  if (!url || !host) {
    response.writeHead(403).end();
    return;
  }
  const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = request.headers;
  const upstream = httpRequest(
    { host, port: url.port || 80, path: `${url.pathname}${url.search}`, method: request.method, headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    },
  );
  upstream.on('error', () => response.destroy());
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}
