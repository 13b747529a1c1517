import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { type Entry, markerPath, treePath } from '../../src/toolcache/layout.ts';
import { explainRefusal, overcomeRefusal, type RefusalOptions } from '../../src/toolcache/refusal.ts';
import type { PowerShell } from '../../src/windows/powershell.ts';
import { makeToolCache, putEntry } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  putEntry(entry, 'go1.25.3');
});
afterEach(() => cache.remove());

const refused = (code: string, place: string) =>
  Object.assign(new Error(`${code}: refused`), { code, path: place });

const ORPHAN = {
  pid: 4711,
  name: 'gopls.exe',
  path: 'C:\\x\\gopls.exe',
  started: '2',
  parent: 3,
  parentThere: false,
};

/** Nobody is known to hold a file; these run from the tree. */
function running(...processes: object[]): PowerShell {
  return async (script) => ({ value: script.includes('RmGetList') ? null : [...processes, { hidden: 12 }] });
}

async function explain(error: unknown, options: RefusalOptions): Promise<SetupError> {
  const failure = await explainRefusal(error, 'install into', path.dirname(treePath(entry)), entry, options);
  if (!(failure instanceof SetupError)) throw failure;
  return failure;
}

describe('a refused change of the tool cache, PowerShell’s answers being injected', () => {
  it('of a tree that programs run from is a lock, and names them', async () => {
    const failure = await explain(refused('EPERM', treePath(entry)), { powershell: running(ORPHAN) });
    expect(failure.code).toBe('E_LOCKED');
    expect(failure.message).toMatch(
      /programs run from it\. Holders: gopls\.exe \(process 4711, left behind by process 3, which is gone\): C:\\x\\gopls\.exe\.$/,
    );
    expect(failure.remedy).toMatch(/taskkill \/F \/PID 4711.*stop-holders: true/);
    expect(failure.evidence).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^refused on .*x64$/),
        expect.stringMatching(/directories that another process has open: none/),
        expect.stringMatching(/run from .*: 1 \(12 do not show/),
      ]),
    );
  });

  it('that is denied though nobody is in the way is for want of a right, and says what was looked at', async () => {
    const failure = await explain(refused('EPERM', treePath(entry)), { powershell: running() });
    expect(failure.code).toBe('E_PERMISSION');
    expect(failure.evidence.join('\n')).toMatch(
      /run from .*: none \(12 .*\n.*nobody was found to have it open; a shell/s,
    );
  });

  it('of a file that nobody has open is for want of a right, whoever runs from beside it', async () => {
    const failure = await explain(refused('EPERM', markerPath(entry)), { powershell: running(ORPHAN) });
    expect(failure.code).toBe('E_PERMISSION');
  });

  it('that Windows calls a sharing violation is a lock, also when its holder is gone by then', async () => {
    const failure = await explain(refused('EBUSY', markerPath(entry)), { powershell: running() });
    expect([failure.code, failure.message]).toEqual([
      'E_LOCKED',
      expect.stringContaining('was not seen any more'),
    ]);
  });

  it('gives who names the directory as a hint only', async () => {
    const shell = { pid: 9, name: 'cmd.exe', commandLine: 'cmd /k cd x64', mentions: true };
    const failure = await explain(refused('EBUSY', treePath(entry)), { powershell: running(shell) });
    expect(failure.message).toContain(
      'Perhaps: cmd.exe (process 9, perhaps: its command line names the directory)',
    );
    expect(failure.remedy).not.toContain('taskkill');
  });

  it.each<[string, RefusalOptions]>([
    ['a search that hangs', { powershell: () => new Promise(() => {}), budgetMs: 200 }],
    ['a search that fails', { powershell: async () => Promise.reject(new Error('defect')) }],
    ['a cancelled step', { powershell: () => new Promise(() => {}), signal: AbortSignal.abort() }],
  ])('is not hidden by %s', async (_case, options) => {
    const failure = await explain(refused('EBUSY', markerPath(entry)), options);
    expect(failure).toMatchObject({ code: 'E_LOCKED', cause: { code: 'EBUSY' } });
    expect(failure.evidence).toHaveLength(1);
  });

  it('that is cancelled during the search ends it', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const options = { powershell: () => new Promise<never>(() => {}), signal: controller.signal };
    expect((await explain(refused('EBUSY', markerPath(entry)), options)).code).toBe('E_LOCKED');
  });

  it('leaves every other error as it is', async () => {
    const full = await explain(refused('ENOSPC', markerPath(entry)), {});
    expect(full.code).toBe('E_DISK');
    await expect(overcomeRefusal(new Error('defect'), async () => 1, entry, {})).rejects.toThrow('defect');
  });
});

describe('with stop-holders', () => {
  const busy = () => refused('EBUSY', treePath(entry));
  const options = (ended: number, seen: string[] = []): RefusalOptions => ({
    powershell: running(ORPHAN),
    stop: async (holders, tree) => {
      seen.push(...holders.map(({ name }) => `${name} ${tree === treePath(entry)}`));
      return ended;
    },
  });

  it('the change is tried once more after somebody was ended', async () => {
    const seen: string[] = [];
    expect(await overcomeRefusal(busy(), async () => 'done', entry, options(1, seen))).toBe('done');
    expect(seen).toEqual(['gopls.exe true']);
  });

  it('and only once: the second refusal is explained', async () => {
    let tries = 0;
    const change = async () => {
      tries++;
      throw busy();
    };
    await expect(overcomeRefusal(busy(), change, entry, options(1))).rejects.toMatchObject({
      code: 'E_LOCKED',
      remedy: expect.not.stringContaining('stop-holders'),
    });
    expect(tries).toBe(1);
  });

  it('nothing is tried again where nobody was ended', async () => {
    const never = async () => {
      throw new Error('tried');
    };
    await expect(overcomeRefusal(busy(), never, entry, options(0))).rejects.toMatchObject({
      code: 'E_LOCKED',
    });
  });

  it('nobody is ended for a change that is refused for want of a right', async () => {
    const seen: string[] = [];
    const denied = refused('EACCES', markerPath(entry));
    await expect(overcomeRefusal(denied, async () => 1, entry, options(1, seen))).rejects.toMatchObject({
      code: 'E_PERMISSION',
    });
    expect(seen).toEqual([]);
  });
});
