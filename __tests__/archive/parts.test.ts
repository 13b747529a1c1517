import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createArrival } from '../../src/archive/arrival.ts';
import { createMeter } from '../../src/archive/meter.ts';
import { requireSpace } from '../../src/archive/target.ts';
import { createTuner } from '../../src/archive/tuner.ts';
import { failureOf } from '../../src/archive/writer-failure.ts';
import { scratch } from './scratch.ts';

describe('an arrival', () => {
  const bytes = randomBytes(1000);
  const hash = createHash('sha256').update(bytes).digest('hex');

  it('knows its bytes and hashes them in order, in whatever order they come', () => {
    const arrival = createArrival(1000);
    for (const start of [900, 300, 0, 600, 350, 100]) {
      arrival.write(start, bytes.subarray(start, start + 50));
    }
    expect(arrival.received()).toBe(300);
    expect([arrival.has(300, 400), arrival.has(300, 401), arrival.has(0, 0), arrival.has(50, 100)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(() => arrival.sha256()).toThrow(/missing|only/);
    arrival.write(500, bytes.subarray(500));
    arrival.write(0, bytes.subarray(0, 700));
    expect(arrival.has(0, 1000)).toBe(true);
    expect(arrival.sha256()).toBe(hash);
    arrival.restart();
    expect(arrival.received()).toBe(0);
  });

  it('refuses bytes beyond its end', () => {
    expect(() => createArrival(10).write(5, bytes.subarray(0, 6))).toThrow('out of bounds');
  });

  it('lets wait for bytes, until they come or the signal is aborted', async () => {
    const arrival = createArrival(10);
    const controller = new AbortController();
    const first = arrival.until(0, 5, controller.signal);
    const second = arrival.until(5, 10, controller.signal);
    arrival.write(0, bytes.subarray(0, 6));
    await first;
    controller.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    await expect(arrival.until(0, 1, controller.signal)).rejects.toThrow('enough');
  });
});

/** Feeds a tuner with files that take `cost(writers)` milliseconds, and returns where it ends. */
function tuned(cores: number, cost: (writers: number) => number): number {
  const tuner = createTuner(cores);
  for (let batch = 0; batch < 200 && !tuner.settled(); batch++) {
    const writers = tuner.wanted();
    tuner.record({ writers, files: 16, ms: 16 * cost(writers) });
  }
  expect(tuner.settled()).toBe(true);
  return tuner.wanted();
}

describe('the number of writers', () => {
  it('is that of the cores, two at most, where files are made without waiting', () => {
    expect([tuned(8, () => 0.03), tuned(1, () => 0.03), tuned(0, () => 0.03)]).toEqual([2, 1, 1]);
  });

  it('goes up where each file waits', () => {
    expect(tuned(2, () => 1.1)).toBe(12);
  });

  it('is one where creation is serialised', () => {
    expect(tuned(8, (writers) => 0.7 * writers)).toBe(1);
  });

  it('is four where that helps, though not by much', () => {
    expect(tuned(8, (writers) => Math.max(1, writers / 2))).toBe(4);
  });

  it('stays at what was enough', () => {
    expect(tuned(8, (writers) => Math.max(1, writers / 4))).toBe(4);
  });

  it('is not misled by single slow batches', () => {
    let batch = 0;
    expect(tuned(2, () => (batch++ % 4 === 3 ? 30 : 1))).toBe(12);
  });

  it('is not decided by what other numbers of writers did', () => {
    const tuner = createTuner(2);
    tuner.record({ writers: 4, files: 1000, ms: 1000 });
    tuner.record({ writers: 1, files: 0, ms: 0 });
    expect([tuner.wanted(), tuner.settled()]).toEqual([1, false]);
  });
});

describe('free space', () => {
  const tree = (size: number) => ({ files: [{ size } as never], directories: [], totalSize: size });

  it('that is too little is an E_DISK that names what is needed and what is free', async () => {
    await expect(requireSpace(scratch(), tree(2 ** 60))).rejects.toMatchObject({
      code: 'E_DISK',
      message: expect.stringMatching(/takes 1099511627776 MiB, and .* has \d+ MiB free/),
    });
  });

  it('that is enough, or unknown, is no obstacle', async () => {
    await requireSpace(scratch(), tree(100));
    await requireSpace('/there/is/no/such/place', tree(2 ** 60));
  });
});

describe('a write that fails', () => {
  it.each([
    ['ENOSPC', 'E_DISK'],
    ['EACCES', 'E_PERMISSION'],
    ['EPERM', 'E_PERMISSION'],
    ['EROFS', 'E_PERMISSION'],
    ['EBUSY', 'E_LOCKED'],
    ['EIO', 'E_DISK'],
    [undefined, 'E_ARCHIVE'],
  ])('%s is %s, and names the path', (code, expected) => {
    const error = failureOf({ kind: 'failed', path: '/t/file', code, reason: 'why' });
    expect(error).toMatchObject({ code: expected, message: expect.stringContaining('/t/file') });
  });
});

describe('progress', () => {
  it('comes at most every 100 ms, with the speed, and at the end for sure', () => {
    let time = 0;
    const seen: unknown[] = [];
    const meter = createMeter(
      (progress) => seen.push(progress),
      () => time,
    );
    for (time = 0; time < 250; time += 50) meter('download', time * 1000, 1_000_000);
    meter('download', 1_000_000, 1_000_000);
    expect(seen).toEqual([
      { phase: 'download', done: 0, total: 1_000_000 },
      { phase: 'download', done: 100_000, total: 1_000_000, bytesPerSecond: 1_000_000 },
      { phase: 'download', done: 200_000, total: 1_000_000, bytesPerSecond: 1_000_000 },
      { phase: 'download', done: 1_000_000, total: 1_000_000, bytesPerSecond: 4_000_000 },
    ]);
  });
});
