import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { type Entry, goExecutable, markerPath, treePath } from '../../src/toolcache/layout.ts';
import { publish } from '../../src/toolcache/publish.ts';
import { requireStillThere, type Sighting } from '../../src/toolcache/vanished.ts';
import { makeToolCache, provenanceOf, publishGo1253, putEntry, writeTree } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
let sighting: Sighting;

beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  putEntry(entry, 'go1.25.3');
  sighting = { goroot: treePath(entry), marked: true, seenAt: new Date() };
});
afterEach(() => cache.remove());

describe('a version that something else removes during the step', () => {
  it.each<[string, () => void, string]>([
    ['its marker', () => rmSync(markerPath(entry)), 'x64.complete'],
    ['go.exe', () => rmSync(goExecutable(treePath(entry))), 'go.exe'],
    ['the tree', () => rmSync(treePath(entry), { recursive: true }), 'VERSION, go.exe'],
    [
      'the whole tool folder',
      () => rmSync(path.join(cache.root, 'go'), { recursive: true }),
      'VERSION, go.exe, x64.complete',
    ],
  ])('is a failure that names what is gone: %s', async (_what, remove, names) => {
    await requireStillThere([sighting], undefined, 0);
    remove();
    await expect(requireStillThere([sighting], undefined, 0)).rejects.toMatchObject({
      code: 'E_VERIFY',
      message: expect.stringContaining(`${names} w`),
      evidence: expect.arrayContaining([
        expect.stringMatching(/^gone: /),
        expect.stringMatching(/^last seen \d{4}-/),
        expect.stringMatching(/^what is in .* now: /),
      ]),
    });
  });

  it('is looked for in every toolchain of the step', async () => {
    const other: Sighting = {
      goroot: path.join(cache.root, 'go', '1.25.2', 'x64'),
      marked: true,
      seenAt: new Date(),
    };
    await expect(requireStillThere([sighting, other], undefined, 0)).rejects.toMatchObject({
      message: expect.stringContaining('1.25.2'),
    });
  });

  it('has no marker to lose where Windows Installer put it', async () => {
    rmSync(markerPath(entry));
    await requireStillThere([{ ...sighting, marked: false }], undefined, 0);
  });

  it('is there again where another runner was replacing it', async () => {
    const aside = `${markerPath(entry)}.aside`;
    renameSync(markerPath(entry), aside);
    setTimeout(() => renameSync(aside, markerPath(entry)), 300);
    await requireStillThere([sighting]);
  });

  it('is told from other failures where it goes between its check and its marker', async () => {
    rmSync(path.join(cache.root, 'go'), { recursive: true });
    const published = publish(
      entry,
      publishGo1253({ check: async () => rmSync(path.join(cache.root, 'go'), { recursive: true }) }),
    );
    await expect(published).rejects.toMatchObject({
      code: 'E_VERIFY',
      message: expect.stringContaining(`Something else removed ${treePath(entry)}`),
    });
  });

  it('stays the failure that it is where the tree is there', async () => {
    rmSync(path.join(cache.root, 'go'), { recursive: true });
    const refused = new Error('refused');
    const published = publish(
      entry,
      publishGo1253({
        check: async () => {
          throw refused;
        },
      }),
    );
    await expect(published).rejects.toBe(refused);
  });

  it.each<[string, (staging: string) => void, string]>([
    ['and nobody notices at first', () => {}, ''],
    [
      'and writing fails of it',
      () => {
        throw Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
      },
      'ENOENT',
    ],
  ])(
    'is told, and what stands in its place stays, where staging goes while it is filled %s',
    async (_what, afterwards, cause) => {
      let place = '';
      const published = publish(
        entry,
        publishGo1253({
          fill: async (staging) => {
            place = staging;
            writeTree(staging, 'go1.25.3', 'x64');
            rmSync(staging, { recursive: true });
            afterwards(staging);
            return provenanceOf('go1.25.3');
          },
        }),
      );
      const failure = await published.catch((error) => error);
      expect(failure).toMatchObject({
        code: 'E_VERIFY',
        message: expect.stringContaining(`Something else removed ${place} `),
      });
      expect(String(failure.cause?.code ?? '')).toBe(cause);
      expect(await inspectEntry(entry)).toMatchObject({ state: 'whole' });
    },
  );

  it('is told where a part of it goes that was there, while a program that runs keeps the rest', async () => {
    rmSync(markerPath(entry));
    const answered = new Error('go: cannot find GOROOT directory');
    const published = publish(
      entry,
      publishGo1253({
        check: async (tree) => {
          rmSync(path.join(tree, 'VERSION'));
          throw answered;
        },
      }),
    );
    await expect(published).rejects.toMatchObject({
      code: 'E_VERIFY',
      message: expect.stringMatching(/^Something else removed .*: VERSION was there/),
      cause: answered,
    });
  });

  it('is not what happened to a file that the archive never had', async () => {
    rmSync(markerPath(entry));
    const refused = new Error('no VERSION file');
    const published = publish(
      entry,
      publishGo1253({
        fill: async (staging) => {
          writeTree(staging, 'go1.25.3', 'x64');
          rmSync(path.join(staging, 'VERSION'));
          return provenanceOf('go1.25.3');
        },
        check: async () => {
          throw refused;
        },
      }),
    );
    await expect(published).rejects.toBe(refused);
  });

  it('gets no marker where it goes while its check goes well', async () => {
    rmSync(markerPath(entry));
    let marked = true;
    const published = publish(
      entry,
      publishGo1253({
        check: async (tree) => rmSync(path.join(tree, 'VERSION')),
        onChange: async () => {
          marked = existsSync(markerPath(entry));
        },
      }),
    );
    await expect(published).rejects.toMatchObject({ message: expect.stringContaining('VERSION was there') });
    expect(marked).toBe(false);
  });
});
