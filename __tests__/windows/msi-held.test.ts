import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { holdFiles } from '../../lab/msi/holder.ts';
import { type MachineState, type MsiScene, openMsiScene, writePending } from '../../lab/msi/scene.ts';
import { type ScriptedProgram, scriptedProgram } from '../../lab/msi/scripted.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

const GO = 'C:\\Program Files\\Go';

await describePrivateWindows('install-method: msi, where other processes hold files of Go', (lab) => {
  let scene: MsiScene;
  let before: MachineState;
  let msiexec: ScriptedProgram | undefined;

  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2', '1.99.3', '1.99.4']);
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    before = await scene.state();
  }, PREPARATION_MS);
  afterEach(async () => {
    await msiexec?.remove();
    msiexec = undefined;
  });
  afterAll(async () => await scene?.close());

  it.each(['VERSION', 'src\\fmt\\print.go', 'bin\\go.exe'])(
    'stops before anything changes, and names the file: %s',
    async (file) => {
      const holder = await holdFiles(lab, `${GO}\\${file}`);
      const step = await scene.step({ 'go-version': '1.99.2', 'lock-timeout': '1s' });
      await holder.release();
      expectFailure(step, 'E_MSI_LOCKED', new RegExp(file.replaceAll('\\', '\\\\')));
      expect(step.log).not.toContain('msiexec install');
      expect(await scene.state()).toEqual(before);
    },
  );

  it.each([
    ['VERSION', '1.99.2'],
    ['src\\fmt\\print.go', '1.99.1'],
  ])('waits for %s, and goes on when it is free', async (file, version) => {
    const holder = await holdFiles(lab, `${GO}\\${file}`);
    const running = await scene.start({ 'go-version': version, 'lock-timeout': '5m' });
    while (!/waiting up to 5/i.test(await running.log())) await sleep(100);
    await holder.release();
    expectSuccess(await running.result);
    expect(await scene.works()).toBe(`go${version}`);
  });

  /** Upgrades, with a file held from before msiexec's work until `release` is called. */
  async function upgradeWhileHeld(version: string, file: string, inputs: Record<string, string> = {}) {
    msiexec = await scriptedProgram(lab, 'msiexec');
    const gate = await lab.newScratch('gate');
    await msiexec.play([
      { when: '/i', waitFor: `${gate.windows}\\open`, real: true },
      { real: true, times: 'always' },
    ]);
    const running = await scene.start({ 'go-version': version, ...inputs });
    while ((await msiexec.calls()).length === 0) await sleep(50);
    const holder = await holdFiles(lab, `${GO}\\${file}`);
    await writeFile(path.join(gate.host, 'open'), '');
    return { running, holder };
  }

  it('mends a file that was held only while msiexec ran', async () => {
    const { running, holder } = await upgradeWhileHeld('1.99.2', 'VERSION');
    while ((await scene.journal())?.details.attempts[0]?.exitCode === undefined) await sleep(50);
    await holder.release();
    const step = await running.result;
    expectSuccess(step);
    expect(step.log).toMatch(/msiexec ended after .*3010/);
    expect(step.log).toContain('nothing is left for the next start of Windows');
    expect(await scene.works()).toBe('go1.99.2');
    const { pending, tree } = await scene.state();
    expect(pending.filter((name) => name.includes('Go'))).toEqual([]);
    expect(Object.keys(tree)).toEqual(Object.keys(before.tree));
  });

  it('asks for a restart where a file stays held, and stops every further change until then', async () => {
    const { running, holder } = await upgradeWhileHeld('1.99.3', 'src\\fmt\\print.go');
    const step = await running.result;
    await holder.release();
    expectFailure(step, 'E_REBOOT', /go1\.99\.3 is installed and works.*next start/);
    expect(step.log).toContain(`${GO}\\src\\fmt\\print.go`);
    expect(await scene.works()).toBe('go1.99.3');
    expectFailure(await scene.step({ 'go-version': '1.99.4' }), 'E_REBOOT', /next start of Windows will/);
    expectFailure(await scene.step({ 'go-version': '1.99.3' }), 'E_REBOOT', /go1\.99\.3/);
    const warned = await scene.step({ 'go-version': '1.99.3', 'on-reboot-required': 'warn' });
    expect([warned.exitCode, warned.outputs['reboot-required']]).toEqual([0, 'true']);
    expect(warned.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/restart it/) },
    ]);
    await writePending(lab, []);
    const back = await scene.step({ operation: 'rollback' });
    expectSuccess(back);
    expect(back.outputs['go-version']).toBe('1.99.2');
  });

  it('goes on at one’s own risk with on-reboot-required: warn', async () => {
    const { running, holder } = await upgradeWhileHeld('1.99.4', 'src\\fmt\\print.go', {
      'on-reboot-required': 'warn',
    });
    const step = await running.result;
    await holder.release();
    expect([step.exitCode, step.outputs['go-version'], step.outputs['reboot-required']]).toEqual([
      0,
      '1.99.4',
      'true',
    ]);
    expect(step.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/next start/) },
    ]);
    await writePending(lab, []);
  });

  it('stops where the next start of Windows would change what is installed now', async () => {
    const state = await scene.state();
    await writePending(lab, [`\\??\\${GO}\\bin\\go.exe`, '']);
    expectFailure(await scene.step({ 'go-version': '1.99.1' }), 'E_REBOOT', /will remove .*\\bin\\go\.exe/);
    await writePending(lab, []);
    expect(await scene.state()).toEqual(state);
  });
});
