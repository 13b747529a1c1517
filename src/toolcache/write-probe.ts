import { randomUUID } from 'node:crypto';
import { mkdir, rename, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../errors.ts';
import { isDirectory, isThere, removeTree, retry } from '../windows/files.ts';
import { stateDirectory } from './layout.ts';
import { removeWriteTests, WRITE_TEST } from './write-tests.ts';

/** Something that publishing does and that was refused. */
export interface WriteRefusal {
  readonly error: unknown;
  /** For the sentence "Could not …": `create a directory in`, with the place behind it. */
  readonly doing: string;
  /** What it was tried on: a directory that is there, or what stands in its place. */
  readonly place: string;
}

/** More than what NTFS keeps in a file's record: it takes real room on the disk. */
const TEST_BYTES = 64 * 1024;
/** Scanners look into new files; whoever installs waits longer for them. */
const PATIENCE_MS = 2000;

/**
 * Does once, in small, what publishing below a tool cache does: files in the directory of locks, and for the tool a directory, one beside it by a
 * rename, a file. Where they are not there yet the nearest directory above them is what counts, since they will be made in it. All of
 * it is removed again. A few file calls.
 *
 * @param tools folders of the tool cache that may be written to; it is enough that one of them can
 * @returns undefined where nothing was refused
 */
export async function probeWriting(
  root: string,
  tools: readonly string[],
): Promise<WriteRefusal | undefined> {
  const [locks, ...folders] = await Promise.all([
    probeTwice(path.join(stateDirectory(root), 'locks'), testLocks),
    ...tools.map((tool) => probeTwice(path.join(root, tool), testFolder)),
  ]);
  const refusal = locks ?? (folders.includes(undefined) ? undefined : folders[0]);
  // Tests of the time when there was nothing below these yet.
  if (refusal === undefined)
    await Promise.all([root, stateDirectory(root)].map((place) => removeWriteTests(place)));
  return refusal;
}

type Test = (place: string, name: string) => Promise<WriteRefusal | undefined>;

/** Another runner may remove an empty directory while it is looked at. */
async function probeTwice(directory: string, test: Test): Promise<WriteRefusal | undefined> {
  const refusal = await probe(directory, test);
  return systemCode(refusal?.error) === 'ENOENT' ? await probe(directory, test) : refusal;
}

async function probe(directory: string, test: Test): Promise<WriteRefusal | undefined> {
  const found = await nearest(directory);
  if (typeof found !== 'string') return found;
  const name = `${WRITE_TEST}${randomUUID().slice(0, 8)}`;
  // What is to be made here is a directory, whatever the one below will hold.
  const refusal = await (found === directory ? test : testFolder)(found, name);
  if (refusal === undefined) await removeWriteTests(found);
  return refusal;
}

/** The directory, or the nearest one above it that is there; a refusal where something else stands in its place. */
async function nearest(directory: string): Promise<string | WriteRefusal> {
  for (let place = path.resolve(directory); ; place = path.dirname(place)) {
    try {
      if ((await stat(place)).isDirectory()) return place;
      return inTheWay(place, 'ENOTDIR');
    } catch (error) {
      // What may not be looked at can be writable all the same: trying decides.
      if (!/^(?:ENOENT|ENOTDIR)$/.test(systemCode(error) ?? '')) return place;
      // A link that leads nowhere keeps a directory from being made. What is there now and was not then, another runner has made.
      if (await isThere(place)) return (await isDirectory(place)) ? place : inTheWay(place, 'EEXIST');
    }
    if (path.dirname(place) === place) return place;
  }
}

function inTheWay(place: string, code: string): WriteRefusal {
  const error = Object.assign(new Error(`${code}: no directory, '${place}'`), { code });
  return { error, doing: 'use', place };
}

async function testFolder(place: string, name: string): Promise<WriteRefusal | undefined> {
  const own = path.join(place, name);
  const [staging, tree] = [path.join(own, 'a'), path.join(own, 'b')];
  try {
    await mkdir(own);
  } catch (error) {
    return { error, doing: 'create a directory in', place };
  }
  let doing = 'create a directory in';
  try {
    await mkdir(staging);
    doing = 'rename a directory in';
    await retry(() => rename(staging, tree), undefined, PATIENCE_MS);
    doing = 'write a file in';
    await writeFile(path.join(tree, 'test'), Buffer.alloc(TEST_BYTES));
    return undefined;
  } catch (error) {
    return { error, doing, place };
  } finally {
    await removeTree(own, undefined, PATIENCE_MS).catch(() => {});
  }
}

async function testLocks(place: string, name: string): Promise<WriteRefusal | undefined> {
  const file = path.join(place, name);
  try {
    await writeFile(file, '');
    return undefined;
  } catch (error) {
    return { error, doing: 'write a file in', place };
  } finally {
    await retry(() => unlink(file), undefined, PATIENCE_MS).catch(() => {});
  }
}
