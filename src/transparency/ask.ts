import type { FileHash } from '../archive/unpack.ts';
import { SetupError } from '../errors.ts';
import { displayUrl } from '../network/display-url.ts';
import { createHttp, type Http, type HttpOptions } from '../network/http.ts';
import type { Release } from '../release/release.ts';
import { type DatabaseClient, openDatabase } from './client.ts';
import { type Database, databaseId } from './database.ts';
import { TOOLCHAIN_MODULE, toolchainHash, toolchainVersion } from './dirhash.ts';
import { type HeadMemory, joinHistory, type ProvenRecord, proveRecord } from './prove.ts';
import type { GoProxy } from './proxies.ts';
import { absent, different, unreachable, untrusted } from './refusals.ts';
import { Untrusted } from './untrusted.ts';

/** What a passed check rests on; kept in the sidecar. */
export interface Attested {
  /** Name and key hash of the database. */
  readonly database: string;
  readonly h1: string;
  /** Place of the record in the log. */
  readonly record: number;
  /** Size of the tree that it was proven to be in. */
  readonly treeSize: number;
}

export interface OpinionOptions {
  readonly database: Database;
  readonly proxies: readonly GoProxy[];
  /** Whether the check has to pass, or may be missing. */
  readonly required: boolean;
  readonly memory: HeadMemory;
  readonly signal: AbortSignal;
  /** What the step's connections have in common. */
  readonly connection: Pick<HttpOptions, 'userAgent' | 'tls' | 'onNote'>;
  onNote(line: string): void;
  /** Told where there was no answer, and none is required. */
  onSilence(): void;
}

/** The checksum database's view of a release, asked for while the release is fetched. */
export interface SecondOpinion {
  /**
   * Compares the tree with what the database says.
   *
   * @param files of the tree, all of them, as they were written
   * @returns undefined where there is no opinion and none is required, which was told
   * @throws SetupError E_TRANSPARENCY
   */
  judge(files: readonly FileHash[]): Promise<Attested | undefined>;
  /** Ends what is still asked. */
  close(): void;
}

/** Where the check may be missing: for the first answer of anyone, and for all of them. */
const REACH_MS = 3000;
const WHOLE_MS = 15_000;

interface Answer {
  /** Undefined where the database has none, or did not get so far. */
  readonly record: ProvenRecord | undefined;
  /** What came in between, a record or not. */
  readonly error?: unknown;
}

/** Begins to ask. */
export function askSecondOpinion(release: Release, options: OpinionOptions): SecondOpinion {
  const { database, required, onNote } = options;
  const version = toolchainVersion(release.goVersion, release.architecture);
  const what = `${TOOLCHAIN_MODULE}@${version}`;
  const closing = new AbortController();
  const patience = required ? undefined : limitedPatience(database);
  const signals = [options.signal, closing.signal, ...(patience ? [patience.signal] : [])];
  const http = openHttp(AbortSignal.any(signals), options);
  const client = openDatabase(database, options.proxies, http, patience?.reached);
  const answer = ask(client, version, options).finally(() => patience?.clear());

  return {
    async judge(files) {
      const { record, error } = await answer;
      options.signal.throwIfAborted();
      if (error instanceof Untrusted) throw untrusted(error, what, client.label());
      // A proven record counts, also where the rest of the questions could not be asked.
      const own = toolchainHash(files, version);
      if (record !== undefined && own !== record.h1)
        throw different(release, what, own, record, client.label());
      if (error !== undefined) {
        if (!(error instanceof SetupError)) throw error;
        if (required) throw unreachable(error, client.label());
        options.onSilence();
        onNote(`Not checked against the checksum database: ${error.message}`);
        return undefined;
      }
      if (record === undefined) {
        if (required) throw absent(what, client.label());
        onNote(`Not checked against the checksum database: ${client.label()} has no ${what}`);
        return undefined;
      }
      onNote(`Verified against the checksum database ${client.label()}: ${own}, record ${record.number}`);
      return { database: databaseId(database), h1: own, record: record.number, treeSize: record.head.size };
    },
    close() {
      closing.abort(new Error('not needed any more'));
      patience?.clear();
      http.close();
    },
  };
}

async function ask(client: DatabaseClient, version: string, options: OpinionOptions): Promise<Answer> {
  const { key } = options.database;
  let record: ProvenRecord | undefined;
  try {
    record = await proveRecord(client, key, TOOLCHAIN_MODULE, version);
    if (record !== undefined) await joinHistory(client, key, options.memory, record);
    return { record };
  } catch (error) {
    return { record, error };
  }
}

function openHttp(signal: AbortSignal, { required, connection, onNote }: OpinionOptions): Http {
  const patient = required ? { onRetry: onNote } : { attempts: 3, backoffMs: 200 };
  return createHttp({ ...connection, signal, ...patient });
}

/** Gives up where nobody answers in time, or the whole takes too long. */
function limitedPatience({ url }: Database) {
  const controller = new AbortController();
  const giveUp = (ms: number, inTime: () => boolean) => () => {
    const late = () =>
      inTime() ||
      controller.abort(
        new SetupError('E_NETWORK', `${displayUrl(url)} did not answer within ${ms / 1000} s.`, {
          remedy: 'See whether the runner reaches it, or a proxy in GOPROXY that hands it on.',
        }),
      );
    // A thread that was busy for long sees its timers first: what has come meanwhile gets its turn before that counts.
    setImmediate(() => setImmediate(late));
  };
  let reached = false;
  const reach = setTimeout(
    giveUp(REACH_MS, () => reached),
    REACH_MS,
  );
  const whole = setTimeout(
    giveUp(WHOLE_MS, () => false),
    WHOLE_MS,
  );
  return {
    signal: controller.signal,
    reached() {
      reached = true;
    },
    clear() {
      clearTimeout(reach);
      clearTimeout(whole);
    },
  };
}
