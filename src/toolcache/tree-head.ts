import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import type { HeadMemory } from '../transparency/prove.ts';
import { removeTree, retry } from '../windows/files.ts';
import { stateDirectory } from './layout.ts';
import { acquireLock } from './lock.ts';

export interface KeepOptions {
  /** Who asks: runner, run and job. */
  readonly runner: string;
  readonly signal: AbortSignal;
  /** Told of a file that cannot be written. */
  onNote(line: string): void;
}

/** The file is written in a moment, and a step that could not keep it has lost nothing. */
const LOCK_TIMEOUT_MS = 2000;

/**
 * The newest proven tree of one checksum database, kept in a tool cache for all runners that share it. It is replaced at once and whole; where
 * the file cannot be written that is told, and no reason to stop.
 *
 * @param root the tool cache
 * @param database names the database and its key: `sum.golang.org+033de0ae`
 */
export function keptTreeHead(root: string, database: string, options: KeepOptions): HeadMemory {
  const name = `sumdb-${database.replace(/[^A-Za-z0-9.-]/g, '-')}`;
  const file = path.join(stateDirectory(root), `${name}.json`);

  async function read(): Promise<Buffer | undefined> {
    try {
      const text = await retry(() => readFile(file, 'utf8'), options.signal, 2000);
      const { note } = JSON.parse(text) as { note?: unknown };
      return typeof note === 'string' ? Buffer.from(note) : undefined;
    } catch {
      options.signal.throwIfAborted();
      return undefined; // none yet, or none that can be read: the next one begins anew
    }
  }

  async function write(note: Buffer): Promise<void> {
    const temporary = `${file}.${randomUUID().slice(0, 8)}`;
    try {
      const record = { schema: 1, database, note: note.toString(), keptAt: new Date().toISOString() };
      await writeFile(temporary, `${JSON.stringify(record, undefined, 2)}\n`, { flag: 'wx' });
      await retry(() => rename(temporary, file), options.signal, 5000);
    } catch (error) {
      await removeTree(temporary).catch(() => {});
      throw error;
    }
  }

  return {
    read,
    async replace(before, after) {
      try {
        await mkdir(path.dirname(file), { recursive: true });
        const { runner, signal } = options;
        const lock = await acquireLock(root, name, { runner, signal, timeoutMs: LOCK_TIMEOUT_MS });
        try {
          const now = await read();
          if (now?.toString() !== before?.toString()) return false;
          await write(after);
        } finally {
          await lock.release();
        }
      } catch (error) {
        options.signal.throwIfAborted();
        options.onNote(
          `The tree head of the checksum database could not be kept (${systemCode(error) ?? String(error)}): ${file}`,
        );
      }
      return true;
    },
  };
}
