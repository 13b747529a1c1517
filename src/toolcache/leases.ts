import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { type Entry, lockName, stateDirectory } from './layout.ts';

// A lease says that a job uses a Go of the tool cache. It is a file whose name has all that counts: which Go, which runner, which job. When it was
// written is the file's own time. So a file that was torn in the middle of being written protects its Go like any other, and nothing is ever
// read, changed and written back, which two jobs could do at once.

/** Who uses a Go: a job on a runner. */
export interface LeaseHolder {
  /** Of the runner and of the job, in hex: what a lease's name has of them. */
  readonly runnerId: string;
  readonly jobId: string;
  /** For people: `build-7a run 4711-1 job test (org/app)`. */
  readonly text: string;
}

export interface Lease {
  /** Its file. */
  readonly file: string;
  /** Of the Go, as {@link lockName} has it. */
  readonly name: string;
  /** Of its job's runner, as {@link LeaseHolder} has it. */
  readonly runnerId: string;
  /** When it was written or renewed, in milliseconds since 1970. */
  readonly since: number;
  /** How long it holds, as its writer said; 24 h where that can't be read. */
  readonly hours: number;
  /** For people. */
  readonly holder: string;
}

export const DEFAULT_LEASE_HOURS = 24;
/** GitHub ends a job on a self-hosted runner after five days (docs.github.com, limits of self-hosted runners). */
export const LONGEST_LEASE_HOURS = 168;
const HOUR_MS = 3_600_000;
/** Times farther in the future are of a clock that was set back since; those of a file server and its machines differ by less. */
export const SET_BACK_MS = 24 * HOUR_MS;
/** So many files are looked through for old ones by a step that prunes nothing. */
const MANY = 200;
const NAME = /^(.+)\.([0-9a-f]{12})\.([0-9a-f]{12})\.json$/;

/**
 * The job that this step belongs to. A runner's name alone is not enough: where nobody gives one it is the machine's, and a machine has
 * several runners, each with a RUNNER_TEMP of its own.
 */
export function leaseHolder(env: NodeJS.ProcessEnv, host = hostname()): LeaseHolder {
  const told = (name: string) => (env[name] ?? '').slice(0, 200);
  const runner = [host, told('RUNNER_NAME'), told('RUNNER_TEMP').toLowerCase()];
  const run = `${told('GITHUB_RUN_ID')}-${told('GITHUB_RUN_ATTEMPT')}`;
  const job = [told('GITHUB_SERVER_URL'), told('GITHUB_REPOSITORY'), run, told('GITHUB_JOB')];
  return {
    runnerId: idOf(runner),
    jobId: idOf(job),
    text: `${told('RUNNER_NAME') || 'a runner'} on ${host}, run ${run}, job ${told('GITHUB_JOB')} of ${told('GITHUB_REPOSITORY')}`,
  };
}

/**
 * Says that a job uses a Go, and notes that it was used now. What an earlier job of the same runner left is removed: a runner has one job at a time,
 * so that one is over. Renews the lease where the job has one.
 *
 * Who takes a lease has to look afterwards whether the Go is still there, its marker above all: {@link removeEntry} tells why.
 *
 * @returns the lease's file
 * @throws a file system error; then there is no lease
 */
export async function takeLease(entry: Entry, holder: LeaseHolder, hours: number): Promise<string> {
  const directory = leasesDirectory(entry.root);
  const file = path.join(directory, `${lockName(entry)}.${holder.runnerId}.${holder.jobId}.json`);
  const text = JSON.stringify({ schema: 1, hours, holder: holder.text, since: new Date().toISOString() });
  const [, names] = await Promise.all([
    write(file, text),
    readdir(directory).catch((): string[] => []),
    noteUse(entry).catch(() => {}),
  ]);
  const over = names.filter((name) => {
    const [, , runnerId, jobId] = NAME.exec(name) ?? [];
    return runnerId === holder.runnerId && jobId !== holder.jobId;
  });
  await dropLeases(over.map((name) => path.join(directory, name)));
  if (names.length > MANY) await sweepLeases(entry.root);
  return file;
}

/** Gives leases back. Never rejects: one that can't be removed expires. */
export async function dropLeases(files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => unlink(file).catch(() => {})));
}

/**
 * Removes leases that are older than any job can be. Younger ones stay, though they may have expired: their job may be about to renew them. One of a clock
 * that was set back since would hold for years: it gets the time of now, and expires like any other. So does the time of a last use. Never rejects.
 */
export async function sweepLeases(root: string, now = Date.now()): Promise<void> {
  const age = async (directory: string, expire: (file: string, ageMs: number) => Promise<void>) => {
    const names = await readdir(directory).catch((): string[] => []);
    await Promise.all(
      names.map(async (name) => {
        const file = path.join(directory, name);
        const found = await stat(file).catch(() => undefined);
        if (found && now - found.mtimeMs < -SET_BACK_MS)
          await utimes(file, now / 1000, now / 1000).catch(() => {});
        else if (found) await expire(file, now - found.mtimeMs);
      }),
    );
  };
  await age(leasesDirectory(root), async (file, ageMs) => {
    if (ageMs > LONGEST_LEASE_HOURS * HOUR_MS) await dropLeases([file]);
  });
  await age(usesDirectory(root), async () => {});
}

/**
 * All leases of a tool cache, expired ones too.
 *
 * @param entry of this one alone; of all where left out
 * @throws a file system error where they can't be listed: that is not "none"
 */
export async function readLeases(root: string, entry?: Entry): Promise<Lease[]> {
  const directory = leasesDirectory(root);
  const names = await readdir(directory).catch((error) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const wanted = entry === undefined ? undefined : lockName(entry);
  const leases = await Promise.all(
    names.map(async (file): Promise<Lease | undefined> => {
      const [, name, runnerId = ''] = NAME.exec(file) ?? [];
      if (name === undefined || (wanted !== undefined && name !== wanted)) return undefined;
      return await readLease(path.join(directory, file), name, runnerId);
    }),
  );
  return leases.filter((lease) => lease !== undefined);
}

/**
 * Whether a lease holds. It does for the longer of two times: what the step said that wrote it, and what the step says that asks.
 *
 * @param hours what the step that asks has as `lease-hours`
 */
export function isHeld(lease: Lease, hours: number, now: number): boolean {
  return now - lease.since < Math.max(lease.hours, hours) * HOUR_MS;
}

/** When a Go was used last, as far as leases tell: milliseconds since 1970; undefined where none was ever taken. */
export async function readLastUse(entry: Entry): Promise<number | undefined> {
  return (await stat(useFile(entry)).catch(() => undefined))?.mtimeMs;
}

/** Forgets when a Go was used that is no more. Never rejects. */
export async function forgetUse(entry: Entry): Promise<void> {
  await unlink(useFile(entry)).catch(() => {});
}

async function readLease(file: string, name: string, runnerId: string): Promise<Lease | undefined> {
  const [found, text] = await Promise.all([
    stat(file).catch((error) => (systemCode(error) === 'ENOENT' ? undefined : 'unknown')),
    readFile(file, 'utf8').catch(() => ''),
  ]);
  if (found === undefined) return undefined;
  const since = typeof found === 'string' ? Date.now() : found.mtimeMs;
  const { hours, holder } = parse(text);
  return {
    file,
    name,
    runnerId,
    since,
    hours:
      typeof hours === 'number' && hours > 0 ? Math.min(hours, LONGEST_LEASE_HOURS) : DEFAULT_LEASE_HOURS,
    holder: typeof holder === 'string' ? holder : `a job that ${path.basename(file)} does not name`,
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The time of an empty file. */
async function noteUse(entry: Entry): Promise<void> {
  const file = useFile(entry);
  const now = new Date();
  await utimes(file, now, now).catch(async () => await write(file, ''));
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

function leasesDirectory(root: string): string {
  return path.join(stateDirectory(root), 'leases');
}

function usesDirectory(root: string): string {
  return path.join(stateDirectory(root), 'used');
}

function useFile(entry: Entry): string {
  return path.join(usesDirectory(entry.root), lockName(entry));
}

function idOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
