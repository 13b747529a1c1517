import { createReadStream } from 'node:fs';
import { retry } from '../windows/files.ts';
import { FactCollector } from './fact-collector.ts';
import type { LogFacts } from './log-facts.ts';
import { isEngineLine, readLine } from './log-lines.ts';
import { LogLines } from './log-text.ts';

/** How long a log is tried to be opened while somebody holds it: the service closes it a moment after msiexec ends. */
const OPEN_PATIENCE_MS = 5000;

/**
 * Reads a log of msiexec (`/l*v`) and keeps what matters of it: a few hundred kilobytes at most, whatever its size. Go's own logs have
 * several lines for each of 14,000 files.
 *
 * Never throws for what is in the log, nor for a file that is missing or cannot be read: that is a fact too (`unreadable`), and must not
 * hide why msiexec failed. The file may be open in the service, and may grow while it is read.
 *
 * Format: "Windows Installer Logging" and "Logging of Action Return Values"; lines in English on every system are preferred to the
 * sentences around them, which are in the language of Windows or of the package.
 *
 * @param source a path, or the bytes themselves; an error of the iterable ends the reading like the end of the file
 */
export async function parseMsiLog(source: string | AsyncIterable<Buffer>): Promise<LogFacts> {
  const lines = new LogLines();
  const facts = new FactCollector();
  let bytes = 0;
  let unreadable: string | undefined;
  const take = (texts: string[]): void => {
    for (const text of texts) facts.take(text, readLine(text), isEngineLine(text));
  };
  try {
    for await (const chunk of typeof source === 'string' ? await openLog(source) : source) {
      bytes += chunk.length;
      take(lines.push(chunk));
    }
  } catch (error) {
    unreadable = error instanceof Error ? error.message : String(error);
  }
  take(lines.end());
  return facts.finish({ bytes, encoding: bytes === 0 ? undefined : lines.encoding, unreadable });
}

/** Node opens files with every kind of sharing, so the service may go on writing. */
async function openLog(file: string): Promise<AsyncIterable<Buffer>> {
  return retry(
    async () => {
      const stream = createReadStream(file, { highWaterMark: 256 * 1024 });
      await new Promise<void>((resolve, reject) => {
        stream.once('open', () => resolve());
        stream.once('error', reject);
      });
      return stream;
    },
    undefined,
    OPEN_PATIENCE_MS,
  );
}
