import { redactPatterns } from './secret-patterns.ts';
import { secretsOf } from './secrets.ts';

/** Text without what is secret in it. Never throws. */
export type Redact = (text: string) => string;

export const HIDDEN = '***';

/** Beginnings of secrets that a message cut off: this much of one has to be there, and it has to be the end of what is quoted. */
const BEGINNING = 8;

/**
 * Makes the one redactor of a step: what it knows to be secret, in the forms in which it travels (as it is, percent-encoded, in base64, in
 * JSON, as HTML), and what has the looks of a secret wherever it comes from (see secret-patterns.ts). All that the step says goes
 * through it before it is said: the runner masks only what it was told of, and nothing in a file.
 */
export function createRedactor(env: NodeJS.ProcessEnv): Redact {
  const secrets = secretsOf(env);
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  const long = forms.filter((form) => form.length > BEGINNING);
  return (text) => {
    let shown = text;
    for (const form of forms) if (shown.includes(form)) shown = shown.replaceAll(form, HIDDEN);
    for (const form of long) shown = withoutBeginning(shown, form);
    return redactPatterns(shown);
  };
}

/** The ways in which a text is written down by others. */
export function formsOf(secret: string): string[] {
  const encoded = percentEncoded(secret);
  const once = [
    secret,
    encoded,
    encoded.replaceAll('%20', '+'),
    encoded.replace(/%../g, (code) => code.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ];
  return [...new Set([...once, ...base64Forms(secret)])];
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text; // half a surrogate pair
  }
}

/**
 * How a text looks inside of base64, whatever stands before and behind it: three bytes make four characters, so there are three ways to fall on them,
 * and the characters at the edges belong to the neighbours.
 */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text);
  const forms = [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const behind = whole.length % 3 === 0 ? 0 : (whole.length % 3) + 1;
    const plain = whole.toString('base64').replace(/=+$/, '');
    const inner = plain.slice([0, 2, 3][before], behind === 0 ? plain.length : plain.length - 1);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return forms.filter((form) => form.length >= BEGINNING);
}

/** A quote of an answer ends somewhere, maybe in the middle of a secret. */
function withoutBeginning(text: string, secret: string): string {
  const start = secret.slice(0, BEGINNING);
  let shown = text;
  for (let at = shown.indexOf(start); at >= 0; at = shown.indexOf(start, at + 1)) {
    let end = at + BEGINNING;
    while (end < shown.length && shown[end] === secret[end - at]) end++;
    if (/^(?:["'`…)]|\s*$|\s*\n|\.\.\.)/.test(shown.slice(end, end + 3)))
      shown = `${shown.slice(0, at)}${HIDDEN}${shown.slice(end)}`;
  }
  return shown;
}
