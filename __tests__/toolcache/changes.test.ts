import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { type Entry, markerPath, treePath } from '../../src/toolcache/layout.ts';
import { type PublishOptions, publish } from '../../src/toolcache/publish.ts';
import type { TreeChange } from '../../src/toolcache/tree-change.ts';
import { makeToolCache, provenanceOf, publishGo1253, putEntry, writeTree } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
let changes: TreeChange[];

beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  changes = [];
});
afterEach(() => cache.remove());

const publishing = (more: Partial<PublishOptions> = {}) =>
  publish(entry, publishGo1253({ onChange: async (change) => void changes.push(change), ...more }));
const refused = new SetupError('E_VERIFY', 'no', { remedy: 'none' });
const refuse = { check: () => Promise.reject(refused) };

describe('changes of a tool cache are told', () => {
  it('where a tree is placed, with its origin', async () => {
    await publishing();
    expect(changes).toEqual([
      {
        kind: 'placed',
        place: treePath(entry),
        provenance: provenanceOf('go1.25.3'),
        error: undefined,
        durationMs: expect.any(Number),
      },
    ]);
  });

  it.each<[string, () => void]>([
    ['a whole tree', () => putEntry(entry, 'go1.25.3')],
    ['a torn tree', () => writeTree(treePath(entry), 'go1.25.3', 'x64')],
    [
      'a marker without a tree',
      () => {
        mkdirSync(path.dirname(treePath(entry)), { recursive: true });
        writeFileSync(markerPath(entry), '');
      },
    ],
  ])('where one replaces %s', async (_case, put) => {
    put();
    await publishing();
    expect(changes).toMatchObject([{ kind: 'replaced', place: treePath(entry), error: undefined }]);
  });

  it('where one was in its place and is taken back, with the reason', async () => {
    await expect(publishing(refuse)).rejects.toBe(refused);
    putEntry(entry, 'go1.25.3');
    await expect(publishing(refuse)).rejects.toBe(refused);
    expect(changes).toMatchObject([
      { kind: 'placed', error: refused },
      { kind: 'replaced', error: refused },
    ]);
  });

  it('where what an interrupted run left is removed', async () => {
    const leftover = path.join(cache.root, 'go', '1.24.0', '.x64-0000');
    mkdirSync(leftover, { recursive: true });
    await publishing();
    expect(changes).toMatchObject([{ kind: 'removed', place: leftover }, { kind: 'placed' }]);
  });

  it('and not where nothing came of it: a download that failed, a tree that will do', async () => {
    await expect(publishing({ fill: () => Promise.reject(new Error('broken')) })).rejects.toThrow('broken');
    writeTree(treePath(entry), 'go1.25.3', 'x64');
    await expect(publishing({ fill: () => Promise.reject(new Error('broken')) })).rejects.toThrow('broken');
    putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
    expect(await publishing()).toBe('reused');
    expect(changes).toEqual([]);
  });

  it('before the lock is free, and the wait for it can be timed', async () => {
    const order: string[] = [];
    await publishing({
      whileWaiting: async (wait) => {
        order.push('waits');
        return await wait();
      },
      onChange: async ({ kind }) => void order.push(kind),
    });
    expect(order).toEqual(['waits', 'placed']);
  });
});
