import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../../src/errors.ts';
import type { VersionRequest } from '../../src/release/spec.ts';
import { readVersionFile } from '../../src/release/version-file.ts';
import { createFuzzer, demand, type Tally } from './fuzzer.ts';
import { flip } from './text-changes.ts';
import { BOUND, encodings, versionFileInput } from './version-inputs.ts';
import type { Layout } from './version-layouts.ts';
import { meaningOf } from './version-oracle.ts';

/** Whatever a version file holds: it is the version that stands there, with its place, or a failure that names the file. */
export const versionFile = createFuzzer({
  property:
    'a version file in any legal layout gives its version and line; any other gives what stands at the line it names, or a SetupError naming the file; nothing beyond 1 MiB is read',
  cases: 200_000,
  slowMs: 2000,
  input: versionFileInput,
  async check(one, tally, scratch) {
    const name = one.kind === 'sound' ? one.file.name : one.name;
    const file = path.join(scratch, name);
    if (one.kind === 'sound') {
      // A carriage return by itself ends no line in TOML.
      const ending = name.toLowerCase().endsWith('.toml') && one.ending === '\r' ? '\n' : one.ending;
      const text = one.file.lines.join(ending) + (one.ended ? ending : '');
      writeFileSync(file, encodings[one.encoding](text));
      return await readsAsWritten(file, one.file, tally);
    }
    if (one.kind === 'large') {
      writeFileSync(file, one.piece.repeat(Math.floor(Math.min(one.size, BOUND) / one.piece.length)));
      truncateSync(file, one.size);
      const message = await failureOf(file, 'highest');
      demand(typeof message === 'string', 'a version out of junk');
      if (one.size > BOUND)
        demand(message.includes(`${one.size} bytes`), `not refused by its size: ${message}`);
      return tally.count('large');
    }
    const text = one.changes.reduce((result, change) => change(result), one.text);
    const bytes = encodings[one.encoding](text);
    flip(bytes, one.flips);
    writeFileSync(file, bytes);
    tally.count('bytes', bytes.length);
    const request = await failureOf(file, one.resolution);
    if (typeof request === 'string') return tally.count('refused');
    tally.count('read in spite of damage');
    standsThere(name, bytes, request);
  },
});

async function readsAsWritten(
  file: string,
  { resolution, meaning, origin }: Layout,
  tally: Tally,
): Promise<void> {
  const request = await failureOf(file, resolution);
  if (typeof request === 'string') {
    demand(meaning === undefined, () => `refused, though it means ${JSON.stringify(meaning)}: ${request}`);
    return tally.count('sound, without a version');
  }
  demand(meaning !== undefined, () => `read as ${JSON.stringify(request)}, though there is none`);
  demand(request.origin === origin, `from ${request.origin}, and stands in ${origin}`);
  const { text: _, ...spec } = request.spec;
  const wanted =
    meaning.kind === 'range' ? { ...meaning, range: meaning.range.replace(/ +/g, ' ') } : meaning;
  demand(JSON.stringify(spec) === JSON.stringify(wanted), () => `read as ${JSON.stringify(spec)}`);
  tally.count('sound');
}

/** What the file asks for; where it is refused, the message, which names the file and is fit for an annotation. */
async function failureOf(file: string, resolution: Layout['resolution']): Promise<VersionRequest | string> {
  try {
    return await readVersionFile(file, { resolution });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const { code, message, remedy } = error;
    demand(code === 'E_SPEC' || code === 'E_INPUT', `${code} for a version file`);
    demand(message.includes(path.basename(file)), `no file in: ${message}`);
    const nested = error.cause instanceof RangeError;
    demand(
      nested || !message.includes('valid TOML') || /\(line \d+\)/.test(message),
      `no line in: ${message}`,
    );
    // Only text out of the file is bounded; its path is the user's.
    const words = message.replaceAll(file, 'FILE');
    demand(/^[\x20-\x7e\ufffd…]{1,400}$/.test(words), `a message of ${words.length}: ${words}`);
    demand(/^[\x20-\x7e]+$/.test(remedy.replaceAll(file, 'FILE')), `the remedy ${remedy}`);
    return message;
  }
}

/** The version is a piece of the very line that is named, and means what it means by itself. */
function standsThere(name: string, bytes: Buffer, { spec, origin }: VersionRequest): void {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const meaning = meaningOf(spec.text, 'file');
  demand(meaning?.kind === spec.kind, () => `${JSON.stringify(spec)} means ${JSON.stringify(meaning)}`);
  if (spec.kind === 'exact')
    demand(meaning.kind === 'exact' && meaning.version === spec.version, spec.version);
  if (name.endsWith('.toml')) {
    demand(/^\.?mise\.toml \(tools\.go(?:lang)?\)$/.test(origin), origin);
    demand(text.includes(spec.text) || text.includes('\\'), `${spec.text} stands nowhere`);
    return;
  }
  const [, number, key] = /^\S+ line (\d+)(?: \((go|golang|toolchain)\))?$/.exec(origin) ?? [];
  const line = text.split(/\r\n|\r|\n/)[Number(number) - 1] ?? '';
  demand(
    line.includes(spec.text),
    () => `${spec.text} does not stand in ${origin}: ${JSON.stringify(line.slice(0, 200))}`,
  );
  if (key !== undefined) demand(line.replace('\ufeff', '').trim().startsWith(key), `no ${key} in ${origin}`);
  if (/\.(?:mod|work)$/.test(name))
    demand(spec.kind !== 'alias' && /^(?:go)?[\d.a-z]+$/.test(spec.text), spec.text);
}
