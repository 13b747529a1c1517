import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, systemCode } from '../errors.ts';

/** A Go that this step has looked at and is about to give to later steps. */
export interface Sighting {
  readonly goroot: string;
  /** Whether it is an entry of the tool cache, with a marker beside it. */
  readonly marked: boolean;
  readonly seenAt: Date;
  /** Which of {@link TELLING} were there, where it is not known to be whole; all of them where left out. */
  readonly files?: readonly string[];
}

/** What a tree is told by, below it. */
const TELLING = ['VERSION', path.join('bin', 'go.exe')];

/** Another runner that replaces the tree takes the marker away until its own `go version` has answered. */
const PATIENCE_MS = 5000;
const LOOK_MS = 200;

/**
 * Looks once more whether each Go is still there, right before later steps get it: three looks at the disk for each, and no waiting where
 * nothing is missing.
 *
 * @throws SetupError E_VERIFY for one that something else has removed since; the signal's reason
 */
export async function requireStillThere(
  sightings: readonly Sighting[],
  signal?: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const end = performance.now() + patienceMs;
  for (const sighting of sightings) {
    let gone = await missing(sighting);
    while (gone.length > 0 && performance.now() < end) {
      await sleep(LOOK_MS, undefined, signal ? { signal } : undefined).catch(() => signal?.throwIfAborted());
      gone = await missing(sighting);
    }
    if (gone.length > 0) throw await vanished(sighting, gone);
  }
}

/**
 * Looks at a tree that has just been written and that nobody has judged: an archive may have had no VERSION, and what never came was not removed.
 *
 * @param since when its directory was made
 * @throws SetupError E_VERIFY where the directory itself is gone
 */
export async function sightTree(goroot: string, since: Date): Promise<Sighting> {
  if (await isGone(goroot)) throw await vanished({ goroot, marked: false, seenAt: since }, [goroot]);
  const gone = await Promise.all(TELLING.map((file) => isGone(path.join(goroot, file))));
  return { goroot, marked: false, seenAt: new Date(), files: TELLING.filter((_, index) => !gone[index]) };
}

/**
 * Whether what failed did so because something else took the tree away meanwhile: all of it, or, as where go.exe was running and Windows
 * kept that, a part by which it is told.
 *
 * @returns the failure that says so, else the error itself
 */
export async function explainVanished(error: unknown, sighting: Sighting): Promise<unknown> {
  const gone = (await isGone(sighting.goroot)) ? [sighting.goroot] : await missing(sighting);
  return gone.length > 0 ? await vanished(sighting, gone, error) : error;
}

async function missing({ goroot, marked, files: seen = TELLING }: Sighting): Promise<string[]> {
  const files = [...seen.map((file) => path.join(goroot, file)), ...(marked ? [`${goroot}.complete`] : [])];
  const gone = await Promise.all(files.map(isGone));
  return files.filter((_, index) => gone[index]);
}

/** What can't be looked at for any other reason (a scanner, a share that does not answer) is not gone. */
async function isGone(file: string): Promise<boolean> {
  return await lstat(file).then(
    () => false,
    (error) => ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? ''),
  );
}

async function vanished(
  { goroot, seenAt }: Sighting,
  gone: readonly string[],
  cause?: unknown,
): Promise<SetupError> {
  const seconds = ((Date.now() - seenAt.getTime()) / 1000).toFixed(1);
  const beside = await readdir(path.dirname(goroot)).then(
    (names) => names.join(', ') || 'nothing',
    (error) => systemCode(error) ?? String(error),
  );
  return new SetupError(
    'E_VERIFY',
    `Something else removed ${goroot} while this step ran: ${gone.map((file) => path.basename(file)).join(', ')} ${gone.length > 1 ? 'were' : 'was'} there ${seconds} s ago. Later steps were given nothing.`,
    {
      remedy:
        'See what else changes that directory (a configuration manager, a clean-up job, another action), keep it from removing versions while jobs run, and run the step again.',
      evidence: [
        ...gone.map((file) => `gone: ${file}`),
        `last seen ${seenAt.toISOString()}`,
        `what is in ${path.dirname(goroot)} now: ${beside}`,
      ],
      cause,
    },
  );
}
