import { Reader } from './reg-reader.ts';

/** A value of the registry with its type; text is not expanded. */
export type RegistryValue =
  | { readonly type: 'sz' | 'expand_sz'; readonly data: string }
  | { readonly type: 'multi_sz'; readonly data: readonly string[] }
  | { readonly type: 'dword'; readonly data: number }
  | { readonly type: 'qword'; readonly data: bigint }
  | { readonly type: 'binary' | 'none'; readonly data: Buffer };

export interface RegistryKey {
  /** Whole name: `HKEY_LOCAL_MACHINE\SOFTWARE\…`. */
  readonly name: string;
  /** In the order of the file; the default value has the empty name. */
  readonly values: readonly { readonly name: string; readonly value: RegistryValue }[];
}

/** The numbers that the Windows SDK gives the types (winnt.h, REG_SZ and so on). */
const TYPES = { none: 0, sz: 1, expand_sz: 2, binary: 3, dword: 4, multi_sz: 7, qword: 11 } as const;

const HIVES: Readonly<Record<string, string>> = {
  hklm: 'hkey_local_machine',
  hkcu: 'hkey_current_user',
  hkcr: 'hkey_classes_root',
  hku: 'hkey_users',
};

/** Whether two names mean one key: without case, and `HKLM` is HKEY_LOCAL_MACHINE. */
export function sameKey(a: string, b: string): boolean {
  return fullName(a) === fullName(b);
}

function fullName(key: string): string {
  const lower = key.toLowerCase();
  const at = lower.indexOf('\\');
  const hive = at < 0 ? lower : lower.slice(0, at);
  return (HIVES[hive] ?? hive) + (at < 0 ? '' : lower.slice(at));
}

/**
 * Reads what `reg export` wrote ("Windows Registry Editor Version 5.00": UTF-16LE with a byte order mark).
 *
 * @throws SyntaxError for anything else, with the place
 */
export function parseRegFile(bytes: Buffer): RegistryKey[] {
  const text = bytes.toString('utf16le').replace(/^\uFEFF/, '');
  if (!text.startsWith('Windows Registry Editor Version 5.00')) throw new SyntaxError('not a registry file');
  const reader = new Reader(text, text.indexOf('\n'));
  const keys: { name: string; values: { name: string; value: RegistryValue }[] }[] = [];
  for (;;) {
    reader.skip(/[\s\uFEFF]*/y);
    if (reader.ended) return keys;
    const key = reader.take(/\[(.*)\][^\S\n]*(?=\n|$)/y);
    if (key) {
      keys.push({ name: key, values: [] });
      continue;
    }
    const name = reader.skip(/@(?==)/y) ? '' : reader.quoted();
    reader.expect(/[^\S\n]*=[^\S\n]*/y);
    keys.at(-1)?.values.push({ name, value: readData(reader) });
  }
}

function readData(reader: Reader): RegistryValue {
  if (reader.at('"')) return { type: 'sz', data: reader.quoted() };
  const dword = reader.take(/dword:([0-9a-f]{1,8})/iy);
  if (dword !== undefined) return { type: 'dword', data: Number.parseInt(dword, 16) };
  const type = reader.take(/hex(\([0-9a-f]+\))?:/iy, 0) ?? reader.fail();
  const digits = reader.continuedLine().match(/[0-9a-f]{1,2}/gi) ?? [];
  const data = Buffer.from(digits.map((byte) => Number.parseInt(byte, 16)));
  return typedValue(Number.parseInt(/\(([0-9a-f]+)\)/i.exec(type)?.[1] ?? '3', 16), data);
}

function typedValue(type: number, data: Buffer): RegistryValue {
  switch (type) {
    case TYPES.none:
      return { type: 'none', data };
    case TYPES.sz:
    case TYPES.expand_sz:
      return { type: type === TYPES.sz ? 'sz' : 'expand_sz', data: withoutEnd(data.toString('utf16le')) };
    case TYPES.multi_sz:
      return { type: 'multi_sz', data: splitStrings(data.toString('utf16le')) };
    case TYPES.dword:
      return data.length === 4 ? { type: 'dword', data: data.readUInt32LE() } : { type: 'binary', data };
    case TYPES.qword:
      return data.length === 8 ? { type: 'qword', data: data.readBigUInt64LE() } : { type: 'binary', data };
    default:
      return { type: 'binary', data };
  }
}

function withoutEnd(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** Strings that each end in NUL, and one more NUL behind the last. Empty ones in between count: PendingFileRenameOperations has them. */
function splitStrings(text: string): string[] {
  const parts = text.split('\0');
  if (parts.at(-1) === '') parts.pop();
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

/** A file for `reg import` that sets one value, or removes it. All data is in hexadecimal, which needs no escapes. */
export function formatRegFile(key: string, name: string, value: RegistryValue | undefined): Buffer {
  const [hive = '', ...rest] = key.split('\\');
  const whole = [(HIVES[hive.toLowerCase()] ?? hive).toUpperCase(), ...rest].join('\\');
  const quoted = name === '' ? '@' : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const data = value === undefined ? '-' : `hex(${TYPES[value.type].toString(16)}):${hex(bytesOf(value))}`;
  const lines = ['Windows Registry Editor Version 5.00', '', `[${whole}]`, `${quoted}=${data}`, '', ''];
  return Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le');
}

function bytesOf(value: RegistryValue): Buffer {
  switch (value.type) {
    case 'sz':
    case 'expand_sz':
      return Buffer.from(`${value.data}\0`, 'utf16le');
    case 'multi_sz':
      return Buffer.from(`${value.data.map((text) => `${text}\0`).join('')}\0`, 'utf16le');
    case 'dword': {
      const data = Buffer.alloc(4);
      data.writeUInt32LE(value.data);
      return data;
    }
    case 'qword': {
      const data = Buffer.alloc(8);
      data.writeBigUInt64LE(value.data);
      return data;
    }
    default:
      return value.data;
  }
}

/** Bytes as regedit writes them: by commas, in lines that go on behind a backslash. */
function hex(data: Buffer): string {
  const lines: string[] = [];
  for (let at = 0; at < data.length; at += 25) {
    lines.push([...data.subarray(at, at + 25)].map((byte) => byte.toString(16).padStart(2, '0')).join(','));
  }
  return lines.join(',\\\r\n  ');
}
