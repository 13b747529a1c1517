import { constants } from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, systemCode } from '../errors.ts';
import { stateDirectory } from './layout.ts';

/** Who holds a lock. */
export interface LockOwner {
  readonly host: string;
  readonly pid: number;
  /** Runner, run and job. */
  readonly runner: string;
  /** ISO 8601. */
  readonly since: string;
}

export interface Lock {
  /** The dead owner whose lock this was, when it was taken over. */
  readonly takenFrom: LockOwner | undefined;
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

/**
 * libuv's UV_FS_O_EXLOCK: on Windows the file is opened with share mode 0, so a second open fails with EBUSY, and the system
 * closes the handle when the process dies, however it dies.
 */
const NO_SHARING = 0x10000000;
const HEARTBEAT_MS = 10_000;
const STALE_MS = 60_000;
const LONGEST_PAUSE_MS = 1000;

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
  const started = Date.now();
  let told = Number.NEGATIVE_INFINITY;
  for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    options.signal?.throwIfAborted();
    const lock = await tryLock(root, name, options.runner);
    if (lock !== undefined) return lock;
    const waited = Date.now() - started;
    const owner = await readOwner(root, name);
    if (waited >= options.timeoutMs) throw stillLocked(root, name, owner, waited);
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
 * @returns undefined while another process holds it
 * @throws a file system error where the lock file cannot be made
 */
export async function tryLock(root: string, name: string, runner: string): Promise<Lock | undefined> {
  const file = lockFile(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await openUnshared(file);
  if (handle === undefined) return undefined;
  try {
    const before = await readOwner(root, name);
    if (before !== undefined && before.host !== hostname() && (await recordAge(root, name)) < STALE_MS) {
      await handle.close();
      return undefined;
    }
    return await own(root, name, handle, runner, before);
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  }
}

async function own(
  root: string,
  name: string,
  handle: FileHandle,
  runner: string,
  takenFrom: LockOwner | undefined,
): Promise<Lock> {
  const record = ownerFile(root, name);
  const owner: LockOwner = { host: hostname(), pid: process.pid, runner, since: new Date().toISOString() };
  const draft = `${record}.${process.pid}`;
  await writeFile(draft, JSON.stringify(owner));
  await rename(draft, record);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(record, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    takenFrom,
    async release() {
      clearInterval(heartbeat);
      await rm(record, { force: true }).catch(() => {});
      await handle.close();
    },
  };
}

/** @returns undefined when another process has the file open */
async function openUnshared(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, constants.O_RDWR | constants.O_CREAT | NO_SHARING);
  } catch (error) {
    if (systemCode(error) === 'EBUSY') return undefined;
    throw error;
  }
}

async function readOwner(root: string, name: string): Promise<LockOwner | undefined> {
  try {
    const owner = JSON.parse(await readFile(ownerFile(root, name), 'utf8')) as Partial<LockOwner> | null;
    return typeof owner?.host === 'string' && typeof owner.pid === 'number'
      ? (owner as LockOwner)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds since the last heartbeat; infinite where there is no record. */
async function recordAge(root: string, name: string): Promise<number> {
  return stat(ownerFile(root, name)).then(
    (found) => Date.now() - found.mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}

function stillLocked(root: string, name: string, owner: LockOwner | undefined, waitedMs: number): SetupError {
  const holder = owner
    ? `${owner.runner} (process ${owner.pid} on ${owner.host}, since ${owner.since})`
    : 'a process that left no name';
  const seconds = Math.round(waitedMs / 1000);
  return new SetupError('E_LOCKED', `${holder} still holds the lock on ${name} after ${seconds} s.`, {
    remedy: 'See what that job is doing; end it if it hangs. A longer wait is set by the input lock-timeout.',
    evidence: [`lock ${lockFile(root, name)}`],
  });
}

function signalOption(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

function lockFile(root: string, name: string): string {
  return path.join(stateDirectory(root), 'locks', `${name}.lock`);
}

function ownerFile(root: string, name: string): string {
  return path.join(stateDirectory(root), 'locks', `${name}.json`);
}
