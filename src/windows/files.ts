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
  const end = Date.now() + patienceMs;
  for (let delay = 10; ; delay = Math.min(delay * 2, 1000)) {
    try {
      return await operation();
    } catch (error) {
      if (!TRANSIENT.has(systemCode(error) ?? '') || Date.now() + delay > end) throw error;
    }
    await sleep(delay, undefined, signal ? { signal } : undefined).catch(() => signal?.throwIfAborted());
  }
}

/**
 * Turns a file system error into the failure that a user sees. An error that is a SetupError already is returned as it is, and so is
 * one that says nothing about the user's machine.
 *
 * @param doing what was tried, for the sentence "Windows refused to …": `create the directory`
 * @param path what it was tried on
 */
export function explainFileError(error: unknown, doing: string, path: string): unknown {
  if (error instanceof SetupError) return error;
  const code = systemCode(error);
  const details = { evidence: [`${code} at ${path}`], cause: error };
  switch (code) {
    case 'EBUSY':
      return new SetupError('E_LOCKED', `Could not ${doing} ${path}: another process has it open.`, {
        remedy:
          'End the job or program that uses this Go (a go, gopls or compiler process, an editor, a scanner) and run the step again.',
        ...details,
      });
    case 'EPERM':
    case 'EACCES':
      return new SetupError(
        'E_PERMISSION',
        `Could not ${doing} ${path}: the account of the runner may not, or another process has a file in it open.`,
        {
          remedy:
            'Give the account that the runner runs under full control of the tool cache, and end programs that run from it.',
          ...details,
        },
      );
    case 'EROFS':
      return new SetupError('E_PERMISSION', `Could not ${doing} ${path}: the disk is read-only.`, {
        remedy: 'Point RUNNER_TOOL_CACHE at a disk that the runner can write to.',
        ...details,
      });
    case 'EEXIST':
    case 'ENOTDIR':
      return new SetupError(
        'E_PERMISSION',
        `Could not ${doing} ${path}: a file stands where a directory has to be.`,
        {
          remedy: 'Remove that file, or point RUNNER_TOOL_CACHE at a directory.',
          ...details,
        },
      );
    case 'ENOSPC':
      return new SetupError('E_DISK', `Could not ${doing} ${path}: the disk is full.`, {
        remedy: 'Free at least 500 MB on that disk: one Go takes about 300 MB.',
        ...details,
      });
    default:
      return error;
  }
}
