import type { LabRelease } from '../releases/release.ts';
import type { Asked, Fault } from './faults.ts';
import type { MirrorOptions } from './mirror.ts';
import { fileResource, htmlResource, listResource, type Resource, textResource } from './resource.ts';

/** An answer that is no resource: a refusal, a redirect, an error. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Finds what a request asks for. */
export type Router = (
  url: URL,
  asked: Asked,
  authorization: string | undefined,
  fault: Fault | undefined,
) => Resource | Reply;

/** What a path asks for, below the prefix or anywhere else on the server. */
export function askedFor(url: URL, prefix: string): Asked {
  const path = url.pathname.replace(/\/$/, '');
  if (path === prefix || path === '') return 'list';
  if (path.endsWith('.sha256')) return 'hashes';
  return /\.(zip|msi)$/.test(path) ? 'files' : 'nothing';
}

/** Says what a server without faults has for each path. Of the faults only `list` is looked at. */
export async function router(
  releases: readonly LabRelease[],
  prefix: string,
  options: MirrorOptions,
): Promise<Router> {
  const files = new Map<string, Resource>();
  for (const release of releases) files.set(release.filename, await fileResource(release));
  const notFound: Reply = { status: 404, text: 'not found\n' };

  const list = (url: URL, fault: Fault | undefined) => {
    if (options.list === 'none') return notFound;
    if (url.searchParams.get('mode') !== 'json') return htmlResource(releases);
    return listResource(releases, url.searchParams.get('include') === 'all', options.list ?? 'full', fault);
  };
  const hash = (name: string) => {
    if (options.hashes === 'html') return htmlResource(releases);
    const release = releases.find((one) => `${one.filename}.sha256` === name);
    return release && options.hashes !== 'none' ? textResource(release.sha256, 'text/plain') : notFound;
  };
  const file = (url: URL, name: string) => {
    const to = options.redirectFilesTo;
    const found = files.get(name) ?? notFound;
    if (to === undefined || !url.pathname.startsWith(`${prefix}/`)) return found;
    return { status: 302, text: 'found\n', headers: { Location: `${to}/${name}` } };
  };

  return (url, asked, authorization, fault) => {
    const refused = refusal(authorization, options.token);
    if (refused) return { status: refused, text: 'not for you\n' };
    const more = options.also?.(url.pathname);
    if (more !== undefined) return textResource(more, 'application/octet-stream');
    const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    if (asked === 'list') return list(url, fault);
    if (asked === 'hashes') return hash(name);
    return asked === 'files' ? file(url, name) : notFound;
  };
}

/** Any scheme will do, or none: what counts is that the token is in the header, plain or as Basic's password. */
function refusal(authorization: string | undefined, token: string | undefined): 401 | 403 | undefined {
  if (token === undefined) return undefined;
  if (authorization === undefined) return 401;
  const credentials = authorization.split(' ').at(-1) ?? '';
  const password = Buffer.from(credentials, 'base64').toString().split(':').at(-1);
  return credentials === token || password === token ? undefined : 403;
}

/** What a fault answers in place of whatever is there. Undefined for faults that spoil the thing itself. */
export function replyOf(fault: Fault | undefined, url: URL): Reply | Resource | undefined {
  switch (fault?.kind) {
    case 'status': {
      const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
      return { status: fault.status, text: fault.body ?? `status ${fault.status}\n`, headers };
    }
    case 'redirect':
      return { status: fault.status ?? 302, text: 'elsewhere\n', headers: { Location: fault.to } };
    case 'redirect-loop': {
      const turn = Number(url.searchParams.get('turn') ?? 0) + 1;
      return { status: 302, text: 'again\n', headers: { Location: `${url.pathname}?turn=${turn}` } };
    }
    case 'html':
      return htmlResource([]);
    case 'body':
      return textResource(fault.body, fault.type ?? 'application/octet-stream');
    default:
      return undefined;
  }
}
