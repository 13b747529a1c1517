import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Characters of a line that are kept. Property lines grow with the machine's PATH; what a cause looks like stands in the first hundreds. */
export const LINE_LIMIT = 8192;

/** Bytes that the guess at an encoding wants to see, where the file has that many. */
const GUESS_BYTES = 256;

/** `ansi`: some code page of Windows. The file does not say which; it is read as Windows-1252, since all of them share ASCII. */
export type LogEncoding = 'utf-16le' | 'utf-16be' | 'utf-8' | 'ansi';

/**
 * Cuts the bytes of a log into lines. Windows Installer writes UTF-16LE with a BOM and CRLF; tools that hand logs on convert them, and
 * Wine writes bytes and LF. Holds at most one line and one chunk, whatever comes.
 */
export class LogLines {
  #encoding: LogEncoding | undefined;
  #decoder: TextDecoder | undefined;
  /** Bytes that are not decoded yet: the guess's first ones, later an unfinished line of an 8-bit encoding. */
  #pending: Buffer = Buffer.alloc(0);
  /** Decoded characters after the last line feed. */
  #tail = '';

  /** How the bytes are read; undefined as long as too few have come to tell. */
  get encoding(): LogEncoding | undefined {
    return this.#encoding;
  }

  /** Takes the next bytes and returns the lines that they complete, without their ends. */
  push(chunk: Buffer): string[] {
    if (this.#encoding !== undefined) return this.#lines(this.#decode(chunk));
    this.#pending = Buffer.concat([this.#pending, chunk]);
    return this.#pending.length < GUESS_BYTES ? [] : this.#begin();
  }

  /** The last line, which a log has when it does not end in a line feed: its writer was ended in the middle. */
  end(): string[] {
    const lines = this.#encoding === undefined ? this.#begin() : [];
    const rest = this.#decoder ? this.#decoder.decode() : decodeBytes(this.#pending);
    this.#pending = Buffer.alloc(0);
    lines.push(...this.#lines(rest));
    if (this.#tail !== '') lines.push(trimmed(this.#tail));
    this.#tail = '';
    return lines;
  }

  #begin(): string[] {
    const bytes = this.#pending;
    const { encoding, skip } = guessEncoding(bytes);
    this.#pending = Buffer.alloc(0);
    this.#encoding = encoding;
    if (encoding.startsWith('utf-16')) this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
    return this.#lines(this.#decode(bytes.subarray(skip)));
  }

  #decode(chunk: Buffer): string {
    if (this.#decoder) return this.#decoder.decode(chunk, { stream: true });
    // No byte of a multi-byte character is a line feed, in UTF-8 and in the code pages of East Asia alike, so whole lines hold whole
    // characters.
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const whole = bytes.lastIndexOf(0x0a) + 1;
    const rest = bytes.subarray(whole);
    this.#pending = Buffer.from(rest.subarray(0, 4 * LINE_LIMIT));
    if (whole === 0) return '';
    const lines = bytes.subarray(0, whole);
    if (!isUtf8(lines)) this.#encoding = 'ansi';
    return decodeBytes(lines);
  }

  #lines(text: string): string[] {
    const parts = (this.#tail + text).split('\n');
    this.#tail = (parts.pop() ?? '').slice(0, LINE_LIMIT);
    return parts.map(trimmed);
  }
}

/** The encoding of a log by its first bytes, and how many of them are its BOM. Zeros in every other byte are UTF-16. */
function guessEncoding(bytes: Buffer): { encoding: LogEncoding; skip: number } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  const pairs = Math.floor(Math.min(bytes.length, GUESS_BYTES) / 2);
  const zeros = [0, 0];
  for (let index = 0; index < pairs * 2; index++) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs / 4 && odd > 2 * even) return { encoding: 'utf-16le', skip: 0 };
  if (even > pairs / 4 && even > 2 * odd) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: 'utf-8', skip: 0 };
}

/** Whole lines of an 8-bit encoding. UTF-8 where it is valid; line by line otherwise, so that one odd line spoils no other. */
function decodeBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    lines.push(isUtf8(line) ? line.toString('utf8') : ANSI.decode(line));
    start = end;
  }
  return lines.join('');
}

const ANSI = new TextDecoder('windows-1252');

function trimmed(line: string): string {
  const end = line.endsWith('\r') ? line.length - 1 : line.length;
  return line.slice(0, Math.min(end, LINE_LIMIT));
}
