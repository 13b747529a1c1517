import { describe, expect, it } from '@jest/globals';
import { createSumDb } from '../../lab/sumdb/sumdb.ts';
import { GO_DATABASE_KEY } from '../../src/transparency/database.ts';
import { openNote, parseVerifierKey, type VerifierKey } from '../../src/transparency/note.ts';
import { Untrusted } from '../../src/transparency/untrusted.ts';
import { flipped, recordedAnswer } from './databases.ts';

const goKey = parseVerifierKey(GO_DATABASE_KEY) as VerifierKey;
const real = Buffer.from(recordedAnswer('latest') ?? '');
const note = real.toString();
const open = (text: string | Uint8Array) => openNote(Buffer.from(text as string), goKey);

describe('a verifier key', () => {
  it('is read: sum.golang.org', () => {
    expect(parseVerifierKey(GO_DATABASE_KEY)).toMatchObject({ name: 'sum.golang.org', hash: '033de0ae' });
  });

  it('of the lab is read', () => {
    expect(parseVerifierKey(createSumDb().verifierKey)).toMatchObject({ name: 'sumdb.lab.example' });
  });

  it.each([
    ['another name under this hash', GO_DATABASE_KEY.replace('sum.', 'sun.')],
    ['another hash', GO_DATABASE_KEY.replace('033de0ae', '033de0af')],
    ['a key that is one bit off', GO_DATABASE_KEY.replace('Ac4z', 'Ac4y')],
    ['a key that is too short', GO_DATABASE_KEY.slice(0, -4)],
    ['another algorithm', `sum.golang.org+033de0ae+${Buffer.alloc(33, 2).toString('base64')}`],
    ['a name alone', 'sum.golang.org'],
    ['nothing', ''],
  ])('is refused: %s', (_case, text) => {
    expect(parseVerifierKey(text)).toBeUndefined();
  });
});

describe('a signed note', () => {
  it('that sum.golang.org signed is opened', () => {
    expect(open(real)).toBe(note.slice(0, note.indexOf('\n\n') + 1));
  });

  it('may have signatures of others, before and after', () => {
    const [text = '', signature = ''] = note.split('\n\n');
    const other = '— witness.example AAAAAWJi\n';
    expect(open(`${text}\n\n${other}${signature}${other}`)).toBe(`${text}\n`);
  });

  const line = note.split('\n').at(-2) ?? '';
  it.each<[string, string | Uint8Array]>([
    ['one bit of its text', flipped(real, 30)],
    ['another size', note.replace(/\n(\d)/, (_, digit: string) => `\n${(Number(digit) + 1) % 10}`)],
    ['one bit of its signature', note.replace(/.(?==\n$)/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['a signature of half the length', note.replace(line, line.slice(0, 60))],
    ['no signature', `${note.split('\n\n')[0]}\n\n`],
    ['no empty line', note.replace('\n\n', '\n')],
    ['a signature of someone else alone', note.replace('— sum.golang.org', '— sum.golang.com')],
    ['no line end', note.trimEnd()],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['a control character', note.replace('database', 'data\u0000base')],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.of(0xff), real])],
    ['nothing', ''],
  ])('is refused with %s', (_case, text) => {
    expect(() => open(text)).toThrow(Untrusted);
  });

  it('of another key under the same name and hash is refused: a forgery', () => {
    const db = createSumDb({ records: 3 });
    const key = parseVerifierKey(db.verifierKey) as VerifierKey;
    expect(openNote(Buffer.from(db.head()), key)).toMatch(/^go\.sum database tree\n3\n/);
    expect(() => openNote(Buffer.from(db.forged().head()), key)).toThrow(/does not fit/);
  });

  it('of another key is refused: who signed is said', () => {
    const [one, other] = [createSumDb({ records: 3 }), createSumDb({ records: 3 })];
    const key = parseVerifierKey(other.verifierKey) as VerifierKey;
    expect(() => openNote(Buffer.from(one.head()), key)).toThrow(
      `no signature of the key ${key.name}+${key.hash}`,
    );
  });
});
