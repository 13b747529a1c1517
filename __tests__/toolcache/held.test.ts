import { existsSync, rmSync } from 'node:fs';
import * as files from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Entry, treePath } from '../../src/toolcache/layout.ts';
import type { TreeChange } from '../../src/toolcache/tree-change.ts';
import { makeToolCache, provenanceOf, publishGo1253, putEntry, writeTree } from './trees.ts';

/** Paths that a scanner holds: what they match, and for how many calls more. Windows answers EBUSY or EPERM, which no other system does. */
let meanwhile: { path: RegExp; happens(): void } | undefined;
let held: { call: string; path: RegExp; times: number; code: string }[] = [];

function refusing<A extends [unknown, ...unknown[]], R>(call: string, original: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => {
    if (meanwhile?.path.test(String(args[0]))) meanwhile.happens();
    const hold = held.find((one) => one.call === call && one.path.test(String(args[0])) && one.times-- > 0);
    if (hold) throw Object.assign(new Error(`${hold.code}: ${call}`), { code: hold.code });
    return original(...args);
  };
}

jest.unstable_mockModule('node:fs/promises', () => ({
  ...files,
  open: refusing('open', files.open as never),
  readFile: refusing('readFile', files.readFile as never),
  writeFile: refusing('writeFile', files.writeFile as never),
  rename: refusing('rename', files.rename as never),
  unlink: refusing('unlink', files.unlink as never),
}));

const { inspectEntry } = await import('../../src/toolcache/inspect.ts');
const { sweepLeftovers, tidyBeside } = await import('../../src/toolcache/leftovers.ts');
const { tryLock } = await import('../../src/toolcache/lock.ts');
const { publish } = await import('../../src/toolcache/publish.ts');

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  held = [];
  meanwhile = undefined;
});
afterEach(() => cache.remove());

const hold = (call: string, where: RegExp, times = 3, code = 'EBUSY') =>
  held.push({ call, path: where, times, code });

const install = () => publish(entry, publishGo1253());

function sweeping() {
  const said: unknown[] = [];
  const signal = new AbortController().signal;
  const onRepair = (line: string) => void said.push(line);
  const onChange = async (change: TreeChange) => void said.push(change);
  return { said, sweep: { runner: 'me', signal, onRepair, onChange } };
}

describe('while a scanner holds it', () => {
  it.each([
    ['readFile', /VERSION$/],
    ['open', /go\.exe$/],
    ['readFile', /setup-go-win\.json$/],
  ])('%s of %s waits, and a whole tree is whole', async (call, where) => {
    putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
    hold(call, where);
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: { official: true } });
    expect(held[0]?.times).toBeLessThanOrEqual(0);
  });

  it.each([
    ['rename', /x64-[0-9a-f]{8}$/],
    ['writeFile', /setup-go-win\.json$/],
    ['writeFile', /\.complete$/],
    ['rename', /\.json\.new$/],
    ['unlink', /locks.*\.json$/],
  ])('%s of %s waits, and the tree is published', async (call, where) => {
    hold(call, where, 3, 'EPERM');
    expect(await install()).toBe('published');
    expect(held[0]?.times).toBeLessThanOrEqual(0);
    const next = await tryLock(cache.root, 'go-1.25.3-x64', 'next');
    expect(next?.takenFrom).toBeUndefined();
    await next?.release();
  });

  it('an old tree is put aside, and back again, as soon as Windows renames it', async () => {
    putEntry(entry, 'go1.25.3');
    hold('rename', /1\.25\.3.x64$/, 3, 'EACCES');
    const check = async () => {
      expect(held[0]?.times).toBeLessThanOrEqual(0);
      hold('rename', /1\.25\.3.x64$/, 3, 'EPERM');
      hold('rename', /x64-[0-9a-f]{8}$/, 3, 'EBUSY');
      throw new Error('refused');
    };
    await expect(publish(entry, publishGo1253({ check }))).rejects.toThrow('refused');
    expect(held.map(({ times }) => times <= 0)).toEqual([true, true, true]);
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: undefined });
  });

  it('the marker of an old tree is read all the same, and comes back with it', async () => {
    putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3', false));
    const fill = async (staging: string) => {
      writeTree(staging, 'go1.25.3', 'x64');
      hold('readFile', /\.complete$/);
      return provenanceOf('go1.25.3');
    };
    const check = () => Promise.reject(new Error('refused'));
    const options = publishGo1253({ accepts: (found) => found.provenance?.official === true, fill, check });
    await expect(publish(entry, options)).rejects.toThrow('refused');
    expect(held[0]?.times).toBeLessThanOrEqual(0);
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: { official: false } });
  });

  it('and nothing can be renamed, a tree that cannot be replaced stays as it was, marker and all', async () => {
    putEntry(entry, 'go1.25.3');
    hold('rename', /1\.25\.3.x64$/, 1, 'EROFS');
    await expect(install()).rejects.toMatchObject({ code: 'E_PERMISSION' });
    held = [];
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole' });
    expect(existsSync(path.join(cache.root, 'go', '1.25.3', 'x64.complete'))).toBe(true);
  });

  it('for good, and a killed run left it beside a whole tree, a hit does not wait for it', async () => {
    const aside = path.join(path.dirname(treePath(entry)), '.x64-0123abcd');
    putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
    writeTree(aside, 'go1.25.3', 'x64');
    hold('unlink', /x64-0123abcd.*go\.exe$/, 1000, 'EPERM');
    const { said, sweep } = sweeping();
    const started = performance.now();
    await tidyBeside(entry, sweep);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(said).toEqual([expect.stringMatching(/^Could not remove .*x64-0123abcd, left by/)]);
  });

  it('for good, says so instead of calling the tree torn', async () => {
    putEntry(entry, 'go1.25.3');
    hold('open', /go\.exe$/, 1000);
    await expect(inspectEntry(entry)).rejects.toMatchObject({ code: 'E_LOCKED' });
  });
});

describe('a temporary directory of a living run', () => {
  it.each([
    ['a hit beside it', tidyBeside, '1.25.3'],
    ['an installation of another version', sweepLeftovers, '1.26.0'],
  ])(
    'that is gone by the time when its lock is free is nothing that %s has removed',
    async (_who, look, version) => {
      putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
      const staging = path.join(path.dirname(treePath(entry)), '.x64-0123abcd');
      writeTree(staging, 'go1.25.3', 'x64');
      const happens = () => rmSync(staging, { recursive: true, force: true });
      meanwhile = { path: /go-1\.25\.3-x64\.lock$/, happens };
      const { said, sweep } = sweeping();
      await look({ ...entry, version }, sweep);
      expect([existsSync(staging), said]).toEqual([false, []]);
    },
  );
});
