import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { legResult } from '../../src/fleet/result-file.ts';
import type { LegResult } from '../../src/fleet/types.ts';
import type { Inventory, InventoryGo } from '../../src/inventory/document.ts';
import { openStepScene, type StepScene } from '../step/run.ts';

const RESULT = path.join('made', 'on', 'the way', 'result-canary-build-07.json');

// Each way in which a step can end, by the action's own main.ts in a process of its own.
describe('the result file', () => {
  let scene: StepScene;
  beforeEach(() => {
    scene = openStepScene();
  });
  afterEach(() => scene.remove());

  const leg = {
    'INPUT_RESULT-FILE': RESULT,
    'INPUT_RUNNER-ID': 'build-07',
    INPUT_STAGE: 'canary',
    RUNNER_NAME: 'Build 07',
    GITHUB_RUN_ATTEMPT: '3',
  };
  const result = () => JSON.parse(readFileSync(path.join(scene.directory, RESULT), 'utf8')) as LegResult;

  it('of a step that went well has who it was and how long it took, in directories that it makes', async () => {
    expect((await scene.run(['none'], undefined, { ...leg, 'INPUT_EXPECTED-RUNNER': 'build 07' })).code).toBe(
      0,
    );
    expect(result()).toEqual({
      schema: 1,
      id: 'build-07',
      runner: 'Build 07',
      stage: 'canary',
      attempt: 3,
      operation: 'install',
      outcome: 'ok',
      code: 'ok',
      message: '',
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      durationMs: expect.any(Number),
      architecture: 'x64',
      before: null,
      after: null,
      rolledBack: false,
      recoveryMs: null,
      bytes: { downloaded: 0, reused: 0 },
      health: null,
      inventory: null,
    });
    expect(readdirSync(path.dirname(path.join(scene.directory, RESULT)))).toHaveLength(1);
  });

  it.each([
    [
      'E_WRONG_RUNNER',
      { 'INPUT_EXPECTED-RUNNER': 'build-08' },
      /for the runner build-08, and it runs on Build 07/,
    ],
    [
      'E_WRONG_RUNNER',
      { 'INPUT_EXPECTED-RUNNER': 'build-08', RUNNER_NAME: undefined },
      /RUNNER_NAME is not set/,
    ],
    ['E_INPUT', { INPUT_RESOLUTION: 'newest' }, /resolution is "newest"/],
    ['E_INPUT', { INPUT_STAGE: 'upgrade' }, /stage is "upgrade".*plan/],
    ['E_PLATFORM', { RUNNER_TOOL_CACHE: undefined }, /RUNNER_TOOL_CACHE/],
    ['E_SPEC', { 'INPUT_GO-VERSION': 'new' }, /new/],
  ])('of a step that fails has its code: %s %j', async (code, env, message) => {
    const step = await scene.run(['none'], undefined, { ...leg, ...env });
    expect(step.code).toBe(1);
    expect(result()).toMatchObject({
      stage: 'canary',
      outcome: 'failed',
      code,
      message: expect.stringMatching(message),
    });
    expect(step.errors).toEqual([expect.stringContaining(code)]);
    expect(step.written('path')).toBe('');
  });

  it('of a defect that comes when the step had said that all is well has the defect', async () => {
    await scene.run(['throw', 'after'], undefined, leg);
    expect(result()).toMatchObject({
      code: 'E_INTERNAL',
      message: expect.stringContaining('nobody caught this'),
    });
  });

  it('of a step that is cancelled is there before the step has ended', async () => {
    const step = await scene.run(['none'], (child) => child.kill('SIGINT'), leg);
    expect(result()).toMatchObject({ outcome: 'failed', code: 'E_CANCELLED' });
    expect(step.ms).toBeLessThan(5000);
  });

  it('that cannot be written is a warning, and the first error stays the error', async () => {
    writeFileSync(path.join(scene.directory, 'made'), 'a file where a directory is to be');
    const well = await scene.run(['none'], undefined, leg);
    expect({ code: well.code, errors: well.errors }).toEqual({ code: 0, errors: [] });
    expect(well.log).toMatch(
      /::warning.*::The result file .*result-canary-build-07\.json cannot be written: /,
    );
    const failed = await scene.run(['none'], undefined, { ...leg, 'INPUT_GO-VERSION': 'new' });
    expect(failed.errors).toEqual([expect.stringContaining('E_SPEC')]);
    expect(failed.written('output')).toContain('E_SPEC');
  });

  it('takes the place of an older one, and has no secret', async () => {
    mkdirSync(path.dirname(path.join(scene.directory, RESULT)), { recursive: true });
    writeFileSync(path.join(scene.directory, RESULT), 'old');
    await scene.run(['none'], undefined, {
      ...leg,
      'INPUT_GO-VERSION': 'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
      INPUT_TOKEN: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    });
    expect(result().code).toBe('E_SPEC');
    expect(readFileSync(path.join(scene.directory, RESULT), 'utf8')).not.toContain('abcdefghijkl');
  });

  it('is none where it is not asked for', async () => {
    await scene.run(['none']);
    expect(readdirSync(scene.directory)).not.toContain('made');
  });
});

describe('the result of a leg', () => {
  const name = {
    file: 'r.json',
    id: 'a',
    runner: 'A',
    stage: 'scan',
    attempt: 1,
    operation: 'status',
  } as const;
  const end = {
    ...{ code: 'ok', message: '', startedAt: 1000, endedAt: 3500 },
    bytes: { downloaded: 7, unpacked: 0, removed: 0 },
  };
  const go = { version: '1.26.5', goVersion: 'go1.26.5', goroot: 'C:\\go', architecture: 'x64' } as const;

  it('has the Go that is there at its end, where the step did not look at it any more', async () => {
    const record = { before: { ...go, version: '1.26.6' }, look: async () => go, reusedBytes: 5 };
    expect(await legResult(name, record, end)).toMatchObject({
      ...{ before: '1.26.6', after: '1.26.5', durationMs: 2500, startedAt: '1970-01-01T00:00:01.000Z' },
      bytes: { downloaded: 7, reused: 5 },
    });
  });

  it.each([
    ['gives no answer', () => new Promise<undefined>(() => {})],
    ['fails', () => Promise.reject(new Error('held'))],
  ])('has none at its end where a look %s', async (_, look) => {
    expect(await legResult(name, { before: go, look }, end)).toMatchObject({ before: '1.26.5', after: null });
  });

  it('leaves out of a large inventory what is not used, and says so', async () => {
    const one = (number: number): InventoryGo => ({
      ...{ place: `C:\\cache\\${number}`, origin: 'tool-cache', owner: 'setup-go-win', version: '1.26.5' },
      ...{ goVersion: 'go1.26.5', architecture: 'x64', state: 'whole', reason: null, provenance: null },
      current: number === 499,
    });
    const search = { winner: null, place: 'C:\\cache\\498', all: [], goroot: null };
    const inventory = {
      schema: 1,
      goes: Array.from({ length: 500 }, (_, number) => one(number)),
      path: { machine: search, user: search, job: search },
      reboot: { pending: false, reasons: [], files: [] },
      notes: ['a note'],
    } as unknown as Inventory;
    const kept = (await legResult(name, { inventory }, end)).inventory;
    expect(kept?.goes).toHaveLength(100);
    expect(kept?.goes.slice(0, 3).map(({ place }) => place)).toEqual([
      'C:\\cache\\498',
      'C:\\cache\\499',
      'C:\\cache\\0',
    ]);
    expect(kept?.notes).toEqual(['a note', expect.stringMatching(/^400 more goes/)]);
    const small = { ...inventory, goes: inventory.goes.slice(0, 3) };
    expect((await legResult(name, { inventory: small }, end)).inventory).toEqual(small);
  });
});
