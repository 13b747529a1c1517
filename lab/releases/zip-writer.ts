import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a ZIP, already compressed. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflate. */
  readonly method: number;
  readonly crc: number;
  /** Size of the file itself, in bytes. */
  readonly size: number;
  /** The bytes as they stand in the ZIP. */
  readonly data: Uint8Array;
}

/** 2020-02-02 00:00: ZIPs made here have the same bytes every time. */
const DOS_DATE = ((2020 - 1980) << 9) | (2 << 5) | 2;
/** Sizes and CRC follow the data, as in the ZIPs of Go's own archive/zip. */
const HAS_DESCRIPTOR = 0x8;
const VERSION = 20;
const UNIX = 3 << 8;
const REGULAR_FILE = 0o100644;
const BLOCK = 4 << 20;

/** A file to be put into a ZIP, deflated. */
export function deflated(name: string, content: string | Uint8Array): ZipEntry {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, data: deflateRawSync(bytes) };
}

/**
 * Writes a ZIP in the layout of Go's own: files only, data descriptors, no zip64. Deterministic.
 * @returns hash and size of what was written
 */
export async function writeZip(
  target: string,
  entries: Iterable<ZipEntry>,
): Promise<{ sha256: string; size: number }> {
  const file = await open(target, 'wx');
  const hash = createHash('sha256');
  const central: Buffer[] = [];
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let offset = 0;
  const flush = async () => {
    const block = Buffer.concat(pending);
    pending = [];
    pendingBytes = 0;
    hash.update(block);
    await file.write(block);
  };
  const write = async (...parts: Uint8Array[]) => {
    for (const part of parts) {
      pending.push(part);
      pendingBytes += part.length;
      offset += part.length;
    }
    if (pendingBytes >= BLOCK) await flush();
  };
  try {
    for (const entry of entries) {
      const name = Buffer.from(entry.name);
      central.push(centralHeader(entry, name.length, offset), name);
      await write(localHeader(entry, name.length), name, entry.data, descriptor(entry));
    }
    const directory = Buffer.concat(central);
    const at = offset;
    await write(directory, endRecord(central.length / 2, directory.length, at));
    await flush();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size: offset };
}

function localHeader(entry: ZipEntry, nameLength: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(HAS_DESCRIPTOR, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(nameLength, 26);
  return header;
}

function descriptor(entry: ZipEntry): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(entry.crc, 4);
  tail.writeUInt32LE(entry.data.length, 8);
  tail.writeUInt32LE(entry.size, 12);
  return tail;
}

function centralHeader(entry: ZipEntry, nameLength: number, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(UNIX | VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(HAS_DESCRIPTOR, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.data.length, 20);
  header.writeUInt32LE(entry.size, 24);
  header.writeUInt16LE(nameLength, 28);
  header.writeUInt32LE((REGULAR_FILE << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return header;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
