import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { MsiRound } from '../../lab/kill/msi-plan.ts';
import { type MsiKillScene, openMsiKillScene, playMsiRound } from '../../lab/kill/msi-round.ts';
import { killMsiexec } from '../../lab/msi/process.ts';
import type { RunningStep, StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(4 * 60_000);

const ROUNDS: readonly MsiRound[] = [
  { work: 'upgrade', kill: { kind: 'sight', sight: 'journal', delayMs: 0 }, next: 'wanted' },
  { work: 'upgrade', kill: { kind: 'sight', sight: 'started', delayMs: 100 }, next: 'wanted' },
  { work: 'upgrade', kill: { kind: 'sight', sight: 'ended', delayMs: 0 }, next: 'old' },
  { work: 'failing', kill: { kind: 'sight', sight: 'ended', delayMs: 0 }, next: 'old' },
  { work: 'failing', kill: { kind: 'sight', sight: 'recovery', delayMs: 50 }, next: 'old' },
  { work: 'uninstall', kill: { kind: 'sight', sight: 'started', delayMs: 50 }, next: 'old' },
];

// Many more of them, at random: npm run kill -- 30 --msi.
await describePrivateWindows('a change by msiexec that is broken off', (lab) => {
  let kill: MsiKillScene;
  beforeAll(async () => {
    kill = await openMsiKillScene(lab);
  }, PREPARATION_MS);
  afterAll(async () => await kill?.scene.close());

  it.each(ROUNDS)('by the end of its run is finished or undone by the next one: %j', async (round) => {
    const { violations, log } = await playMsiRound(round, kill);
    expect({ violations, log: violations.length > 0 ? log : '' }).toEqual({ violations: [], log: '' });
  });

  it('by the end of msiexec itself, once the old Go is gone, is undone by the same run', async () => {
    const { scene } = kill;
    const gone = () => !existsSync(path.join(scene.machine.goRoot, 'VERSION'));
    const { old, step } = await untilKilled(gone, async () => {
      const version = (await scene.machine.version()).replace(/^go/, '');
      const running = await scene.start({ 'go-version': version === '1.99.1' ? '1.99.2' : '1.99.1' });
      return { old: version, running };
    });
    expectBrokenOff(step, new RegExp(`go${old} works`));
    expectSuccess(await scene.step({ 'go-version': old }));
    expect(await scene.works()).toBe(`go${old}`);
  });

  it('by the end of msiexec itself in the first installation leaves nothing, and the next run installs', async () => {
    const { scene } = kill;
    const begun = () => existsSync(path.join(scene.machine.goRoot, 'VERSION'));
    const { step } = await untilKilled(begun, async () => {
      await scene.clear();
      return { running: await scene.start({ 'go-version': '1.99.1' }) };
    });
    expectBrokenOff(step, /there is none now/);
    expect(await scene.state()).toMatchObject({ registered: [], tree: {} });
    expectSuccess(await scene.step({ 'go-version': '1.99.1' }));
    expect(await scene.works()).toBe('go1.99.1');
  });

  /** Wine gives a killed process the exit code 0 at times: then it is the look at the tree that fails. */
  function expectBrokenOff(step: StepResult, message: RegExp): void {
    const code = step.outputs['error-code'] ?? '';
    expect(['E_MSI_FAILED', 'E_VERIFY']).toContain(code);
    expectFailure(step, code, message);
  }

  /** On a quick machine msiexec can be through before it is found: then once more. */
  async function untilKilled<T extends { running: RunningStep }>(
    moment: () => boolean,
    start: () => Promise<T>,
  ) {
    for (let tries = 1; ; tries++) {
      const started = await start();
      const killed = await killMsiexec(kill.scene, started.running, moment);
      const step = await started.running.result;
      if (killed) return { ...started, step };
      if (tries === 5) throw new Error(`msiexec was always quicker:\n${step.log}`);
    }
  }
});
