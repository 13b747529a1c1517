import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { holdsAny, refuseEarly, requireRoomFor } from '../../src/toolcache/preflight.ts';
import { probeWriting } from '../../src/toolcache/write-probe.ts';
import { makeToolCache } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let root: string;
beforeEach(() => {
  cache = makeToolCache();
  root = path.join(cache.root, 'tc');
});
afterEach(() => cache.remove());

const inRoot = (...names: string[]) => path.join(root, ...names);
const all = () => readdirSync(cache.root, { recursive: true, encoding: 'utf8' }).sort();

/** A link to nowhere; Windows lets only administrators make one. */
const itUnix = process.platform === 'win32' ? it.skip : it;

describe('a test of writing to a tool cache', () => {
  it.each<[string, string[]]>([
    ['that is not there yet', []],
    ['that is empty', ['.']],
    ['with a Go in it', ['go/1.25.3/x64', '.setup-go-win/locks']],
  ])('leaves nothing in one %s', async (_case, directories) => {
    for (const directory of directories) mkdirSync(inRoot(directory), { recursive: true });
    const before = all();
    expect(await probeWriting(root, ['go'])).toBeUndefined();
    expect(all()).toEqual(before);
  });

  it.each([
    ['tool cache', '.'],
    ['folder of the tool', 'go'],
    ['directory of locks', '.setup-go-win/locks'],
    ['directory of our own', '.setup-go-win'],
  ])('names the file that stands in the place of the %s', async (_case, place) => {
    const file = inRoot(place);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    expect(await probeWriting(root, ['go'])).toMatchObject({
      place: file,
      error: { code: 'ENOTDIR' },
    });
  });

  itUnix('names a link that leads nowhere', async () => {
    mkdirSync(root);
    symlinkSync(inRoot('nowhere'), inRoot('go'));
    expect(await probeWriting(root, ['go'])).toMatchObject({
      place: inRoot('go'),
      error: { code: 'EEXIST' },
    });
  });

  it('is content when one of the folders that will do can be written to', async () => {
    mkdirSync(root);
    writeFileSync(inRoot('go'), '');
    expect(await probeWriting(root, ['go-12345678', 'go'])).toBeUndefined();
    writeFileSync(inRoot('go-12345678'), '');
    expect(await probeWriting(root, ['go-12345678', 'go'])).toMatchObject({ place: inRoot('go-12345678') });
  });

  it('removes what one that was killed has left, and not that of a living one', async () => {
    const [old, young] = [inRoot('go', '.setup-go-win-test-old'), inRoot('go', '.setup-go-win-test-young')];
    for (const directory of [old, young]) mkdirSync(path.join(directory, 'b'), { recursive: true });
    utimesSync(old, new Date(0), new Date(0));
    expect(await probeWriting(root, ['go'])).toBeUndefined();
    expect(readdirSync(inRoot('go'))).toEqual(['.setup-go-win-test-young']);
  });

  it.each(['.', '.setup-go-win'])(
    'removes it from %s too, when that has its directories by now',
    async (place) => {
      const old = inRoot(place, '.setup-go-win-test-old');
      for (const directory of [inRoot('go'), inRoot('.setup-go-win', 'locks'), old])
        mkdirSync(directory, { recursive: true });
      utimesSync(old, new Date(0), new Date(0));
      expect(await probeWriting(root, ['go'])).toBeUndefined();
      expect(readdirSync(inRoot(place)).filter((name) => name.includes('test'))).toEqual([]);
    },
  );

  it('disturbs nobody who tests at the same time', async () => {
    const tests = Array.from({ length: 20 }, () => probeWriting(root, ['go']));
    expect(await Promise.all(tests)).toEqual(Array(20).fill(undefined));
    expect(all()).toEqual([]);
  });
});

describe('what is known before a Go is asked for', () => {
  it('is nothing where all is well', async () => {
    expect(await refuseEarly(root, ['go'], true)).toBeUndefined();
  });

  it('is explained when it is wanted', async () => {
    writeFileSync(root, '');
    const refusal = await refuseEarly(root, ['go'], true);
    expect(await refusal?.explain()).toMatchObject({
      code: 'E_PERMISSION',
      message: `Could not use ${root}: a file stands where a directory has to be.`,
    });
  });

  it('is whether any version lies there', async () => {
    expect(await holdsAny([root], ['go'])).toBe(false);
    mkdirSync(inRoot('go', '.setup-go-win-test-x'), { recursive: true });
    expect(await holdsAny([root], ['go'])).toBe(false);
    mkdirSync(inRoot('go', '1.25.3'));
    expect(await holdsAny(['/nowhere', root], ['go-12345678', 'go'])).toBe(true);
  });
});

describe('the room for a release', () => {
  const MUCH = 2 ** 60;

  it('is reckoned from its size', async () => {
    await expect(requireRoomFor(root, { size: MUCH }, true)).rejects.toMatchObject({
      code: 'E_DISK',
      message: expect.stringMatching(/takes about 4035\d+ MB on a disk, and .*tc has \d+ MB free/),
    });
    await expect(requireRoomFor(root, { size: MUCH }, false)).rejects.toMatchObject({
      message: expect.stringMatching(/takes at least 1152\d+ MB on a disk/),
    });
  });

  it.each([0, 70e6 / 1000])('is no question for %d bytes', async (size) => {
    await expect(requireRoomFor(root, { size }, true)).resolves.toBeUndefined();
  });
});
