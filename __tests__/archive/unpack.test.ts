import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createArrival } from '../../src/archive/arrival.ts';
import { unpack } from '../../src/archive/unpack.ts';
import { SetupError } from '../../src/errors.ts';
import { scratch, treeOf } from './scratch.ts';
import { createWriter } from './writer-thread.ts';
import { buildZip, type EntrySpec } from './zip-builder.ts';

const signal = new AbortController().signal;
const options = { topDirectory: 'go', signal, createWriter };

function arrived(bytes: Uint8Array) {
  const arrival = createArrival(bytes.length);
  arrival.write(0, bytes);
  return arrival;
}

const has = (command: string) => spawnSync(command, ['--version']).error === undefined;

describe('unpack', () => {
  it('writes every file of an archive as Go makes them, with the content of its top directory on top', async () => {
    const large = Buffer.concat([randomBytes(1_500_000), Buffer.alloc(2_000_000, 'go ')]);
    const entries: EntrySpec[] = [
      { name: 'go/VERSION', data: 'go1.25.3', descriptor: true },
      { name: 'go/bin/go.exe', data: large, descriptor: true },
      { name: 'go/bin/gofmt.exe', data: large, method: 0 },
      { name: 'go/src/empty.go', data: '' },
      { name: 'go/src/stored-empty.go', data: '', method: 0 },
      { name: 'go/misc/nothing/' },
      ...Array.from({ length: 300 }, (_, i) => ({
        name: `go/src/p${i % 7}/f${i}.go`,
        data: `package p // ${i}`.repeat(i),
      })),
    ];
    const target = scratch();
    const result = await unpack(arrived(buildZip(entries, { comment: 'a comment' })), target, options);
    const tree = treeOf(target);
    for (const { name, data } of entries) {
      expect(tree[String(name).slice(3)]).toEqual(
        data === undefined ? null : Buffer.from(data).toString('latin1'),
      );
    }
    expect(result).toMatchObject({ files: 305, writers: expect.any(Number), ms: expect.any(Number) });
    expect(Object.values(tree).filter((content) => content !== null)).toHaveLength(305);
  });

  it('says the SHA-256 of every file as it was written, where that is asked for, and nothing else where not', async () => {
    const large = randomBytes(1_500_000);
    const entries: EntrySpec[] = [
      { name: 'go/VERSION', data: 'go1.25.3' },
      { name: 'go/bin/go.exe', data: large, descriptor: true },
      { name: 'go/bin/gofmt.exe', data: large, method: 0 },
      { name: 'go/src/stored.go', data: 'package stored', method: 0 },
      { name: 'go/src/empty.go', data: '' },
      ...Array.from({ length: 100 }, (_, i) => ({ name: `go/src/f${i}.go`, data: `package p // ${i}` })),
    ];
    const bytes = buildZip(entries);
    const { hashes } = await unpack(arrived(bytes), scratch(), { ...options, hashFiles: true });
    const expected = entries.map(({ name, data = '' }) => [
      String(name).slice(3),
      createHash('sha256').update(data).digest('hex'),
    ]);
    expect(hashes.map(({ path, sha256 }) => [path, sha256]).sort()).toEqual(expected.sort());
    expect((await unpack(arrived(bytes), scratch(), options)).hashes).toEqual([]);
  });

  it('of an archive without entries writes nothing', async () => {
    const target = scratch();
    expect(await unpack(arrived(buildZip([])), target, options)).toMatchObject({ files: 0, bytes: 0 });
    expect(treeOf(target)).toEqual({});
  });

  it.each([['deflated'], ['stored'], ['streamed']])('reads what Python writes (%s)', async (how) => {
    if (!has('python3')) return;
    const from = scratch();
    const zip = join(from, 'x.zip');
    const script = `
import sys, zipfile, io
how, path = sys.argv[1:]
class Pipe(io.RawIOBase):
    def __init__(self, f): self.f = f
    def writable(self): return True
    def write(self, b): return self.f.write(b)
out = open(path, 'wb')
z = zipfile.ZipFile(Pipe(out) if how == 'streamed' else out, 'w', zipfile.ZIP_STORED if how == 'stored' else zipfile.ZIP_DEFLATED)
z.comment = b'x' * 1000
z.writestr('go/VERSION', 'go1.2.3\\n')
z.writestr('go/empty', '')
z.writestr('go/src/big', 'line of text\\n' * 200000)
z.mkdir('go/pkg') if hasattr(z, 'mkdir') else z.writestr('go/pkg/', '')
z.close()`;
    expect(spawnSync('python3', ['-c', script, how, zip]).stderr.toString()).toBe('');
    const target = scratch();
    await unpack(arrived(readFileSync(zip)), target, options);
    expect(treeOf(target)).toEqual({
      VERSION: 'go1.2.3\n',
      empty: '',
      'pkg/': null,
      'src/': null,
      'src/big': 'line of text\n'.repeat(200000),
    });
  });

  it('reads what zip writes from a pipe', async () => {
    if (!has('zip')) return;
    const from = scratch();
    mkdirSync(join(from, 'go/src'), { recursive: true });
    writeFileSync(join(from, 'go/src/a.go'), 'package a');
    const { stdout } = spawnSync('zip', ['-q', '-r', '-', 'go'], { cwd: from });
    const target = scratch();
    await unpack(arrived(stdout), target, options);
    expect(treeOf(target)).toEqual({ 'src/': null, 'src/a.go': 'package a' });
  });

  it('begins before the archive is there: each file is written once its bytes have come', async () => {
    const bytes = buildZip([
      { name: 'go/first', data: 'one' },
      { name: 'go/last', data: randomBytes(500_000) },
    ]);
    const arrival = createArrival(bytes.length);
    const target = scratch();
    const done: number[] = [];
    const unpacking = unpack(arrival, target, { ...options, onFiles: (files) => done.push(files) });
    arrival.write(bytes.length - 100_000, bytes.subarray(-100_000));
    arrival.write(0, bytes.subarray(0, 1000));
    while (done.length === 0) await sleep(5);
    expect(treeOf(target)).toEqual({ first: 'one' });
    arrival.write(1000, bytes.subarray(1000, bytes.length - 100_000));
    expect(await unpacking).toMatchObject({ files: 2 });
    expect(done).toEqual([1, 2]);
  });
});

const text = 'some text, '.repeat(2000);
const long = 'some text, '.repeat(200_000);
const damaged = (content: string) => {
  const bytes = Buffer.from(deflateRawSync(content));
  bytes.fill(0xff, bytes.length >> 1);
  return bytes;
};

describe('content that is refused', () => {
  it.each<[string, EntrySpec, RegExp]>([
    ['a CRC that does not match', { name: 'go/x', data: text, crc: 1 }, /CRC/],
    ['the same in a large file', { name: 'go/x', data: long, crc: 1 }, /CRC/],
    ['the same in a stored one', { name: 'go/x', data: text, method: 0, crc: 1 }, /CRC/],
    ['more than the directory says', { name: 'go/x', data: text, size: 100 }, /larger/],
    ['the same in a large file', { name: 'go/x', data: long, size: long.length - 1 }, /larger|another size/],
    ['less than the directory says', { name: 'go/x', data: text, size: text.length + 1 }, /another size/],
    ['the same in a large file', { name: 'go/x', data: long, size: long.length + 1 }, /another size/],
    ['damaged data', { name: 'go/x', data: text, stored: damaged(text) }, /damaged|another size|CRC|goes on/],
    [
      'the same in a large file',
      { name: 'go/x', data: long, stored: damaged(long) },
      /damaged|another size|CRC|goes on/,
    ],
    [
      'data cut off',
      { name: 'go/x', data: text, stored: deflateRawSync(text).subarray(0, 20) },
      /damaged|another size/,
    ],
    [
      'data that goes on',
      { name: 'go/x', data: text, stored: Buffer.concat([deflateRawSync(text), Buffer.alloc(9)]) },
      /goes on/,
    ],
    ['another name in the local header', { name: 'go/x', data: text, localName: 'go/y' }, /another name/],
  ])('%s', async (_, entry, reason) => {
    const failure = await unpack(
      arrived(buildZip([{ name: 'go/fine', data: 'ok' }, entry])),
      scratch(),
      options,
    ).catch((e) => e);
    expect(failure).toBeInstanceOf(SetupError);
    expect(failure).toMatchObject({ code: 'E_ARCHIVE', message: expect.stringMatching(reason) });
    expect(failure.message).toContain('entry "x"');
  });
});

describe('a target that does not take it', () => {
  const many = buildZip(
    Array.from({ length: 400 }, (_, i) => ({ name: `go/d${i % 5}/f${i}`, data: 'x'.repeat(200) })),
  );

  it('with a file in the way is an E_DISK that names it', async () => {
    const target = scratch();
    writeFileSync(join(target, 'x'), 'mine');
    const failure = await unpack(arrived(buildZip([{ name: 'go/x', data: 'y' }])), target, options).catch(
      (e) => e,
    );
    expect(failure).toMatchObject({ code: 'E_DISK', message: expect.stringContaining(join(target, 'x')) });
    expect(treeOf(target)).toEqual({ x: 'mine' });
  });

  it('that is not there has been removed by something else', async () => {
    const failure = await unpack(arrived(many), join(scratch(), 'gone'), options).catch((e) => e);
    expect(failure).toMatchObject({
      code: 'E_VERIFY',
      message: expect.stringMatching(/ENOENT.*something else removed the directory/),
    });
  });

  it('when it is cancelled rejects with the reason, and no thread writes any more', async () => {
    const target = scratch();
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const stop = () => controller.abort(reason);
    await expect(
      unpack(arrived(many), target, { ...options, signal: controller.signal, onFiles: stop }),
    ).rejects.toBe(reason);
    const before = Object.keys(treeOf(target)).length;
    await sleep(50);
    expect(Object.keys(treeOf(target))).toHaveLength(before);
  });
});
