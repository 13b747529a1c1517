import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { satisfies, validRange } from 'semver';
import { SetupError } from '../../src/errors.ts';
import { fileName, toGoVersion } from '../../src/release/names.ts';
import { parseSpec, type VersionSpec } from '../../src/release/spec.ts';
import { failure } from './recorded.ts';

const ORIGIN = 'input go-version';
const FILE = { from: 'file' } as const;

describe('a version spec', () => {
  it.each([
    ['1.25.3', '1.25.3'],
    ['v1.25.3', '1.25.3'],
    ['go1.25.3', '1.25.3'],
    ['1.25.0-rc.1', '1.25.0-rc.1'],
    ['v1.25.0-rc.1', '1.25.0-rc.1'],
    // As setup-go had it before v3.
    ['1.25.0-rc1', '1.25.0-rc.1'],
    ['1.25rc1', '1.25.0-rc.1'],
    ['go1.25rc1', '1.25.0-rc.1'],
    ['GO1.25RC1', '1.25.0-rc.1'],
    ['1.20.0', '1.20.0'],
    ['go1.20', '1.20.0'],
    ['go1.20.0', '1.20.0'],
    ['go1', '1.0.0'],
    ['1.9.2rc2', '1.9.2-rc.2'],
    ['1.19beta1', '1.19.0-beta.1'],
    ['  1.25.3\n', '1.25.3'],
  ])('%j means the release %s', (text, version) => {
    expect(parseSpec(text, ORIGIN)).toEqual({ kind: 'exact', version, text: text.trim() });
  });

  it.each([
    ['1.20', '1.20'],
    ['1.25', '1.25'],
    ['v1.25', '1.25'],
    ['go1.25', '1.25'],
    ['go1.21', '1.21'],
    ['1', '1'],
    ['1.5', '1.5'],
    ['1.10', '1.10'],
    ['1.25.x', '1.25.x'],
    ['go1.25.x', '1.25.x'],
    ['1.X', '1.x'],
    ['*', '*'],
    ['^1.25.1', '^1.25.1'],
    ['~1.24.1', '~1.24.1'],
    ['>=1.22.0 <1.24.0', '>=1.22.0 <1.24.0'],
    ['1.22 - 1.24', '1.22 - 1.24'],
    ['1.22.x || 1.24.x', '1.22.x || 1.24.x'],
    ['>=1.25.0-rc.1', '>=1.25.0-rc.1'],
    ['<1.25.0-0', '<1.25.0-0'],
    ['1.2.x', '1.2.x'],
  ])('%j means the range %s', (text, range) => {
    expect(parseSpec(text, ORIGIN)).toEqual({ kind: 'range', range, text });
  });

  it.each([
    ['stable', 'stable'],
    ['latest', 'stable'],
    ['oldstable', 'oldstable'],
    ['rc', 'rc'],
    ['next', 'rc'],
    [' Stable ', 'stable'],
  ])('%j means the alias %s', (text, alias) => {
    expect(parseSpec(text, ORIGIN)).toEqual({ kind: 'alias', alias, text: text.trim() });
  });

  it.each(['1.1', '1.2', '1.3', '1.4'])('%s as an input is a version whose zero YAML ate', async (text) => {
    const error = await failure(() => parseSpec(text, ORIGIN));
    expect(error).toMatchObject({ code: 'E_SPEC' });
    expect(error.message).toContain(ORIGIN);
    expect(error.remedy).toContain(`Quote the version: '${text}0'.`);
    expect(parseSpec(text, '.go-version line 1', FILE)).toEqual({ kind: 'range', range: text, text });
  });

  it.each([
    ...[
      '',
      '   ',
      'tip',
      'gotip',
      'lts',
      'constructor',
      '__proto__',
      'v',
      'go',
      '1.25.3.4',
      '1.25.',
      '.1',
      '1..2',
      '1.*.3',
    ],
    ...[
      '1.25.3+meta',
      '1.25-rc.1',
      '1.25.0-foo.1',
      '^1.25.0-foo',
      '1rc1',
      '1.025',
      '01.2.3',
      '-1.2',
      '1.25rc',
    ],
    ...[
      '1.25.3/../..',
      '..\\..\\x',
      'C:\\go',
      'https://example.org/go',
      '1.25.3?x=y',
      '1.25.3%2f',
      '1.25.3\0',
      '1.25.3\n1.24.1',
    ],
    ...[
      '$'.concat('{{ matrix.go }}'),
      '１.25',
      '1.25.3\u202e',
      '>=1.22 &&<1.24',
      `1.${'9'.repeat(10)}.0`,
      `>=1.${'9'.repeat(20)}.0`,
      '1 '.repeat(200),
    ],
  ])('%j is none', async (text) => {
    const error = await failure(() => parseSpec(text, ORIGIN));
    expect(error.code).toBe('E_SPEC');
    expect(error.message).toContain(ORIGIN);
    expect(error.message).toMatch(/^[\x20-\x7e\ufffd…]*$/);
    expect(error.message.length).toBeLessThan(300);
    expect(error.remedy).toContain("'1.25.3'");
  });

  it.each(['\0', '\ud800', '\x1b', '\u{1f600}', '"', '\\', '\n'])(
    'of many %j is refused in a message that can be read',
    async (piece) => {
      for (const text of [`1${piece.repeat(40)}1`, `1${piece.repeat(200)}1`]) {
        const error = await failure(() => parseSpec(text, ORIGIN));
        expect(error.message).toMatch(/^[\x20-\x7e\ufffd…]{1,280}$/);
      }
    },
  );

  it('holds nothing that was not understood, whatever it is made of', () => {
    const pieces = [
      '1',
      '.',
      '25',
      'rc',
      'beta',
      'go',
      'v',
      '-',
      ' ',
      '||',
      'x',
      '*',
      '^',
      '~',
      '>=',
      '<',
      '0',
      '/',
      '\\',
      '\n',
      '+',
      'é',
    ];
    const text = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('input', 'file'), (value, from) => {
        let spec: VersionSpec;
        try {
          spec = parseSpec(value, ORIGIN, { from });
        } catch (error) {
          expect(error).toBeInstanceOf(SetupError);
          return;
        }
        if (spec.kind === 'exact')
          expect(fileName(toGoVersion(spec.version), 'x64', 'zip')).toMatch(/^go1?[\w.]+-amd64\.zip$/);
        if (spec.kind === 'range') expect(validRange(spec.range)).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the meaning that node-semver gives to a range', () => {
    const number = fc.nat({ max: 30 });
    fc.assert(
      fc.property(
        fc.constantFrom('^', '~', '>=', '<', '<=', '>', '='),
        number,
        number,
        number,
        number,
        (operator, a, b, c, d) => {
          const spec = parseSpec(`${operator}1.${a}.${b}`, ORIGIN);
          if (spec.kind !== 'range') throw new Error(spec.kind);
          expect(satisfies(`1.${c}.${d}`, spec.range)).toBe(
            satisfies(`1.${c}.${d}`, `${operator}1.${a}.${b}`),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is read at once however it is built', () => {
    for (const text of [
      '1 || '.repeat(60),
      '-'.repeat(250),
      '>'.repeat(250),
      '1.'.repeat(120),
      ' '.repeat(1e6),
      '1 - '.repeat(60),
    ]) {
      const started = performance.now();
      try {
        parseSpec(text, ORIGIN);
      } catch {}
      // One that goes back and forth takes minutes.
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });
});
