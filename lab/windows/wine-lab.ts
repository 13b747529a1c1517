import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Environment, LabError, type SpawnOptions, type WindowsLab } from './lab.ts';
import { REGISTRY_PATH, wineEnvironment } from './prefix.ts';
import { captureProcess, watchProcess } from './process.ts';
import type { Wine } from './wine.ts';

/** Host paths of what the lab runs on. */
export interface WineLabPlaces {
  readonly prefix: string;
  readonly home: string;
  readonly node: string;
}

/**
 * Opens a prepared Wine prefix as a {@link WindowsLab}. All labs on one prefix share its wineserver, from whichever
 * process, so file locks between them are real.
 */
export async function openWineLab(wine: Wine, places: WineLabPlaces): Promise<WindowsLab> {
  const driveC = path.join(places.prefix, 'drive_c');
  const scratches: string[] = [];
  const toWindows = (hostPath: string) => {
    const file = path.resolve(hostPath);
    const inC = path.relative(driveC, file);
    const outside = inC === '..' || inC.startsWith('../');
    return (outside ? `${wine.hostDrive}${file}` : `C:\\${inC}`).replaceAll('/', '\\');
  };
  const toHost = (windowsPath: string) => {
    const [, drive, rest = ''] = /^([A-Za-z]:)[\\/]?(.*)$/s.exec(windowsPath) ?? [];
    const relative = rest.replaceAll('\\', '/');
    if (drive?.toUpperCase() === 'C:') return path.join(driveC, relative);
    if (drive?.toUpperCase() === wine.hostDrive) return path.join('/', relative);
    throw new LabError(`${windowsPath} is on no drive of the lab.`, `Use C: or ${wine.hostDrive}.`);
  };
  const environment = (wanted: Environment) =>
    wineEnvironment(wine, places.prefix, places.home, wanted) as Record<string, string>;
  const spawn = (exe: string, args: readonly string[], options: SpawnOptions) =>
    watchProcess(options, (stdio) =>
      wine.launch('wine', [exe, ...args], {
        env: environment(options.env),
        cwd: options.cwd === undefined ? driveC : toHost(options.cwd),
        stdio,
      }),
    );
  const baseEnvironment = windowsVariables(places.prefix);

  // An idle process keeps Wine's services up: a start then takes 0.2 s in place of 0.6 s. It ends when its stdin does.
  const idle = wine.launch('wine', ['cmd.exe'], {
    env: environment({}),
    cwd: driveC,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  idle.on('error', () => {});
  idle.unref();
  (idle.stdin as unknown as { unref(): void }).unref();

  return {
    kind: 'wine',
    description: `Windows 10 as ${wine.version} shows it`,
    node: toWindows(places.node),
    driveC,
    baseEnvironment,
    toHost,
    toWindows,
    spawn,
    run: async (exe, args, { env = baseEnvironment, cwd = 'C:\\' } = {}) =>
      await captureProcess((files) => spawn(exe, args, { env, cwd, ...files })),
    newScratch: async (name) => {
      await mkdir(path.join(driveC, 'lab'), { recursive: true });
      const host = await mkdtemp(path.join(driveC, 'lab', `${name}-`));
      scratches.push(host);
      return { host, windows: toWindows(host) };
    },
    dispose: async () => {
      idle.stdin?.end();
      for (const directory of scratches.splice(0)) {
        await rm(directory, { recursive: true, force: true, maxRetries: 3 });
      }
      wine.close();
    },
  };
}

/** Ends every Windows process of a prefix, whoever started it. */
export async function stopWine(wine: Wine, { prefix, home }: WineLabPlaces): Promise<void> {
  const env = wineEnvironment(wine, prefix, home, {});
  const child = wine.launch('wineserver', ['-k'], { env, cwd: prefix, stdio: 'ignore' });
  await new Promise((resolve) => child.on('error', resolve).on('exit', resolve));
}

/**
 * What Windows itself puts into every environment. Wine sets most of these by itself whatever it is given; they are here
 * so that a caller sees the whole environment.
 */
function windowsVariables(prefix: string): Environment {
  // Wine names the profile after the host's user, which inside the lab's own root is always root.
  const names = readdirSync(path.join(prefix, 'drive_c', 'users')).filter((name) => name !== 'Public');
  const user = `C:\\users\\${names[0] ?? 'root'}`;
  return {
    ALLUSERSPROFILE: 'C:\\ProgramData',
    APPDATA: `${user}\\AppData\\Roaming`,
    CommonProgramFiles: 'C:\\Program Files\\Common Files',
    ComSpec: 'C:\\windows\\system32\\cmd.exe',
    LOCALAPPDATA: `${user}\\AppData\\Local`,
    OS: 'Windows_NT',
    PATH: REGISTRY_PATH,
    PATHEXT: '.COM;.EXE;.BAT;.CMD;.VBS;.VBE;.JS;.JSE;.WSF;.WSH;.MSC',
    PROCESSOR_ARCHITECTURE: 'AMD64',
    ProgramData: 'C:\\ProgramData',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    ProgramW6432: 'C:\\Program Files',
    PUBLIC: 'C:\\users\\Public',
    SystemDrive: 'C:',
    SystemRoot: 'C:\\windows',
    TEMP: `${user}\\AppData\\Local\\Temp`,
    TMP: `${user}\\AppData\\Local\\Temp`,
    USERPROFILE: user,
    windir: 'C:\\windows',
  };
}
