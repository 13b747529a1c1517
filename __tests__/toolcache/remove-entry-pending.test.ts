import { existsSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { type Entry, markerPath, treePath } from '../../src/toolcache/layout.ts';
import { makeToolCache, provenanceOf, putEntry } from './trees.ts';

/** How long a file lives on after it was removed, and what was removed is put off so. */
let lingering: { readonly file: string; readonly ms: number } | undefined;
const late: Promise<void>[] = [];

// Where POSIX semantics are not to be had, as on a share, Windows takes a removed file's name away when the last handle to it is closed: a scanner's.
jest.unstable_mockModule('node:fs/promises', () => ({
  ...files,
  unlink: async (file: string) => {
    if (file !== lingering?.file) return await files.unlink(file);
    const { ms } = lingering;
    late.push(new Promise((done) => setTimeout(done, ms)).then(() => files.unlink(file).catch(() => {})));
  },
}));

const { removeEntry } = await import('../../src/toolcache/remove-entry.ts');

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
});
afterEach(async () => {
  await Promise.all(late);
  lingering = undefined;
  cache.remove();
});

/** Removes the entry. @returns whether the marker was there at each look at the leases */
async function remove(): Promise<boolean[]> {
  const seen: boolean[] = [];
  const holders = async () => {
    seen.push(existsSync(markerPath(entry)));
    return [];
  };
  await removeEntry(entry, { signal: new AbortController().signal, holders });
  return seen;
}

it('looks for leases again when the marker has gone, not when its removal was asked for (fake: a file that outlives its removal)', async () => {
  lingering = { file: markerPath(entry), ms: 300 };
  expect(await remove()).toEqual([true, false]);
  expect(existsSync(treePath(entry))).toBe(false);
});

it('moves no tree while its marker does not go (fake: a file that outlives its removal)', async () => {
  lingering = { file: markerPath(entry), ms: 1000 };
  const controller = new AbortController();
  const holders = async () => [];
  const removal = removeEntry(entry, { signal: controller.signal, holders });
  setTimeout(() => controller.abort(new Error('cancelled')), 300);
  await expect(removal).rejects.toThrow('cancelled');
  expect(existsSync(treePath(entry))).toBe(true);
});
