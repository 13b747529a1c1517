import fc from 'fast-check';
import { type ArchiveSpec, buildZip, type EntrySpec, unixMode } from '../../__tests__/archive/zip-builder.ts';
import { at, place } from './text-changes.ts';
import { entryName, soundName } from './zip-names.ts';

const content = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'x', 'go1.25.3', 'package a\n'.repeat(30), '\0'.repeat(1000)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }) },
);
const method = fc.constantFrom(0, 8, 8);

/** An archive as Go's are, with nothing wrong. */
export const soundArchive: fc.Arbitrary<readonly EntrySpec[]> = fc
  .array(
    fc.record({ name: soundName, data: content, method, descriptor: fc.boolean(), directory: fc.boolean() }),
    {
      maxLength: 6,
    },
  )
  .map((entries) =>
    // Below a directory of its own no name meets another one's.
    entries.map(({ name, directory, ...more }, index) =>
      directory ? { name: `go/${index}/${name}/` } : { name: `go/${index}/${name}`, ...more },
    ),
  );

const u32 = fc.oneof(
  fc.constantFrom(
    0,
    1,
    0xffff,
    0x10000,
    0x7fffffff,
    0x80000000,
    0xfffffffe,
    0xffffffff,
    2 ** 30,
    2 ** 30 + 1,
  ),
  fc.integer({ min: 0, max: 400 }),
);
const u16 = fc.oneof(fc.constantFrom(0, 1, 0x7fff, 0x8000, 0xfffe, 0xffff), fc.integer({ min: 0, max: 12 }));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc.constantFrom(
    Uint8Array.of(1, 0, 4, 0, 0, 0, 0, 0),
    Uint8Array.of(1, 0, 255, 255),
    Uint8Array.of(0x75, 0x70, 1, 0, 1),
  ),
);
const modes = [0o120777, 0o020666, 0o040755, 0o100644, 0o060000].map(unixMode);

const lie: fc.Arbitrary<Partial<EntrySpec>> = fc.oneof(
  fc.record({ size: u32 }),
  fc.record({ compressedSize: u32 }),
  fc.record({ offset: u32 }),
  fc.record({ crc: u32 }),
  fc.record({ size: u32, compressedSize: u32, method: fc.constant(0) }),
  fc.record({ flags: u16 }),
  fc.record({ method: u16 }),
  fc.record({ attributes: fc.oneof(fc.constantFrom(...modes, 0x10, 0x400), u32) }),
  fc.record({ disk: u16 }),
  fc.record({ extra: bytes }),
  fc.record({ localExtra: bytes }),
  fc.record({ localName: entryName }),
  fc.record({ localMethod: u16 }),
  fc.record({ localFlags: u16 }),
  fc.record({ localSignature: u32 }),
  fc.record({ stored: bytes }),
  fc.record({ name: fc.uint8Array({ maxLength: 12 }) }),
);
const aboutAll: fc.Arbitrary<ArchiveSpec> = fc.oneof(
  fc.record({ count: u16 }),
  fc.record({ countHere: u16 }),
  fc.record({ disk: u16 }),
  fc.record({ directoryOffset: u32 }),
  fc.record({ directorySize: u32 }),
  fc.record({ gap: bytes }),
  fc.record({ comment: fc.constantFrom('PK\x05\x06', 'PK\x05\x06'.padEnd(22, '\0'), 'c'.repeat(0xffff)) }),
  fc.constant({ zip64Locator: true }),
);

const seldom = <T>(arbitrary: fc.Arbitrary<T>, none: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(none) }, { weight: 1, arbitrary });

const entry: fc.Arbitrary<EntrySpec> = fc
  .tuple(fc.record({ name: entryName, data: content, method, descriptor: fc.boolean() }), seldom(lie, {}))
  .map(([whole, wrong]) => {
    const { data, ...rest } = whole;
    return { ...(whole.name.endsWith('/') ? rest : whole), ...wrong };
  });

/** A change of the archive's bytes, in one of its regions. */
export interface ByteChange {
  readonly region: 'anywhere' | 'directory' | 'end';
  readonly where: number;
  readonly values: Uint8Array;
}

const byteChange: fc.Arbitrary<ByteChange> = fc.record({
  region: fc.constantFrom('anywhere' as const, 'directory' as const, 'end' as const),
  where: place,
  values: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.constantFrom(Uint8Array.of(0xff, 0xff), Uint8Array.of(0, 0)),
  ),
});

/** An archive with something wrong with its names, its entries, its end or its bytes; or nothing after all. */
export const damagedArchive = fc.record({
  entries: fc.array(entry, { maxLength: 6 }),
  archive: seldom(aboutAll, {}),
  changes: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(byteChange, { maxLength: 4 }) },
  ),
  cut: seldom(fc.tuple(place, place), [0, 1] as [number, number]),
});

/** The bytes of a damaged archive. */
export function damage(spec: typeof damagedArchive extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const whole = buildZip(spec.entries, spec.archive);
  const directory = Math.max(0, whole.indexOf('PK\x01\x02'));
  const starts = { anywhere: 0, directory, end: Math.max(0, whole.length - 22) };
  for (const { region, where, values } of spec.changes) {
    const rest = whole.subarray(starts[region]);
    Buffer.from(values).copy(rest, at(rest, where));
  }
  const [from, to] = spec.cut;
  return whole.subarray(from > 0.5 ? at(whole, from - 0.5) : 0, at(whole, to));
}

/** Many entries, and long names: what reading costs must not grow faster than they do. */
export const manyEntries: fc.Arbitrary<readonly EntrySpec[]> = fc
  .tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 300 }), fc.boolean())
  .map(([count, depth, apart]) => {
    const stored = new Uint8Array();
    const name = (index: number) => `go/${(apart ? `${index}/` : 'd/').repeat(Math.min(depth, 160))}${index}`;
    return Array.from({ length: count }, (_, index) => ({ name: name(index), stored }));
  });
