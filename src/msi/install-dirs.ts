import path from 'node:path';
import { expandVariables, readEnvironmentValues, splitPath } from '../machine/machine-path.ts';
import type { Architecture } from '../release/release.ts';
import { findValue, type ReadKey, textOf } from '../windows/registry.ts';

/**
 * Where Go's MSI puts Go when INSTALLDIR is not given (golang/build, since Go 1.16): the Program Files of its architecture.
 *
 * @param env PROGRAMFILES and its sisters; of a 64-bit process
 */
export function defaultInstallDir(architecture: Architecture, env: NodeJS.ProcessEnv = process.env): string {
  const programs = env['ProgramW6432'] || env['ProgramFiles'] || 'C:\\Program Files';
  return architecture === 'x86'
    ? path.join(env['ProgramFiles(x86)'] || programs, 'Go')
    : path.join(programs, 'Go');
}

/**
 * Directories that a Go of an MSI may lie in when Windows Installer has none on record: what the MSI wrote for the user who installed it,
 * what the machine's PATH names, and the defaults of its releases, old ones included. Never throws; which of them hold a Go is not said.
 */
export async function installDirCandidates(
  read: ReadKey,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string[]> {
  const own = await read('HKCU\\Software\\GoProgrammingLanguage').catch(() => undefined);
  const machine = await readEnvironmentValues('machine', read).catch(() => undefined);
  const onPath = splitPath(expandVariables(textOf(machine?.path) ?? '', env))
    .filter((entry) => /[\\/]bin[\\/]*$/i.test(entry))
    .map((entry) => path.dirname(entry));
  const defaults = [defaultInstallDir('x64', env), defaultInstallDir('x86', env), 'C:\\Go'];
  const recorded = (textOf(findValue(own?.[0], 'installLocation')) ?? '').replace(/[\\/]+$/, '');
  return [...new Set([recorded, ...onPath, ...defaults])].filter((directory) => directory !== '');
}
