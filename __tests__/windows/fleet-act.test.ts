import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { buildAct } from '../../lab/act/build.ts';
import {
  type FleetMachine,
  type FleetRun,
  type LabFleet,
  openFleet,
  type UpgradeOptions,
} from '../../lab/act/fleet.ts';
import { registeredPath } from '../../lab/machine/scene.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { damagedRelease } from '../../lab/releases/damaged.ts';
import { realRelease } from '../../lab/releases/real.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { registered, startGitHub } from '../fleet/github-server.ts';

jest.setTimeout(15 * 60_000);

const [OLD, NEW] = ['1.26.5', '1.26.6'];
const go = (version: string) => `go version go${version} windows/amd64`;

/** What docs/fleet.md has people type to start a run: to look, to upgrade, and to take it back. */
const TYPED = [...readFileSync('docs/fleet.md', 'utf8').matchAll(/^ *gh workflow run fleet\.yml (.*)$/gm)];
const typed = (index: number): Pick<UpgradeOptions, 'goVersion' | 'dryRun'> => {
  const given = new Map(
    [...(TYPED[index]?.[1] ?? '').matchAll(/-f ([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  return { goVersion: given.get('go-version') ?? '', dryRun: given.get('dry-run') === 'true' };
};

const GITHUB = { token: 'ghs_lab', repository: 'example/project', run: 4711 };

// The example 'fleet' as it stands, started by hand; the tests say what they change. One story: each test goes on where the one before it ended. What act does not know is said where it matters;
// the conditions of the workflow are tried with GitHub's own expressions in __tests__/workflows/fleet.test.ts.
await describePrivateWindows(
  "a fleet of four on one Windows, by act: runners told apart by their machine's root, junctions played by Unix links, artifacts kept in a directory",
  (lab) => {
    const machines: FleetMachine[] = ['BUILD-01', 'BUILD-02', 'BUILD-03', 'BUILD-04'].map((name) => ({
      name,
    }));
    const [first, second] = machines as [FleetMachine, FleetMachine];
    let mirrors: Record<'good' | 'broken' | 'corrupt', Mirror>;
    let github: Awaited<ReturnType<typeof startGitHub>>;
    let fleet: LabFleet;

    beforeAll(async () => {
      await buildAct();
      const real = [await realRelease(OLD), await realRelease(NEW)] as const;
      const { host } = await lab.newScratch('damaged');
      mirrors = {
        good: await startMirror(real),
        // It says that it is this version, and compiles nothing.
        broken: await startMirror([
          await damagedRelease(real[1], 'pkg/tool/windows_amd64/compile.exe', 'no program', host),
        ]),
        corrupt: await startMirror(real),
      };
      mirrors.corrupt.fault('files', { kind: 'corrupt' });
      fleet = await openFleet(lab, {
        mirror: mirrors.good.url,
        machines,
      });
      // The fourth has no Go yet.
      for (const { name } of machines.slice(0, 3)) await fleet.step(name, { 'go-version': OLD });
    }, PREPARATION_MS);
    beforeEach(async () => {
      github = await startGitHub({
        token: GITHUB.token,
        repository: [
          ...[...machines.map(({ name }) => name), 'BUILD-05'].map((name) => registered(name)),
          registered('BUILD-06', { status: 'offline' }),
        ],
        organization: [],
        // What act does is not told there: to the watchdog the run is at its end.
        jobs: () => [{ id: 1, name: 'upgrade / Report', status: 'in_progress', runner_name: 'control' }],
      });
    });
    afterAll(async () => {
      for (const mirror of Object.values(mirrors ?? {})) await mirror.close();
    });

    const upgrade = async (inputs: UpgradeOptions['inputs'] = {}, more: Partial<UpgradeOptions> = {}) =>
      await fleet.upgrade({
        github: { url: github.url, ...GITHUB },
        goVersion: NEW,
        inputs: { waves: '2, 100%', ...inputs },
        ...more,
      });
    /** The machines' Go, in their order; `-` for none. */
    const versions = async () =>
      Object.values(await fleet.answers()).map((said) => /go(\d[\w.]*) windows/.exec(said)?.[1] ?? '-');
    const outcomes = ({ results }: FleetRun) =>
      Object.fromEntries(
        Object.entries(results)
          .filter(([key]) => !key.startsWith('scan '))
          .map(([key, { code, before, after }]) => [key, `${code} ${before} > ${after}`]),
      );

    it('a dry run scans and plans, reports, and changes nothing; a job that arrives on another runner is refused', async () => {
      const stray = { ...fleet.rosterEntry(first), name: 'BUILD-05', labels: ['self-hosted', 'BUILD-05'] };
      const off = { name: 'BUILD-06' };
      const roster = [...machines.map((one) => fleet.rosterEntry(one)), stray, off];
      const run = await upgrade({}, { roster, ...typed(0) });
      expect(run.started).toEqual(expect.arrayContaining(['roster', 'scan-1', 'plan', 'report']));
      expect(run.started.filter((job) => /canary|wave|gate|rollback/.test(job))).toEqual([]);
      expect(run.results['scan BUILD-05']).toMatchObject({ code: 'E_WRONG_RUNNER', runner: 'BUILD-01' });
      expect(run.plan).toMatchObject({
        wanted: NEW,
        stages: [
          { stage: 'canary', runners: [{ id: 'BUILD-01', from: OLD }] },
          {
            stage: 'wave-1',
            runners: [
              { id: 'BUILD-02', from: OLD },
              { id: 'BUILD-03', from: OLD },
            ],
          },
          { stage: 'wave-2', runners: [{ id: 'BUILD-04', from: null }] },
        ],
        skipped: [
          { runner: { id: 'BUILD-06' }, why: 'offline' },
          { runner: { id: 'BUILD-05' }, why: 'scan-failed' },
        ],
        runsNeeded: 1,
      });
      expect(await versions()).toEqual([OLD, OLD, OLD, '-']);
    });

    it('the canary fails: it goes back by itself, no wave starts, and the run fails', async () => {
      first.env = { GO_DOWNLOAD_BASE_URL: mirrors.broken.url };
      const run = await upgrade({ 'health-runs': 1 });
      expect(run.exitCode).toBe(1);
      expect(outcomes(run)).toEqual({ 'canary BUILD-01': `E_HEALTH ${OLD} > ${OLD}` });
      const { rolledBack, recoveryMs, health } = run.results['canary BUILD-01'] ?? {};
      expect({ rolledBack, verdict: health?.verdict }).toEqual({ rolledBack: true, verdict: 'broken' });
      expect(recoveryMs).toBeGreaterThan(0);
      expect(run.verdicts).toMatchObject({ canary: { goOn: false, due: 1, failed: 1, lost: 0 } });
      expect(run.started.filter((job) => /wave|rollback/.test(job))).toEqual(['rollback-plan']);
      expect(failures(run, 'gate-canary')).toEqual(['E_GATE']);
      expect(await versions()).toEqual([OLD, OLD, OLD, '-']);
      first.env = {};
    });

    it('all is well: the canary, wave after wave, each with a health check of real Go before and after', async () => {
      const roster = machines.slice(0, 2).map((one) => fleet.rosterEntry(one));
      const run = await upgrade({ 'health-runs': 1, tolerance: '900%' }, { roster, ...typed(1) });
      expect(run.exitCode === 0 ? '' : run.log).toBe('');
      expect(run.started.filter((job) => /rollback|wave-2/.test(job))).toEqual([]);
      expect(outcomes(run)).toEqual({
        'canary BUILD-01': `ok ${OLD} > ${NEW}`,
        'wave-1 BUILD-02': `ok ${OLD} > ${NEW}`,
      });
      const { health } = run.results['canary BUILD-01'] ?? {};
      expect(health).toMatchObject({
        verdict: 'well',
        before: { goVersion: go(OLD), runsMs: [expect.any(Number)] },
        after: { goVersion: go(NEW) },
      });
      expect(run.verdicts).toMatchObject({
        canary: { goOn: true, due: 1, failed: 0 },
        'wave-1': { goOn: true, due: 1, failed: 0 },
      });
      expect(await versions()).toEqual([NEW, NEW, OLD, '-']);
      expect(run.summary).toContain(`Go ${NEW} is on 2 of 2 runners`);
    });

    it('a good upgrade is taken back by upgrading to the version before', async () => {
      const roster = machines.slice(0, 2).map((one) => fleet.rosterEntry(one));
      const run = await upgrade({ 'health-check': false }, { roster, ...typed(2) });
      expect(run.exitCode === 0 ? '' : run.log).toBe('');
      expect(await versions()).toEqual([OLD, OLD, OLD, '-']);
    });

    it('a wave is over the limit: it stops, and everybody whom the run has touched goes back', async () => {
      second.env = { GO_DOWNLOAD_BASE_URL: mirrors.corrupt.url };
      const run = await upgrade({ 'health-check': false, 'max-failures': '40%' });
      expect(outcomes(run)).toEqual({
        'canary BUILD-01': `ok ${OLD} > ${NEW}`,
        'wave-1 BUILD-02': `E_CHECKSUM ${OLD} > ${OLD}`,
        'wave-1 BUILD-03': `ok ${OLD} > ${NEW}`,
        'rollback BUILD-01': `ok ${NEW} > ${OLD}`,
        'rollback BUILD-03': `ok ${NEW} > ${OLD}`,
      });
      expect(run.verdicts).toMatchObject({ 'wave-1': { goOn: false, due: 2, failed: 1 } });
      expect(run.started).not.toContain('wave-2');
      expect(failures(run, 'gate-1')).toEqual(['E_GATE']);
      expect(await versions()).toEqual([OLD, OLD, OLD, '-']);
    });

    it('one fails under the limit: it is reported, and the rest go on; act, which knows no continue-on-error of a job, calls that a failure', async () => {
      const run = await upgrade({ 'health-check': false, 'max-failures': '50%' });
      expect(outcomes(run)).toEqual({
        'canary BUILD-01': `ok ${OLD} > ${NEW}`,
        'wave-1 BUILD-02': `E_CHECKSUM ${OLD} > ${OLD}`,
        'wave-1 BUILD-03': `ok ${OLD} > ${NEW}`,
        'wave-2 BUILD-04': `ok null > ${NEW}`,
      });
      expect(run.verdicts).toMatchObject({ 'wave-1': { goOn: true, failed: 1 }, 'wave-2': { goOn: true } });
      expect(run.jobs.filter(({ result }) => result === 'failure').map(({ id }) => id)).toEqual(
        expect.arrayContaining(['wave-1']),
      );
      expect(failures(run, 'gate-1')).toEqual([]);
      expect(run.started).not.toContain('rollback-plan');
      expect(run.summary).toMatch(/BUILD-02[^\n]*E_CHECKSUM/);
      expect(await versions()).toEqual([NEW, OLD, NEW, NEW]);
    });

    it('the next run goes on from a scan of its own: who has it already is left alone', async () => {
      second.env = {};
      const run = await upgrade({ 'health-check': false });
      expect(run.exitCode === 0 ? '' : run.log).toBe('');
      expect(run.plan?.skipped.map(({ runner, why }) => [runner.id, why])).toEqual([
        ['BUILD-01', 'current'],
        ['BUILD-03', 'current'],
        ['BUILD-04', 'current'],
      ]);
      expect(outcomes(run)).toEqual({ 'canary BUILD-02': `ok ${OLD} > ${NEW}` });
      expect(await versions()).toEqual([NEW, NEW, NEW, NEW]);
    });

    it('the machine’s PATH has one entry of each machine, after all of this', async () => {
      const entries = (await registeredPath(lab))?.split(';') ?? [];
      for (const { name } of machines)
        expect(entries.filter((one) => one === `${fleet.rootOf(name).windows}\\current\\bin`)).toHaveLength(
          1,
        );
    });
  },
);

/** Codes of the errors that a job of the run showed. */
function failures({ jobs }: FleetRun, id: string): string[] {
  const steps = jobs.filter((job) => job.id === id).flatMap((job) => job.steps);
  const errors = steps.flatMap((step) => step.annotations.filter(({ level }) => level === 'error'));
  return errors.map(({ properties }) => properties['title']?.split(':')[0] ?? '');
}
