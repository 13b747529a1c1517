import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeIndex } from '../../lab/build-index.ts';
import { compareReleases } from '../../lab/index-changes.ts';
import { builtinReleases, kinds } from '../../src/release/builtin.ts';
import { architectures } from '../../src/release/names.ts';
import { recorded, recordedRelease } from './recorded.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const DATA = path.join(repo, 'src', 'release', 'builtin-data.ts');
const NAME = 'go1.26.6.windows-amd64.zip';
const { sha256: HASH, size: SIZE } = recordedRelease('1.26.6');
const OTHER = 'ab'.repeat(32);

interface ListedFile {
  filename: string;
  sha256: string;
  size: number;
}

/** A list as go.dev's that says what the built-in index says, however new that is; `change` may change its file or take it out. */
function listWith(change: (file: ListedFile) => ListedFile | undefined = (file) => file): string {
  const entries = kinds
    .flatMap((kind) => architectures.flatMap((architecture) => builtinReleases(architecture, kind)))
    .map(({ goVersion: version, stable, filename, ...one }) => {
      const { sha256, size } = one;
      const changed = filename === NAME ? change({ filename, sha256, size }) : { filename, sha256, size };
      const [, arch, extension] = /-(\w+)\.(\w+)$/.exec(filename) ?? [];
      const kind = extension === 'zip' ? 'archive' : 'installer';
      const file = { ...changed, os: 'windows', arch, version, kind };
      return { version, stable, files: changed === undefined ? [] : [file] };
    });
  return JSON.stringify(entries);
}

describe('a list is compared with the index that is there', () => {
  it('and says nothing new when it is the same', () => {
    expect(compareReleases(recorded, recorded)).toEqual({ added: [], refused: [] });
  });

  it('and may have new files, of new releases and of old ones', () => {
    const known = recorded.filter(
      ({ version, architecture }) => version !== '1.27.0' || architecture !== 'arm64',
    );
    const added = recorded.filter((one) => !known.includes(one)).map(({ filename }) => filename);
    expect(added).toEqual(['go1.27.0.windows-arm64.zip']);
    expect(compareReleases(known, recorded)).toEqual({ added, refused: [] });
  });

  it('and may have a hash and a size where there were none', () => {
    const bare = recorded.map((release) => ({ ...release, sha256: '', size: 0 }));
    expect(compareReleases(bare, recorded)).toEqual({ added: [], refused: [] });
  });

  it.each<[string, (typeof recorded)[number][], string]>([
    [
      'another hash',
      recorded.map((one) => ({ ...one, sha256: OTHER })),
      `SHA-256 was ${HASH}, is now ${OTHER}`,
    ],
    ['no hash', recorded.map((one) => ({ ...one, sha256: '' })), `SHA-256 was ${HASH}, is now missing`],
    ['another size', recorded.map((one) => ({ ...one, size: 5 })), `size was ${SIZE}, is now 5`],
    ['no such file', [], `was ${HASH}, is not listed any more`],
  ])('and is refused when it has %s, by file, old and new', (_case, now, words) => {
    const { refused } = compareReleases([recordedRelease('1.26.6')], now);
    expect(refused).toEqual([expect.stringContaining(`${NAME}: ${words}`)]);
  });

  it('and is taken where somebody has looked into that very file', () => {
    const changed = recorded.map((one) => ({ ...one, sha256: OTHER }));
    const known = [recordedRelease('1.26.6'), recordedRelease('1.27.0')];
    expect(compareReleases(known, changed, new Set([NAME])).refused).toEqual([
      expect.stringContaining('go1.27.0.windows-amd64.zip'),
    ]);
  });
});

describe('npm run index', () => {
  let directory: string;
  let target: string;
  let before: string;
  const file = (text: string): string => {
    const list = path.join(directory, 'list.json');
    writeFileSync(list, text);
    return list;
  };
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'index-'));
    target = path.join(directory, 'builtin-data.ts');
    before = readFileSync(DATA, 'utf8');
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it.each<[string, () => string, RegExp]>([
    ['an empty answer', () => '', /E_LIST|empty answer/],
    ['an empty list', () => '[]', /at least one release/],
    ['a list that is cut off', () => listWith().slice(0, 5000), /cut off/],
    ['a web page', () => '<!DOCTYPE html><html>Sign in</html>', /web page/],
    [
      'a list of the last releases alone',
      () => JSON.stringify(JSON.parse(listWith()).slice(0, 2)),
      /not listed any more/,
    ],
    [
      'a list without anything for Windows',
      () => '[{"version":"go1.27.0","stable":true,"files":[]}]',
      /not listed any more/,
    ],
    [
      'a changed hash',
      () => listWith((one) => ({ ...one, sha256: OTHER })),
      new RegExp(`${NAME}: SHA-256 was ${HASH}, is now ${OTHER}`),
    ],
    ['a changed size', () => listWith((one) => ({ ...one, size: 1 })), new RegExp(`${NAME}: size was`)],
    [
      'a file that is gone',
      () => listWith(() => undefined),
      new RegExp(`in 1 file.*\\n  ${NAME}: was ${HASH}`),
    ],
  ])('refuses %s, and writes nothing', async (_case, list, message) => {
    writeFileSync(target, before);
    await expect(writeIndex(file(list()), { target })).rejects.toThrow(message);
    expect(readFileSync(target, 'utf8')).toBe(before);
  });

  it('names what is new', async () => {
    const entries = JSON.parse(listWith()) as { version: string; files: ListedFile[] }[];
    const newest = entries.filter(({ version }) => version === 'go1.27.0');
    const more: typeof entries = JSON.parse(JSON.stringify(newest).replaceAll('go1.27.0', 'go1.98.7'));
    writeFileSync(target, before);
    const list = file(JSON.stringify([...more, ...entries]));
    const said = (await writeIndex(list, { target, date: '2026-12-24' })).split('\n').slice(1);
    expect(said).toContain('new: go1.98.7.windows-amd64.zip');
    expect(said.sort()).toEqual(
      more.flatMap(({ files }) => files.map((one) => `new: ${one.filename}`)).sort(),
    );
    expect(readFileSync(target, 'utf8')).toMatch(/date = '2026-12-24'[\s\S]*\ngo1\.98\.7\|/);
  });

  it('leaves the file alone where only the day would change', async () => {
    writeFileSync(target, before);
    expect(await writeIndex(file(listWith()), { target, date: '2026-12-24' })).toMatch(/^unchanged since/);
    expect(readFileSync(target, 'utf8')).toBe(before);
  });

  it('ends with 3, the names and both hashes, as a command in a workflow, with the index left as it is', () => {
    const list = file(listWith((one) => ({ ...one, sha256: OTHER })));
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', path.join('lab', 'commands', 'index.ts'), list],
      { cwd: repo, encoding: 'utf8', env: { ...process.env, GITHUB_ACTIONS: 'true' } },
    );
    expect({ status, stderr }).toMatchObject({ status: 3 });
    for (const word of [NAME, HASH, OTHER]) expect(stderr).toContain(word);
    expect(stdout).toMatch(/^::error title=[^:]+::The list of .*%0A/m);
    expect(readFileSync(DATA, 'utf8')).toBe(before);
  });
});
