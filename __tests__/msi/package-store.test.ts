import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyInto, hashOf, storeAgain, storedPackages, storePackage } from '../../src/msi/package-store.ts';

const CONTENT = 'the MSI of go1.26.5';
const FILE = 'go1.26.5.windows-amd64.msi';
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
const WANTED = {
  goVersion: 'go1.26.5',
  architecture: 'x64',
  filename: FILE,
  sha256: sha256(CONTENT),
  source: 'https://go.dev/dl',
  official: true,
} as const;

let root: string;
let fills: number;
const fillWith = (content: string) => async (target: string) => {
  fills++;
  writeFileSync(target, content);
};
const directory = () => path.join(root, 'msi', `go1.26.5-x64-${WANTED.sha256.slice(0, 8)}`);
const record = () => path.join(directory(), 'package.json');
const stored = async () => await storedPackages(root, 'go1.26.5', 'x64');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'store-'));
  fills = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the store of MSIs', () => {
  it('keeps one under its own name, with where it came from', async () => {
    const kept = await storePackage(root, WANTED, fillWith(CONTENT));
    expect(kept).toEqual({ ...WANTED, path: path.join(directory(), FILE), size: CONTENT.length });
    expect(await stored()).toEqual([{ schema: 1, ...kept }]);
    expect(readdirSync(directory()).sort()).toEqual([FILE, 'package.json']);
  });

  it('uses what is there again, when its hash is right', async () => {
    await storePackage(root, WANTED, fillWith(CONTENT));
    await storePackage(root, WANTED, fillWith(CONTENT));
    expect(fills).toBe(1);
  });

  it('brings anew what somebody changed', async () => {
    const { path: file } = await storePackage(root, WANTED, fillWith(CONTENT));
    writeFileSync(file, 'something else');
    await storePackage(root, WANTED, fillWith(CONTENT));
    expect([fills, readFileSync(file, 'utf8')]).toEqual([2, CONTENT]);
  });

  it('takes none with another hash than it should have, and does not remember it', async () => {
    await expect(storePackage(root, WANTED, fillWith('wrong'))).rejects.toThrow(`not ${WANTED.sha256}`);
    expect(await stored()).toEqual([]);
  });

  it('remembers none that could not be brought', async () => {
    const broken = async () => {
      throw new Error('no network');
    };
    await expect(storePackage(root, WANTED, broken)).rejects.toThrow('no network');
    expect(await stored()).toEqual([]);
  });

  it('keeps two of one version apart by their hash', async () => {
    await storePackage(root, WANTED, fillWith(CONTENT));
    await storePackage(
      root,
      { ...WANTED, sha256: sha256('repacked'), official: false },
      fillWith('repacked'),
    );
    expect((await stored()).map(({ official }) => official).sort()).toEqual([false, true]);
  });

  it('tells first of several builds the one that was stored, or said to be in use, last', async () => {
    const other = { ...WANTED, sha256: sha256('repacked'), official: false };
    const first = await storePackage(root, WANTED, fillWith(CONTENT));
    utimesSync(record(), new Date(), new Date(Date.now() - 60_000));
    await storePackage(root, other, fillWith('repacked'));
    expect((await stored()).map(({ official }) => official)).toEqual([false, true]);
    const later = path.join(root, 'msi', `go1.26.5-x64-${other.sha256.slice(0, 8)}`, 'package.json');
    utimesSync(later, new Date(), new Date(Date.now() - 30_000));
    expect(await storeAgain(root, first)).toMatchObject(first);
    expect((await stored()).map(({ official }) => official)).toEqual([true, false]);
    expect(fills).toBe(2);
  });

  it('gives none of another version, another architecture, or a name that only begins the same', async () => {
    await storePackage(root, WANTED, fillWith(CONTENT));
    expect(await storedPackages(root, 'go1.26', 'x64')).toEqual([]);
    expect(await storedPackages(root, 'go1.26.5', 'arm64')).toEqual([]);
    expect(await storedPackages(path.join(root, 'gone'), 'go1.26.5', 'x64')).toEqual([]);
  });

  it.each([
    ['the file was changed', () => writeFileSync(path.join(directory(), FILE), `${CONTENT}!`)],
    ['the file is gone', () => rmSync(path.join(directory(), FILE))],
    ['the record is gone', () => rmSync(record())],
    ['the record is torn', () => writeFileSync(record(), readFileSync(record(), 'utf8').slice(0, 40))],
    ['the record is empty', () => writeFileSync(record(), '')],
    ['the record is null', () => writeFileSync(record(), 'null')],
    ['the record has no hash', () => writeFileSync(record(), JSON.stringify({ filename: FILE }))],
    [
      'the record has another hash',
      () => writeFileSync(record(), JSON.stringify({ ...WANTED, sha256: sha256('x') })),
    ],
  ])('gives none when %s', async (_, spoil) => {
    await storePackage(root, WANTED, fillWith(CONTENT));
    spoil();
    expect(await stored()).toEqual([]);
  });

  it('never leads out of itself, whatever a record says', async () => {
    await storePackage(root, WANTED, fillWith(CONTENT));
    writeFileSync(path.join(root, FILE), CONTENT);
    writeFileSync(record(), JSON.stringify({ ...WANTED, filename: `../../${FILE}`, path: '/elsewhere.msi' }));
    expect((await stored()).map(({ path: place }) => place)).toEqual([path.join(directory(), FILE)]);
  });
});

describe('a copy into the store', () => {
  it('is whole or not there', async () => {
    const source = path.join(root, 'cached.msi');
    const target = path.join(root, FILE);
    await expect(copyInto(target, source)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(root)).toEqual([]);
    writeFileSync(source, CONTENT);
    await copyInto(target, source);
    expect(await hashOf(target)).toEqual({ sha256: WANTED.sha256, size: CONTENT.length });
    expect(readdirSync(root).sort()).toEqual(['cached.msi', FILE]);
  });
});
