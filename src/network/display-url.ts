/**
 * A URL as it may be shown: without credentials, query and fragment, which can hold secrets (signed URLs, tokens).
 * Every message, evidence line and log line shows URLs through this function. Never throws.
 */
export function displayUrl(url: string | URL): string {
  const text = String(url);
  if (!URL.canParse(text)) return text.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//');
  const { protocol, host, pathname } = new URL(text);
  return `${protocol}//${host}${pathname}`;
}
