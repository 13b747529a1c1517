import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { Untrusted } from './untrusted.ts';

/** The public key that a database signs with. */
export interface VerifierKey {
  /** Host of the database, with a path where it has one: `sum.golang.org`. */
  readonly name: string;
  /** Eight hex digits that tell keys of one name apart. */
  readonly hash: string;
  readonly key: KeyObject;
}

const ED25519 = 1;
const KEY_BYTES = 32;
const SIGNATURE_START = '— ';
/** As many as Go's own reader looks at. */
const MOST_SIGNATURES = 100;

/**
 * Reads a key in the form `<name>+<hash>+<base64 of a byte 1 and an Ed25519 key>` (C2SP signed-note, "Verifier keys"). The hash is the first
 * four bytes of SHA-256 over name, line end, byte and key.
 *
 * @returns undefined where the text is no such key, or its hash is another key's
 */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/i.exec(text);
  const [, name = '', hash = '', base64 = ''] = match ?? [];
  const bytes = strictBase64(base64);
  if (bytes === undefined || bytes.length !== 1 + KEY_BYTES || bytes[0] !== ED25519) return undefined;
  const own = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8);
  if (own !== hash.toLowerCase()) return undefined;
  const x = bytes.subarray(1).toString('base64url');
  return { name, hash: own, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
}

/**
 * Verifies a signed note (C2SP signed-note): a text, an empty line, and signature lines `— <name> <base64 of key hash and signature>`. Signatures
 * of other keys are left aside, as the format asks for.
 *
 * @returns the text that was signed, its last line end included
 * @throws Untrusted where the note is not well-formed, has no signature of the key, or one that does not fit the text
 */
export function openNote(note: Uint8Array, key: VerifierKey): string {
  const whole = decode(note);
  const split = whole.lastIndexOf('\n\n');
  const text = whole.slice(0, split + 1);
  const lines = whole.slice(split + 2).split('\n');
  if (split < 0 || lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES)
    throw malformed();
  let signed = false;
  for (const line of lines) {
    const { name, bytes } = parseSignature(line);
    if (name !== key.name || bytes.toString('hex', 0, 4) !== key.hash) continue;
    if (!verify(null, Buffer.from(text), key.key, bytes.subarray(4)))
      throw new Untrusted(`the signature of ${name} does not fit its note`, whole.trimEnd().split('\n'));
    signed = true;
  }
  if (signed) return text;
  throw new Untrusted(
    `the note has no signature of the key ${key.name}+${key.hash}`,
    whole.trimEnd().split('\n'),
  );
}

function parseSignature(line: string): { name: string; bytes: Buffer } {
  const [name = '', base64 = '', ...more] = line.slice(SIGNATURE_START.length).split(' ');
  const bytes = strictBase64(base64);
  const sound = line.startsWith(SIGNATURE_START) && /^[^+\s]+$/.test(name) && more.length === 0;
  if (!sound || bytes === undefined || bytes.length < 5) throw malformed();
  return { name, bytes };
}

/** UTF-8 without control characters other than line ends. */
function decode(note: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note);
  } catch {
    throw malformed();
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) throw malformed();
  }
  return text;
}

/** Node's own decoder skips what is no base64. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : undefined;
}

function malformed(): Untrusted {
  return new Untrusted('it is no signed note');
}
