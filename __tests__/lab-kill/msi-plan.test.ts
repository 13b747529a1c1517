import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { MSI_SIGHTS, planMsiRounds } from '../../lab/kill/msi-plan.ts';
import { watchJournal } from '../../lab/kill/msi-watch.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'msi-watch-'));
  mkdirSync(path.join(root, '.setup-go-win', 'locks'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('plans the same rounds for the same seed, of every kind and aimed at every part of a change', () => {
  const rounds = planMsiRounds(500, 1);
  expect(planMsiRounds(500, 1)).toEqual(rounds);
  expect(planMsiRounds(500, 2)).not.toEqual(rounds);
  const sights = rounds.flatMap(({ kill }) => (kill.kind === 'sight' ? [kill.sight] : []));
  expect(new Set(sights)).toEqual(new Set(MSI_SIGHTS));
  expect(new Set(rounds.map(({ work }) => work))).toEqual(new Set(['upgrade', 'failing', 'uninstall']));
  // Only an upgrade has another version to go on to.
  expect(rounds.filter(({ work, next }) => work !== 'upgrade' && next === 'wanted')).toEqual([]);
});

it('sees in the journal where a change is', async () => {
  const journal = path.join(root, 'journal.json');
  const write = (...attempts: object[]) => writeFileSync(journal, JSON.stringify({ details: { attempts } }));
  let tell = () => {};
  const seen = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const watching = watchJournal(root, 'ended', () => tell());
  try {
    expect(watching.phase()).toBe('before the journal');
    write();
    expect(watching.phase()).toBe('journal, msiexec not begun');
    write({ pid: 7 });
    expect(watching.phase()).toBe('msiexec at work');
    write({ pid: 7, exitCode: 1603 });
    expect(watching.phase()).toBe('msiexec ended');
    await seen;
    write({ pid: 7, exitCode: 1603 }, { pid: 8 });
    expect(watching.phase()).toBe('recovery or repair');
  } finally {
    watching.close();
  }
});
