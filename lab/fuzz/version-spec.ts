import path from 'node:path';
import fc from 'fast-check';
import { compare, rsort, satisfies } from 'semver';
import { SetupError } from '../../src/errors.ts';
import { fileName, isGoSemver, isPrerelease, toGoVersion, toSemver } from '../../src/release/names.ts';
import { selectVersion, stableMatches } from '../../src/release/select.ts';
import { parseSpec, type VersionSpec } from '../../src/release/spec.ts';
import { markerPath, sidecarPath, treePath } from '../../src/toolcache/layout.ts';
import { createFuzzer, demand } from './fuzzer.ts';
import { goName, goOrder, meaningOf } from './version-oracle.ts';
import { goSemver, specText, spellings } from './version-texts.ts';

const ORIGIN = 'input go-version';
const SEMVER = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-(?:rc|beta)\.\d{1,9})?$/;
const FILE_NAME =
  /^go\d{1,9}(?:\.\d{1,9}){0,2}(?:(?:rc|beta)\d{1,9})?\.windows-(?:386|amd64|arm64)\.(?:zip|msi)$/;

const input = fc.record({
  text: specText,
  from: fc.constantFrom('input' as const, 'file' as const),
  versions: fc.array(goSemver, { minLength: 1, maxLength: 8 }),
  architecture: fc.constantFrom('x64' as const, 'x86' as const, 'arm64' as const),
  resolution: fc.constantFrom('highest' as const, 'lowest' as const),
});

/** Whatever stands in go-version: it is understood as README says, or refused; and nothing else of it goes anywhere. */
export const versionSpec = createFuzzer({
  property:
    'any version spec is read as an oracle of another make reads it, or is E_SPEC; only parsed versions reach a path or a URL; ranges mean what they mean to node-semver; names, semvers and their order are one to one',
  cases: 200_000,
  slowMs: 50,
  input,
  check({ text, from, versions, architecture, resolution }, tally) {
    const spec = read(text, from);
    const wanted = meaningOf(text, from);
    tally.count(spec?.kind ?? 'refused');
    if (spec === undefined || wanted === undefined) {
      demand(
        spec === wanted,
        () => `read as ${JSON.stringify(spec)}, and should be ${JSON.stringify(wanted)}`,
      );
    } else {
      demand(spec.text === text.trim(), 'the text is not the one that was written');
      sameMeaning(spec, wanted);
      if (spec.kind === 'exact') safeNames(spec.version, architecture);
      if (spec.kind === 'range') sameMatches(spec, text, versions, resolution);
    }
    for (const version of versions) oneToOne(version);
    for (const [index, version] of versions.entries()) inOrder(version, versions[index + 1] ?? version);
  },
});

/** The spec, or undefined where it is refused as it should be: by an error that can stand in an annotation. */
function read(text: string, from: 'input' | 'file'): VersionSpec | undefined {
  try {
    return parseSpec(text, ORIGIN, { from });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const { code, message, remedy } = error;
    demand(code === 'E_SPEC', `${code} for a version spec`);
    demand(/^[\x20-\x7e\ufffd…]{1,300}$/.test(message), () => `a message of ${message.length}: ${message}`);
    demand(message.includes(ORIGIN) && /^[\x20-\x7e]+$/.test(remedy), 'no origin, or no remedy');
    return undefined;
  }
}

function sameMeaning(spec: VersionSpec, wanted: NonNullable<ReturnType<typeof meaningOf>>): void {
  const kinds = `${spec.kind} for ${wanted.kind}`;
  if (spec.kind === 'exact') demand(wanted.kind === 'exact' && spec.version === wanted.version, kinds);
  else if (spec.kind === 'alias') demand(wanted.kind === 'alias' && spec.alias === wanted.alias, kinds);
  else demand(wanted.kind === 'range', kinds);
}

/** What is made of a version for a URL and for the tool cache. */
function safeNames(version: string, architecture: 'x64' | 'x86' | 'arm64'): void {
  demand(SEMVER.test(version), `the version ${version}`);
  for (const kind of ['zip', 'msi'] as const) {
    const name = fileName(toGoVersion(version), architecture, kind);
    demand(FILE_NAME.test(name) && encodeURIComponent(name) === name, `the file name ${name}`);
  }
  const root = path.resolve('/tool-cache');
  const entry = { root, tool: 'go', version, architecture };
  for (const place of [treePath(entry), markerPath(entry), sidecarPath(entry)]) {
    const parts = path.relative(root, place).split(path.sep);
    const [tool, folder, name = ''] = parts;
    const right =
      tool === 'go' &&
      folder === version &&
      /^(?:x64|x86|arm64)(?:\.complete|\.setup-go-win\.json)?$/.test(name);
    demand(right && parts.length === 3, `the path ${place}`);
  }
}

/** A range chooses what node-semver, given the text itself, says that it matches, and the extreme of that by Go's own order. */
function sameMatches(
  spec: Extract<VersionSpec, { kind: 'range' }>,
  text: string,
  versions: readonly string[],
  resolution: 'highest' | 'lowest',
): void {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/^go(?=\d)/, '');
  const matches = versions.filter((version) => satisfies(version, written));
  const stable = matches.filter((version) => !version.includes('-'));
  const listed = stableMatches(spec.range, versions);
  demand(String(listed) === String(rsort([...new Set(stable)])), `stable matches ${listed}`);
  const eligible = [...(stable.length > 0 ? stable : matches)].sort(goOrder);
  const best = eligible.at(resolution === 'highest' ? -1 : 0);
  const chosen = selectVersion(spec, versions, resolution);
  demand(chosen === best, `${chosen} was chosen in place of ${best}`);
}

/** Names and semvers of releases, and every way to write one. */
function oneToOne(version: string): void {
  demand(isGoSemver(version), `${version} is none of Go's`);
  const name = toGoVersion(version);
  demand(name === goName(version), `${version} is called ${name}`);
  demand(toSemver(name) === version, `${version} is called ${name}, which means ${toSemver(name)}`);
  demand(isPrerelease(version) === /rc|beta/.test(name), `${name} is a prerelease or not`);
  for (const text of [name, ...spellings(version)]) {
    const spec = parseSpec(text, ORIGIN, { from: 'file' });
    const exact = spec.kind === 'exact' && spec.version === version;
    demand(exact, `${text} is ${JSON.stringify(spec)} and not ${version}`);
  }
}

function inOrder(a: string, b: string): void {
  const order = Math.sign(goOrder(a, b));
  demand(order === compare(a, b), `${a} and ${b} are ordered ${order}`);
}
