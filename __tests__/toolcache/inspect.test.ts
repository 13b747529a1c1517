import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as tc from '@actions/tool-cache';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseSpec } from '../../src/release/spec.ts';
import { findInToolCache } from '../../src/toolcache/find.ts';
import { inspectEntry, sameGoVersion } from '../../src/toolcache/inspect.ts';
import {
  type Entry,
  goExecutable,
  markerPath,
  mirrorTool,
  sidecarPath,
  treePath,
} from '../../src/toolcache/layout.ts';
import { makeToolCache, programHeader, provenanceOf, putEntry } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;

beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
});
afterEach(() => cache.remove());

describe('an entry of the tool cache', () => {
  it('is absent where nothing is', async () => {
    expect(await inspectEntry(entry)).toEqual({ state: 'absent' });
  });

  it('is whole with marker, VERSION and a go.exe of the right machine', async () => {
    putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
    expect(await inspectEntry(entry)).toMatchObject({
      state: 'whole',
      goVersion: 'go1.25.3',
      provenance: { sha256: 'a'.repeat(64) },
    });
  });

  it('is whole without our sidecar, and says that we know nothing of its origin', async () => {
    putEntry(entry, 'go1.25.3');
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: undefined });
  });

  it('lies where @actions/tool-cache looks', () => {
    putEntry(entry, 'go1.25.3');
    process.env['RUNNER_TOOL_CACHE'] = cache.root;
    expect(tc.find('go', '1.25.x', 'x64')).toBe(treePath(entry));
  });

  it.each<[string, (entry: Entry) => void, string]>([
    ['without its marker', (e) => rmSync(markerPath(e)), 'no .complete marker'],
    ['without its tree', (e) => rmSync(treePath(e), { recursive: true }), 'marker without a tree'],
    ['without VERSION', (e) => rmSync(path.join(treePath(e), 'VERSION')), 'no VERSION'],
    [
      'of another version',
      (e) => writeFileSync(path.join(treePath(e), 'VERSION'), 'go1.25.30'),
      'VERSION says go1.25.30',
    ],
    ['without go.exe', (e) => rmSync(goExecutable(treePath(e))), 'bin\\go.exe is missing'],
    ['with an empty go.exe', (e) => writeFileSync(goExecutable(treePath(e)), ''), 'no Windows program'],
    [
      'with a script for a go.exe',
      (e) => writeFileSync(goExecutable(treePath(e)), '#!/bin/sh\n'.repeat(20)),
      'no Windows program',
    ],
    [
      'with a go.exe for Arm',
      (e) => writeFileSync(goExecutable(treePath(e)), programHeader('arm64')),
      '0xaa64',
    ],
  ])('is torn %s', async (_case, damage, reason) => {
    putEntry(entry, 'go1.25.3');
    damage(entry);
    expect(await inspectEntry(entry)).toEqual({ state: 'torn', reason: expect.stringContaining(reason) });
  });

  it('is not ours when another action has put its tree in the place of ours', async () => {
    putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
    const then = new Date(Date.now() - 90_000);
    utimesSync(sidecarPath(entry), then, then);
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: undefined });
    utimesSync(markerPath(entry), then, then);
    expect(await inspectEntry(entry)).toMatchObject({ provenance: { official: true } });
  });

  it('is absent where a link leads in a circle, or a file stands above it', async () => {
    mkdirSync(path.dirname(treePath(entry)), { recursive: true });
    symlinkSync(treePath(entry), treePath(entry));
    expect(await inspectEntry(entry)).toEqual({ state: 'absent' });
    expect(await inspectEntry({ ...entry, root: path.join(markerPath(entry), 'x') })).toEqual({
      state: 'absent',
    });
    writeFileSync(markerPath(entry), '');
    expect(await inspectEntry({ ...entry, root: markerPath(entry) })).toEqual({ state: 'absent' });
  });

  it.each(['', '{', 'null', '{"schema":2}', '[]'])('is not ours when the sidecar says %j', async (text) => {
    putEntry(entry, 'go1.25.3');
    writeFileSync(sidecarPath(entry), text);
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: undefined });
  });

  it.each([
    ['go1.25.3', true],
    ['go1.25.3-1', true],
    ['go1.25.3 X:boringcrypto', true],
    ['go1.25.30', false],
    ['go1.25.3rc1', false],
    ['go1.25.4', false],
  ])('calling itself %s is go1.25.3: %s', (actual, same) => {
    expect(sameGoVersion(actual, 'go1.25.3')).toBe(same);
  });
});

describe('a search in the tool cache', () => {
  const search = (more: object = {}) => ({
    roots: [cache.root],
    tools: ['go'],
    architecture: 'x64' as const,
    accepts: () => true,
    ...more,
  });
  const find = (spec: string, more: object = {}) => findInToolCache(parseSpec(spec, 'test'), search(more));

  it('gives the newest match of a range', async () => {
    for (const version of ['1.25.3', '1.25.10', '1.26.0']) putEntry({ ...entry, version }, `go${version}`);
    expect((await find('1.25.x')).hit?.entry.version).toBe('1.25.10');
  });

  it('leaves aliases to the release list', async () => {
    putEntry(entry, 'go1.25.3');
    expect((await find('stable')).hit).toBeUndefined();
  });

  it('never gives a prerelease for a plain range', async () => {
    putEntry({ ...entry, version: '1.26.0-rc.1' }, 'go1.26rc1');
    expect((await find('1.x')).hit).toBeUndefined();
    expect((await find('1.26rc1')).hit?.entry.version).toBe('1.26.0-rc.1');
  });

  it('leaves a range that names a prerelease to the list, unless a stable release here matches', async () => {
    putEntry({ ...entry, version: '1.26.0-rc.1' }, 'go1.26rc1');
    expect((await find('>=1.26.0-rc.1')).hit).toBeUndefined();
    putEntry({ ...entry, version: '1.26.2' }, 'go1.26.2');
    expect((await find('>=1.26.0-rc.1')).hit?.entry.version).toBe('1.26.2');
  });

  it('reports the newest match as torn instead of giving an older one', async () => {
    putEntry(entry, 'go1.25.3');
    putEntry({ ...entry, version: '1.25.4' }, 'go1.25.9');
    const { hit, torn } = await find('1.25.x');
    expect(hit).toBeUndefined();
    expect(torn).toMatchObject([
      { entry: { version: '1.25.4' }, reason: expect.stringContaining('go1.25.9') },
    ]);
  });

  it('looks into a second tool cache', async () => {
    const image = makeToolCache();
    try {
      putEntry({ ...entry, root: image.root }, 'go1.25.3');
      expect((await find('1.25.3', { roots: [cache.root, image.root] })).hit?.entry.root).toBe(image.root);
      expect((await find('1.25', { roots: [cache.root, image.root] })).hit?.entry.root).toBe(image.root);
    } finally {
      image.remove();
    }
  });

  it('prefers the folder of the mirror, and takes the official one after it', async () => {
    const tools = [mirrorTool('https://mirror.example'), 'go'];
    putEntry(entry, 'go1.25.3');
    expect((await find('1.25.3', { tools })).hit?.entry.tool).toBe('go');
    putEntry({ ...entry, tool: tools[0] ?? '' }, 'go1.25.3-1');
    expect((await find('1.25.3', { tools })).hit?.entry.tool).toBe(tools[0]);
    expect(tools[0]).toMatch(/^go-[0-9a-f]{8}$/);
  });

  it('passes over what is not acceptable', async () => {
    putEntry(entry, 'go1.25.3');
    expect(
      (await find('1.25.3', { accepts: (found: { provenance?: unknown }) => found.provenance !== undefined }))
        .hit,
    ).toBeUndefined();
  });

  it('passes over a newer match of a range that is not acceptable', async () => {
    putEntry({ ...entry, version: '1.25.9' }, 'go1.25.9');
    putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
    const accepts = (found: { provenance?: unknown }) => found.provenance !== undefined;
    expect((await find('1.25', { accepts })).hit?.entry.version).toBe('1.25.3');
  });

  it('says so when the tool folder is a file', async () => {
    writeFileSync(path.join(cache.root, 'go'), '');
    await expect(find('1.x')).rejects.toMatchObject({ code: 'E_PERMISSION' });
  });

  it('ignores an empty tool cache, files and foreign folders', async () => {
    mkdirSync(path.join(cache.root, 'go', 'latest', 'x64'), { recursive: true });
    writeFileSync(path.join(cache.root, 'go', 'notes.txt'), '');
    expect(await find('1.x')).toEqual({ hit: undefined, torn: [] });
  });
});
