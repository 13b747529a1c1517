import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findDependencyFiles, matchDependencyFiles } from '../../src/modcache/dependency-files.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'workspace [a] '));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), file);
  }
}
const relative = (files: string[]) =>
  files.map((file) => path.relative(workspace, file).replaceAll('\\', '/'));

describe('the dependency files', () => {
  it('are those in the root where it has some', async () => {
    write('go.sum', 'go.mod', 'go.work', 'go.work.sum', 'README.md', 'tools/go.mod');
    expect(relative(await findDependencyFiles(workspace))).toEqual([
      'go.mod',
      'go.sum',
      'go.work',
      'go.work.sum',
    ]);
  });

  it('are all below a root without, except what is not the project itself', async () => {
    write(
      'a/go.mod',
      'b/c/go.sum',
      'a/vendor/x/go.mod',
      'node_modules/y/go.mod',
      'b/testdata/go.mod',
      '.git/go.mod',
    );
    write('_old/go.mod');
    expect(relative(await findDependencyFiles(workspace))).toEqual(['a/go.mod', 'b/c/go.sum']);
  });

  it('are none where there are none, or no workspace', async () => {
    expect(await findDependencyFiles(workspace)).toEqual([]);
    expect(await findDependencyFiles(path.join(workspace, 'nowhere'))).toEqual([]);
  });

  it('are those that globs name, less those after !', async () => {
    write('a/go.sum', 'b/go.sum', 'b/deep/go.sum', 'go.mod');
    const match = async (...patterns: string[]) => relative(await matchDependencyFiles(patterns, workspace));
    expect(await match('**/go.sum')).toEqual(['a/go.sum', 'b/deep/go.sum', 'b/go.sum']);
    expect(await match('**/go.sum', '!b/deep/**', 'go.mod')).toEqual(['a/go.sum', 'b/go.sum', 'go.mod']);
    expect(await match(path.join(workspace.replace('[', '[[]'), 'a', '*'))).toEqual(['a/go.sum']);
    expect(await match('nothing/**')).toEqual([]);
  });
});
