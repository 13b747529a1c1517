import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command.ts';
import { type Environment, LabError } from './lab.ts';
import type { Wine } from './wine.ts';

/**
 * What a new prefix gets besides wineboot's own: Wine merges these registry variables over the environment that a process
 * is started with, so TEMP and PATHEXT would not be the caller's. (PATH stays: installers read and change it.)
 */
const REGISTRY = [
  'Windows Registry Editor Version 5.00',
  '[HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Control\\Session Manager\\Environment]',
  ...['"TEMP"=-', '"TMP"=-', '"PATHEXT"=-'],
  '[HKEY_CURRENT_USER\\Environment]',
  ...['"TEMP"=-', '"TMP"=-', ''],
].join('\r\n');

/** The PATH that Wine's registry holds, and appends to that of every process started from the host. */
export const REGISTRY_PATH =
  'C:\\windows\\system32;C:\\windows;C:\\windows\\system32\\wbem;C:\\windows\\system32\\WindowsPowershell\\v1.0';

/** Names that Wine doesn't take over from the host's environment; it takes their WINE… twins instead. */
const TWINS = new Set(['PATH', 'TEMP', 'TMP', 'HOME', 'PWD']);

/**
 * The host environment that gives a process the Windows environment wanted, with what Wine itself needs.
 * @param home host directory for Wine's own files (its HOME and XDG_RUNTIME_DIR)
 */
export function wineEnvironment(wine: Wine, prefix: string, home: string, wanted: Environment): Environment {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(wanted)) {
    const upper = name.toUpperCase();
    if (upper === 'PATH') env['WINEPATH'] = withoutRegistryPath(value);
    else if (TWINS.has(upper)) env[`WINE${upper}`] = value;
    else env[name] = value;
  }
  return {
    ...env,
    HOME: wine.inner(home),
    XDG_RUNTIME_DIR: wine.inner(home),
    FONTCONFIG_FILE: wine.inner(path.join(home, 'fonts.conf')),
    WINEPREFIX: wine.inner(prefix),
    WINEDEBUG: '-all',
    // Without a UTF-8 locale Wine knows only ASCII file names.
    LC_ALL: 'C.UTF-8',
  };
}

function withoutRegistryPath(value: string): string {
  const tail = REGISTRY_PATH.toLowerCase();
  const whole = value.toLowerCase();
  if (whole === tail) return '';
  return whole.endsWith(`;${tail}`) ? value.slice(0, -tail.length - 1) : value;
}

/** Makes the directory for Wine's own files: it has to be private, and fontconfig wants a configuration. */
export async function makeWineHome(home: string): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(path.join(home, 'fonts.conf'), '<fontconfig/>\n');
}

/**
 * Makes a Wine prefix, a Windows of its own, in a directory that does not exist yet. 6–15 s, 0.8 GB.
 * @throws LabError when Wine can't
 */
export async function makePrefix(wine: Wine, target: string, home: string): Promise<void> {
  const making = `${target}.part-${process.pid}`;
  await mkdir(making, { recursive: true });
  const env = wineEnvironment(wine, making, home, {});
  const step = async (program: 'wine' | 'wineserver', ...args: string[]) => {
    const child = wine.launch(program, args, { env, cwd: making, stdio: ['ignore', 'ignore', 'ignore'] });
    return await new Promise<number>((resolve) => {
      child.on('error', () => resolve(-1)).on('exit', (code) => resolve(code ?? -1));
    });
  };
  const booted = await step('wine', 'wineboot', '-i');
  if (booted !== 0) {
    throw new LabError(
      `wineboot failed (${booted}).`,
      'Is the disk full, or the cache directory of another user?',
    );
  }
  if (wine.hostDrive === 'H:') await symlink('/host', path.join(making, 'dosdevices', 'h:'));
  await writeFile(path.join(making, 'drive_c', 'lab.reg'), REGISTRY);
  const merged = await step('wine', 'regedit', '/S', 'C:\\lab.reg');
  if (merged !== 0)
    throw new LabError(`regedit failed (${merged}).`, 'Remove the lab’s cache and try again.');
  // The registry is on disk only when Wine's server has ended.
  await step('wineserver', '-k');
  await step('wineserver', '-w');
  await mkdir(path.join(making, 'drive_c', 'lab'), { recursive: true });
  await rename(making, target);
}

/**
 * Copies a prefix in which nothing runs to a place that does not exist yet. In one that is in use files come and go, and
 * its registry may be half of one program and half of another.
 */
export async function copyPrefix(from: string, target: string): Promise<void> {
  const making = `${target}.part-${process.pid}`;
  await runCommand('cp', ['-a', '-T', '--reflink=auto', from, making], 'Is the disk full?');
  await rename(making, target);
}
