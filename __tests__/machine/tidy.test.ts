import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { removeDrafts } from '../../src/tidy-machine.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tidy-'));
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

it('removes the drafts of a killed run, and nothing else', async () => {
  write('journal.json');
  write('history.json');
  write('msi', '0123.files.json');
  write('msi', 'go1.99.1-x64-01234567', 'go1.99.1.windows-amd64.msi');
  write('msi', 'go1.99.1-x64-01234567', 'package.json');
  write('logs', 'install-0123-1-install.log');
  const before = files();
  write('journal.json.01234567.new');
  write('history.json.01234567.new');
  write('msi', '0123.files.json.01234567.new');
  write('msi', 'go1.99.2-x64-01234567', 'go1.99.2.windows-amd64.msi.part');
  write('msi', 'go1.99.1-x64-01234567', 'package.json.01234567.new');
  await removeDrafts(root);
  expect(files()).toEqual(before);
});

it('leaves alone the links to versions, which have their own repair', async () => {
  write('versions', 'go1.99.1-x64', 'VERSION');
  symlinkSync(path.join(root, 'versions', 'go1.99.1-x64'), path.join(root, 'current.new'), 'junction');
  await removeDrafts(root);
  expect(readdirSync(root).sort()).toEqual(['current.new', 'versions']);
});

it('leaves alone what is not its own in a root that the user has named', async () => {
  write('notes.new');
  write('video.part');
  write('release.new', 'readme.txt');
  write('msi', 'site.new', 'index.html');
  write('msi', 'old', 'data.part');
  write('msi', 'go1.99.1-x64-01234567', 'notes.json.01234567.new', 'kept');
  const before = files();
  await removeDrafts(root);
  expect(files()).toEqual(before);
});

it('is content with a root that is not there yet', async () => {
  await expect(removeDrafts(path.join(root, 'none'))).resolves.toBeUndefined();
});
