import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Manifest } from '../../src/machine/manifest.ts';
import { inspectInstallDir } from '../../src/msi/tree.ts';
import { programHeader, writeTree } from '../toolcache/trees.ts';

const EXPECTED = { version: '1.25.3', architecture: 'x64' } as const;
const FILES = [
  'pkg/tool/windows_amd64/compile.exe',
  'pkg/tool/windows_amd64/link.exe',
  'pkg/tool/windows_amd64/asm.exe',
  'src/runtime/proc.go',
  'src/fmt/print.go',
];

let root: string;
let directory: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tree-'));
  directory = path.join(root, 'Go');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, text = name) => {
  mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
  writeFileSync(path.join(directory, name), text);
};

function wholeTree(): Manifest {
  writeTree(directory, 'go1.25.3', 'x64');
  for (const name of FILES) put(name);
  const names = ['VERSION', 'bin/go.exe', ...FILES];
  return Object.fromEntries(names.map((name) => [name, statSync(path.join(directory, name)).size]));
}

describe('an INSTALLDIR', () => {
  it('is absent, or empty also with empty directories in it', async () => {
    expect(await inspectInstallDir(directory, EXPECTED, undefined)).toMatchObject({ state: 'absent' });
    mkdirSync(path.join(directory, 'src', 'fmt'), { recursive: true });
    expect(await inspectInstallDir(directory, undefined, undefined)).toMatchObject({ state: 'empty' });
  });

  it('is whole with or without a list of its files', async () => {
    const files = wholeTree();
    for (const list of [undefined, files]) {
      expect(await inspectInstallDir(directory, EXPECTED, list)).toMatchObject({
        state: 'whole',
        goVersion: 'go1.25.3',
      });
    }
  });

  it.each<[string, () => void, string]>([
    ['without VERSION', () => rmSync(path.join(directory, 'VERSION')), 'no VERSION'],
    ['of another version', () => put('VERSION', 'go1.25.2\n'), 'VERSION says go1.25.2'],
    ['without go.exe', () => rmSync(path.join(directory, 'bin/go.exe')), 'go.exe is missing'],
    [
      'of another architecture',
      () => writeFileSync(path.join(directory, 'bin/go.exe'), programHeader('x86')),
      'not for x64',
    ],
    ['without its linker', () => rmSync(path.join(directory, FILES[1] ?? '')), 'link.exe is missing'],
    ['with an empty compiler', () => put(FILES[0] ?? '', ''), 'compile.exe is missing or empty'],
    ['without sources', () => rmSync(path.join(directory, 'src/fmt/print.go')), 'src\\fmt has no sources'],
  ])('is broken %s', async (_, damage, reason) => {
    wholeTree();
    damage();
    expect(await inspectInstallDir(directory, EXPECTED, undefined)).toMatchObject({
      state: 'broken',
      reason: expect.stringContaining(reason),
    });
  });

  it('is broken where a file of the list is missing or has another size', async () => {
    put('src/net/http/server.go');
    const files = { ...wholeTree(), 'src/net/http/server.go': 22, 'src/gone.go': 1 };
    put('src/fmt/print.go', 'another size');
    expect(await inspectInstallDir(directory, EXPECTED, files)).toMatchObject({
      state: 'broken',
      reason: '2 of 9 files are missing or changed: src/fmt/print.go, src/gone.go',
    });
  });

  it('is broken where sources of another version lie among its own, and not by other files', async () => {
    const files = wholeTree();
    put('bin/gopls.exe');
    put('src/mine/mine.go');
    put('src/fmt/notes.txt');
    expect(await inspectInstallDir(directory, EXPECTED, files)).toMatchObject({ state: 'whole' });
    put('src/fmt/removed_in_1.25.go');
    expect(await inspectInstallDir(directory, EXPECTED, files)).toMatchObject({
      state: 'broken',
      reason: '1 source files of another version lie among its own: src/fmt/removed_in_1.25.go',
    });
  });

  it('that no product owns is foreign, and what lies there is named', async () => {
    put('notes.txt');
    expect(await inspectInstallDir(directory, undefined, undefined)).toMatchObject({
      state: 'foreign',
      reason: 'it holds notes.txt',
    });
    wholeTree();
    expect(await inspectInstallDir(directory, undefined, undefined)).toMatchObject({
      state: 'foreign',
      reason: 'it holds a Go that calls itself go1.25.3 (VERSION, bin, notes.txt, pkg, src)',
      goVersion: 'go1.25.3',
    });
  });

  it('of a product without a known version is whole with any', async () => {
    wholeTree();
    expect(await inspectInstallDir(directory, { ...EXPECTED, version: '' }, undefined)).toMatchObject({
      state: 'whole',
    });
    rmSync(path.join(directory, 'VERSION'));
    expect(await inspectInstallDir(directory, { ...EXPECTED, version: '' }, undefined)).toMatchObject({
      state: 'broken',
    });
  });
});
