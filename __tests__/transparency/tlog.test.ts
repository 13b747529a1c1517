import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkInclusion,
  consistencyProof,
  inclusionProof,
  isConsistent,
  nodeHash,
  parseTreeHead,
  type ReadNode,
  rangeHash,
  recordHash,
  type TreeHead,
} from '../../src/transparency/tlog.ts';
import { Untrusted } from '../../src/transparency/untrusted.ts';
import { flipped } from './databases.ts';

const leaf = (number: number) => recordHash(Buffer.from(`record ${number}\n`));

/** Complete subtrees, straight from the definition. */
const read: ReadNode = (level, number) =>
  level === 0 ? leaf(number) : nodeHash(read(level - 1, number * 2), read(level - 1, number * 2 + 1));
const treeOf = (size: number): TreeHead => ({ size, hash: rangeHash(0, size, read) });

describe('hashes of a log', () => {
  // The test vectors of RFC 6962's reference implementation (certificate-transparency, merkle_tree_test).
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map((hex) => recordHash(Buffer.from(hex, 'hex')));
  const known: ReadNode = (level, number) =>
    level === 0
      ? (inputs[number] as Buffer)
      : nodeHash(known(level - 1, number * 2), known(level - 1, number * 2 + 1));
  it.each([
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i records are those of RFC 6962', (size, expected) => {
    expect(rangeHash(0, size, known).toString('hex')).toBe(expected);
  });
});

describe('a proof that a record is in a tree', () => {
  it('holds for every record of trees of every shape', () => {
    for (let size = 1; size <= 40; size++) {
      for (let index = 0; index < size; index++)
        checkInclusion(inclusionProof(index, size, read), index, leaf(index), treeOf(size));
    }
  });

  it('does not hold for anything else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (size, at, where) => {
        const index = at % size;
        const tree = treeOf(size);
        const proof = inclusionProof(index, size, read);
        const spot = where % proof.length;
        const refuse = (changed: Buffer[], number = index, hash = leaf(index), of = tree) =>
          expect(() => checkInclusion(changed, number, hash, of)).toThrow(Untrusted);
        refuse(proof, index, leaf(size));
        refuse(proof, (index + 1) % size, leaf(index));
        refuse(proof.with(spot, flipped(proof[spot] as Buffer)));
        refuse(proof.slice(0, -1));
        refuse([...proof, leaf(0)]);
        refuse(proof, index, leaf(index), { ...tree, hash: flipped(tree.hash) });
        refuse(proof, size, leaf(index));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a proof that a tree is the beginning of another', () => {
  it('holds for all trees of one log', () => {
    for (let newer = 1; newer <= 33; newer++) {
      for (let older = 1; older <= newer; older++)
        expect([
          older,
          newer,
          isConsistent(consistencyProof(older, newer, read), treeOf(older), treeOf(newer)),
        ]).toEqual([older, newer, true]);
    }
    expect(isConsistent([], { size: 0, hash: Buffer.alloc(32) }, treeOf(5))).toBe(true);
  });

  it('tells another history from a proof that is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (newer, at, where) => {
        const older = 1 + (at % (newer - 1));
        const [before, after] = [treeOf(older), treeOf(newer)];
        const proof = consistencyProof(older, newer, read);
        expect(isConsistent(proof, { ...before, hash: leaf(0) }, after)).toBe(older === 1);
        const spot = where % proof.length;
        const spoiled = proof.with(spot, flipped(proof[spot] as Buffer));
        for (const changed of [spoiled, proof.slice(0, -1), [...proof, leaf(0)], []])
          expect(() => isConsistent(changed, before, after)).toThrow(Untrusted);
      }),
      { numRuns: 60 },
    );
  });

  it('is not needed for one size: two hashes are two histories', () => {
    const tree = treeOf(7);
    expect(isConsistent([], tree, tree)).toBe(true);
    expect(isConsistent([], tree, { ...tree, hash: leaf(1) })).toBe(false);
  });
});

describe('the text of a tree head', () => {
  const hash = Buffer.alloc(32, 7).toString('base64');

  it('is read, with lines that later versions may add', () => {
    expect(parseTreeHead(`go.sum database tree\n72133030\n${hash}\nmore\n`)).toMatchObject({
      size: 72133030,
    });
  });

  it.each([
    ['another title', `go.sum database tree v2\n1\n${hash}\n`],
    ['a size with a zero before it', `go.sum database tree\n01\n${hash}\n`],
    ['a negative size', `go.sum database tree\n-1\n${hash}\n`],
    ['a size beyond what numbers hold', `go.sum database tree\n99999999999999999\n${hash}\n`],
    ['a short hash', `go.sum database tree\n1\n${hash.slice(4)}\n`],
    ['no line end', `go.sum database tree\n1\n${hash}`],
  ])('is refused with %s', (_case, text) => {
    expect(() => parseTreeHead(text)).toThrow(Untrusted);
  });
});
