import { describe, expect, it } from '@jest/globals';
import { fileName, goArch, parseArchitecture, toGoVersion, toSemver } from '../../src/release/names.ts';
import type { Architecture } from '../../src/release/release.ts';

const SPELLINGS = [
  ['go1', '1.0.0'],
  ['go1.0.1', '1.0.1'],
  ['go1.2.2', '1.2.2'],
  ['go1.9.2rc2', '1.9.2-rc.2'],
  ['go1.19beta1', '1.19.0-beta.1'],
  ['go1.20', '1.20.0'],
  ['go1.20.1', '1.20.1'],
  ['go1.20rc3', '1.20.0-rc.3'],
  ['go1.21rc2', '1.21.0-rc.2'],
  ['go1.21.0', '1.21.0'],
  ['go1.27rc10', '1.27.0-rc.10'],
  ['go2.0.0', '2.0.0'],
] as const;

describe('the name of a release', () => {
  it.each(SPELLINGS)('%s is %s, both ways', (goVersion, semver) => {
    expect(toSemver(goVersion)).toBe(semver);
    expect(toGoVersion(semver)).toBe(goVersion);
  });

  it.each([
    ...[
      'go1.21',
      'go1.20.0',
      'go1.0',
      'go1.0.0',
      'go1.25.0rc1',
      'go2',
      '1.25.3',
      'go1.025.3',
      'go1.25.3 ',
      'go1.25.3\n',
    ],
    ...[
      'go1.25.3-1',
      'go1.25.3.4',
      'go1.25rc',
      'go1.25alpha1',
      'devel go1.28',
      'gotip',
      '',
      'go1.25.3/..',
      `go1.${'9'.repeat(99)}.0`,
    ],
  ])('%j is none', (text) => {
    expect(toSemver(text)).toBeUndefined();
  });

  it.each(['1.25', 'v1.25.3', '1.25.3-foo', '1.25.3+meta', '../1.25.3', ''])('is not made of %j', (text) => {
    expect(() => toGoVersion(text)).toThrow(TypeError);
  });
});

describe('an architecture', () => {
  it.each([
    ['x64', 'x64', 'amd64'],
    ['amd64', 'x64', 'amd64'],
    ['AMD64', 'x64', 'amd64'],
    ['x86', 'x86', '386'],
    ['ia32', 'x86', '386'],
    ['386', 'x86', '386'],
    [' ARM64 ', 'arm64', 'arm64'],
  ] as const)('%j is %s, which Go calls %s', (text, architecture, word) => {
    expect(parseArchitecture(text)).toBe(architecture);
    expect(goArch(architecture)).toBe(word);
  });

  it.each(['', 'arm', 'armv6l', 'x32', 'constructor', '__proto__', 'x64\\..'])('%j is none', (text) => {
    expect(parseArchitecture(text)).toBeUndefined();
  });

  it('gives the ZIP its name', () => {
    const names = (['x64', 'x86', 'arm64'] satisfies Architecture[]).map((one) =>
      fileName('go1.20', one, 'zip'),
    );
    expect(names).toEqual(['go1.20.windows-amd64.zip', 'go1.20.windows-386.zip', 'go1.20.windows-arm64.zip']);
  });

  it('gives no ZIP a name out of unparsed text', () => {
    expect(() => fileName('go1.20/../../x', 'x64', 'zip')).toThrow(TypeError);
    expect(() => fileName('go1.21', 'x64', 'zip')).toThrow(TypeError);
  });
});
