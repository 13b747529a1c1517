import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import {
  cacheRoots,
  leaseRoots,
  MACHINE_ROOTS,
  MSI_ROOTS,
  metricsRoots,
  type Root,
  zipRoots,
} from '../../lab/scope/roots.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/change-scope.md', import.meta.url)), 'utf8');

/** The first column of the first table below a heading. */
function placesBelow(heading: string): string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
}

const scratch = (windows: string) => ({ host: '', windows });
const zip = zipRoots({ toolCache: scratch('C:\\tools'), temp: scratch('C:\\temp') });
const names = (roots: readonly Root[]) => roots.map(({ name }) => name);
const isDeclared = (place: string) => [...zip, ...MSI_ROOTS].some((root) => root.place.test(place));

describe('docs/change-scope.md', () => {
  it('has every place that the tests allow, and no other', () => {
    expect(placesBelow('With a ZIP')).toEqual(
      names([
        ...zip,
        ...leaseRoots({ toolCache: scratch('C:\\tools') }),
        ...cacheRoots('C:\\mod', 'C:\\build'),
        ...metricsRoots('C:\\go.prom'),
      ]),
    );
    expect(placesBelow('With `scope: machine`, besides')).toEqual(names(MACHINE_ROOTS));
    expect(placesBelow('With `install-method: msi`, besides')).toEqual(names(MSI_ROOTS));
  });
});

describe('a declared place', () => {
  it.each([
    'C:\\tools\\go\\1.26.6\\x64\\VERSION',
    'c:\\TOOLS\\go-0123abcd',
    'C:\\tools\\.setup-go-win\\audit.jsonl',
    'C:\\temp\\_runner_file_commands\\output_1',
    'C:\\Program Files\\Go\\bin\\go.exe',
    'HKLM\\System\\ControlSet001\\Control\\Session Manager\\Environment: PATH',
    'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{22EA7650-4AC6-4001-BF29-F4B8775DB1C0}: DisplayName',
  ])('has %s in it', (place) => expect(isDeclared(place)).toBe(true));

  it.each([
    'C:\\tools\\node',
    'C:\\tools\\golang\\VERSION',
    'C:\\tools\\go-mirror\\VERSION',
    'C:\\tools2',
    'C:\\temporary\\x',
    'C:\\Program Files\\Gopher\\x',
    'D:\\Program Files\\Go\\x',
    'HKLM\\System\\ControlSet001\\Control\\Session Manager\\Environment: PATHEXT',
    'HKLM\\System\\ControlSet001\\Control\\Session Manager\\Environment',
    'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
    'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Git: DisplayName',
    'HKCU\\Environment: GOFLAGS',
  ])('has not %s in it', (place) => expect(isDeclared(place)).toBe(false));
});
