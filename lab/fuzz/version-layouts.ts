import fc from 'fast-check';
import { toGoVersion } from '../../src/release/names.ts';
import { type Meaning, meaningOf } from './version-oracle.ts';
import { goSemver, soundText } from './version-texts.ts';

/** A version file as somebody writes it, and what it means. */
export interface Layout {
  readonly name: string;
  readonly lines: readonly string[];
  readonly resolution: 'highest' | 'lowest';
  /** Where the version stands, as it is told: `go.mod line 3 (go)`. */
  readonly origin: string;
  readonly meaning: Meaning | undefined;
}

const resolution = fc.constantFrom('highest' as const, 'lowest' as const);

/** Everything that go.mod and go.work may hold beside the version, with versions where none counts. */
const GO_BLOCKS: readonly (readonly string[])[] = [
  ['module example.org/go'],
  [''],
  ['// go 1.1.1'],
  ['\t// toolchain go1.1.1'],
  ['require (', '\tgo v1.1.1', '\ttoolchain v1.2.2 // indirect', ')'],
  ['require( // go 1.1.1', '\tgo v1.1.1', '\t// )', '', '\tgo v1.1.2 // (', ') // toolchain go1.1.1'],
  ['require golang.org/x/tools v0.1.0 // go 1.1.1'],
  ['require ()'],
  ['exclude ( ', 'go v1.1.1', '  ) '],
  ['retract [v1.0.0, v1.1.0] // (', 'retract v1.2.0'],
  ['replace go v1.1.1 => ../go'],
  ['replace (', 'go => ./go', '\t"toolchain" => "./(x)"', ')'],
  ['godebug default=go1.21'],
  ['godebug (', '\tgo=1.1.1', ')'],
  ['tool golang.org/x/tools/cmd/stringer'],
  ['use (', '\t./go', '\t./a // go 1.1.1', ')'],
  ['use ./go'],
];

const indent = fc.constantFrom('', '', ' ', '\t', '  ');
const gap = fc.constantFrom(' ', ' ', '\t', '  ');
const goTail = fc.constantFrom('', '', ' ', ' // the least', '// go 1.1.1', '\t//');

/** `1.25.3`, `1.21`, `1.25rc1`: as a go.mod writes it. */
const goValue = fc.oneof(
  goSemver.map((version) => toGoVersion(version).slice(2)),
  fc.integer({ min: 1, max: 40 }).map((minor) => `1.${minor}`),
);
const toolchainValue = fc.oneof(
  { weight: 4, arbitrary: goSemver.map(toGoVersion) },
  { weight: 1, arbitrary: fc.constant('default') },
);

const goFile: fc.Arbitrary<Layout> = fc
  .record({
    name: fc.constantFrom('go.mod', 'go.work', 'tools.mod', 'GO.MOD'),
    blocks: fc.array(fc.constantFrom(...GO_BLOCKS), { maxLength: 8 }),
    go: fc.option(fc.tuple(indent, gap, goValue, goTail, fc.nat({ max: 8 })), { freq: 8 }),
    toolchain: fc.option(fc.tuple(indent, gap, toolchainValue, goTail, fc.nat({ max: 8 }))),
    suffix: fc.constantFrom('', '', '-acme', '-acme.2', '-1'),
    resolution,
  })
  .map(({ name, blocks, go, toolchain, suffix, resolution }) => {
    const all = blocks.map((lines) => ({ lines, key: '' }));
    const put = (key: string, [before, between, value, tail, where]: NonNullable<typeof go>, more = '') =>
      all.splice(where % (all.length + 1), 0, {
        lines: [`${before}${key}${between}${value}${more}${tail}`],
        key,
      });
    if (go !== null) put('go', go);
    if (toolchain !== null) put('toolchain', toolchain, toolchain[2] === 'default' ? '' : suffix);
    const chain = toolchain === null || toolchain[2] === 'default' ? undefined : toolchain[2];
    const first = resolution === 'lowest' ? (go?.[2] ?? chain) : (chain ?? go?.[2]);
    const key =
      first !== undefined && first === go?.[2] && !(first === chain && resolution === 'highest')
        ? 'go'
        : 'toolchain';
    const before = all.slice(
      0,
      all.findIndex((block) => block.key === key),
    );
    const line = 1 + before.reduce((sum, block) => sum + block.lines.length, 0);
    return {
      name,
      lines: all.flatMap((block) => block.lines),
      resolution,
      origin: `${name} line ${line} (${key})`,
      meaning: first === undefined ? undefined : meaningOf(first, 'file'),
    };
  });

/** Lines before and behind the one that counts. */
const around = (lines: readonly string[]) => fc.array(fc.constantFrom(...lines), { maxLength: 6 });

const versionLine: fc.Arbitrary<Layout> = fc
  .record({
    name: fc.constantFrom('.go-version', 'GOVERSION.txt', 'mise.txt', 'mod'),
    before: around(['', '  ', '# 1.1.1', '// 1.1.1', '\t#', '\t// the team says']),
    line: fc.tuple(indent, soundText, fc.constantFrom('', ' ', '\t', '# newest', ' # 1.1.1')),
    after: around(['', '1.1.1', '# so', 'golang 1.1.1', '\ud7ff', 'go 1.1.1']),
    resolution,
  })
  .map(({ name, before, line, after, resolution }) => ({
    name,
    lines: [...before, line.join(''), ...after],
    resolution,
    origin: `${name} line ${before.length + 1}`,
    meaning: meaningOf(line[1], 'file'),
  }));

const toolVersions: fc.Arbitrary<Layout> = fc
  .record({
    before: around([
      '',
      'nodejs 24.1.0',
      '# golang 1.1.1',
      'golangci-lint 2.1.0',
      'gohugo 1.1.1 # go 1.1',
      '\tgoreleaser 1',
    ]),
    key: fc.constantFrom('golang', 'go'),
    line: fc.tuple(
      indent,
      gap,
      soundText,
      fc.constantFrom('', ' ', ' 1.1.1', '\t1.1.1 system', '# pinned', ' # 1'),
    ),
    after: around(['', 'golang 1.1.1', 'go 1.1.1', 'python 3.13']),
    resolution,
  })
  .map(({ before, key, line: [start, between, text, tail], after, resolution }) => {
    // A line is cut at its spaces, so a range has to do without.
    const value = text.split(' ')[0] ?? '';
    return {
      name: '.tool-versions',
      lines: [...before, `${start}${key}${between}${value}${tail}`, ...after],
      resolution,
      origin: `.tool-versions line ${before.length + 1} (${key})`,
      meaning: meaningOf(value, 'file'),
    };
  });

const TOML: readonly ((key: string, value: string) => readonly string[])[] = [
  (key, value) => ['[tools]', `${key} = ${value}`],
  (key, value) => ['[tools]', 'node = "24"', `"${key}" = [${value}, "1.1.1"]`],
  (key, value) => ['[tools]', `${key} = { version = ${value}, os = ["windows"] }`],
  (key, value) => [`[tools.${key}]`, `version = ${value} # "1.1.1"`],
  (key, value) => [`tools.${key} = ${value}`],
  (key, value) => [`tools = { ${key} = [{ version = ${value} }, "1.1.1"] }`],
  (key, value) => ['[tools]', `${key} = [`, `  # "1.1.1"`, `  ${value},`, ']'],
];

const mise: fc.Arbitrary<Layout> = fc
  .record({
    name: fc.constantFrom('mise.toml', '.mise.toml', 'mise.local.toml', 'MISE.TOML'),
    key: fc.constantFrom('go', 'golang'),
    form: fc.constantFrom(...TOML),
    text: soundText,
    literal: fc.boolean(),
    before: around(['', '# go = "1.1.1"', '   ', 'min_version = "1.1.1"']),
    after: around(['', '# [tools]', '   ']),
    rest: fc.constantFrom([], ['[env]', 'GO = "1.1.1"', 'go = "1.1.1"'], ['[tasks.go]', "run = '[tools]'"]),
    resolution,
  })
  .map(({ name, key, form, text, literal, before, after, rest, resolution }) => ({
    name,
    // A key can't stand there twice.
    lines: [
      ...new Set(before),
      ...form(key, literal ? `'${text}'` : JSON.stringify(text)),
      ...after,
      ...rest,
    ],
    resolution,
    origin: `${name} (tools.${key})`,
    meaning: meaningOf(text, 'file'),
  }));

/** A version file of any kind in a legal layout. */
export const layout: fc.Arbitrary<Layout> = fc.oneof(
  { weight: 3, arbitrary: goFile },
  { weight: 1, arbitrary: versionLine },
  { weight: 1, arbitrary: toolVersions },
  { weight: 1, arbitrary: mise },
);
