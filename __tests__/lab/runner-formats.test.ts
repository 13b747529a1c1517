import { describe, expect, it } from '@jest/globals';
import { readLogCommands } from '../../lab/runner-commands.ts';
import { FileCommandError, parseKeyValueFile, parsePathFile } from '../../lab/runner-files.ts';

describe('file commands', () => {
  it('reads plain and multi-line values, and keeps their line ends', () => {
    expect(parseKeyValueFile('\uFEFFa=1=2\r\n\r\nb<<E\r\nx\r\n\r\ny=<<\r\nE\r\nc=\n')).toEqual({
      a: '1=2',
      b: 'x\r\n\r\ny=<<',
      c: '',
    });
    expect(parseKeyValueFile('empty<<E\nE')).toEqual({ empty: '' });
    expect(parseKeyValueFile('')).toEqual({});
  });

  it.each(['no equals sign', '=nameless', 'a<<', 'a<<E\nvalue', 'a<<E\nE of another'])(
    'refuses %j',
    (text) => {
      expect(() => parseKeyValueFile(text)).toThrow(FileCommandError);
    },
  );

  it('reads the lines of GITHUB_PATH', () => {
    expect(parsePathFile('C:\\a b\r\n\r\nC:\\c\n')).toEqual(['C:\\a b', 'C:\\c']);
  });
});

describe('log commands', () => {
  it('hides masked values, longest first, and the lines of long ones', () => {
    const { log } = readLogCommands(
      '::add-mask::abc\n::add-mask::abcdef\n::add-mask::x1%0Ay2\nabcdef abc y2 x1\n',
      ['old'],
    );
    expect(log.split('\n').at(-2)).toBe('*** *** *** ***');
    expect(readLogCommands('old news', ['old']).log).toBe('*** news\n');
    expect(readLogCommands('::add-mask::pw\n::error::bad pw').annotations).toEqual([
      { level: 'error', message: 'bad ***' },
    ]);
  });

  it('leaves commands alone while they are stopped', () => {
    const said = readLogCommands('::stop-commands::tok\n::error::quoted\n::tok::\n::error::real');
    expect(said.annotations.map((annotation) => annotation.message)).toEqual(['real']);
  });

  it('takes legacy outputs and state, and refuses what runners have disabled', () => {
    const said = readLogCommands('::set-output name=a::1\n::save-state name=b::2\n::set-env name=c::3\n');
    expect(said).toMatchObject({ outputs: { a: '1' }, state: { b: '2' } });
    expect(said.annotations).toEqual([{ level: 'error', message: 'The `set-env` command is disabled.' }]);
  });

  it('tells of a group that is still open', () => {
    expect(readLogCommands('::group::a\nb').openGroup).toBe(true);
    expect(readLogCommands('::group::a\n::endgroup::').openGroup).toBe(false);
  });
});
