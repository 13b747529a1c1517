import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { ScriptedStep } from '../../lab/msi/scripted.ts';
import type { StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { callsOf, NEW, OLD, operate, rootOf, type ScriptedMachine, scriptedMachine } from './msi-scripted.ts';
import { expectFailure } from './steps.ts';

jest.setTimeout(5 * 60_000);

await describePrivateWindows('what a retry prepares, msiexec being scripted', (lab) => {
  let scripted: ScriptedMachine;
  /** The real one does the work in the end, so the versions take turns. */
  let present = OLD;

  beforeAll(async () => {
    scripted = await scriptedMachine(lab);
  }, PREPARATION_MS);
  afterAll(async () => await scripted?.mirror.close());

  /** Brings the other version while msiexec plays this. */
  async function change(
    name: string,
    steps: readonly ScriptedStep[],
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<StepResult> {
    await scripted.msiexec.play(steps);
    scripted.mirror.forget();
    const step = await operate(lab, scripted, name, {
      'go-version': present === OLD ? NEW : OLD,
      ...inputs,
    });
    present = (await scripted.machine.version()).slice('go'.length);
    return step;
  }

  async function changed(name: string, steps: readonly ScriptedStep[]) {
    const wanted = present === OLD ? NEW : OLD;
    const step = await change(name, steps);
    expect({ exitCode: step.exitCode, log: step.exitCode === 0 ? '' : step.log }).toEqual({
      exitCode: 0,
      log: '',
    });
    expect(step.outputs).toMatchObject({ 'go-version': wanted, 'error-code': '' });
    expect(present).toBe(wanted);
    return { step, calls: await callsOf(scripted.msiexec, name) };
  }

  const warnings = ({ annotations }: StepResult) => annotations.map(({ message }) => message);
  const logOf = (line: string | undefined) => /\/l\*v "([^"]+)"/.exec(line ?? '')?.[1] ?? '';

  it('a busy Windows Installer: waits until it is free', async () => {
    const { step, calls } = await changed('busy', [{ exitCode: 1618, times: 2 }, { real: true }]);
    expect(calls).toHaveLength(3);
    expect(step.log.match(/Trying again in/g)).toHaveLength(2);
    expect(warnings(step)).toEqual([]);
  });

  it('a package that cannot be opened: fetched again, and verified', async () => {
    const { step, calls } = await changed('package', [{ exitCode: 1619 }, { real: true }]);
    expect(calls).toHaveLength(2);
    expect(step.log).toMatch(/Downloaded go\S+\.msi once more, verified SHA-256/);
    const fetched = scripted.mirror.requests.filter(({ path }) => path.endsWith('.msi'));
    expect(fetched).toHaveLength(2);
  });

  it('the same without the mirror: copied anew', async () => {
    scripted.mirror.fault('files', { kind: 'status', status: 404 }, { skip: 1 });
    const { step } = await changed('package-copied', [{ exitCode: 1620 }, { real: true }]);
    scripted.mirror.clearFaults();
    expect(step.log).toMatch(/Copied go\S+\.msi once more, verified SHA-256/);
    const msi = /\/i "([^"]+)"/.exec(
      (await callsOf(scripted.msiexec, 'package-copied'))[1]?.commandLine ?? '',
    );
    const file = lab.toHost(msi?.[1] ?? '');
    const hash = createHash('sha256').update(await readFile(file));
    expect(step.log).toContain(hash.digest('hex'));
    expect((await readdir(path.dirname(file))).filter((name) => /again|part/.test(name))).toEqual([]);
  });

  it('a log that cannot be opened: another place for it, which is there', async () => {
    const { calls } = await changed('log', [{ exitCode: 1622 }, { real: true }]);
    const [first = '', second = ''] = calls.map(({ commandLine }) => logOf(commandLine));
    expect(path.win32.dirname(second)).not.toBe(path.win32.dirname(first));
    expect(second.startsWith(rootOf('log'))).toBe(true);
    expect((await stat(lab.toHost(second))).size).toBeGreaterThan(0);
  });

  it('no place for temporary files: a directory of our own', async () => {
    const { calls } = await changed('temp', [{ exitCode: 1632 }, { real: true }]);
    const [first, second] = calls.map(({ environment }) =>
      environment.filter((entry) => /^(?:TMP|TEMP)=/i.test(entry)).map((entry) => entry.split('=')[1] ?? ''),
    );
    for (const place of first ?? []) expect(place).not.toContain(rootOf('temp'));
    expect(second).toHaveLength(2);
    for (const place of second ?? []) {
      expect(place.startsWith(`${rootOf('temp')}\\temp-`)).toBe(true);
      expect((await stat(lab.toHost(place))).isDirectory()).toBe(true);
    }
  });

  it('the old package is lost: Windows Installer is given ours, then the change is made', async () => {
    const lost = ['del /q C:\\windows\\Installer\\*.msi'];
    const steps = [{ exitCode: 1612, run: lost }, { real: true }, { real: true }];
    const { step, calls } = await changed('source', steps);
    expect(calls).toHaveLength(3);
    expect(calls[1]?.commandLine).toMatch(/REINSTALL=ALL REINSTALLMODE=vamus/);
    expect(calls[1]?.commandLine).toContain(`${rootOf('source')}\\msi\\`);
    expect(step.log).toMatch(/Giving Windows Installer the package of go\S+ again/);
  });

  it('the old package cannot be given: no further attempt', async () => {
    const step = await change('source-refused', [{ exitCode: 1612 }, { exitCode: 1603 }]);
    expectFailure(step, 'E_MSI_SOURCE', /installed from is gone/);
    expect(await callsOf(scripted.msiexec, 'source-refused')).toHaveLength(2);
  });

  it('a crash after all was done: looked at, and not run again', async () => {
    const { step, calls } = await changed('crash', [{ real: true, exitCode: 0xc0000005 }]);
    expect(calls).toHaveLength(1);
    expect(warnings(step)).toEqual([expect.stringMatching(/msiexec failed .*0xC0000005.* works/)]);
  });

  it.each([1641, 3010])('done, but %i: says that Windows wants a restart', async (exitCode) => {
    const { step } = await changed(`restart-${exitCode}`, [{ real: true, exitCode }]);
    expect(warnings(step)).toEqual([expect.stringMatching(/restart.* No file of go\S+ waits for it/)]);
    expect(step.outputs['reboot-required']).toBe('false');
  });

  it('a long run: its progress is told, and nobody ends it', async () => {
    const { step, calls } = await changed('long', [{ delay: 25_000, real: true }]);
    expect(calls).toMatchObject([{ exitCode: 0 }]);
    expect(step.log).toMatch(/msiexec works: \d+/);
  });

  it('every command line: the full path, quotes round values alone, INSTALLDIR, and never a restart', async () => {
    const inputs = { 'machine-root': `${rootOf('lines')}\\a b` };
    await change('lines', [{ exitCode: 1603 }], { ...inputs, operation: 'uninstall', 'go-version': '' });
    const [uninstall] = await callsOf(scripted.msiexec, 'lines');
    await change('lines', [{ exitCode: 1603 }], inputs);
    const [install] = await callsOf(scripted.msiexec, 'lines');
    const program = String.raw`C:\\windows\\system32\\msiexec\.exe`;
    const common = String.raw`/qn /norestart /l\*v "C:\\lab\\roots\\lines\\a b\\logs\\[\w.-]+\.log" REBOOT=ReallySuppress MSIRESTARTMANAGERCONTROL=DisableShutdown MSIFASTINSTALL=7 INSTALLDIR="C:\\Program Files\\Go"`;
    const msi = String.raw`"C:\\lab\\roots\\lines\\a b\\msi\\[\w.-]+\\go[\w.-]+\.msi"`;
    expect(install?.commandLine).toMatch(new RegExp(`^"?${program}"? /i ${msi} ${common}$`, 'i'));
    expect(uninstall?.commandLine).toMatch(
      new RegExp(`^"?${program}"? /x \\{[0-9A-F-]{36}\\} ${common}$`, 'i'),
    );
  });
});
