import { checkTree, type NamedEntry } from './zip-checks.ts';
import { broken, type ZipDirectory, type ZipFile } from './zip-file.ts';

/** Where the central directory lies. */
export interface DirectoryLocation {
  readonly offset: number;
  readonly end: number;
  readonly count: number;
}

const END_SIZE = 22;
const HEADER_SIZE = 46;
const LOCAL_SIZE = 30;

/** The end record and the longest comment there can be: that much of a file's end has to be there to find the directory. */
export const END_REACH = END_SIZE + 0xffff;

/**
 * Finds the central directory from the end of a whole archive (APPNOTE 6.3, 4.3.16).
 * @throws SetupError E_ARCHIVE when this is no ZIP, or one of several parts, or zip64
 */
export function locateDirectory(bytes: Uint8Array): DirectoryLocation {
  const view = viewOf(bytes);
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_REACH); at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) !== bytes.length) continue;
    if (at >= 20 && view.getUint32(at - 20, true) === 0x07064b50) throw broken('it is a zip64 archive');
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)
      throw broken('it is a zip64 archive');
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0)
      throw broken('it spans several disks');
    if (view.getUint16(at + 8, true) !== count) throw broken('it spans several disks');
    if (offset + size !== at) throw broken('its directory does not lie where its end record says');
    return { offset, end: at, count };
  }
  throw broken('it is no ZIP archive, or is cut off: the end record is missing');
}

/**
 * Reads the central directory and refuses what a Go archive never holds: see zip-checks.ts and entry-name.ts.
 *
 * @param bytes the whole archive; only the directory itself is read
 * @param topDirectory the one directory that everything has to lie in
 * @throws SetupError E_ARCHIVE naming the entry and the reason
 */
export function readDirectory(
  bytes: Uint8Array,
  location: DirectoryLocation,
  topDirectory: string,
): ZipDirectory {
  // A copy, because a decoder takes no shared memory, and because the names are kept.
  const copy = Uint8Array.from(bytes.subarray(location.offset, location.end));
  const view = viewOf(copy);
  const end = copy.length;
  const entries: NamedEntry[] = [];
  let at = 0;
  for (let index = 0; index < location.count; index++) {
    if (at + HEADER_SIZE > end) throw broken('its directory is cut off', `entry ${index + 1}`);
    if (view.getUint32(at, true) !== 0x02014b50)
      throw broken('its directory is damaged', `entry ${index + 1}`);
    const nameEnd = at + HEADER_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end) throw broken('its directory is cut off', `entry ${index + 1}`);
    const rawName = copy.subarray(at + HEADER_SIZE, nameEnd);
    const name = decodeName(rawName, index);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const compressedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const offset = view.getUint32(at + 42, true);
    if ((flags & 0x2041) !== 0) throw broken('it is encrypted', name);
    if ((flags & 0x20) !== 0) throw broken('it is a patch', name);
    if (method !== 0 && method !== 8)
      throw broken(`it is compressed by method ${method}, not by deflate`, name);
    if ([compressedSize, size, offset].includes(0xffffffff) || hasZip64(view, nameEnd, extraEnd)) {
      throw broken('it is a zip64 entry', name);
    }
    if (view.getUint16(at + 34, true) !== 0) throw broken('it lies on another disk', name);
    if (method === 0 && compressedSize !== size)
      throw broken('its two sizes differ, though it is stored as it is', name);
    if (offset + LOCAL_SIZE + rawName.length + compressedSize > location.offset) {
      throw broken('it reaches out of the archive', name);
    }
    const attributes = view.getUint32(at + 38, true);
    const crc32 = view.getUint32(at + 16, true);
    entries.push({ name, rawName, method, attributes, crc32, compressedSize, size, offset });
    at = next;
  }
  if (at !== end) throw broken('its directory holds more than it says');
  return checkTree(entries, { topDirectory, end: location.offset, archiveSize: bytes.length });
}

/**
 * Where the data of a file begins, by its local header, which has to tell the same name and method as the directory does.
 * @throws SetupError E_ARCHIVE
 */
export function dataOffset(bytes: Uint8Array, file: ZipFile): number {
  const view = viewOf(bytes);
  const at = file.offset;
  if (at + LOCAL_SIZE > file.limit || view.getUint32(at, true) !== 0x04034b50) {
    throw broken('its local header is missing', file.path);
  }
  const nameLength = view.getUint16(at + 26, true);
  const start = at + LOCAL_SIZE + nameLength + view.getUint16(at + 28, true);
  if (start + file.compressedSize > file.limit) throw broken('it overlaps what follows it', file.path);
  const name = bytes.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength);
  if (Buffer.compare(name, file.rawName) !== 0) throw broken('its local header has another name', file.path);
  if (view.getUint16(at + 8, true) !== file.method)
    throw broken('its local header has another method', file.path);
  if ((view.getUint16(at + 6, true) & 0x2041) !== 0) throw broken('it is encrypted', file.path);
  return start;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeName(raw: Uint8Array, index: number): string {
  try {
    return utf8.decode(raw);
  } catch {
    throw broken(
      'its name is not valid UTF-8',
      `${Buffer.from(raw).toString('latin1')} (entry ${index + 1})`,
    );
  }
}

function hasZip64(view: DataView, start: number, end: number): boolean {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 0x0001) return true;
  }
  return false;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
