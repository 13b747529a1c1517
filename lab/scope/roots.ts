import type { Runner } from '../runner.ts';
import type { Change } from './snapshot.ts';

/** A place that the action may write to. docs/change-scope.md has each by its name. */
export interface Root {
  readonly name: string;
  readonly place: RegExp;
}

/** What the action may write to with `install-method: zip`: all of it below two directories that the runner gave it. */
export function zipRoots({ toolCache, temp }: Pick<Runner, 'toolCache' | 'temp'>): Root[] {
  const cache = quoted(toolCache.windows);
  return [
    // Made where it is missing.
    { name: 'RUNNER_TOOL_CACHE', place: new RegExp(`^${cache}$`) },
    { name: 'RUNNER_TOOL_CACHE\\go', place: below(`${cache}\\\\go`) },
    { name: 'RUNNER_TOOL_CACHE\\go-<mirror>', place: below(`${cache}\\\\go-[0-9a-f]{8}`) },
    { name: 'RUNNER_TOOL_CACHE\\.setup-go-win', place: below(`${cache}\\\\\\.setup-go-win`) },
    // The files of GITHUB_OUTPUT and its like lie there, too.
    { name: 'RUNNER_TEMP', place: below(quoted(temp.windows)) },
  ];
}

const MACHINE = 'HKLM\\\\Software\\\\';
const INSTALLER = `${MACHINE}Microsoft\\\\Windows\\\\CurrentVersion\\\\`;

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
  { name: 'HKLM\\…\\CurrentVersion\\Installer', place: key(`${INSTALLER}Installer`) },
  { name: 'HKLM\\…\\CurrentVersion\\Uninstall', place: key(`${INSTALLER}Uninstall\\\\\\{[0-9A-F-]{36}\\}`) },
  { name: 'HKCU\\Software\\GoProgrammingLanguage', place: key('HKCU\\\\Software\\\\GoProgrammingLanguage') },
  {
    name: 'PATH of the machine',
    place: /^HKLM\\System\\ControlSet001\\Control\\Session Manager\\Environment: PATH$/i,
  },
  { name: 'PATH and GOPATH of the user', place: /^HKCU\\Environment: (?:PATH|GOPATH)$/i },
];

function below(directory: string): RegExp {
  return new RegExp(`^${directory}(?:\\\\|$)`, 'i');
}

function key(name: string): RegExp {
  return new RegExp(`^${name}(?:\\\\|:|$)`, 'i');
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What lies outside of all roots, one line each, as a test shows it. */
export function outside(changes: readonly Change[], roots: readonly Root[]): string[] {
  return changes
    .filter(({ place }) => !roots.some((root) => root.place.test(place)))
    .map(({ what, place, before, after }) => {
      const values = [before, after].map((value) => (value ?? 'nothing').slice(0, 200)).join(' → ');
      return `${what} ${place} (${values})`;
    });
}
