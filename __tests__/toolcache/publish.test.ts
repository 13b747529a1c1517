import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { type Entry, treePath } from '../../src/toolcache/layout.ts';
import { type PublishOptions, publish } from '../../src/toolcache/publish.ts';
import { makeToolCache, provenanceOf, putEntry, writeTree } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
let entry: Entry;
let repairs: string[];

beforeEach(() => {
  cache = makeToolCache();
  entry = { root: cache.root, tool: 'go', version: '1.25.3', architecture: 'x64' };
  repairs = [];
});
afterEach(() => cache.remove());

function options(more: Partial<PublishOptions> = {}): PublishOptions {
  return {
    runner: 'test',
    lockTimeoutMs: 60_000,
    signal: new AbortController().signal,
    accepts: () => true,
    fill: async (staging) => {
      writeTree(staging, 'go1.25.3', 'x64');
      return provenanceOf('go1.25.3');
    },
    check: async () => {},
    onWait: () => {},
    onRepair: (line) => repairs.push(line),
    ...more,
  };
}

const temporary = () =>
  readdirSync(path.join(cache.root, 'go', '1.25.3')).filter((name) => name.startsWith('.'));

describe('publishing', () => {
  it('leaves a whole entry with its origin, and nothing beside it', async () => {
    expect(await publish(entry, options())).toBe('published');
    expect(await inspectEntry(entry)).toMatchObject({
      state: 'whole',
      provenance: { sha256: 'a'.repeat(64) },
    });
    expect(readdirSync(path.join(cache.root, 'go', '1.25.3')).sort()).toEqual([
      'x64',
      'x64.complete',
      'x64.setup-go-win.json',
    ]);
  });

  it('uses what another runner published meanwhile', async () => {
    putEntry(entry, 'go1.25.3');
    expect(
      await publish(entry, options({ fill: () => Promise.reject(new Error('must not be called')) })),
    ).toBe('reused');
  });

  it('replaces what is there when it will not do', async () => {
    putEntry(entry, 'go1.25.3');
    expect(await publish(entry, options({ accepts: (found) => found.provenance !== undefined }))).toBe(
      'published',
    );
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole', provenance: { official: true } });
    expect(temporary()).toEqual([]);
  });

  it.each(['fill', 'check'] as const)('leaves nothing when %s fails, and gives that error', async (stage) => {
    const cause = new SetupError('E_CHECKSUM', 'no', { remedy: 'none' });
    await expect(publish(entry, options({ [stage]: () => Promise.reject(cause) }))).rejects.toBe(cause);
    expect(existsSync(path.dirname(treePath(entry)))).toBe(false);
  });

  it('keeps a torn tree in its place until the new one is verified', async () => {
    writeTree(treePath(entry), 'go1.25.3', 'x64');
    await expect(
      publish(entry, options({ fill: () => Promise.reject(new Error('broken download')) })),
    ).rejects.toThrow('broken download');
    expect(existsSync(treePath(entry))).toBe(true);
    expect(await publish(entry, options())).toBe('published');
    expect(await inspectEntry(entry)).toMatchObject({ state: 'whole' });
  });

  it('removes what killed installations left, of every version, and says so', async () => {
    for (const version of ['1.25.3', '1.24.0']) {
      mkdirSync(path.join(cache.root, 'go', version, '.x64-0000', 'src'), { recursive: true });
    }
    await publish(entry, options());
    expect(temporary()).toEqual([]);
    expect(existsSync(path.join(cache.root, 'go', '1.24.0'))).toBe(false);
    expect(repairs).toHaveLength(2);
  });

  it('leaves its staging directory to the next run when it is cancelled, for a cancelled step has no time', async () => {
    const controller = new AbortController();
    const cancelled = options({
      signal: controller.signal,
      fill: async (staging) => {
        writeTree(staging, 'go1.25.3', 'x64');
        controller.abort(new Error('cancelled'));
        return provenanceOf('go1.25.3');
      },
    });
    await expect(publish(entry, cancelled)).rejects.toThrow('cancelled');
    expect(await inspectEntry(entry)).toEqual({ state: 'absent' });
    expect(temporary()).toHaveLength(1);
    await publish(entry, options());
    expect(temporary()).toEqual([]);
  });

  it('says E_PERMISSION where the tool cache cannot be written to', async () => {
    const failing = options({
      fill: () => Promise.reject(Object.assign(new Error('EACCES: no'), { code: 'EACCES' })),
    });
    await expect(publish(entry, failing)).rejects.toMatchObject({
      code: 'E_PERMISSION',
      message: expect.stringContaining(cache.root),
    });
  });
});
