import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from './release.ts';

/** A lock whose owner can't be asked (another host, an unreadable file) counts as left behind after this long. */
const STALE_LOCK_MS = 15 * 60_000;

/**
 * Where the lab keeps what it has built or fetched: `SETUP_GO_WIN_LAB`, else `setup-go-win-lab/v1` in the user's cache
 * directory. Outside the repository, so that a fresh clone finds it; `v1` is the layout's version.
 */
export function labCacheDir(): string {
  const own = process.env['SETUP_GO_WIN_LAB'];
  if (own) return path.resolve(own);
  const caches =
    process.env['XDG_CACHE_HOME'] || process.env['LOCALAPPDATA'] || path.join(homedir(), '.cache');
  return path.join(caches, 'setup-go-win-lab', 'v1');
}

/** True when there is something at the path. */
export async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a file or directory once: when the target is there already nothing is done; else `make` fills a temporary path
 * beside it, which is then renamed. Several processes at once: one makes it, the others wait and find it.
 * @param make gets the temporary path, which does not exist yet and whose parent does
 * @param say told when another process is at it
 * @returns true when this call made it
 * @throws whatever `make` throws; the temporary path is removed first
 */
export async function makeOnce(
  target: string,
  make: (temporary: string) => Promise<void>,
  say?: Progress,
): Promise<boolean> {
  if (await exists(target)) return false;
  await mkdir(path.dirname(target), { recursive: true });
  return await withLock(`${target}.lock`, say, async () => {
    if (await exists(target)) return false;
    await removeLeftovers(target);
    const temporary = `${target}.${process.pid}-${Date.now().toString(36)}.tmp`;
    try {
      await make(temporary);
      await rename(temporary, target);
      return true;
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
}

/** What a killed process left of this target. Called under its lock, so nobody is at work on it. */
async function removeLeftovers(target: string): Promise<void> {
  const directory = path.dirname(target);
  for (const name of await readdir(directory)) {
    const left = name.startsWith(`${path.basename(target)}.`) && name.endsWith('.tmp');
    if (left) await rm(path.join(directory, name), { recursive: true, force: true });
  }
}

/**
 * Runs `work` while holding a lock file, which names its owner. A lock left by a dead process is taken over.
 * @param say told once when somebody else has the lock
 */
export async function withLock<T>(
  lock: string,
  say: Progress | undefined,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(path.dirname(lock), { recursive: true });
  for (let waited = 0; ; waited++) {
    if (await tryLock(lock)) break;
    if (waited === 8) say?.(`waiting for another process (${path.basename(lock)})`);
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(`${hostname()} ${process.pid}`);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (await isLeftBehind(lock)) await rm(lock, { force: true });
    return false;
  }
}

async function isLeftBehind(lock: string): Promise<boolean> {
  const [text, facts] = await Promise.all([
    readFile(lock, 'utf8').catch(() => ''),
    stat(lock).catch(() => undefined),
  ]);
  if (!facts) return false;
  const [host, pid] = text.split(' ');
  if (host !== hostname() || !pid) return Date.now() - facts.mtimeMs > STALE_LOCK_MS;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
