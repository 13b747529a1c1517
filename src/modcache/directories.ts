import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { goSetting, readGopath } from '../go-settings.ts';

/** Where Go keeps modules and what it has built. */
export interface CacheDirectories {
  readonly modules: string;
  readonly builds: string;
  /** Variables that later steps need for that, by name; empty where Go finds them by itself. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * GOMODCACHE and GOCACHE as `go env` would give them: what the user set, else Go's defaults below GOPATH and %LOCALAPPDATA%. Where they may be moved
 * and RUNNER_TEMP is on another drive than the profile, as on hosted runners, whose second drive is local and several times as fast, what the user
 * did not set goes to `\setup-go-win` of that drive.
 *
 * @param mayMove whether later steps can be told of another place
 * @returns undefined where Go itself would find no place, or refuse it
 */
export function cacheDirectories(env: NodeJS.ProcessEnv, mayMove: boolean): CacheDirectories | undefined {
  const { join, isAbsolute } = path.win32;
  const local = env['LOCALAPPDATA'] ?? '';
  const fast = mayMove ? fastDrive(env['RUNNER_TEMP'] ?? '', local) : undefined;
  const variables: Record<string, string> = {};
  const place = (name: string, set: string | undefined, below: string, usual: string | undefined) => {
    if (set !== undefined || fast === undefined) return set ?? usual;
    variables[name] = join(fast, 'setup-go-win', below);
    return variables[name];
  };

  const gopath = readGopath(env);
  const below = gopath === undefined ? undefined : join(gopath, 'pkg', 'mod');
  const ownGopath = goSetting('GOPATH', env) === undefined ? undefined : below;
  const modules = place('GOMODCACHE', goSetting('GOMODCACHE', env) ?? ownGopath, 'mod', below);
  const usual = local === '' ? undefined : join(local, 'go-build');
  const builds = place('GOCACHE', goSetting('GOCACHE', env), 'build', usual);
  if (!modules || !builds || !isAbsolute(modules) || !isAbsolute(builds)) return undefined;
  return { modules, builds, variables };
}

function fastDrive(temp: string, local: string): string | undefined {
  const [drive, other] = [temp, local].map((place) => path.win32.parse(place).root.toUpperCase());
  return drive !== undefined && /^[A-Z]:\\$/.test(drive) && drive !== other ? drive : undefined;
}

/**
 * Whether a module cache has modules in it: then an archive unpacked over it meets files that are there, which are read-only, and tar fails with
 * thousands of lines. `cache` alone holds locks and lists as well; what was downloaded is in `cache\download`.
 */
export async function hasModules(modules: string): Promise<boolean> {
  const names = await namesIn(modules);
  if (names.some((name) => name.toLowerCase() !== 'cache' && name !== UNFINISHED)) return true;
  return (await namesIn(path.join(modules, 'cache', 'download'))).length > 0;
}

/** A file of ours in a module cache into which an archive is being unpacked. While it is there, what is beside it may be half. */
export const UNFINISHED = 'setup-go-win.unfinished';

/** Names in a directory; none where it is not there or cannot be read. */
export async function namesIn(directory: string): Promise<string[]> {
  return await readdir(directory).catch(() => []);
}
