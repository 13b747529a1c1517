import type { Runner } from '../runner.ts';
import type { Change } from './snapshot.ts';

/** A place that may be written to. docs/change-scope.md has each one of the action's by its name. */
export interface Root {
  readonly name: string;
  readonly place: RegExp;
}

/** What the action may write to with `install-method: zip`: all of it below two directories that the runner gave it. */
export function zipRoots({ toolCache, temp }: Pick<Runner, 'toolCache' | 'temp'>): Root[] {
  const cache = quoted(toolCache.windows);
  return [
    // Made where it is missing.
    { name: 'RUNNER_TOOL_CACHE', place: new RegExp(`^${cache}$`, 'i') },
    { name: 'RUNNER_TOOL_CACHE\\go', place: below(`${cache}\\\\go`) },
    { name: 'RUNNER_TOOL_CACHE\\go-<mirror>', place: below(`${cache}\\\\go-[0-9a-f]{8}`) },
    { name: 'RUNNER_TOOL_CACHE\\.setup-go-win', place: below(`${cache}\\\\\\.setup-go-win`) },
    // The files of GITHUB_OUTPUT and its like lie there, too.
    { name: 'RUNNER_TEMP', place: below(quoted(temp.windows)) },
  ];
}

/** All that a hit may write to, and the step after the job: who uses which version, and when it was used. */
export function leaseRoots({ toolCache }: Pick<Runner, 'toolCache'>): Root[] {
  const state = `${quoted(toolCache.windows)}\\\\\\.setup-go-win`;
  return [
    { name: 'RUNNER_TOOL_CACHE\\.setup-go-win\\leases, used', place: below(`${state}\\\\(?:leases|used)`) },
  ];
}

/** What it may write to besides where it restores modules and builds of earlier runs: Windows paths. */
export function cacheRoots(modules: string, builds: string): Root[] {
  return [
    { name: 'GOMODCACHE', place: below(quoted(modules)) },
    { name: 'GOCACHE', place: below(quoted(builds)) },
  ];
}

/** What it may write to besides with `metrics-file`: a Windows path. */
export function metricsRoots(file: string): Root[] {
  return [{ name: 'metrics-file', place: new RegExp(`^${quoted(file)}$`, 'i') }];
}

/** What it may write to besides with `scope: machine` and a ZIP, whose versions lie below the machine's root. */
export const MACHINE_ROOTS: readonly Root[] = [
  { name: 'machine-root', place: below('C:\\\\ProgramData\\\\setup-go-win') },
  {
    name: 'PATH and GOROOT of the machine',
    place: /^HKLM\\System\\ControlSet001\\Control\\Session Manager\\Environment: (?:PATH|GOROOT)$/i,
  },
  { name: 'PATH and GOROOT of the user', place: /^HKCU\\Environment(?:$|: (?:PATH|GOROOT)$)/i },
];

const MACHINE = 'HKLM\\\\Software\\\\';
const WINDOWS = `${MACHINE}Microsoft\\\\Windows\\\\CurrentVersion\\\\`;

/** What it may write to besides with `install-method: msi`: its own part of the machine, and what Windows Installer does for Go's package. */
export const MSI_ROOTS: readonly Root[] = [
  { name: 'machine-root', place: below('C:\\\\ProgramData\\\\setup-go-win') },
  { name: 'INSTALLDIR', place: below('C:\\\\Program Files\\\\Go') },
  { name: 'C:\\Windows\\Installer', place: below('C:\\\\windows\\\\Installer') },
  {
    name: 'Start menu',
    // Windows has it for all users, Wine for the one who installs.
    place: below('C:\\\\.*\\\\Microsoft\\\\Windows\\\\Start Menu\\\\Programs\\\\Go Programming Language'),
  },
  { name: 'HKLM\\Software\\Classes\\Installer', place: key(`${MACHINE}Classes\\\\Installer`) },
  { name: 'HKLM\\…\\CurrentVersion\\Installer', place: key(`${WINDOWS}Installer`) },
  { name: 'HKLM\\…\\CurrentVersion\\Uninstall', place: key(`${WINDOWS}Uninstall\\\\\\{[0-9A-F-]{36}\\}`) },
  { name: 'HKCU\\Software\\GoProgrammingLanguage', place: key('HKCU\\\\Software\\\\GoProgrammingLanguage') },
  {
    name: 'PATH of the machine',
    place: /^HKLM\\System\\ControlSet001\\Control\\Session Manager\\Environment: PATH$/i,
  },
  { name: 'PATH and GOPATH of the user', place: /^HKCU\\Environment: (?:PATH|GOPATH)$/i },
];

/**
 * What changes although the action has no hand in it, each by one value or one name and with the reason. It is Wine's and the lab's own; on a
 * real Windows there is none of it.
 */
export function labNoise({ directory }: Pick<Runner, 'directory'>): Root[] {
  return [
    // lab/runner.ts keeps what a step prints there; a real runner sends it to GitHub.
    {
      name: 'the emulated runner’s log of a step',
      place: new RegExp(`^${quoted(directory.windows)}\\\\step-\\d+\\.log$`),
    },
    // Wine makes up a display device at each start, and its driver's date is the time of that start (win32u/sysparams.c).
    {
      name: 'the date of Wine’s display driver',
      place:
        /^HKLM\\System\\ControlSet001\\Control\\Class\\\{4D36E968-E325-11CE-BFC1-08002BE10318\}\\\d{4}: DriverDateData$/i,
    },
    // Wine offers the Start menu's entries on the host's desktop too, in the home that the lab gave it, and notes which (winemenubuilder.c).
    {
      name: 'Wine’s list of menu entries on the host',
      place: /^HKCU\\Software\\Wine\\MenuFiles(?:$|: .*\bGo Programming Language\b)/i,
    },
  ];
}

function below(directory: string): RegExp {
  return new RegExp(`^${directory}(?:\\\\|$)`, 'i');
}

function key(name: string): RegExp {
  return new RegExp(`^${name}(?:\\\\|:|$)`, 'i');
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What lies outside of all roots. */
export function outside(changes: readonly Change[], roots: readonly Root[]): Change[] {
  return changes.filter(({ place }) => !roots.some((root) => root.place.test(place)));
}

/** One line each, as a test shows them. */
export function describeChanges(changes: readonly Change[]): string[] {
  return changes.map(({ what, place, before, after }) => {
    const values = [before, after].map((value) => (value ?? 'nothing').slice(0, 200)).join(' → ');
    return `${what} ${place} (${values})`;
  });
}

/** The names of the roots in which something changed. */
export function rootsOf(changes: readonly Change[], roots: readonly Root[]): string[] {
  return roots.filter((root) => changes.some(({ place }) => root.place.test(place))).map(({ name }) => name);
}
