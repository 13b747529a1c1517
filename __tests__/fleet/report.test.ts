import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Schema, violations } from '../../lab/machine/json-schema.ts';
import { reportMetrics } from '../../src/fleet/report/metrics.ts';
import type { FleetRecords } from '../../src/fleet/report/runners.ts';
import { summarizeFleet } from '../../src/fleet/report/summary.ts';
import { needLook } from '../../src/fleet/report/words.ts';
import type { PlannedRunner } from '../../src/fleet/types.ts';
import { readExposition } from '../report/exposition.ts';
import { anyRecords } from './any-records.ts';
import {
  leg,
  NEW,
  OLD,
  plan,
  rollback,
  roster,
  runner,
  runners,
  scan,
  stoppedRun,
  UNHEALTHY,
  verdict,
  wellRun,
} from './runs.ts';

const AT = '2026-08-18T09:40:00.000Z';
const NOTHING: FleetRecords = { roster: null, plan: null, results: [], verdicts: [] };
const schema = JSON.parse(
  readFileSync(new URL('../../docs/fleet-report.schema.json', import.meta.url), 'utf8'),
) as Schema;
const report = (records: FleetRecords) => summarizeFleet(records, { reportedAt: AT });
const one = (records: FleetRecords, id: string) => report(records).runners.find((found) => found.id === id);

describe('the report of a run that went well', () => {
  const well = report(wellRun());

  it('says how many have it, and why the others have not', () => {
    expect(well).toMatchObject({
      ...{ outcome: 'complete', wanted: NEW, fleet: 50, onWanted: 48, rollback: null, failures: [] },
      states: { upgraded: 47, skipped: 3, failed: 0, 'rolled-back': 0, lost: 0 },
      versions: [
        { version: NEW, before: 1, after: 48 },
        { version: OLD, before: 47, after: 0 },
        { version: 'unknown', before: 2, after: 2 },
      ],
    });
    expect(well.headline).toBe('Go 1.26.6 is on 48 of 50 runners. 1 busy, 1 offline.');
    expect(well.stages.map(({ stage, state, due, well, ratio }) => [stage, state, due, well, ratio])).toEqual(
      [
        ['canary', 'passed', 2, 2, 1.03],
        ['wave-1', 'passed', 3, 3, 1.03],
        ['wave-2', 'passed', 15, 15, 1.03],
        ['wave-3', 'passed', 27, 27, 1.03],
      ],
    );
  });

  it('counts bytes, and estimates what reuse saved by the legs that downloaded', () => {
    expect(well.bytes).toEqual({ downloaded: 20 * 70_000_000, reused: 27 * 70_000_000 });
    expect(well.savedMs).toBe(27 * 15_000);
    const { results, ...rest } = wellRun();
    const none = results.filter(({ bytes }) => bytes.downloaded === 0);
    expect(report({ ...rest, results: none }).savedMs).toBeNull();
  });
});

describe('the report of a run that a gate stopped', () => {
  const stopped = report(stoppedRun());

  it('says who failed and why, who is back, and who is not', () => {
    expect(stopped).toMatchObject({
      ...{ outcome: 'stopped', fleet: 50, onWanted: 2 },
      states: { upgraded: 0, 'rolled-back': 19, 'not-rolled-back': 1, 'not-reached': 27, skipped: 3 },
      rollback: { due: 13, done: 12, failed: 1, lost: 0 },
      failures: [
        { code: 'E_HEALTH', count: 7, groups: [{ group: '2019', count: 7, of: 10 }] },
        { code: 'E_LOCKED', count: 1, groups: [{ group: '2022', count: 1, of: 10 }] },
      ],
    });
    expect(stopped.headline).toBe(
      'Go 1.26.6: stopped after wave 2. E_HEALTH on 7 runners, E_LOCKED on 1 runner. ' +
        '1 not rolled back, 19 rolled back, 27 not reached, 1 busy, 1 offline.',
    );
    expect(stopped.stages[2]).toMatchObject({ state: 'stopped', due: 15, well: 7, failed: 7, lost: 1 });
    expect(stopped.stages[3]).toMatchObject({ state: 'not-reached', due: 27, well: 0, failed: 0, lost: 0 });
  });

  it('tells how long it took to be on the version before, apart for runners that went back by themselves', () => {
    expect(stopped.recovery.itself).toEqual({ count: 7, medianMs: 4000, maxMs: 4000 });
    // From 09:01:00, when the leg was through, to 09:11:20; of the lost one what going back took.
    expect(stopped.recovery.run).toEqual({ count: 12, medianMs: 620_000, maxMs: 620_000 });
    expect(stopped.runners.find(({ id }) => id === 'BUILD-020')).toMatchObject({
      ...{ state: 'rolled-back', recoveryMs: 20_000, recoveredBy: 'run', before: OLD, after: OLD },
    });
  });

  it('calls a runner not rolled back that the way back never came to', () => {
    const { results, ...rest } = stoppedRun();
    const cut = report({ ...rest, results: results.filter(({ stage }) => stage !== 'rollback') });
    expect(cut.states).toMatchObject({ 'not-rolled-back': 12, lost: 1, 'rolled-back': 7, upgraded: 0 });
    expect(cut.rollback).toEqual({ due: 13, done: 0, failed: 0, lost: 13 });
  });
});

describe('what became of one runner', () => {
  const [first] = runners(1, 1) as [ReturnType<typeof runner>];
  const stages = plan([['canary', [first]]]);
  const became = (
    result: Parameters<typeof leg>[2] | undefined,
    { goOn = true, back }: { goOn?: boolean; back?: Parameters<typeof rollback>[1] } = {},
  ) =>
    one(
      {
        ...{ roster: null, plan: stages, verdicts: [verdict('canary', goOn)] },
        results: [
          ...(result ? [leg(first, 'canary', result)] : []),
          ...(back ? [rollback(first, back)] : []),
        ],
      },
      first.id,
    );
  const failed = { outcome: 'failed', code: 'E_NETWORK', message: 'No network.', health: null } as const;

  it.each([
    ['a leg that went well', {}, {}, { state: 'upgraded', after: NEW, code: null, ratio: 1.03 }],
    [
      'one that failed first',
      { ...failed, after: OLD },
      {},
      { state: 'failed', after: OLD, code: 'E_NETWORK' },
    ],
    [
      'one that could not look',
      { ...failed, before: null, after: null },
      {},
      { state: 'failed', after: OLD },
    ],
    ['one that lost its Go', { ...failed, after: null }, {}, { state: 'failed', after: 'none' }],
    ['one that went back', UNHEALTHY, {}, { state: 'rolled-back', recoveredBy: 'itself', recoveryMs: 4000 }],
    [
      'one that went back, and a stop',
      UNHEALTHY,
      { goOn: false },
      { state: 'rolled-back', code: 'E_HEALTH' },
    ],
    ['one that has the new Go, and fails', { ...failed, after: NEW }, {}, { state: 'failed', after: NEW }],
    [
      'the same, and a stop',
      { ...failed, after: NEW },
      { goOn: false },
      { state: 'not-rolled-back', after: NEW },
    ],
    ['no result', undefined, {}, { state: 'lost', after: 'unknown', code: null }],
    ['no result, taken back', undefined, { goOn: false, back: {} }, { state: 'rolled-back', after: OLD }],
    [
      'the job of another runner',
      { ...failed, code: 'E_WRONG_RUNNER', before: null, after: null },
      { goOn: false, back: { outcome: 'failed', code: 'E_WRONG_RUNNER', before: null, after: null } },
      { state: 'failed', code: 'E_WRONG_RUNNER', after: OLD },
    ],
  ] as const)('%s', (_, result, how, expected) => expect(became(result, how)).toMatchObject(expected));

  it('by a clock that was set back meanwhile takes no negative time', () => {
    const back = { startedAt: '2026-08-18T08:00:00.000Z', durationMs: 7000 };
    expect(became({}, { goOn: false, back })?.recoveryMs).toBe(7000);
  });
});

describe('who needs a look', () => {
  it('is whoever is left out for what does not pass by itself', () => {
    const skipped = (['offline', 'busy', 'unknown-to-github', 'no-answer', 'scan-failed'] as const).map(
      (why, number) => [runner(number + 1), why] as const,
    );
    const none = report({ ...NOTHING, plan: plan([], skipped) });
    expect(none.headline).toMatch(/^Go 1\.26\.6 is on 0 of 5 runners; none was upgraded\. /);
    expect(needLook(none.runners).map(({ why }) => why)).toEqual([
      'unknown-to-github',
      'no-answer',
      'scan-failed',
    ]);
  });
});

describe('a run of which jobs were run again', () => {
  const again = { attempt: 2 } as const;

  it('forgets the way back of a leg that was run again, and went well', () => {
    const [, bad, good] = runners(1, 3);
    const records: FleetRecords = {
      roster: roster(runners(1, 3)),
      plan: plan([
        ['canary', [runner(1)]],
        ['wave-1', runners(2, 3)],
      ]),
      results: [
        leg(runner(1), 'canary'),
        leg(bad as PlannedRunner, 'wave-1', again),
        leg(good as PlannedRunner, 'wave-1'),
        ...runners(1, 3).map((one) => rollback(one)),
      ],
      verdicts: [verdict('canary'), verdict('wave-1', true, '', again)],
    };
    expect(report(records).runners.map(({ state, after }) => [state, after])).toEqual([
      ['rolled-back', OLD],
      ['upgraded', NEW],
      ['rolled-back', OLD],
    ]);
    expect(report(records).rollback).toMatchObject({ due: 2, done: 2 });
  });

  it('from its beginning has nothing of what an earlier plan did', () => {
    const stopped = stoppedRun();
    const all = runners(1, 50);
    const results = [...stopped.results, ...all.map((one) => ({ ...scan(one), ...again }))];
    const unplanned = report({ ...stopped, roster: { ...roster(all), ...again }, results });
    expect(unplanned).toMatchObject({ outcome: 'unplanned', states: { 'not-reached': 50 }, stages: [] });
    const replanned = report({
      ...{ ...stopped, results },
      roster: { ...roster(all), ...again },
      plan: { ...plan([['canary', [runner(1)]]]), ...again },
    });
    expect(replanned).toMatchObject({ outcome: 'cut-short', rollback: null, states: { 'not-reached': 50 } });
  });
});

describe('a run that ended early', () => {
  it('without anything is said to have changed nothing', () => {
    expect(report(NOTHING)).toMatchObject({ outcome: 'unplanned', wanted: null, fleet: 0, runners: [] });
  });

  it('before the plan knows the runners and what the scan found', () => {
    const all = runners(1, 3);
    const cut = report({
      ...NOTHING,
      roster: roster(all),
      results: [scan(runner(1)), scan(runner(2), null)],
    });
    expect(cut).toMatchObject({ outcome: 'unplanned', wanted: NEW, fleet: 3, states: { 'not-reached': 3 } });
    expect(cut.runners.map(({ before }) => before)).toEqual([OLD, 'none', 'unknown']);
  });

  it('without its plan is told by its legs', () => {
    const { results, verdicts } = stoppedRun();
    const cut = report({ ...NOTHING, results, verdicts });
    expect(cut).toMatchObject({ outcome: 'stopped', wanted: NEW, fleet: 20 });
    expect(cut.states).toMatchObject({ 'rolled-back': 19, 'not-rolled-back': 1 });
  });

  it('in a wave is cut short, and what was upgraded stays', () => {
    const { results, verdicts, ...rest } = wellRun();
    const early: readonly string[] = ['canary', 'wave-1'];
    const cut = report({
      ...rest,
      results: [...results.filter(({ stage }) => early.includes(stage)), leg(runner(6), 'wave-2')],
      verdicts: verdicts.filter(({ stage }) => early.includes(stage)),
    });
    expect(cut).toMatchObject({ outcome: 'cut-short', states: { upgraded: 6, lost: 14, 'not-reached': 27 } });
    expect(cut.stages.map(({ state }) => state)).toEqual(['passed', 'passed', 'undecided', 'not-reached']);
    expect(cut.headline).toMatch(/^Go 1\.26\.6: the run ended early, at wave 2\. 14 gave no answer/);
  });

  it('had nothing to do where all have it', () => {
    const skipped = runners(1, 2).map((one) => [one, 'current'] as const);
    const none = report({ ...NOTHING, plan: plan([], skipped) });
    expect(none).toMatchObject({ outcome: 'nothing-to-do', onWanted: 2, fleet: 2 });
    expect(none.headline).toBe('Go 1.26.6 is on 2 of 2 runners; none was due.');
  });
});

it('of a part of a large fleet it says which, and how many runs are needed', () => {
  const all = roster(runners(1, 2));
  const later = plan([['canary', [runner(1)]]], [], [runner(2)]);
  const large = report({
    ...{ ...NOTHING, roster: { ...all, fleet: 4000, part: 2, parts: 3 }, plan: later },
    ...{ results: [leg(runner(1), 'canary')], verdicts: [verdict('canary')] },
  });
  expect(large).toMatchObject({
    ...{ part: { part: 2, parts: 3, fleet: 4000 }, runsNeeded: 2, outcome: 'complete' },
    states: { upgraded: 1, later: 1 },
  });
});

describe('any report', () => {
  it.each([
    ['that went well', wellRun()],
    ['that was stopped', stoppedRun()],
    ['of nothing', NOTHING],
  ])('%s fits the schema in docs/', (_, records) => expect(violations(report(records), schema)).toEqual([]));

  it('of whatever files has each runner once, fits the schema and is what Prometheus reads', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const made = report(records);
        const sum = Object.values(made.states).reduce((total, count) => total + count, 0);
        expect([sum, new Set(made.runners.map(({ id }) => id)).size]).toEqual([made.fleet, made.fleet]);
        expect(violations(made, schema)).toEqual([]);
        for (const when of ['before', 'after'] as const)
          expect(made.versions.reduce((total, version) => total + version[when], 0)).toBe(made.fleet);
        readExposition(reportMetrics(made));
        if (
          !records.verdicts.some(({ goOn }) => !goOn) &&
          !records.results.some(({ stage }) => stage === 'rollback')
        )
          expect(made.states['not-rolled-back']).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which the files were read', () => {
    const { results, verdicts, ...rest } = stoppedRun();
    const turned = { ...rest, results: [...results].reverse(), verdicts: [...verdicts].reverse() };
    expect(report(turned)).toEqual(report(stoppedRun()));
  });
});

describe('the metrics of a run', () => {
  it('tell what became of the runners, the codes, the waves and the time to recover', () => {
    const families = readExposition(reportMetrics(report(stoppedRun())));
    const values = (name: string) =>
      families
        .find((family) => family.name === `setup_go_win_fleet_${name}`)
        ?.samples.map(({ labels, value }) => [...Object.values(labels), value].join(' '));
    expect(values('info')).toEqual([`${NEW} stopped 1`]);
    expect(values('runners')).toEqual(
      expect.arrayContaining(['rolled-back 19', 'not-rolled-back 1', 'not-reached 27', 'upgraded 0']),
    );
    expect(values('failures')).toEqual(['E_HEALTH 7', 'E_LOCKED 1']);
    expect(values('stage_legs')).toEqual(expect.arrayContaining(['wave-2 failed 7', 'wave-2 lost 1']));
    expect(values('stage_state')).toContain('wave-2 stopped 1');
    expect(values('recovery_seconds')).toEqual([
      'itself median 4',
      'itself max 4',
      'run median 620',
      'run max 620',
    ]);
    expect(values('versions')).toEqual(expect.arrayContaining([`${NEW} before 1`, `${NEW} after 2`]));
    expect(values('stage_benchmark_ratio')).toContain('canary 1.03');
    expect(families.every(({ type }) => type === 'gauge')).toBe(true);
  });

  it('are those of docs/audit-and-metrics.md', () => {
    const page = readFileSync(new URL('../../docs/audit-and-metrics.md', import.meta.url), 'utf8');
    const table = page.split('### Of a fleet')[1] ?? '';
    const named = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[a-z]\w+/g) ?? [],
    );
    const all = [wellRun(), stoppedRun()].flatMap((run) => readExposition(reportMetrics(report(run))));
    const made = new Set(all.map(({ name }) => name.replace('setup_go_win_fleet_', '')));
    expect(named.filter((name) => !name.startsWith('setup_go')).sort()).toEqual([...made].sort());
  });
});
