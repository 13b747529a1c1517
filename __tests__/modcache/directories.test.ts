import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cacheDirectories, hasModules } from '../../src/modcache/directories.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'directories-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** As on a hosted runner: the profile on C, the runner's work on D. */
const hosted = {
  USERPROFILE: 'C:\\Users\\runner',
  LOCALAPPDATA: 'C:\\Users\\runner\\AppData\\Local',
  RUNNER_TEMP: 'D:\\a\\_temp',
};

describe('the directories of modules and builds', () => {
  it('are where Go has them', () => {
    const found = cacheDirectories({ ...hosted, GOPATH: 'X:\\go;Y:\\go' }, false);
    expect(found).toEqual({
      modules: 'X:\\go\\pkg\\mod',
      builds: 'C:\\Users\\runner\\AppData\\Local\\go-build',
      variables: {},
    });
  });

  it('move to the other drive where they may', () => {
    const [modules, builds] = ['D:\\setup-go-win\\mod', 'D:\\setup-go-win\\build'];
    expect(cacheDirectories(hosted, true)).toEqual({
      modules,
      builds,
      variables: { GOMODCACHE: modules, GOCACHE: builds },
    });
    // A second step finds what the first one set.
    const again = { ...hosted, GOMODCACHE: modules, GOCACHE: builds };
    expect(cacheDirectories(again, true)).toEqual({ modules, builds, variables: {} });
  });

  it('stay where there is no other drive', () => {
    for (const temp of ['c:\\a\\_temp', '\\\\server\\share\\temp', ''])
      expect(cacheDirectories({ ...hosted, RUNNER_TEMP: temp }, true)?.variables).toEqual({});
  });

  it('stay where the user put them: by variable, by GOPATH, or by go env -w', () => {
    const set = (env: NodeJS.ProcessEnv) => cacheDirectories({ ...hosted, ...env }, true);
    expect(set({ GOMODCACHE: 'E:\\m' })).toMatchObject({
      modules: 'E:\\m',
      variables: { GOCACHE: expect.any(String) },
    });
    expect(set({ GOMODCACHE: 'E:\\m' })?.variables).not.toHaveProperty('GOMODCACHE');
    expect(set({ GOPATH: 'E:\\go' })).toMatchObject({ modules: 'E:\\go\\pkg\\mod' });
    const GOENV = path.join(scratch, 'env');
    writeFileSync(GOENV, 'GOCACHE=E:\\b\r\nGOFLAGS=-v\nGOMODCACHE=F:\\m\n');
    expect(set({ GOENV })).toEqual({ modules: 'F:\\m', builds: 'E:\\b', variables: {} });
  });

  it('are none where Go would find none', () => {
    expect(cacheDirectories({}, true)).toBeUndefined();
    expect(cacheDirectories({ ...hosted, GOCACHE: 'off' }, true)).toBeUndefined();
  });
});

describe('a module cache', () => {
  const make = (...names: string[]) => mkdirSync(path.join(scratch, ...names), { recursive: true });

  it('has modules where one is unpacked, or downloaded', async () => {
    expect(await hasModules(path.join(scratch, 'nowhere'))).toBe(false);
    expect(await hasModules(scratch)).toBe(false);
    make('cache', 'lock');
    make('cache', 'download');
    writeFileSync(path.join(scratch, 'setup-go-win.unfinished'), '');
    expect(await hasModules(scratch)).toBe(false);
    make('cache', 'download', 'golang.org');
    expect(await hasModules(scratch)).toBe(true);
    rmSync(path.join(scratch, 'cache'), { recursive: true });
    make('github.com');
    expect(await hasModules(scratch)).toBe(true);
  });
});
