import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import { type ScriptedProgram, scriptedProgram } from '../../lab/msi/scripted.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(3 * 60_000);

/** What the runner's Ctrl+C becomes in the Windows node; there is no console under Wine that it could come from. */
const CANCEL = `
const { existsSync } = require('node:fs');
setInterval(() => existsSync(process.env.LAB_CANCEL) && !process.cancelled && (process.cancelled = process.emit('SIGINT')), 50).unref();
`;

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
    const scratch = await lab.newScratch('cancel');
    const file = (name: string) => path.join(scratch.host, name);
    await msiexec.play([{ waitFor: `${scratch.windows}\\open`, real: true }]);
    await writeFile(file('cancel.cjs'), CANCEL);
    const env = {
      NODE_OPTIONS: `--require ${scratch.windows.replaceAll('\\', '/')}/cancel.cjs`,
      LAB_CANCEL: `${scratch.windows}\\cancelled`,
    };
    const running = await scene.start({ 'go-version': '1.99.2' }, { env });
    while ((await scene.journal())?.details.attempts[0]?.pid === undefined) await sleep(50);
    await writeFile(file('cancelled'), '');
    const step = await running.result;
    // It has ended, and msiexec has not: nobody has let it go on yet.
    expectFailure(step, 'E_CANCELLED', /SIGINT/);
    expect(step.log).toMatch(/msiexec \(process \d+\) goes on/);
    expect((await msiexec.calls())[0]?.exitCode).toBeUndefined();
    expect(await scene.journal()).toMatchObject({ operation: 'install' });

    const next = await scene.start({ 'go-version': '1.99.2' });
    while (!/is still at work; waiting/.test(await next.log())) await sleep(100);
    await writeFile(file('open'), '');
    const settled = await next.result;
    expectSuccess(settled);
    expect(settled.log).toContain('It had ended well: go1.99.2 works');
    expect(await msiexec.calls()).toHaveLength(1);
    expect(await scene.works()).toBe('go1.99.2');
  });
});
