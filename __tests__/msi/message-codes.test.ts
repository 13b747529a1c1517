import { describe, expect, it } from '@jest/globals';
import { explainMessage, KNOWN_MESSAGES, mayPass } from '../../src/msi/message-codes.ts';

describe('message numbers', () => {
  it.each([
    ['locked', [1306, 1603, 1610, 1611, 1902, 1903, 1914]],
    [
      'permission',
      [1303, 1317, 1321, 1304, 1310, 1401, 1402, 1406, 1501, 1730, 1921, 1922, 1923, 1924, 1925, 1926],
    ],
    ['policy', [1718, 1934]],
    ['source', [1311, 1316, 1706, 1714]],
    ['disk', [1307, 1336, 1601, 1605, 1632, 1711]],
    ['package', [1101, 1305, 1308, 1309, 1330, 1335, 2350, 2351, 2356]],
    ['service', [1719]],
    ['busy', [1500]],
    ['suspended', [1702, 1703, 1704, 1705]],
    ['internal', [1720, 1721, 1722, 1723, 2502, 2503, 2755, 2762]],
  ])('of class %s', (kind, codes) => {
    expect(codes.map((code) => explainMessage(code)?.class ?? 'none')).toEqual(codes.map(() => kind));
  });

  it.each([
    [1303, 32, 'locked'],
    [1304, 32, 'locked'],
    [1309, 32, 'locked'],
    [1310, 33, 'locked'],
    [1321, 32, 'locked'],
    [2329, 32, 'locked'],
    [1304, 112, 'disk'],
    [1309, 39, 'disk'],
    [1305, 5, 'permission'],
    [1321, 5, 'permission'],
    [2329, undefined, 'package'],
    [1402, 2, undefined],
    [1402, 5, 'permission'],
    [9999, 5, undefined],
  ])('%i with system error %p is %p', (code, win32, kind) => {
    expect(explainMessage(code, win32)?.class).toBe(kind);
  });

  it('1714 is a wrapper, unless its system error says that the source is gone', () => {
    expect(explainMessage(1714, 1603)?.weight).toBe('envelope');
    expect([1605, 1610, 1612].map((code) => explainMessage(1714, code)?.weight)).toEqual(
      Array(3).fill('telling'),
    );
  });

  it('each have words that follow "because"', () => {
    for (const code of KNOWN_MESSAGES)
      expect(explainMessage(code)?.meaning ?? 'a').toMatch(/^[a-zA-Z].*[^.]$/);
  });

  it('that WiX tries again are told from the others', () => {
    expect([1303, 1306, 1312, 1931].every(mayPass)).toBe(true);
    expect([1714, 1925, 1603, 1618].some(mayPass)).toBe(false);
  });
});
