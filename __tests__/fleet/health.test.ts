import { beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { withHealthCheck } from '../../src/fleet/health.ts';
import { UnwellGo } from '../../src/fleet/health-measure.ts';
import type { LegRecord } from '../../src/fleet/leg-record.ts';
import type { MachineGo } from '../../src/fleet/machine-go.ts';
import type { Inputs } from '../../src/inputs.ts';
import type { Context } from '../../src/toolchain.ts';

const go = (version: string, place = version): MachineGo => ({
  ...{ version, goVersion: `go${version}`, goroot: `C:\\go\\${place}`, architecture: 'x64' },
});
const OLD = go('1.26.5');
const NEW = go('1.26.6');
const BROKEN = new UnwellGo('"go build" of the benchmark module with go1.26.6 ended with 1.', [
  'go: it is damaged',
]);

// No go runs here: how long each takes is written down, and the machine is a variable.
describe('a health check by a clock that is made up', () => {
  let machine: MachineGo | undefined;
  let operations: string[];
  let measured: string[];
  /** The directory that an MSI would go to, in each operation. */
  let directories: string[];
  let warnings: string[];
  let record: LegRecord;
  let signal: AbortController;
  beforeEach(() => {
    [machine, operations, measured, directories, warnings] = [OLD, [], [], [], []];
    record = { before: OLD };
    signal = new AbortController();
  });

  interface Plan {
    /** For each version what its measurings come to, one after the other: the runs in milliseconds, or why it is broken. */
    readonly times: Readonly<Record<string, readonly (readonly number[] | Error)[]>>;
    readonly inputs?: Partial<Inputs>;
    readonly leadsTo?: MachineGo | undefined;
    /** What happens while the new Go is measured. */
    readonly meanwhile?: () => void;
    /** Whether Windows is to change files of the new Go at its next start. */
    readonly rebootRequired?: boolean;
    /** What going back does. */
    readonly back?: () => void;
  }

  async function check({
    times,
    inputs,
    leadsTo = NEW,
    meanwhile,
    rebootRequired = false,
    back,
  }: Plan): Promise<SetupError | undefined> {
    const all = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, [...list]]));
    const given = {
      operation: 'install',
      goVersions: ['1.26.6'],
      stage: 'canary',
      tolerance: 0.25,
      healthRuns: 3,
    };
    const context = {
      inputs: { ...given, ...inputs },
      log: { info: () => {}, warn: (line: string) => warnings.push(line) },
      signal: signal.signal,
    } as unknown as Context;
    const operate = async ({ inputs: { operation, goVersions, msiInstallDir } }: Context) => {
      operations.push([operation, ...goVersions].join(' '));
      directories.push(msiInstallDir);
      if (operations.length === 1) machine = leadsTo;
      else if (back) back();
      else machine = operation === 'rollback' ? OLD : undefined;
      return { rebootRequired };
    };
    const doors = {
      look: async () => machine,
      measure: async ({ version }: MachineGo, runs: number) => {
        measured.push(`${version} x ${runs}`);
        if (operations.length > 0) meanwhile?.();
        const next = all[version]?.shift();
        if (next === undefined) throw new Error(`nobody expected that ${version} is measured`);
        if (next instanceof Error) throw next;
        const medianMs = [...next].sort((a, b) => a - b)[next.length >> 1] ?? 0;
        return { goVersion: `go version go${version} windows/amd64`, runsMs: next, medianMs };
      },
    };
    return await withHealthCheck(context, record, operate, doors).then(
      (outcome) => {
        expect(outcome).toEqual({ rebootRequired });
        return undefined;
      },
      (error) => {
        if (error instanceof SetupError) return error;
        throw error;
      },
    );
  }

  it('lets a Go be that is as fast, by the median', async () => {
    const failure = await check({ times: { '1.26.5': [[100, 90, 500]], '1.26.6': [[120, 900, 110]] } });
    expect(failure).toBeUndefined();
    expect(record.health).toMatchObject({ ratio: 1.2, verdict: 'well' });
    expect(operations).toEqual(['install 1.26.6']);
  });

  it('goes back from one that is slower, and tells medians, ratio, tolerance and what there is now', async () => {
    const slow = [2100, 2000, 2200];
    const failure = await check({ times: { '1.26.5': [[1000, 990, 1010]], '1.26.6': [slow, slow] } });
    expect(failure?.code).toBe('E_HEALTH');
    expect(failure?.message).toBe(
      'go1.26.6 is slower than the tolerance of 25% allows: it builds and tests the benchmark module in 2.1 s (median of 3), go1.26.5 did in 1.0 s: 2.10 times as long.',
    );
    expect(failure?.state).toBe('The machine has go1.26.5 in C:\\go\\1.26.5 again, as before.');
    expect(operations).toEqual(['install 1.26.6', 'rollback']);
    expect(record).toMatchObject({
      rolledBack: true,
      recoveryMs: expect.any(Number),
      health: { verdict: 'slower' },
    });
  });

  it('gives one that was slow at first a second chance', async () => {
    const failure = await check({
      times: {
        '1.26.5': [[100, 100, 100]],
        '1.26.6': [
          [300, 300, 300],
          [110, 110, 110],
        ],
      },
    });
    expect(failure).toBeUndefined();
    expect(record.health).toMatchObject({ ratio: 1.1, verdict: 'well', after: { runsMs: [110, 110, 110] } });
  });

  it('goes back from one that is broken, with what it printed', async () => {
    const failure = await check({ times: { '1.26.5': [[100, 100, 100]], '1.26.6': [BROKEN] } });
    expect(failure).toMatchObject({ code: 'E_HEALTH', message: `go1.26.6 does not work: ${BROKEN.message}` });
    expect(failure?.evidence).toContain('go: it is damaged');
    expect(record.health).toMatchObject({
      before: { medianMs: 100 },
      after: null,
      ratio: null,
      verdict: 'broken',
    });
    expect(record.rolledBack).toBe(true);
  });

  it.each<[string, Partial<Inputs>, MachineGo | undefined, RegExp]>([
    [
      'repair what lies there still',
      {},
      OLD,
      /damaged, run operation: repair with go-version: 1\.26\.6; else/,
    ],
    [
      'install anew what is gone',
      { installMethod: 'msi' },
      OLD,
      /damaged, run the step again, which installs/,
    ],
    ['install anew what was uninstalled', {}, undefined, /damaged, run the step again, which installs/],
  ])('says to %s', async (_, inputs, before, remedy) => {
    [record, machine] = [{ before }, before];
    const failure = await check({ times: { '1.26.5': [[100]], '1.26.6': [BROKEN] }, inputs });
    expect(record.rolledBack).toBe(true);
    expect(failure?.remedy).toMatch(remedy);
  });

  it('goes back to the directory that the Go before had, and not to that of the new one', async () => {
    const inputs = { msiInstallDir: 'D:\\new' };
    await check({ times: { '1.26.5': [[100, 100, 100]], '1.26.6': [BROKEN] }, inputs });
    expect(directories).toEqual(['D:\\new', OLD.goroot]);
  });

  it('uninstalls where there was none before', async () => {
    [record, machine] = [{}, undefined];
    const failure = await check({ times: { '1.26.6': [BROKEN] } });
    expect(failure?.state).toBe('It was uninstalled again: the machine has no Go, as before.');
    expect(operations).toEqual(['install 1.26.6', 'uninstall']);
    expect(measured).toEqual(['1.26.6 x 1']);
  });

  it('compares with nothing where the Go before is broken, and yet goes back to it', async () => {
    expect(await check({ times: { '1.26.5': [BROKEN], '1.26.6': [[900]] } })).toBeUndefined();
    expect(record.health).toMatchObject({ before: null, ratio: null, verdict: 'well' });
    [machine, operations, record] = [OLD, [], { before: OLD }];
    const failure = await check({ times: { '1.26.5': [BROKEN], '1.26.6': [BROKEN] } });
    expect(failure?.state).toContain('The machine has go1.26.5');
  });

  it('changes nothing where the Go before cannot be measured for another reason', async () => {
    const full = new Error('ENOSPC: no space left on device');
    await expect(check({ times: { '1.26.5': [full] } })).rejects.toBe(full);
    expect(operations).toEqual([]);
  });

  it('goes back where the new one cannot be looked at, and does not call it broken in words', async () => {
    const full = new Error('ENOSPC: no space left on device');
    const failure = await check({ times: { '1.26.5': [[1, 1, 1]], '1.26.6': [full] } });
    expect(failure?.message).toBe('go1.26.6 could not be looked at: ENOSPC: no space left on device.');
    expect(operations).toEqual(['install 1.26.6', 'rollback']);
  });

  it('tells both where going back fails, too', async () => {
    const back = () => {
      throw new SetupError('E_VERIFY', 'go1.26.5 is not whole.', {
        remedy: 'Repair it.',
        evidence: ['torn'],
      });
    };
    const failure = await check({ times: { '1.26.5': [[1, 1, 1]], '1.26.6': [BROKEN] }, back });
    expect(failure).toMatchObject({
      code: 'E_HEALTH',
      state:
        'Going back failed, too (E_VERIFY: go1.26.5 is not whole.) The machine has go1.26.6 in C:\\go\\1.26.6.',
      evidence: expect.arrayContaining(['go: it is damaged', 'torn']),
    });
    expect(record.rolledBack).toBe(false);
    expect(record.recoveryMs).toBeUndefined();
  });

  it.each([
    ['is there already, by an exact version', { goVersions: ['1.26.5'] }, ['1.26.5 x 1']],
    ['is there already, by a range', { goVersions: ['1.26.x'] }, ['1.26.5 x 3']],
  ])('looks at a Go once that %s', async (_, inputs, looks) => {
    expect(await check({ times: { '1.26.5': [[100]] }, inputs, leadsTo: OLD })).toBeUndefined();
    expect(measured).toEqual(looks);
    expect(record.health).toMatchObject({ before: null, ratio: null, verdict: 'well' });
  });

  it.each<[string, Partial<Inputs>, MachineGo]>([
    ['a rollback', { operation: 'rollback', goVersions: [] }, NEW],
    ['the rollback of a fleet', { operation: 'switch', stage: 'rollback' }, NEW],
    ['a repair', { operation: 'repair', goVersions: [] }, OLD],
    ['a Go that was there already', { goVersions: ['1.26.5'] }, OLD],
  ])('never takes back %s', async (_, inputs, leadsTo) => {
    const failure = await check({ times: { [leadsTo.version]: [BROKEN] }, inputs, leadsTo });
    expect(failure).toMatchObject({
      code: 'E_HEALTH',
      state: expect.stringMatching(/^Nothing was undone\. The machine has/),
    });
    expect(operations).toHaveLength(1);
    expect(record.rolledBack).toBeUndefined();
  });

  it('does nothing where the version before is the same, of another build', async () => {
    const other = go('1.26.5', 'mirror');
    const times = { '1.26.5': [[100, 100, 100], BROKEN] };
    const failure = await check({ times, leadsTo: other, inputs: { goVersions: ['1.26'] } });
    expect(failure?.state).toMatch(
      /^It cannot be undone: .* another build of the same version\. The machine has go1\.26\.5 in C:\\go\\mirror\.$/,
    );
    expect(operations).toHaveLength(1);
  });

  it('does not judge a Go that waits for a restart of Windows, and leaves it', async () => {
    const failure = await check({ times: { '1.26.5': [[1, 1, 1]] }, rebootRequired: true });
    expect(failure).toBeUndefined();
    expect([operations, measured]).toEqual([['install 1.26.6'], ['1.26.5 x 3']]);
    expect(record.health).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/^No health check: Windows is to change files/)]);
  });

  it('does nothing where somebody else has changed the machine meanwhile', async () => {
    const other = go('1.27.0');
    const times = { '1.26.5': [[1, 1, 1]], '1.26.6': [BROKEN] };
    const meanwhile = () => {
      machine = other;
    };
    const failure = await check({ times, meanwhile });
    expect(failure?.state).toBe(
      "It is not undone: something else has changed the machine's Go meanwhile. The machine has go1.27.0 in C:\\go\\1.27.0.",
    );
    expect(operations).toHaveLength(1);
  });

  it('that is cancelled is no verdict, and takes nothing back', async () => {
    const reason = new SetupError('E_CANCELLED', 'The step was cancelled (SIGINT).', {
      remedy: 'Run it again.',
    });
    const times = { '1.26.5': [[1, 1, 1]], '1.26.6': [BROKEN] };
    expect(await check({ times, meanwhile: () => signal.abort(reason) })).toBe(reason);
    expect(record.health).toBeUndefined();
    expect(operations).toEqual(['install 1.26.6']);
  });
});
