import { lstat, readdir, rmdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, systemCode } from '../errors.ts';

/** What Windows answers while another process, often a virus scanner, has a file open; worth another try. */
const TRANSIENT = new Set(['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY']);

/** How long a rename or a removal is tried again: scanners hold new files for seconds (rustup allows 28 s, uv 10 s). */
const PATIENCE_MS = 15_000;

/**
 * Runs a rename or removal again while Windows says that something is in use, with exponential back-off from 10 ms to 1 s.
 * Other errors are thrown at once. This is the one place for it: Node's own `fs.rm` retries neither EACCES nor renames
 * (nodejs/node#64016).
 *
 * @param patienceMs how long to go on in all
 * @throws the last error of the operation; the signal's reason when cancelled
 */
export async function retry<T>(
  operation: () => Promise<T>,
  signal?: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  // Not the clock of the machine, which may be set meanwhile.
  const end = performance.now() + patienceMs;
  for (let delay = 10; ; delay = Math.min(delay * 2, 1000)) {
    try {
      return await operation();
    } catch (error) {
      if (!TRANSIENT.has(systemCode(error) ?? '') || performance.now() + delay > end) throw error;
    }
    await sleep(delay, undefined, signal ? { signal } : undefined).catch(() => signal?.throwIfAborted());
  }
}

/** Node runs four file calls at a time (libuv's thread pool). */
const AT_ONCE = 4;

/**
 * Does file work on each item, as many at a time as Node works on, in no order to rely on.
 *
 * @throws the first error of the work; what is under way then goes on
 */
export async function forEachFile<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Whether something has this name, a link that leads nowhere too. Never throws: what can't be looked at is not there. */
export async function isThere(place: string): Promise<boolean> {
  return await lstat(place).then(
    () => true,
    () => false,
  );
}

/** Whether this is a directory, or a link that leads to one. Never throws: what can't be looked at is none. */
export async function isDirectory(place: string): Promise<boolean> {
  return await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Removes a file, a link (never what it leads to) or a directory with all that is in it, read-only files too. That nothing is there is no error.
 * What another process holds is tried again, and does not keep the rest from being removed. Between two files it looks at the
 * signal: a cancelled step has no time to remove the thousands of files of a Go.
 *
 * @param patienceMs how long to wait in all for what is held
 * @throws the first error of the system; the signal's reason when cancelled
 */
export async function removeTree(target: string, signal?: AbortSignal, patienceMs = 2000): Promise<void> {
  const end = performance.now() + patienceMs;
  let first: unknown;

  async function attempt<T>(operation: () => Promise<T>): Promise<T | undefined> {
    signal?.throwIfAborted();
    try {
      return await retry(operation, signal, end - performance.now());
    } catch (error) {
      signal?.throwIfAborted();
      if (systemCode(error) !== 'ENOENT') first ??= error;
      return undefined;
    }
  }

  async function removeDirectory(directory: string): Promise<void> {
    const entries = (await attempt(() => readdir(directory, { withFileTypes: true }))) ?? [];
    const files = entries.filter((entry) => !entry.isDirectory());
    await forEachFile(files, ({ name }) => attempt(() => unlink(path.join(directory, name))));
    for (const entry of entries)
      if (entry.isDirectory()) await removeDirectory(path.join(directory, entry.name));
    // Not empty where a file in it is still held: then that is what there is to say.
    if (first === undefined) await attempt(() => rmdir(directory));
    else await rmdir(directory).catch(() => {});
  }

  const found = await attempt(() => lstat(target));
  if (found?.isDirectory()) await removeDirectory(target);
  else if (found) await attempt(() => unlink(target));
  if (first !== undefined) throw first;
}

/**
 * Turns a file system error into the failure that a user sees. An error that is a SetupError already is returned as it is, and so is
 * one that says nothing about the user's machine.
 *
 * @param doing what was tried, for the sentence "Windows refused to …": `create the directory`
 * @param place what it was tried on
 */
export function explainFileError(error: unknown, doing: string, place: string): unknown {
  if (error instanceof SetupError) return error;
  const code = systemCode(error);
  const details = { evidence: [`${code} at ${place}`], cause: error };
  switch (code) {
    case 'EBUSY':
      return new SetupError('E_LOCKED', `Could not ${doing} ${place}: another process has it open.`, {
        remedy:
          'End the job or program that uses this Go (a go, gopls or compiler process, an editor, a scanner) and run the step again.',
        ...details,
      });
    case 'EPERM':
    case 'EACCES':
      return new SetupError(
        'E_PERMISSION',
        `Could not ${doing} ${place}: the account of the runner may not, or another process has a file in it open.`,
        {
          remedy:
            'Give the account that the runner runs under full control of the tool cache, and end programs that run from it.',
          ...details,
        },
      );
    case 'EROFS':
      return new SetupError('E_PERMISSION', `Could not ${doing} ${place}: the disk is read-only.`, {
        remedy: 'Point RUNNER_TOOL_CACHE at a disk that the runner can write to.',
        ...details,
      });
    case 'EEXIST':
    case 'ENOTDIR':
      return new SetupError(
        'E_PERMISSION',
        `Could not ${doing} ${place}: a file stands where a directory has to be.`,
        {
          remedy: 'Remove that file, or point RUNNER_TOOL_CACHE at a directory.',
          ...details,
        },
      );
    case 'ENOENT':
      return new SetupError(
        'E_PERMISSION',
        `Could not ${doing} ${place}: its drive, its share or a directory above it is not there.`,
        {
          remedy:
            'Point RUNNER_TOOL_CACHE at a directory that the runner can reach, and see what else removes files below it.',
          ...details,
        },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new SetupError('E_DISK', `Could not ${doing} ${place}: the disk is full.`, {
        remedy: 'Free at least 500 MB on that disk: one Go takes about 300 MB.',
        ...details,
      });
    default:
      return error;
  }
}
