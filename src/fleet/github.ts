import { connectionOptions } from '../connections.ts';
import { createHttp, type HttpResponse } from '../network/http.ts';
import { readBody, retryAfter } from '../network/responses.ts';
import { TransientFailure, withRetries } from '../network/retry.ts';
import type { FleetContext } from './context.ts';

// GitHub's REST API, as far as a fleet needs it: https://docs.github.com/en/rest/actions

/** A question that GitHub did not answer. The message is half a sentence: `it does not accept the token (status 401)`. */
export class GitHubRefusal extends Error {
  override readonly name = 'GitHubRefusal' as const;
  /** 0: there was no answer. 429: there were too many questions, whichever status said so. */
  readonly status: number;

  constructor(message: string, status: number, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/** One API, with one token. */
export interface GitHub {
  /**
   * All pages of a list. @param path below the API's address: `repos/o/r/actions/runners` @param field what a page has its entries in
   * @throws GitHubRefusal
   */
  list(path: string, field: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** A POST without a body. @returns its status @throws GitHubRefusal where there is no answer */
  post(path: string): Promise<number>;
  close(): void;
}

/** A list of 100 pages has 10,000 entries; behind a link that goes in a circle there is no end. */
const MOST_PAGES = 500;
const MOST_BYTES = 20_000_000;

/** Opens the API of this run's GitHub. The token goes to its origin, and nowhere else. */
export async function openGitHub(token: string, context: FleetContext): Promise<GitHub> {
  const { env, log, signal } = context;
  const api = (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
  const http = createHttp({
    ...(await connectionOptions(context)),
    signal,
    onRetry: (line) => log.info(line),
    token: { origin: api, value: token },
  });
  const headers = { 'x-github-api-version': '2022-11-28' };
  const accept = 'application/vnd.github+json';

  /** @returns entries, and the address of the next page */
  async function page(url: string, field: string) {
    return await withRetries(
      http.retries,
      { what: url.replace(/\?.*/, ''), evidence: [], signal },
      async () => {
        const response = await http.get(url, { headers, accept });
        if (response.status !== 200) throw refusalOf(response);
        const next = /<([^>]+)>;[^,]*\brel="next"/.exec([response.headers.link].flat().join(','))?.[1];
        return { entries: await readEntries(response, field), next };
      },
    );
  }

  return {
    async list(path, field) {
      const all: Readonly<Record<string, unknown>>[] = [];
      let url: string | undefined = `${api}/${path}${path.includes('?') ? '&' : '?'}per_page=100`;
      for (let number = 0; url !== undefined; number++) {
        if (number === MOST_PAGES) throw new GitHubRefusal('its list has no end', 200);
        const { entries, next }: Awaited<ReturnType<typeof page>> = await page(url, field).catch((error) => {
          throw asRefusal(error, signal);
        });
        all.push(...entries);
        // A page elsewhere would be asked without the token; there is none in a sound list.
        url = next !== undefined && new URL(next, url).origin === new URL(url).origin ? next : undefined;
      }
      return all;
    },
    async post(path) {
      try {
        const response = await http.get(`${api}/${path}`, { headers, accept, method: 'POST' });
        response.body.destroy();
        return response.status;
      } catch (error) {
        throw asRefusal(error, signal);
      }
    },
    close: http.close,
  };
}

async function readEntries(
  response: HttpResponse,
  field: string,
): Promise<Readonly<Record<string, unknown>>[]> {
  const chunks: Buffer[] = [];
  let length = 0;
  await readBody(response, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) throw new GitHubRefusal(`its answer is larger than ${MOST_BYTES / 1e6} MB`, 200);
  });
  try {
    const value = JSON.parse(Buffer.concat(chunks).toString()) as Readonly<Record<string, unknown>>;
    const entries = value[field];
    if (Array.isArray(entries)) return entries.filter((entry) => typeof entry === 'object' && entry !== null);
  } catch (error) {
    throw new GitHubRefusal('its answer is no JSON', 200, error);
  }
  throw new GitHubRefusal(`its answer has no list ${field}`, 200);
}

/** What a status that is not 200 means; a limit that passes within a minute is waited for. */
function refusalOf({ status, headers, body }: HttpResponse): Error {
  body.destroy();
  const limited = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
  if (status === 429 || (status === 403 && limited)) {
    const reset = Number(headers['x-ratelimit-reset']) * 1000 - Date.now();
    const waitMs = retryAfter(headers['retry-after']) ?? (reset > 0 ? reset : undefined);
    const until = waitMs === undefined ? '' : ` for ${Math.ceil(waitMs / 1000)} s`;
    const message = `it answers no more questions${until}, since there were too many (status ${status})`;
    return waitMs !== undefined && waitMs > 60_000
      ? new GitHubRefusal(message, 429)
      : new TransientFailure(message, { retryAfterMs: waitMs });
  }
  if (status === 408 || status >= 500) return new TransientFailure(`status ${status}`);
  const meaning: Readonly<Record<number, string>> = {
    401: 'it does not accept the token',
    403: 'the token may not ask this',
    404: 'there is nothing of the kind, or the token may not see it',
  };
  return new GitHubRefusal(`${meaning[status] ?? 'it refused'} (status ${status})`, status);
}

function asRefusal(error: unknown, signal: AbortSignal): unknown {
  signal.throwIfAborted();
  if (error instanceof GitHubRefusal) return error;
  return new GitHubRefusal(
    error instanceof Error ? error.message.replace(/\.$/, '') : String(error),
    0,
    error,
  );
}
