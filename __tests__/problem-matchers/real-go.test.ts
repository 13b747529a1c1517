import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bench, openBench } from '../../lab/matchers/go-output.ts';
import { annotationsOf } from './matchers.ts';

const TYPES = [
  'compile/compile.go:4:8 "os" imported and not used',
  'compile/compile.go:7:2 declared and not used: unused',
  'compile/compile.go:8:9 undefined: missing',
  'compile/compile.go:12:9 cannot use 42 (untyped int constant) as string value in argument to length',
  'compile/compile.go:13:9 not enough return values',
];
const NIL = 'panic: runtime error: invalid memory address or nil pointer dereference';

describe.each(['1.24.11', '1.26.6', '1.27.3'])('what Go %s prints', (version) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(version);
  }, 600_000);
  afterAll(async () => await bench?.remove());

  const annotations = async (...args: string[]) => annotationsOf(await bench.go(...args), bench.directory);
  /** Go 1.24 points at the call of Printf, later ones at the verb. */
  const vet = () =>
    `vet/vet.go:8:${version.startsWith('1.24') ? 2 : 14} fmt.Printf format %d has arg text of wrong type string`;

  it('of errors of types and syntax, with and without columns', async () => {
    expect((await annotations('build', './compile', './syntax')).sort()).toEqual(
      [...TYPES, 'syntax/syntax.go:4:14 syntax error: unexpected {, expected )'].sort(),
    );
    expect(await annotations('build', '-gcflags=-C', './compile')).toEqual(
      TYPES.map((text) => text.replace(/:\d+ /, ' ')),
    );
  });

  it('of imports that there are not, and of a broken go.mod', async () => {
    expect(await annotations('build', './imports')).toEqual([
      'imports/imports.go:5:2 no required module provides package example.invalid/nowhere; to add it:',
      expect.stringMatching(/^imports\/imports.go:6:2 package no\/such\/package is not in std/),
    ]);
    const lines = await bench.go('-C', 'wrong', 'build');
    expect(annotationsOf(lines, `${bench.directory}/wrong`)).toEqual([
      'go.mod:5 usage: require module/path v1.2.3',
    ]);
  });

  it('of go vet, by itself and inside of go test', async () => {
    expect(await annotations('vet', './compile')).toEqual(['compile/compile.go:8:9 undefined: missing']);
    expect(await annotations('vet', './vet')).toEqual([vet()]);
    expect(await annotations('test', './vet')).toEqual([vet()]);
  });

  it('of tests that fail, and of none that passes', async () => {
    const failures = (place: (line: number) => string) => [
      `${place(29)}got 1, want 2`,
      `${place(37)}the first`,
      `${place(38)}the second`,
      `${place(39)}the third`,
      `${place(43)}got 1, want 2`,
      `${place(45)}too deep: C:\\x`,
      `${place(56)}the rows do not add up`,
      `${place(68)}a parallel one that fails`,
    ];
    const test = ['test', '-parallel', '4'];
    expect(await annotations(...test, '-fullpath', './failing')).toEqual(
      failures((line) => `failing/failing_test.go:${line} `),
    );
    // Without -fullpath Go names the file alone, which says where it is only in the package of the workspace itself.
    const lines = await bench.go(...test, './failing');
    expect(annotationsOf(lines, bench.directory)).toEqual(failures(() => ''));
    expect(annotationsOf(lines, `${bench.directory}/failing`)).toEqual(
      failures((line) => `failing_test.go:${line} `),
    );
  });

  it('of tests that fail with -v, where the logs come first: the line where it is sure whose it is, else the name', async () => {
    expect(await annotations('test', '-v', '-parallel', '4', '-fullpath', './failing')).toEqual([
      'failing/failing_test.go:29 got 1, want 2',
      'failing/failing_test.go:39 the third',
      'FAIL: TestTable/two (0.00s)',
      'FAIL: TestTable/deep (0.00s)',
      'FAIL: TestTable/deep/deeper (0.00s)',
      'FAIL: TestLogsAfterItsSubtests (0.00s)',
      'FAIL: TestOnlyFails (0.00s)',
      expect.stringMatching(/^FAIL: TestParallelFails \(\d/),
    ]);
  });

  it('of panics in a test: where it was, past the frames of testing and runtime', async () => {
    expect(await annotations('test', '-fullpath', './panicking')).toEqual([
      'panicking/panicking_test.go:11 about to panic',
      'panicking/panicking_test.go:7 panic: runtime error: index out of range [5] with length 0',
    ]);
    expect(await annotations('test', './nilpanic')).toEqual([`nilpanic/nil_test.go:10 ${NIL}`]);
    expect(await annotations('test', '-timeout', '1s', './slow')).toEqual(['panic: test timed out after 1s']);
  });

  it('of programs that panic, and of none that only talks', async () => {
    expect(await annotations('run', './cmd/panics')).toEqual([
      'cmd/panics/main.go:9 panic: gave up: no good',
    ]);
    expect(await annotations('run', './cmd/nils')).toEqual([`cmd/nils/main.go:10 ${NIL}`]);
    expect(await annotations('run', './cmd/deadlocks')).toEqual([
      'cmd/deadlocks/main.go:5 fatal error: all goroutines are asleep - deadlock!',
    ]);
    expect(await annotations('run', './cmd/talks')).toEqual([]);
  });

  it('of tests that pass, with -v: nothing', async () => {
    const names = 'TestLogsAndPasses|TestPassesAfterAFailure|TestPrintsAndPasses|TestSkips';
    const lines = await bench.go('test', '-v', '-run', names, './failing');
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^ {4}failing_test\.go:\d+: /)]));
    expect(annotationsOf(lines, bench.directory)).toEqual([]);
  });
});
