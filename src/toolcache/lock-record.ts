import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { removeTree, retry } from '../windows/files.ts';
import { ownerDraft } from './layout.ts';

/** Who holds a lock. */
export interface LockOwner {
  readonly host: string;
  readonly pid: number;
  /** Runner, run and job. */
  readonly runner: string;
  /** ISO 8601. */
  readonly since: string;
}

/** The record of a lock that this process holds, kept fresh. */
export interface LockRecord {
  /** The dead owner whose record was there. */
  readonly before: LockOwner | undefined;
  /** Removes it. Never rejects. */
  withdraw(): Promise<void>;
}

/** The last heartbeat that a waiter saw, and since when it sees that one, by {@link performance.now}. */
export interface Seen {
  mtimeMs: number | undefined;
  since: number;
}

const HEARTBEAT_MS = 10_000;
const STALE_MS = 60_000;
/** Readers of a record, waiters and scanners, have it open for moments. */
const RECORD_PATIENCE_MS = 2000;
/** A scanner has a new file open for moments. */
const READ_PATIENCE_MS = 300;

/**
 * Writes who holds a lock beside it, in place of a dead owner's record, and begins to keep it fresh.
 *
 * @param record its path
 * @param seen what a waiter remembers from one try to the next
 * @returns undefined when the record says that an owner on another machine lives
 * @throws a file system error
 */
export async function claimRecord(
  record: string,
  runner: string,
  seen: Seen | undefined,
): Promise<LockRecord | undefined> {
  const owner: LockOwner = { host: hostname(), pid: process.pid, runner, since: new Date().toISOString() };
  const text = JSON.stringify(owner);
  const draft = ownerDraft(record);
  const before = await readOwner(record);
  await retry(() => writeFile(draft, text), undefined, RECORD_PATIENCE_MS);
  if (before !== undefined && before.host !== owner.host && (await isAlive(record, draft, seen)))
    return undefined;
  // Windows replaces no file that somebody reads.
  await retry(() => rename(draft, record), undefined, RECORD_PATIENCE_MS);

  const isOurs = async () => (await readFile(record, 'utf8')) === text;
  const heartbeat = setInterval(() => {
    // Written, not touched: the time is then the file server's, which every waiter sees alike.
    isOurs()
      .then((ours) => (ours ? overwrite(record, text) : undefined))
      .catch(() => {});
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    before,
    async withdraw() {
      clearInterval(heartbeat);
      // Where this process slept for a minute, the record may be another's by now.
      if (await isOurs().catch(() => true))
        await removeTree(record, undefined, RECORD_PATIENCE_MS).catch(() => {});
    },
  };
}

/** Who holds a lock, or did when it died; undefined where that cannot be read. */
export async function readOwner(record: string): Promise<LockOwner | undefined> {
  try {
    const text = await retry(() => readFile(record, 'utf8'), undefined, READ_PATIENCE_MS);
    const owner = JSON.parse(text) as Partial<LockOwner> | null;
    return typeof owner?.host === 'string' && typeof owner.pid === 'number'
      ? (owner as LockOwner)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the same bytes again, so that no reader ever finds less. */
async function overwrite(file: string, text: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.write(text, 0);
  } finally {
    await handle.close();
  }
}

/**
 * Whether the owner on another machine, whose record this is, lives: no heartbeat for 60 s means that it does not. The clocks of the two
 * may differ, so the times that count are those that the file server gave to the record and to a file just written; and a
 * record that does not change while somebody watches it for that long is old, whatever its time says.
 */
async function isAlive(record: string, justWritten: string, seen: Seen | undefined): Promise<boolean> {
  const [heartbeat, now] = await Promise.all(
    [record, justWritten].map((file) => stat(file).catch(() => undefined)),
  );
  if (heartbeat === undefined || now === undefined) return false;
  if (seen && seen.mtimeMs !== heartbeat.mtimeMs) {
    seen.mtimeMs = heartbeat.mtimeMs;
    seen.since = performance.now();
  }
  const watched = seen === undefined ? 0 : performance.now() - seen.since;
  return now.mtimeMs - heartbeat.mtimeMs < STALE_MS && watched < STALE_MS;
}
