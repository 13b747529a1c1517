import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { classify } from '../../src/msi/classify.ts';
import { DIGEST_LINES, digestLines } from '../../src/msi/digest.ts';
import { parseMsiLog } from '../../src/msi/log.ts';
import { createFuzzer, demand } from './fuzzer.ts';
import { byteFlips, changes, flip, named } from './text-changes.ts';

/** Facts are a few dozens of texts of a few hundred characters. */
const FACTS_LIMIT = 128 * 1024;

const logs = fileURLToPath(new URL('../../__tests__/msi/logs', import.meta.url));
const samples = readdirSync(logs)
  .filter((file) => file.endsWith('.log.txt'))
  .map((file) => readFileSync(path.join(logs, file), 'utf8'));

/** Parts that the parser's expressions look for, where they are least expected. */
const BAITS = [
  'MSI (s) (44:34) [17:33:22:095]: ',
  'Note: 1: 1304 2: ',
  'Info 1603. The file C:\\a ',
  ' is being held in use by the following process: Name: ',
  'Windows Installer installed the product. Product Name: ',
  'RemoveExistingProducts: Application: {',
  'MainEngineThread is returning ',
  'Action ended 1:11:11: ',
  'Product: x -- Error 1714. ',
  '1:11:11: ',
  ': ',
  ', ',
  "'",
  '\\\\',
  '\0',
  '\ufeff',
  '\ud800',
];

const change = fc.oneof(
  { weight: 8, arbitrary: changes({ samples, baits: BAITS, repeats: { baits: 400, lines: 30 } }) },
  { weight: 1, arbitrary: fc.constant(named('1603', (text) => text.replaceAll(/\d{4}\./g, '1603.'))) },
);

const encodings = {
  'utf-16le with BOM': (text: string) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le'),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16be with BOM': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'utf-8': (text: string) => Buffer.from(text),
  ansi: (text: string) => Buffer.from(text, 'latin1'),
} as const;

/** A log as bytes: a written one, changed, encoded, a few bytes of it changed, in chunks. */
const mutated = fc.record({
  sample: fc.constantFrom(...samples),
  changes: fc.array(change, { maxLength: 4 }),
  encoding: fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
  flips: byteFlips,
  chunk: fc.constantFrom(1, 3, 61, 4096, 1 << 20),
  exitCode: fc.constantFrom(null, 0, 1602, 1603, 1618, 1625, 3010, 0xc000013a, -1, 4711),
});

/** Whatever is in a log: it is read without an exception, quickly, and what is kept of it is small and fits on a screen. */
export const msiLog = createFuzzer({
  property: 'any log of msiexec is read without an exception, quickly, into few facts and at most 15 lines',
  cases: 100_000,
  // A log of a few kilobytes that takes longer has met an expression which does not take linear time.
  slowMs: 1000,
  input: mutated,
  async check({ sample, changes, encoding, flips, chunk, exitCode }, tally) {
    const text = changes.reduce((result, apply) => apply(result), sample);
    const log = encodings[encoding](text);
    flip(log, flips);
    tally.count('bytes', log.length);

    const facts = await parseMsiLog(inChunks(log, Math.max(chunk, Math.ceil(log.length / 5000))));
    const verdict = classify(exitCode, facts);
    const digest = digestLines(facts, 'C:\\logs\\install-1.log');

    const size = JSON.stringify(facts).length;
    tally.peak('characters of facts', size);
    demand(size <= FACTS_LIMIT, `facts of ${size} characters`);
    demand(facts.unreadable === undefined, String(facts.unreadable));
    demand(digest.length <= DIGEST_LINES, `a digest of ${digest.length} lines`);
    demand(!digest.some((line) => line.length > 300 || line.includes('\n')), 'a digest line');
    demand(verdict.class === 'ok' || verdict.remedy !== '', 'a failure without a remedy');
    tally.count(verdict.class);
  },
});

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
