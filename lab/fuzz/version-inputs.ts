import fc from 'fast-check';
import { byteFlips, changes } from './text-changes.ts';
import { layout } from './version-layouts.ts';

/** No file beyond this is read, in bytes. */
export const BOUND = 2 ** 20;

/** Each way to write a text that is understood. */
export const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with BOM': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
} as const;

const BAITS = [
  ...[
    'go ',
    'go 1.25.3',
    'toolchain go1.25.3-',
    'golang 1.24',
    '[tools]\n',
    'go = "1.2"',
    ' ',
    '$'.concat('{{ x }}'),
  ],
  ...'( ) // # \\ " \' """ [ { = ` path: ref: system prefix:1 ../ %2e%2e file:/// 1.1 __proto__'.split(' '),
  ...['\0', '\ud800', '\ufeff', '\r', '\n', '\u2028', '\u0085', '\x1b[2J'],
];
const SAMPLES = [
  'module example.org/m\n\ngo 1.25.3\n\ntoolchain go1.26.1\n\nrequire (\n\tgolang.org/x/tools v0.1.0 // indirect\n)\n',
  'go 1.24\n\nuse (\n\t./a\n\t./b\n)\n',
  '1.25.3\n',
  '# Go\n1.25.x # newest\n',
  'nodejs 24.1.0\ngolang 1.25.3 1.24.1\n',
  '[tools]\nnode = "24"\ngo = ["1.25", "1.24"]\n',
  '[tools.golang]\nversion = "1.25rc1"\n[env]\nGOPROXY = "off"\n',
];

const endings = fc.constantFrom('\n', '\n', '\r\n', '\r');
const encoding = fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[]));

/** What is written as it should be, and comes in every encoding. */
const sound = fc.record({
  kind: fc.constant('sound' as const),
  file: layout,
  ending: endings,
  ended: fc.boolean(),
  encoding,
});

const damaged = fc.record({
  kind: fc.constant('damaged' as const),
  name: fc.constantFrom(
    ...'go.mod go.work .go-version .tool-versions mise.toml .mise.toml version'.split(' '),
  ),
  text: fc.oneof(
    fc.constantFrom(...SAMPLES),
    layout.map(({ lines }) => lines.join('\n')),
  ),
  changes: fc.array(changes({ samples: SAMPLES, baits: BAITS, repeats: { baits: 300, lines: 40 } }), {
    maxLength: 4,
  }),
  encoding,
  flips: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: byteFlips }),
  resolution: fc.constantFrom('highest' as const, 'lowest' as const),
});

/** Around the bound, and far beyond it. */
const large = fc.record({
  kind: fc.constant('large' as const),
  name: fc.constantFrom('go.mod', '.go-version', '.tool-versions', 'mise.toml'),
  size: fc.constantFrom(BOUND - 1, BOUND, BOUND + 1, 64 * BOUND),
  piece: fc.constantFrom(' ', '\n', '(', 'go ', '//', '#', '"', '[', 'x', '\r'),
});

/** Version files as they should be, damaged ones, and now and then a large one. */
export const versionFileInput = fc.oneof(
  { weight: 600, arbitrary: sound },
  { weight: 900, arbitrary: damaged },
  { weight: 1, arbitrary: large },
);
