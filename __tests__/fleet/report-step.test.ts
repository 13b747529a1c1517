import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FleetReport } from '../../src/fleet/report/types.ts';
import type { Slots } from '../../src/fleet/slots.ts';
import { readExposition } from '../report/exposition.ts';
import { resultOf, scanOf } from './fleets.ts';
import { type FleetJob, openFleetJob } from './steps.ts';

// The last step of a run, by the built action on this machine's own node: it runs on any system.

let job: FleetJob;
beforeEach(() => {
  job = openFleetJob();
});
afterEach(() => job.remove());

const startedAt = new Date().toISOString();

describe('the step with operation report', () => {
  it('tells of a run that a gate stopped, from the files of the steps before it', async () => {
    const runners = JSON.stringify(['one', 'two', 'three', 'four'].map((name) => ({ name })));
    await job.step({ operation: 'plan', stage: 'scan', runners, 'go-version': '1.26.6' });
    for (const id of ['one', 'two', 'three']) job.leave(scanOf({ id }, '1.26.5', { startedAt }));
    const planned = await job.step({ operation: 'plan', stage: 'upgrade', waves: '100%' });
    const { canary, waves } = JSON.parse(planned.outputs['slots'] ?? '') as Slots;
    const [first = ''] = canary.map(({ id }) => id);
    const [bad = '', good = ''] = waves[0]?.map(({ id }) => id) ?? [];
    job.leave(resultOf({ id: first }, { stage: 'canary', startedAt }));
    await job.step({ operation: 'gate', stage: 'canary' });
    const message = '::error::x\n\n# no heading <b>|';
    const failed = {
      outcome: 'failed',
      code: 'E_HEALTH',
      message,
      rolledBack: true,
      recoveryMs: 900,
    } as const;
    job.leave(
      resultOf({ id: bad }, { stage: 'wave-1', startedAt, ...failed, before: '1.26.5', after: '1.26.5' }),
    );
    job.leave(resultOf({ id: good }, { stage: 'wave-1', startedAt }));
    expect((await job.step({ operation: 'gate', stage: 'wave-1' })).outputs['go-on']).toBe('false');
    job.leave(resultOf({ id: first }, { stage: 'rollback', startedAt, after: '1.26.5' }));

    const { exitCode, annotations, outputs, summary, log } = await job.step({ operation: 'report' });
    expect({ exitCode, said: annotations.map(({ level, message }) => [level, message]) }).toEqual({
      exitCode: 0,
      said: [['warning', (job.read('fleet-report.json') as FleetReport).headline]],
    });
    expect(outputs).toMatchObject({ 'fleet-path': job.fleet, 'error-code': '' });
    expect(log).toContain(
      'Go 1.26.6: stopped after wave 1. E_HEALTH on 1 runner. 1 not rolled back, 2 rolled back',
    );
    const report = job.read('fleet-report.json') as FleetReport;
    expect(Object.fromEntries(report.runners.map(({ id, state }) => [id, state]))).toEqual({
      ...{ [first]: 'rolled-back', [bad]: 'rolled-back', [good]: 'not-rolled-back', four: 'skipped' },
    });
    expect(summary).toContain(': :error::x # no heading &lt;b&gt;|');
    expect(summary.trim()).toBe(readFileSync(path.join(job.fleet, 'fleet-report.md'), 'utf8').trim());
    expect(
      readExposition(readFileSync(path.join(job.fleet, 'fleet-report.prom'), 'utf8')).length,
    ).toBeGreaterThan(8);
  });

  it('succeeds where there is nothing to tell of, and where a file is torn', async () => {
    writeFileSync(path.join(job.fleet, 'plan.json'), '{"schema": 1,');
    const { exitCode, log, summary } = await job.step({ operation: 'report', summary: 'never' });
    expect([exitCode, summary]).toEqual([0, '']);
    expect(log).toContain('What the run has changed is not known: its plan cannot be read.');
    expect(log).toContain('plan.json cannot be used: it is torn, and no JSON.');
  });
});
