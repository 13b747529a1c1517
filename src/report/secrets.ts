import { secretsIn } from '../network/display-url.ts';

/**
 * What the name of a variable says when its value is a secret. A directory (PWD), the author of a commit and the like are none.
 * Too much is hidden rather than too little: a name that looks secret and is not costs a few stars in the log.
 */
const TELLING =
  /TOKEN|SECRET|PASSW|PASSPHRASE|(?:^|_)(?:PWD|PASS|PAT|SAS)(?:_|$)|KEY(?!BOARD)|AUTH(?!OR)|CRED|COOKIE|SESSION|PRIVATE|SIGNATURE|CONNECTION_?STRING|WEBHOOK/i;
const HARMLESS = new Set(['PWD', 'OLDPWD', 'SESSIONNAME', 'SSH_AUTH_SOCK']);
/** Inputs of this action that only sound like one; `client-key` is a path. */
const HARMLESS_INPUTS = new Set(['INPUT_CACHE-KEY-PREFIX', 'INPUT_MSI-SIGNATURE', 'INPUT_CLIENT-KEY']);

/** Switches and numbers: to hide these words would make the log unreadable, and they are nobody's secret. */
const SWITCH =
  /^(?:true|false|null|none|undefined|yes|off|auto|keep|local|default|enabled?|disabled?|always|never|required?|warn|https?|\d{1,6})$/i;
const SHORTEST = 4;

/** Variables that hold addresses, one or several, with or without a scheme. */
const ADDRESSES = new Set([
  'INPUT_GO-DOWNLOAD-BASE-URL',
  'GO_DOWNLOAD_BASE_URL',
  'GOPROXY',
  'GOSUMDB',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
]);

/** Whether the value of a variable of this name is never shown. */
export function looksSecret(name: string): boolean {
  const upper = name.toUpperCase();
  return TELLING.test(upper) && !HARMLESS.has(upper) && !HARMLESS_INPUTS.has(upper);
}

/**
 * The secrets that a step can know of: values of variables (the inputs are variables, too) whose names say so, and what is secret in
 * addresses: credentials and, in those that this action uses, the values of their queries. A pair of user and password counts as one, too, as
 * it travels in a header.
 */
export function secretsOf(env: NodeJS.ProcessEnv): string[] {
  const found: string[] = [];
  for (const [name, value = ''] of Object.entries(env)) {
    if (value.length < SHORTEST) continue;
    if (looksSecret(name)) found.push(...valuesIn(value));
    if (ADDRESSES.has(name.toUpperCase()))
      for (const address of value.split(/[\s,|]+/)) found.push(...secretsIn(address), ...pairIn(address));
    else if (value.includes('://'))
      for (const address of value.split(/\s+/)) {
        const bare = address.replace(/[?#].*$/s, '');
        if (/:\/\/[^/\\]*@/.test(bare)) found.push(...secretsIn(bare), ...pairIn(bare));
      }
  }
  return [...new Set(found)].filter((secret) => secret.length >= SHORTEST && !SWITCH.test(secret));
}

/** A value as a whole, what is in a header's value after its scheme, and each of its lines: the log comes in lines. */
function valuesIn(value: string): string[] {
  const whole = value.trim();
  const bare = whole.replace(/^(?:bearer|basic|token) +/i, '');
  const pair = /^basic /i.test(whole) ? Buffer.from(bare, 'base64').toString() : '';
  const lines = whole.split(/[\r\n]+/).map((line) => line.trim());
  return [whole, bare, pair, pair.replace(/^[^:]*:/, ''), ...(lines.length > 1 ? lines : [])];
}

/** `user:password` of an address, as it is meant. */
function pairIn(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { username, password } = new URL(address);
  if (password === '') return [];
  try {
    return [`${decodeURIComponent(username)}:${decodeURIComponent(password)}`];
  } catch {
    return [];
  }
}
