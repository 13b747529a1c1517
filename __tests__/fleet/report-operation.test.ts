import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Schema, violations } from '../../lab/machine/json-schema.ts';
import { reportFleet } from '../../src/fleet/report.ts';
import type { FleetRecords } from '../../src/fleet/report-runners.ts';
import type { FleetReport } from '../../src/fleet/report-types.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { removeTree } from '../../src/windows/files.ts';
import { readExposition } from '../report/exposition.ts';
import { leg, plan, roster, runner, stoppedRun, verdict, wellRun } from './runs.ts';

let scratch: string;
let directory: string;
let lines: string[];
const outer = { ...process.env };
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'fleet-report-'));
  directory = path.join(scratch, 'fleet');
  mkdirSync(directory);
  lines = [];
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) {
    process.env[name] = path.join(scratch, name);
    writeFileSync(path.join(scratch, name), '');
  }
});
afterEach(async () => {
  process.env = { ...outer };
  await removeTree(scratch);
});

const put = (name: string, value: unknown) => {
  const file = path.join(directory, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
};
function putAll({ roster, plan, results, verdicts }: FleetRecords): void {
  if (roster) put('roster.json', roster);
  if (plan) put('plan.json', plan);
  for (const result of results) put(`result-${result.stage}-${result.id}.json`, result);
  for (const one of verdicts) put(`verdict-${one.stage}.json`, one);
}
async function run(summary = true, env: NodeJS.ProcessEnv = {}): Promise<FleetReport> {
  const say = (line: string) => lines.push(line);
  return await reportFleet({
    ...{ directory, summary, env, redact: createRedactor(env) },
    log: {
      ...{ info: say, warn: say, notice: say, debug: say },
      fold: (title, more) => lines.push(title, ...more),
    },
  });
}
const read = (name: string) => readFileSync(path.join(directory, name), 'utf8');

describe('the operation report', () => {
  it('makes the three files, the job summary and the output of what a run left', async () => {
    putAll(stoppedRun());
    const report = await run();
    expect(report).toMatchObject({ outcome: 'stopped', fleet: 50, notes: [] });
    const written: unknown = JSON.parse(read('fleet-report.json'));
    expect(written).toEqual(JSON.parse(JSON.stringify(report)));
    const schema = readFileSync(new URL('../../docs/fleet-report.schema.json', import.meta.url), 'utf8');
    expect(violations(written, JSON.parse(schema) as Schema)).toEqual([]);
    readExposition(read('fleet-report.prom'));
    expect(readFileSync(path.join(scratch, 'GITHUB_STEP_SUMMARY'), 'utf8').trim()).toBe(
      read('fleet-report.md').trim(),
    );
    expect(readFileSync(path.join(scratch, 'GITHUB_OUTPUT'), 'utf8')).toMatch(
      new RegExp(`^fleet-path<<(\\S+)\\n${directory}\\n\\1\\n$`),
    );
    expect(lines[0]).toBe(report.headline);
    expect(readdirSync(directory).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('run again finds the same, its own files not counted', async () => {
    putAll(wellRun());
    const { reportedAt: _, ...first } = await run();
    const { reportedAt: __, ...second } = await run();
    expect(second).toEqual(first);
    expect(second.notes).toEqual([]);
  });

  it('writes no summary where there is to be none', async () => {
    putAll(wellRun());
    await run(false);
    expect(readFileSync(path.join(scratch, 'GITHUB_STEP_SUMMARY'), 'utf8')).toBe('');
  });

  it('reports a run that left nothing, not even the directory', async () => {
    await removeTree(directory);
    expect(await run()).toMatchObject({
      outcome: 'unplanned',
      notes: ['The directory of the run is not there: no job of it left anything.'],
    });
    expect(readdirSync(directory).sort()).toEqual([
      'fleet-report.json',
      'fleet-report.md',
      'fleet-report.prom',
    ]);
  });

  it('leaves out and names what is torn, foreign, or of another shape', async () => {
    putAll(wellRun());
    put('result-canary-BUILD-001.json', JSON.stringify(leg(runner(1), 'canary')).slice(0, 40));
    put('result-wave-1-BUILD-003.json', { ...leg(runner(3), 'wave-1'), durationMs: '1 s' });
    put('verdict-wave-2.json', { ...verdict('wave-2'), schema: 2 });
    put('result-wave-3-BUILD-021.json', '');
    put('notes.txt', 'hello');
    put('other.json', {});
    put('result-wave-3-null.json', 'null');
    const report = await run();
    expect(report.notes).toEqual([
      'notes.txt is no file of a run that is known here.',
      'other.json is no file of a run that is known here.',
      'result-canary-BUILD-001.json is no JSON: it was cut off, or somebody else wrote it.',
      'result-wave-1-BUILD-003.json is no result that is known here: its durationMs does not fit.',
      'result-wave-3-BUILD-021.json is no JSON: it was cut off, or somebody else wrote it.',
      'result-wave-3-null.json is no result that is known here: it does not fit.',
      'verdict-wave-2.json is no verdict that is known here: its schema does not fit.',
    ]);
    expect(report.states).toMatchObject({ upgraded: 44, lost: 3 });
    expect(lines).toEqual(expect.arrayContaining(report.notes as string[]));
  });

  it('takes a torn plan for none', async () => {
    putAll(wellRun());
    put('plan.json', read('plan.json').slice(0, -100));
    expect(await run()).toMatchObject({
      plannedAt: null,
      wanted: '1.26.6',
      fleet: 50,
      states: { upgraded: 47 },
    });
  });

  it('finds files that were downloaded into a directory for each artifact', async () => {
    put('fleet-plan/plan.json', plan([['canary', [runner(1)]]]));
    put('fleet-result-canary-BUILD-001/result-canary-BUILD-001.json', leg(runner(1), 'canary'));
    put('fleet-verdict-canary/verdict-canary.json', verdict('canary'));
    expect(await run()).toMatchObject({ outcome: 'complete', states: { upgraded: 1 }, notes: [] });
  });

  it('takes the newest result of a leg that was run again', async () => {
    put('roster.json', roster([runner(1)]));
    put('plan.json', plan([['canary', [runner(1)]]]));
    put('verdict-canary.json', verdict('canary'));
    const failed = { outcome: 'failed', code: 'E_NETWORK', after: '1.26.5' } as const;
    put(
      'a/result-canary-BUILD-001.json',
      leg(runner(1), 'canary', { startedAt: '2026-08-18T09:30:00.000Z' }),
    );
    put('b/result-canary-BUILD-001.json', leg(runner(1), 'canary', failed));
    expect((await run()).states).toMatchObject({ upgraded: 1, failed: 0 });
  });

  it('shows no secret that a message has', async () => {
    const secret = 'sup3r-s3cret-t0ken-of-the-mirror';
    putAll(stoppedRun());
    const message = `GET http://mirror refused ${secret}`;
    put(
      'result-wave-2-BUILD-006.json',
      leg(runner(6), 'wave-2', { outcome: 'failed', code: 'E_NETWORK', message }),
    );
    put('verdict-canary.json', verdict('canary', true, message));
    const report = await run(true, { 'INPUT_MIRROR-TOKEN': secret });
    expect(report.runners.find(({ id }) => id === 'BUILD-006')?.message).toBe(
      'GET http://mirror refused ***',
    );
    const texts = [...['json', 'md', 'prom'].map((kind) => read(`fleet-report.${kind}`)), ...lines];
    for (const text of texts) expect(text).not.toContain(secret);
  });

  it('fails with a code where the report cannot be written', async () => {
    await removeTree(directory);
    writeFileSync(directory, 'a file');
    await expect(run()).rejects.toMatchObject({
      code: 'E_PERMISSION',
      remedy: expect.stringContaining('fleet-dir'),
    });
  });
});
