import { mkdirSync } from 'node:fs';
import * as files from 'node:fs/promises';
import path from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { makeToolCache } from './trees.ts';

/** Directories that another runner makes right after somebody was told that they are not there. */
let late: string[] = [];

jest.unstable_mockModule('node:fs/promises', () => ({
  ...files,
  stat: async (place: string) => {
    try {
      return await files.stat(place);
    } catch (error) {
      if (late.includes(place)) mkdirSync(place, { recursive: true });
      throw error;
    }
  },
}));

const { probeWriting } = await import('../../src/toolcache/write-probe.ts');

it.each([
  ['the tool cache', ['.']],
  ['the folder of the tool', ['go']],
  ['the directory of locks', ['.setup-go-win/locks']],
])('another runner that makes %s at the same moment is not in the way', async (_case, names) => {
  const cache = makeToolCache();
  try {
    const root = path.join(cache.root, 'tc');
    late = names.map((name) => path.join(root, name));
    expect(await probeWriting(root, ['go'])).toBeUndefined();
  } finally {
    cache.remove();
  }
});
