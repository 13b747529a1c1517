import { SetupError } from '../errors.ts';
import { parseVerifierKey, type VerifierKey } from './note.ts';

/** A checksum database: who signs, and where it is asked. */
export interface Database {
  readonly key: VerifierKey;
  /** Its own address, without a slash at the end. */
  readonly url: string;
  /** False where the address was given beside the key: then no proxy is asked (as in Go). */
  readonly byProxy: boolean;
  /** Go's own, whose records are those of go.dev's files. */
  readonly official: boolean;
}

/** As built into Go (cmd/go/internal/modfetch/key.go). */
export const GO_DATABASE_KEY = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
const GO_DATABASE = 'sum.golang.org';
/** Go's own other address of it, for networks that don't reach the first. */
const IN_CHINA = 'sum.golang.google.cn';

/** Tells databases apart, also one with two keys: `sum.golang.org+033de0ae`. */
export function databaseId({ key }: Database): string {
  return `${key.name}+${key.hash}`;
}

/**
 * Reads Go's variable GOSUMDB the way the go command does (go.dev/ref/mod#environment-variables, cmd/go/internal/modfetch/sumdb.go): empty, the
 * name of Go's own database, or `<key> [<url>]`, or `off`.
 *
 * @throws SetupError E_INPUT where it is something else
 */
export function readDatabase(gosumdb: string): Database | 'off' {
  const [first = GO_DATABASE, url, ...more] = gosumdb.trim().split(/\s+/).filter(Boolean);
  if (first === 'off' && url === undefined) return 'off';
  if (first === IN_CHINA && url === undefined) return readDatabase(`${GO_DATABASE_KEY} https://${IN_CHINA}`);
  const key = parseVerifierKey(first === GO_DATABASE ? GO_DATABASE_KEY : first);
  if (key === undefined) throw invalid(gosumdb, `"${first}" is no key of a checksum database`);
  if (!isHost(key.name)) throw invalid(gosumdb, `"${key.name}" is no host name`);
  if (more.length > 0) throw invalid(gosumdb, 'it has more than a key and an address');
  if (url !== undefined && !/^https?:\/\/[^/]/i.test(url)) throw invalid(gosumdb, 'its address is no URL');
  return {
    key,
    url: (url ?? `https://${key.name}`).replace(/\/+$/, ''),
    byProxy: url === undefined,
    official: GO_DATABASE_KEY.startsWith(`${key.name}+${key.hash}+`),
  };
}

/** A host, with a path behind it or not, and nothing else that a URL may have. */
function isHost(name: string): boolean {
  if (!URL.canParse(`https://${name}`)) return false;
  const { host, pathname } = new URL(`https://${name}`);
  return name.toLowerCase() === `${host}${pathname === '/' ? '' : pathname}`.toLowerCase();
}

function invalid(gosumdb: string, reason: string): SetupError {
  return new SetupError('E_INPUT', `The variable GOSUMDB is "${gosumdb.slice(0, 200)}": ${reason}.`, {
    remedy:
      'Unset it for sum.golang.org, write it as name+hash+key, with an address behind it or not, or set it to off.',
  });
}
