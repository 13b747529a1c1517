import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasEntry, withEntry, withoutEntry } from '../../src/machine/path-entry.ts';
import type { RegistryValue } from '../../src/windows/registry.ts';

const OURS = 'C:\\ProgramData\\setup-go-win\\current\\bin';
const LONG = '%SystemRoot%\\x;'.repeat(400);
const expand = (data: string): RegistryValue => ({ type: 'expand_sz', data });

describe('an entry of PATH', () => {
  it.each<[string, RegistryValue | undefined, RegistryValue]>([
    ['a missing one', undefined, expand(OURS)],
    ['an empty one', expand(''), expand(OURS)],
    ['one that ends in a semicolon', expand('C:\\a;'), expand(`C:\\a;${OURS};`)],
    ['a plain one', { type: 'sz', data: 'C:\\a' }, { type: 'sz', data: `C:\\a;${OURS}` }],
    ['a long and odd one', expand(`${LONG};"C:\\x;y";%No%`), expand(`${LONG};"C:\\x;y";%No%;${OURS}`)],
  ])('goes to the end of %s', (_what, before, after) => {
    expect(withEntry(before, OURS)).toEqual(after);
  });

  it.each([
    OURS.toUpperCase(),
    `${OURS}\\`,
    `"${OURS}"`,
    'C:/ProgramData/setup-go-win/current/bin',
    ` ${OURS} `,
  ])('is not written twice: %s', (written) => {
    const value = expand(`C:\\a;${written};C:\\b`);
    expect(withEntry(value, OURS)).toBe(value);
    expect(withoutEntry(value, OURS)).toEqual(expand('C:\\a;C:\\b'));
  });

  it('is found behind a variable', () => {
    const before = process.env['OURS_TEST'];
    process.env['OURS_TEST'] = 'C:\\ProgramData';
    try {
      expect(hasEntry(expand('%ours_test%\\setup-go-win\\current\\bin'), OURS)).toBe(true);
    } finally {
      if (before === undefined) delete process.env['OURS_TEST'];
      else process.env['OURS_TEST'] = before;
    }
  });

  it('stays where a variable has it among others, and is not looked for in what PATH is in this process', () => {
    const before = { more: process.env['MORE_TEST'], path: process.env['PATH'] };
    process.env['MORE_TEST'] = `C:\\x;${OURS}`;
    process.env['PATH'] = `${before.path};${OURS}`;
    try {
      const several = expand(`C:\\a;%MORE_TEST%;%Path%`);
      expect(withEntry(several, OURS)).toBe(several);
      expect(withoutEntry(several, OURS)).toBe(several);
      expect(withoutEntry(expand(`%MORE_TEST%;${OURS}`), OURS)).toEqual(expand('%MORE_TEST%'));
      const own = expand('C:\\a;%PATH%');
      expect(withEntry(own, OURS)).toEqual(expand(`C:\\a;%PATH%;${OURS}`));
      expect(withoutEntry(expand(`C:\\a;%PATH%;${OURS}`), OURS)).toEqual(own);
    } finally {
      if (before.more === undefined) delete process.env['MORE_TEST'];
      process.env['PATH'] = before.path;
    }
  });

  it('is taken out wherever it stands, and all else stays as it is written', () => {
    const taken = (text: string) => withoutEntry(expand(text), OURS);
    expect(taken(`${OURS};C:\\a`)).toEqual(expand('C:\\a'));
    expect(taken(`;;${OURS};;"C:\\x;y"; C:\\z ;${OURS}`)).toEqual(expand(';;;"C:\\x;y"; C:\\z '));
    expect(taken(OURS)).toBeUndefined();
    expect(taken(`${OURS};`)).toEqual(expand(''));
    const untouched = expand(';;C:\\a;');
    expect(withoutEntry(untouched, OURS)).toBe(untouched);
    expect(withoutEntry(undefined, OURS)).toBeUndefined();
  });

  it('put in and taken out again leaves the bytes of any PATH', () => {
    const part = fc.oneof(
      fc.constantFrom('', 'C:\\a', '%X%\\b', '"C:\\c;d"', ' ', 'ü', '..', '"'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join(';').replaceAll('\0', '');
        const there = withEntry(expand(text), OURS);
        expect(hasEntry(there, OURS)).toBe(true);
        expect(withoutEntry(there, OURS)).toEqual(text === '' ? undefined : expand(text));
      }),
    );
  });

  it.each([
    ['C:\\a;"C:\\b', `C:\\a;${OURS};"C:\\b`],
    ['"', `${OURS};"`],
    ['C:\\a;b" c;d;', `C:\\a;${OURS};b" c;d;`],
  ])('goes before a quote that is never closed, once, and comes out of there again: %s', (text, after) => {
    const there = withEntry(expand(text), OURS);
    expect(there).toEqual(expand(after));
    expect(withEntry(there, OURS)).toBe(there);
    expect(withoutEntry(there, OURS)).toEqual(expand(text));
  });

  it('is not put into what holds no text', () => {
    const binary: RegistryValue = { type: 'binary', data: Buffer.from([1]) };
    expect(() => withEntry(binary, OURS)).toThrow(expect.objectContaining({ code: 'E_VERIFY' }));
  });
});
