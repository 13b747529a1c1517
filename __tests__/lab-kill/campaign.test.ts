import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Played, playCampaign } from '../../lab/kill/campaign.ts';
import type { Outcome } from '../../lab/kill/outcome.ts';
import type { Way } from '../../lab/kill/ways.ts';
import type { WindowsLab } from '../../lab/windows/lab.ts';

let evidence: string;
beforeEach(() => {
  evidence = mkdtempSync(path.join(tmpdir(), 'kill-evidence-'));
});
afterEach(() => rmSync(evidence, { recursive: true, force: true }));

/** Rounds without any Windows: what the campaign makes of them is looked at here. */
function fakeWay(play: (index: number) => Outcome): Way {
  return {
    name: 'zip',
    steps: ['lock taken'],
    rounds: Array.from({ length: 6 }, (_, index) => ({
      kill: { kind: 'step', step: 'lock taken', delayMs: index },
      text: `round ${index}`,
    })),
    withStage: async (_lab, _say, work) =>
      await work({
        stepMs: 1000,
        play: async (index) => play(index),
        keep: async (directory) => {
          await mkdir(directory, { recursive: true });
          await writeFile(path.join(directory, 'x64.complete'), '');
        },
      }),
  };
}

const right: Outcome = {
  killedAfter: 'lock taken',
  said: ['installed'],
  violations: [],
  recoveryMs: 1000,
  killedLog: 'the killed one\n',
  log: 'the next one\n',
};

async function played(play: (index: number) => Outcome, only?: ReadonlySet<number>): Promise<Played[]> {
  const told: Played[] = [];
  const lab = { dispose: async () => {} } as unknown as WindowsLab;
  const rounds = await playCampaign([fakeWay(play)], {
    seed: 7,
    jobs: 2,
    only,
    evidence,
    openWindows: async () => lab,
    say: () => {},
    onPlayed: (one) => void told.push(one),
  });
  expect(told).toEqual(rounds);
  return rounds;
}

it('plays each round once, whoever plays it', async () => {
  const rounds = await played(() => right);
  expect(rounds.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(rounds.flatMap(({ problems }) => problems)).toEqual([]);
  expect((await played(() => right, new Set([2, 5]))).map(({ index }) => index).sort()).toEqual([1, 4]);
  expect(existsSync(path.join(evidence, 'zip-2'))).toBe(false);
});

it('keeps what there is to see of a round that went wrong', async () => {
  const rounds = await played((index) => (index === 3 ? { ...right, violations: ['left over: x'] } : right));
  expect(rounds.filter(({ problems }) => problems.length > 0).map(({ index }) => index)).toEqual([3]);
  const kept = (...names: string[]) => readFileSync(path.join(evidence, 'zip-4', ...names), 'utf8');
  expect(JSON.parse(kept('round.json'))).toMatchObject({
    way: 'zip',
    round: 4,
    of: 6,
    seed: 7,
    plan: { text: 'round 3' },
    problems: ['left over: x'],
  });
  expect(kept('killed.log')).toBe('the killed one\n');
  expect(kept('next.log')).toBe('the next one\n');
  expect(kept('left', 'x64.complete')).toBe('');
});

it('counts a round that could not be played as one that failed, and goes on', async () => {
  const rounds = await played((index) => {
    if (index === 0) throw new Error('a run was through 8 times');
    return right;
  });
  expect(rounds).toHaveLength(6);
  const lost = rounds.find(({ index }) => index === 0);
  expect(lost?.outcome).toBeUndefined();
  expect(lost?.problems[0]).toMatch(/a run was through 8 times/);
  expect(existsSync(path.join(evidence, 'zip-1', 'round.json'))).toBe(true);
});
