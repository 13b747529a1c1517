import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseMsiLog } from '../../src/msi/log.ts';
import type { LogFacts } from '../../src/msi/log-facts.ts';

const directory = fileURLToPath(new URL('logs', import.meta.url));

/** Names of the written logs, without their endings. */
export const LOG_NAMES = readdirSync(directory)
  .filter((file) => file.endsWith('.log.txt'))
  .map((file) => file.slice(0, -'.log.txt'.length));

/** A written log as text with LF. */
export function logText(name: string): string {
  return readFileSync(path.join(directory, `${name}.log.txt`), 'utf8');
}

/** The bytes that Windows would write: UTF-16LE, BOM, CRLF. */
export function asWindows(text: string): Buffer {
  return Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');
}

/** A stream of bytes, in chunks of a size. */
export async function* inChunks(bytes: Buffer, size = 65_536): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** The facts of text, read as Windows would write it. */
export function factsOf(text: string): Promise<LogFacts> {
  return parseMsiLog(inChunks(asWindows(text)));
}

/** The facts of a written log; Wine's is read as Wine writes it. */
export function factsOfLog(name: string): Promise<LogFacts> {
  const text = logText(name);
  return name.startsWith('wine-') ? parseMsiLog(inChunks(Buffer.from(text))) : factsOf(text);
}
