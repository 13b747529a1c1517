/** Which origin gets which Authorization header. */
export interface Credentials {
  /** The URL without user and password, which are remembered for its origin. */
  strip(url: URL): URL;
  /** The header for this URL, by its origin (scheme, host and port) alone. */
  for(url: URL): string | undefined;
}

/**
 * Keeps credentials to the origin that they belong to: the token of the mirror, and those written into a URL.
 * A redirect elsewhere therefore carries none. The token wins over what the mirror's own URL holds.
 */
export function createCredentials(
  token: { readonly origin: string; readonly value: string } | undefined,
): Credentials {
  const headers = new Map<string, string>();
  const owner = token === undefined || !URL.canParse(token.origin) ? undefined : new URL(token.origin).origin;
  if (token !== undefined && owner !== undefined && token.value !== '')
    headers.set(owner, asHeader(token.value));
  return {
    strip(url) {
      if (url.username === '' && url.password === '') return url;
      const pair = `${decode(url.username)}:${decode(url.password)}`;
      if (!headers.has(url.origin)) headers.set(url.origin, `Basic ${Buffer.from(pair).toString('base64')}`);
      const bare = new URL(url);
      bare.username = '';
      bare.password = '';
      return bare;
    },
    for: (url) => headers.get(url.origin),
  };
}

function asHeader(token: string): string {
  return /^(bearer|basic) /i.test(token) ? token : `Bearer ${token}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
