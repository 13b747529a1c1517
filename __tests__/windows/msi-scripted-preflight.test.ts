import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { callsOf, INSTALL_DIR, operate, type ScriptedMachine, scriptedMachine } from './msi-scripted.ts';
import { expectFailure } from './steps.ts';

jest.setTimeout(5 * 60_000);

const CURRENT = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const POLICIES = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer';
const SYSTEM = 'HKEY_LOCAL_MACHINE\\SYSTEM';
const SESSION_MANAGER = `${SYSTEM}\\CurrentControlSet\\Control\\Session Manager`;
const ENVIRONMENT = `${SESSION_MANAGER}\\Environment`;

/** Values of a key as a registry file has them. */
type Values = Readonly<Record<string, string>>;
const dword = (value: number) => `dword:${value.toString(16).padStart(8, '0')}`;
const hex = (type: string, text: string) =>
  `hex(${type}):${[...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
const texts = (...list: string[]) => hex('7', `${list.map((text) => `${text}\0`).join('')}\0`);
const text = (value: string) => `"${value.replaceAll('\\', '\\\\')}"`;
const PENDING = 'PendingFileRenameOperations';

await describePrivateWindows('states of the machine in its registry, msiexec being scripted', (lab) => {
  let scripted: ScriptedMachine;

  beforeAll(async () => {
    scripted = await scriptedMachine(lab);
    await scripted.msiexec.play([{ exitCode: 1603, times: 'always' }]);
  }, PREPARATION_MS);
  afterAll(async () => await scripted?.mirror.close());

  /** Sets values of keys by the real reg.exe. */
  async function set(keys: Readonly<Record<string, Values>>): Promise<void> {
    const scratch = await lab.newScratch('import');
    const lines = Object.entries(keys).flatMap(([key, values]) => [
      `[${key}]`,
      ...Object.entries(values).map(([name, data]) => `"${name}"=${data}`),
      '',
    ]);
    const file = `\uFEFF${['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n')}`;
    await writeFile(path.join(scratch.host, 'keys.reg'), Buffer.from(file, 'utf16le'));
    const reg = 'C:\\windows\\system32\\reg.exe';
    const { exitCode, stdout } = await lab.run(reg, ['import', `${scratch.windows}\\keys.reg`, '/reg:64']);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
  }

  const warnings = ({ annotations }: StepResult) =>
    annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

  it.each([
    [
      'policy',
      { [POLICIES]: { DisableMSI: dword(2) } },
      { [POLICIES]: { DisableMSI: '-' } },
      'E_MSI_POLICY',
      /DisableMSI of Windows Installer is 2/,
    ],
    [
      'service',
      { [`${SYSTEM}\\CurrentControlSet\\Services\\msiserver`]: { Start: dword(4) } },
      { [`${SYSTEM}\\CurrentControlSet\\Services\\msiserver`]: { Start: dword(3) } },
      'E_MSI_SERVICE',
      /\(msiserver\) is disabled/,
    ],
    [
      'setup',
      { [`${SYSTEM}\\Setup`]: { SystemSetupInProgress: dword(1) } },
      { [`${SYSTEM}\\Setup`]: { SystemSetupInProgress: dword(0) } },
      'E_MSI_BUSY',
      /Windows Setup is at work/,
    ],
    [
      'restart-inside',
      {
        [SESSION_MANAGER]: {
          [PENDING]: texts(
            '\\??\\C:\\Temp\\x',
            '',
            `\\??\\${INSTALL_DIR}\\msi1.tmp`,
            `!\\??\\${INSTALL_DIR}\\VERSION`,
          ),
        },
      },
      { [SESSION_MANAGER]: { [PENDING]: '-' } },
      'E_REBOOT',
      /put C:\\Program Files\\Go\\msi1\.tmp in the place of C:\\Program Files\\Go\\VERSION/,
    ],
  ])('stops it: %s', async (name, before, after, code, message) => {
    await set(before as unknown as Record<string, Values>);
    const step = await operate(lab, scripted, name);
    await set(after as unknown as Record<string, Values>);
    expectFailure(step, code, message);
    expect(step.annotations.at(-1)?.message).toContain('Nothing was changed.');
    expect(await callsOf(scripted.msiexec, name)).toEqual([]);
  });

  it('warns, and goes on: policies, restarts, another Go before, GOROOT, a hosted runner', async () => {
    const other = 'C:\\lab\\other go\\bin';
    await mkdir(lab.toHost(other), { recursive: true });
    await writeFile(lab.toHost(`${other}\\go.exe`), 'go');
    const scoop = lab.toHost('C:\\lab\\scoop\\apps\\go\\current');
    await mkdir(scoop, { recursive: true });
    await writeFile(path.join(scoop, 'VERSION'), 'go1.98.7\n');
    const servicing = `${CURRENT}\\Component Based Servicing\\RebootPending`;
    const pathOf = (...places: string[]) =>
      hex('2', `${['%SystemRoot%\\system32', '%SystemRoot%', ...places].join(';')}\0`);
    const ours = `${INSTALL_DIR}\\bin`;
    await set({
      [POLICIES]: { DisableRollback: dword(1) },
      [SESSION_MANAGER]: { [PENDING]: texts('\\??\\C:\\Temp\\x', '') },
      [servicing]: {},
      [ENVIRONMENT]: { Path: pathOf(other, ours), GOROOT: text('C:\\stale') },
    });
    const environment = { RUNNER_ENVIRONMENT: 'github-hosted', SCOOP: 'C:\\lab\\scoop' };
    const step = await operate(lab, scripted, 'warned', {}, { environment });
    await set({
      [POLICIES]: { DisableRollback: '-' },
      [SESSION_MANAGER]: { [PENDING]: '-' },
      [`-${servicing}`]: {},
      [ENVIRONMENT]: { Path: pathOf(ours), GOROOT: '-' },
    });
    expectFailure(step, 'E_MSI_FAILED', /1603/);
    expect(await callsOf(scripted.msiexec, 'warned')).toHaveLength(1);
    expect(warnings(step)).toEqual([
      expect.stringMatching(/hosted by GitHub.*install-method: zip/),
      expect.stringMatching(/DisableRollback of Windows Installer is 1/),
      expect.stringMatching(/waits for a restart: programs that replace their files, Windows servicing\./),
      expect.stringMatching(/gives another Go first: C:\\lab\\other go\\bin\\go\.exe/),
      expect.stringMatching(/GOROOT is C:\\stale, not C:\\Program Files\\Go/),
    ]);
    expect(step.log).toMatch(/scoop has a Go of its own on record \(1\.98\.7\)/);
  });

  it.each([
    ['winget', 'C:\\Users\\a\\AppData\\Local\\Temp\\WinGet\\GoLang.Go.1.99.1\\'],
    ['chocolatey', 'C:\\Users\\a\\AppData\\Local\\Temp\\chocolatey\\golang\\1.99.1\\'],
  ])('names the package manager that installed the old Go: %s', async (name, source) => {
    const { productCode } = scripted.msis[0];
    await set({ [`${CURRENT}\\Uninstall\\${productCode}`]: { InstallSource: text(source) } });
    const step = await operate(lab, scripted, name);
    expectFailure(step, 'E_MSI_FAILED', /1603/);
    expect(warnings(step)).toEqual([
      expect.stringMatching(new RegExp(`registered go1\\.99\\.1 was installed by ${name}`)),
    ]);
  });
});
