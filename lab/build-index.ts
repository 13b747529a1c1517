import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from 'semver';
import { builtinReleases, kinds } from '../src/release/builtin.ts';
import { parseReleaseList } from '../src/release/list.ts';
import { architectures } from '../src/release/names.ts';
import type { Release } from '../src/release/release.ts';
import { supportedMinors } from '../src/release/supported.ts';
import { compareReleases, IndexRefused } from './index-changes.ts';

const LIST = 'https://go.dev/dl/?mode=json&include=all';
const TARGET = fileURLToPath(new URL('../src/release/builtin-data.ts', import.meta.url));

/**
 * The text of src/release/builtin-data.ts, whose form src/release/builtin.ts describes. The same releases and date give the same text,
 * in whatever order they come.
 *
 * @param date the day the list was read, as 2026-08-19
 */
export function buildIndex(releases: readonly Release[], date: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new TypeError(`not a day: ${date}`);
  const columns = kinds.flatMap((kind) => architectures.map((architecture) => `${kind} ${architecture}`));
  const table = new Map<string, Map<string, string>>();
  for (const release of [...releases].sort((a, b) => compare(b.version, a.version))) {
    const fields = table.get(release.goVersion) ?? new Map<string, string>();
    // A dot is no base64url, so an entry without a hash cannot be taken for one.
    const hash = release.sha256 === '' ? '-.' : Buffer.from(release.sha256, 'hex').toString('base64url');
    table.set(
      release.goVersion,
      fields.set(`${release.kind} ${release.architecture}`, hash + release.size.toString(36)),
    );
  }
  const rows = [...table].map(
    ([name, fields]) => `\n${[name, ...columns.map((column) => fields.get(column) ?? '')].join('|')}`,
  );
  return `// Made by lab/build-index.ts from go.dev's release list (npm run index). Not to be edited by hand.

/** The day on which go.dev's list was read. */
export const date = '${date}';

/** See builtin.ts. */
export const rows = \`${rows.join('')}\`;
`;
}

/** The text of src/release/builtin-minors.ts. */
export function buildMinors(releases: readonly Release[]): string {
  const minors = supportedMinors(releases.map(({ version }) => version));
  return `// Made by lab/build-index.ts with builtin-data.ts. Not to be edited by hand.

/** The minors that Go supported when go.dev's list was read: by itself, so that a hit need not load the index. */
export const newestMinors: readonly string[] = [${minors.map((one) => `'${one}'`).join(', ')}];
`;
}

export interface IndexOptions {
  /** The day the list was read; today when missing. */
  readonly date?: string | undefined;
  /** Names of files whose change somebody has looked into. */
  readonly accepted?: readonly string[];
  /** The file to write; src/release/builtin-data.ts when missing. */
  readonly target?: string;
}

/**
 * Writes src/release/builtin-data.ts anew, and builtin-minors.ts beside it. Where only the day would change, the file is left as it is.
 *
 * @param source path or http(s) URL of a list; go.dev's when missing
 * @returns what was done, in words
 * @throws IndexRefused where the list contradicts the index that is there; SetupError E_LIST where it is no list. Nothing is written then.
 */
export async function writeIndex(source = LIST, options: IndexOptions = {}): Promise<string> {
  const { date = new Date().toISOString().slice(0, 10), accepted = [], target = TARGET } = options;
  const list = await readList(source);
  const releases = kinds.flatMap((kind) => parseReleaseList(list, source, kind));
  const known = kinds.flatMap((kind) => architectures.flatMap((one) => builtinReleases(one, kind)));
  const { added, refused } = compareReleases(known, releases, new Set(accepted));
  if (refused.length > 0) throw new IndexRefused(source, refused);
  const before = readFileSync(target, { encoding: 'utf8', flag: 'a+' });
  const kept = /date = '([\d-]+)'/.exec(before)?.[1];
  if (kept !== undefined && buildIndex(releases, kept) === before) return `unchanged since ${kept}`;
  const text = buildIndex(releases, date);
  writeFileSync(target, text);
  writeFileSync(path.join(path.dirname(target), 'builtin-minors.ts'), buildMinors(releases));
  return [
    `${releases.length} files, newest ${releases[0]?.goVersion}, ${text.length} bytes in ${path.basename(target)}`,
    ...added.map((filename) => `new: ${filename}`),
  ].join('\n');
}

async function readList(source: string): Promise<string> {
  if (!/^https?:/i.test(source)) return readFileSync(source, 'utf8');
  const response = await fetch(source, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  return response.text();
}
