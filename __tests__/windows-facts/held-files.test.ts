import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findHeld } from '../../src/windows/held-files.ts';

const FILES = ['VERSION', 'bin/go.exe', 'pkg/tool/x/compile.exe', 'src/a.go', 'src/b/b.go'];

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'held-'));
  for (const name of FILES) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), name);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Opens files as Windows would where these answer with an error; `read` for opening without writing. */
function windows(answers: Record<string, { write: string; read?: string }>, order: string[] = []) {
  return async (file: string, flags: number) => {
    const name = path.relative(root, file).replaceAll('\\', '/');
    const writing = (flags & 3) !== 0;
    if (writing) order.push(name);
    const code = writing ? answers[name]?.write : answers[name]?.read;
    if (code) throw Object.assign(new Error(code), { code });
    return await open(file, 'r');
  };
}

describe('held files', () => {
  it.each<[string, string | undefined, 'held' | 'denied' | 'free']>([
    ['EBUSY', undefined, 'held'],
    ['EPERM', 'EBUSY', 'held'],
    ['EPERM', 'EPERM', 'denied'],
    ['EACCES', undefined, 'denied'],
    ['ENOENT', undefined, 'free'],
  ])('answer %s to writing and %s to reading: %s', async (write, read, state) => {
    const answers = { 'bin/go.exe': { write, ...(read ? { read } : {}) } };
    const found = await findHeld(root, { open: windows(answers) });
    const file = path.join(root, 'bin', 'go.exe');
    expect(found).toEqual({
      held: state === 'held' ? [file] : [],
      denied: state === 'denied' ? [file] : [],
      looked: 5,
      complete: true,
    });
  });

  it('are looked for where programs are, and nowhere else once one is found', async () => {
    const order: string[] = [];
    const first = ['bin', path.join('pkg', 'tool'), 'no-such'];
    const free = await findHeld(root, { first, open: windows({}, order) });
    expect(free).toMatchObject({ looked: 5, complete: true });
    expect(order.slice(0, 2)).toEqual(['bin/go.exe', 'pkg/tool/x/compile.exe']);
    const busy = { 'pkg/tool/x/compile.exe': { write: 'EBUSY' } };
    expect(await findHeld(root, { first, open: windows(busy) })).toMatchObject({
      looked: 2,
      complete: false,
    });
  });

  it('are no longer looked for when time is up', async () => {
    const slow = async (file: string) => {
      await sleep(60);
      return await open(file, 'r');
    };
    for (let n = 0; n < 40; n++) writeFileSync(path.join(root, `file-${n}`), '');
    const found = await findHeld(root, { budgetMs: 100, open: slow });
    expect(found.complete).toBe(false);
    expect(found.looked).toBeLessThan(45);
  });

  it('are none in a directory that is not there, and links are not followed', async () => {
    symlinkSync(root, path.join(root, 'src', 'loop'), 'junction');
    expect(await findHeld(root)).toMatchObject({ looked: 5 });
    expect(await findHeld(path.join(root, 'none'))).toEqual({
      held: [],
      denied: [],
      looked: 0,
      complete: true,
    });
  });
});
