import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Schema, violations } from '../../lab/machine/json-schema.ts';
import type { FleetContext } from '../../src/fleet/context.ts';
import { reportFleet } from '../../src/fleet/report/report.ts';
import type { FleetRecords } from '../../src/fleet/report/runners.ts';
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
async function run(summary: 'auto' | 'never' = 'auto', env: NodeJS.ProcessEnv = {}, dryRun = false) {
  const say = (line: string) => lines.push(line);
  const log = { info: say, warn: say, notice: say, debug: say };
  return await reportFleet({
    ...{ env, redact: createRedactor(env), inputs: { summary, dryRun }, fleet: { fleetDir: directory } },
    log: { ...log, fold: (title: string, more: readonly string[]) => lines.push(title, ...more) },
  } as unknown as FleetContext);
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
      new RegExp(`^fleet-path<<(\\S+)\\n${directory}\\n\\1\\n`),
    );
    expect(lines[0]).toBe(report.headline);
    expect(readdirSync(directory).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('takes files by their whole names', async () => {
    putAll(wellRun());
    put('plan-of-mine.json', plan([]));
    put('verdict-wave-7.json', verdict('wave-1', false));
    expect(await run()).toMatchObject({
      outcome: 'complete',
      notes: ['plan-of-mine.json is no file of a run that is known here, and 1 more are none.'],
    });
  });

  it('run again finds the same, its own files not counted', async () => {
    putAll(wellRun());
    const { reportedAt: _, ...first } = await run();
    const { reportedAt: __, ...second } = await run();
    expect(second).toEqual(first);
    expect(second.notes).toEqual([]);
  });

  it('of a dry run shows the plan', async () => {
    const { results: _, verdicts: __, ...planned } = wellRun();
    putAll({ ...planned, results: [], verdicts: [] });
    const report = await run('auto', {}, true);
    expect(report).toMatchObject({ outcome: 'dry-run', states: { 'not-reached': 47 } });
    expect(report.headline).toBe('Dry run: Go 1.26.6 would go to 47 of 50 runners. 1 busy, 1 offline.');
    expect(read('fleet-report.md')).toContain('<th>Would be upgraded</th>');
    expect(read('fleet-report.md')).toContain('s0["canary<br/>2 runners"]:::open');
    expect(read('fleet-report.md')).not.toMatch(/not reached|Not reached/);
  });

  it('writes no summary where there is to be none', async () => {
    putAll(wellRun());
    await run('never');
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
    put('result-wave-3-BUILD-022.json', {
      ...leg(runner(22), 'wave-3'),
      startedAt: '2026-08-11T09:00:00.000Z',
    });
    put('result-wave-3-BUILD-023.json', leg(runner(24), 'wave-3'));
    put('notes.txt', 'hello');
    put('other.json', {});
    put('result-wave-3-null.json', 'null');
    const report = await run();
    expect(report.notes).toEqual([
      'result-canary-BUILD-001.json cannot be used: it is torn, and no JSON.',
      'result-wave-1-BUILD-003.json cannot be used: its durationMs is not what it should be.',
      'result-wave-3-BUILD-021.json cannot be used: it is torn, and no JSON.',
      'result-wave-3-BUILD-022.json cannot be used: its leg began at 2026-08-11T09:00:00.000Z, long before this run: it is one of another run.',
      'result-wave-3-BUILD-023.json cannot be used: it is about the runner "BUILD-024".',
      'result-wave-3-null.json cannot be used: it is not what it should be.',
      'verdict-wave-2.json cannot be used: its schema is not what it should be.',
      'notes.txt is no file of a run that is known here, and 1 more are none.',
    ]);
    expect(report.states).toMatchObject({ upgraded: 42, lost: 5 });
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

  it('does not say that nothing was changed where the plan is torn, and no result can be read', async () => {
    put('roster.json', roster([runner(1)]));
    put('result-scan-BUILD-001.json', '{');
    expect((await run()).headline).toBe('The run ended before there was a plan: nothing was changed.');
    for (const name of ['plan', 'result-canary-BUILD-001', 'verdict-canary']) {
      put(`${name}.json`, '{');
      expect((await run()).headline).toBe(
        'What the run has changed is not known: its plan cannot be read. The next run looks.',
      );
      await removeTree(path.join(directory, `${name}.json`));
    }
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
    const report = await run('auto', { 'INPUT_MIRROR-TOKEN': secret });
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
