import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepManifest, keptManifest, takeManifest } from '../../src/machine/manifest.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'manifest-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

function put(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true });
  writeFileSync(path.join(scratch, file), content);
}

describe('the list of the files of a tree', () => {
  it('has each file with its size, by its path with forward slashes', async () => {
    put('VERSION', 'go1.26.5\n');
    put('bin/go.exe', '');
    put('src/a b/größe.go', 'package x');
    mkdirSync(path.join(scratch, 'empty'));
    expect(await takeManifest(scratch)).toEqual({ VERSION: 9, 'bin/go.exe': 0, 'src/a b/größe.go': 9 });
  });

  it('of a directory without files is empty, and of none is an error', async () => {
    expect(await takeManifest(scratch)).toEqual({});
    await expect(takeManifest(path.join(scratch, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is kept by name, the newest of each', async () => {
    await keepManifest(scratch, 'a', { VERSION: 9 });
    await keepManifest(scratch, 'b', { VERSION: 8 });
    await keepManifest(scratch, 'a', { VERSION: 7 });
    expect(await keptManifest(scratch, 'a')).toEqual({ VERSION: 7 });
    expect(await keptManifest(scratch, 'b')).toEqual({ VERSION: 8 });
  });

  it.each(['', '{"VERSION":', 'null', '7'])(
    'that is damaged (%j) is none: the tree is judged without it',
    async (text) => {
      await keepManifest(scratch, 'a', { VERSION: 9 });
      writeFileSync(path.join(scratch, 'msi', 'a.files.json'), text);
      expect(await keptManifest(scratch, 'a')).toBeUndefined();
      expect(await keptManifest(scratch, 'never')).toBeUndefined();
    },
  );
});
