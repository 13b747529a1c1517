import { expect, it } from '@jest/globals';
import type { Log } from '../../src/report/log.ts';
import { startTranscript } from '../../src/report/transcript.ts';

function started() {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const log: Log = {
    info: say,
    warn: say,
    notice: say,
    debug: say,
    fold: (title, lines) => void said.push(title, ...lines),
  };
  return { said, transcript: startTranscript(log, (text) => text.replaceAll('hush', '***')) };
}

it('remembers each line as it was said, debug lines too, with its time', () => {
  const { said, transcript } = started();
  transcript.log.info('one');
  transcript.log.debug('two hush');
  transcript.log.fold('three', ['four hush']);
  expect(said).toEqual(['one', 'two ***', 'three', 'four ***']);
  const shapes = transcript.lines().map((line) => line.replace(/^ *\d+ ms/, 'T'));
  expect(shapes).toEqual([
    'T  info    one',
    'T  debug   two ***',
    'T  fold    three',
    'T  fold      four ***',
  ]);
});

it('is silent once it is closed', () => {
  const { said, transcript } = started();
  transcript.log.info('one');
  transcript.close();
  transcript.log.info('two');
  transcript.log.fold('three', []);
  expect([said, transcript.lines().length]).toEqual([['one'], 1]);
});

it('keeps the first and the newest of very many lines, and says how many it dropped', () => {
  const { transcript } = started();
  for (let number = 0; number < 100_000; number++) transcript.log.debug(`line ${number}`);
  const lines = transcript.lines();
  expect(lines.length).toBe(20_001);
  expect(lines[0]).toMatch(/ line 0$/);
  expect(lines[999]).toMatch(/ line 999$/);
  expect(lines[1000]).toBe('(80000 lines are left out here: the log is longer than is kept)');
  expect(lines[1001]).toMatch(/ line 81000$/);
  expect(lines.at(-1)).toMatch(/ line 99999$/);
});

it('keeps no more of very long lines than it may', () => {
  const { transcript } = started();
  for (let number = 0; number < 1000; number++) transcript.log.debug('x'.repeat(50_000));
  expect(transcript.lines().join('\n').length).toBeLessThan(4_200_000);
});
