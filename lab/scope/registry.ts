import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The files in which Wine keeps its registry, and the key that each is. */
const HIVES: Readonly<Record<string, string>> = {
  'system.reg': 'HKLM',
  'user.reg': 'HKCU',
  'userdef.reg': 'HKU\\.Default',
};

/** The names of those files, which are not compared byte by byte: every key in them has a time. */
export const HIVE_FILES: ReadonlySet<string> = new Set(Object.keys(HIVES));

/** Keys (`HKLM\Software\Go`) and values (`HKLM\Software\Go: name`), each with its data as it is written. */
export type RegistryFacts = ReadonlyMap<string, string>;

/** Reads the registry of a prefix from its files. Wine's server has to have ended, which is when it writes them. */
export async function readRegistry(prefix: string): Promise<RegistryFacts> {
  const facts = new Map<string, string>();
  for (const [file, hive] of Object.entries(HIVES)) {
    const text = await readFile(path.join(prefix, file), 'utf8');
    for (const [name, data] of parseHive(text, hive)) facts.set(name, data);
  }
  return facts;
}

/**
 * Reads one file of Wine's registry: `[Key\\Below] time`, then lines that begin with `#` (a time, which does not count, a class, a link), then
 * values, `"name"=data` or `@=data`, which go on behind a backslash (Wine, server/registry.c, save_subkeys).
 */
export function parseHive(text: string, hive: string): Map<string, string> {
  const facts = new Map<string, string>();
  let key = '';
  const lines = text
    .replaceAll('\r\n', '\n')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  if (!lines[0]?.startsWith('WINE REGISTRY Version 2')) throw new Error('This is no registry file of Wine');
  for (const line of lines) {
    const [, named] = /^\[(.*)\] \d+/.exec(line) ?? [];
    if (named !== undefined) {
      key = `${hive}\\${unescaped(named)}`;
      // A key that has others below it and no values has no lines of its own.
      for (let at = key; at.length > hive.length; at = at.slice(0, at.lastIndexOf('\\')))
        facts.set(at, 'key');
      continue;
    }
    const [, name, data] = /^("(?:[^"\\]|\\.)*"|@|#(?!time=)[a-z]+)=?(.*)$/.exec(line) ?? [];
    if (key === '' || name === undefined) continue;
    const shown = name.startsWith('"') ? unescaped(name.slice(1, -1)) : name;
    facts.set(`${key}: ${shown}`, data ?? '');
  }
  return facts;
}

function unescaped(text: string): string {
  return text.replace(/\\x([0-9a-f]{1,4})|\\(.)/gi, (_whole, hex: string | undefined, letter: string) =>
    hex === undefined ? letter : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
