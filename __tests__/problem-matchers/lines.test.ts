import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { matcherList } from '../../lab/matchers/interpreter.ts';
import { annotationsOf, MATCHERS } from './matchers.ts';

const WORKSPACE = 'D:\\a\\app\\app';
/** Every file below the workspace is there. */
const seen = (...lines: string[]) => annotationsOf(lines, WORKSPACE, () => true);
const recorded = (name: string) =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8').split('\n');

describe('a path of Windows', () => {
  it.each([
    ['.\\main.go:3:5: undefined: x', 'main.go:3:5 undefined: x'],
    ['sub\\deep\\x.go:3:5: undefined: x', 'sub/deep/x.go:3:5 undefined: x'],
    ['sub/x.go:3:5: undefined: x', 'sub/x.go:3:5 undefined: x'],
    ['..\\app\\x.go:3:5: undefined: x', 'x.go:3:5 undefined: x'],
    ['D:\\a\\app\\app\\x.go:3:5: undefined: x', 'x.go:3:5 undefined: x'],
    ['d:/a/app/app/my dir/x.go:3:5: undefined: x', 'my dir/x.go:3:5 undefined: x'],
    ['.\\my dir\\x.go:3:5: undefined: x', 'my dir/x.go:3:5 undefined: x'],
    ['vet: .\\main.go:3:5: undefined: x', 'main.go:3:5 undefined: x'],
    ['C:\\hostedtoolcache\\go\\src\\fmt\\print.go:3:5: bad', 'bad'],
    ['go.mod:5: unknown directive: foo', 'go.mod:5 unknown directive: foo'],
    ['D:\\a\\app\\app\\sub\\go.work:5:2: bad', 'sub/go.work:5:2 bad'],
  ])('%s', (line, annotation) => {
    expect(seen(line)).toEqual([annotation]);
  });

  it('in what a test says with -fullpath, and in a panic', () => {
    const log = '    D:\\a\\app\\app\\sub\\x_test.go:7: got 1';
    expect(seen('--- FAIL: TestX (0.00s)', log)).toEqual(['sub/x_test.go:7 got 1']);
    expect(seen('=== RUN   TestX', log, '--- FAIL: TestX (0.00s)')).toEqual(['sub/x_test.go:7 got 1']);
    const panic = ['panic: no', '[signal 0xc0000005 code=0x0 addr=0x0 pc=0x1]', '', 'goroutine 1 [running]:'];
    expect(seen(...panic, 'main.main()', '\tD:/a/app/app/main.go:9 +0x1d')).toEqual(['main.go:9 panic: no']);
  });
});

describe('what looks like a problem and is none', () => {
  it.each([
    'main.go:12: a line of package log',
    '2026/01/02 03:04:05 D:/a/app/app/main.go:12: a line of package log',
    '    x_test.go:12: a log of a test that passes',
    'go: downloading example.com/x.go v1.2.3',
    'go: added example.com/x v1.2.3',
    'see main.go:3:5: for more',
    'time=2026-01-02T03:04:05 level=ERROR source=main.go:3:5: msg=x',
    'ok  \texample.com/m\t0.003s',
    '?   \texample.com/m\t[no test files]',
    'x.go:3:5: too many errors',
    '# example.com/m',
    '=== RUN   TestX',
    '--- PASS: TestX (0.00s)',
    '    --- FAIL: TestX/sub (0.00s)',
    'FAIL',
    'panic: only a word',
  ])('%s', (line) => {
    expect(seen(line)).toEqual([]);
  });

  it('after the errors of a package, and after a test that failed', () => {
    expect(seen('# example.com/m', 'x.go:3: bad', '\tmore', 'ok', 'x.go:4: no error')).toEqual([
      'x.go:3 bad',
    ]);
    expect(
      seen('--- FAIL: TestX (0.00s)', '    x_test.go:3: bad', 'FAIL', '    x_test.go:4: no failure'),
    ).toEqual(['x_test.go:3 bad']);
  });

  it('with -v: the log of a row that passes, before its table is told to have failed', () => {
    const table = [
      '=== RUN   TestT',
      '    x_test.go:1: begins',
      '=== RUN   TestT/fine',
      '    x_test.go:2: fine',
    ];
    expect(seen(...table, '--- FAIL: TestT (0.00s)', '    --- PASS: TestT/fine (0.00s)')).toEqual([]);
  });

  it('with -v: the table itself, where its rows have names', () => {
    const rows = [
      '    --- PASS: TestT/a (0.00s)',
      '    --- FAIL: TestT/b (0.00s)',
      '    --- FAIL: TestT/c (0.00s)',
    ];
    const told = ['FAIL: TestT/b (0.00s)', 'FAIL: TestT/c (0.00s)'];
    for (const log of [[], ['    x_test.go:2: c'], ['    x_test.go:2: c', '    x_test.go:3: c']])
      expect(seen('=== RUN   TestT/c', ...log, '--- FAIL: TestT (0.00s)', ...rows)).toEqual(told);
  });

  it('with -v: a log of an earlier test that passed, or of another one that runs beside it', () => {
    const fails = '--- FAIL: TestB (0.00s)';
    const passed = ['=== RUN   TestA', '    x_test.go:1: a', '    x_test.go:2: a', '--- PASS: TestA (0.00s)'];
    expect(seen(...passed, '=== RUN   TestB', fails)).toEqual(['FAIL: TestB (0.00s)']);
    const beside = ['=== CONT  TestB', '    x_test.go:1: b', '=== NAME  TestA', '    x_test.go:2: a'];
    expect(seen(...beside, fails)).toEqual(['FAIL: TestB (0.00s)']);
  });
});

describe('a message of several lines', () => {
  const message = ['    x_test.go:3: differs:', '          a', '        + b'];

  it('is known by its first, and what comes after it is seen', () => {
    const next = [
      '    x_test.go:5: another',
      '    --- FAIL: TestX/sub (0.00s)',
      '        x_test.go:9: a row',
    ];
    expect(seen('--- FAIL: TestX (0.00s)', ...message, ...next)).toEqual([
      'x_test.go:3 differs:',
      'x_test.go:5 another',
      'x_test.go:9 a row',
    ]);
  });

  it('with -v, too', () => {
    expect(seen('=== RUN   TestX', ...message, '--- FAIL: TestX (0.00s)')).toEqual(['x_test.go:3 differs:']);
  });
});

describe('testify 1.11.1, as recorded with Go 1.27.3', () => {
  it.each(['testify-1.11.1.txt', 'testify-1.11.1-verbose.txt'])(
    '%s: the line of the test, and what is wrong',
    (name) => {
      expect(annotationsOf(recorded(name), '/checkout', () => true)).toEqual([
        'a_test.go:11 Not equal: ',
        'a_test.go:12 Should be true',
        'a_test.go:16 Received unexpected error:',
        'a_test.go:21 Received unexpected error:',
      ]);
    },
  );
});

it('no line takes so long that the runner would throw the matcher out', () => {
  const list = matcherList({ workspace: WORKSPACE, isFile: () => false });
  list.add(MATCHERS);
  const beginnings = ['', 'a/', '.\\', 'C:\\', '    ', '\t', '# ', 'panic: ', '    x.go:1: ', ' [recovered'];
  const parts = ['a', ' ', ':', '\\', '.go', '.go:1', ':/', '\t', '(', '[', 'go.mod', '        \t'];
  const heads = ['', '# m', '--- FAIL: TestX (', '=== RUN   TestX', 'panic: x'];
  for (const head of heads)
    for (const beginning of beginnings)
      for (const part of parts) {
        list.read(head);
        list.read(beginning + part.repeat(20_000));
      }
  expect(list.ejected).toEqual([]);
});

it('each owner is ours, and no other than in the documentation', () => {
  const { problemMatcher } = JSON.parse(MATCHERS) as { problemMatcher: { owner: string }[] };
  const owners = problemMatcher.map(({ owner }) => owner);
  for (const owner of owners) expect(owner).toMatch(/^setup-go-win-[a-z-]+$/);
  const page = readFileSync(
    fileURLToPath(new URL('../../docs/problem-matchers.md', import.meta.url)),
    'utf8',
  );
  expect([...page.matchAll(/`(setup-go-win-[a-z-]+)`/g)].map((match) => match[1]).sort()).toEqual(
    owners.sort(),
  );
});
