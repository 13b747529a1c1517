import http, { type Agent } from 'node:http';
import https from 'node:https';
import { HttpClient } from '@actions/http-client';
import { type ProxyRoute, prepareProxy, proxyFor } from './proxy.ts';
import type { Trust } from './trust.ts';

/** How requests get to an origin: the connections to it, through a proxy or not. */
export interface Route {
  readonly agent: Agent;
  readonly proxy: ProxyRoute | undefined;
}

export interface Routes {
  /** @throws SetupError E_INPUT for a proxy variable that is none, or certificates that TLS can't use */
  to(url: URL): Route;
  /** Forgets the routes that there are: requests from now on connect anew, those under way go on. */
  renew(): void;
  /** Drops all connections. */
  close(): void;
}

/** As many connections to one origin at once as @actions/http-client allows. */
const MAX_SOCKETS = 100;

/** One route for each origin: what one origin gets, a client certificate for instance, no other one does. */
export function createRoutes(trust: Trust): Routes {
  const routes = new Map<string, Route>();
  const made: Route[] = [];
  return {
    to(url) {
      const known = routes.get(url.origin);
      if (known) return known;
      const route = createRoute(url, trust);
      made.push(route);
      routes.set(url.origin, route);
      return route;
    },
    renew: () => routes.clear(),
    close() {
      for (const { agent, proxy } of made.splice(0)) {
        // The agent of a proxy has no such method: it keeps no connection that nobody uses.
        agent.destroy?.();
        proxy?.close();
      }
      routes.clear();
    },
  };
}

function createRoute(url: URL, trust: Trust): Route {
  const secure = url.protocol === 'https:';
  const secureContext = secure ? trust.contextFor(url) : undefined;
  const address = proxyFor(url);
  const agent =
    address === undefined
      ? new (secure ? https : http).Agent({ keepAlive: true, maxSockets: MAX_SOCKETS })
      : new HttpClient('', [], { keepAlive: true }).getAgent(url.href);
  // The way of @actions/http-client, too: an agent's options are those of its connections.
  if (secureContext) Object.assign((agent as https.Agent).options, { secureContext });
  return { agent, proxy: address && prepareProxy(agent, address, trust) };
}
