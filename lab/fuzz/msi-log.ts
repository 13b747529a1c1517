import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { classify } from '../../src/msi/classify.ts';
import { DIGEST_LINES, digestLines } from '../../src/msi/digest.ts';
import { parseMsiLog } from '../../src/msi/log.ts';
import type { Fuzzer, FuzzReport } from './fuzzer.ts';

/** A log of a few kilobytes that takes longer has met an expression which does not take linear time. */
const SLOW_MS = 1000;
/** Facts are a few dozens of texts of a few hundred characters. */
const FACTS_LIMIT = 128 * 1024;

const logs = fileURLToPath(new URL('../../__tests__/msi/logs', import.meta.url));
const samples = readdirSync(logs)
  .filter((file) => file.endsWith('.log.txt'))
  .map((file) => readFileSync(path.join(logs, file), 'utf8'));
const lines = [...new Set(samples.flatMap((sample) => sample.split('\n')))];

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

type Change = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number) => Math.floor(where * text.length);

/** Changes of the text: cut, repeated, mixed with another log, baited, made one long line. */
const change: fc.Arbitrary<Change> = fc.oneof(
  place.map(
    (where): Change =>
      (text) =>
        text.slice(0, at(text, where)),
  ),
  place.map(
    (where): Change =>
      (text) =>
        text.slice(at(text, where)),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Change =>
      (text) => {
        const [start = 0, end = 0] = [at(text, from), at(text, to)].sort((a, b) => a - b);
        return text.slice(0, start) + text.slice(end);
      },
  ),
  fc.tuple(place, fc.constantFrom(...lines), fc.integer({ min: 1, max: 30 })).map(
    ([where, line, times]): Change =>
      (text) =>
        `${text.slice(0, at(text, where))}\n${`${line}\n`.repeat(times)}${text.slice(at(text, where))}`,
  ),
  fc.tuple(place, fc.constantFrom(...BAITS), fc.integer({ min: 1, max: 400 })).map(
    ([where, bait, times]): Change =>
      (text) =>
        text.slice(0, at(text, where)) + bait.repeat(times) + text.slice(at(text, where)),
  ),
  fc.tuple(place, fc.string({ unit: 'binary', maxLength: 80 })).map(
    ([where, junk]): Change =>
      (text) =>
        text.slice(0, at(text, where)) + junk + text.slice(at(text, where)),
  ),
  fc.constant<Change>((text) => text.replaceAll('\n', ' ')),
  fc.constant<Change>((text) => text.replaceAll(/\d{4}\./g, '1603.')),
  fc.constantFrom(...samples).map(
    (other): Change =>
      (text) =>
        text + other,
  ),
);

const encodings = {
  'utf-16le with BOM': (text: string) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le'),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-8': (text: string) => Buffer.from(text),
  ansi: (text: string) => Buffer.from(text, 'latin1'),
} as const;

/** A log as bytes: a written one, changed, encoded, a few bytes of it changed, in chunks. */
const mutated = fc.record({
  sample: fc.constantFrom(...samples),
  changes: fc.array(change, { maxLength: 4 }),
  encoding: fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
  flips: fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  chunk: fc.constantFrom(1, 3, 61, 4096, 1 << 20),
  exitCode: fc.constantFrom(null, 0, 1602, 1603, 1618, 1625, 3010, 0xc000013a, -1, 4711),
});

/** Whatever is in a log: it is read without an exception, quickly, and what is kept of it is small and fits on a screen. */
export const msiLog: Fuzzer = {
  property: 'any log of msiexec is read without an exception, quickly, into few facts and at most 15 lines',
  cases: 100_000,
  async run(cases, seed): Promise<FuzzReport> {
    const started = performance.now();
    let slowestMs = 0;
    let largest = 0;
    let bytes = 0;
    const classes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(mutated, async ({ sample, changes, encoding, flips, chunk, exitCode }) => {
        const text = changes.reduce((result, apply) => apply(result), sample);
        const log = encodings[encoding](text);
        for (const [where, value] of flips) log[Math.floor(where * log.length)] = value;
        bytes += log.length;

        const begun = performance.now();
        const facts = await parseMsiLog(inChunks(log, Math.max(chunk, Math.ceil(log.length / 5000))));
        const verdict = classify(exitCode, facts);
        const digest = digestLines(facts, 'C:\\logs\\install-1.log');
        const tookMs = performance.now() - begun;

        slowestMs = Math.max(slowestMs, tookMs);
        if (tookMs > SLOW_MS) throw new Error(`took ${tookMs.toFixed(0)} ms`);
        const size = JSON.stringify(facts).length;
        largest = Math.max(largest, size);
        if (size > FACTS_LIMIT) throw new Error(`facts of ${size} characters`);
        if (facts.unreadable !== undefined) throw new Error(facts.unreadable);
        if (digest.length > DIGEST_LINES) throw new Error(`a digest of ${digest.length} lines`);
        if (digest.some((line) => line.length > 300 || line.includes('\n'))) throw new Error('a digest line');
        if (verdict.class !== 'ok' && verdict.remedy === '') throw new Error('a failure without a remedy');
        classes.set(verdict.class, (classes.get(verdict.class) ?? 0) + 1);
      }),
      { numRuns: cases, seed, endOnFailure: false },
    );
    return {
      cases,
      totalMs: performance.now() - started,
      slowestMs,
      figures: [
        `${(bytes / 1e6).toFixed(0)} MB of logs; the largest facts have ${largest} characters`,
        `classes: ${[...classes].map(([name, count]) => `${name} ${count}`).join(', ')}`,
      ],
    };
  },
};

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
