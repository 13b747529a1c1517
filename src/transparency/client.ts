import { displayUrl } from '../network/display-url.ts';
import type { Http } from '../network/http.ts';
import type { Database } from './database.ts';
import type { GoProxy } from './proxies.ts';
import { fullTile, type Tile, tilePath } from './tiles.ts';
import { HASH_BYTES } from './tlog.ts';

/** A checksum database as it is reached from here. What it answers is not to be believed before it is proven. */
export interface DatabaseClient {
  /**
   * Its answer for a module's version; undefined where it knows none (404, 410).
   * @throws SetupError E_NETWORK
   */
  lookUp(module: string, version: string): Promise<Buffer | undefined>;
  /**
   * A tile, cut out of the full one where it has been filled meanwhile; undefined where there is none of either.
   * @throws SetupError E_NETWORK
   */
  tile(tile: Tile): Promise<Buffer | undefined>;
  /** Who answers, for messages, without credentials; the database itself until that is known. */
  label(): string;
}

/** A record of the toolchain module has 500 bytes. */
const MAX_RECORD = 64 * 1024;
const ABSENT = [404, 410];

/**
 * Reaches a database by the first proxy that has it, else directly. A proxy says that it has one by answering `/sumdb/<name>/supported` with 200, and
 * is then the only one that is asked (golang.org/design/25530-sumdb, "Proxying a Checksum Database").
 *
 * @param onAnswer called for whatever answers, first of all
 */
export function openDatabase(
  database: Database,
  proxies: readonly GoProxy[],
  http: Http,
  onAnswer: () => void = () => {},
): DatabaseClient {
  let place: Promise<string> | undefined;
  let label = displayUrl(database.url);

  async function get(url: string, maxBytes: number): Promise<Buffer | undefined> {
    const answer = await http.getBytes(url, { absent: ABSENT, maxBytes });
    onAnswer();
    return answer;
  }

  async function findPlace(): Promise<string> {
    let failure: unknown;
    for (const proxy of database.byProxy ? proxies : []) {
      if (proxy.kind === 'direct') return database.url;
      const url = below(proxy.url, `sumdb/${database.key.name}`);
      try {
        if ((await get(below(url, 'supported'), MAX_RECORD)) === undefined) continue;
        label = displayUrl(url);
        return url;
      } catch (error) {
        if (!proxy.failOver) throw error;
        failure = error;
      }
    }
    if (failure !== undefined) throw failure;
    return database.url;
  }

  const read = async (path: string, maxBytes: number) => {
    place ??= findPlace();
    return await get(below(await place, path), maxBytes);
  };

  return {
    lookUp: async (module, version) =>
      await read(`lookup/${escaped(module)}@${escaped(version)}`, MAX_RECORD),
    async tile(tile) {
      const bytes = tile.width * HASH_BYTES;
      const full = fullTile(tile);
      const exact = await read(tilePath(tile), bytes);
      if (exact !== undefined) return exact;
      const larger =
        tile.width < full.width ? await read(tilePath(full), full.width * HASH_BYTES) : undefined;
      return larger?.subarray(0, bytes);
    },
    label: () => label,
  };
}

/** Capitals are written as `!` and the small letter (golang.org/x/mod/module, "Escaped Paths"). */
function escaped(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** The URL of something below a base, whose own query stays. */
function below(base: string, path: string): string {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.hash = '';
  return url.href;
}
