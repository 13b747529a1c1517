/**
 * A URL as it may be shown: without credentials, query and fragment, which can hold secrets (signed URLs, tokens).
 * Every message, evidence line and log line shows URLs through this function. Never throws.
 */
export function displayUrl(url: string | URL): string {
  const text = String(url);
  const sound = soundUrl(text);
  if (sound) return `${sound.protocol}//${sound.host}${sound.pathname}`;
  // No URL: a directory, or an address that is not written as one, such as `user:password@host/go?token=x`.
  const [address, query] = split(text);
  if (!/^(?!\\\\)[^:]{2,}:|^\/\//.test(text)) return address;
  // The question mark may be one in a password.
  if (query.includes('@')) return `${/^[a-z][a-z0-9+.-]*:\/\//i.exec(address)?.[0] ?? ''}***`;
  return address.replace(/^(\/\/)?.*@/s, '$1');
}

/** Each address in a text as it may be shown; what is no address stays as it is. */
export function displayAddresses(text: string): string {
  // Looked for from the begin of a word alone: else a long word without any would be gone through from each of its letters.
  return text.replace(/(?<![^\s,|])[^\s,|]*(?::\/\/|@)[^\s,|]*/g, displayUrl);
}

/**
 * What is secret in an address: its password, a user name that stands alone or is no short word (tokens are given so), and the values of
 * its query (signatures); as they stand there and as they are meant. Addresses without a scheme count, too: they end up in a message.
 */
export function secretsIn(address: string): string[] {
  if (/^[a-z]:[\\/]|^\\\\/i.test(address)) return []; // a path
  const [place, query] = split(address);
  const sound = soundUrl(address) !== undefined;
  // In what is no URL (a slash in the password makes it none) everything before the last @ may be one.
  const authority = sound ? /^[^:]+:\/\/([^/\\]*)@/ : /^(?:[^:]+:\/\/|\/\/)?(.*)@/s;
  const pair = authority.exec(!sound && query.includes('@') ? address : place)?.[1] ?? '';
  const [, user = '', password = ''] = /^([^:]*)(?::(.*))?$/s.exec(pair) ?? [];
  const values = query.split(/[&#]/).map((field) => field.replace(/^[^=]*=/, ''));
  const long = [password === '' ? '' : user, ...values].filter((value) => value.length >= 8);
  const secrets = [password === '' ? user : password, ...long];
  return secrets.flatMap((secret) => [secret, decodePercent(secret)]);
}

/** With a backslash before the host, as in `https://DOMAIN\user:password@host`, a URL's host is the domain, and its path has the password. */
function soundUrl(text: string): URL | undefined {
  if (/^[^:]+:\/\/[^/?#]*\\/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.host === '' ? undefined : url;
}

/** Before the first question mark, and after it. */
function split(address: string): [string, string] {
  const at = address.indexOf('?');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
