import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { createRunner, finishJob, type Runner } from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import type { FleetPlan, LegResult } from '../../src/fleet/types.ts';
import { resultOf, scanOf } from '../fleet/fleets.ts';
import { expectFailure, expectSuccess, setupGo } from './steps.ts';

await describeWindows('plan and gate, where the jobs between the legs run on Windows, too', (lab) => {
  let runner: Runner;
  beforeAll(async () => {
    runner = await createRunner(lab);
  }, PREPARATION_MS);

  it('go from the scan to a gate that stops, and back', async () => {
    const startedAt = new Date().toISOString();
    const file = (name: string) => path.join(runner.workspace.host, 'fleet', name);
    const leave = (result: LegResult) =>
      writeFileSync(file(`result-${result.stage}-${result.id}.json`), JSON.stringify(result));
    const step = async (inputs: Record<string, string>) =>
      await setupGo(runner, { 'fleet-dir': 'fleet', 'go-version': '1.26.6', ...inputs });
    mkdirSync(path.dirname(file('x')));
    writeFileSync(path.join(runner.workspace.host, 'fleet.json'), '[{"name": "a"}, {"name": "b"}]');

    expectSuccess(await step({ operation: 'plan', stage: 'scan', runners: 'fleet.json' }));
    for (const id of ['a', 'b']) leave(scanOf({ id }, '1.26.5', { startedAt }));
    const planned = await step({ operation: 'plan', stage: 'upgrade' });
    expectSuccess(planned);
    expect(JSON.parse(planned.outputs['slots'] ?? '')).toMatchObject({
      canary: [{ id: 'a' }],
      waves: [[{ id: 'b' }], [], [], [], [], []],
    });
    const plan = JSON.parse(readFileSync(file('plan.json'), 'utf8')) as FleetPlan;
    expect(plan.stages.map(({ stage }) => stage)).toEqual(['canary', 'wave-1']);

    leave(
      resultOf(
        { id: 'a' },
        { startedAt, outcome: 'failed', code: 'E_VERIFY', message: 'It is broken.', after: null },
      ),
    );
    expectFailure(
      await step({ operation: 'gate', stage: 'canary' }),
      'E_GATE',
      /^The canary stops the roll-out: 1 failed of 1 runner, and none may\./,
    );
    const back = await step({ operation: 'plan', stage: 'rollback' });
    expect(JSON.parse(back.outputs['slots'] ?? '').rollback[0]).toEqual([
      { id: 'a', name: 'a', labels: ['a'], 'machine-root': '', operation: 'switch', 'go-version': '1.26.5' },
    ]);
    for (const end of await finishJob(runner)) expectSuccess(end);
  });
});
