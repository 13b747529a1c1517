import { SetupError } from '../errors.ts';

/** More of a `.sha256` file than this is not read. */
export const MAX_HASH_BYTES = 4096;

/**
 * The hash in the text of a `.sha256` file: bare hex as on dl.google.com, or a line of `sha256sum`. Undefined for an
 * HTML page, which is how servers in the manner of go.dev/dl say that they have none.
 *
 * @throws SetupError E_CHECKSUM for anything else
 */
export function parseHash(text: string, where: string): string | undefined {
  const hash = /^\uFEFF?\s*\\?([0-9a-f]{64})(?:\s|$)/i.exec(text)?.[1];
  if (hash !== undefined) return hash.toLowerCase();
  if (text.trimStart().startsWith('<')) return undefined;
  throw new SetupError('E_CHECKSUM', `${where} holds no SHA-256.`, {
    remedy: 'Repair that file on the mirror, or give the hash with the input checksum.',
    evidence: [`it begins with ${JSON.stringify(text.slice(0, 80))}`],
  });
}
