import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Moment } from '../../lab/kill/plan.ts';
import type { ZipRound } from '../../lab/kill/zip-plan.ts';
import { askWindows, playZipRound, type ZipScene } from '../../lab/kill/zip-round.ts';
import { withZipScene } from '../../lab/kill/zip-scene.ts';
import type { ZipStep } from '../../lab/kill/zip-steps.ts';
import { describeWindows } from '../../lab/windows/suite.ts';
import { lockFile, lockName } from '../../src/toolcache/layout.ts';

jest.setTimeout(300_000);

const at = (step: ZipStep, delayMs = 0): Moment<ZipStep> => ({ kind: 'step', step, delayMs });
const ROUNDS: readonly ZipRound[] = [
  { start: { kind: 'empty' }, kill: at('unpacking', 20) },
  { start: { kind: 'empty' }, kill: at('write test') },
  { start: { kind: 'torn' }, kill: at('lock taken') },
  { start: { kind: 'torn' }, kill: at('old tree moved aside') },
  { start: { kind: 'empty' }, kill: at('tree in place') },
  { start: { kind: 'empty' }, kill: at('sidecar written') },
  { start: { kind: 'empty' }, kill: at('audit line written') },
  { start: { kind: 'whole' }, kill: at('environment written') },
  { start: { kind: 'killed', at: at('staging made') }, kill: { kind: 'time', fraction: 0.5 } },
];

// Many more of them, at every step and at random: npm run kill.
await describeWindows('a run that is killed', (lab) => {
  let scene: ZipScene;
  let close = () => {};
  let closed: Promise<void>;
  beforeAll(async () => {
    await new Promise<void>((resolve, reject) => {
      closed = withZipScene(lab, { say: () => {} }, async (opened) => {
        scene = opened;
        const closing = new Promise<void>((end) => {
          close = end;
        });
        resolve();
        await closing;
      });
      closed.catch(reject);
    });
  });
  afterAll(async () => {
    close();
    await closed;
  });

  describe('leaves nothing that the next run does not put right', () => {
    it.each(ROUNDS)('%j', async (round) => {
      const { violations, log, killedAfter } = await playZipRound(round, scene);
      expect({ violations, log: violations.length > 0 ? log : '' }).toEqual({ violations: [], log: '' });
      // What comes next may be seen as well before the process is gone.
      expect(killedAfter).not.toBe(round.kill.kind === 'step' ? 'nothing seen yet' : '');
    });
  });

  it('would be noticed, were the tree another one than is wanted', async () => {
    const wanted = new Map([...scene.wanted, ['src/never.go', { size: 1, crc: 1 }]]);
    const round: ZipRound = { start: { kind: 'empty' }, kill: at('staging made') };
    const { violations } = await playZipRound(round, { ...scene, wanted });
    expect(violations).toEqual([expect.stringMatching(/1 of \d+ files missing \(src\/never\.go\)/)]);
  });

  it('would be noticed, were the lock held by somebody who is not there any more', async () => {
    const { runner, entry } = scene;
    expect(await askWindows(runner, entry)).toEqual({ goVersion: scene.answer, lockFree: true });
    const file = lockFile(runner.toolCache.windows, lockName(entry)).replaceAll('/', '\\');
    const script = `require('fs').openSync(${JSON.stringify(file)}, 2 | 0x10000000); console.log('held'); setTimeout(() => {}, 60_000)`;
    const stdoutFile = `${runner.directory.host}/holder.log`;
    const holder = lab.spawn(lab.node, ['-e', script], { env: lab.baseEnvironment, stdoutFile });
    try {
      for (let tries = 0; (await askWindows(runner, entry)).lockFree; tries++) expect(tries).toBeLessThan(50);
    } finally {
      holder.kill();
      await holder.exited;
    }
  });
});
