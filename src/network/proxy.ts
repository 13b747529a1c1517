import http, { type Agent, type ClientRequest, type RequestOptions } from 'node:http';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';
import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy';
import { SetupError } from '../errors.ts';
import { certificateFailure, isCertificateCode, tlsCode } from './certificate-failure.ts';
import { displayUrl } from './display-url.ts';
import { reasonOf } from './responses.ts';
import { TransientFailure } from './retry.ts';
import type { Trust } from './trust.ts';

/** A proxy on the way to an origin. */
export interface ProxyRoute {
  /** Its address, without credentials. */
  readonly url: URL;
  readonly hasCredentials: boolean;
  /** Why the tunnel that was asked for last was not made: the proxy's answer, or the error on the way to it. */
  trouble: { readonly status: number; readonly offers: string } | { readonly cause: Error } | undefined;
  /** Ends what the proxy was asked for and has not answered: nobody else does, and the process would wait for it. */
  close(): void;
}

/** The agent of the package tunnel, as @actions/http-client makes it; its own types know nothing of this. */
interface TunnelAgent extends Agent {
  proxyOptions: { host: string; proxyAuth?: string };
  request: (options: RequestOptions) => ClientRequest;
}

/**
 * The proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name for a URL; undefined where there is none. @actions/http-client takes a variable that
 * it does not understand for none at all, and goes without; here that is said.
 *
 * @throws SetupError E_INPUT for a variable that is no address of a proxy
 */
export function proxyFor(url: URL): URL | undefined {
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const { env } = process;
  const value = env[name.toLowerCase()] || env[name] || '';
  if (value === '' || checkBypass(url) || matchesMore(url)) return undefined;
  const proxy = value.includes('\\') ? undefined : parsed(url);
  if (proxy !== undefined && proxy.hostname !== '' && /^https?:$/.test(proxy.protocol)) return proxy;
  throw new SetupError('E_INPUT', `The variable ${name} is no address of a proxy: ${faultOf(value)}.`, {
    remedy: `Write it as http://host:port or http://user:password@host:port, or name ${url.hostname} in NO_PROXY.`,
    evidence: [`${name}: ${displayUrl(value)}`],
  });
}

/** By @actions/http-client, which throws where a % of what has no scheme is not decoded. */
function parsed(url: URL): URL | undefined {
  try {
    return getProxyUrl(url);
  } catch {
    return undefined;
  }
}

/** What curl and Go understand in NO_PROXY and @actions/http-client does not: `*.example.com`, and `10.0.0.0/8` for a host that is an address. */
function matchesMore({ hostname }: URL): boolean {
  const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
  const items = noProxy.split(',').map((item) => item.trim().toLowerCase());
  const suffixes = items.flatMap((item) => /^\*(\..+)$/.exec(item)?.[1] ?? []);
  return suffixes.some((suffix) => hostname.toLowerCase().endsWith(suffix)) || liesIn(items, hostname);
}

/** Whether a host that is an address lies in one of the networks (RFC 4632) among these items; what is none is passed over. */
function liesIn(items: readonly string[], hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(address);
  if (family === 0) return false;
  const networks = new BlockList();
  const [type, bits] = family === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const);
  for (const item of items) {
    const [, network = '', length = ''] = /^(.+)\/(\d{1,3})$/.exec(item) ?? [];
    if (isIP(network) === family && Number(length) <= bits) networks.addSubnet(network, Number(length), type);
  }
  return networks.check(address, type);
}

function faultOf(value: string): string {
  // A URL takes it for a slash, and the domain before it for the host.
  if (value.includes('\\')) return 'a \\ in its user name is written %5C there';
  if (/^https?:\/\//i.test(value))
    return URL.canParse(value) ? 'a % in its user name or password is written %25 there' : 'it is no URL';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return 'only http and https proxies are supported';
  return 'it has no http:// before the host';
}

/**
 * Makes an agent of @actions/http-client tell why a proxy makes no tunnel, trust whom the action trusts where the proxy itself is reached by
 * TLS, and sign in without `new Buffer`, which Node warns of in every log.
 */
export function prepareProxy(agent: Agent, proxy: URL, trust: Trust): ProxyRoute {
  const tunnel = agent as TunnelAgent;
  const { proxyAuth } = tunnel.proxyOptions;
  delete tunnel.proxyOptions.proxyAuth;
  const url = new URL(`${proxy.protocol}//${proxy.host}`);
  const unanswered = new Set<ClientRequest>();
  const route: ProxyRoute = {
    url,
    hasCredentials: proxyAuth !== undefined,
    trouble: undefined,
    close() {
      for (const request of unanswered) request.destroy();
    },
  };
  const headers =
    proxyAuth === undefined
      ? {}
      : { 'proxy-authorization': `Basic ${Buffer.from(proxyAuth).toString('base64')}` };
  const secure = proxy.protocol === 'https:';
  tunnel.request = (options) => {
    route.trouble = undefined;
    const secureContext = secure ? trust.contextForProxy() : undefined;
    const request = (secure ? https : http).request({
      ...options,
      headers: { ...(options.headers as Record<string, string>), ...headers },
      // Else the name of the server behind the proxy is expected in the proxy's certificate.
      ...(secure ? { servername: /[a-z]/i.test(proxy.hostname) ? proxy.hostname : '' } : {}),
      ...(secureContext ? { secureContext } : {}),
    });
    unanswered.add(request);
    // Before tunnel's own listeners, which keep nothing but a text.
    request.once('connect', (response) => {
      unanswered.delete(request);
      const offers = String(response.headers['proxy-authenticate'] ?? '');
      if (response.statusCode !== 200) route.trouble = { status: response.statusCode ?? 0, offers };
    });
    request.once('error', (cause) => {
      unanswered.delete(request);
      route.trouble = { cause };
    });
    return request;
  };
  return route;
}

/**
 * What a request that a proxy did not let through means; undefined where the proxy has made its tunnel.
 *
 * @param url what was asked for
 */
export function proxyFailure(url: URL, route: ProxyRoute): Error | undefined {
  const { url: proxy, hasCredentials, trouble } = route;
  if (trouble === undefined) return undefined;
  // What fails once there is a tunnel again has nothing to do with it.
  route.trouble = undefined;
  const label = `The proxy ${proxy.origin}`;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const target = `${url.hostname}:${port}`;
  if ('cause' in trouble) {
    if (isCertificateCode(tlsCode(trouble.cause))) return certificateFailure(proxy, trouble.cause, undefined);
    return new TransientFailure(`${label} is not reached: ${reasonOf(trouble.cause)}`, {
      cause: trouble.cause,
    });
  }
  const { status, offers } = trouble;
  const evidence = [`CONNECT ${target} by ${proxy.origin}`, `status ${status}`];
  if (offers !== '') evidence.push(`Proxy-Authenticate: ${offers}`);
  if (status === 407) return signIn(label, hasCredentials, offers, evidence);
  if (status >= 500 || status === 408 || status === 429)
    return new TransientFailure(`${label} answered CONNECT ${target} with status ${status}`);
  return new SetupError('E_NETWORK', `${label} refused a connection to ${target} with status ${status}.`, {
    remedy: `Have the proxy allow CONNECT to ${target}, or name ${url.hostname} in NO_PROXY when this runner reaches it directly.`,
    evidence,
  });
}

function signIn(label: string, given: boolean, offers: string, evidence: readonly string[]): SetupError {
  if (offers !== '' && !/\bbasic\b/i.test(offers)) {
    return new SetupError(
      'E_NETWORK',
      `${label} wants to be signed in to by ${offers.split(' ')[0]} (407).`,
      {
        remedy:
          'Allow this runner at the proxy without a sign-in or by Basic, or point HTTPS_PROXY to a relay on this machine that signs in.',
        evidence,
      },
    );
  }
  return new SetupError(
    'E_NETWORK',
    given
      ? `${label} did not accept the user name and password in its variable (407).`
      : `${label} wants a user name and a password (407), and its variable has none.`,
    {
      remedy:
        'Write HTTPS_PROXY as http://user:password@host:port, with signs such as @, : and % in them as %40, %3A and %25.',
      evidence,
    },
  );
}
