import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { damagedRelease } from '../../lab/releases/damaged.ts';
import { realRelease } from '../../lab/releases/real.ts';
import type { StepOptions } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { readExposition } from '../report/exposition.ts';
import { LEG, takeResult } from './legs.ts';
import { auditLines, expectFailure, expectSuccess, inToolCache } from './steps.ts';

jest.setTimeout(10 * 60_000);

// One machine's story: each test goes on where the one before it ended. A run of the check is half a minute under Wine: what needs no real compiler is in
// fleet-leg.test.ts.
await describePrivateWindows(
  'the health check of a leg with real Go, junctions played by Unix links',
  (lab) => {
    let scene: MachineScene;
    let mirror: Mirror;
    beforeAll(async () => {
      scene = await openMachineScene(lab, []);
      const { host } = await lab.newScratch('damaged');
      const compiler = 'pkg/tool/windows_amd64/compile.exe';
      mirror = await startMirror([
        await realRelease('1.26.5'),
        await realRelease('1.26.6'),
        await damagedRelease(await realRelease('1.27.3'), compiler, 'not a program', host),
      ]);
    }, PREPARATION_MS);
    afterAll(async () => {
      await mirror?.close();
      await scene?.close();
    });

    /** The machines of CI are busy: nothing is slow here before it takes ten times as long. */
    const leg = async (
      version: string,
      inputs: Readonly<Record<string, string>> = {},
      options: StepOptions = {},
    ) => {
      const check = { 'health-check': 'true', 'health-runs': '1', tolerance: '900%' };
      const from = { 'go-version': version, 'go-download-base-url': mirror.url };
      const all = { ...LEG, ...check, ...from, stage: 'canary', 'metrics-file': 'leg.prom', ...inputs };
      return await scene.step(all, options);
    };
    const versions = (name: string) =>
      new RegExp(`^go version ${name.replaceAll('.', '\\.')} windows/amd64$`);
    const works = (name: string) => ({
      goVersion: expect.stringMatching(versions(name)),
      runsMs: [expect.any(Number)],
      medianMs: expect.any(Number),
    });
    const left = () => readdirSync(scene.runner.temp.host).filter((name) => name.includes('health'));

    it('measures the Go before and the new one, in an environment that the job does not reach', async () => {
      expectSuccess(await leg('1.26.5', { 'health-check': 'false' }));
      expect(takeResult(scene.runner)).toMatchObject({ after: '1.26.5', health: null });
      const env = {
        GOFLAGS: '-no-such-flag',
        GOCACHE: 'C:\\nowhere\\?',
        GOOS: 'plan9',
        GOEXPERIMENT: 'nope',
      };
      await writeFile(path.join(scene.runner.temp.host, '..', 'go.work'), 'no work file');
      const step = await leg('1.26.6', { stage: 'wave-1' }, { env });
      expect(step.exitCode).toBe(0);
      const { health, before, after, rolledBack } = takeResult(scene.runner);
      expect({ before, after, rolledBack }).toEqual({ before: '1.26.5', after: '1.26.6', rolledBack: false });
      expect(health).toEqual({
        ...{ before: works('go1.26.5'), after: works('go1.26.6') },
        ...{ ratio: expect.any(Number), verdict: 'well' },
      });
      expect(health?.ratio).toBeCloseTo((health?.after?.medianMs ?? 0) / (health?.before?.medianMs ?? 0));
      expect(step.summary).toMatch(/Health check: go1\.26\.6 builds and tests .*go1\.26\.5 did in/);
      const metrics = readExposition(
        readFileSync(path.join(scene.runner.workspace.host, 'leg.prom'), 'utf8'),
      );
      const samples = (name: string) => metrics.find((one) => one.name === `setup_go_win_${name}`)?.samples;
      expect(samples('health')).toMatchObject([{ labels: { verdict: 'well' }, value: 1 }]);
      expect(samples('health_seconds')).toHaveLength(2);
      expect(left()).toEqual([]);
    });

    it('takes back a Go whose compiler is damaged, though its go version answers', async () => {
      const step = await leg('1.27.3');
      expectFailure(
        step,
        'E_HEALTH',
        /go1\.27\.3 does not work: .*ended with 1.*The machine has go1\.26\.6 in .* again/s,
      );
      expect(step.log).toContain('go version go1.27.3 windows/amd64');
      expect(step.log).toMatch(/go: .*compile\.exe/);
      expect(await scene.goAnswers()).toContain('go1.26.6 ');
      const { health, recoveryMs, ...result } = takeResult(scene.runner);
      expect(result).toMatchObject({
        ...{ outcome: 'failed', code: 'E_HEALTH', before: '1.26.6', after: '1.26.6', rolledBack: true },
        message: expect.stringContaining('The machine has go1.26.6 in'),
      });
      expect(health).toEqual({ before: works('go1.26.6'), after: null, ratio: null, verdict: 'broken' });
      expect(recoveryMs).toBeGreaterThan(0);
      const audit = auditLines(inToolCache(scene.runner, '.setup-go-win', 'audit.jsonl'));
      expect(audit.slice(-2).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
        'switch ok',
        'rollback ok',
      ]);
      expect(left()).toEqual([]);
    });
  },
);
