import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openLeases } from '../../src/leases.ts';
import type { Log } from '../../src/report/log.ts';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { type Entry, markerPath, sidecarPath, treePath } from '../../src/toolcache/layout.ts';
import { leaseHolder, takeLease } from '../../src/toolcache/leases.ts';
import { publish } from '../../src/toolcache/publish.ts';
import { type Removal, removeEntry } from '../../src/toolcache/remove-entry.ts';
import { holdersOf, surveyToolCache } from '../../src/toolcache/survey.ts';
import { makeToolCache, provenanceOf, publishGo1253, putEntry } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  putEntry(entry, 'go1.25.3', provenanceOf('go1.25.3'));
});
afterEach(() => cache.remove());

const job = leaseHolder({ RUNNER_NAME: 'a', GITHUB_RUN_ID: '1' });
const quiet: Log = { info() {}, warn() {}, notice() {}, debug() {}, fold() {} };
const whole = async () => (await inspectEntry(entry)).state === 'whole';
const signal = new AbortController().signal;

/** A point of a removal where something else can happen, in order: before it, and after each of its looks at the leases and changes. */
const POINTS = ['begin', 'looked', 'hidden', 'looked again', 'end'] as const;
type Point = (typeof POINTS)[number];

/** Removes the entry, and does something at each of these points. */
async function remove(at: (point: Point) => Promise<unknown>): Promise<Removal> {
  let looks = 0;
  await at('begin');
  const removal = await removeEntry(entry, {
    signal,
    holders: async () => {
      looks += 1;
      if (looks === 2) await at('hidden');
      const found = await holdersOf(entry, 24);
      await at(looks === 1 ? 'looked' : 'looked again');
      return found;
    },
  });
  await at('end');
  return removal;
}

describe('a removal', () => {
  it('takes tree, marker, sidecar and the note of its last use, and the folder of the version', async () => {
    expect(await remove(async () => {})).toEqual({ outcome: 'removed', left: undefined });
    expect(existsSync(path.dirname(treePath(entry)))).toBe(false);
    expect(existsSync(path.join(cache.root, 'go'))).toBe(true);
  });

  it('leaves another architecture of the version alone', async () => {
    const other: Entry = { ...entry, architecture: 'x86' };
    putEntry(other, 'go1.25.3', provenanceOf('go1.25.3'));
    await remove(async () => {});
    expect(await inspectEntry(other)).toMatchObject({ state: 'whole' });
  });

  it('does not touch a Go that is in use, not even its marker', async () => {
    await takeLease(entry, job, 24);
    const marker = statSync(markerPath(entry)).mtimeMs;
    let hidden = false;
    const removal = await remove(async (point) => {
      hidden ||= point === 'hidden';
    });
    expect(removal).toEqual({ outcome: 'held', holders: [expect.stringContaining('used by a on ')] });
    expect([hidden, statSync(markerPath(entry)).mtimeMs]).toEqual([false, marker]);
  });

  it('puts the marker back for a lease that came meanwhile, and the Go is still known to be verified', async () => {
    const removal = await remove(async (point) => {
      if (point === 'hidden') await takeLease(entry, job, 24);
    });
    expect(removal.outcome).toBe('held');
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: { official: true } });
    expect(readdirSync(path.dirname(treePath(entry)))).toHaveLength(3);
  });

  it('leaves all as it was where leases can not be read', async () => {
    const refused = Object.assign(new Error('EPERM'), { code: 'EPERM' });
    let looks = 0;
    const holders = () => (++looks === 2 ? Promise.reject(refused) : Promise.resolve([]));
    await expect(removeEntry(entry, { signal, holders })).rejects.toBe(refused);
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: { official: true } });
  });

  it('leaves all as it was where the step is cancelled', async () => {
    const controller = new AbortController();
    const holders = async () => {
      if (!existsSync(markerPath(entry))) controller.abort(new Error('cancelled'));
      return [];
    };
    await expect(removeEntry(entry, { signal: controller.signal, holders })).rejects.toThrow('cancelled');
    expect(await whole()).toBe(true);
  });
});

it('that is cancelled when the tree has left its place tells so, with what is left of it', async () => {
  const cancelled = new Error('cancelled');
  const late = new AbortController();
  const watch = setInterval(() => {
    if (!existsSync(treePath(entry))) late.abort(cancelled);
  }, 0);
  for (let index = 0; index < 3000; index++) writeFileSync(path.join(treePath(entry), `${index}`), '');
  const removal = await removeEntry(entry, { signal: late.signal, holders: async () => [] }).finally(() =>
    clearInterval(watch),
  );
  expect(removal).toMatchObject({ outcome: 'removed', trouble: cancelled });
  expect(existsSync((removal as { left: string }).left)).toBe(true);
});

// A job writes its lease and then looks; a removal hides the Go and then looks. All ways in which the two can come.
const ORDERS = POINTS.flatMap((lease, index) => POINTS.slice(index).map((look) => [lease, look] as const));

it.each(ORDERS)(
  'a job that writes its lease at "%s" and looks at "%s" loses no Go that it was given',
  async (lease, look) => {
    const file = path.join(cache.root, 'state');
    const before = process.env['GITHUB_STATE'];
    process.env['GITHUB_STATE'] = file;
    writeFileSync(file, '');
    try {
      let given: boolean | undefined;
      const removal = await remove(async (point) => {
        // One step's two halves, as hold() has them.
        if (point === lease) await takeLease(entry, job, 24);
        if (point === look) given = existsSync(markerPath(entry));
      });
      // Where it was refused before the point came, the job goes on after it.
      given ??= existsSync(markerPath(entry));
      if (given) expect(await whole()).toBe(true);
      expect(removal.outcome === 'removed').toBe(!(await whole()));
      // And whoever was given none gets one: by the lease that is there now, no prune takes that.
      const leases = openLeases(24, { RUNNER_NAME: 'a', GITHUB_RUN_ID: '1' }, quiet);
      if (!(await whole())) {
        expect(await leases.hold(entry)).toBe(false);
        expect(await publish(entry, publishGo1253())).toBe('published');
      }
      expect(await leases.hold(entry)).toBe(true);
      expect(await remove(async () => {})).toMatchObject({ outcome: 'held' });
      expect(readFileSync(file, 'utf8')).toContain('go-1.25.3-x64');
    } finally {
      if (before === undefined) delete process.env['GITHUB_STATE'];
      else process.env['GITHUB_STATE'] = before;
    }
  },
);

describe('what a killed removal left', () => {
  const survey = async () => await surveyToolCache(cache.root, 24, Date.now());

  it('before the rename: a tree without a marker, which the next prune knows as ours', async () => {
    rmSync(markerPath(entry));
    const { all } = await survey();
    expect(all).toMatchObject([{ ours: true, torn: true, holds: [] }]);
    expect(await remove(async () => {})).toMatchObject({ outcome: 'removed' });
    expect((await survey()).all).toEqual([]);
  });

  it('after it: a sidecar without a tree, and a temporary directory', async () => {
    rmSync(markerPath(entry));
    rmSync(treePath(entry), { recursive: true });
    mkdirSync(path.join(path.dirname(treePath(entry)), '.x64-0123abcd'));
    const { all, leftovers } = await survey();
    expect(all).toMatchObject([{ ours: true, torn: true }]);
    expect(leftovers.map(({ place }) => path.basename(place))).toEqual(['.x64-0123abcd']);
    expect(await remove(async () => {})).toMatchObject({ outcome: 'removed' });
    expect(existsSync(sidecarPath(entry))).toBe(false);
  });
});

describe('a look at a tool cache', () => {
  const one = async () => (await surveyToolCache(cache.root, 24, Date.now())).all[0];
  const lonely = (change: () => void) => {
    change();
    return one();
  };

  it('takes for ours what has our sidecar', async () => {
    expect(await one()).toMatchObject({ group: 'go x64', version: '1.25.3', ours: true, torn: false });
  });

  it.each([
    ['without a sidecar', () => rmSync(sidecarPath(entry))],
    ['with one that is not to be read', () => writeFileSync(sidecarPath(entry), '{"schema":1,')],
    [
      'that another action has replaced',
      () => {
        const soon = new Date(Date.now() + 120_000);
        writeFileSync(markerPath(entry), '');
        utimesSync(markerPath(entry), soon, soon);
      },
    ],
    [
      'that another action is about to write in the place of ours',
      () => {
        const soon = new Date(Date.now() + 5000);
        rmSync(markerPath(entry));
        utimesSync(treePath(entry), soon, soon);
      },
    ],
  ])('does not take for ours a Go %s', async (_case, change) => {
    expect(await lonely(change)).toMatchObject({ ours: false });
  });

  it('knows the last use by leases, given back or not', async () => {
    const installed = Date.parse('2026-01-01T00:00:00.000Z');
    expect((await one())?.usedAt).toBe(installed);
    await takeLease(entry, job, 24);
    expect(Math.abs(Date.now() - ((await one())?.usedAt ?? 0))).toBeLessThan(60_000);
  });

  it('goes to the folders of Go alone, and to all of their architectures', async () => {
    for (const tool of ['go-0123abcd', 'node', 'go-tools'])
      putEntry({ ...entry, tool, architecture: 'arm64' }, 'go1.25.3', provenanceOf('go1.25.3'));
    const { all } = await surveyToolCache(cache.root, 24, Date.now());
    expect(all.map(({ group }) => group)).toEqual(['go x64', 'go-0123abcd arm64']);
  });

  it('of a tool cache that is not there finds nothing', async () => {
    expect(await surveyToolCache(path.join(cache.root, 'none'), 24, 0)).toEqual({ all: [], leftovers: [] });
  });
});
