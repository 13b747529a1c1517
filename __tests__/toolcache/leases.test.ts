import {
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Entry } from '../../src/toolcache/layout.ts';
import {
  dropLeases,
  forgetUse,
  isHeld,
  type LeaseHolder,
  leaseHolder,
  readLastUse,
  readLeases,
  sweepLeases,
  takeLease,
} from '../../src/toolcache/leases.ts';
import { makeToolCache } from './trees.ts';

const HOUR = 3_600_000;
let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.27.0-rc.1', architecture: 'x64' };
});
afterEach(() => cache.remove());

const job = (more: Record<string, string> = {}): LeaseHolder =>
  leaseHolder(
    {
      RUNNER_NAME: 'build-7',
      RUNNER_TEMP: 'C:\\a\\_temp',
      GITHUB_REPOSITORY: 'org/app',
      GITHUB_RUN_ID: '17',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'test',
      ...more,
    },
    'BUILD-07',
  );
const left = () => readdirSync(path.join(cache.root, '.setup-go-win', 'leases'));
const age = (file: string, hours: number) => {
  const then = new Date(Date.now() - hours * HOUR);
  utimesSync(file, then, then);
};

describe('a lease', () => {
  it('names its Go and its job, and when that was', async () => {
    const before = Date.now();
    const file = await takeLease(entry, job(), 36);
    const [lease, ...more] = await readLeases(cache.root);
    expect(more).toEqual([]);
    expect(lease).toMatchObject({
      file,
      name: 'go-1.27.0-rc.1-x64',
      hours: 36,
      holder: 'build-7 on BUILD-07, run 17-1, job test of org/app',
    });
    expect(Math.abs((lease?.since ?? 0) - before)).toBeLessThan(60_000);
    await dropLeases([file]);
    expect(await readLeases(cache.root)).toEqual([]);
  });

  it('is one for each job and Go, and renewed by the next step of the job', async () => {
    const file = await takeLease(entry, job(), 24);
    age(file, 20);
    expect(await takeLease(entry, job(), 24)).toBe(file);
    await takeLease({ ...entry, architecture: 'x86' }, job(), 24);
    expect(left()).toHaveLength(2);
    expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(60_000);
  });

  it.each([
    ['another run', { GITHUB_RUN_ID: '18' }],
    ['another attempt', { GITHUB_RUN_ATTEMPT: '2' }],
    ['another job of the run', { GITHUB_JOB: 'lint' }],
    ['the same numbers in another repository', { GITHUB_REPOSITORY: 'org/other' }],
  ])('is replaced by the next job of the runner: %s', async (_case, next) => {
    const other = { ...entry, version: '1.26.6' };
    await takeLease(entry, job(), 24);
    await takeLease(other, job(next), 24);
    expect((await readLeases(cache.root)).map(({ name }) => name)).toEqual(['go-1.26.6-x64']);
  });

  it.each([
    ['a runner of another name', { RUNNER_NAME: 'build-8' }],
    ['one of the same name in another directory', { RUNNER_TEMP: 'C:\\b\\_temp' }],
  ])('is left alone by %s', async (_case, other) => {
    await takeLease(entry, job(), 24);
    await takeLease(entry, job({ ...other, GITHUB_RUN_ID: '18' }), 24);
    expect(await readLeases(cache.root, entry)).toHaveLength(2);
  });

  it('of the same name on another machine is another', () => {
    expect(leaseHolder({ RUNNER_NAME: 'a' }, 'one').runnerId).not.toBe(
      leaseHolder({ RUNNER_NAME: 'a' }, 'two').runnerId,
    );
  });

  it.each(['', '{"schema":1,"ho', 'null', '[1]', '{"hours":"9","holder":7}'])(
    'that is torn counts until 24 h after it was written: %j',
    async (text) => {
      const file = await takeLease(entry, job(), 48);
      truncateSync(file);
      writeFileSync(file, text);
      const [lease] = await readLeases(cache.root, entry);
      if (!lease) throw new Error('it is gone');
      expect(lease).toMatchObject({ name: 'go-1.27.0-rc.1-x64', hours: 24 });
      expect([23, 25].map((hours) => isHeld(lease, 1, lease.since + hours * HOUR))).toEqual([true, false]);
    },
  );

  it.each([
    [24, 24, 23.9, true],
    [24, 24, 24.1, false],
    [24, 48, 47, true],
    [72, 24, 71, true],
    [2, 1, 3, false],
    [24, 24, -5, true],
  ])('of %s h, asked for with lease-hours %s after %s h: %s', (hours, asked, after, held) => {
    const lease = { file: '', name: '', runnerId: '', holder: '', since: 0, hours };
    expect(isHeld(lease, asked, after * HOUR)).toBe(held);
  });

  it('cannot be taken where its directory cannot be made', async () => {
    writeFileSync(path.join(cache.root, '.setup-go-win'), '');
    await expect(takeLease(entry, job(), 24)).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(readLeases(cache.root)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('that is no lease of ours is not one', async () => {
    const directory = path.join(cache.root, '.setup-go-win', 'leases');
    mkdirSync(directory, { recursive: true });
    for (const name of ['go-1.26.6-x64.json', 'desktop.ini', 'go-1.26.6-x64.0123456789ab.json'])
      writeFileSync(path.join(directory, name), '{}');
    expect(await readLeases(cache.root)).toEqual([]);
  });
});

describe('old leases', () => {
  it('are removed when no job can be that old, younger ones are not', async () => {
    const old = await takeLease(entry, job({ RUNNER_NAME: 'gone' }), 24);
    const expired = await takeLease(entry, job({ RUNNER_NAME: 'other' }), 24);
    age(old, 169);
    age(expired, 167);
    await sweepLeases(cache.root);
    expect([old, expired].map((file) => existsSync(file))).toEqual([false, true]);
  });

  it('of a clock that was set back get the time of now, and uses too: else they would hold for years', async () => {
    const use = path.join(cache.root, '.setup-go-win', 'used', 'go-1.27.0-rc.1-x64');
    const far = await takeLease(entry, job({ RUNNER_NAME: 'gone' }), 24);
    const near = await takeLease(entry, job({ RUNNER_NAME: 'other' }), 24);
    age(far, -24 * 365);
    age(use, -24 * 365);
    age(near, -5);
    await sweepLeases(cache.root);
    const leases = await readLeases(cache.root, entry);
    const ahead = (file: string) => (leases.find((one) => one.file === file)?.since ?? 0) - Date.now();
    expect(Math.abs(ahead(far))).toBeLessThan(60_000);
    expect(ahead(near)).toBeGreaterThan(4 * HOUR);
    expect(Math.abs(((await readLastUse(entry)) ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(leases.map((lease) => isHeld(lease, 1, Date.now() + 30 * HOUR))).toEqual([false, false]);
  });

  it('say no more hours than a job can have', async () => {
    writeFileSync(await takeLease(entry, job(), 24), '{"schema":1,"hours":1e999}');
    expect(await readLeases(cache.root, entry)).toMatchObject([{ hours: 168 }]);
  });

  it('of runners that live for one job do not pile up, though nobody prunes', async () => {
    for (let number = 0; number < 220; number++)
      age(await takeLease(entry, job({ RUNNER_NAME: `jit-${number}` }), 24), 200);
    await takeLease(entry, job(), 24);
    expect(left().length).toBeLessThan(30);
  });
});

describe('the last use', () => {
  it('is that of the newest lease, also when that was given back', async () => {
    expect(await readLastUse(entry)).toBeUndefined();
    await dropLeases([await takeLease(entry, job(), 24)]);
    age(path.join(cache.root, '.setup-go-win', 'used', 'go-1.27.0-rc.1-x64'), 1000);
    await takeLease(entry, job(), 24);
    expect(Date.now() - ((await readLastUse(entry)) ?? 0)).toBeLessThan(60_000);
    await forgetUse(entry);
    expect(await readLastUse(entry)).toBeUndefined();
  });
});
