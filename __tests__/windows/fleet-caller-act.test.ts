import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { buildAct } from '../../lab/act/build.ts';
import { type LabFleet, openFleet } from '../../lab/act/fleet.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { realRelease } from '../../lab/releases/real.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { startGitHub } from '../fleet/github-server.ts';

jest.setTimeout(15 * 60_000);

const [OLD, NEW] = ['1.26.5', '1.26.6'];
const GITHUB = { token: 'ghs_lab', repository: 'example/project', run: 4711 };

await describePrivateWindows(
  "callers that are not the example, by act: runners told apart by their machine's root, junctions played by Unix links, artifacts kept in a directory",
  (lab) => {
    let mirror: Mirror;
    let fleet: LabFleet;
    let github: Awaited<ReturnType<typeof startGitHub>>;

    beforeAll(async () => {
      await buildAct();
      mirror = await startMirror([await realRelease(OLD), await realRelease(NEW)]);
      fleet = await openFleet(lab, { mirror: mirror.url, machines: [{ name: 'BUILD-01' }] });
    }, PREPARATION_MS);
    beforeEach(async () => {
      github = await startGitHub({
        token: GITHUB.token,
        // What act does is not told there: a report of somebody else, and then that of the run.
        jobs: (look) =>
          ['upgrade go / Watchdog', 'Report', ...(look < 3 ? [] : ['upgrade go / Report'])].map(
            (name, id) => ({
              ...{ id, name, status: 'in_progress', runner_name: `r${id}` },
            }),
          ),
      });
    });
    afterAll(async () => await mirror?.close());

    const call = (inputs: string) => `
on: workflow_dispatch
jobs:
  fleet:
    name: upgrade go
    permissions:
      contents: read
      actions: write
    uses: org/setup-go-win/.github/workflows/upgrade-fleet.yml@v1
    with:
${inputs.replaceAll(/^/gm, '      ')}
`;
    const upgrade = async (inputs: string) =>
      await fleet.upgrade({ github: { url: github.url, ...GITHUB }, goVersion: '', caller: call(inputs) });

    it.each([
      [
        'queue-timeout',
        'queue-timeout: tomorrow',
        'The input queue-timeout is "tomorrow": it is not a duration.',
      ],
      ['health-runs', 'health-runs: 0', 'The input health-runs is "0": it is not a number that it takes.'],
    ])(
      'a value that only a later job needs is refused before any runner has a job: %s',
      async (_, line, message) => {
        const run = await upgrade(`runners: '[{"name": "BUILD-01"}]'\n${line}`);
        expect(run.exitCode).toBe(1);
        expect(run.log).toContain(message);
        expect(run.started.filter((id) => id !== 'fleet')).toEqual(['roster', 'report']);
        expect(run.summary).toContain('The run ended before there was a plan: nothing was changed.');
      },
    );

    it('one that gives nothing but the runners, in JSON over several lines, gets the newest stable Go', async () => {
      const [machine] = fleet.machines;
      const list = machine && JSON.stringify([fleet.rosterEntry(machine)], null, 2);
      const run = await upgrade(`runners: |\n${list?.replaceAll(/^/gm, '  ')}`);
      expect(run.exitCode === 0 ? '' : run.log).toBe('');
      expect(run.results['canary BUILD-01']).toMatchObject({ code: 'ok', before: null, after: NEW });
      expect(run.results['canary BUILD-01']?.health).toMatchObject({ verdict: 'well', before: null });
      expect(run.summary).toContain(`Go ${NEW} is on 1 of 1 runner`);
      expect(Object.values(await fleet.answers())).toEqual([expect.stringContaining(`go${NEW} `)]);
    });
  },
);
