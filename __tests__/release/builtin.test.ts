import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { buildIndex, buildMinors } from '../../lab/build-index.ts';
import { builtinDate, builtinRelease, builtinReleases, kinds } from '../../src/release/builtin.ts';
import { parseReleaseList } from '../../src/release/list.ts';
import { architectures } from '../../src/release/names.ts';
import { fullList, recorded } from './recorded.ts';

const DATA = fileURLToPath(new URL('../../src/release/builtin-data.ts', import.meta.url));
const MINORS = fileURLToPath(new URL('../../src/release/builtin-minors.ts', import.meta.url));

describe('the built-in index', () => {
  it('knows every release as go.dev lists it', () => {
    for (const release of recorded)
      expect(builtinRelease(release.version, release.architecture, 'zip')).toEqual(release);
  });

  it('holds the same whether one is looked up or all are read, the newest first', () => {
    for (const architecture of architectures) {
      const all = builtinReleases(architecture, 'zip');
      expect(all.length).toBeGreaterThan(150);
      for (const one of all) expect(builtinRelease(one.version, architecture, 'zip')).toEqual(one);
    }
    expect(builtinReleases('x64', 'zip')[0]?.version).not.toContain('1.2.');
  });

  it('says nothing of versions and architectures that there are not', () => {
    expect(builtinRelease('1.99.0', 'x64', 'zip')).toBeUndefined();
    expect(builtinRelease('1.27.0', 'arm64', 'zip')).toBeDefined();
    expect(builtinRelease('1.20.0-rc.2', 'x64', 'zip')).toBeDefined();
    expect(builtinRelease('1.20.0-rc.2', 'arm64', 'zip')).toBeUndefined();
    expect(builtinRelease('1.2.0', 'x64', 'zip')).toBeUndefined();
    expect(builtinRelease('1.0.0', 'x64', 'zip')).toBeUndefined();
  });

  it('is small, and made the same again from the same list in any order', () => {
    const text = readFileSync(DATA, 'utf8').replaceAll('\r\n', '\n');
    expect(text.length).toBeLessThan(120_000);
    const releases = kinds.flatMap((kind) => architectures.flatMap((one) => builtinReleases(one, kind)));
    expect(buildIndex(releases, builtinDate)).toBe(text);
    expect(buildMinors(releases)).toBe(readFileSync(MINORS, 'utf8').replaceAll('\r\n', '\n'));
    expect(buildIndex(releases.reverse(), builtinDate)).toBe(text);
  });

  it('lacks nothing of the list', () => {
    const known = new Set(
      architectures.flatMap((one) => builtinReleases(one, 'zip').map((release) => release.filename)),
    );
    expect(parseReleaseList(fullList, 'go.dev', 'zip').filter((one) => !known.has(one.filename))).toEqual([]);
  });
});
