import { expect, it } from '@jest/globals';
import { parseWaves, percent, reached } from '../../src/fleet/shares.ts';

it.each([
  ['10%', 0.1],
  [' 7.5 %', 0.075],
  ['100%', 1],
])('reads the percentage %j as %j', (text, share) => {
  expect(parseWaves(text, 6)).toEqual({ waves: [{ kind: 'share', share }] });
});

it.each(['0%', '101%', '-1%', '1e1%', '0', '1.5'])('refuses %j as a wave', (text) => {
  expect(parseWaves(text, 6)).toEqual({ wrong: `"${text}" is neither a percentage nor a number of runners` });
});

it('reads waves of shares and of numbers', () => {
  expect(parseWaves('1, 5 ,\n 10%,100%,', 6)).toEqual({
    waves: [
      { kind: 'count', count: 1 },
      { kind: 'count', count: 5 },
      { kind: 'share', share: 0.1 },
      { kind: 'share', share: 1 },
    ],
  });
});

it.each([
  ['', 'it names no wave'],
  ['5%, 5%', '"5%" reaches no further than the wave before it'],
  ['10, 50%, 9', '"9" reaches no further than the wave before it'],
  [' , ', 'it names no wave'],
  ['0%, 10%', '"0%" is neither a percentage nor a number of runners'],
  ['a few', '"a few" is neither a percentage nor a number of runners'],
  ['1,2,3,4,5,6,7', 'it names 7 waves, and the workflow has room for 6'],
])('refuses waves %j', (text, wrong) => {
  expect(parseWaves(text, 6)).toEqual({ wrong });
});

it.each([
  [0.05, 50, 3],
  [0.07, 100, 7],
  [0.01, 1, 1],
  [1, 1535, 1535],
  [0.5, 0, 0],
])('a share of %d reaches, of %d runners, %d', (share, of, count) => {
  expect(reached({ kind: 'share', share }, of)).toBe(count);
});

it('a number reaches all there are at most', () => {
  expect(reached({ kind: 'count', count: 10 }, 4)).toBe(4);
  expect(percent(0.0749)).toBe('7.5%');
});
