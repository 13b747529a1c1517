import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { prune } from '../src/prune.ts';
import {
  type Entry,
  lockName,
  markerPath,
  ownerFile,
  sidecarPath,
  stateDirectory,
  treePath,
} from '../src/toolcache/layout.ts';
import { dropLeases, leaseHolder, takeLease } from '../src/toolcache/leases.ts';
import { surveyToolCache } from '../src/toolcache/survey.ts';
import type { Context } from '../src/toolchain.ts';
import { makeToolCache, provenanceOf, putEntry, writeTree } from './toolcache/trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let old: Entry;
let output: string | undefined;
beforeEach(() => {
  cache = makeToolCache();
  old = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  putEntry(old, 'go1.25.3', provenanceOf('go1.25.3'));
  putEntry({ ...old, version: '1.26.1' }, 'go1.26.1', provenanceOf('go1.26.1'));
  output = process.env['GITHUB_OUTPUT'];
  process.env['GITHUB_OUTPUT'] = path.join(cache.root, 'output');
  writeFileSync(process.env['GITHUB_OUTPUT'], '');
});
afterEach(() => {
  if (output === undefined) delete process.env['GITHUB_OUTPUT'];
  else process.env['GITHUB_OUTPUT'] = output;
  cache.remove();
});

/**
 * What is left of a job that has used a Go and given its lease back, written at once: a prune that is under way would see the lease itself now and
 * then. The first test of this file compares it with what such a job writes.
 */
function writeUse(entry: Entry): void {
  const used = path.join(stateDirectory(entry.root), 'used');
  mkdirSync(used, { recursive: true });
  writeFileSync(path.join(used, lockName(entry)), '');
}

const filesOfState = () =>
  readdirSync(stateDirectory(cache.root), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name));

it('knows what a job leaves that has given its lease back', async () => {
  await dropLeases([await takeLease(old, leaseHolder({ RUNNER_NAME: 'b' }), 24)]);
  const left = filesOfState();
  expect(left).toHaveLength(1);
  for (const file of left) rmSync(file);
  writeUse(old);
  expect(filesOfState()).toEqual(left);
});

/** Prunes all but the newest version. @param meanwhile done when the plan is told, and nothing is removed yet @returns log and audit */
async function pruneAllButOne(meanwhile: () => void, toolCaches = [cache.root]) {
  const said: string[] = [];
  const audited: string[] = [];
  await prune({
    inputs: {
      goVersions: [],
      goVersionFile: '',
      keepVersions: 1,
      leaseHours: 24,
      dryRun: false,
      summary: 'never',
    },
    host: { toolCaches, runner: 'test' },
    log: {
      info(line: string) {
        said.push(line);
        if (line.startsWith('remove ')) meanwhile();
      },
      warn: (line: string) => void said.push(line),
    },
    audit: { record: async ({ target }: { target: string }) => void audited.push(target) },
    timeline: { addBytes() {} },
    signal: new AbortController().signal,
  } as unknown as Context);
  return { said, audited };
}

it('removes what the plan says, where nothing has changed since', async () => {
  const { audited } = await pruneAllButOne(() => {});
  expect(existsSync(path.dirname(treePath(old)))).toBe(false);
  expect(audited).toEqual([treePath(old)]);
});

it('takes away what killed runs left in the locks, and no record of a living one', async () => {
  const names = () =>
    readdirSync(path.dirname(ownerFile(cache.root, 'any'))).filter((name) => !name.endsWith('.lock'));
  const living = { host: 'elsewhere', pid: 7, runner: 'living', since: new Date().toISOString() };
  mkdirSync(path.dirname(ownerFile(cache.root, 'any')), { recursive: true });
  writeFileSync(ownerFile(cache.root, 'go-1.26.1-x64'), JSON.stringify(living));
  writeFileSync(ownerFile(cache.root, 'go-1.24.9-x64'), JSON.stringify({ ...living, host: hostname() }));
  writeFileSync(`${ownerFile(cache.root, 'go-1.24.8-x64')}.new`, '{}');
  expect(names()).toHaveLength(3);
  // One killed after the last file, and one that somebody else may be about to fill.
  for (const version of ['1.24.9', '1.24.7'])
    mkdirSync(path.dirname(treePath({ ...old, version })), { recursive: true });
  await pruneAllButOne(() => {});
  expect(names().filter((name) => name.startsWith('go-1.24.'))).toEqual([]);
  expect(readdirSync(path.join(cache.root, 'go')).sort()).toEqual(['1.24.7', '1.26.1']);
  expect(JSON.parse(readFileSync(ownerFile(cache.root, 'go-1.26.1-x64'), 'utf8'))).toEqual(living);
});

it('takes away what killed runs left of other files of ours there, and none that is being written', async () => {
  const state = stateDirectory(cache.root);
  const before = new Date(Date.now() - 2 * 3_600_000);
  const put = (name: string, at: Date) => {
    mkdirSync(path.dirname(path.join(state, name)), { recursive: true });
    writeFileSync(path.join(state, name), '');
    utimesSync(path.join(state, name), at, at);
  };
  for (const name of ['sumdb-a.json', 'sumdb-a.json.0123abcd', 'locks/go-1.25.3-x64.json.0123abcd'])
    put(name, before);
  put('sumdb-a.json.00000000', new Date());
  await pruneAllButOne(() => {});
  const left = filesOfState().map((file) => path.basename(file));
  expect(left.filter((name) => name.includes('.json')).sort()).toEqual([
    'sumdb-a.json',
    'sumdb-a.json.00000000',
  ]);
});

it.each<[string, string, () => void]>([
  ['a job has used and given back', 'a job has used it', () => writeUse(old)],
  [
    'another action, which takes no lock, has replaced',
    'another action has replaced it',
    () => {
      rmSync(sidecarPath(old));
      writeTree(treePath(old), 'go1.25.3', 'x64');
    },
  ],
  [
    'another action is writing',
    'another action has replaced it',
    () => {
      const soon = new Date(Date.now() + 5000);
      rmSync(markerPath(old));
      utimesSync(treePath(old), soon, soon);
    },
  ],
])('keeps a Go that, since the plan was made, %s', async (_case, reason, meanwhile) => {
  const { said, audited } = await pruneAllButOne(meanwhile);
  expect(said).toContain(`Left ${treePath(old)} alone: meanwhile ${reason}`);
  expect(existsSync(treePath(old))).toBe(true);
  expect(audited).toEqual([]);
});

it.each<[string, (elsewhere: string) => string]>([
  ['its folder', () => path.dirname(path.dirname(treePath(old)))],
  ['its version', () => path.dirname(treePath(old))],
  ['its tree', () => treePath(old)],
])(
  'leaves a Go that a link in the place of %s leads to: it may be in use elsewhere',
  async (_case, place) => {
    const elsewhere = path.join(cache.root, 'elsewhere');
    renameSync(place(elsewhere), elsewhere);
    symlinkSync(elsewhere, place(elsewhere), 'junction');
    const snapshot = () => readdirSync(elsewhere, { recursive: true }).sort();
    const before = snapshot();
    const { said, audited } = await pruneAllButOne(() => {});
    expect(said.find((line) => line.startsWith(`leave   ${treePath(old)}: `))).toMatch(/a link leads there/);
    expect(snapshot()).toEqual(before);
    expect(audited).toEqual([]);
  },
);

it.each(['1.25.2', '1.25.4'])(
  'leaves a copy of a Go with the record of the first, under another name: %s',
  async (name) => {
    const copy = { ...old, version: name };
    cpSync(path.dirname(treePath(old)), path.dirname(treePath(copy)), { recursive: true });
    const { said } = await pruneAllButOne(() => {});
    expect(said).toContain(`leave   ${treePath(copy)}: not put there by this action`);
    expect(existsSync(treePath(copy))).toBe(true);
    expect(existsSync(treePath(old))).toBe(false);
  },
);

it('keeps by keep-days no Go for ever that was installed by a clock which was set back since, when a job has used it', async () => {
  const later = { ...provenanceOf('go1.25.3'), installedAt: '2099-01-01T00:00:00.000Z' };
  writeFileSync(sidecarPath(old), JSON.stringify(later));
  await dropLeases([await takeLease(old, leaseHolder({ RUNNER_NAME: 'b' }), 24)]);
  const [survey] = (await surveyToolCache(cache.root, 24, Date.now())).all.slice(-1);
  expect(survey?.version).toBe('1.25.3');
  expect(Math.abs((survey?.usedAt ?? 0) - Date.now())).toBeLessThan(60_000);
});

it('keeps a Go that was torn when the plan was made, and installed anew since', async () => {
  rmSync(markerPath(old));
  const { said } = await pruneAllButOne(() => writeFileSync(markerPath(old), ''));
  expect(said).toContain(`Left ${treePath(old)} alone: meanwhile it was installed anew`);
  expect(existsSync(treePath(old))).toBe(true);
});

it('has nothing to remove where the Go is gone since the plan was made', async () => {
  const { said, audited } = await pruneAllButOne(() => {
    rmSync(path.dirname(treePath(old)), { recursive: true });
    mkdirSync(path.dirname(treePath(old)));
  });
  expect(said).toContain(`Left ${treePath(old)} alone: meanwhile something else removed it`);
  expect(audited).toEqual([]);
});

it('that fails at the second tool cache sets outputs of what it has done in the first', async () => {
  const second = makeToolCache();
  try {
    mkdirSync(path.join(second.root, '.setup-go-win'));
    writeFileSync(path.join(second.root, '.setup-go-win', 'leases'), '');
    const failing = pruneAllButOne(() => {}, [cache.root, second.root]);
    await expect(failing).rejects.toMatchObject({
      code: 'E_PERMISSION',
      message: expect.stringContaining(second.root),
    });
  } finally {
    second.remove();
  }
  expect(existsSync(treePath(old))).toBe(false);
  const outputs = readFileSync(process.env['GITHUB_OUTPUT'] ?? '', 'utf8');
  const [, bytes] = /^bytes-freed<<.*\r?\n(\d+)/m.exec(outputs) ?? [];
  const [, pruned] = /^pruned<<.*\r?\n(\[.*)/m.exec(outputs) ?? [];
  expect(Number(bytes)).toBeGreaterThan(0);
  expect(JSON.parse(pruned ?? '')).toMatchObject([{ 'go-version': '1.25.3', goroot: treePath(old) }]);
  expect(outputs).not.toContain('error-code');
});
