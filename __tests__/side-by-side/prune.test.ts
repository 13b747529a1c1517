import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeJson } from '../../src/machine/atomic-file.ts';
import { linksOf } from '../../src/machine/current.ts';
import { beginChange, leftChange } from '../../src/machine/journal.ts';
import { pruneMachine } from '../../src/prune-machine.ts';
import { type PruneTally, startTally } from '../../src/report/prune-report.ts';
import { settleLeft } from '../../src/settle-left.ts';
import { rollback } from '../../src/side-by-side/operations.ts';
import { machinePlace } from '../../src/side-by-side/prune.ts';
import { switchTo } from '../../src/side-by-side/switch.ts';
import type { Sources } from '../../src/sources.ts';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { markerPath, sidecarPath, treePath } from '../../src/toolcache/layout.ts';
import { leaseHolder, takeLease } from '../../src/toolcache/leases.ts';
import type { Context } from '../../src/toolchain.ts';
import { entry, makeVersion, PATH_BEFORE, type TestMachine, testMachine } from './machine.ts';

const ALL = ['1.97.1', '1.98.1', '1.98.2', '1.99.1'];
/** Kept by no rule, and by nobody: the versions of the scene but the newest, the current one and the one before it. */
const [OLDEST, BEFORE, CURRENT, NEWEST] = ALL as [string, string, string, string];

let scratch: string;
let machine: TestMachine;
beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'prune-machine-'));
  const root = path.join(scratch, 'root');
  mkdirSync(root);
  await writeJson(path.join(scratch, 'registry.json'), { path: { type: 'expand_sz', data: PATH_BEFORE } });
  machine = testMachine(root);
  for (const version of ALL) makeVersion(root, version);
  for (const version of [BEFORE, CURRENT]) await switchTo(at(version), 'switch', machine.session);
  machine.log.length = 0;
  machine.audit.length = 0;
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const at = (version: string) => entry(machine.root, version);
const there = () => readdirSync(path.join(machine.root, 'versions', 'go')).sort();
const plan = () => machine.log.filter((line) => /^(?:remove|keep|leave) /.test(line));
const gone = ({ items }: PruneTally) => items.filter((one) => one.gone).map(({ version }) => version);
const whole = async (version: string) => (await inspectEntry(at(version))).state === 'whole';

function contextOf(inputs: Record<string, unknown> = {}): Context {
  const { context } = machine.session;
  const files = { caFile: '', clientCert: '', clientKey: '', mirrorToken: '' };
  const given = { ...files, keepVersions: 1, dryRun: false, machineRoot: machine.root, ...inputs };
  const timeline = { measure: async (_: string, work: () => Promise<unknown>) => await work() };
  return { ...context, timeline, inputs: { ...context.inputs, ...given } } as unknown as Context;
}
async function prune(inputs: Record<string, unknown> = {}): Promise<PruneTally> {
  const tally = startTally();
  await pruneMachine(tally, contextOf(inputs));
  return tally;
}

describe('a prune of the machine’s versions, junctions played by symbolic links', () => {
  it('keeps the current one and the one before, says why, and removes what else no rule keeps', async () => {
    const tally = await prune();
    expect(gone(tally)).toEqual([OLDEST]);
    expect(there()).toEqual([BEFORE, CURRENT, NEWEST]);
    expect(machine.log).toContain(
      `keep    ${treePath(at(CURRENT))}: ${linksOf(machine.root).current} leads to it`,
    );
    expect(machine.log).toContain(`keep    ${treePath(at(BEFORE))}: a rollback returns to it`);
    expect(machine.log).toContain(`keep    ${treePath(at(NEWEST))}: the newest version`);
    expect(tally.freed).toBeGreaterThan(100);
    expect(machine.audit).toEqual(['prune ok']);
    expect(readlinkSync(linksOf(machine.root).current)).toBe(treePath(at(CURRENT)));
    expect(await leftChange(machine.root)).toBeUndefined();
    const back = await rollback(machine.session);
    expect(back.toolchains.map(({ version }) => version)).toEqual([BEFORE]);
  });

  it('keeps by what is so now: after a rollback the two have changed places', async () => {
    await rollback(machine.session);
    machine.log.length = 0;
    expect(gone(await prune())).toEqual([OLDEST]);
    expect(machine.log).toContain(
      `keep    ${treePath(at(BEFORE))}: ${linksOf(machine.root).current} leads to it`,
    );
    expect(machine.log).toContain(`keep    ${treePath(at(CURRENT))}: a rollback returns to it`);
  });

  it('keeps the current one where the link names it by another way to the same directory', async () => {
    symlinkSync(scratch, path.join(scratch, 'way'));
    const { current } = linksOf(machine.root);
    rmSync(current);
    symlinkSync(path.join(scratch, 'way', path.relative(scratch, treePath(at(OLDEST)))), current);
    expect(gone(await prune())).toEqual([CURRENT]);
    expect(await whole(OLDEST)).toBe(true);
  });

  it('keeps what a job has a lease on, and leaves what is not ours', async () => {
    makeVersion(machine.root, '1.96.1');
    await takeLease(at('1.96.1'), leaseHolder({ RUNNER_NAME: 'b' }), 24);
    rmSync(sidecarPath(at(OLDEST)));
    expect(gone(await prune())).toEqual([]);
    expect(machine.log).toContainEqual(expect.stringMatching(/^keep .*1\.96\.1.*: used by b on /));
    expect(machine.log).toContain(`leave   ${treePath(at(OLDEST))}: not put there by this action`);
  });

  it('does not remove one that became current since the plan was made', async () => {
    const tally = startTally();
    const context = contextOf();
    const { current } = linksOf(machine.root);
    const log = {
      ...context.log,
      info(line: string) {
        machine.log.push(line);
        if (!line.startsWith('remove ')) return;
        rmSync(current);
        symlinkSync(treePath(at(OLDEST)), current);
      },
    };
    await pruneMachine(tally, { ...context, log });
    expect(gone(tally)).toEqual([]);
    expect(machine.log).toContain(`Left ${treePath(at(OLDEST))} alone: meanwhile ${current} leads to it`);
  });

  it('with dry-run tells the very plan and changes nothing, and a real one comes to it', async () => {
    const files = () => readdirSync(machine.root, { recursive: true, encoding: 'utf8' }).sort();
    const before = files();
    const dry = await prune({ dryRun: true });
    const planned = plan();
    expect(files()).toEqual(before);
    expect(planned).toHaveLength(ALL.length);
    machine.log.length = 0;
    const wet = await prune();
    expect(plan()).toEqual(planned);
    expect([gone(wet), wet.freed]).toEqual([gone(dry), dry.freed]);
  });

  it('makes no machine’s root where there is none', async () => {
    const none = path.join(scratch, 'none');
    expect((await prune({ machineRoot: none })).items).toEqual([]);
    expect(existsSync(none)).toBe(false);
  });

  it('gives up where nobody knows what is current', async () => {
    const { current } = linksOf(machine.root);
    rmSync(current);
    mkdirSync(current);
    await expect(prune()).rejects.toMatchObject({ code: 'E_VERIFY' });
    expect(there()).toEqual(ALL);
  });
});

describe('a change that an earlier run left open', () => {
  const begin = async (before: string, after: string) =>
    await beginChange(machine.root, {
      ...{ method: 'zip', operation: 'switch', architecture: 'x64', from: before, to: after },
      runner: 'r0 run 1',
      details: {
        ...{ before: treePath(at(before)), after: treePath(at(after)), scope: 'machine' },
        ...{ path: { type: 'expand_sz', data: PATH_BEFORE }, goroot: null, setGoroot: false },
      },
    });

  it('keeps both its versions from a dry run, which says that it is open', async () => {
    await begin(CURRENT, OLDEST);
    const tally = await prune({ dryRun: true });
    expect(machine.log).toContain(
      'A change that an earlier run began is open: it would be finished or undone first',
    );
    expect(gone(tally)).toEqual([]);
    expect(machine.log).toContain(`keep    ${treePath(at(OLDEST))}: a change that is open needs it`);
  });

  it('keeps what current.old leads to, between the two renames', async () => {
    await begin(CURRENT, NEWEST);
    const { current, old, fresh } = linksOf(machine.root);
    symlinkSync(treePath(at(NEWEST)), fresh);
    renameSync(current, old);
    await prune({ dryRun: true });
    expect(machine.log).toContain(
      `keep    ${treePath(at(CURRENT))}: ${old} leads to it; a change that is open needs it`,
    );
    expect(machine.log).toContainEqual(
      expect.stringContaining(`keep    ${treePath(at(NEWEST))}: ${fresh} leads to it`),
    );
  });
});

describe('a prune that was killed', () => {
  const settle = async () => await settleLeft(machine.root, {} as Sources, contextOf());
  /** What a prune leaves in the journal that is killed at a version. */
  const killedAt = async (version: string, removal: () => unknown) => {
    await machinePlace(machine.root, 'r0 run 1')
      .during(at(version), async () => {
        removal();
        cpJournal();
        return { outcome: 'removed', left: undefined };
      })
      .finally(() => renameSync(`${journal()}.kept`, journal()));
  };
  const journal = () => path.join(machine.root, 'journal.json');
  const cpJournal = () => writeFileSync(`${journal()}.kept`, readFileSync(journal()));
  const begun = (version: string) =>
    expect.stringMatching(
      new RegExp(`^An earlier run was interrupted: prune of ${version}, by r0 run 1, begun 20`),
    );

  it('before it touched the version: that stays', async () => {
    await killedAt(OLDEST, () => {});
    await settle();
    expect(machine.log).toEqual([
      begun(OLDEST),
      `It is undone: go${OLDEST} in ${treePath(at(OLDEST))} stays, with its marker`,
    ]);
    expect(await whole(OLDEST)).toBe(true);
    expect(machine.audit).toEqual([]);
  });

  it('after the marker was gone: the removal is finished', async () => {
    await killedAt(OLDEST, () => rmSync(markerPath(at(OLDEST))));
    await settle();
    expect(machine.log).toEqual([
      begun(OLDEST),
      `It is finished: go${OLDEST} in ${treePath(at(OLDEST))} is gone`,
    ]);
    expect(there()).toEqual([BEFORE, CURRENT, NEWEST]);
    expect(machine.audit).toEqual(['prune ok']);
  });

  it('after the tree was moved: what is left of it goes', async () => {
    const aside = path.join(path.dirname(treePath(at(OLDEST))), '.x64-01234567');
    await killedAt(OLDEST, () => {
      rmSync(markerPath(at(OLDEST)));
      renameSync(treePath(at(OLDEST)), aside);
    });
    await settle();
    expect(machine.log.at(-1)).toContain('It is finished');
    expect(there()).toEqual([BEFORE, CURRENT, NEWEST]);
  });

  it('and a version without a marker that a job waits for: it is left to that job', async () => {
    await killedAt(OLDEST, () => rmSync(markerPath(at(OLDEST))));
    await takeLease(at(OLDEST), leaseHolder({ RUNNER_NAME: 'b' }), 24);
    await settle();
    expect(machine.log.at(-1)).toMatch(/^It is not finished: go1\.97\.1 in .* has no marker.*used by b on /);
    expect(existsSync(treePath(at(OLDEST)))).toBe(true);
  });

  it('and leases that can’t be read: nobody knows who waits for it, and it stays', async () => {
    await killedAt(OLDEST, () => rmSync(markerPath(at(OLDEST))));
    const leases = path.join(at(OLDEST).root, '.setup-go-win', 'leases');
    mkdirSync(path.dirname(leases), { recursive: true });
    writeFileSync(leases, '');
    await settle();
    expect(machine.log.at(-1)).toMatch(/^It is not finished: .*could not be removed \(ENOTDIR\)/);
    expect(existsSync(treePath(at(OLDEST)))).toBe(true);
  });

  it('and something else that has put files in its place: they are left alone', async () => {
    await killedAt(OLDEST, () => rmSync(markerPath(at(OLDEST))));
    const soon = new Date(Date.now() + 10_000);
    utimesSync(treePath(at(OLDEST)), soon, soon);
    await settle();
    expect(machine.log.at(-1)).toContain('something else has put files there since');
    expect(existsSync(treePath(at(OLDEST)))).toBe(true);
  });

  afterEach(async () => {
    expect(await leftChange(machine.root)).toBeUndefined();
    expect(readlinkSync(linksOf(machine.root).current)).toBe(treePath(at(CURRENT)));
  });
});
