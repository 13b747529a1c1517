// What is true of an archive and of names on Windows, read and written another way than src/archive/.
import path from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

/** An entry as the central directory has it. */
export interface ReadEntry {
  readonly name: string;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  /** The file's bytes; undefined where they can't be had, or are not those that the directory speaks of. */
  content(): Buffer | undefined;
}

/** Reads the entries from the last end record on; for archives that were accepted. */
export function readEntries(archive: Buffer): ReadEntry[] {
  const end = lastEnd(archive);
  const entries: ReadEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    );
    const [crc = 0, compressedSize = 0, size = 0, offset = 0] = [16, 20, 24, 42].map((field) =>
      archive.readUInt32LE(at + field),
    );
    const method = archive.readUInt16LE(at + 10);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({
      ...{ name, crc, compressedSize, size, offset },
      content: () => contentAt(archive, { method, crc, compressedSize, size, offset }),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The end record whose comment ends where the archive does. */
function lastEnd(archive: Buffer): number {
  const mark = Buffer.from('PK\x05\x06');
  let at = archive.lastIndexOf(mark);
  while (at >= 0 && (at + 22 > archive.length || at + 22 + archive.readUInt16LE(at + 20) !== archive.length))
    at = at === 0 ? -1 : archive.lastIndexOf(mark, at - 1);
  if (at < 0) throw new Error('an archive without an end record was accepted');
  return at;
}

interface Header {
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

function contentAt(
  archive: Buffer,
  { method, crc, compressedSize, size, offset }: Header,
): Buffer | undefined {
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const stored = archive.subarray(start, start + compressedSize);
  let content = stored;
  if (method === 8) {
    try {
      // What follows the end of the stream is nobody's: packing it again would not give it.
      const inflated = inflateRawSync(stored, { info: true, maxOutputLength: 2 ** 28 }) as unknown as {
        buffer: Buffer;
        engine: { bytesWritten: number };
      };
      if (inflated.engine.bytesWritten !== stored.length) return undefined;
      content = inflated.buffer;
    } catch {
      return undefined;
    }
  }
  return content.length === size && crc32(content) === crc ? content : undefined;
}

const DEVICES = new Set(['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$']);
for (const port of ['COM', 'LPT']) for (const digit of '0123456789¹²³') DEVICES.add(port + digit);

/** Why a path, its parts joined by slashes, would not be the file below the target that it says; undefined where it is. */
export function windowsProblem(name: string): string | undefined {
  const target = 'C:\\tool cache\\go';
  const place = path.win32.resolve(target, name);
  if (!place.startsWith(`${target}\\`)) return `it is ${place}`;
  const parts = name.split('/');
  if (place.slice(target.length + 1) !== parts.join('\\')) return `it is normalised to ${place}`;
  for (const part of parts) {
    for (const character of part) {
      const code = character.codePointAt(0) ?? 0;
      if (code < 32 || code === 127 || '<>:"/\\|?*'.includes(character)) return `the character ${code}`;
    }
    if ('. '.includes(part.at(-1) ?? '.')) return `the end of ${JSON.stringify(part)}`;
    if (part.length > 255) return 'a part that is too long';
    let stem = part.slice(0, `${part}.`.indexOf('.')).toUpperCase();
    while (stem.endsWith(' ')) stem = stem.slice(0, -1);
    if (DEVICES.has(stem)) return `the device ${stem}`;
  }
  return undefined;
}

/** How a file system of Windows compares: each unit by itself, by its capital where that is one unit. */
export function windowsKey(name: string): string {
  let key = '';
  for (let index = 0; index < name.length; index++) {
    const unit = name.charAt(index);
    const capital = unit.toUpperCase();
    key += capital.length === 1 ? capital : unit;
  }
  return key;
}
