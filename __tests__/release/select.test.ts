import { describe, expect, it } from '@jest/globals';
import { nearestVersions, notFound, selectRelease, selectVersion } from '../../src/release/select.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { recorded, recordedRelease } from './recorded.ts';

const spec = (text: string) => parseSpec(text, 'input go-version');
const VERSIONS = [
  ...[
    '1.24.9',
    '1.25.0',
    '1.25.2',
    '1.25.10',
    '1.25.0-rc.1',
    '1.26.0',
    '1.26.1',
    '1.26.0-rc.2',
    '1.26.0-rc.10',
  ],
  ...['1.27.0-rc.1', '1.27.0-rc.2', '1.27.0-beta.1', 'garbage', '1.26.9-acme', '1.26.5+acme'],
];

describe('the version chosen', () => {
  it.each([
    ['1.25.2', '1.25.2', '1.25.2'],
    ['1.25rc1', '1.25.0-rc.1', '1.25.0-rc.1'],
    ['1.25.99', undefined, undefined],
    ['1.25', '1.25.10', '1.25.0'],
    ['1.x', '1.26.1', '1.24.9'],
    ['*', '1.26.1', '1.24.9'],
    ['^1.25.1', '1.26.1', '1.25.2'],
    ['~1.25.1', '1.25.10', '1.25.2'],
    ['>=1.25.1 <1.26', '1.25.10', '1.25.2'],
    ['1.24 - 1.25', '1.25.10', '1.24.9'],
    ['1.23 || 1.25', '1.25.10', '1.25.0'],
    ['1.27', undefined, undefined],
    ['1.27.x', undefined, undefined],
    ['>=1.26.0-rc.1', '1.26.1', '1.26.0'],
    ['>=1.27.0-rc.1', '1.27.0-rc.2', '1.27.0-rc.1'],
    ['>=1.26.9-0', undefined, undefined],
    ['stable', '1.26.1', '1.26.1'],
    ['latest', '1.26.1', '1.26.1'],
    ['oldstable', '1.25.10', '1.25.10'],
    ['rc', '1.27.0-rc.2', '1.27.0-rc.2'],
    ['next', '1.27.0-rc.2', '1.27.0-rc.2'],
  ])('for %s is %s, for the lowest resolution %s', (text, highest, lowest) => {
    for (const versions of [VERSIONS, [...VERSIONS].reverse()]) {
      expect(selectVersion(spec(text), versions, 'highest')).toBe(highest);
      expect(selectVersion(spec(text), versions, 'lowest')).toBe(lowest);
    }
  });

  it('for rc is the newest stable once that is out', () => {
    expect(selectVersion(spec('rc'), [...VERSIONS, '1.27.0'], 'highest')).toBe('1.27.0');
    expect(selectVersion(spec('rc'), ['1.26.0-rc.2', '1.26.0-rc.10'], 'highest')).toBe('1.26.0-rc.10');
  });

  it('for an alias is none where there is nothing to count from', () => {
    for (const alias of ['stable', 'oldstable'])
      expect(selectVersion(spec(alias), ['1.27.0-rc.1'], 'highest')).toBeUndefined();
    expect(selectVersion(spec('oldstable'), ['1.27.0', '1.27.1'], 'highest')).toBeUndefined();
    expect(selectVersion(spec('rc'), [], 'highest')).toBeUndefined();
  });

  it('is a release of its list, where a withdrawn one answers only to its own name', () => {
    const releases = recorded
      .filter((one) => one.architecture === 'x64')
      .map((one) => (one.version === '1.26.7' ? { ...one, stable: false } : one));
    expect(selectRelease(spec('1.26'), releases, 'highest')).toEqual(recordedRelease('1.26.6'));
    expect(selectRelease(spec('1.26.7'), releases, 'highest')?.version).toBe('1.26.7');
    expect(selectRelease(spec('>=1.28.0'), releases, 'highest')).toBeUndefined();
  });
});

describe('the nearest versions', () => {
  it.each([
    ['1.25.99', ['1.25.10', '1.25.2', '1.25.0']],
    ['1.25.1', ['1.25.10', '1.25.2', '1.25.0']],
    ['1.28.0', ['1.26.1', '1.26.0', '1.25.10']],
    ['1.27.3', ['1.26.1', '1.26.0', '1.25.10']],
    ['1.26rc9', ['1.26.0', '1.26.0-rc.10', '1.26.0-rc.2']],
    ['>=1.30', ['1.26.1', '1.26.0', '1.25.10']],
    ['2', ['1.26.1', '1.26.0', '1.25.10']],
    ['0.24', ['1.26.1', '1.26.0', '1.25.10']],
    ['>2 <1', ['1.26.1', '1.26.0', '1.25.10']],
    ['stable', ['1.26.1', '1.26.0', '1.25.10']],
  ])('to %s are %j', (text, nearest) => {
    expect(nearestVersions(spec(text), VERSIONS, 3)).toEqual(nearest);
  });
});

describe('a version that is not there', () => {
  const request = (text: string) => ({ spec: spec(text), origin: 'go.mod line 3 (go)' });

  it('is told with the nearest ones that are', () => {
    const error = notFound(request('1.26.99'), recorded, 'x64', 'go.dev');
    expect(error.code).toBe('E_NOT_FOUND');
    expect(error.message).toBe(
      'No Go release for x64 (windows/amd64) at go.dev matches "1.26.99" (go.mod line 3 (go)).',
    );
    expect(error.remedy).toContain('1.26.7, 1.26.6, 1.26.0');
  });

  it('is told to be there for other architectures', () => {
    const error = notFound(request('1.20rc2'), recorded, 'arm64', 'go.dev');
    expect(error.code).toBe('E_NOT_FOUND');
    expect(error.message).toContain(
      'not published for arm64 (windows/arm64) at go.dev, only for x86 and x64',
    );
    expect(error.remedy).toContain('set architecture to x86 or x64');
  });

  it('is told even by a list that has nothing', () => {
    expect(notFound(request('1.26'), [], 'x64', 'D:\\mirror').remedy).toContain('D:\\mirror');
  });
});
