import fc from 'fast-check';
import type { Json } from './list-oracle.ts';
import { at, place } from './text-changes.ts';

/** What a list must not be led by: places, addresses, the names of objects' own machinery, numbers at the ends of their ranges. */
export const HOSTILE: readonly Json[] = [
  ...[null, true, false, 0, -1, -0, 1.5, 1e308, 2 ** 53, 2 ** 53 - 1, '', '0', ' ', '\0', '\ud800', '\u202e'],
  ...'windows Windows linux amd64 x64 386 arm64 arm archive installer source zip'.split(' '),
  ...'go1.25.3 go1.25 GO1.25.3 go1.25.3/.. go1.99.0 go1.27rc1 constructor __proto__'.split(' '),
  ...['go1.25.3 ', 'go1.25.3\n', 'go1.27.0.windows-amd64.zip', '../go1.27.0.windows-amd64.zip', 'C:\\x.zip'],
  ...[
    '\\\\server\\x',
    'https://evil.example/x.zip',
    '%2e%2e/x',
    'ab'.repeat(32),
    'AB'.repeat(32),
    'ab'.repeat(31),
  ],
  ...['zz'.repeat(32), `${'ab'.repeat(32)}\n`, 'a'.repeat(100_000)],
  ...[[], {}, [[]], [null], { length: 1 }, { version: 'go1.25.3', stable: true, files: [] }],
];

/** Names of members: those of the list, and some that every object has. */
export const KEYS: readonly string[] =
  'version stable files filename os arch sha256 size kind __proto__ constructor toString more'.split(' ');

/** A change of the list's structure: at the place of one of its values. */
export interface Edit {
  readonly where: number;
  readonly how: 'put' | 'drop' | 'twice' | 'wrap' | 'rename' | 'swap';
  readonly value: Json;
  readonly other: number;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  where: place,
  how: fc.constantFrom<Edit['how'][]>('put', 'put', 'drop', 'twice', 'wrap', 'rename', 'swap'),
  value: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<Json> },
  ),
  other: place,
});

/** Where a value stands: what holds it, and under what key. */
interface Place {
  readonly holder: Record<string, Json>;
  readonly key: string;
}

function placesIn(holder: Record<string, Json>, places: Place[] = []): Place[] {
  for (const [key, value] of Object.entries(holder)) {
    places.push({ holder, key });
    if (typeof value === 'object' && value !== null) placesIn(value as Record<string, Json>, places);
  }
  return places;
}

/** Makes an edit somewhere below `list`. */
export function applyEdit(root: Record<string, Json>, { where, how, value, other }: Edit): void {
  const places = placesIn(root);
  const { holder, key } = places[Math.min(at(places, where), places.length - 1)] as Place;
  const old = holder[key] as Json;
  const put = (name: string, what: Json) =>
    Object.defineProperty(holder, name, {
      value: structuredClone(what),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  if (how === 'put') put(key, value);
  else if (how === 'wrap') put(key, [old]);
  else if (how === 'twice' && Array.isArray(old)) old.push(...structuredClone(old));
  else if (how === 'drop' && key !== 'list') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (how === 'rename' && key !== 'list' && !Array.isArray(holder)) {
    delete holder[key];
    put(KEYS[at(KEYS, other)] ?? 'more', old);
  } else if (how === 'swap') {
    const theirs = places[at(places, other)] ?? { holder, key };
    put(key, theirs.holder[theirs.key] ?? null);
  }
}
