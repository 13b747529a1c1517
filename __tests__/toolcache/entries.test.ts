import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { listPlaces } from '../../src/toolcache/entries.ts';
import { makeToolCache } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
const { seteuid } = process;
const isRoot = process.geteuid?.() === 0;
beforeEach(() => {
  cache = makeToolCache();
});
afterEach(() => {
  if (isRoot) seteuid?.(0);
  chmodSync(path.join(cache.root, 'go', '1.25.3'), 0o755);
  cache.remove();
});

// Windows has no such modes.
const onPosix = process.platform === 'win32' ? it.skip : it;

onPosix(
  'a directory that is there and can’t be listed is told, one that is not there or no directory is not',
  async () => {
    for (const version of ['1.25.3', '1.26.1'])
      mkdirSync(path.join(cache.root, 'go', version, 'x64'), { recursive: true });
    writeFileSync(path.join(cache.root, 'go-0123abcd'), '');
    chmodSync(path.join(cache.root, 'go', '1.25.3'), 0);
    chmodSync(cache.root, 0o755);
    // Of root Linux refuses nothing.
    if (isRoot) seteuid?.(65_534);
    const told: string[] = [];
    const found = await listPlaces(cache.root, (directory, code) => void told.push(`${directory} ${code}`));
    expect(found.map(({ version }) => version)).toEqual(['1.26.1']);
    expect(told).toEqual([`${path.join(cache.root, 'go', '1.25.3')} EACCES`]);
    expect(await listPlaces(path.join(cache.root, 'none'), () => expect(true).toBe(false))).toEqual([]);
  },
);
