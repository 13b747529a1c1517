import { describe, expect, it } from '@jest/globals';
import { builtinReleases } from '../../src/release/builtin.ts';
import { newestMinors } from '../../src/release/builtin-minors.ts';
import { architectures } from '../../src/release/names.ts';
import { minorsFrom, supportedMinors } from '../../src/release/supported.ts';

describe('the minors that Go supports', () => {
  it.each([
    [
      ['1.26.6', '1.27.0', '1.25.9'],
      ['1.26', '1.27'],
    ],
    [
      ['1.28.0-rc.1', '1.27.0', '1.26.6'],
      ['1.26', '1.27'],
    ],
    [
      ['1.28.0', '1.28.0-rc.1', '1.27.3', '1.26.6'],
      ['1.27', '1.28'],
    ],
    [
      ['1.9.7', '1.10.0', '1.8.0'],
      ['1.9', '1.10'],
    ],
    [['1.27.0'], ['1.27']],
    [
      ['tip', '1.27', '2.0.0', '1.27.3'],
      ['1.27', '2.0'],
    ],
    [[], []],
  ])('of %j are %j', (versions, expected) => {
    expect(supportedMinors(versions)).toEqual(expected);
  });

  it.each([
    [undefined, ['1.26', '1.27']],
    ['1.20.0', ['1.26', '1.27']],
    ['1.26.9', ['1.26', '1.27']],
    ['1.27.0', ['1.27']],
    ['1.28.0-rc.1', []],
  ])('and can build a module of go %s are %j', (least, expected) => {
    expect(minorsFrom(['1.26', '1.27'], least)).toEqual(expected);
  });

  it.each(architectures)('are written beside the index as it has them: %s', (architecture) => {
    const versions = builtinReleases(architecture, 'zip').map(({ version }) => version);
    expect(newestMinors).toEqual(supportedMinors(versions));
  });
});
