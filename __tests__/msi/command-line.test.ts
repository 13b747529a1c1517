import { expect, it } from '@jest/globals';
import { commandLine } from '../../src/msi/command-line.ts';

const msi = String.raw`C:\ProgramData\setup-go-win\msi\go1.26.6.windows-amd64.msi`;
const log = String.raw`C:\logs\install 1.log`;
const common = String.raw`/qn /norestart /l*v "C:\logs\install 1.log" REBOOT=ReallySuppress MSIRESTARTMANAGERCONTROL=DisableShutdown MSIFASTINSTALL=7`;

it('installs silently, with a log and its directory, and never restarts', () => {
  expect(commandLine({ kind: 'install', msi, installDir: 'C:\\Program Files\\Go\\' }, log)).toBe(
    `/i "${msi}" ${common} INSTALLDIR="C:\\Program Files\\Go"`,
  );
});

it('repairs every file from the package at hand', () => {
  expect(commandLine({ kind: 'repair', msi, installDir: 'C:\\Go' }, log)).toBe(
    `/i "${msi}" REINSTALL=ALL REINSTALLMODE=vamus ${common} INSTALLDIR="C:\\Go"`,
  );
});

it('uninstalls by the product code, with the directory where that is known', () => {
  const productCode = '{CCE8FA1A-A0F5-499B-8BCD-279CB5A0786A}';
  expect(commandLine({ kind: 'uninstall', productCode, installDir: 'C:\\my Go' }, log)).toBe(
    `/x ${productCode} ${common} INSTALLDIR="C:\\my Go"`,
  );
  expect(commandLine({ kind: 'uninstall', productCode, installDir: undefined }, log)).toBe(
    `/x ${productCode} ${common}`,
  );
});

it('refuses what would end the quotes', () => {
  expect(() => commandLine({ kind: 'install', msi, installDir: 'C:\\a" REBOOT=Force "' }, log)).toThrow(
    expect.objectContaining({ code: 'E_INPUT' }),
  );
});
