import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Http } from '../../src/network/http.ts';
import { type DatabaseClient, openDatabase } from '../../src/transparency/client.ts';
import { type Database, readDatabase } from '../../src/transparency/database.ts';

interface Recorded {
  /** The day on which these answers of sum.golang.org were recorded. */
  readonly recorded: string;
  /** By path: texts as they are, tiles in base64. */
  readonly files: Readonly<Record<string, string>>;
}

const { files } = JSON.parse(
  gunzipSync(readFileSync(new URL('recorded.json.gz', import.meta.url))).toString(),
) as Recorded;

export type Answer = (path: string) => Uint8Array | undefined;

/** What sum.golang.org answered for each path; undefined for what was not recorded. */
export const recordedAnswer: Answer = (path) => {
  const content = files[path];
  return content === undefined
    ? undefined
    : Buffer.from(content, path.startsWith('tile/') ? 'base64' : 'utf8');
};

/** The database that a GOSUMDB names, and is not `off`. */
export function databaseOf(gosumdb: string): Database {
  const database = readDatabase(gosumdb);
  if (database === 'off') throw new Error('it is off');
  return database;
}

/** Go's own database. */
export const goDatabase = databaseOf('');

/** A client whose every request is answered by a function of the path below the database. */
export function clientOf(answer: Answer, database = goDatabase): DatabaseClient {
  const getBytes = async (url: string) => answer(url.slice(database.url.length + 1));
  return openDatabase(database, [], { getBytes } as unknown as Http);
}

/** The same answers, but for one. */
export function but(answer: Answer, path: string | RegExp, change: (was: Buffer) => Uint8Array): Answer {
  return (asked) => {
    const was = answer(asked);
    const meant = typeof path === 'string' ? path === asked : path.test(asked);
    return was !== undefined && meant ? change(Buffer.from(was)) : was;
  };
}

/** One bit of the bytes, flipped. */
export function flipped(bytes: Uint8Array, at = bytes.length >> 1): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
