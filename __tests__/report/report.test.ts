import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { describeFailure, reportFailure } from '../../src/report/failure.ts';
import { formatBytes, formatDuration, plainLine, progressLines, stepLog } from '../../src/report/log.ts';
import { summarizeFailure } from '../../src/report/summary.ts';

// @actions/core asks for the summary's file once.
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'report-'));
  process.env['GITHUB_STEP_SUMMARY'] = path.join(directory, 'summary');
});
beforeEach(() => writeFileSync(path.join(directory, 'summary'), ''));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const FACTS = {
  diagnostics: undefined,
  wanted: '1.26.x',
  architecture: 'x64',
  runner: 'box',
  milliseconds: 1200,
};

describe('a failure', () => {
  it('keeps code, remedy and evidence, and adds the causes underneath', () => {
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:1');
    const error = new SetupError('E_NETWORK', 'go.dev cannot be reached.', {
      remedy: 'Check the proxy.',
      evidence: ['attempt 1'],
      cause,
    });
    expect(describeFailure(error)).toMatchObject({
      code: 'E_NETWORK',
      message: 'go.dev cannot be reached.',
      remedy: 'Check the proxy.',
      evidence: ['attempt 1', 'because: connect ECONNREFUSED 127.0.0.1:1'],
    });
  });

  it('has each fact on a line of its own, whatever an answer put into it', () => {
    const cause = new Error('Invalid TOML document:\n\n::error::x');
    const error = new SetupError('E_INPUT', 'No.', { remedy: 'Do.', evidence: ['::error::y'], cause });
    expect(describeFailure(error).evidence).toEqual([
      ': :error::y',
      'because: Invalid TOML document: ::error::x',
    ]);
    const internal = new Error('boom\n::error::x');
    expect(describeFailure(internal).evidence.join('\n')).not.toMatch(/^\s*::/m);
  });

  it('that nobody expected is E_INTERNAL with its stack', () => {
    const failure = describeFailure(new TypeError('x is not a function'));
    expect(failure).toMatchObject({ code: 'E_INTERNAL', message: 'Unexpected: x is not a function.' });
    expect(failure.evidence[0]).toMatch(/^at /);
    expect(describeFailure('text').message).toBe('Unexpected: text.');
  });

  it('of a change of the machine says how that stands, in annotation and summary', async () => {
    const error = new SetupError('E_MSI_FAILED', 'The installation failed.', {
      state: 'go1.26.6 works, in C:\\Program Files\\Go.',
      remedy: 'Read the log.',
      evidence: ['exit code 1603', 'log C:\\x\\1.log', 'log C:\\x\\2.log'],
    });
    await summarizeFailure(describeFailure(error), FACTS);
    const text = readFileSync(path.join(directory, 'summary'), 'utf8');
    const rows = [...text.matchAll(/<th>(.*?)<\/th><td>(.*?)<\/td>/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(rows).toEqual([
      ['Cause', 'The installation failed.'],
      ['Now', 'go1.26.6 works, in C:\\Program Files\\Go.'],
      ['Remedy', 'Read the log.'],
    ]);
    expect(text).toContain('log C:\\x\\1.log\nlog C:\\x\\2.log');

    const before = process.exitCode;
    const lines = written(() => reportFailure(describeFailure(error)));
    process.exitCode = before;
    expect(lines.at(-1)).toBe(
      '::error title=E_MSI_FAILED%3A the installation failed::The installation failed. go1.26.6 works, in C:\\Program Files\\Go. Read the log.',
    );
    expect(lines.join('\n')).not.toContain('::group::');
  });

  it('is summarised with nothing that a hostile file name could turn into markup', async () => {
    await summarizeFailure(
      describeFailure(new SetupError('E_ARCHIVE', 'entry <script>', { remedy: 'Do.', evidence: ['<img>'] })),
      FACTS,
    );
    const text = readFileSync(path.join(directory, 'summary'), 'utf8');
    expect(text).toContain('E_ARCHIVE');
    expect(text).toContain('&lt;script&gt;');
    expect(text).toContain('&lt;img&gt;');
    expect(text).not.toContain('<script>');
  });
});

/** Lines that went to standard output meanwhile. */
function written(act: () => void): string[] {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    act();
    return write.mock.calls
      .map(([text]) => String(text))
      .join('')
      .trimEnd()
      .split('\n');
  } finally {
    write.mockRestore();
  }
}

describe('what is folded away', () => {
  it('is a group that ends with it, and none of its lines a command', () => {
    expect(written(() => stepLog.fold('Preflight: 2 findings', ['Windows 10.', '::endgroup::x']))).toEqual([
      '::group::Preflight: 2 findings',
      'Windows 10.',
      ': :endgroup::x',
      '::endgroup::',
    ]);
  });
});

describe('a line of the log', () => {
  it.each([
    ['::error::x', ': :error::x'],
    ['  ::error title=a::x', '  : :error title=a::x'],
    ['it begins: "##[error]x"', 'it begins: "## [error]x"'],
    ['because: "a\n::error::x" is no JSON', 'because: "a ::error::x" is no JSON'],
    ['a\r\n  b', 'a b'],
    ['sha256 of C::\\x', 'sha256 of C::\\x'],
  ])('%j is shown as %j, which is no command to the runner', (text, line) => {
    expect(plainLine(text)).toBe(line);
  });
});

describe('figures for people', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1500, '1.5 kB'],
    [78_924_880, '78.9 MB'],
    [2_000_000_000, '2.00 GB'],
  ])('%s bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [12, '12 ms'],
    [12_340, '12.3 s'],
    [125_000, '2 min 5 s'],
  ])('%s ms are %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  it('say nothing of work that is done within two seconds', () => {
    const lines: string[] = [];
    const log = {
      info: (line: string) => lines.push(line),
      warn: () => {},
      notice: () => {},
      debug: () => {},
      fold: () => {},
    };
    const progress = progressLines(log);
    for (let done = 0; done <= 100; done += 1) progress({ phase: 'download', done, total: 100 });
    expect(lines).toEqual([]);
  });
});
