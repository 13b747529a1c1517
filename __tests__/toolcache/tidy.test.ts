import { existsSync, mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Entry, lockName, ownerFile, treePath } from '../../src/toolcache/layout.ts';
import { tidyBeside } from '../../src/toolcache/leftovers.ts';
import { makeToolCache, provenanceOf, putEntry } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
let said: string[];
const tidy = () =>
  tidyBeside(entry, {
    runner: 'me',
    signal: new AbortController().signal,
    onRepair: (line) => void said.push(line),
  });
const leaveRecord = (host: string) => {
  const record = ownerFile(entry.root, lockName(entry));
  mkdirSync(path.dirname(record), { recursive: true });
  writeFileSync(record, JSON.stringify({ host, pid: 1, runner: 'killed', since: 'x' }));
  return record;
};

beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
  said = [];
});
afterEach(() => cache.remove());

describe('what a run left that was killed when all was done', () => {
  it('is removed by the next hit: the old tree that was put aside, and the record in the lock', async () => {
    const aside = path.join(path.dirname(treePath(entry)), '.x64-0123abcd');
    mkdirSync(path.join(aside, 'bin'), { recursive: true });
    writeFileSync(path.join(aside, 'bin', 'go.exe'), '');
    const record = leaveRecord(hostname());
    await tidy();
    expect(existsSync(aside)).toBe(false);
    expect(existsSync(record)).toBe(false);
    expect(said).toEqual([`Removed ${aside}, left by an installation that was interrupted`]);
    expect(readdirSync(path.dirname(treePath(entry))).sort()).toEqual([
      'x64',
      'x64.complete',
      'x64.setup-go-win.json',
    ]);
  });

  it('while it wrote its record in the lock is removed by the next hit', async () => {
    const draft = `${leaveRecord(hostname())}.new`;
    renameSync(draft.slice(0, -'.new'.length), draft);
    await tidy();
    expect(readdirSync(path.dirname(draft))).toEqual([`${lockName(entry)}.lock`]);
  });

  it('while it tested writing is removed by the next hit when it is a minute old, wherever the test was', async () => {
    const locks = path.join(entry.root, '.setup-go-win', 'locks');
    const places = [entry.root, path.join(entry.root, 'go'), path.dirname(locks), locks];
    const old = new Date(Date.now() - 61_000);
    for (const place of places) {
      for (const name of ['old', 'new'])
        mkdirSync(path.join(place, `.setup-go-win-test-${name}`, 'b'), { recursive: true });
      utimesSync(path.join(place, '.setup-go-win-test-old'), old, old);
    }
    await tidy();
    for (const place of places)
      expect(readdirSync(place).filter((name) => name.startsWith('.setup-go-win-test-'))).toEqual([
        '.setup-go-win-test-new',
      ]);
  });

  it('of another architecture, or of an owner that lives elsewhere, is left alone', async () => {
    const other = path.join(path.dirname(treePath(entry)), '.arm64-0123abcd');
    mkdirSync(other);
    const record = leaveRecord('elsewhere');
    await tidy();
    expect([existsSync(other), existsSync(record)]).toEqual([true, true]);
    expect(said).toEqual([]);
  });

  it('costs nothing where there is nothing: no file of a lock is made', async () => {
    await tidy();
    expect(existsSync(path.join(entry.root, '.setup-go-win'))).toBe(false);
  });
});
