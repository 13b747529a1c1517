import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeOnce, withLock } from '../../lab/releases/cache.ts';
import { goTreeOf } from '../../lab/releases/wheel.ts';
import { deflated, writeZip } from '../../lab/releases/zip-writer.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'lab-releases-'));
});
afterAll(async () => await rm(home, { recursive: true, force: true }));

describe('a wheel repacked', () => {
  it('keeps the files of Go, drops the rest, and is the same every time', async () => {
    const wheel = path.join(home, 'x.whl');
    const files = {
      'go/VERSION': 'go1.99.1\n',
      'go/__init__.py': 'x',
      'go/src/a.go': 'package a',
      'x.dist-info/RECORD': '',
    };
    await writeZip(
      wheel,
      Object.entries(files).map(([name, text]) => deflated(name, text)),
    );
    const [first, second] = [path.join(home, '1.zip'), path.join(home, '2.zip')];
    const facts = await writeZip(first, await goTreeOf(wheel));
    expect(await writeZip(second, await goTreeOf(wheel))).toEqual(facts);
    const bytes = await readFile(first);
    expect(facts).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
    const tree = await goTreeOf(first);
    expect(tree.map((entry) => [entry.name, inflateRawSync(entry.data).toString()])).toEqual([
      ['go/VERSION', 'go1.99.1\n'],
      ['go/src/a.go', 'package a'],
    ]);
  });

  it('says so when it is no ZIP', async () => {
    const file = path.join(home, 'page.whl');
    await writeFile(file, '<html></html>');
    await expect(goTreeOf(file)).rejects.toThrow('is not a ZIP');
  });
});

describe('the cache', () => {
  it('makes a thing once, however many ask for it at the same time', async () => {
    let made = 0;
    const ask = async () =>
      await makeOnce(path.join(home, 'thing'), async (temporary) => {
        made++;
        await new Promise((resolve) => setTimeout(resolve, 50));
        await writeFile(temporary, 'thing');
      });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect([made, answers.filter(Boolean).length]).toEqual([1, 1]);
  });

  it('leaves nothing behind when making fails, and tries again', async () => {
    const target = path.join(home, 'failing');
    const fails = makeOnce(target, async (temporary) => {
      await writeFile(temporary, 'half');
      throw new Error('no disk');
    });
    await expect(fails).rejects.toThrow('no disk');
    expect(await makeOnce(target, async (temporary) => await writeFile(temporary, 'whole'))).toBe(true);
    expect(await readFile(target, 'utf8')).toBe('whole');
  });

  it('clears away what a killed process left of the same thing', async () => {
    const left = path.join(home, 'killed.123-abc.tmp');
    await writeFile(left, 'half');
    await makeOnce(path.join(home, 'killed'), async (temporary) => await writeFile(temporary, 'whole'));
    await expect(readFile(left)).rejects.toThrow('ENOENT');
  });

  it('takes over the lock of a process that has died', async () => {
    const lock = path.join(home, 'dead.lock');
    const { hostname } = await import('node:os');
    await writeFile(lock, `${hostname()} 999999999`);
    expect(await withLock(lock, undefined, async () => 'mine')).toBe('mine');
  });
});
