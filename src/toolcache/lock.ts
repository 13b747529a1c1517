import { constants } from 'node:fs';
import { type FileHandle, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from '../errors.ts';
import { openAlone } from '../windows/open-alone.ts';
import { lockFile, ownerFile } from './layout.ts';
import { claimRecord, type LockOwner, readOwner, type Seen } from './lock-record.ts';

export type { LockOwner } from './lock-record.ts';

export interface Lock {
  /** The dead owner whose lock this was, when it was taken over. */
  readonly takenFrom: LockOwner | undefined;
  /** Never rejects: what it is called after matters more. */
  release(): Promise<void>;
}

export interface LockOptions {
  /** Who asks, for the messages of those who wait. */
  readonly runner: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called when the wait begins and every 30 s after; owner undefined when it cannot be read. */
  onWait?(owner: LockOwner | undefined, waitedMs: number): void;
}

/** A waiter that looks more seldom adds its pause to the job; a look opens one file. */
const LONGEST_PAUSE_MS = 300;

/**
 * Waits for a lock of a tool cache and takes it. The lock is an open file, so that a dead owner on this machine never blocks; the owner's
 * record beside it is for messages, and for owners on other machines, whose file server may not know share modes: such a lock is free
 * when its record got no heartbeat for 60 s.
 *
 * @param root the tool cache
 * @param name what is locked; letters, digits, dots and hyphens
 * @throws SetupError E_LOCKED naming the owner after `timeoutMs`; a file system error where the lock file cannot be made
 */
export async function acquireLock(root: string, name: string, options: LockOptions): Promise<Lock> {
  const started = performance.now();
  const seen: Seen = { mtimeMs: undefined, since: started };
  let told = Number.NEGATIVE_INFINITY;
  for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    options.signal?.throwIfAborted();
    const lock = await tryLock(root, name, options.runner, seen);
    if (lock !== undefined) return lock;
    const waited = performance.now() - started;
    const owner = await readOwner(ownerFile(root, name));
    if (waited >= options.timeoutMs) {
      const { readOwnerFacts, stillLocked } = await import('./lock-state.ts');
      throw stillLocked(root, name, await readOwnerFacts(root, name, owner), waited);
    }
    if (waited - told >= 30_000) {
      told = waited;
      options.onWait?.(owner, waited);
    }
    await sleep(
      Math.min(pause, options.timeoutMs - waited + 1),
      undefined,
      signalOption(options.signal),
    ).catch(() => {});
  }
}

/**
 * Takes a lock if it is free, without waiting.
 *
 * @param seen what a waiter remembers from one try to the next
 * @returns undefined while another process holds it
 * @throws a file system error where the lock file cannot be made
 */
export async function tryLock(
  root: string,
  name: string,
  runner: string,
  seen?: Seen,
): Promise<Lock | undefined> {
  const file = lockFile(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await openUnshared(file);
  if (handle === undefined) return undefined;
  try {
    const record = await claimRecord(ownerFile(root, name), runner, seen);
    if (record === undefined) {
      await handle.close();
      return undefined;
    }
    return {
      takenFrom: record.before,
      async release() {
        await record.withdraw();
        await handle.close().catch(() => {});
      },
    };
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  }
}

/** Whether a lock seems to be free, by a look that makes no file and takes nothing. Never throws. */
export async function looksFree(root: string, name: string): Promise<boolean> {
  try {
    await (await openAlone(lockFile(root, name), constants.O_RDWR)).close();
  } catch (error) {
    return systemCode(error) !== 'EBUSY';
  }
  return true;
}

/** @returns undefined when another process has the file open */
async function openUnshared(file: string): Promise<FileHandle | undefined> {
  try {
    return await openAlone(file, constants.O_RDWR | constants.O_CREAT);
  } catch (error) {
    if (systemCode(error) === 'EBUSY') return undefined;
    throw error;
  }
}

function signalOption(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}
