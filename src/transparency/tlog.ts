import { hash as digest } from 'node:crypto';
import { strictBase64 } from './note.ts';
import { Untrusted } from './untrusted.ts';

/** A log at one moment: how many records it has, and the hash over all of them. */
export interface TreeHead {
  readonly size: number;
  /** 32 bytes. */
  readonly hash: Buffer;
}

/**
 * Gives the hash of a complete subtree: of the 2^level records from number × 2^level on. Levels count from the records up.
 */
export type ReadNode = (level: number, number: number) => Buffer;

/** RFC 6962, 2.1: a byte before what is hashed tells records from nodes. */
const RECORD = Buffer.of(0);
const NODE = Buffer.of(1);
export const HASH_BYTES = 32;

/** The hash of one record of the log, which is its text with all line ends. */
export function recordHash(text: Uint8Array): Buffer {
  return digest('sha256', Buffer.concat([RECORD, text]), 'buffer');
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return digest('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

/**
 * Reads the text of a tree's note: `go.sum database tree`, the size, the hash; more lines may follow (golang.org/design/25530-sumdb).
 * @throws Untrusted where it is none
 */
export function parseTreeHead(text: string): TreeHead {
  const [title, size = '', hash = '', end] = text.split('\n', 4);
  const bytes = strictBase64(hash);
  const count = Number(size);
  const sound =
    title === 'go.sum database tree' && /^(?:0|[1-9]\d*)$/.test(size) && Number.isSafeInteger(count);
  if (!sound || bytes?.length !== HASH_BYTES || end === undefined)
    throw new Untrusted('its note speaks of no tree', text.split('\n', 4));
  return { size: count, hash: bytes };
}

/** A tree head on one line, for messages. */
export function describeHead({ size, hash }: TreeHead): string {
  return `${size} records, ${hash.toString('base64')}`;
}

/** The hash of the records from `start` up to `end` (not included), as RFC 6962 defines it (2.1, "MTH"). */
export function rangeHash(start: number, end: number, read: ReadNode): Buffer {
  const count = end - start;
  const half = largestHalf(count);
  if (half * 2 === count) return read(Math.log2(count), start / count);
  return nodeHash(rangeHash(start, start + half, read), rangeHash(start + half, end, read));
}

/** The hashes that lead from record `index` to the hash of a tree of `size` records, lowest first (RFC 6962, 2.1.1). */
export function inclusionProof(index: number, size: number, read: ReadNode): Buffer[] {
  const path: Buffer[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestHalf(end - start);
    if (index < middle) {
      path.unshift(rangeHash(middle, end, read));
      end = middle;
    } else {
      path.unshift(rangeHash(start, middle, read));
      start = middle;
    }
  }
  return path;
}

/**
 * Whether a proof leads from a record's hash to the tree's (RFC 9162, 2.1.3.2).
 * @throws Untrusted where it does not
 */
export function checkInclusion(proof: readonly Buffer[], index: number, leaf: Buffer, tree: TreeHead): void {
  const wrong = () =>
    new Untrusted(`record ${index} is not proven to be in the database`, [`tree ${describeHead(tree)}`]);
  if (index >= tree.size) throw wrong();
  let [number, last, hash] = [index, tree.size - 1, leaf];
  for (const other of proof) {
    if (last === 0) throw wrong();
    if (number % 2 === 1 || number === last) {
      hash = nodeHash(other, hash);
      while (number % 2 === 0 && number !== 0) [number, last] = [halved(number), halved(last)];
    } else hash = nodeHash(hash, other);
    [number, last] = [halved(number), halved(last)];
  }
  if (last !== 0 || !hash.equals(tree.hash)) throw wrong();
}

/**
 * The hashes that show the tree of the first `older` records to be the beginning of one of `newer` (RFC 6962, 2.1.2). One of them is more than
 * the RFC's: the older tree's own hash, which it leaves out where `older` is a power of two, is always there.
 *
 * @param older at least 1, at most `newer`
 */
export function consistencyProof(older: number, newer: number, read: ReadNode): Buffer[] {
  const proof: Buffer[] = [];
  let [start, end] = [0, newer];
  while (older !== end) {
    const middle = start + largestHalf(end - start);
    if (older <= middle) {
      proof.unshift(rangeHash(middle, end, read));
      end = middle;
    } else {
      proof.unshift(rangeHash(start, middle, read));
      start = middle;
    }
  }
  return [rangeHash(start, end, read), ...proof];
}

/**
 * Whether a tree is the beginning of a newer one (RFC 9162, 2.1.4.2).
 *
 * @returns false where the proof leads to the newer tree and not to the older one: then the log has two histories
 * @throws Untrusted where the proof does not even lead to the newer tree
 */
export function isConsistent(proof: readonly Buffer[], older: TreeHead, newer: TreeHead): boolean {
  if (older.size === 0) return true;
  if (older.size === newer.size) return older.hash.equals(newer.hash);
  const [first, ...rest] = proof;
  const wrong = () =>
    new Untrusted('the tiles of the database do not lead to its own tree', [`tree ${describeHead(newer)}`]);
  if (first === undefined) throw wrong();
  let [number, last] = [older.size - 1, newer.size - 1];
  while (number % 2 === 1) [number, last] = [halved(number), halved(last)];
  let [before, after] = [first, first];
  for (const other of rest) {
    if (last === 0) throw wrong();
    if (number % 2 === 1 || number === last) {
      before = nodeHash(other, before);
      after = nodeHash(other, after);
      while (number % 2 === 0 && number !== 0) [number, last] = [halved(number), halved(last)];
    } else after = nodeHash(after, other);
    [number, last] = [halved(number), halved(last)];
  }
  if (last !== 0 || !after.equals(newer.hash)) throw wrong();
  return before.equals(older.hash);
}

/** Sizes are beyond 32 bits, where shifts end. */
function halved(number: number): number {
  return Math.floor(number / 2);
}

/** The largest power of two that is smaller than `count`; ½ for 1. */
function largestHalf(count: number): number {
  let power = 0.5;
  while (power * 2 < count) power *= 2;
  return power;
}
