import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { acquireLock, tryLock } from '../../src/toolcache/lock.ts';
import { makeToolCache } from './trees.ts';

let cache: ReturnType<typeof makeToolCache>;
beforeEach(() => {
  cache = makeToolCache();
});
afterEach(() => cache.remove());

describe('a lock', () => {
  const record = () => path.join(cache.root, '.setup-go-win', 'locks', 'go-1.25.3-x64.json');
  const leaveRecord = (owner: object, ageMs: number) => {
    mkdirSync(path.dirname(record()), { recursive: true });
    writeFileSync(record(), JSON.stringify({ pid: 1, runner: 'other', since: 'x', ...owner }));
    const then = new Date(Date.now() - ageMs);
    utimesSync(record(), then, then);
  };

  it('names its owner while it is held, and nobody after', async () => {
    const lock = await acquireLock(cache.root, 'go-1.25.3-x64', { runner: 'r1 run 7', timeoutMs: 100 });
    expect(JSON.parse(readFileSync(record(), 'utf8'))).toMatchObject({
      pid: process.pid,
      runner: 'r1 run 7',
    });
    await lock.release();
    expect(existsSync(record())).toBe(false);
  });

  it('of an owner on another machine is waited for while it has a heartbeat, and named in the failure', async () => {
    leaveRecord({ host: 'elsewhere' }, 5000);
    await expect(
      acquireLock(cache.root, 'go-1.25.3-x64', { runner: 'me', timeoutMs: 200 }),
    ).rejects.toMatchObject({
      code: 'E_LOCKED',
      message: expect.stringContaining('other (process 1 on elsewhere'),
      remedy: expect.stringContaining('lock-timeout'),
    });
  });

  it('of an owner on another machine is taken over after 60 s without a heartbeat', async () => {
    leaveRecord({ host: 'elsewhere' }, 61_000);
    const lock = await tryLock(cache.root, 'go-1.25.3-x64', 'me');
    expect(lock?.takenFrom?.host).toBe('elsewhere');
    await lock?.release();
  });

  it('gives way at once to a cancelled step', async () => {
    leaveRecord({ host: 'elsewhere' }, 0);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 50);
    await expect(
      acquireLock(cache.root, 'go-1.25.3-x64', {
        runner: 'me',
        timeoutMs: 60_000,
        signal: controller.signal,
      }),
    ).rejects.toThrow('cancelled');
  });

  it('of an owner whose clock is ahead is taken over when 60 s were watched without a heartbeat', async () => {
    leaveRecord({ host: 'elsewhere' }, -3_600_000);
    expect(await tryLock(cache.root, 'go-1.25.3-x64', 'me')).toBeUndefined();
    const seen = { mtimeMs: statSync(record()).mtimeMs, since: performance.now() - 61_000 };
    const lock = await tryLock(cache.root, 'go-1.25.3-x64', 'me', seen);
    expect(lock?.takenFrom?.host).toBe('elsewhere');
    await lock?.release();
  });

  it('is not taken from a living owner by a machine whose clock is ahead', async () => {
    leaveRecord({ host: 'elsewhere' }, 0);
    const real = Date.now();
    const now = jest.spyOn(Date, 'now').mockReturnValue(real + 3_600_000);
    try {
      expect(await tryLock(cache.root, 'go-1.25.3-x64', 'me')).toBeUndefined();
      const seen = { mtimeMs: 1, since: performance.now() - 61_000 };
      expect(await tryLock(cache.root, 'go-1.25.3-x64', 'me', seen)).toBeUndefined();
    } finally {
      now.mockRestore();
    }
  });

  it('of a dead owner on this machine is taken over at once, and the release leaves no record', async () => {
    leaveRecord({ host: hostname() }, 0);
    const lock = await tryLock(cache.root, 'go-1.25.3-x64', 'me');
    expect(lock?.takenFrom?.runner).toBe('other');
    await lock?.release();
    const next = await tryLock(cache.root, 'go-1.25.3-x64', 'me');
    expect(next?.takenFrom).toBeUndefined();
    await next?.release();
  });

  it('that another took over while this process slept keeps its new record', async () => {
    const lock = await tryLock(cache.root, 'go-1.25.3-x64', 'me');
    leaveRecord({ host: 'elsewhere' }, 0);
    await lock?.release();
    expect(JSON.parse(readFileSync(record(), 'utf8'))).toMatchObject({ host: 'elsewhere' });
  });
});
