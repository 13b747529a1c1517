import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { expectMachine } from '../../lab/kill/msi-facts.ts';
import type { MsiRound } from '../../lab/kill/msi-plan.ts';
import { type MsiKillScene, openMsiKillScene, playMsiRound } from '../../lab/kill/msi-round.ts';
import type { MsiStep } from '../../lab/kill/msi-steps.ts';
import { collectViolations } from '../../lab/kill/outcome.ts';
import type { Moment } from '../../lab/kill/plan.ts';
import { killMsiexec } from '../../lab/msi/process.ts';
import type { RunningStep, StepResult } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(4 * 60_000);

const at = (step: MsiStep, delayMs = 0): Moment<MsiStep> => ({ kind: 'step', step, delayMs });
const ROUNDS: readonly MsiRound[] = [
  { work: 'upgrade', kill: at('journal opened'), next: 'wanted', bare: false },
  { work: 'upgrade', kill: at('msiexec started', 100), next: 'wanted', bare: false },
  { work: 'upgrade', kill: at('msiexec ended'), next: 'old', bare: false },
  { work: 'upgrade', kill: at('package being written'), next: 'old', bare: true },
  { work: 'failing', kill: at('msiexec ended'), next: 'old', bare: false },
  { work: 'failing', kill: at('recovery started', 50), next: 'old', bare: false },
  { work: 'uninstall', kill: at('msiexec started', 50), next: 'old', bare: false },
];

// Many more of them, at every step and at random: npm run kill -- 30 --msi.
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

  it('would be noticed by what it had left', async () => {
    const { scene, trees, otherPath } = kill;
    const version = (await scene.machine.version()).replace(/^go/, '');
    const left = [
      path.join(scene.root, 'journal.json.01234567.new'),
      path.join(scene.root, '.setup-go-win', 'locks', 'machine.json'),
      path.join(path.dirname(scene.machine.goRoot), 'Go.left-01234567'),
    ];
    for (const file of left) await writeFile(file, '{}');
    const { violations, expect: note } = collectViolations();
    const tree = new Map(trees.get(version)).set('src/never.go', { size: 1, crc: 1 });
    await expectMachine(scene, { version, tree, otherPath: [...otherPath, 'C:\\never'] }, note);
    for (const file of left) await rm(file);
    expect(violations).toEqual([
      expect.stringMatching(/^the tree: 1 of \d+ files missing/),
      expect.stringMatching(/^the rest of the machine's PATH is /),
      expect.stringContaining('Go.left-01234567'),
    ]);
    for (const file of left) expect(violations[2]).toContain(file);
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
    // As a run leaves it that is killed while it takes a half tree out of the way.
    const aside = `${scene.machine.goRoot}.left-01234567`;
    const begun = () => existsSync(path.join(scene.machine.goRoot, 'VERSION'));
    const { step } = await untilKilled(begun, async () => {
      await scene.clear();
      await mkdir(path.join(aside, 'bin'), { recursive: true });
      return { running: await scene.start({ 'go-version': '1.99.1' }) };
    });
    expectBrokenOff(step, /there is none now/);
    expect(await scene.state()).toMatchObject({ registered: [], tree: {} });
    expect(existsSync(aside)).toBe(false);
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
