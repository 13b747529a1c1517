import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it, jest } from '@jest/globals';
import { buildMsi, type LabMsi } from '../../lab/msi/build.ts';
import { runExactly } from '../../lab/msi/exact.ts';
import { windowsLog } from '../../lab/msi/logs.ts';
import { type MsiMachine, msiMachine } from '../../lab/msi/machine.ts';
import { type ScriptedProgram, scriptedProgram } from '../../lab/msi/scripted.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { LabRelease } from '../../lab/releases/release.ts';
import { describePrivateWindows } from '../../lab/windows/suite.ts';

jest.setTimeout(2 * 60_000);

const POWERSHELL = 'C:\\windows\\system32\\WindowsPowerShell\\v1.0\\powershell.exe';

await describePrivateWindows('programs of Windows that play a scenario', (lab) => {
  let machine: MsiMachine;
  let msiexec: ScriptedProgram;
  let powershell: ScriptedProgram;
  let msi: LabMsi;

  beforeAll(async () => {
    machine = msiMachine(lab);
    msiexec = await scriptedProgram(lab, 'msiexec');
    powershell = await scriptedProgram(lab, 'powershell');
    const [release] = await madeUpReleases(['1.99.1']);
    msi = await buildMsi(release as LabRelease);
  });

  it('msiexec is busy twice, writes a log as Windows does, then does its real work', async () => {
    const log = windowsLog('locked', { productName: msi.productName, productCode: msi.productCode });
    await msiexec.play([{ exitCode: 1618, times: 2, log }, { real: true }]);
    const scratch = await lab.newScratch('scripted');
    const line = `/i "${await machine.place(msi)}" /l*v "${scratch.windows}\\a b.log" INSTALLDIR="C:\\Program Files\\Go"`;
    expect([await machine.msiexec(line), await machine.msiexec(line)]).toEqual([1618, 1618]);
    const written = await readFile(path.join(scratch.host, 'a b.log'));
    expect([...written.subarray(0, 4)]).toEqual([0xff, 0xfe, 0x3d, 0]);
    expect(written.toString('utf16le').slice(1)).toBe(log.replaceAll('\n', '\r\n'));
    expect(await machine.version()).toBe('none');
    expect(await machine.msiexec(line)).toBe(0);
    expect(await machine.version()).toBe('go1.99.1');
    const calls = await msiexec.calls();
    expect(calls.map(({ exitCode }) => exitCode)).toEqual([1618, 1618, 0]);
    expect(calls[0]?.commandLine).toBe(`C:\\windows\\system32\\msiexec.exe ${line} /qn /norestart`);
  });

  it('crashes, can’t write its log, and has effects, for the command that they are meant for', async () => {
    await msiexec.play([
      {
        when: '/x',
        run: ['rd /s /q "C:\\Program Files\\Go"', 'reg add HKCU\\Software\\Lab /v a /d "b c" /f'],
      },
      { exitCode: 0xc0000005 },
      { log: 'never written' },
    ]);
    expect(await machine.msiexec('/i a.msi')).toBe(0xc0000005);
    expect(await machine.msiexec('/i a.msi /l*v C:\\no\\such\\directory\\x.log')).toBe(1622);
    expect(await machine.msiexec(`/x ${msi.productCode}`)).toBe(0);
    expect(await machine.version()).toBe('none');
    expect(await machine.registry('HKCU\\Software\\Lab')).toContain('"a"="b c"');
    expect(await machine.msiexec('/i once too often')).toBe(90002);
  });

  it('hangs until it is let go', async () => {
    const scratch = await lab.newScratch('hang');
    await msiexec.play([{ waitFor: `${scratch.windows}\\go`, exitCode: 3010 }]);
    const ending = machine.msiexec('/i slow.msi');
    while ((await msiexec.calls()).length === 0) await sleep(50);
    await sleep(200);
    expect((await msiexec.calls())[0]?.exitCode).toBeUndefined();
    await lab.run('C:\\windows\\system32\\cmd.exe', ['/c', `echo.>${scratch.windows}\\go`]);
    expect((await stat(path.join(scratch.host, 'go'))).size).toBeGreaterThan(0);
    expect(await ending).toBe(3010);
  });

  it('powershell answers by what its script asks', async () => {
    await powershell.play([
      { when: 'Authenticode', stdout: '{"Status":0}' },
      { when: 'RmGetList', exitCode: 5, stderr: 'denied' },
    ]);
    const ask = async (script: string) => {
      const encoded = Buffer.from(script, 'utf16le').toString('base64');
      return await lab.run(POWERSHELL, ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded]);
    };
    expect(await ask('Get-AuthenticodeSignature "C:\\a.msi"')).toMatchObject({
      exitCode: 0,
      stdout: '{"Status":0}',
    });
    expect(await ask('[Rm]::RmGetList()')).toMatchObject({ exitCode: 5, stderr: 'denied' });
    expect((await powershell.calls()).map(({ script }) => script)).toEqual([
      'Get-AuthenticodeSignature "C:\\a.msi"',
      '[Rm]::RmGetList()',
    ]);
  });

  it('gives the place back', async () => {
    await msiexec.remove();
    expect(
      await runExactly(lab, 'C:\\windows\\system32\\msiexec.exe', `/i "${await machine.place(msi)}" /qn`),
    ).toBe(0);
    expect(await machine.version()).toBe('go1.99.1');
  });
});
