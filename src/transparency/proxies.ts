/** One entry of GOPROXY. */
export type GoProxy =
  | {
      readonly kind: 'proxy';
      /** Without a slash at the end. */
      readonly url: string;
      /** True where the next one is asked after any failure, not only where this one has nothing. */
      readonly failOver: boolean;
    }
  /** No proxy: the database itself is asked. */
  | { readonly kind: 'direct' };

/**
 * Reads Go's variable GOPROXY (go.dev/ref/mod#environment-variables): addresses apart by commas (go on after 404 and 410) or bars (go on after any
 * failure), up to `direct` or `off`. Both of these mean the database itself: that is what they mean to the go command when it asks for checksums
 * (cmd/go/internal/modfetch/sumdb.go, initBase). What is no http(s) address, a directory for instance, has no database and is passed over.
 */
export function readProxies(goproxy: string): GoProxy[] {
  const proxies: GoProxy[] = [];
  for (const [, entry = '', separator] of goproxy.matchAll(/([^,|]*)([,|]|$)/g)) {
    const text = entry.trim();
    if (text === 'direct' || text === 'off') return [...proxies, { kind: 'direct' }];
    // Go takes what has a dot, a colon or a slash, and no scheme, for an address as well.
    const url = /^[^:/]*[.:][^/]*/.test(text) && !text.includes(':/') ? `https://${text}` : text;
    if (/^https?:\/\/[^/]/i.test(url) && URL.canParse(url))
      proxies.push({ kind: 'proxy', url: url.replace(/\/+$/, ''), failOver: separator === '|' });
  }
  return proxies;
}
