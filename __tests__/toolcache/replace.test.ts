import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { type Entry, markerPath, sidecarPath, treePath } from '../../src/toolcache/layout.ts';
import { type PublishOptions, publish } from '../../src/toolcache/publish.ts';
import { makeToolCache, provenanceOf, publishGo1253, putEntry, writeTree } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;

beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
});
afterEach(() => cache.remove());

const options = (more: Partial<PublishOptions> = {}) => publishGo1253({ lockTimeoutMs: 10_000, ...more });

const left = () => readdirSync(path.dirname(treePath(entry))).sort();
const refused = new SetupError('E_VERIFY', 'no', { remedy: 'none' });

describe('replacing what will not do', () => {
  it('puts it back, with its marker, when the new tree is refused', async () => {
    putEntry(entry, 'go1.25.3');
    writeFileSync(path.join(treePath(entry), 'of the image'), '');
    await expect(publish(entry, options({ check: () => Promise.reject(refused) }))).rejects.toBe(refused);
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: undefined });
    expect(existsSync(path.join(treePath(entry), 'of the image'))).toBe(true);
    expect(left()).toEqual(['x64', 'x64.complete']);
  });

  it('puts it back when the step is cancelled in the middle', async () => {
    const controller = new AbortController();
    putEntry(entry, 'go1.25.3');
    const check = async () => controller.abort(new Error('cancelled'));
    await expect(publish(entry, options({ check, signal: controller.signal }))).rejects.toThrow('cancelled');
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: undefined });
  });

  it('never brings back a marker that had no tree', async () => {
    mkdirSync(path.dirname(treePath(entry)), { recursive: true });
    writeFileSync(markerPath(entry), '');
    await expect(publish(entry, options({ check: () => Promise.reject(refused) }))).rejects.toBe(refused);
    expect(existsSync(markerPath(entry))).toBe(false);
  });

  it('takes a link away, and leaves what it leads to', async () => {
    const elsewhere = path.join(cache.root, 'elsewhere');
    writeTree(elsewhere, 'go1.25.3', 'x64');
    mkdirSync(path.dirname(treePath(entry)), { recursive: true });
    symlinkSync(elsewhere, treePath(entry), 'junction');
    expect(await publish(entry, options())).toBe('published');
    expect(existsSync(path.join(elsewhere, 'VERSION'))).toBe(true);
    expect(left()).toEqual(['x64', 'x64.complete', 'x64.setup-go-win.json']);
  });

  it.each(['file', 'dangling link'])('takes a %s away', async (what) => {
    mkdirSync(path.dirname(treePath(entry)), { recursive: true });
    if (what === 'file') writeFileSync(treePath(entry), '');
    else symlinkSync(path.join(cache.root, 'nowhere'), treePath(entry), 'junction');
    mkdirSync(markerPath(entry));
    mkdirSync(sidecarPath(entry));
    expect(await publish(entry, options())).toBe('published');
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: { official: true } });
  });
});

describe('another action at the same time, without our lock', () => {
  it('that has published meanwhile is the winner', async () => {
    const fill = async (staging: string) => {
      putEntry(entry, 'go1.25.3');
      writeFileSync(path.join(treePath(entry), 'theirs'), '');
      writeTree(staging, 'go1.25.3', 'x64');
      return provenanceOf('go1.25.3');
    };
    expect(await publish(entry, options({ fill, accepts: () => true }))).toBe('reused');
    expect(existsSync(path.join(treePath(entry), 'theirs'))).toBe(true);
    expect(left()).toEqual(['x64', 'x64.complete']);
  });

  it('that came to half of a tree loses it', async () => {
    const fill = async (staging: string) => {
      writeTree(treePath(entry), 'go1.25.3', 'x64');
      writeTree(staging, 'go1.25.3', 'x64');
      return provenanceOf('go1.25.3');
    };
    expect(await publish(entry, options({ fill }))).toBe('published');
    expect(left()).toEqual(['x64', 'x64.complete', 'x64.setup-go-win.json']);
  });
});

describe('runners that install different versions at the same time', () => {
  it('do not tidy away each other\u2019s directories', async () => {
    const versions = Array.from({ length: 12 }, (_, patch) => `1.25.${patch}`);
    const install = (version: string) =>
      publish(
        { ...entry, version },
        options({
          fill: async (staging) => {
            writeTree(staging, `go${version}`, 'x64');
            return provenanceOf(`go${version}`);
          },
        }),
      );
    for (let round = 0; round < 5; round++) {
      const outcomes = await Promise.allSettled(versions.map(install));
      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
      cache.remove();
    }
  });
});
