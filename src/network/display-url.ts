/**
 * A URL as it may be shown: without credentials, query and fragment, which can hold secrets (signed URLs, tokens).
 * Every message, evidence line and log line shows URLs through this function. Never throws.
 */
export function displayUrl(url: string | URL): string {
  const text = String(url);
  const { protocol, host, pathname } = URL.canParse(text) ? new URL(text) : { host: '' };
  if (host !== '') return `${protocol}//${host}${pathname}`;
  // No URL: a directory, or an address that is not written as one, such as `user:password@host/go?token=x`.
  const address = text.replace(/\?.*$/s, '');
  return /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(address) ? address.replace(/^(\/\/)?.*@/s, '$1') : address;
}

/**
 * What is secret in an address: its password, a user name that stands alone or is no short word (tokens are given so), and the values of
 * its query (signatures); as they stand there and as they are meant. Addresses without a scheme count, too: they end up in a message.
 */
export function secretsIn(address: string): string[] {
  if (/^[a-z]:[\\/]|^\\\\/i.test(address)) return []; // a path
  const [place = '', query = ''] = address.split('?', 2);
  // In what is no URL (a slash in the password makes it none) everything before the last @ may be one.
  const sound = URL.canParse(address) && new URL(address).host !== '';
  const pair = (sound ? /^[^:]+:\/\/([^/\\]*)@/ : /^(?:[^:]+:\/\/|\/\/)?(.*)@/s).exec(place)?.[1] ?? '';
  const [, user = '', password = ''] = /^([^:]*)(?::(.*))?$/s.exec(pair) ?? [];
  const values = query.split(/[&#]/).map((field) => field.replace(/^[^=]*=/, ''));
  const long = [password === '' ? '' : user, ...values].filter((value) => value.length >= 8);
  const secrets = [password === '' ? user : password, ...long];
  return secrets.flatMap((secret) => [secret, decodePercent(secret)]);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
