import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { type MsiScene, openMsiScene } from '../../lab/msi/scene.ts';
import type { Runner } from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import type { LegResult } from '../../src/fleet/types.ts';
import { expectFailure, expectSuccess } from './steps.ts';

jest.setTimeout(5 * 60_000);

const FILE = 'fleet\\result.json';
const LEG = { 'result-file': FILE, 'runner-id': 'build-07' };

/** What a leg left, which is taken away: the next one has to leave its own. */
function takeResult({ workspace }: Runner): LegResult {
  const file = path.join(workspace.host, 'fleet', 'result.json');
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  return JSON.parse(text) as LegResult;
}

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows('a leg with scope: machine, junctions played by Unix links', (lab) => {
  let scene: MachineScene;
  beforeAll(async () => {
    scene = await openMachineScene(lab, ['1.98.0', '1.99.1']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  const size = (version: string) => scene.releases.find((one) => one.version === version)?.size;
  const scan = async () => {
    expectSuccess(await scene.step({ ...LEG, operation: 'status', scope: 'job', stage: 'scan' }));
    return takeResult(scene.runner);
  };

  it('scans a machine without Go', async () => {
    expect(await scan()).toMatchObject({
      ...{ id: 'build-07', stage: 'scan', operation: 'status', outcome: 'ok', architecture: 'x64' },
      ...{ before: null, after: null, inventory: { schema: 1, goes: [] } },
    });
  });

  it('installs, and says what it had, has and downloaded', async () => {
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.98.0', stage: 'canary' }));
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ stage: 'canary', operation: 'install', outcome: 'ok', before: null, after: '1.98.0' },
      bytes: { downloaded: size('1.98.0'), reused: 0 },
      ...{ rolledBack: false, recoveryMs: null, health: null, inventory: null },
    });
    expect(await scan()).toMatchObject({ before: '1.98.0', after: '1.98.0' });
  });

  it('where it is there already downloads nothing, and says what that spared', async () => {
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.98.0', stage: 'wave-1' }));
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ before: '1.98.0', after: '1.98.0' },
      bytes: { downloaded: 0, reused: size('1.98.0') },
    });
  });

  it('on another runner than it is for does nothing', async () => {
    scene.mirror.forget();
    const inputs = { ...LEG, 'go-version': '1.99.1', stage: 'wave-1', 'expected-runner': 'build-99' };
    expectFailure(await scene.step(inputs), 'E_WRONG_RUNNER', /for the runner build-99/);
    expect(takeResult(scene.runner)).toMatchObject({ code: 'E_WRONG_RUNNER', before: null, after: null });
    expect(scene.mirror.requests).toEqual([]);
    expect(await scene.goAnswers()).toContain('go1.98.0 ');
  });

  it('that fails says which Go the machine has still', async () => {
    const step = await scene.step({ ...LEG, 'go-version': '1.97.0', stage: 'wave-1' });
    expectFailure(step, 'E_NOT_FOUND', /1\.97\.0/);
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ outcome: 'failed', code: 'E_NOT_FOUND', before: '1.98.0', after: '1.98.0' },
      message: expect.stringContaining('1.97.0'),
    });
  });

  it('upgrades, and goes back as the rollback of a fleet does', async () => {
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.99.1', stage: 'wave-1' }));
    expect(takeResult(scene.runner)).toMatchObject({ before: '1.98.0', after: '1.99.1' });
    const back = { ...LEG, operation: 'switch', 'go-version': '1.98.0', stage: 'rollback' };
    for (const before of ['1.99.1', '1.98.0']) {
      expectSuccess(await scene.step(back));
      expect(takeResult(scene.runner)).toMatchObject({ stage: 'rollback', before, after: '1.98.0' });
    }
  });

  it('has no Go of the machine that is not whole, and none after an uninstallation', async () => {
    rmSync(path.join(scene.tree('1.98.0'), 'VERSION'));
    const torn = await scan();
    expect(torn).toMatchObject({ before: null, after: null });
    expect(torn.inventory?.goes).toContainEqual(expect.objectContaining({ state: 'torn', current: true }));
    expectSuccess(await scene.step({ ...LEG, operation: 'uninstall', stage: 'rollback' }));
    expect(takeResult(scene.runner)).toMatchObject({ operation: 'uninstall', before: null, after: null });
  });
});

await describePrivateWindows('a leg with install-method: msi', (lab) => {
  let scene: MsiScene;
  beforeAll(async () => {
    scene = await openMsiScene(lab, ['1.99.1', '1.99.2']);
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  it('goes by what Windows Installer has registered', async () => {
    const size = (version: string) => scene.msis.find((one) => one.version === version)?.size;
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.99.1', stage: 'canary' }));
    expect(takeResult(scene.runner)).toMatchObject({
      ...{ before: null, after: '1.99.1', outcome: 'ok' },
      bytes: { downloaded: size('1.99.1'), reused: 0 },
    });
    expectSuccess(await scene.step({ ...LEG, 'go-version': '1.99.2', stage: 'wave-2' }));
    expect(takeResult(scene.runner)).toMatchObject({ before: '1.99.1', after: '1.99.2', stage: 'wave-2' });
    expectSuccess(await scene.step({ ...LEG, operation: 'status' }));
    expect(takeResult(scene.runner)).toMatchObject({ before: '1.99.2', after: '1.99.2', stage: 'scan' });
    expectSuccess(await scene.step({ ...LEG, operation: 'rollback', stage: 'rollback' }));
    const { before, after, bytes } = takeResult(scene.runner);
    expect({ before, after, downloaded: bytes.downloaded }).toEqual({
      ...{ before: '1.99.2', after: '1.99.1', downloaded: 0 },
    });
    expect(bytes.reused).toBeGreaterThan(100_000);
  });
});
