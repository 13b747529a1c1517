import fc from 'fast-check';

const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('0', '1', '19', '20', '21', '999999999') },
);

/** The semver of a Go release. */
export const goSemver: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('1', '1', '1', '2', '0'),
    number,
    number,
    fc.constantFrom('', '', '', '-rc.', '-beta.'),
    number,
  )
  .map(
    ([major, minor, patch, label, count]) =>
      `${major}.${minor}.${patch}${label === '' ? '' : `${label}${count}`}`,
  );

/** A text that means exactly this release, in one of the ways to write it. */
export function spellings(version: string): string[] {
  const [numbers = '', label = ''] = version.split('-');
  const [major, minor, patch] = numbers.split('.');
  const short = `${major}.${minor}${patch === '0' ? '' : `.${patch}`}`;
  const texts = label === '' ? [numbers] : [`${numbers}-${label}`, `${short}${label.replace('.', '')}`];
  const all = texts.flatMap((text) => [text, `v${text}`, `go${text}`, `GO${text.toUpperCase()}`]);
  const named = label === '' && major === '1' && patch === '0' && Number(minor) <= 20;
  return named ? [...all, minor === '0' ? 'go1' : `go1.${minor}`] : all;
}

const oddNumber = fc.constantFrom('00', '01', '1000000000', '9007199254740993', '1e3', '-1', '٣', '');
const part = fc.oneof({ weight: 12, arbitrary: number }, { weight: 1, arbitrary: oddNumber });

/** `1`, `1.25`, `1.25.x`, `1.25.3-rc.1` and more, some of it wrong. */
const partial = fc
  .tuple(
    fc.constantFrom('', '', '', 'go', 'v', '=', 'V'),
    fc.array(
      fc.oneof({ weight: 8, arbitrary: part }, { weight: 1, arbitrary: fc.constantFrom('x', '*', 'X') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    fc.constantFrom('', '', '', '', '', '-rc.', 'rc', 'beta', '-beta.', '-0', '-', '+', '-alpha.', '-rc'),
    fc.oneof(number, fc.constant('')),
  )
  .map(
    ([prefix, numbers, label, count]) => `${prefix}${numbers.join('.')}${label === '' ? '' : label + count}`,
  );

/** The same without anything wrong. */
const soundPartial = fc.oneof(
  { weight: 3, arbitrary: fc.array(number, { minLength: 1, maxLength: 3 }).map((all) => all.join('.')) },
  { weight: 2, arbitrary: goSemver },
  {
    weight: 1,
    arbitrary: fc.tuple(number, fc.constantFrom('.x', '.*', '.X', '.x.x', '')).map(([n, x]) => `1.${n}${x}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('*', 'x', '1.25.0-0', '1.x') },
);

const operators = ['', '', '^', '~', '>=', '<=', '>', '<', '='];

/** What node-semver calls a range set, of such parts and operators. */
function rangeOf(
  parts: fc.Arbitrary<string>,
  signs: readonly string[],
  joints: readonly string[],
): fc.Arbitrary<string> {
  const simple = fc.tuple(fc.constantFrom(...signs), parts).map(([sign, text]) => `${sign}${text}`);
  const set = fc.oneof(
    { weight: 4, arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')) },
    { weight: 1, arbitrary: fc.tuple(parts, parts).map(([a, b]) => `${a} - ${b}`) },
  );
  return fc
    .tuple(fc.array(set, { minLength: 1, maxLength: 3 }), fc.constantFrom(...joints))
    .map(([sets, joint]) => sets.join(joint));
}

const soundRange = rangeOf(soundPartial, operators, [' || ', '||']);
const range = rangeOf(partial, [...operators, '~>', '>= ', '^ ', '!'], [' || ', '||', '|', ' ']);

const PIECES = [
  ...'1 . 25 3 rc beta go v - || x * ^ ~ >= < 0 = / \\ + é : %2f .. １ stable latest next oldstable'.split(
    ' ',
  ),
  ...[' ', '\t', '\n', '\r', '\0', '\u2028', '\u202e', '\ufeff', '\u00a0', '\ud800', '\u212a'],
  ...['__proto__', 'constructor', '$', '{{', '"', "'"],
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((all) => all.join(''));

const long = fc
  .tuple(
    fc.constantFrom(...PIECES, '1 || ', '1.', '1 - ', '>', '- ', '<1 '),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([piece, times]) => piece.repeat(times));

/** One character of a text put away, or something put before it. */
const damaged = fc
  .tuple(
    fc.oneof(partial, soundRange, goSemver),
    fc.nat({ max: 40 }),
    fc.boolean(),
    fc.constantFrom('', ...PIECES),
  )
  .map(([text, where, without, piece]) => {
    const at = where % (text.length + 1);
    return text.slice(0, at) + piece + text.slice(at + (without ? 1 : 0));
  });

/** A release, a range or an alias, written as it should be. */
export const soundText: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(goSemver, fc.nat({ max: 20 })).map(([version, choice]) => oneOf(spellings(version), choice)),
  soundRange,
  fc.constantFrom('stable', 'latest', 'oldstable', 'rc', 'next', '1.2'),
);

function oneOf(texts: readonly string[], choice: number): string {
  return texts[choice % texts.length] ?? '';
}

const spelled = fc
  .tuple(goSemver, fc.nat({ max: 20 }))
  .map(([version, choice]) => oneOf(spellings(version), choice));

/** Texts that are a version spec, nearly one, or none at all. */
export const specText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: spelled },
  { weight: 6, arbitrary: partial },
  { weight: 4, arbitrary: range },
  { weight: 6, arbitrary: soundRange },
  { weight: 5, arbitrary: damaged },
  { weight: 4, arbitrary: pieces },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'stable',
      'latest',
      'oldstable',
      'rc',
      'next',
      ' Stable\n',
      'NEXT',
      '1.1',
      '1.4',
    ),
  },
);
