import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { keptTreeHead } from '../../src/toolcache/tree-head.ts';
import { scratch } from '../archive/scratch.ts';

const notes: string[] = [];
const options = {
  runner: 'test',
  signal: new AbortController().signal,
  onNote: (line: string) => void notes.push(line),
};
const open = (root: string, database = 'sum.golang.org+033de0ae') => keptTreeHead(root, database, options);
const first = Buffer.from('one\n');
const second = Buffer.from('two\n');

describe('the kept tree head', () => {
  it('is kept for all who share the tool cache, each database for itself', async () => {
    const root = scratch();
    const mine = open(root);
    expect(await mine.read()).toBeUndefined();
    expect(await mine.replace(undefined, first)).toBe(true);
    expect(await open(root).read()).toEqual(first);
    expect(await open(root, 'sum.golang.org+ffffffff').read()).toBeUndefined();
    const state = join(root, '.setup-go-win');
    expect(readdirSync(state).sort()).toEqual(['locks', 'sumdb-sum.golang.org-033de0ae.json']);
    expect(JSON.parse(readFileSync(join(state, 'sumdb-sum.golang.org-033de0ae.json'), 'utf8'))).toMatchObject(
      {
        schema: 1,
        database: 'sum.golang.org+033de0ae',
        note: 'one\n',
      },
    );
  });

  it('is replaced only where it is what it was taken for', async () => {
    const root = scratch();
    const mine = open(root);
    await mine.replace(undefined, first);
    expect(await mine.replace(undefined, second)).toBe(false);
    expect(await mine.read()).toEqual(first);
    expect(await mine.replace(first, second)).toBe(true);
    expect(await mine.read()).toEqual(second);
  });

  it('of several at once ends as one of theirs, whole', async () => {
    const root = scratch();
    const kept = await Promise.all(
      Array.from({ length: 5 }, (_, i) => open(root).replace(undefined, Buffer.from(`${i}\n`.repeat(1000)))),
    );
    // Files without sharing, which the lock is, there are on Windows alone.
    expect(kept).toContain(true);
    expect((await open(root).read())?.toString()).toMatch(/^(\d\n)\1{999}$/);
  });

  it('that cannot be read is none', async () => {
    const root = scratch();
    await open(root).replace(undefined, first);
    const file = join(root, '.setup-go-win', 'sumdb-sum.golang.org-033de0ae.json');
    for (const broken of ['', '{"note":', '[]', 'null', '{"note":5}']) {
      writeFileSync(file, broken);
      expect(await open(root).read()).toBeUndefined();
    }
    expect(await open(root).replace(undefined, second)).toBe(true);
    expect(await open(root).read()).toEqual(second);
  });

  it('that cannot be written is told, and does not stop anyone', async () => {
    const root = join(scratch(), 'file');
    writeFileSync(root, 'in the way');
    expect(await open(root).replace(undefined, first)).toBe(true);
    expect(notes.at(-1)).toContain('could not be kept');
  });
});
