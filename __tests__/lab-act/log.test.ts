import { describe, expect, it } from '@jest/globals';
import { readActLog } from '../../lab/act/log.ts';

const job = { job: 'ci/test-1   ', jobID: 'test', matrix: { minor: '1.26' } };
const step = { ...job, step: 'Set up Go', stepID: ['go'], stage: 'Main' };

function written(lines: readonly object[]): string {
  return lines.map((line) => JSON.stringify({ level: 'info', msg: '', ...line })).join('\n');
}

describe('what act says', () => {
  it('becomes jobs with steps, outputs, paths, annotations and results', () => {
    const { jobs } = readActLog(
      written([
        { ...step, msg: 'hello\r\n', raw_output: true },
        { ...step, command: 'error', kvPairs: { title: 'E_X' }, arg: 'two\nlines', msg: '  ::error …' },
        { ...step, command: 'set-output', name: 'goroot', arg: 'C:\\go' },
        { ...step, command: 'set-env', name: 'GOROOT', arg: 'C:\\go' },
        { ...step, command: 'add-path', arg: 'C:\\go\\bin' },
        { ...step, stepResult: 'failure', executionTime: 2_500_000 },
        { ...step, stage: 'Post', stepResult: 'success' },
        { ...job, jobResult: 'failure' },
      ]),
    );
    expect(jobs).toEqual([
      {
        name: 'ci/test-1',
        id: 'test',
        matrix: { minor: '1.26' },
        result: 'failure',
        steps: [
          {
            name: 'Set up Go',
            id: 'go',
            stage: 'Main',
            result: 'failure',
            wallMs: 2.5,
            output: ['hello'],
            annotations: [{ level: 'error', properties: { title: 'E_X' }, message: 'two\nlines' }],
            outputs: { goroot: 'C:\\go' },
            env: { GOROOT: 'C:\\go' },
            paths: ['C:\\go\\bin'],
            summary: '',
          },
          expect.objectContaining({ id: 'go', stage: 'Post', result: 'success' }),
        ],
      },
    ]);
  });

  it('is kept line by line for people, a crash included', () => {
    const { log, jobs } = readActLog(
      `panic: runtime error\n${written([{ ...step, msg: 'hello\n', raw_output: true }])}\n`,
    );
    expect(log).toBe('panic: runtime error\n[ci/test-1]   | hello');
    expect(jobs.map((one) => one.result)).toEqual(['unknown']);
  });
});
