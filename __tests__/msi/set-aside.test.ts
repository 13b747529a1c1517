import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { removeSetAside } from '../../src/msi/set-aside.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'set-aside-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (...names: string[]) => {
  mkdirSync(path.dirname(path.join(root, ...names)), { recursive: true });
  writeFileSync(path.join(root, ...names), 'x');
};
const files = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

it('removes what a recovery had put out of the way of a directory, and nothing with a like name', async () => {
  write('Go', 'VERSION');
  write('Go.left-by-bob', 'notes');
  write('Go.left-0123abcd.txt');
  write('Go2.left-0123abcd', 'VERSION');
  const before = files();
  write('Go.left-0123abcd', 'bin', 'go.exe');
  await removeSetAside(path.join(root, 'Go'), new AbortController().signal);
  expect(files()).toEqual(before);
});
