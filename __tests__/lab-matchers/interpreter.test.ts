import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../lab/matchers/config.ts';
import { type MatcherList, matcherList } from '../../lab/matchers/interpreter.ts';

const checkout = { workspace: '/w', isFile: (file: string) => file.endsWith('.go') };
const config = (...problemMatcher: object[]) => JSON.stringify({ problemMatcher });
const opened = (...matchers: object[]) => {
  const list = matcherList(checkout);
  list.add(config(...matchers));
  return list;
};
/** The messages that lines give, with their owner. */
const read = (list: MatcherList, ...lines: string[]) =>
  lines
    .map((line) => list.read(line))
    .flatMap((issue) => (issue ? [`${issue.owner}: ${issue.message}`] : []));

const word = (owner: string, regexp: string) => ({ owner, pattern: [{ regexp, message: 1 }] });
const chain = (owner: string, ...regexps: string[]) => ({
  owner,
  pattern: regexps.map((regexp, index) => ({ regexp, ...(index === 0 ? { message: 1 } : {}) })),
});

// What is expected is what actions/runner does, read in its source (IssueMatcher.cs, OutputManager.cs, ExecutionContext.cs).
describe('a matcher of several lines', () => {
  it('of two: the second has to follow the first at once', () => {
    const list = opened(chain('two', '^(a.*)', '^b'));
    expect(read(list, 'a1', 'b', 'a2', 'x', 'b', 'b')).toEqual(['two: a1']);
  });

  it('loops over lines that follow each other, and an empty message is no issue but keeps the loop', () => {
    const loop = { regexp: '^ +(\\d?)$', message: 1, loop: true };
    const list = opened({ owner: 'loop', pattern: [{ regexp: '^a' }, loop] });
    expect(read(list, ' 1', 'a', ' 2', ' ', ' 3', 'x', ' 4')).toEqual(['loop: 2', 'loop: 3']);
  });

  it('of four: what the second held stays until something matches, as the runner has it', () => {
    const list = opened(chain('four', '^(a.*)', '^b', '^c', '^d'));
    expect(read(list, 'a1', 'b', 'x', 'x', 'c', 'd', 'c', 'd')).toEqual(['four: a1']);
    expect(read(list, 'a2', 'x', 'b', 'c', 'd')).toEqual([]);
    expect(read(list, 'a3', 'b', 'c', 'x', 'd')).toEqual([]);
  });

  it('forgets when another one matches, an issue or not, and when a step begins', () => {
    const list = opened(chain('two', '^(a.*)', '^b'), word('other', '^(x|)$'));
    expect(read(list, 'a1', 'x', 'b')).toEqual(['other: x']);
    expect(read(list, 'a2', '', 'b', 'a3')).toEqual([]);
    list.startStep();
    expect(read(list, 'b')).toEqual([]);
  });
});

describe('several matchers', () => {
  it('are asked from the newest file on, within a file in its order, and one takes the line', () => {
    const list = opened(word('first', '(.+)'), word('second', '(.+)'));
    expect(read(list, 'x')).toEqual(['first: x']);
    list.add(config(word('newest', '(y)')));
    expect(list.owners()).toEqual(['newest', 'first', 'second']);
    expect(read(list, 'y', 'x')).toEqual(['newest: y', 'first: x']);
  });

  it('replace those of the same owner, in whatever case, and are removed by it', () => {
    const list = opened(word('go', '(x)'), word('other', '(z)'));
    list.add(config(word('GO', '(y)')));
    expect(list.owners()).toEqual(['GO', 'other']);
    list.remove('go');
    expect(list.owners()).toEqual(['other']);
  });
});

describe('an issue', () => {
  const pattern = [{ regexp: '^(\\S+):(\\d+):(\\w*):(.*)$', file: 1, line: 2, severity: 3, message: 4 }];

  it('is an error where nothing says otherwise, and none where the severity is none', () => {
    const levels = (matcher: object) =>
      ['x.go:1::a', 'x.go:1:Notice:a', 'x.go:1:fatal:a'].map((line) => opened(matcher).read(line)?.level);
    expect(levels({ owner: 'o', pattern })).toEqual(['error', 'notice', undefined]);
    expect(levels({ owner: 'o', severity: 'warning', pattern })).toEqual(['warning', 'notice', undefined]);
  });

  it('has a file only where there is one, below the workspace', () => {
    const file = (line: string) => opened({ owner: 'o', pattern }).read(line)?.file;
    const lines = ['./sub/x.go:1::a', '/w/x.go:1::a', '/elsewhere/x.go:1::a', 'x.txt:1::a', '../x.go:1::a'];
    expect(lines.map(file)).toEqual(['sub/x.go', 'x.go', undefined, undefined, undefined]);
  });

  it('has its file from beside fromPath', () => {
    const from = { regexp: '^(\\S+) (.*) in (.*)$', file: 1, message: 2, fromPath: 3 };
    const list = opened({ owner: 'o', pattern: [from] });
    expect(list.read('x.go bad in sub/project.file')?.file).toBe('sub/x.go');
  });
});

it('an expression that takes too long costs the matcher', () => {
  const list = matcherList(checkout, 20);
  list.add(config(word('slow', '^(a+)+$'), word('quick', '(b)$')));
  expect(read(list, `${'a'.repeat(24)}b`, 'b')).toEqual([expect.stringContaining('quick'), 'quick: b']);
  expect(list.ejected).toEqual(['slow']);
});

describe('a file that the runner refuses', () => {
  it.each([
    [[{ owner: '', pattern: [{ regexp: '(x)', message: 1 }] }], /Owner must not be empty/],
    [[word('a', '(x)'), word('A', '(x)')], /Duplicate owner name 'A'/],
    [[{ owner: 'a', severity: 'fatal', pattern: [] }], /unexpected default severity 'fatal'/],
    [[{ owner: 'a', pattern: [] }], /does not contain any patterns/],
    [[{ owner: 'a', pattern: [{ regexp: '(x)', file: 1 }] }], /At least one pattern must set 'message'/],
    [[word('a', 'x')], /'message' is set to 1 which is out of range/],
    [[{ owner: 'a', pattern: [{ regexp: '(x)', message: 1, loop: true }] }], /Only the last pattern/],
    [
      [
        {
          owner: 'a',
          pattern: [
            { regexp: '(x)', message: 1 },
            { regexp: 'y', loop: true },
          ],
        },
      ],
      /loop pattern must set 'message'/,
    ],
    [[{ owner: 'a', pattern: [1, 2].map(() => ({ regexp: '(x)', message: 1 })) }], /'message' is set twice/],
  ])('%j', (problemMatcher, message) => {
    expect(() => parseConfig(JSON.stringify({ problemMatcher }))).toThrow(message);
  });
});
