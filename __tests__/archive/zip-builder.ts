import { crc32, deflateRawSync } from 'node:zlib';

/** An entry, with any lie about it that a test wants to tell. What is not given is as it should be. */
export interface EntrySpec {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** What is stored in place of the data as the method makes it. */
  readonly stored?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly offset?: number;
  readonly attributes?: number;
  readonly extra?: Uint8Array;
  readonly disk?: number;
  readonly localName?: string;
  readonly localMethod?: number;
  readonly localFlags?: number;
  readonly localExtra?: Uint8Array;
  readonly localSignature?: number;
  /** Sizes and CRC after the data instead of in the local header, as Go writes its archives. */
  readonly descriptor?: boolean;
}

export interface ArchiveSpec {
  readonly comment?: string;
  readonly count?: number;
  readonly countHere?: number;
  readonly disk?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  /** Bytes between the directory and the end record. */
  readonly gap?: Uint8Array;
  readonly zip64Locator?: boolean;
}

/** Unix modes as they stand in an entry's attributes. */
export const unixMode = (mode: number) => (mode << 16) >>> 0;

export function buildZip(entries: readonly EntrySpec[], archive: ArchiveSpec = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  const push = (part: Buffer) => {
    parts.push(part);
    position += part.length;
  };
  for (const entry of entries) {
    const data = Buffer.from(entry.data ?? '');
    const method = entry.method ?? 8;
    const stored = Buffer.from(entry.stored ?? (method === 8 ? deflateRawSync(data) : data));
    const flags = entry.flags ?? (entry.descriptor ? 0x808 : 0x800);
    const crc = entry.crc ?? crc32(data);
    const size = entry.size ?? data.length;
    const compressedSize = entry.compressedSize ?? stored.length;
    const name = Buffer.from(entry.name);
    const offset = entry.offset ?? position;
    push(localHeader(entry, { method, flags, crc, size, compressedSize, name }));
    push(stored);
    if (entry.descriptor) push(words([0x08074b50, crc, compressedSize, size]));
    const extra = Buffer.from(entry.extra ?? []);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(0x031e, 4);
    header.writeUInt16LE(20, 6);
    header.writeUInt16LE(flags, 8);
    header.writeUInt16LE(method, 10);
    header.writeUInt32LE(crc, 16);
    header.writeUInt32LE(compressedSize, 20);
    header.writeUInt32LE(size, 24);
    header.writeUInt16LE(name.length, 28);
    header.writeUInt16LE(extra.length, 30);
    header.writeUInt16LE(entry.disk ?? 0, 34);
    header.writeUInt32LE(entry.attributes ?? 0, 38);
    header.writeUInt32LE(offset, 42);
    directory.push(header, name, extra);
  }
  const start = position;
  for (const part of directory) push(part);
  const size = position - start;
  if (archive.gap) push(Buffer.from(archive.gap));
  if (archive.zip64Locator) push(Buffer.concat([words([0x07064b50]), Buffer.alloc(16)]));
  push(endRecord(archive, { count: entries.length, size, start }));
  return Buffer.concat(parts);
}

interface Header {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly name: Buffer;
}

function localHeader(entry: EntrySpec, { method, flags, crc, size, compressedSize, name }: Header): Buffer {
  const header = Buffer.alloc(30);
  const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
  const extra = Buffer.from(entry.localExtra ?? []);
  header.writeUInt32LE(entry.localSignature ?? 0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.localFlags ?? flags, 6);
  header.writeUInt16LE(entry.localMethod ?? method, 8);
  if (!entry.descriptor) {
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(compressedSize, 18);
    header.writeUInt32LE(size, 22);
  }
  header.writeUInt16LE(localName.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, localName, extra]);
}

function endRecord(archive: ArchiveSpec, real: { count: number; size: number; start: number }): Buffer {
  const comment = Buffer.from(archive.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(archive.disk ?? 0, 4);
  end.writeUInt16LE(archive.countHere ?? archive.count ?? real.count, 8);
  end.writeUInt16LE(archive.count ?? real.count, 10);
  end.writeUInt32LE(archive.directorySize ?? real.size, 12);
  end.writeUInt32LE(archive.directoryOffset ?? real.start, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}

function words(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    buffer.writeUInt32LE(value, index * 4);
  });
  return buffer;
}
