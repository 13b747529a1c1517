import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonFault, parseJson, placeOf } from '../src/json-places.ts';

it.each([
  ['', 1, 1, 'it ends too early'],
  ['{"a":\r\n[1,', 2, 4, 'it ends too early'],
  ['[1,\n  2,]', 2, 5, 'Unexpected "]"'],
  ['{"a" 1}', 1, 6, "Expected ':' after property name"],
  ['[\n"\t"]', 2, 2, 'Bad control character in string literal'],
  ['["a",\n"\\q"]', 2, 3, 'Bad escaped character'],
  ['[1]\n\nx', 3, 1, 'Unexpected non-whitespace character after JSON'],
  ['\ufeff["abc', 1, 6, 'Unterminated string'],
  ['[tru]', 1, 2, 'Unexpected "t"'],
  ['<html>', 1, 1, 'Unexpected "<"'],
])('says where %j stops being JSON', (text, line, column, message) => {
  const fault = thrownBy(() => parseJson(text));
  expect(fault).toBeInstanceOf(JsonFault);
  expect(fault).toMatchObject({ message, place: { line, column } });
});

it('reads a text with a byte order mark', () => {
  expect(parseJson('\ufeff{"a": 1}')).toEqual({ a: 1 });
});

it('knows where a value stands, and where the nearest one around a missing one', () => {
  const text = '\ufeff{\n  "a": [\n    1, {"b": 2}\n  ],\n  "c": 1, "c": 3\n}';
  const at = (...path: (string | number)[]) => Object.values(placeOf(text, path));
  expect(at()).toEqual([1, 1]);
  expect(at('a', 0)).toEqual([3, 5]);
  expect(at('a', 1, 'b')).toEqual([3, 14]);
  expect(at('a', 1, 'x', 'y')).toEqual([3, 8]);
  expect(at('a', 7)).toEqual([2, 8]);
  expect(at('c')).toEqual([5, 16]);
  expect(at('a', 0, 'b')).toEqual([3, 5]);
});

it('agrees with JSON.parse on what is JSON, and says a place within any other text', () => {
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', '}', ']', '"', ',', '\n', '\\', 'x'), fc.nat(2))
    .map(
      ([text, at, put, cut]) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + cut),
    );
  fc.assert(
    fc.property(damaged, (text) => {
      let sound: unknown;
      try {
        sound = JSON.parse(text);
      } catch {
        const lines = text.split(/\r\n|[\r\n]/);
        const fault = thrownBy(() => parseJson(text));
        expect(fault).toBeInstanceOf(JsonFault);
        const { line, column } = (fault as JsonFault).place;
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        return;
      }
      expect(parseJson(text)).toEqual(sound);
    }),
    { numRuns: 2000 },
  );
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
