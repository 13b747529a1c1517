// What has the looks of a secret in text of any origin: logs of msiexec, command lines of others, answers of servers. Every expression is
// linear, or bounded, on any text.

/** Words that a name ends in, or holds, whose value is secret. */
const WORD =
  '(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|client[_-]?key|credentials?|(?<!msi-)signature|(?<![a-z])(?:sig|sas)(?![a-z])|auth(?!or|enticode)|session[_-]?id|cookie)';
const NAME = `[\\w.-]{0,40}${WORD}[\\w.-]{0,40}`;
/** A value in quotes, which may be those of a text within quotes. */
const QUOTED = String.raw`\\"[^"\r\n]*"?|"(?:[^"\\\r\n]|\\.)*"?|'[^'\r\n]*'?`;
/** One in quotes, else up to a space or what ends one in a list, a query or an element. */
const VALUE = String.raw`(${QUOTED}|[^\s"',;&<>]+)`;
/** What ends the name before a value, if it stands in quotes. */
const END = String.raw`\\?["']?\s{0,3}`;

/** Each has what stays, and what is hidden. */
const NAMED: readonly RegExp[] = [
  // Headers, alone on a line, in JSON or in a command line: to the end of the line or of the quotes.
  new RegExp(
    String.raw`(\b(?:(?:proxy-)?authorization|(?:set-)?cookie|x-[\w-]{0,30}(?:token|key|auth|secret)[\w-]{0,30})${END}[:=]\s{0,3})(${QUOTED}|[^\r\n"'<>]+)`,
    'gi',
  ),
  /(\b(?:Bearer|Basic)\s{1,3})([\w+/=.~-]{6,})/gi,
  // Windows Installer's own ways to write a property.
  new RegExp(
    String.raw`(\b${NAME} property\. Its (?:current )?value is )('[^'\r\n]*(?:'\. Its new value: '[^'\r\n]*)?'?)`,
    'gi',
  ),
  new RegExp(String.raw`(\bProperty\(\w\): ${NAME} = )([^\r\n]+)`, 'gi'),
  // Command lines and settings: NAME=value, "NAME": "value", --name value, /p:Name=value, -u user:password, /user:name password.
  new RegExp(String.raw`(\b${NAME}${END}=\s{0,3})${VALUE}`, 'gi'),
  new RegExp(String.raw`(["'][\w.-]{0,40}${WORD}[\w.-]{0,40}\\?["']\s{0,3}:\s{0,3})(${QUOTED})`, 'gi'),
  /(\b[\w.-]{0,40}(?:passw(?:or)?d|passphrase|pwd|secret)\s{0,3}:\s{1,3})([^\s"',;&<>]+)/gi,
  new RegExp(
    String.raw`((?:^|\s)--?[\w-]{0,40}(?:${WORD}|(?:key|pat)(?![a-z]))[\w-]{0,20}\s{1,3})(?![-/])${VALUE}`,
    'gim',
  ),
  /(\s(?:-u|--user)(?:\s{1,3}|=))([^\s"']*:[^\s"']+)/g,
  /(\s\/u(?:ser)?:\S{1,100}\s{1,3})(?!\/)(\S+)/gi,
];

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g, '***'],
  // Addresses: credentials, and queries and fragments that have values.
  [/([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"'<>]{1,1000}@/gi, '$1***@'],
  [/([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:"'<>]{1,200}:(?!\d{1,5}(?:\/|$))[^\s@"'<>]{1,1000}@/gi, '$1***@'],
  [/(https?:\/\/[^\s?#"'<>]{1,2000})(\?|#(?=[^\s"'<>=]{0,100}=))[^\s"'<>]+/gi, '$1$2***'],
  // Tokens that say what they are: GitHub, GitLab, npm, Slack, AWS, Google, and signed ones (JWT).
  [
    /\b(?:gh[pousr]_\w{10,}|github_pat_\w{10,}|glpat-[\w-]{10,}|npm_\w{20,}|xox[abeprs]-[\w-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}\b|AIza[\w-]{30,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/g,
    '***',
  ],
];

/** Something of what all patterns need: most lines have nothing of it. */
const SUSPICIOUS =
  /passw|passphrase|pwd|secret|token|key|credential|signature|sig|sas|auth|session|cookie|bearer|basic|:\/\/|-----BEGIN|[-/]u|gh[pousr]_|github_pat_|glpat-|npm_|xox|AKIA|ASIA|AIza|eyJ/i;

/** Hides what looks like a secret. What is hidden already stays as it is. */
export function redactPatterns(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  let shown = text;
  for (const [pattern, replacement] of SHAPES) shown = shown.replace(pattern, replacement);
  for (const pattern of NAMED) shown = shown.replace(pattern, hideValue);
  return shown;
}

/** The quotes around a value stay: JSON stays JSON. */
function hideValue(_: string, name: string, value: string): string {
  const quote = /^\\?["']/.exec(value)?.[0] ?? '';
  return `${name}${quote}***${quote}`;
}
