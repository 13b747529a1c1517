import fc from 'fast-check';

const FINE = [
  ...'src bin go.exe VERSION a b c x.go .con com com10 console nul1.txt lpt Äfoo.go ß ı ſ ﬁ σ 日本'.split(
    ' ',
  ),
  ...['\u{1f600}', 'a b', 'a..b', '-', '~', '$', 'go', '\u202e'],
];
/** The same file as another one of these, or of those above, where case does not count. */
const CASES = 'A B SRC Bin version X.GO äFOO.go SS ss ẞ I i S FI Σ ς \u212a k K İ i̇'.split(' ');
const HOSTILE = [
  ...'.. . ... CON prn Aux nul.txt NUL com1 COM\u00b9 lpt9.a.b LPT\u00b2 CONIN$ conout$.x x. a:b C:'.split(
    ' ',
  ),
  ...'::$DATA a\\b ..\\.. \\\\?\\C: < a> a|b ? * " %2e%2e C%3A ＣＯＮ \uff0e\uff0e \u2215'.split(' '),
  ...[
    '',
    ' ',
    'x ',
    'aux .c',
    'nul  ',
    'a\0b',
    '\n',
    '\x7f',
    '\x1f',
    'a'.repeat(256),
    '\u00a0',
    '\u2028',
    '\ufeff',
  ],
];

const of = (names: readonly string[]) => fc.constantFrom(...names);
const segment = fc.oneof(
  { weight: 30, arbitrary: of(FINE) },
  { weight: 4, arbitrary: of(CASES) },
  { weight: 1, arbitrary: of(HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

const slash = fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constant('/') });

/** Names of entries: most are as they should be, some collide, some would leave the target or can't be on Windows. */
export const entryName: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), slash)
      .map(([segments, end]) => `go/${segments.join('/')}${end}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        of(['', '/', 'GO/', 'go', '../', 'C:/', 'go/../', '//server/share/', './go/', 'go\\', 'go/']),
        segment,
      )
      .map(([top, name]) => `${top}${name}`),
  },
);

/** Names that can stand beside each other in one archive, whatever else is there. */
export const soundName: fc.Arbitrary<string> = fc
  .array(of(FINE), { minLength: 1, maxLength: 3 })
  .map((segments) => segments.join('/'));
