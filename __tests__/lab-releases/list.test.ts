import { describe, expect, it } from '@jest/globals';
import { releaseList } from '../../lab/releases/list.ts';
import { type LabRelease, toSemver, zipName } from '../../lab/releases/release.ts';

function release(goVersion: string): LabRelease {
  const filename = zipName(goVersion, 'x64');
  const facts = { sha256: 'a'.repeat(64), size: 1, kind: 'made-up', source: 'test' } as const;
  return { goVersion, version: toSemver(goVersion), architecture: 'x64', filename, path: filename, ...facts };
}

describe('the list of the lab', () => {
  it('has the newest first, candidates and betas before their release', () => {
    const versions = [
      'go1.20',
      'go1.27rc2',
      'go1.9.2rc2',
      'go1.27.0',
      'go1.27rc10',
      'go1.20beta1',
      'go1.9.2',
      'go1.26.7',
    ];
    const expected = [
      'go1.27.0',
      'go1.27rc10',
      'go1.27rc2',
      'go1.26.7',
      'go1.20',
      'go1.20beta1',
      'go1.9.2',
      'go1.9.2rc2',
    ];
    expect(releaseList(versions.map(release)).map((one) => one.version)).toEqual(expected);
  });

  it('has only the newest patch of the two newest minors without include=all', () => {
    const all = ['go1.27rc1', 'go1.26.1', 'go1.26.2', 'go1.25.9', 'go1.24.1'].map(release);
    expect(releaseList(all, { includeAll: false }).map((one) => one.version)).toEqual([
      'go1.26.2',
      'go1.25.9',
    ]);
  });
});

describe('versions of the lab', () => {
  it.each([
    ['go1.20', '1.20.0'],
    ['go1', '1.0.0'],
    ['go1.27rc1', '1.27.0-rc.1'],
    ['go1.9.2rc2', '1.9.2-rc.2'],
    ['go1.19beta1', '1.19.0-beta.1'],
    ['1.26.6', '1.26.6'],
  ])('%s is %s', (go, semver) => expect(toSemver(go)).toBe(semver));

  it('refuses what is no Go version', () => {
    expect(() => toSemver('1.x')).toThrow('Not a Go version: 1.x');
  });
});
