import { existsSync } from 'node:fs';
import path from 'node:path';
import { findValue, type ReadKey, type RegistryValue, readKey, writeValue } from '../windows/registry.ts';

/** Whose environment: the machine's, or that of the account the step runs under. */
export type EnvironmentScope = 'machine' | 'user';

/** Variables as the registry holds them: unexpanded, with their type; undefined where they are not set. All of it is JSON. */
export interface EnvironmentValues {
  readonly path: RegistryValue | undefined;
  readonly gopath: RegistryValue | undefined;
  readonly goroot: RegistryValue | undefined;
}

const KEYS: Readonly<Record<EnvironmentScope, string>> = {
  machine: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
  user: 'HKCU\\Environment',
};

/** Reads the variables that Go's MSI writes, and GOROOT. @throws SetupError E_PERMISSION where the registry may not be read */
export async function readEnvironmentValues(
  scope: EnvironmentScope,
  read: ReadKey = readKey,
): Promise<EnvironmentValues> {
  const key = (await read(KEYS[scope]))?.[0];
  return { path: findValue(key, 'Path'), gopath: findValue(key, 'GOPATH'), goroot: findValue(key, 'GOROOT') };
}

/**
 * Writes a variable, as a PATH that is put back as it was, byte for byte. Programs that run already are not told: they hear of the registry's environment
 * when they, or the service that starts them, are started again.
 *
 * @param value undefined removes the variable
 * @throws SetupError E_PERMISSION where the registry may not be written
 */
export async function restoreEnvironmentValue(
  scope: EnvironmentScope,
  name: 'Path' | 'GOPATH' | 'GOROOT',
  value: RegistryValue | undefined,
): Promise<void> {
  await writeValue(KEYS[scope], name, value);
}

/** Entries of a PATH, in order, without empty ones and without the quotes that keep a semicolon in an entry. */
export function splitPath(text: string): string[] {
  const entries = text.match(/(?:"[^"]*(?:"|$)|[^;"])+/g) ?? [];
  return entries.map((entry) => entry.replaceAll('"', '').trim()).filter((entry) => entry !== '');
}

/** Puts in the values of `%NAME%`; what is not set stays as it is. Names are without case. */
export function expandVariables(text: string, env: NodeJS.ProcessEnv = process.env): string {
  const values = new Map(Object.entries(env).map(([name, value]) => [name.toLowerCase(), value]));
  return text.replace(/%([^%;]+)%/g, (whole, name: string) => values.get(name.toLowerCase()) ?? whole);
}

/**
 * Every go.exe that a PATH gives before that of `installDir`, where the command `go` would find it first. Windows Installer appends its
 * entry to the machine's PATH, so any other Go there goes before.
 *
 * @param text a PATH, unexpanded
 * @param exists whether a file is there
 */
export function goesBefore(
  text: string,
  installDir: string,
  env: NodeJS.ProcessEnv = process.env,
  exists: (file: string) => boolean = existsSync,
): string[] {
  const ours = canonical(path.join(installDir, 'bin'));
  const found: string[] = [];
  for (const entry of splitPath(expandVariables(text, env))) {
    if (canonical(entry) === ours) break;
    const file = path.join(entry, 'go.exe');
    if (isWhole(entry) && exists(file)) found.push(file);
  }
  return [...new Set(found)];
}

/** An entry relative to the current directory, or with a variable that is not set, is none. */
function isWhole(entry: string): boolean {
  return (path.isAbsolute(entry) || path.win32.isAbsolute(entry)) && !/%[^%]+%/.test(entry);
}

/** A path to compare by. */
export function canonical(directory: string): string {
  return directory.replaceAll('/', '\\').replace(/\\+/g, '\\').replace(/\\$/, '').toLowerCase();
}
