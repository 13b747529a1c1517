import { access } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { holdFiles } from '../../lab/msi/holder.ts';
import { type ScriptedProgram, type ScriptedStep, scriptedProgram } from '../../lab/msi/scripted.ts';
import type { StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { callsOf, operate, rootOf, type ScriptedMachine, scriptedMachine } from './msi-scripted.ts';
import { expectFailure } from './steps.ts';

jest.setTimeout(5 * 60_000);

const GOOGLE = 'CN=Google LLC, O=Google LLC, L=Mountain View, S=California, C=US';
/** SYSTEM and Administrators may all, Users may read: as the action makes it. */
const PROTECTED = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)';

/** What a script that asks for this is answered. */
function answer(when: string, value: unknown): ScriptedStep {
  return { when, stdout: `${JSON.stringify({ value })}\r\n` };
}

function signature(status: string, subject = '', timestamped = true): ScriptedStep {
  return answer('Get-AuthenticodeSignature', { status, subject, thumbprint: 'AB12', timestamped });
}

await describePrivateWindows('what PowerShell answers, PowerShell and msiexec being scripted', (lab) => {
  let scripted: ScriptedMachine;
  let powershell: ScriptedProgram;

  beforeAll(async () => {
    scripted = await scriptedMachine(lab);
    powershell = await scriptedProgram(lab, 'powershell');
    await scripted.msiexec.play([{ exitCode: 1603, times: 'always' }]);
  }, PREPARATION_MS);
  afterAll(async () => await scripted?.mirror.close());

  /** An upgrade that ends at msiexec at the latest: it fails. */
  async function upgrade(name: string, answers: readonly ScriptedStep[], inputs = {}): Promise<StepResult> {
    // A question that is not answered here gets what Wine's own PowerShell says: nothing.
    await powershell.play([...answers, {}]);
    return await operate(lab, scripted, name, { 'msi-signature': 'require', ...inputs });
  }

  /** Whether msiexec was run. */
  const ran = async (name: string) => (await callsOf(scripted.msiexec, name)).length > 0;

  it.each([
    ['signed-by-llc', signature('Valid', GOOGLE), {}],
    ['signed-by-inc', signature('Valid', GOOGLE.replaceAll('Google LLC', 'Google Inc')), {}],
    [
      'signed-by-own',
      signature('Valid', 'CN=A B, O="Example, Corp", C=US'),
      { 'msi-publisher': 'Example, Corp' },
    ],
    ['warned', signature('NotSigned'), { 'msi-signature': 'warn' }],
  ] as const)('a signature that lets the MSI pass: %s', async (name, signed, inputs) => {
    const step = await upgrade(name, [signed], inputs);
    expectFailure(step, 'E_MSI_FAILED', /1603/);
    expect(await ran(name)).toBe(true);
    const warned = step.annotations.filter(({ level }) => level === 'warning');
    if (name === 'warned') expect(warned).toMatchObject([{ message: expect.stringContaining('NotSigned') }]);
    else {
      expect(warned).toEqual([]);
      expect(step.log).toMatch(/Authenticode: valid, signed by CN=.*, time-stamped \(certificate AB12\)/);
    }
  });

  it.each([
    ['by-another', [signature('Valid', 'CN=Evil, O=Evil, C=XX')], /not by Google LLC: CN=Evil/],
    ['lookalike', [signature('Valid', 'CN="O=Google LLC", O=Evil, C=XX')], /not by Google LLC/],
    ['not-signed', [signature('NotSigned')], /NotSigned \(nobody/],
    ['hash-mismatch', [signature('HashMismatch', GOOGLE)], /HashMismatch \(CN=Google LLC/],
    ['unknown-error', [signature('UnknownError', GOOGLE)], /UnknownError/],
    ['no-answer', [], /could not be checked/],
    ['failure', [{ when: 'Authenticode', stdout: '{"failure":"not loaded"}\r\n' }], /not loaded/],
  ] as const)('a signature that stops it: %s', async (name, answers, message) => {
    const step = await upgrade(name, answers);
    expectFailure(step, 'E_MSI_SIGNATURE', message);
    expect(await ran(name)).toBe(false);
    await expect(access(lab.toHost(`${rootOf(name)}\\journal.json`))).rejects.toThrow('ENOENT');
  });

  it('files that are held: the failure names who holds them', async () => {
    const version = 'C:\\Program Files\\Go\\pkg\\tool\\windows_amd64\\link.exe';
    const holder = await holdFiles(lab, version);
    const since = '2026-11-25T10:00:00Z';
    const step = await upgrade(
      'held',
      [
        answer('RmGetList', [
          { pid: 4711, name: 'gopls.exe', commandLine: 'gopls.exe -mode=stdio', parent: 12, since },
        ]),
        answer('$hidden', {
          pid: 4712,
          name: 'go.exe',
          commandLine: 'go test ./...',
          parent: 13,
          since,
        }),
      ],
      { 'lock-timeout': '1s', 'msi-signature': 'off' },
    );
    await holder.release();
    expectFailure(step, 'E_MSI_LOCKED', /link\.exe/);
    expect(step.log).toContain(
      `gopls.exe (process 4711, since ${since}, child of process 12): gopls.exe -mode=…`,
    );
    expect(step.log).toContain(`go.exe (process 4712, since ${since}, child of process 13): go test ./...`);
    expect(await ran('held')).toBe(false);
  });

  it('a busy Windows Installer: the failure names the other msiexec', async () => {
    const name = 'busy-named';
    await scripted.msiexec.play([{ exitCode: 1618, times: 'always' }]);
    const commandLine = 'msiexec /i C:\\other.msi /qn';
    const step = await upgrade(
      name,
      [answer('$a.name', [{ pid: 99, name: 'msiexec.exe', commandLine, parent: 1 }])],
      { 'msi-timeout': '1s', 'msi-signature': 'off' },
    );
    await scripted.msiexec.play([{ exitCode: 1603, times: 'always' }]);
    expectFailure(
      step,
      'E_MSI_BUSY',
      /msiexec\.exe \(process 99, child of process 1\): msiexec \/i C:\\other\.msi/,
    );
  });

  it.each([
    ['owned-by-us', PROTECTED, undefined],
    ['owned-by-system', PROTECTED.replace('O:BA', 'O:SY'), undefined],
    ['owned-by-another', PROTECTED.replace('O:BA', 'O:S-1-5-21-1-2-3-1001'), /owned by S-1-5-21-1-2-3-1001/],
    ['open-to-users', PROTECTED.replace('0x1200a9', '0x1301bf'), /BU may change/],
    ['open-to-everyone', `${PROTECTED}(A;OICI;FA;;;WD)`, /WD may change/],
  ] as const)('a machine root that is there already: %s', async (name, sddl, refusal) => {
    await lab.run('C:\\windows\\system32\\cmd.exe', ['/c', 'mkdir', rootOf(name)]);
    const step = await upgrade(name, [answer('Get-Acl', sddl)], { 'msi-signature': 'off' });
    if (refusal) expectFailure(step, 'E_ACL', refusal);
    else expectFailure(step, 'E_MSI_FAILED', /1603/);
    expect(await ran(name)).toBe(refusal === undefined);
  });
});
