import { readdir, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { retry } from '../windows/files.ts';

/** Rotated files that are kept, the newest of them. */
const KEPT = 10;
/** Longer than a scanner has a file open for a look; a collector may hold it for as long as it runs. */
const PATIENCE_MS = 300;
/** `audit-2026-08-19T10-11-12-123Z.jsonl`: by name is by time. */
const ROTATED = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)\.jsonl$/;

/**
 * Gives a full audit log a name with the time in it, and removes the oldest of those. The caller has the log's lock, and the log is not open.
 *
 * @throws the error of the system where it cannot be renamed now, as while a collector has it open without letting others rename it
 */
export async function rotate(file: string): Promise<void> {
  const before = await rotatedFiles(file);
  // Newer than all others by its name too, whatever the clock says: a rename replaces what has the name already.
  const time = Math.max(Date.now(), timeOf(before.at(-1) ?? '', file) + 1);
  const name = `${stem(file)}-${new Date(time).toISOString().replace(/[:.]/g, '-')}.jsonl`;
  await retry(() => rename(file, path.join(path.dirname(file), name)), undefined, PATIENCE_MS);
  for (const old of before.slice(0, Math.max(0, before.length + 1 - KEPT)))
    await unlink(path.join(path.dirname(file), old)).catch(() => {}); // held: a later rotation removes it
}

/** The path of the newest rotated file of an audit log; undefined where there is none. */
export async function newestRotated(file: string): Promise<string | undefined> {
  const name = (await rotatedFiles(file)).at(-1);
  return name === undefined ? undefined : path.join(path.dirname(file), name);
}

/** Names, the oldest first. */
async function rotatedFiles(file: string): Promise<string[]> {
  const names = await readdir(path.dirname(file));
  return names.filter((name) => timeOf(name, file) > 0).sort();
}

/** When a file was rotated, by its name, in milliseconds; 0 for any other name. */
function timeOf(name: string, file: string): number {
  const start = `${stem(file)}-`;
  const [, hour, minute, second, rest] =
    (name.startsWith(start) && ROTATED.exec(name.slice(start.length))) || [];
  if (hour === undefined) return 0;
  const time = Date.parse(`${hour}:${minute}:${second}.${rest}`);
  return Number.isNaN(time) ? 0 : time;
}

function stem(file: string): string {
  return path.basename(file, '.jsonl');
}
