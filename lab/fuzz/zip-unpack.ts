import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { transformSync } from '@swc/core';
import { createArrival } from '../../src/archive/arrival.ts';
import { unpack } from '../../src/archive/unpack.ts';
import { SetupError } from '../../src/errors.ts';
import { demand } from './fuzzer.ts';
import type { ReadEntry } from './zip-oracle.ts';

/**
 * Unpacks an archive for real and compares what lies in the target with what another reader has; nothing lies beside it.
 * @param entries as the other reader has them; undefined where the archive is to be refused
 * @param sound whether it is to be compared with what `unzip` makes of it, too, where there is one
 */
export async function unpacksLike(
  entries: readonly ReadEntry[] | undefined,
  archive: Buffer,
  scratch: string,
  sound: boolean,
): Promise<'unpacked' | 'refused'> {
  const room = path.join(scratch, 'room');
  const target = path.join(room, 'target');
  const wanted = entries === undefined ? undefined : contents(entries);
  mkdirSync(target, { recursive: true });
  try {
    const refused = await unpackTo(target, archive, scratch);
    demand(String(readdirSync(room)) === 'target', `${readdirSync(room)} lie beside each other`);
    if (refused || wanted === undefined) {
      demand(
        refused && wanted === undefined,
        refused ? 'refused, though it is whole' : 'unpacked, though it is not whole',
      );
      return 'refused';
    }
    same(treeOf(target), wanted, 'another reader');
    if (sound && wanted.size > 0) compareWithUnzip(archive, room, wanted);
    return 'unpacked';
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** True where the archive was refused while it was unpacked. */
async function unpackTo(target: string, archive: Buffer, scratch: string): Promise<boolean> {
  const arrival = createArrival(archive.length);
  arrival.write(0, archive);
  const signal = new AbortController().signal;
  try {
    await unpack(arrival, target, { topDirectory: 'go', signal, createWriter: () => createWriter(scratch) });
    return false;
  } catch (error) {
    if (error instanceof SetupError && error.code === 'E_ARCHIVE') return true;
    throw error;
  }
}

/** Paths with their bytes as latin1, and directories with null; undefined where an entry is not whole. */
type Tree = Map<string, string | null>;

function contents(entries: readonly ReadEntry[]): Tree | undefined {
  const tree: Tree = new Map();
  for (const entry of entries) {
    const parts = entry.name.split('/').slice(1);
    for (let depth = 1; depth < parts.length; depth++) tree.set(parts.slice(0, depth).join('/'), null);
    if (entry.name.endsWith('/')) continue;
    const content = entry.content();
    if (content === undefined) return undefined;
    tree.set(parts.join('/'), content.toString('latin1'));
  }
  return tree;
}

function treeOf(root: string): Tree {
  const tree: Tree = new Map();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(root, name);
    const key = name.split(path.sep).join('/');
    tree.set(key, statSync(file).isDirectory() ? null : readFileSync(file, 'latin1'));
  }
  return tree;
}

function same(tree: Tree, wanted: Tree, who: string): void {
  const sorted = (one: Tree) => JSON.stringify([...one].sort(([a], [b]) => (a < b ? -1 : 1)));
  demand(
    sorted(tree) === sorted(wanted),
    () => `${sorted(tree)} was unpacked, and ${who} has ${sorted(wanted)}`,
  );
}

let unzip: boolean | undefined;

function compareWithUnzip(archive: Buffer, room: string, wanted: Tree): void {
  unzip ??= spawnSync('unzip', ['-v']).error === undefined;
  const file = path.join(room, 'archive.zip');
  if (!unzip) return;
  writeFileSync(file, archive);
  const { status, stderr } = spawnSync('unzip', ['-qq', file, '-d', path.join(room, 'unzip')], {
    // It makes question marks of letters that the locale has not.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  demand(status === 0, `unzip: ${stderr}`);
  same(treeOf(path.join(room, 'unzip', 'go')), wanted, 'unzip');
}

/** A thread over the writer's source, which is made plain JavaScript once for a run. */
function createWriter(scratch: string): Worker {
  const file = path.join(scratch, 'writer.mjs');
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    const source = readFileSync(new URL('../../src/archive/writer.ts', import.meta.url), 'utf8');
    const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
    writeFileSync(file, code);
  }
  return new Worker(file);
}
