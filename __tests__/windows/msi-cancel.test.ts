import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { openCancellation } from '../../lab/cancel.ts';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { type ScriptedProgram, scriptedProgram } from '../../lab/msi/scripted.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

await describePrivateWindows('a step that is cancelled while msiexec works', (lab) => {
  let scene: MsiScene;
  let msiexec: ScriptedProgram;
  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2']);
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    msiexec = await scriptedProgram(lab, 'msiexec');
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  it('leaves it to the next run, which waits for it and takes what it did', async () => {
    const scratch = await lab.newScratch('gate');
    await msiexec.play([{ waitFor: `${scratch.windows}\\open`, real: true }]);
    const { env, cancel } = await openCancellation(lab);
    const running = await scene.start({ 'go-version': '1.99.2' }, { env });
    while ((await scene.journal())?.details.attempts[0]?.pid === undefined) await sleep(50);
    await cancel();
    const step = await running.result;
    // It has ended, and msiexec has not: nobody has let it go on yet.
    expectFailure(step, 'E_CANCELLED', /SIGINT/);
    expect(step.log).toMatch(/msiexec \(process \d+\) goes on/);
    expect((await msiexec.calls())[0]?.exitCode).toBeUndefined();
    expect(await scene.journal()).toMatchObject({ operation: 'install' });

    const next = await scene.start({ 'go-version': '1.99.2' });
    while (!/is still at work; waiting/.test(await next.log())) await sleep(100);
    await writeFile(path.join(scratch.host, 'open'), '');
    const settled = await next.result;
    expectSuccess(settled);
    expect(settled.log).toContain('It had ended well: go1.99.2 works');
    expect(await msiexec.calls()).toHaveLength(1);
    expect(await scene.works()).toBe('go1.99.2');
  });
});
