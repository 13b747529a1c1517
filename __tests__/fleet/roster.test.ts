import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SetupError } from '../../src/errors.ts';
import { parseRoster } from '../../src/fleet/roster.ts';

const read = (value: unknown) => parseRoster(JSON.stringify(value), 'The input runners');

function refused(text: string): string {
  try {
    parseRoster(text, 'The input runners');
  } catch (error) {
    if (error instanceof SetupError && error.code === 'E_INPUT') return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

describe('a roster', () => {
  it('needs names and no more', () => {
    expect(read([{ name: 'BUILD-01' }])).toEqual([
      { id: 'BUILD-01', name: 'BUILD-01', labels: ['BUILD-01'], group: '', machineRoot: '' },
    ]);
  });

  it('has labels, groups and roots where they are given', () => {
    const text =
      '\ufeff[{"name": "a", "labels": ["self-hosted", "pool", "a"], "group": "2022", "machine-root": "D:/go/"}, {"name": "b", "labels": ["pool", "b"]}]';
    expect(parseRoster(text, 'x')).toMatchObject([
      { labels: ['self-hosted', 'pool', 'a'], group: '2022', machineRoot: 'D:\\go' },
      { labels: ['pool', 'b'], group: '', machineRoot: '' },
    ]);
  });

  it('is read fast, however many there are', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => ({
      name: `r ${at}`,
      labels: ['self-hosted', `r ${at}`],
    }));
    const runners = read(many);
    expect(new Set(runners.map(({ id }) => id)).size).toBe(50_000);
  });
});

describe('an id', () => {
  it('is the name where that fits', () => {
    expect(read([{ name: 'Build_01.x-y' }])[0]?.id).toBe('Build_01.x-y');
  });

  it('is another one for each name, in whatever case', () => {
    const names = ['a b', 'a/b', 'a:b', 'a-b', 'A"B', '..', '*', 'é', 'x'.repeat(200), `${'x'.repeat(199)}y`];
    const ids = read(names.map((name) => ({ name }))).map(({ id }) => id);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(names.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][\w.-]{0,79}$/);
    expect(ids[3]).toBe('a-b');
    expect(ids[0]).toMatch(/^a-b-[0-9a-f]{8}$/);
  });

  it('is none that another runner is called by', () => {
    const [{ id = '' } = {}] = read([{ name: 'a b' }]);
    const ids = read(['a b', id.toUpperCase()].map((name) => ({ name }))).map((one) => one.id);
    expect(ids).toEqual([expect.stringMatching(new RegExp(`^${id}[0-9a-f]$`)), id.toUpperCase()]);
  });

  it('fits into names of files and artifacts, whatever the names are', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 100, unit: 'grapheme' })
      .filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text));
    const names = fc.uniqueArray(name, { minLength: 1, selector: (one) => one.trim().toLowerCase() });
    fc.assert(
      fc.property(names, (names) => {
        const entries = names.map((name, at) => ({ name, labels: [`own-${at}`] }));
        const ids = read(entries).map(({ id }) => id);
        for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9](?:[\w.-]{0,78}[\w-])?$/);
        expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(names.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a roster is refused', () => {
  it.each([
    ['[{"name": "a"},\n {"name": }]', 'The input runners is no JSON: line 2, column 11: Unexpected "}".'],
    [
      '[{"name": "a"}',
      "The input runners is no JSON: line 1, column 15: Expected ',' or ']' after array element.",
    ],
    ['', 'The input runners is no JSON: line 1, column 1: it ends too early.'],
    ['{}', 'The input runners cannot be used (line 1, column 1): a fleet is an array of runners.'],
    ['[]', 'The input runners cannot be used (line 1, column 1): it has no runner in it.'],
    [
      '[\n  "a"]',
      'The input runners cannot be used (line 2, column 3, entry 1): a runner is an object with a name.',
    ],
    [
      '[{"group": ""}]',
      'The input runners cannot be used (line 1, column 2, entry 1, field name): it is missing.',
    ],
    [
      '[{"name": " "}]',
      'The input runners cannot be used (line 1, column 11, entry 1, field name): it has to be a text, and not an empty one.',
    ],
    [
      '[{"name": "a\\nb"}]',
      'The input runners cannot be used (line 1, column 11, entry 1, field name): it has to be one line of 256 characters at most.',
    ],
    [
      '[{"name": "a", "label": "a"}]',
      'The input runners cannot be used (line 1, column 25, entry 1, field label): a runner has no field of this name.',
    ],
    [
      '[{"name": "a"},\n{"name": "b", "labels": []}]',
      'The input runners cannot be used (line 2, column 25, entry 2, field labels): it has to be an array with one label at least.',
    ],
    [
      '[{"name": "a", "labels": ["x", 3]}]',
      'The input runners cannot be used (line 1, column 32, entry 1, field labels[1]): it has to be a text, and not an empty one.',
    ],
    [
      '[{"name": "a", "group": 7}]',
      'The input runners cannot be used (line 1, column 25, entry 1, field group): it has to be a text of one line.',
    ],
    [
      '[{"name": "a", "machine-root": "C:\\\\"}]',
      'The input runners cannot be used (line 1, column 32, entry 1, field machine-root): it is no directory on a drive of a machine.',
    ],
    [
      '[{"name": "a"},\n{"name": "A", "labels": ["b"]}]',
      'The input runners cannot be used (line 2, column 10, entry 2, field name): "A" is the name of entry 1, too.',
    ],
    [
      '[{"name": "a", "labels": ["x", "y"]},\n{"name": "b", "labels": ["Y", "X"]}]',
      'The input runners cannot be used (line 1, column 26, entry 1, field labels): a job for "a" could go to "b" (entry 2), which has all its labels.',
    ],
    [
      '[{"name": "a", "labels": ["x"]},\n{"name": "b", "labels": ["x", "b"]}]',
      'The input runners cannot be used (line 1, column 26, entry 1, field labels): a job for "a" could go to "b" (entry 2), which has all its labels.',
    ],
    [
      '[{"name": "a", "labels": ["self-hosted", "Windows"]}]',
      'The input runners cannot be used (line 1, column 26, entry 1, field labels): none of the labels of "a" is its own.',
    ],
  ])('where it is %j', (text, message) => {
    expect(refused(text)).toBe(message);
  });
});
