import { randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { SetupError, systemCode } from '../errors.ts';
import { removeTree } from '../windows/files.ts';
import { describeHolder } from '../windows/holder.ts';
import { nameFileHolders, type SearchOptions } from '../windows/holders.ts';
import { lockFile, ownerFile } from './layout.ts';
import type { LockOwner } from './lock-record.ts';

/** What is known of the owner of a lock that stays held. */
export interface OwnerFacts {
  /** Undefined where the record can't be read, or there is none. */
  readonly owner: LockOwner | undefined;
  /** Whether its process is there; undefined where that is another machine's. */
  readonly alive: boolean | undefined;
  /** Milliseconds since its last heartbeat, by the clock of the disk; undefined where that is not known. */
  readonly silentMs: number | undefined;
  /** Who has the lock's file open, in words; asked only where the owner of the record is dead. */
  readonly others: readonly string[];
}

/** A heartbeat comes every 10 s: this many were missed by an owner that does nothing any more. */
const STILL_MS = 60_000;
/** For asking Windows who has the file open. */
const SEARCH_MS = 10_000;

/** Finds out how the owner of a lock is. Never throws. */
export async function readOwnerFacts(
  root: string,
  name: string,
  owner: LockOwner | undefined,
  options: SearchOptions = {},
): Promise<OwnerFacts> {
  const alive = owner?.host === hostname() ? isRunning(owner.pid) : undefined;
  const silentMs = owner && (await ageOf(ownerFile(root, name)));
  const named = alive === false || owner === undefined;
  const search = named
    ? await nameFileHolders([lockFile(root, name)], { timeoutMs: SEARCH_MS, ...options })
    : undefined;
  return { owner, alive, silentMs, others: search?.holders.map(describeHolder) ?? [] };
}

/**
 * The failure that a lock is which its owner did not give up in time. An owner that shows signs of life is at work; one whose process is there
 * but gives none hangs; where the process is gone, somebody else has the file open.
 */
export function stillLocked(root: string, name: string, facts: OwnerFacts, waitedMs: number): SetupError {
  const { owner, alive, silentMs, others } = facts;
  const waited = `after ${Math.round(waitedMs / 1000)} s`;
  const evidence = [`lock ${lockFile(root, name)}`];
  const failure = (message: string, remedy: string) =>
    new SetupError('E_LOCKED', message, { remedy, evidence: [...evidence, ...others] });
  const who = others.length > 0 ? `: ${others.join('; ')}` : ', which Windows does not name';
  if (owner === undefined) {
    return failure(
      `a process that left no name still holds the lock on ${name} ${waited}${others.length > 0 ? who : ''}.`,
      'See which job or program has that file open; end it if it hangs. A longer wait is set by the input lock-timeout.',
    );
  }
  const silent = silentMs === undefined ? '' : `, last sign of life ${Math.round(silentMs / 1000)} s ago`;
  const named = `${owner.runner} (process ${owner.pid} on ${owner.host}, since ${owner.since}${silent})`;
  if (alive === false) {
    return failure(
      `The lock on ${name} belonged to ${named}, whose process is gone, but ${waited} its file is still open in another process${who}.`,
      'End that process: what an ended job started may have taken its open files along.',
    );
  }
  if (silentMs !== undefined && silentMs >= STILL_MS) {
    return failure(
      `${named} still holds the lock on ${name} ${waited}, and hangs: ${alive ? 'its process is there, but' : 'it'} gives no sign of life.`,
      alive
        ? `End that process (taskkill /F /T /PID ${owner.pid}); the next run puts right what it left.`
        : `See whether ${owner.host} is up, and end that process there; the next run puts right what it left.`,
    );
  }
  return failure(
    `${named} still holds the lock on ${name} ${waited}${silentMs === undefined ? '' : ', and is at work'}.`,
    'Wait for that job, or end it if it takes too long. A longer wait is set by the input lock-timeout.',
  );
}

function isRunning(pid: number): boolean | undefined {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false;
    return systemCode(error) === 'EPERM' ? true : undefined;
  }
}

/** How old a file is by the clock of its own disk, which a share has: that of a file just written beside it. */
async function ageOf(file: string): Promise<number | undefined> {
  const now = `${file}.${randomUUID().slice(0, 8)}`;
  try {
    await writeFile(now, '');
    const [then, written] = await Promise.all([stat(file), stat(now)]);
    return Math.max(0, written.mtimeMs - then.mtimeMs);
  } catch {
    return undefined;
  } finally {
    await removeTree(now).catch(() => {}); // a scanner may look into it
  }
}
