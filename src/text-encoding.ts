/**
 * The text of a file that people write: UTF-8 with or without a mark, or UTF-16 with its mark, which is what `>` writes in Windows PowerShell 5.
 *
 * @throws TypeError where it is no text, saying as what it was read
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // says no more than that it is not
  }
  throw new TypeError(`it is no valid ${encoding.toUpperCase()}, or holds NUL bytes`);
}
