import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';

/** What changes by MSI have left in the machine's root, beside packages. */
export interface MsiRecord {
  /** A log of msiexec; a list of files of a product; a directory that an attempt of msiexec had for its temporary files. */
  readonly kind: 'log' | 'list' | 'temp';
  readonly place: string;
  /** Of a log: its change, by the first 8 digits of its id; of a list: its product, as `manifestName` has it; else empty. */
  readonly of: string;
  /** In milliseconds since 1970. */
  readonly writtenAt: number;
}

/** The names that attempt-once.ts, next-attempt.ts and manifest.ts give. A root that the user has named may hold other things. */
const LOGS = /^logs(?:-[0-9a-f]{8})?$/;
const TEMP = /^temp-[0-9a-f]{8}$/;
const LOG = /^[a-z]+-([0-9a-f]{8})-[0-9]+-[a-z]+\.log$/;
const LIST = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.files\.json$/;

/**
 * Every record in the machine's root, by its path. Links are none, and are not followed.
 *
 * @throws an error of the system where a directory can't be listed
 */
export async function listRecords(root: string): Promise<MsiRecord[]> {
  const found: MsiRecord[] = [];
  const add = async (kind: MsiRecord['kind'], place: string, of = '') => {
    const stats = await lstat(place).catch(() => undefined);
    if (stats) found.push({ kind, place, of, writtenAt: stats.mtimeMs });
  };
  for (const entry of await list(root)) {
    const place = path.join(root, entry.name);
    if (!entry.isDirectory()) continue;
    if (TEMP.test(entry.name)) await add('temp', place);
    else if (LOGS.test(entry.name))
      for (const [file, of] of await filesLike(LOG, place)) await add('log', file, of);
    else if (entry.name === 'msi')
      for (const [file, of] of await filesLike(LIST, place)) await add('list', file, of);
  }
  return found.sort((one, other) => (one.place < other.place ? -1 : 1));
}

/** Whether a directory is one that an attempt had for its log alone: without a log it is of no use. */
export function isOwnLogDirectory(directory: string): boolean {
  const name = path.basename(directory);
  return LOGS.test(name) && name !== 'logs';
}

async function filesLike(pattern: RegExp, directory: string): Promise<[file: string, of: string][]> {
  return (await list(directory)).flatMap((entry) => {
    const of = entry.isFile() ? pattern.exec(entry.name)?.[1] : undefined;
    return of === undefined ? [] : [[path.join(directory, entry.name), of]];
  });
}

async function list(directory: string) {
  return await readdir(directory, { withFileTypes: true }).catch((error) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
}
