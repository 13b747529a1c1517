import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FaultServer, serve } from '../network/fault-server.ts';

/** A runner as GitHub's REST API has it (docs.github.com/rest/actions/self-hosted-runners). */
export function registered(
  name: string,
  { status = 'online', busy = false, labels = ['self-hosted', 'Windows', 'X64', name] } = {},
) {
  return {
    id: name.length,
    name,
    os: 'Windows',
    status,
    busy,
    labels: labels.map((label, id) => ({ id, name: label, type: id < 3 ? 'read-only' : 'custom' })),
  };
}

export interface GitHubOptions {
  /** The only token that is known. */
  readonly token: string;
  readonly repository?: readonly unknown[];
  readonly organization?: readonly unknown[];
  /** The jobs of the run at its n-th look, from 1. */
  readonly jobs?: (look: number) => readonly unknown[];
  /** Answers in place of GitHub; false where it leaves that to it. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse, number: number) => boolean;
}

/** A real server on the loopback that answers as GitHub's REST API does: pages of 100 with a Link header, 401 without the token. */
export async function startGitHub(
  options: GitHubOptions,
): Promise<FaultServer & { readonly cancelled: string[] }> {
  const cancelled: string[] = [];
  let looks = 0;
  const server = await serve((request, response, number) => {
    const json = (status: number, body: unknown, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
        .end(JSON.stringify(body));
    if (options.instead?.(request, response, number)) return;
    if (request.headers.authorization !== `Bearer ${options.token}`)
      return json(401, { message: 'Bad credentials' });
    const url = new URL(request.url ?? '', 'http://localhost');
    const page = Number(url.searchParams.get('page') ?? 1);
    const perPage = Number(url.searchParams.get('per_page') ?? 30);
    const list = (field: string, all: readonly unknown[]) => {
      const next = page * perPage < all.length;
      url.searchParams.set('page', String(page + 1));
      const link = `<http://${request.headers.host}${url.pathname}${url.search}>; rel="next", <http://x/?page=9>; rel="last"`;
      const entries = all.slice((page - 1) * perPage, page * perPage);
      json(200, { total_count: all.length, [field]: entries }, next ? { link } : {});
    };
    if (url.pathname === '/api/v3/repos/example/project/actions/runners')
      return list('runners', options.repository ?? []);
    if (url.pathname === '/api/v3/orgs/example/actions/runners') {
      return options.organization
        ? list('runners', options.organization)
        : json(404, { message: 'Not Found' });
    }
    if (url.pathname === '/api/v3/repos/example/project/actions/runs/4711/jobs') {
      if (page === 1) looks += 1;
      return list('jobs', options.jobs?.(looks) ?? []);
    }
    if (
      request.method === 'POST' &&
      url.pathname === '/api/v3/repos/example/project/actions/runs/4711/cancel'
    ) {
      cancelled.push(url.pathname);
      return json(202, {});
    }
    json(404, { message: 'Not Found' });
  });
  return { ...server, url: `${server.url}/api/v3`, cancelled };
}
