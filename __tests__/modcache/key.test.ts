import { describe, expect, it } from '@jest/globals';
import { cacheKeys, isSameKey } from '../../src/modcache/key.ts';

const keys = (contents: string[], prefix = '') =>
  cacheKeys({
    prefix,
    architecture: 'x64',
    goVersion: 'go1.26.6',
    contents: contents.map((text) => Buffer.from(text)),
  });

describe('the key', () => {
  it('names system, architecture, Go and dependencies; other dependencies of the same Go will do', () => {
    const { key, restoreKeys } = keys(['a', 'b']);
    expect(key).toMatch(/^setup-go-win-windows-x64-go1\.26\.6-[0-9a-f]{64}$/);
    expect(restoreKeys).toEqual(['setup-go-win-windows-x64-go1.26.6-']);
    expect(keys(['a'], 'team').key).toMatch(/^team-setup-go-win-windows-x64-/);
    expect(keys(['a'], 'team').restoreKeys).toEqual(['team-setup-go-win-windows-x64-go1.26.6-']);
  });

  it('changes with any content, and with nothing else: neither places nor line ends', () => {
    const { key } = keys(['a\nb\n', 'c']);
    expect(keys(['c', 'a\r\nb\r\n']).key).toBe(key);
    for (const other of [['a\nb\n'], ['a\nb\n', 'd'], ['a\nb\nc'], ['a\nb\n', 'c', 'c']])
      expect(keys(other).key).not.toBe(key);
  });

  it('begins as that of no other Go', () => {
    const { restoreKeys } = cacheKeys({ prefix: '', architecture: 'x64', goVersion: 'go1.26', contents: [] });
    expect(keys(['a']).key.startsWith(restoreKeys[0] ?? '')).toBe(false);
  });

  it('without dependencies says so', () => expect(keys([]).key).toMatch(/go1\.26\.6-no-dependencies$/));

  it('is the same in capitals: services differ', () => {
    expect(isSameKey('A-b', 'a-B')).toBe(true);
    expect(isSameKey('a', 'a-b')).toBe(false);
    expect(isSameKey('a', undefined)).toBe(false);
  });
});
