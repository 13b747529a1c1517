import { describe, expect, it } from '@jest/globals';
import { createSumDb } from '../../lab/sumdb/sumdb.ts';
import { nodeReader, tilePath, tilesFor } from '../../src/transparency/tiles.ts';
import { inclusionProof, parseTreeHead, rangeHash } from '../../src/transparency/tlog.ts';
import { Untrusted } from '../../src/transparency/untrusted.ts';

describe('the path of a tile', () => {
  it.each([
    [{ level: 0, number: 0, width: 256 }, 'tile/8/0/000'],
    [{ level: 0, number: 5, width: 7 }, 'tile/8/0/005.p/7'],
    [{ level: 2, number: 1234, width: 256 }, 'tile/8/2/x001/234'],
    [{ level: 0, number: 1_234_067, width: 1 }, 'tile/8/0/x001/x234/067.p/1'],
    [{ level: 1, number: 1000, width: 256 }, 'tile/8/1/x001/000'],
  ])('of %j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
  });
});

describe('tiles', () => {
  it('for a record of sum.golang.org are one a level on its way up, and those at the growing end', () => {
    const size = 66_398_721;
    const tiles = tilesFor(size, (read) => inclusionProof(20_485_573, size, read)).map(tilePath);
    expect(tiles.sort()).toEqual([
      'tile/8/0/x080/021',
      'tile/8/0/x259/370.p/1',
      'tile/8/1/312',
      'tile/8/1/x001/013.p/42',
      'tile/8/2/001',
      'tile/8/2/003.p/245',
      'tile/8/3/000.p/3',
    ]);
  });

  it.each([1, 255, 256, 257, 300, 511, 512, 700])('of a log of %i records lead to its hash', (records) => {
    const db = createSumDb({ records });
    const { size, hash } = parseTreeHead(db.head());
    const whole = (read: Parameters<typeof rangeHash>[2]) => rangeHash(0, size, read);
    const contents = tilesFor(size, whole).map(
      (tile) => [tilePath(tile), db.answer(tilePath(tile)) ?? Buffer.of()] as const,
    );
    expect(whole(nodeReader(size, new Map(contents)))).toEqual(hash);
  });

  it('that are missing, short or long are refused', () => {
    const wanted = (bytes: Uint8Array) => nodeReader(3, new Map([['tile/8/0/000.p/3', bytes]]))(0, 1);
    expect(wanted(Buffer.alloc(96, 1))).toEqual(Buffer.alloc(32, 1));
    for (const length of [0, 64, 95, 97, 128]) expect(() => wanted(Buffer.alloc(length))).toThrow(Untrusted);
    expect(() => nodeReader(3, new Map())(0, 1)).toThrow(/it has no tile/);
  });
});
