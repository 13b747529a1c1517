import fc from 'fast-check';
import { buildZip } from '../../__tests__/archive/zip-builder.ts';
import { dataOffset, locateDirectory, readDirectory } from '../../src/archive/zip.ts';
import type { ZipDirectory } from '../../src/archive/zip-file.ts';
import { SetupError } from '../../src/errors.ts';
import { createFuzzer, demand } from './fuzzer.ts';
import { damage, damagedArchive, manyEntries, soundArchive } from './zip-archives.ts';
import { type ReadEntry, readEntries, windowsKey, windowsProblem } from './zip-oracle.ts';
import { unpacksLike } from './zip-unpack.ts';

const GIB = 2 ** 30;

/** Files are written for one case of a hundred: that takes fifty milliseconds, and reading the directory a tenth of one. */
const real = fc.oneof(
  { weight: 99, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);

const input = fc.oneof(
  {
    weight: 3000,
    arbitrary: fc.record({ kind: fc.constant('damaged' as const), spec: damagedArchive, real }),
  },
  { weight: 600, arbitrary: fc.record({ kind: fc.constant('sound' as const), entries: soundArchive, real }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('many' as const), entries: manyEntries }) },
);

/** Whatever bytes come as an archive: they are refused, or all that is written of them lies in the target, under names of its own. */
export const zipDirectory = createFuzzer({
  property:
    'any archive is E_ARCHIVE, or its files lie below the target under names that Windows takes as they are, no two of them the same, within the bounds; what is unpacked is what another reader finds',
  cases: 200_000,
  slowMs: 5000,
  input,
  async check(one, tally, scratch) {
    const archive = one.kind === 'damaged' ? damage(one.spec) : buildZip(one.entries);
    tally.count('bytes', archive.length);
    const read = open(archive);
    if (typeof read === 'string') {
      demand(one.kind !== 'sound', `a sound archive is refused: ${read}`);
      return tally.count(`${one.kind}, refused`);
    }
    tally.count(`${one.kind}, accepted`);
    const entries = readEntries(archive);
    if (one.kind === 'sound') demand(entries.length === one.entries.length, `${entries.length} entries`);
    agree(read.directory, entries);
    staysInside(read.directory);
    withinBounds(read.directory, entries, archive);
    if (one.kind === 'many' || !one.real) return;
    tally.count(
      await unpacksLike(read.headers ? entries : undefined, archive, scratch, one.kind === 'sound'),
    );
  },
});

/** The archive's directory, or the refusal; `headers`: whether every file's local header agrees with it. */
function open(archive: Buffer): { directory: ZipDirectory; headers: boolean } | string {
  const directory = refusable(() => readDirectory(archive, locateDirectory(archive), 'go'));
  if (typeof directory === 'string') return directory;
  let headers = true;
  for (const file of directory.files) {
    const start = refusable(() => dataOffset(archive, file));
    if (typeof start === 'string') headers = false;
    else demand(start + file.compressedSize <= file.limit, `${file.path} reaches out of its place`);
  }
  return { directory, headers };
}

function refusable<T extends object | number>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    demand(error.code === 'E_ARCHIVE', `${error.code} for an archive`);
    const fit = error.message.length < 1000 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(error.message);
    demand(fit && error.remedy !== '', () => `a message of ${error.message.length}: ${error.message}`);
    return error.message;
  }
}

/** What the directory says of its files is what another reader finds. */
function agree({ files, totalSize }: ZipDirectory, entries: readonly ReadEntry[]): void {
  const named = entries.filter(({ name }) => !name.endsWith('/'));
  const ours = files.map((file) => [
    `go/${file.path}`,
    file.crc32,
    file.compressedSize,
    file.size,
    file.offset,
  ]);
  const theirs = named.map((entry) => [
    entry.name,
    entry.crc,
    entry.compressedSize,
    entry.size,
    entry.offset,
  ]);
  demand(String(ours) === String(theirs), () => `${ours} was read, and another reader has ${theirs}`);
  const sum = named.reduce((total, { size }) => total + size, 0);
  demand(totalSize === sum, `${totalSize} bytes in all, and it is ${sum}`);
}

/** Each path is the place below the target that it says, and nobody else's; directories come before what lies in them. */
function staysInside({ files, directories }: ZipDirectory): void {
  const there = new Set<string>();
  for (const [index, name] of [...directories, ...files.map((file) => file.path)].entries()) {
    const problem = windowsProblem(name);
    demand(problem === undefined, () => `${JSON.stringify(name)} is accepted: ${problem}`);
    const key = windowsKey(name);
    demand(!there.has(key), () => `${JSON.stringify(name)} is another one's name, too`);
    there.add(key);
    const parent = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    const known = parent === '' || there.has(windowsKey(parent));
    demand(known, () => `${JSON.stringify(name)} (${index}) has no directory to lie in`);
  }
}

function withinBounds(
  { files, totalSize }: ZipDirectory,
  entries: readonly ReadEntry[],
  archive: Buffer,
): void {
  demand(totalSize <= 4 * GIB && files.every(({ size }) => size <= GIB), 'a bomb by its size');
  demand(totalSize <= 100 * 2 ** 20 || totalSize <= 200 * archive.length, 'a bomb by its ratio');
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    demand(entry.offset >= end, `${entry.name} overlaps another entry`);
    end = entry.offset + 30 + Buffer.byteLength(entry.name) + entry.compressedSize;
  }
  demand(end <= archive.length, 'an entry out of the archive');
}
