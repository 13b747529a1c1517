import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { backToOld, linksOf, pointCurrent, readLink, removeLink } from '../../src/machine/current.ts';

let root: string;
let trees: string[];
const works = async () => {};
const leads = () => readlinkSync(linksOf(root).current).replace(/\\$/, '');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'current-'));
  trees = ['a', 'b'].map((name) => path.join(root, name));
  for (const tree of trees) {
    mkdirSync(tree);
    writeFileSync(path.join(tree, 'VERSION'), path.basename(tree));
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('current', () => {
  it('leads to one tree, then to another, and leaves nothing beside it', async () => {
    const [a = '', b = ''] = trees;
    expect(await readLink(linksOf(root).current)).toBeUndefined();
    for (const tree of [a, b, a]) {
      await pointCurrent(root, tree, works);
      expect(leads()).toBe(tree);
      expect(await readLink(linksOf(root).current)).toBe(tree);
    }
    expect(readdirSync(root).sort()).toEqual(['a', 'b', 'current']);
  });

  it('leads where it led before when what is seen through it does not work', async () => {
    const [a = '', b = ''] = trees;
    await pointCurrent(root, a, works);
    let seen = '';
    const fails = async () => {
      seen = leads();
      throw new Error('not that one');
    };
    await expect(pointCurrent(root, b, fails)).rejects.toThrow('not that one');
    expect([seen, leads()]).toEqual([b, a]);
    expect(readdirSync(root).sort()).toEqual(['a', 'b', 'current']);
  });

  it('is gone again when the first tree does not work', async () => {
    const fails = async () => {
      throw new Error('not that one');
    };
    await expect(pointCurrent(root, trees[0] ?? '', fails)).rejects.toThrow('not that one');
    expect(readdirSync(root).sort()).toEqual(['a', 'b']);
  });

  it('is put back from whatever an interrupted switch left, also where its old link is gone', async () => {
    const [a = '', b = ''] = trees;
    const { current, fresh, old } = linksOf(root);
    for (const left of [[current], [old], [fresh, old], [fresh, current], []]) {
      for (const link of left) symlinkSync(link === old ? a : b, link, 'junction');
      await backToOld(root, a);
      expect([left, leads(), readdirSync(root).sort()]).toEqual([left, a, ['a', 'b', 'current']]);
      await backToOld(root, undefined);
      expect(readdirSync(root).sort()).toEqual(['a', 'b']);
    }
  });

  it('never is a directory that somebody made, and nothing in it is touched', async () => {
    const { current } = linksOf(root);
    mkdirSync(current);
    writeFileSync(path.join(current, 'theirs'), '');
    const refused = { code: 'E_VERIFY', message: expect.stringContaining(`${current} is no link`) };
    await expect(pointCurrent(root, trees[0] ?? '', works)).rejects.toMatchObject(refused);
    await expect(removeLink(current)).rejects.toMatchObject(refused);
    expect(existsSync(path.join(current, 'theirs'))).toBe(true);
  });

  it('is removed without what it leads to', async () => {
    const [a = ''] = trees;
    await pointCurrent(root, a, works);
    await removeLink(linksOf(root).current);
    expect(existsSync(path.join(a, 'VERSION'))).toBe(true);
  });
});
