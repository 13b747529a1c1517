import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
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
