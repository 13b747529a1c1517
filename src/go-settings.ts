import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A variable of Go's as the user set it, without starting go: the environment, then the file that `go env -w` writes
 * (go.dev/cmd/go, "Environment variables"). Empty counts as not set, as it does for Go.
 *
 * @param name `GOPATH`, `GOMODCACHE`, `GOCACHE`
 */
export function goSetting(name: string, env: NodeJS.ProcessEnv): string | undefined {
  return env[name] || goenvFile(env).get(name) || undefined;
}

/**
 * GOPATH as `go env` would give it: the setting, else %USERPROFILE%\go. The first directory of a list counts.
 */
export function readGopath(env: NodeJS.ProcessEnv): string | undefined {
  const first = (list: string | undefined) => list?.split(';').find((part) => part !== '');
  const home = env['USERPROFILE'] ? path.join(env['USERPROFILE'], 'go') : undefined;
  return first(env['GOPATH']) ?? first(goenvFile(env).get('GOPATH')) ?? home;
}

function goenvFile(env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  const file = env['GOENV'] || (env['APPDATA'] ? path.join(env['APPDATA'], 'go', 'env') : 'off');
  if (file === 'off' || !existsSync(file)) return settings;
  try {
    for (const [, name = '', value = ''] of readFileSync(file, 'utf8').matchAll(/^([A-Z0-9_]+)=(.*)$/gm))
      settings.set(name, value.trim());
  } catch {
    // A file that cannot be read sets nothing: what Go says of it is for Go to say.
  }
  return settings;
}
