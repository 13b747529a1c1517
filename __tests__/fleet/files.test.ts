import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgedStages, readPlan, readResults, readRoster } from '../../src/fleet/files.ts';
import type { UpgradeStage } from '../../src/fleet/types.ts';
import { inventoryWith, planWith, resultOf, scanOf } from './fleets.ts';
import { verdict } from './runs.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'fleet-files-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const SINCE = '2026-11-28T10:30:00.000Z';
const put = (name: string, value: unknown) =>
  writeFileSync(path.join(directory, name), typeof value === 'string' ? value : JSON.stringify(value));
const results = async () => await readResults(directory, { at: SINCE, attempt: 2 }, () => true);

describe('the results of legs', () => {
  const sound = resultOf({ id: 'a' }, { attempt: 2 });

  it('are those of the files that say what their names say', async () => {
    put('result-canary-a.json', sound);
    put('result-scan-b.json', scanOf({ id: 'b' }, null, { attempt: 3, inventory: inventoryWith({}) }));
    for (const name of ['plan.json', 'result-wave-7-a.json', 'result-a.json', 'notes.txt']) put(name, sound);
    const found = await results();
    expect(found.results.map(({ id, stage }) => [id, stage])).toEqual([
      ['a', 'canary'],
      ['b', 'scan'],
    ]);
    expect([...found.begun]).toEqual(['canary', 'scan']);
    expect(found.passedOver).toEqual([]);
  });

  it.each([
    ['a half', '{"schema": 1, "id": "a"', 'it is torn, and no JSON'],
    ['nothing', '', 'it is torn, and no JSON'],
    ['something else', '[]', 'its schema is not what it should be'],
    ['no object', 'null', 'it is not what it should be'],
    ['a later schema', { ...sound, schema: 2 }, 'its schema is not what it should be'],
    ['another runner', { ...sound, id: 'b' }, 'it is about the runner "b"'],
    ['another stage', { ...sound, stage: 'wave-1' }, 'it is about the stage "wave-1"'],
    ['a number for a version', { ...sound, after: 1.26 }, 'its after is not what it should be'],
    ['no outcome', { ...sound, outcome: 'fine' }, 'its outcome is not what it should be'],
    ['no time', { ...sound, startedAt: 'today' }, 'its startedAt is not what it should be'],
    ['a version without an end', { ...sound, after: '1'.repeat(257) }, 'its after is not what it should be'],
    ['no ratio', { ...sound, health: {} }, 'its health.ratio is not what it should be'],
    [
      'half an inventory',
      { ...sound, inventory: { goes: [] } },
      'its inventory.machineRoot is not what it should be',
    ],
    [
      'another run',
      { ...sound, startedAt: '2026-11-28T09:29:00.000Z' },
      'its leg began at 2026-11-28T09:29:00.000Z, long before this run: it is one of another run',
    ],
  ])('do not count where they hold %s, and that is said', async (_, value, why) => {
    put('result-canary-a.json', value);
    const found = await results();
    expect(found.results).toEqual([]);
    expect(found.passedOver).toEqual([`result-canary-a.json: ${why}`]);
    // Its leg was begun all the same.
    expect([...found.begun]).toEqual(['canary']);
  });

  it('do not count where a directory or what nobody would read stands in the place of a file', async () => {
    mkdirSync(path.join(directory, 'result-canary-a.json'));
    put('result-canary-b.json', ' '.repeat(8_000_001));
    expect((await results()).passedOver).toEqual([
      'result-canary-a.json: it is no file',
      'result-canary-b.json: it is larger than 8 MB',
    ]);
  });

  it('have messages that people can read', async () => {
    put('result-canary-a.json', { ...sound, outcome: 'failed', message: 'x'.repeat(1e6) });
    expect((await results()).results[0]?.message).toHaveLength(2000);
  });

  it('of an earlier attempt at the run are none, and no sign that the stage was begun', async () => {
    put('result-wave-1-a.json', { ...sound, stage: 'wave-1', attempt: 1 });
    expect(await results()).toEqual({ results: [], passedOver: [], begun: new Set() });
  });

  it('count where the clock of the runner is a little behind', async () => {
    put('result-canary-a.json', { ...sound, startedAt: '2026-11-28T09:31:00.000Z' });
    expect((await results()).results).toHaveLength(1);
  });

  it('are none where the directory is not there', async () => {
    expect(
      await readResults(path.join(directory, 'no'), { at: SINCE, attempt: 1 }, () => true),
    ).toMatchObject({ results: [] });
    expect(await judgedStages(path.join(directory, 'no'), 1)).toEqual([]);
  });

  it('are read whatever stands in the files', async () => {
    const changed = fc
      .tuple(fc.constantFrom(...Object.keys(sound)), fc.jsonValue())
      .map(([field, value]) => ({ ...sound, [field]: value }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), changed), async (value) => {
        put('result-canary-a.json', JSON.stringify(value));
        const found = await results();
        expect(found.results.length + found.passedOver.length).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a plan and a roster', () => {
  it('are read as they were written', async () => {
    const plan = planWith([]);
    put('plan.json', plan);
    expect(await readPlan(directory)).toEqual(plan);
  });

  it.each([
    ['is missing', undefined, /it is not there/],
    ['has no limits', { ...planWith([]), limits: {} }, /its limits\.maxFailures is not what it should be/],
    [
      'has a stage that there is not',
      planWith([{ stage: 'wave-9' as 'wave-1', runners: [] }]),
      /its stages\[0\]\.stage/,
    ],
  ])('are refused where the file %s', async (_, value, message) => {
    if (value) put('plan.json', value);
    await expect(readPlan(directory)).rejects.toMatchObject({
      code: 'E_INPUT',
      message: expect.stringMatching(message),
    });
    await expect(readRoster(directory)).rejects.toMatchObject({ code: 'E_INPUT' });
  });
});

it('the stages that a gate has judged are those with a verdict', async () => {
  for (const stage of ['wave-2', 'canary', 'wave-9']) put(`verdict-${stage}.json`, {});
  for (const attempt of [1, 2, 3]) {
    const stage = `wave-${attempt + 2}` as UpgradeStage;
    put(`verdict-${stage}.json`, verdict(stage, true, '', { attempt }));
  }
  expect(await judgedStages(directory, 2)).toEqual(['canary', 'wave-2', 'wave-4', 'wave-5']);
});
