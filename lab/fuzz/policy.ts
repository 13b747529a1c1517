import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { SetupError } from '../../src/errors.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { parsePolicy } from '../../src/policy/read.ts';
import { type Schema, violations } from '../machine/json-schema.ts';
import { createFuzzer, demand, type Tally } from './fuzzer.ts';
import { byteFlips, changes, flip } from './text-changes.ts';
import { encodings } from './version-inputs.ts';

const docs = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');
const schema = JSON.parse(docs('policy.schema.json')) as Schema;
const EXAMPLE = /```json\n([\s\S]*?)```/.exec(docs('policy.md'))?.[1] ?? '';
const SAMPLES = [
  EXAMPLE,
  JSON.stringify(JSON.parse(EXAMPLE)),
  '{}\n',
  '{\r\n  "versions": { "allowed": ["1.26", "go1.25rc1"] },\r\n  "endOfLife": "note"\r\n}\r\n',
  '{"sources": ["\\\\\\\\files\\\\go", "D:/go", "tool-cache-unverified"], "maxFailures": "0%"}',
  '{"minimumAge": {"days": 1, "unknown": "allow"}, "method": "msi", "officialOnly": false}',
];
const BAITS = [
  ...'{ } [ ] , : " \\ // /* */ # true null -0 1e999 01 .5 NaN __proto__ constructor toString'.split(' '),
  ...[
    '"name": "a",',
    '"method": "zip",',
    '"1.26.3",',
    '"stable"',
    '"\\u0000"',
    '"\\ud800"',
    'https://a:b@c/d?e',
  ],
  ...['\0', '\ud800', '\ufeff', '\r', '\n', '\u2028', '\u0085', '\x1b[2J', '['.repeat(9000)],
];

const FILE = 'C:\\runner\\go-policy.json';

/** Whatever a policy file holds: it is read as the schema has it, or refused at a place of its text. */
export const policy = createFuzzer({
  property:
    'a policy that is JSON and as its schema has it is read, with each rule at its line; any other is E_INPUT naming the file and a line and column that there are',
  cases: 100_000,
  slowMs: 2000,
  input: fc.record({
    text: fc.constantFrom(...SAMPLES),
    changes: fc.array(changes({ samples: SAMPLES, baits: BAITS, repeats: { baits: 3, lines: 3 } }), {
      maxLength: 4,
    }),
    encoding: fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
    flips: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: byteFlips }),
  }),
  check(one, tally) {
    const bytes = encodings[one.encoding](one.changes.reduce((text, change) => change(text), one.text));
    flip(bytes, one.flips);
    const text = decoded(bytes);
    const value = text === undefined ? undefined : parsed(text);
    const sound = value !== undefined && violations(value.json, schema).length === 0;
    const found = read(bytes);
    if (typeof found !== 'string') {
      demand(sound, () => `read, and is not as the schema has it: ${text}`);
      for (const { path, line } of rulesOf(found)) standsAt(path, line, text ?? '');
      return tally.count('read');
    }
    refusedAtAPlace(found, text, tally);
    // What no schema can say.
    const beyond = / is given twice| and it takes (?:a version or a range|go\.dev,)|nested too deep/;
    demand(!sound || beyond.test(found), () => `refused, and is as the schema has it: ${found}`);
    tally.count(
      text === undefined
        ? 'no text'
        : value === undefined
          ? 'no JSON'
          : sound
            ? 'beyond the schema'
            : 'no policy',
    );
  },
});

/** The policy; where it is refused, the message. */
function read(bytes: Buffer): Policy | string {
  try {
    return parsePolicy(bytes, FILE);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    demand(error.code === 'E_INPUT', `${error.code} for a policy file`);
    return [error.message, ...error.evidence].join('\n');
  }
}

function decoded(bytes: Buffer): string | undefined {
  const mark = bytes.toString('hex', 0, 2);
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function refusedAtAPlace(message: string, text: string | undefined, tally: Tally): void {
  demand(message.startsWith(`The policy ${FILE} is not `), message);
  const places = [...message.matchAll(/(?:^|usable: )line (\d+), column (\d+): /gm)];
  demand(text === undefined || places.length > 0, () => `no place in: ${message}`);
  const lines = (text ?? '').split(/\r\n|[\r\n]/);
  for (const [, line, column] of places) {
    const length = lines[Number(line) - 1]?.length;
    demand(length !== undefined && Number(column) <= length + 1, () => `there is no ${line}:${column}`);
  }
  tally.peak('problems', places.length);
  for (const line of message.split('\n'))
    demand(line.length < 600, () => `a line of ${line.length}: ${line}`);
}

function rulesOf({ allowed, forbidden, method, sources, minimumAge, endOfLife, maxFailures }: Policy) {
  const rules = [allowed, method, sources, minimumAge, endOfLife, maxFailures, ...forbidden];
  return rules.filter((rule) => rule !== undefined);
}

/** A rule's value begins in the line that it names: there, or in a line before, its name stands. */
function standsAt(path: string, line: number, text: string): void {
  const lines = text.split(/\r\n|[\r\n]/).slice(0, line);
  demand(lines.length === line, () => `${path} stands in line ${line}, and there are ${lines.length}`);
  const name =
    path
      .replace(/\[\d+\]$/, '')
      .split('.')
      .at(-1) ?? '';
  demand(
    lines.join('\n').includes(`"${name}"`) || text.includes('\\u'),
    () => `${name} is not there by line ${line}`,
  );
}
