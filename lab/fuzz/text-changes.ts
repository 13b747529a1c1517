import fc from 'fast-check';

/** A change of a text. */
export type Change = (text: string) => string;

/** A place in something of any length: 0 is its begin, 1 its end. (Doubles of fast-check are as often below 1e-100 as above.) */
export const place = fc.integer({ min: 0, max: 2 ** 20 }).map((part) => part / 2 ** 20);

/** Where that is in a text. */
export function at(text: { readonly length: number }, where: number): number {
  return Math.floor(where * text.length);
}

interface Material {
  /** Whole texts, to be mixed with each other. */
  readonly samples: readonly string[];
  /** Parts that the reader looks for, where they are least expected. */
  readonly baits: readonly string[];
  /** How often a bait or a line may stand in a row. */
  readonly repeats: { readonly baits: number; readonly lines: number };
}

/** Changes of a text: cut, repeated, mixed with another one, baited, made one long line. */
export function changes({ samples, baits, repeats }: Material): fc.Arbitrary<Change> {
  const lines = [...new Set(samples.flatMap((sample) => sample.split('\n')))];
  const span = fc.tuple(place, place).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
  const times = (max: number) => fc.integer({ min: 1, max });
  return fc.oneof(
    place.map((where) => named(`cut after ${where}`, (text) => text.slice(0, at(text, where)))),
    place.map((where) => named(`cut before ${where}`, (text) => text.slice(at(text, where)))),
    span.map(([from, to]) =>
      named(`without ${from} to ${to}`, (text) => text.slice(0, at(text, from)) + text.slice(at(text, to))),
    ),
    fc
      .tuple(place, fc.constantFrom(...lines), times(repeats.lines))
      .map(([where, line, count]) => insertion(where, `\n${`${line}\n`.repeat(count)}`)),
    fc
      .tuple(place, fc.constantFrom(...baits), times(repeats.baits))
      .map(([where, bait, count]) => insertion(where, bait.repeat(count))),
    fc
      .tuple(place, fc.string({ unit: 'binary', maxLength: 80 }))
      .map(([where, junk]) => insertion(where, junk)),
    fc.constant(named('as one line', (text) => text.replaceAll('\n', ' '))),
    fc.constantFrom(...samples).map((other) => named(`and ${shown(other)}`, (text) => text + other)),
  );
}

function insertion(where: number, piece: string): Change {
  const insert = (text: string) => text.slice(0, at(text, where)) + piece + text.slice(at(text, where));
  return named(`at ${where} ${shown(piece)}`, insert);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}… (${text.length})` : text);
}

/** A change that says in a report what it does. */
export function named(name: string, change: Change): Change {
  return Object.assign(change, { [fc.toStringMethod]: () => name });
}

/** Bytes that are put in the place of others, by where and what. */
export const byteFlips = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 6 });

/** Puts them there. */
export function flip(bytes: Uint8Array, flips: readonly (readonly [number, number])[]): void {
  for (const [where, value] of flips) if (where < 1) bytes[at(bytes, where)] = value;
}
