import { mkdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { type ScriptedProgram, type ScriptedStep, scriptedProgram } from '../../lab/msi/scripted.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, type Runner } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { mountVolume } from '../../lab/windows/volume.ts';
import { expectFailure, setupGo } from './steps.ts';

jest.setTimeout(300_000);

await describePrivateWindows('a read-only tool cache, whoami and PowerShell being scripted', (lab) => {
  let whoami: ScriptedProgram;
  let powershell: ScriptedProgram;
  let mirror: Mirror;
  let runner: Runner;
  let unmount: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    mirror = await startMirror(await madeUpReleases(['1.98.1']));
    whoami = await scriptedProgram(lab, 'whoami');
    powershell = await scriptedProgram(lab, 'powershell');
    await whoami.play([
      { when: '/user', stdout: '"CI\\svc","S-1-5-21-1-2-3-1002"\r\n' },
      {
        when: '/groups',
        stdout: '"Benutzer","Alias","S-1-5-32-545",""\r\n"Stufe","Bezeichnung","S-1-16-8192",""\r\n',
      },
    ]);
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());
  beforeEach(async () => {
    mirror.forget();
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    await mkdir(runner.toolCache.host, { recursive: true });
    unmount = await mountVolume(lab, runner.toolCache.host, 'read-only');
  });
  afterEach(async () => await unmount?.());

  const rights = (sddl: string, owner: string): ScriptedStep => ({
    when: 'Get-Acl',
    stdout: `${JSON.stringify({ value: { sddl, owner } })}\r\n`,
  });

  it('belongs to another account', async () => {
    await powershell.play([rights('O:S-1-5-21-1-2-3-1001G:SYD:PAI(A;OICI;0x1200a9;;;BU)', 'CI\\alice')]);
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectFailure(step, 'E_PERMISSION', /belongs to another account, CI\\alice/);
    expect(step.annotations[0]?.message).toContain(
      `${runner.toolCache.windows}: owner S-1-5-21-1-2-3-1001 (CI\\alice); CI\\svc (S-1-5-21-1-2-3-1002) has read, execute; not elevated`,
    );
    expect(step.annotations[0]?.message).toContain('/grant *S-1-5-21-1-2-3-1002:(OI)(CI)M');
    expect(mirror.requests).toEqual([]);
  });

  it('is protected by something else than its rights', async () => {
    await powershell.play([rights('O:BAG:SYD:PAI(A;OICI;0x1301bf;;;BU)', 'BUILTIN\\Administrators')]);
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectFailure(step, 'E_PERMISSION', /has modify; .*something else refuses: .*Controlled folder access/);
    expect(step.annotations[0]?.message).toContain('node.exe');
  });

  it('is told of in time by a PowerShell that never answers', async () => {
    await powershell.play([{ when: 'Get-Acl', delay: 60_000 }]);
    const step = await setupGo(runner, { 'go-version': '1.98.1' });
    expectFailure(step, 'E_PERMISSION', /is not known \(PowerShell failed: it gave no answer within 5 s/);
    expect(step.wallMs).toBeLessThan(15_000);
  });
});
