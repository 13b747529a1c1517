import { expect, it } from '@jest/globals';
import type { Played } from '../../lab/kill/campaign.ts';
import { reportOf, stepsWithoutKill } from '../../lab/kill/report.ts';

const WAYS = [
  { name: 'zip', steps: ['lock taken', 'marker written'] },
  { name: 'msi', steps: ['journal opened'] },
];

function played(way: Played['way'], killedAfter: string, aimedAt: string | undefined, recoveryMs: number) {
  const said = killedAfter === 'marker written' ? ['hit'] : ['installed'];
  const outcome = { killedAfter, said, violations: [], recoveryMs, killedLog: '', log: '' };
  return { way, index: 0, aimedAt, outcome, problems: [] } satisfies Played;
}

const rounds: Played[] = [
  played('zip', 'lock taken', 'lock taken', 1000),
  played('zip', 'lock taken', undefined, 2000),
  { ...played('zip', 'lock taken', undefined, 6000), problems: ['left over'] },
  { ...played('zip', 'lock taken', undefined, 4000) },
  played('zip', 'marker written', 'lock taken', 300),
  { way: 'msi', index: 0, aimedAt: 'journal opened', outcome: undefined, problems: ['never seen'] },
];

it('is a table by way and step, with what failed and how long it took', () => {
  const cells = reportOf(WAYS, rounds).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  expect(cells.every(({ length }) => length === 9)).toBe(true);
  expect(cells.slice(2)).toEqual([
    ['zip', 'nothing seen yet', '0', '0', '', '0', '0', '', ''],
    ['zip', 'lock taken', '4', '2', 'installed', '3', '1', '3.0 s', '6.0 s'],
    ['zip', 'marker written', '1', '0', 'hit', '1', '0', '0.3 s', '0.3 s'],
    ['**zip**', '**in all**', '5', '2', '', '4', '1', '2.0 s', '6.0 s'],
    ['msi', 'nothing seen yet', '0', '0', '', '0', '0', '', ''],
    ['msi', 'journal opened', '0', '1', '', '0', '0', '', ''],
    ['msi', 'not played', '1', '0', '', '0', '1', '', ''],
    ['**msi**', '**in all**', '1', '1', '', '0', '1', '', ''],
    ['**both**', '**in all**', '6', '3', '', '4', '2', '2.0 s', '6.0 s'],
  ]);
});

it('names the steps that no kill was aimed at', () => {
  expect(stepsWithoutKill(WAYS, rounds)).toEqual(['zip: marker written', 'msi: journal opened']);
});
