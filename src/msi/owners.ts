import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toSemver } from '../release/names.ts';

/** A package manager that installs Go. */
export type Manager = 'chocolatey' | 'winget' | 'scoop';

/** A Go that a package manager has on its record. This action reads such records and never changes them. */
export interface ManagedGo {
  readonly manager: Manager;
  /** The package's directory. */
  readonly path: string;
  /** As the manager writes it; undefined where it does not say. */
  readonly version: string | undefined;
}

/**
 * Finds Goes of Chocolatey (`lib\golang`, which installs Go's own MSI), Scoop (`apps\go`, a tree of its own) and winget (`Packages\GoLang.Go…`
 * for what is no MSI) where these managers keep them unless told otherwise by their variables. Never throws.
 */
export function findManagedGoes(env: NodeJS.ProcessEnv = process.env): ManagedGo[] {
  return directoriesOf(env).flatMap(({ manager, directory, name }) =>
    namesIn(directory)
      .filter((entry) => name.test(entry))
      .map((entry) => path.join(directory, entry))
      .map((found) => ({ manager, path: found, version: versionIn(manager, found) })),
  );
}

/**
 * Which manager's record an MSI's registration belongs to. Managers leave their name in the directory that they ran the MSI from
 * (`…\Temp\chocolatey\golang\1.25.3\`, `…\Temp\WinGet\GoLang.Go.1.25.3\`); Chocolatey's also where its package is there in that version.
 */
export function managerOf(
  installSource: string,
  goVersion: string,
  env: NodeJS.ProcessEnv = process.env,
): Manager | undefined {
  if (/[\\/]chocolatey[\\/]/i.test(installSource)) return 'chocolatey';
  if (/[\\/]winget[\\/]/i.test(installSource)) return 'winget';
  const version = toSemver(goVersion);
  const same = findManagedGoes(env).find(
    (found) =>
      found.manager === 'chocolatey' &&
      version !== undefined &&
      (found.version === version || toSemver(`go${found.version}`) === version),
  );
  return same?.manager;
}

function directoriesOf(env: NodeJS.ProcessEnv): { manager: Manager; directory: string; name: RegExp }[] {
  const data = env['ProgramData'] || 'C:\\ProgramData';
  const home = env['USERPROFILE'];
  const scoop = [
    env['SCOOP'] || (home && path.join(home, 'scoop')),
    env['SCOOP_GLOBAL'] || path.join(data, 'scoop'),
  ];
  const winget = [
    env['LOCALAPPDATA'] && path.join(env['LOCALAPPDATA'], 'Microsoft', 'WinGet', 'Packages'),
    env['ProgramFiles'] && path.join(env['ProgramFiles'], 'WinGet', 'Packages'),
  ];
  const chocolatey = env['ChocolateyInstall'] || path.join(data, 'chocolatey');
  return [
    { manager: 'chocolatey', directory: path.join(chocolatey, 'lib'), name: /^golang$/i },
    ...present(scoop).map((root) => ({
      manager: 'scoop' as const,
      directory: path.join(root, 'apps'),
      name: /^go$/i,
    })),
    ...present(winget).map((directory) => ({
      manager: 'winget' as const,
      directory,
      name: /^golang\.go(?:[._]|$)/i,
    })),
  ];
}

function present(places: readonly (string | undefined)[]): string[] {
  return [...new Set(places.flatMap((place) => (place ? [place] : [])))];
}

function versionIn(manager: Manager, directory: string): string | undefined {
  switch (manager) {
    case 'chocolatey': {
      const file = namesIn(directory).find((name) => name.toLowerCase().endsWith('.nuspec'));
      const text = file === undefined ? '' : readText(path.join(directory, file));
      return /<version>\s*([^<\s]+)\s*<\/version>/.exec(text)?.[1];
    }
    case 'scoop':
      // `current` is a link to one of the versions beside it.
      return /^go(\S+)/.exec(readText(path.join(directory, 'current', 'VERSION')))?.[1];
    case 'winget':
      return undefined;
  }
}

function namesIn(directory: string): string[] {
  try {
    return existsSync(directory) ? readdirSync(directory) : [];
  } catch {
    return [];
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
