import fc from 'fast-check';
import { recordedList } from '../../__tests__/release/recorded.ts';
import { applyEdit, type Edit, edit, HOSTILE, KEYS } from './list-edits.ts';
import type { Json } from './list-oracle.ts';
import { at, type Change, changes, named, place } from './text-changes.ts';
import { goName } from './version-oracle.ts';
import { goSemver } from './version-texts.ts';

/** Releases out of go.dev's list with few of their files, so that most of a change's places count. */
const RELEASES = (
  JSON.parse(recordedList) as { version: string; stable: boolean; files: { os: string }[] }[]
).map((release) => ({
  ...release,
  files: release.files.filter(({ os }, index) => os === 'windows' || index === 0),
})) as Json[];

/** A release that nobody has seen yet. */
const madeUp: fc.Arbitrary<Json> = fc
  .tuple(goSemver, fc.boolean(), fc.constantFrom('ab', 'CD', '09'), fc.nat({ max: 2 ** 31 }))
  .map(([semver, stable, digits, size]) => {
    const version = goName(semver);
    const files = ['386', 'amd64', 'arm64', 'arm'].flatMap((arch) =>
      ['zip', 'msi'].map((end) => ({
        ...{ filename: `${version}.windows-${arch}.${end}`, os: 'windows', arch, version, size },
        ...{ sha256: digits.repeat(32), kind: end === 'zip' ? 'archive' : 'installer' },
      })),
    );
    return { version, stable, files };
  });

/** A member put into the nth object of the text, before or behind the others: JSON.parse takes the last of two. */
const member: fc.Arbitrary<Change> = fc
  .record({
    where: place,
    last: fc.boolean(),
    key: fc.constantFrom(...KEYS),
    value: fc.constantFrom(...HOSTILE),
  })
  .map(({ where, last, key, value }) =>
    named(`member ${key} at ${where}`, (text) => {
      const from = text.indexOf(last ? '}' : '{', at(text, where));
      if (from < 0) return text;
      const pair = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
      return last
        ? `${text.slice(0, from)},${pair}${text.slice(from)}`
        : `${text.slice(0, from + 1)}${pair},${text.slice(from + 1)}`;
    }),
  );

/** A value that is nested as deep as a server likes, in place of a number or a word. */
const nest: fc.Arbitrary<Change> = fc
  .tuple(place, fc.constantFrom('[', '{"a":'), fc.constantFrom(10, 1000, 20_000))
  .map(([where, open, depth]) =>
    named(`nested ${depth} deep at ${where}`, (text) => {
      const colon = text.indexOf(':', at(text, where));
      const end = /[,}]/.exec(text.slice(colon + 1));
      if (colon < 0 || end === null) return text;
      const deep = `${open.repeat(depth)}0${(open === '[' ? ']' : '}').repeat(depth)}`;
      return text.slice(0, colon + 1) + deep + text.slice(colon + 1 + end.index);
    }),
  );

const textChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: member },
  { weight: 1, arbitrary: nest },
  {
    weight: 2,
    arbitrary: changes({
      samples: [JSON.stringify(RELEASES.slice(0, 1)), '[]', '<html></html>'],
      baits: [
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        '"',
        '\\',
        '\\u0000',
        '\0',
        '<',
        '\ufeff',
        '9'.repeat(400),
        '1e999',
        '-0',
        '//',
        'NaN',
        'null',
      ],
      repeats: { baits: 40, lines: 3 },
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('\ufeff', ' \n', ' <', '\0')
      .map((start) => named(JSON.stringify(start), (text) => start + text)),
  },
);

/** A release list, edited and changed. */
export interface ListText {
  readonly releases: readonly Json[];
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

/** Such lists: some are as they should be, most have something wrong. */
export const listText: fc.Arbitrary<ListText> = fc.record({
  releases: fc.array(
    fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...RELEASES) }, { weight: 2, arbitrary: madeUp }),
    { minLength: 1, maxLength: 4 },
  ),
  edits: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(edit, { maxLength: 3 }) },
  ),
  changes: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(textChange, { maxLength: 3 }) },
  ),
});

/** The body that a server sends. */
export function bodyOf({ releases, edits, changes }: ListText): string {
  const root: { list: Json } = { list: structuredClone([...releases]) };
  for (const one of edits) applyEdit(root, one);
  return changes.reduce((text, change) => change(text), JSON.stringify(root.list));
}
