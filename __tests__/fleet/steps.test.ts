import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import type { Slots } from '../../src/fleet/slots.ts';
import type { LegResult, Verdict } from '../../src/fleet/types.ts';
import { serve } from '../network/fault-server.ts';
import { resultOf, scanOf } from './fleets.ts';
import { type FleetJob, type FleetStepEnd, openFleetJob } from './steps.ts';

// The steps of the workflow that are no legs, by the built action on this machine's own node: they run on any system.

let job: FleetJob;
beforeEach(() => {
  job = openFleetJob();
});
afterEach(() => job.remove());

const now = () => new Date().toISOString();
const NAMES = Array.from({ length: 12 }, (_, at) => `build-${String(at + 1).padStart(2, '0')}`);
const RUNNERS = JSON.stringify(NAMES.map((name) => ({ name, labels: ['self-hosted', name] })));
const slotsOf = (step: FleetStepEnd) => JSON.parse(step.outputs['slots'] ?? '') as Slots;
const named = (entries: readonly { readonly name: string }[] | undefined) => entries?.map(({ name }) => name);

function expectWell(step: FleetStepEnd): void {
  const { exitCode, annotations } = step;
  expect({ exitCode, annotations, log: exitCode === 0 ? '' : step.log }).toEqual({
    exitCode: 0,
    annotations: [],
    log: '',
  });
}

function expectError(step: FleetStepEnd, code: string, message: RegExp): void {
  const errors = step.annotations.filter(({ level }) => level === 'error');
  expect({ exitCode: step.exitCode, errors: errors.length, title: errors[0]?.title ?? step.log }).toEqual({
    exitCode: 1,
    errors: 1,
    title: expect.stringMatching(new RegExp(`^${code}: `)),
  });
  expect(errors[0]?.message).toMatch(message);
  expect(step.outputs['error-code']).toBe(code);
  expect(step.log.trimEnd().split('\n').at(-1)).toContain(errors[0]?.message);
}

const scan = async (inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  await job.step(
    { operation: 'plan', stage: 'scan', runners: RUNNERS, 'go-version': '1.26.6', ...inputs },
    env,
  );
const upgrade = async (inputs: Record<string, string> = {}) =>
  await job.step({ operation: 'plan', stage: 'upgrade', 'go-version': '1.26.6', ...inputs });
const gate = async (stage: string, env: Record<string, string> = {}) =>
  await job.step({ operation: 'gate', stage }, env);
const leave = (names: readonly string[], stage: LegResult['stage'], changes: Partial<LegResult> = {}) => {
  for (const id of names) job.leave(resultOf({ id }, { stage, startedAt: now(), ...changes }));
};
const scanned = (names: readonly string[], version: string) => {
  for (const id of names) job.leave(scanOf({ id }, version, { startedAt: now() }));
};

describe('a run of the workflow', () => {
  it('goes from the scan over the plan and its gates to the end', async () => {
    const first = await scan();
    expectWell(first);
    expect(first.outputs['go-version']).toBe('1.26.6');
    expect(slotsOf(first)).toMatchObject({ canary: [], waves: [[], [], [], [], [], []] });
    expect(slotsOf(first).scan[0]?.[0]).toEqual({
      id: 'build-01',
      name: 'build-01',
      labels: ['self-hosted', 'build-01'],
      'machine-root': '',
    });
    expect(first.log).toContain('The fleet has 12 runners; each of them is to have go1.26.6');

    scanned(NAMES.slice(0, 10), '1.26.5');
    scanned(['build-11'], '1.26.6');
    const second = await upgrade({ waves: '50%, 100%' });
    expectWell(second);
    const slots = slotsOf(second);
    expect(named(slots.canary)).toEqual(['build-01']);
    expect(slots.waves.map((wave) => wave.length)).toEqual([5, 4, 0, 0, 0, 0]);
    expect(slots.scan).toEqual([[], []]);
    expect(second.log).toContain('The plan: Go 1.26.6 for 10 runners, stage by stage');
    expect(second.log).toContain('  Left out, had it already: 1 runner: build-11');
    expect(second.log).toContain('  Left out, gave no answer to the scan: 1 runner: build-12');
    expect(second.summary).toContain('<td>Wave 2</td><td>4</td>');
    expect(second.summary).toContain('build-12');

    leave(['build-01'], 'canary');
    const canary = await gate('canary');
    expectWell(canary);
    expect(canary.outputs['go-on']).toBe('true');
    expect(canary.log).toContain('The canary is well: all of 1 runner.');
    leave(named(slots.waves[0]) ?? [], 'wave-1');
    expect((await gate('wave-1', { GITHUB_RUN_ATTEMPT: '2' })).outputs['go-on']).toBe('true');
    expect(job.read('verdict-wave-1.json')).toMatchObject({
      stage: 'wave-1',
      attempt: 2,
      goOn: true,
      due: 5,
    } satisfies Partial<Verdict>);
  });

  it('stops at a wave with too many failures, says who failed, and takes all back that it has touched', async () => {
    expectWell(await scan());
    scanned(NAMES, '1.26.5');
    const slots = slotsOf(await upgrade({ waves: '50%, 100%' }));
    leave(['build-01'], 'canary');
    expectWell(await gate('canary'));
    const [bad = '', lost = '', ...well] = named(slots.waves[0]) ?? [];
    leave(well, 'wave-1');
    leave([bad], 'wave-1', {
      outcome: 'failed',
      code: 'E_HEALTH',
      message: 'The new Go is broken.',
      after: '1.26.5',
      rolledBack: true,
    });
    writeFileSync(path.join(job.fleet, `result-wave-1-${lost}.json`), '{"schema": 1, "id"');
    const stopped = await gate('wave-1');
    expectError(
      stopped,
      'E_GATE',
      /Wave 1 stops the roll-out: 1 failed and 1 left no result of 6 runners, 33\.3% where 10% may\. Look into/,
    );
    expect(stopped.outputs['go-on']).toBe('false');
    expect(stopped.log).toContain(
      `${bad}: E_HEALTH: The new Go is broken. (went back by itself, now with Go 1.26.5)`,
    );
    expect(stopped.log).toContain(
      `its runner counts as lost. result-wave-1-${lost}.json: it is torn, and no JSON.`,
    );
    expect(job.read('verdict-wave-1.json')).toMatchObject({ goOn: false, failed: 1, lost: 1 });

    const back = await job.step({ operation: 'plan', stage: 'rollback' });
    const [first = []] = slotsOf(back).rollback;
    expect(named(first)?.sort()).toEqual(['build-01', lost, ...well].sort());
    expect(first[0]).toMatchObject({ operation: 'switch', 'go-version': '1.26.5' });
    expect(back.log).toContain('6 of the 12 runners of the plan go back');
  });

  it('begins anew with a scan, where an earlier one was cut off, and believes no result of that', async () => {
    expectWell(await scan());
    scanned(NAMES.slice(0, 6), '1.26.6');
    for (const id of NAMES.slice(6))
      job.leave(scanOf({ id }, '1.26.5', { startedAt: '2026-01-01T00:00:00.000Z' }));
    const second = await upgrade();
    expect(slotsOf(second).canary).toEqual([]);
    expect(second.annotations).toHaveLength(1);
    expect(second.annotations[0]?.message).toMatch(
      /result-scan-build-07\.json: its leg began at 2026-01-01.* And 5 more, which the log has\.$/,
    );
    expect(second.log).toContain('No runner is upgraded to Go 1.26.6: the lines below say why');
    expect(second.summary).toContain('No runner is upgraded');
  });
});

it('what a runner says of itself is text in the page of the run, and not too much of it', async () => {
  expectWell(await scan());
  const message = `It is\n\n# not\n\n<img src=x>${'!'.repeat(1e6)}`;
  for (const id of NAMES)
    job.leave(scanOf({ id }, null, { outcome: 'failed', code: 'E_ACL', message, startedAt: now() }));
  const { summary, log } = await upgrade();
  expect(summary).toContain('build-01: E_ACL: It is # not &lt;img src=x&gt;!!!');
  expect(summary).not.toMatch(/^#|\n\n./m);
  expect(summary.length).toBeLessThan(20_000);
  expect(log).toContain('  build-12: E_ACL: It is # not <img');
});

describe('jobs of a run that a gate has stopped are run again', () => {
  /** The canary is well, wave 1 stops, and everybody goes back but the one whose way back failed. */
  async function stopped(): Promise<{ bad: string; stuck: string; well: readonly string[] }> {
    expectWell(await scan());
    scanned(NAMES.slice(0, 5), '1.26.5');
    const slots = slotsOf(await upgrade({ waves: '100%' }));
    leave(['build-01'], 'canary');
    expectWell(await gate('canary'));
    const [bad = '', stuck = '', ...well] = named(slots.waves[0]) ?? [];
    leave([stuck, ...well], 'wave-1');
    leave([bad], 'wave-1', { outcome: 'failed', code: 'E_NETWORK', message: 'No network.', after: '1.26.5' });
    expect((await gate('wave-1')).outputs['go-on']).toBe('false');
    const back = { operation: 'switch', before: '1.26.6', after: '1.26.5' };
    leave(['build-01', ...well], 'rollback', back);
    leave([stuck], 'rollback', { ...back, outcome: 'failed', code: 'E_LOCKED', after: '1.26.6' });
    return { bad, stuck, well };
  }
  const SECOND = { GITHUB_RUN_ATTEMPT: '2' };

  it('no gate goes on: what the others are said to have, they have not any more', async () => {
    const { bad } = await stopped();
    leave([bad], 'wave-1', { attempt: 2 });
    const again = await gate('wave-1', SECOND);
    expectError(
      again,
      'E_GATE',
      /^Attempt 1 at this run stopped after wave 1 and took back what it had changed, and a re-run does not go on from there\. Start a new run/,
    );
    expect(again.outputs['go-on']).toBe('false');
    expect(again.log).toContain(
      'attempt 1: Wave 1 stops the roll-out: 1 failed of 4 runners, 25% where 10% may.',
    );
    expect(job.read('verdict-wave-1.json')).toMatchObject({ attempt: 2, goOn: false });
    const third = await gate('wave-1', { GITHUB_RUN_ATTEMPT: '3' });
    expectError(third, 'E_GATE', /^Attempt 2 at this run stopped/);
  });

  it('those go back that have the new version still or again, and those that are back are counted once', async () => {
    const { bad, stuck, well } = await stopped();
    leave([bad], 'wave-1', { attempt: 2 });
    await gate('wave-1', SECOND);
    const plan = await job.step({ operation: 'plan', stage: 'rollback' }, SECOND);
    expect(named(slotsOf(plan).rollback[0])?.sort()).toEqual([bad, stuck].sort());
    leave([bad, stuck], 'rollback', { attempt: 2, before: '1.26.6', after: '1.26.5' });
    expect((await job.step({ operation: 'report' }, SECOND)).exitCode).toBe(0);
    expect(job.read('fleet-report.json')).toMatchObject({
      outcome: 'stopped',
      states: { 'rolled-back': 3 + well.length, 'not-rolled-back': 0, upgraded: 0 },
      rollback: { due: 3 + well.length, done: 3 + well.length },
    });
  });

  it('a new plan begins anew, though the artifacts of the attempt before are there', async () => {
    await stopped();
    expectWell(await scan({}, SECOND));
    for (const id of NAMES.slice(0, 5)) job.leave(scanOf({ id }, '1.26.5', { startedAt: now(), attempt: 2 }));
    expectWell(await job.step({ operation: 'plan', stage: 'upgrade', waves: '100%' }, SECOND));
    leave(['build-01'], 'canary', { attempt: 2 });
    expect((await gate('canary', SECOND)).outputs['go-on']).toBe('true');
  });
});

describe('the fleet', () => {
  it('may be a file of the workspace', async () => {
    writeFileSync(path.join(job.workspace, 'fleet.json'), `\ufeff${RUNNERS}\n`);
    expect(slotsOf(await scan({ runners: 'fleet.json' })).scan[0]).toHaveLength(12);
    expectError(
      await scan({ runners: 'fleets.json' }),
      'E_INPUT',
      /fleets\.json.*cannot be read: it is not there/,
    );
    writeFileSync(path.join(job.workspace, 'fleet.json'), '[{"name": "a"},\n {"name": "a"}]');
    expectError(await scan({ runners: 'fleet.json' }), 'E_INPUT', /line 2, column 11, entry 2, field name/);
    expectError(await scan({ runners: '' }), 'E_INPUT', /runners is not given/);
  });

  it('that is too large for one run is taken part by part, by the number of the run', async () => {
    const runners = JSON.stringify(Array.from({ length: 331 }, (_, at) => ({ name: `r${at}` })));
    writeFileSync(path.join(job.workspace, 'fleet.json'), runners);
    const parts = [];
    for (const number of ['6', '7', '8']) {
      const step = await scan({ runners: 'fleet.json' }, { GITHUB_RUN_NUMBER: number });
      expectWell(step);
      parts.push(
        slotsOf(step)
          .scan.flat()
          .map(({ name }) => name),
      );
      expect(step.log).toMatch(/this one takes part [12] of 2, 16[56] runners/);
    }
    expect(new Set([...(parts[0] ?? []), ...(parts[1] ?? [])]).size).toBe(331);
    expect(parts[2]).toEqual(parts[0]);
  });

  it('may not have the runner of this very job in it, which the watchdog may be given, too', async () => {
    const { exitCode, annotations } = await scan({}, { RUNNER_NAME: 'Build-02' });
    expect([exitCode, annotations.length]).toEqual([0, 1]);
    expect(annotations[0]?.message).toMatch(/runs on build-02, which is of the fleet\..*control-runs-on/);
  });

  it('gets one release, which a range means now at the mirror that is asked', async () => {
    const sha256 = 'a'.repeat(64);
    const list = ['go1.97.1', 'go1.97.4', 'go1.98.0'].map((version) => ({
      version,
      stable: true,
      files: [
        {
          filename: `${version}.windows-amd64.zip`,
          os: 'windows',
          arch: 'amd64',
          version,
          sha256,
          size: 9,
          kind: 'archive',
        },
      ],
    }));
    const mirror = await serve((_, response) => response.end(JSON.stringify(list)));
    const step = await scan({
      'go-version': '1.97.x',
      'go-download-base-url': mirror.url,
      'mirror-token': 'a-secret',
    });
    expectWell(step);
    expect(step.outputs['go-version']).toBe('1.97.4');
    expect(mirror.asked[0]?.authorization).toBe('Bearer a-secret');
    expectError(
      await scan({ 'go-version': '1.26.5\n1.26.6' }),
      'E_INPUT',
      /2 versions, and a fleet gets one/,
    );
    expectError(await scan({ 'go-version': '1.2' }), 'E_SPEC', /1\.20/);
  });

  it('may get its Go as an MSI, and without a network', async () => {
    expectWell(await scan({ 'install-method': 'msi', offline: 'true' }));
  });
});

describe('a policy', () => {
  const policy = (rules: object) =>
    writeFileSync(path.join(job.workspace, 'policy.json'), JSON.stringify(rules));
  const under = { policy: 'policy.json' };

  it('forbids a release before anybody is asked to do anything', async () => {
    policy({ versions: { forbidden: [{ versions: '1.26.6', reason: 'OPS-1' }] } });
    expectError(await scan(under), 'E_POLICY', /Go 1\.26\.6.*versions\.forbidden\[0\].*OPS-1/);
    policy({ method: 'msi' });
    expectError(await scan(under), 'E_POLICY', /method.*demands msi/);
    policy({ sources: ['https://mirror.example/go'] });
    expectError(await scan(under), 'E_POLICY', /sources.*comes from https:\/\/go\.dev/);
    expect(job.files()).toEqual([]);
  });

  it('chooses which match of a range the fleet gets', async () => {
    policy({ versions: { forbidden: ['1.26.6'] } });
    const step = await scan({ ...under, 'go-version': '<=1.26.6', resolution: 'highest', offline: 'true' });
    expect(step.outputs['go-version']).toBe('1.26.5');
  });

  it('gives the fleet no release that is too young, which its ZIP alone tells', async () => {
    const today = new Date().toISOString().replace(/\.\d+/, '');
    const mirror = await startMirror([
      ...(await madeUpReleases(['1.97.1'])),
      ...(await madeUpReleases(['1.97.2'], { files: { VERSION: `go1.97.2\ntime ${today}\n` } })),
    ]);
    try {
      policy({ minimumAge: { days: 14, unknown: 'stop' } });
      const inputs = { ...under, 'go-download-base-url': mirror.url };
      const step = await scan({ ...inputs, 'go-version': '1.97.x' });
      expectWell(step);
      expect(step.outputs['go-version']).toBe('1.97.1');
      expectError(
        await scan({ ...inputs, 'go-version': '1.97.2' }),
        'E_POLICY',
        /minimumAge.*demands 14 day/,
      );
      expect((await scan({ ...inputs, 'go-version': '1.97.1' })).outputs['go-version']).toBe('1.97.1');
    } finally {
      await mirror.close();
    }
  });

  it('knows of an MSI no more than since when it is in the built-in index', async () => {
    policy({ minimumAge: { days: 3650, unknown: 'stop' } });
    expectError(
      await scan({ ...under, 'install-method': 'msi' }),
      'E_POLICY',
      /nobody knows when it came out/,
    );
  });

  it.each([
    ['5%', '10%', 0.05],
    ['20%', '10%', 0.1],
    ['0%', '', 0],
  ])('with maxFailures %s makes of max-failures %j %d', async (most, given, limit) => {
    policy({ maxFailures: most });
    expectWell(await scan(under));
    expectWell(await upgrade({ ...under, 'max-failures': given }));
    expect(job.read('plan.json')).toMatchObject({ limits: { maxFailures: limit } });
  });

  it('that cannot be read stops the plan', async () => {
    writeFileSync(path.join(job.workspace, 'policy.json'), '{"method": "exe"}');
    expectError(await scan(under), 'E_INPUT', /policy\.json/);
  });
});

describe('what a step lacks it names', () => {
  it.each([
    [
      { operation: 'plan', stage: 'upgrade' },
      /roster\.json cannot be used: it is not there\. Download the artifacts/,
    ],
    [
      { operation: 'plan', stage: 'rollback' },
      /plan\.json cannot be used: it is not there\. Download the artifacts/,
    ],
    [
      { operation: 'gate', stage: 'canary' },
      /plan\.json cannot be used: it is not there\. Download the artifacts/,
    ],
    [
      { operation: 'plan' },
      /stage is "": operation: plan has no such stage\. Use scan, upgrade or rollback\./,
    ],
    [
      { operation: 'gate', stage: 'scan' },
      /stage is "scan": operation: gate has no such stage\. Use one of: canary, wave-1/,
    ],
    [
      { operation: 'plan', stage: 'scan', waves: '50%, 10%' },
      /waves is "50%, 10%": "10%" reaches no further/,
    ],
    [{ operation: 'plan', stage: 'scan', canary: '0' }, /canary is "0"/],
    [{ operation: 'plan', stage: 'scan', 'max-failures': '10' }, /max-failures is "10"/],
    [{ operation: 'plan', stage: 'scan', 'queue-timeout': 'long' }, /queue-timeout is "long"/],
  ])('%j', async (inputs, message) => {
    expectError(await job.step(inputs as Record<string, string>), 'E_INPUT', message);
  });

  it('where a file is damaged', async () => {
    writeFileSync(path.join(job.fleet, 'plan.json'), '{"schema": 1, "stages": [');
    expectError(await gate('canary'), 'E_INPUT', /plan\.json cannot be used: it is torn, and no JSON/);
    writeFileSync(path.join(job.fleet, 'plan.json'), '{"schema": 2}');
    expectError(
      await gate('canary'),
      'E_INPUT',
      /plan\.json cannot be used: its schema is not what it should be/,
    );
  });
});

it('needs neither a tool cache nor Windows; anything else does', async () => {
  rmSync(job.fleet, { recursive: true });
  expectWell(await scan({ 'fleet-dir': 'here' }));
  expect(existsSync(path.join(job.workspace, 'here', 'roster.json'))).toBe(true);
  expectError(await job.step({ operation: 'status' }), 'E_PLATFORM', /Windows/);
});
