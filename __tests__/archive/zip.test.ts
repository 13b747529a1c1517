import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dataOffset, locateDirectory, readDirectory } from '../../src/archive/zip.ts';
import type { ZipDirectory } from '../../src/archive/zip-file.ts';
import { SetupError } from '../../src/errors.ts';
import { type ArchiveSpec, buildZip, type EntrySpec, unixMode } from './zip-builder.ts';

function read(bytes: Uint8Array): ZipDirectory {
  const directory = readDirectory(bytes, locateDirectory(bytes), 'go');
  for (const file of directory.files) dataOffset(bytes, file);
  return directory;
}

function refusal(bytes: Uint8Array): string {
  try {
    read(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    expect(error).toMatchObject({ code: 'E_ARCHIVE', remedy: expect.stringMatching(/./) });
    return (error as SetupError).message;
  }
  throw new Error('it was not refused');
}

const file = (name: string | Uint8Array, more: Partial<EntrySpec> = {}): EntrySpec => ({
  name,
  data: 'x',
  ...more,
});

describe('a directory that is as it should be', () => {
  it('gives files below the top directory, and every directory that they need, parents first', () => {
    const bytes = buildZip([
      file('go/src/fmt/print.go', { data: 'hello' }),
      { name: 'go/' },
      { name: 'go/empty/' },
      file('go/VERSION', { method: 0, descriptor: true }),
    ]);
    const { files, directories, totalSize } = read(bytes);
    expect(files.map(({ path }) => path)).toEqual(['src/fmt/print.go', 'VERSION']);
    expect(directories).toEqual(['empty', 'src', 'src/fmt']);
    expect(totalSize).toBe(6);
  });

  it('may hold a comment, extra fields, names beyond ASCII, and nothing at all', () => {
    const extra = Buffer.from([0x55, 0x54, 1, 0, 7]);
    const bytes = buildZip([file('go/test/Äfoo.go', { extra, localExtra: extra })], {
      comment: 'made PK\x05\x06 today',
    });
    expect(read(bytes).files.map(({ path }) => path)).toEqual(['test/Äfoo.go']);
    expect(read(buildZip([]))).toEqual({ files: [], directories: [], totalSize: 0 });
  });

  it('may hold names that only resemble devices', () => {
    const names = ['go/console', 'go/com', 'go/com10', 'go/nul1.txt', 'go/auxiliary.go', 'go/.con', 'go/lpt'];
    expect(read(buildZip(names.map((name) => file(name)))).files).toHaveLength(names.length);
  });
});

const badNames: [string, string | Uint8Array, RegExp][] = [
  ['a parent directory', 'go/../evil', /"\.\." in the path/],
  ['the directory itself', 'go/./x', /"\." in the path/],
  ['an absolute path', '/go/x', /absolute/],
  ['a drive', 'C:/go/x', /colon/],
  ['an alternate data stream', 'go/x:stream', /colon/],
  ['a backslash', 'go/a\\b', /backslash/],
  ['an empty part', 'go//x', /empty part/],
  ['an empty name', '', /empty part/],
  ['a line break', 'go/a\nb', /control character/],
  ['a NUL', 'go/a\0b', /control character/],
  ['a trailing dot', 'go/x./y', /trailing dot/],
  ['a trailing space', 'go/x ', /trailing dot or space/],
  ...['<', '>', '|', '?', '*', '"'].map((c): [string, string, RegExp] => [
    `a ${c}`,
    `go/a${c}b`,
    /does not allow/,
  ]),
  ...[
    'CON',
    'prn',
    'Aux',
    'nul',
    'COM1',
    'lpt9',
    'com\u00B9',
    'LPT\u00B3',
    'CONIN$',
    'conout$',
    'nul.txt',
    'con.tar.gz',
    'aux .c',
  ].map((device): [string, string, RegExp] => [`the device ${device}`, `go/${device}/x`, /device/]),
  ['bytes that are no UTF-8', Buffer.from([0x67, 0x6f, 0x2f, 0xff, 0xfe]), /UTF-8/],
  ['another top directory', 'evil/x', /outside of go\//],
  ['no directory at all', 'x', /outside of go\//],
  ['a file in place of the top directory', 'go', /outside of go\//],
  ['the top directory in other case', 'Go/x', /outside of go\//],
  ['a name of 300 characters', `go/${'a'.repeat(300)}`, /255/],
  ['a path of 1025 characters', `go/${'a/'.repeat(511)}`, /1024/],
];

describe('names that are refused', () => {
  it.each(badNames)('%s', (_, name, reason) => {
    const message = refusal(buildZip([file('go/fine'), file(name)]));
    expect(message).toMatch(reason);
  });

  it('names the entry', () => {
    expect(refusal(buildZip([file('go/../evil')]))).toContain('"go/../evil"');
  });
});

describe('a refusal', () => {
  it.each(['\u009b2J', '\x7f', '\u202e', '\u2028', '\n', '\0', '\ufeff'])(
    'can be read in one line, whatever stands in a name (%j)',
    (piece) => {
      const name = `go/a${piece}b?`;
      for (const message of [
        refusal(buildZip([file(name)])),
        refusal(buildZip([file(name.repeat(999))])),
        refusal(buildZip([file('go/a\u009bX'), file('go/a\u009bx')])),
        refusal(buildZip([file(Buffer.from([0x9b, 0xff]))])),
      ]) {
        expect(message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect(message.length).toBeLessThan(600);
      }
    },
  );
});

const badEntries: [string, EntrySpec[], RegExp][] = [
  ['an encrypted entry', [file('go/x', { flags: 1 })], /encrypted/],
  ['a strongly encrypted entry', [file('go/x', { flags: 0x40 })], /encrypted/],
  ['an entry encrypted by its local header alone', [file('go/x', { localFlags: 1 })], /encrypted/],
  ['a patch', [file('go/x', { flags: 0x20 })], /patch/],
  ['bzip2', [file('go/x', { method: 12 })], /method 12/],
  ['deflate64', [file('go/x', { method: 9 })], /method 9/],
  ['a zip64 size', [file('go/x', { size: 0xffffffff })], /zip64/],
  ['a zip64 field', [file('go/x', { extra: Buffer.from([1, 0, 4, 0, 0, 0, 0, 0]) })], /zip64/],
  ['an entry on another disk', [file('go/x', { disk: 1 })], /another disk/],
  ['a symlink', [file('go/x', { attributes: unixMode(0o120777) })], /link/],
  ['a reparse point', [file('go/x', { attributes: 0x400 })], /link/],
  ['a device node', [file('go/x', { attributes: unixMode(0o020666) })], /neither a file nor a directory/],
  ['a directory without its slash', [file('go/x', { attributes: unixMode(0o040755) })], /disagree/],
  ['a directory with content', [file('go/x/')], /directory with content/],
  ['the same file twice', [file('go/x'), file('go/x')], /twice/],
  ['the same directory twice', [{ name: 'go/x/' }, { name: 'go/x/' }], /twice/],
  ['the top directory twice', [{ name: 'go/' }, { name: 'go/' }], /twice/],
  ['names that differ in case', [file('go/readme'), file('go/README')], /case only/],
  ['directories that differ in case', [file('go/a/x'), file('go/A/y')], /case only/],
  ['a file that is a directory too', [file('go/x'), file('go/x/y')], /both a file and a directory/],
  ['a directory that is a file too', [{ name: 'go/x/' }, file('go/x')], /both a file and a directory/],
  ['two entries in one place', [file('go/x'), file('go/y', { offset: 0, localName: 'go/x' })], /overlap/],
  ['an entry that reaches into the next', [file('go/x', { compressedSize: 30 }), file('go/y')], /overlap/],
  ['an entry beyond the end', [file('go/x', { offset: 5000 })], /out of the archive/],
  ['an entry that reaches into the directory', [file('go/x', { compressedSize: 90 })], /out of the archive/],
  [
    'an extra field that pushes data out',
    [file('go/x', { localExtra: Buffer.alloc(9) }), file('go/y', { offset: 40 })],
    /overlap/,
  ],
  ['stored data of two sizes', [file('go/x', { method: 0, size: 9 })], /two sizes/],
  ['another name in the local header', [file('go/x', { localName: 'go/y' })], /another name/],
  ['another method in the local header', [file('go/x', { localMethod: 0 })], /another method/],
  ['no local header', [file('go/x', { localSignature: 0 })], /local header/],
  ['an entry of more than 1 GiB', [file('go/x', { size: 2 ** 30 + 1 })], /1 GiB/],
  [
    'more than 4 GiB in all',
    Array.from({ length: 5 }, (_, i) => file(`go/${i}`, { size: 2 ** 30 })),
    /4 GiB/,
  ],
  ['more than 200 times its size', [file('go/x', { size: 101 * 2 ** 20 })], /200 times/],
];

describe('entries that are refused', () => {
  it.each(badEntries)('%s', (_, entries, reason) => {
    expect(refusal(buildZip(entries))).toMatch(reason);
  });
});

const badArchives: [string, ArchiveSpec, RegExp][] = [
  ['several disks', { disk: 1 }, /several disks/],
  ['a part of the entries', { count: 2, countHere: 1 }, /several disks/],
  ['a zip64 count', { count: 0xffff, countHere: 0xffff }, /zip64/],
  ['a zip64 locator', { zip64Locator: true }, /zip64/],
  ['a directory elsewhere', { directoryOffset: 3 }, /end record says/],
  ['bytes after the directory', { gap: Buffer.alloc(7) }, /end record says/],
  ['fewer entries than there are', { count: 0, countHere: 0 }, /more than it says/],
  ['more entries than there are', { count: 9, countHere: 9 }, /cut off/],
];

describe('archives that are refused', () => {
  it('a million directories in few entries, at once', () => {
    const deep = (i: number) => `go/${`${i.toString(36)}/`.repeat(300)}f`;
    const bytes = buildZip(
      Array.from({ length: 3300 }, (_, i) => file(deep(i), { stored: Buffer.alloc(0) })),
    );
    const started = performance.now();
    expect(refusal(bytes)).toMatch(/more than 65535 directories|1024 characters/);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('are named by a message that can be read', () => {
    expect(refusal(buildZip([file(`go/${'a/'.repeat(9000)}f`)])).length).toBeLessThan(600);
  });

  it.each(badArchives)('%s', (_, archive, reason) => {
    expect(refusal(buildZip([file('go/x')], archive))).toMatch(reason);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a web page', Buffer.from('<!DOCTYPE html><title>Downloads</title>')],
    ['an archive without its end', buildZip([file('go/x')]).subarray(0, -30)],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toMatch(/no ZIP archive/);
  });
});

describe('a damaged directory', () => {
  const whole = buildZip([
    { name: 'go/' },
    file('go/VERSION', { descriptor: true }),
    file('go/src/a.go', { data: 'package a'.repeat(50), attributes: unixMode(0o100644) }),
    file('go/bin/go.exe', { method: 0 }),
  ]);

  it('is read or refused, and nothing else, whatever bytes are wrong', () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(40), (changes, cut) => {
        const bytes = Buffer.from(whole);
        for (const { at, value } of changes) bytes[at] = value;
        try {
          read(bytes.subarray(0, bytes.length - (cut > 20 ? cut - 20 : 0)));
        } catch (error) {
          expect(error).toBeInstanceOf(SetupError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
