import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError } from '../errors.ts';
import { formatRegFile, parseRegFile, type RegistryKey, type RegistryValue, sameKey } from './reg-file.ts';
import { type ProgramResult, runProgram, systemProgram } from './system-programs.ts';

export type { RegistryKey, RegistryValue } from './reg-file.ts';

/** The half of the registry that 64-bit or 32-bit programs see. */
export type RegistryView = '64' | '32';

/** How the registry is read: {@link readKey}, or a stand-in in tests. */
export type ReadKey = (
  key: string,
  view?: RegistryView,
  options?: { readonly recursive?: boolean },
) => Promise<RegistryKey[] | undefined>;

/**
 * Reads a key by `reg export`, whose file is the same in every language of Windows and holds every letter; what reg.exe prints is not and
 * does not.
 *
 * @param key such as `HKLM\SOFTWARE\Go`; reg.exe exports all that lies below it too, so name the smallest key that will do
 * @param options.recursive give the keys below it as well; else the key alone
 * @returns the key first; undefined where there is no such key
 * @throws SetupError E_PERMISSION with reg's own words where it may not be read
 */
export async function readKey(
  key: string,
  view: RegistryView = '64',
  options: { readonly recursive?: boolean } = {},
): Promise<RegistryKey[] | undefined> {
  return await withTemporaryFile(async (file) => {
    const result = await reg('export', key, file, '/y', `/reg:${view}`);
    if (result.exitCode !== 0) {
      if (await isAbsent(key, view)) return undefined;
      throw refused('read', key, result);
    }
    const keys = parseRegFile(await readFile(file));
    return options.recursive ? keys : keys.filter((found) => sameKey(found.name, key));
  });
}

/** One value of a key; undefined where the key or the value is absent. @throws as {@link readKey} */
export async function readValue(
  key: string,
  name: string,
  view: RegistryView = '64',
  read: ReadKey = readKey,
): Promise<RegistryValue | undefined> {
  return findValue((await read(key, view))?.[0], name);
}

/** A value by its name; Windows compares names without case. The name of a key's default value is empty. */
export function findValue(key: RegistryKey | undefined, name: string): RegistryValue | undefined {
  const wanted = name.toLowerCase();
  return key?.values.find((value) => value.name.toLowerCase() === wanted)?.value;
}

/** The text of a REG_SZ or REG_EXPAND_SZ value, unexpanded; undefined for any other. */
export function textOf(value: RegistryValue | undefined): string | undefined {
  return value?.type === 'sz' || value?.type === 'expand_sz' ? value.data : undefined;
}

/** The number of a REG_DWORD value; undefined for any other. */
export function numberOf(value: RegistryValue | undefined): number | undefined {
  return value?.type === 'dword' ? value.data : undefined;
}

/**
 * Reads a number by `reg query`, which needs no right on what lies below the key (the keys of services have closed ones there). Its line
 * `Start REG_DWORD 0x3` is the same in every language.
 *
 * @param name letters and digits only
 * @returns undefined where key or value is absent, or may not be read
 */
export async function queryNumber(
  key: string,
  name: string,
  view: RegistryView = '64',
): Promise<number | undefined> {
  const { stdout } = await reg('query', key, '/v', name, `/reg:${view}`);
  const match = new RegExp(`^\\s*${name}\\s+REG_DWORD\\s+0x([0-9a-f]+)\\s*$`, 'im').exec(stdout);
  return match ? Number.parseInt(match[1] ?? '', 16) : undefined;
}

/**
 * Writes one value by `reg import`, byte for byte; the key is made where it is missing.
 *
 * @param value undefined removes it
 * @throws SetupError E_PERMISSION with reg's own words
 */
export async function writeValue(
  key: string,
  name: string,
  value: RegistryValue | undefined,
  view: RegistryView = '64',
): Promise<void> {
  await withTemporaryFile(async (file) => {
    await writeFile(file, formatRegFile(key, name, value));
    const result = await reg('import', file, `/reg:${view}`);
    if (result.exitCode !== 0) throw refused('write', `${key}\\${name}`, result);
  });
}

/**
 * Whether a key that could not be read is not there. reg.exe ends with 1 for either and says which in the user's language alone, so the
 * list of the key's siblings decides.
 */
async function isAbsent(key: string, view: RegistryView): Promise<boolean> {
  const at = key.lastIndexOf('\\');
  if (at < 0) return false;
  const parent = key.slice(0, at);
  const { exitCode, stdout } = await reg('query', parent, `/reg:${view}`);
  if (exitCode !== 0) return await isAbsent(parent, view);
  return !stdout.split(/\r?\n/).some((line) => sameKey(line.trim(), key));
}

async function reg(...args: string[]): Promise<ProgramResult> {
  return await runProgram(systemProgram('reg.exe'), args);
}

function refused(doing: 'read' | 'write', key: string, result: ProgramResult): SetupError {
  const said = (result.failure ?? `${result.stderr}\n${result.stdout}`).trim().slice(0, 500);
  return new SetupError(
    'E_PERMISSION',
    `Windows would not ${doing} ${key} in the registry: ${said.replace(/\.?$/, '.')}`,
    {
      remedy:
        'See that the account of the runner may use that key, and that no policy forbids registry tools (DisableRegistryTools).',
      evidence: [`reg.exe ended with ${result.exitCode ?? 'no exit code'}`],
    },
  );
}

async function withTemporaryFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'setup-go-win-reg-'));
  try {
    return await work(path.join(directory, 'key.reg'));
  } finally {
    await rm(directory, { recursive: true, force: true }).catch(() => {});
  }
}
