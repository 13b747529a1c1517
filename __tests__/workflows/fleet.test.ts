import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { type JobEnd, playRun, type RunScript } from '../../lab/github/jobs.ts';
import { lookAt, NOTHING_WATCHED } from '../../src/fleet/watch.ts';

const text = readFileSync(
  fileURLToPath(new URL('../../.github/workflows/upgrade-fleet.yml', import.meta.url)),
  'utf8',
);
interface Job {
  readonly name: string;
  readonly permissions?: object;
  readonly steps: readonly {
    readonly uses?: string;
    readonly with?: Readonly<Record<string, string>>;
  }[];
}
const { jobs } = parse(text) as { jobs: Readonly<Record<string, Job>> };

const runner = (name: string) => ({ id: name, name, labels: ['self-hosted', name], 'machine-root': '' });
const some = (...names: readonly string[]) => names.map(runner);
const filled = (lists: readonly (readonly object[])[], size: number) =>
  Array.from({ length: size }, (_, index) => lists[index] ?? []);

/** The output `slots`, of which all lists are always there. */
const slots = (lists: {
  scan?: readonly (readonly object[])[];
  canary?: readonly object[];
  waves?: readonly (readonly object[])[];
  rollback?: readonly (readonly object[])[];
}) =>
  JSON.stringify({
    scan: filled(lists.scan ?? [], 2),
    canary: lists.canary ?? [],
    waves: filled(lists.waves ?? [], 6),
    rollback: filled(lists.rollback ?? [], 2),
  });

const GO_ON = { outputs: { 'go-on': 'true' } };
const STOP: Partial<JobEnd> = { result: 'failure', outputs: { 'go-on': 'false' } };
/** A fleet of four: a canary, and two waves. */
const FOUR: Readonly<Record<string, Partial<JobEnd>>> = {
  roster: { outputs: { slots: slots({ scan: [some('a', 'b', 'c', 'd')] }), 'go-version': '1.26.6' } },
  plan: { outputs: { slots: slots({ canary: some('a'), waves: [some('b'), some('c', 'd')] }) } },
  'gate-canary': GO_ON,
  'gate-1': GO_ON,
  'gate-2': GO_ON,
  'rollback-plan': { outputs: { slots: slots({ rollback: [some('a')] }) } },
};

/** What was started, legs with their runners, and how the run ended. */
function play(ends: Readonly<Record<string, Partial<JobEnd>>>, more: Partial<RunScript> = {}): string[] {
  const inputs = { 'dry-run': false };
  const run = playRun(text, { inputs, ends: (job) => ends[job], ...more });
  const started = run.jobs.filter(({ result }) => result !== 'skipped');
  const said = started.map(({ id, legs }) => {
    const names = legs.map((leg) => (leg['runner'] as { name: string } | undefined)?.name);
    return names[0] === undefined ? id : `${id}(${names.join(' ')})`;
  });
  return [...said, run.conclusion];
}

const SCANNED = ['roster', 'watch', 'scan-1(a b c d)', 'plan'];

describe('the jobs that GitHub starts of upgrade-fleet.yml, by its own expressions', () => {
  it('all is well: canary, waves and gates, and no way back', () => {
    expect(play(FOUR)).toEqual([
      ...SCANNED,
      ...['canary(a)', 'gate-canary', 'wave-1(b)', 'gate-1', 'wave-2(c d)', 'gate-2', 'report', 'success'],
    ]);
  });

  it('a fleet that fills all slots', () => {
    const six = [some('a'), some('b'), some('c'), some('d'), some('e'), some('f')];
    const two = six.slice(0, 2);
    const gates = Object.fromEntries([1, 2, 3, 4, 5, 6].map((wave) => [`gate-${wave}`, GO_ON]));
    const said = play({
      roster: { outputs: { slots: slots({ scan: two }) } },
      plan: { outputs: { slots: slots({ canary: some('x'), waves: six }) } },
      'gate-canary': GO_ON,
      ...gates,
      'gate-6': STOP,
      'rollback-plan': { outputs: { slots: slots({ rollback: two }) } },
    });
    for (const [index, name] of ['a', 'b', 'c', 'd', 'e', 'f'].entries())
      for (const stage of ['wave', ...(index < two.length ? ['scan', 'rollback'] : [])])
        expect(said).toContain(`${stage}-${index + 1}(${name})`);
    expect(said.at(-1)).toBe('failure');
  });

  it('nothing is to be done: it ends with the plan and the report', () => {
    expect(play({ ...FOUR, plan: { outputs: { slots: slots({}) } } })).toEqual([
      ...SCANNED,
      'report',
      'success',
    ]);
  });

  it('a dry run: the same', () => {
    expect(play(FOUR, { inputs: { 'dry-run': true } })).toEqual([...SCANNED, 'report', 'success']);
  });

  it('a scan fails: the plan counts without it', () => {
    expect(play({ ...FOUR, 'scan-1': { result: 'failure' } })).toContain('canary(a)');
  });

  it('a leg fails under the limit: the gate goes on, and the run is well', () => {
    const said = play({ ...FOUR, 'wave-1': { result: 'failure' } });
    expect(said).toContain('wave-2(c d)');
    expect(said.at(-1)).toBe('success');
  });

  it('the canary fails: no wave, the way back, and the run has failed', () => {
    expect(play({ ...FOUR, canary: { result: 'failure' }, 'gate-canary': STOP })).toEqual([
      ...SCANNED,
      ...['canary(a)', 'gate-canary', 'rollback-plan', 'rollback-1(a)', 'report', 'failure'],
    ]);
  });

  it('a wave is over the limit: the ones after it do not start', () => {
    const back = { outputs: { slots: slots({ rollback: [some('a', 'b')] }) } };
    expect(play({ ...FOUR, 'wave-1': { result: 'failure' }, 'gate-1': STOP, 'rollback-plan': back })).toEqual(
      [
        ...SCANNED,
        ...['canary(a)', 'gate-canary', 'wave-1(b)', 'gate-1'],
        ...['rollback-plan', 'rollback-1(a b)', 'report', 'failure'],
      ],
    );
  });

  it('nobody has to go back: the way back ends with its plan', () => {
    const none = { outputs: { slots: slots({}) } };
    expect(play({ ...FOUR, 'gate-canary': STOP, 'rollback-plan': none }).slice(-4)).toEqual([
      'gate-canary',
      'rollback-plan',
      'report',
      'failure',
    ]);
  });

  it('a gate cannot do its work: nothing goes on, and nothing goes back', () => {
    expect(play({ ...FOUR, 'gate-1': { result: 'failure' } }).slice(-4)).toEqual([
      'wave-1(b)',
      'gate-1',
      'report',
      'failure',
    ]);
  });

  it.each(['roster', 'plan'])('%s fails: the report tells', (job) => {
    const said = play({ ...FOUR, [job]: { result: 'failure' } });
    expect(said.slice(-3)).toEqual([job, 'report', 'failure']);
  });

  it.each(['scan-1', 'canary', 'wave-1', 'gate-1'])(
    'the run is cancelled at %s: nothing but the report is started',
    (job) => {
      const said = play(FOUR, { cancelledAt: job }).map((one) => one.replace(/\(.*/, ''));
      expect(said.slice(said.indexOf(job))).toEqual([job, 'report', 'cancelled']);
    },
  );

  it('the run is cancelled on the way back: the same', () => {
    const said = play({ ...FOUR, 'gate-1': STOP }, { cancelledAt: 'rollback-1' });
    expect(said.slice(-3)).toEqual(['rollback-1(a)', 'report', 'cancelled']);
  });
});

describe('upgrade-fleet.yml', () => {
  const numbered = (stage: string) => Object.entries(jobs).filter(([id]) => id.startsWith(`${stage}-`));

  it.each([
    ['scan', 2],
    ['wave', 6],
    ['rollback', 2],
  ])('has as many slots of %s as the plan fills, alike but for their number', (stage, count) => {
    const slot = numbered(stage).filter(([id]) => /-\d$/.test(id));
    expect(slot.map(([id]) => id)).toEqual(Array.from({ length: count }, (_, at) => `${stage}-${at + 1}`));
    const alike = slot.map(([, job], at) => numberless(job, at + 1));
    for (const job of alike) expect(job).toEqual(alike[0]);
  });

  it('has gates that are alike but for their number, each behind its wave', () => {
    const gates = numbered('gate').filter(([id]) => id !== 'gate-canary');
    const alike = gates.map(([, job], at) => numberless(job, at + 1));
    expect(alike).toHaveLength(6);
    for (const job of alike) expect(job).toEqual(alike[0]);
  });

  it('changes machines in legs with no rights, and no code of a checkout', () => {
    const legs = [
      'canary',
      ...['scan', 'wave', 'rollback'].flatMap((stage) => numbered(stage).map(([id]) => id)),
    ];
    for (const id of legs.filter((one) => one !== 'rollback-plan')) {
      expect([id, jobs[id]?.permissions]).toEqual([id, {}]);
      const uses = jobs[id]?.steps.map((step) => step.uses?.split('@')[0]) ?? [];
      expect(
        uses.filter((name) => !/^(?:org\/setup-go-win|actions\/(?:up|down)load-artifact)$/.test(name ?? '')),
      ).toEqual([]);
    }
  });

  it('looks at, changes and takes back the same kind of Go', () => {
    const given = ['scan-1', 'canary', 'rollback-1'].map((id) =>
      jobs[id]?.steps.flatMap(({ with: inputs }) => inputs?.['install-method'] ?? []),
    );
    expect(given).toEqual(Array(3).fill([`$\{{ inputs.install-method }}`]));
  });

  it('has a last job that the watchdog knows by its name', () => {
    const job = { id: 1, name: `upgrade / ${jobs['report']?.name}`, status: 'queued', runner: '' };
    const look = lookAt([job], NOTHING_WATCHED, 0, { timeoutMs: 1, self: 'control' });
    expect(look.decision).toBe('done');
  });

  it('has its first job refuse what a later one would: all that comes from its inputs is given to that, too', () => {
    const given = ({ steps }: Job) =>
      steps.flatMap((step) => (step.uses?.startsWith('org/') ? Object.entries(step.with ?? {}) : []));
    const first = new Map(jobs['roster'] && given(jobs['roster']));
    const later = Object.entries(jobs).flatMap(([, job]) => given(job));
    const asked = later.filter(([name, value]) => name !== 'dry-run' && /\binputs\./.test(String(value)));
    expect(new Set(asked.map(([name]) => name)).size).toBeGreaterThan(10);
    expect(asked.filter(([name]) => !/\binputs\./.test(first.get(name) ?? ''))).toEqual([]);
  });

  it('lets gates and the way back see what an earlier attempt at the run has decided and taken back', () => {
    const patterns = Object.entries(jobs)
      .filter(([id]) => /^(?:gate|rollback-plan)/.test(id))
      .map(([, { steps }]) => steps[0]?.with?.['pattern'] ?? '');
    expect(patterns).toHaveLength(8);
    for (const pattern of patterns) expect(pattern).toContain('verdict-*');
    expect(patterns.at(-1)).toContain('result-rollback-*');
  });

  it('takes an empty version for none, and not for the one of a go.mod in the repository', () => {
    const step = jobs['roster']?.steps.find(({ with: inputs }) => inputs?.['operation'] === 'plan');
    expect(step?.with?.['go-version']).toBe(`$\{{ inputs.go-version || 'stable' }}`);
  });

  it('lets nothing but the watchdog write', () => {
    const writers = Object.entries(jobs).filter(([, { permissions }]) =>
      Object.values(permissions ?? {}).includes('write'),
    );
    expect(writers.map(([id, { permissions }]) => [id, permissions])).toEqual([
      ['watch', { actions: 'write' }],
    ]);
  });
});

/** A job's text with its own number, and the one before it, replaced by a word. */
function numberless(job: Job, number: number): unknown {
  const before = number === 1 ? 'canary' : String(number - 1);
  return JSON.parse(
    JSON.stringify(job)
      .replaceAll(`gate-${before}`, 'gate-BEFORE')
      .replaceAll(new RegExp(`(?<=scan|waves|rollback)\\[${number - 1}\\]`, 'g'), '[SLOT]')
      .replaceAll(new RegExp(`(?<=[a-z]-|wave )${number}\\b`, 'g'), 'NUMBER'),
  );
}
