import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatRegFile, parseRegFile, type RegistryValue, sameKey } from '../../src/windows/reg-file.ts';

/** An export as reg.exe writes it. */
function exported(...lines: string[]): Buffer {
  return Buffer.from(
    `\uFEFF${['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n')}`,
    'utf16le',
  );
}

function valuesOf(...lines: string[]): Record<string, RegistryValue> {
  const [key] = parseRegFile(exported('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Go]', ...lines));
  return Object.fromEntries((key?.values ?? []).map(({ name, value }) => [name, value]));
}

describe('a registry export', () => {
  it('gives keys in their order, also such as have no values or brackets in their names', () => {
    const keys = parseRegFile(
      exported('[HKEY_CURRENT_USER\\A]', '', '[HKEY_CURRENT_USER\\A\\b [c] d]', '"x"="1"', ''),
    );
    expect(keys).toEqual([
      { name: 'HKEY_CURRENT_USER\\A', values: [] },
      { name: 'HKEY_CURRENT_USER\\A\\b [c] d', values: [{ name: 'x', value: { type: 'sz', data: '1' } }] },
    ]);
  });

  it.each<[string, string[], RegistryValue]>([
    ['text', ['"v"="C:\\\\Program Files\\\\Go\\\\"'], { type: 'sz', data: 'C:\\Program Files\\Go\\' }],
    ['text with quotes', ['"v"="a \\"b\\" c"'], { type: 'sz', data: 'a "b" c' }],
    ['text over two lines', ['"v"="one', 'two"'], { type: 'sz', data: 'one\r\ntwo' }],
    ['text beyond ASCII', ['"v"="Jürgen 日本 😀"'], { type: 'sz', data: 'Jürgen 日本 😀' }],
    ['empty text', ['"v"=""'], { type: 'sz', data: '' }],
    ['a number', ['"v"=dword:00000003'], { type: 'dword', data: 3 }],
    ['the largest number', ['"v"=dword:ffffffff'], { type: 'dword', data: 0xffffffff }],
    ['a long number', ['"v"=hex(b):01,00,00,00,00,00,00,80'], { type: 'qword', data: 0x8000000000000001n }],
    ['bytes', ['"v"=hex:00,ff,10'], { type: 'binary', data: Buffer.from([0, 255, 16]) }],
    ['no bytes', ['"v"=hex:'], { type: 'binary', data: Buffer.alloc(0) }],
    ['no type', ['"v"=hex(0):'], { type: 'none', data: Buffer.alloc(0) }],
    ['an unknown type', ['"v"=hex(8):01'], { type: 'binary', data: Buffer.from([1]) }],
    ['text to expand', ['"v"=hex(2):25,00,41,00,25,00,00,00'], { type: 'expand_sz', data: '%A%' }],
    [
      'text to expand over lines',
      ['"v"=hex(2):25,00,\\', '  41,00,\\', '  25,00,00,00'],
      { type: 'expand_sz', data: '%A%' },
    ],
    ['text to expand without its end', ['"v"=hex(2):41,00'], { type: 'expand_sz', data: 'A' }],
    ['empty text to expand', ['"v"=hex(2):00,00'], { type: 'expand_sz', data: '' }],
    ['text in bytes', ['"v"=hex(1):41,00,0a,00,42,00,00,00'], { type: 'sz', data: 'A\nB' }],
    ['several', ['"v"=hex(7):41,00,00,00,42,00,00,00,00,00'], { type: 'multi_sz', data: ['A', 'B'] }],
    ['none of several', ['"v"=hex(7):00,00'], { type: 'multi_sz', data: [] }],
    [
      'empty ones among several',
      ['"v"=hex(7):41,00,00,00,00,00,42,00,00,00,00,00,00,00'],
      { type: 'multi_sz', data: ['A', '', 'B', ''] },
    ],
  ])('reads %s', (_, lines, value) => {
    expect(valuesOf(...lines, '"after"="x"')).toEqual({ v: value, after: { type: 'sz', data: 'x' } });
  });

  it('reads the default value and names with signs of their own', () => {
    expect(valuesOf('@="d"', '"a=b"="1"', '"q\\"\\\\"="2"', '"@"="3"')).toEqual({
      '': { type: 'sz', data: 'd' },
      'a=b': { type: 'sz', data: '1' },
      'q"\\': { type: 'sz', data: '2' },
      '@': { type: 'sz', data: '3' },
    });
  });

  it.each([
    ['another file', Buffer.from('MZ')],
    ['ANSI exports of old', Buffer.from('REGEDIT4\r\n')],
    ['half a value', exported('[HKEY_CURRENT_USER\\A]', '"x"=')],
    ['half a name', exported('[HKEY_CURRENT_USER\\A]', '"x')],
  ])('refuses %s', (_, bytes) => {
    expect(() => parseRegFile(bytes)).toThrow(SyntaxError);
  });

  it('takes a megabyte in bytes without delay', () => {
    const line = `  ${Array(25).fill('41,00').join(',')},\\`;
    const started = Date.now();
    const { v } = valuesOf('"v"=hex(2):\\', ...Array(20_000).fill(line), '  00,00');
    expect((v as { data: string }).data).toHaveLength(500_000);
    expect(Date.now() - started).toBeLessThan(3000);
  });
});

describe('a file for reg import', () => {
  it.each<[string, RegistryValue]>([
    ['a PATH longer than 2,047 letters', { type: 'expand_sz', data: '%SystemRoot%\\x;'.repeat(400) }],
    [
      'quotes, semicolons, trailing backslashes',
      { type: 'expand_sz', data: '"C:\\a;b\\";;C:\\Go\\bin\\\\;' },
    ],
    ['an empty one', { type: 'expand_sz', data: '' }],
    ['plain text', { type: 'sz', data: 'C:\\Go\\bin\r\nä日😀' }],
    ['pairs', { type: 'multi_sz', data: ['\\??\\C:\\a', '', '\\??\\C:\\b', '!\\??\\C:\\c'] }],
    ['a number', { type: 'dword', data: 4294967295 }],
    ['a long number', { type: 'qword', data: 18446744073709551615n }],
    ['bytes', { type: 'binary', data: Buffer.from([...Array(256).keys()]) }],
    ['nothing', { type: 'none', data: Buffer.alloc(0) }],
  ])('reads back as it was: %s', (_, value) => {
    const [key] = parseRegFile(formatRegFile('HKLM\\SOFTWARE\\Go', 'a "b" \\c\\', value));
    expect(key).toEqual({
      name: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Go',
      values: [{ name: 'a "b" \\c\\', value }],
    });
  });

  it('reads back as it was: any text without NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const data = text.replaceAll('\0', '');
        const [key] = parseRegFile(formatRegFile('HKCU\\A', data, { type: 'expand_sz', data }));
        expect(key?.values).toEqual([{ name: data, value: { type: 'expand_sz', data } }]);
      }),
    );
  });

  it('removes a value', () => {
    expect(formatRegFile('HKCU\\A', '', undefined).toString('utf16le')).toContain(
      '[HKEY_CURRENT_USER\\A]\r\n@=-\r\n',
    );
  });
});

it('names of keys are compared as Windows does', () => {
  expect(sameKey('hklm\\Software\\X', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\x')).toBe(true);
  expect(sameKey('HKCU\\A', 'HKLM\\A')).toBe(false);
});
