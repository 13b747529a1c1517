import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { explainFileError, removeTree, retry } from '../src/windows/files.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'files-'));
afterAll(() => removeTree(scratch));
const systemError = (code: string) => Object.assign(new Error(`${code}: no`), { code });

describe('removing a tree', () => {
  const makeTree = (name: string, files = 50) => {
    const tree = path.join(scratch, name);
    for (const directory of ['a/b', 'c']) mkdirSync(path.join(tree, directory), { recursive: true });
    for (let i = 0; i < files; i++) writeFileSync(path.join(tree, i % 2 ? 'a/b' : 'c', `${i}`), '');
    return tree;
  };

  it('takes directories, read-only files, and links without what they lead to', async () => {
    const kept = makeTree('kept');
    const tree = makeTree('tree');
    chmodSync(path.join(tree, 'c', '0'), 0o444);
    symlinkSync(kept, path.join(tree, 'link'), 'junction');
    await removeTree(tree);
    expect(existsSync(tree)).toBe(false);
    expect(readdirSync(kept)).toEqual(['a', 'c']);
    symlinkSync(kept, tree, 'junction');
    await removeTree(tree);
    expect([existsSync(tree), existsSync(kept)]).toEqual([false, true]);
  });

  it('is content with a file, and with nothing', async () => {
    writeFileSync(path.join(scratch, 'file'), '');
    await removeTree(path.join(scratch, 'file'));
    await removeTree(path.join(scratch, 'file'));
    expect(existsSync(path.join(scratch, 'file'))).toBe(false);
  });

  it('stops between two files when the step is cancelled', async () => {
    const tree = makeTree('large', 2000);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 5);
    await expect(removeTree(tree, controller.signal)).rejects.toThrow('cancelled');
    expect(readdirSync(tree, { recursive: true }).length).toBeGreaterThan(100);
  });
});

describe('another try', () => {
  it('is given while something is in use, whatever is done to the clock', async () => {
    const failures = ['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY'];
    const now = jest.spyOn(Date, 'now').mockImplementation(() => 2 ** 42 - failures.length * 2 ** 40);
    try {
      const operation = async () => {
        const code = failures.pop();
        if (code) throw systemError(code);
        return 'done';
      };
      expect(await retry(operation)).toBe('done');
    } finally {
      now.mockRestore();
    }
  });

  it('is not given for other errors', async () => {
    await expect(retry(() => Promise.reject(systemError('ENOSPC')))).rejects.toThrow('ENOSPC');
  });
});

describe('a file error that a user sees', () => {
  it.each([
    ['EBUSY', 'E_LOCKED'],
    ['EPERM', 'E_PERMISSION'],
    ['EROFS', 'E_PERMISSION'],
    ['ENOTDIR', 'E_PERMISSION'],
    ['ENOENT', 'E_PERMISSION'],
    ['ENOSPC', 'E_DISK'],
    ['EDQUOT', 'E_DISK'],
  ])('%s is %s', (code, expected) => {
    expect(explainFileError(systemError(code), 'install into', 'C:\\x')).toMatchObject({
      code: expected,
      message: expect.stringContaining('install into C:\\x'),
    });
  });
});
