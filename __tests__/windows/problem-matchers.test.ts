import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BROKEN_MODULE } from '../../lab/matchers/go-output.ts';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { realRelease } from '../../lab/releases/real.ts';
import { createRunner, type Runner, runCommand } from '../../lab/runner.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { annotationsOf, MATCHERS } from '../problem-matchers/matchers.ts';
import { expectFailure, expectSuccess, setupGo } from './steps.ts';

/** The first build compiles what tests need of the standard library: a minute here, more on a busy machine. */
const PATIENCE_MS = 10 * 60_000;

await describeWindows('problem matchers', (lab) => {
  let mirror: Mirror;
  let runner: Runner;
  beforeAll(async () => {
    mirror = await startMirror([
      ...(await madeUpReleases(['1.98.1', '1.99.1'])),
      await realRelease('1.26.6'),
    ]);
    runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
  }, PREPARATION_MS);
  afterAll(async () => await mirror?.close());

  it('are registered by each step, by the same file', async () => {
    const steps = [
      await setupGo(runner, { 'go-version': '1.98.1' }),
      await setupGo(runner, { 'go-version': '1.99.1' }),
    ];
    for (const step of steps) {
      expectSuccess(step);
      expect(step.matchers).toEqual([expect.stringMatching(/\\dist\\problem-matchers\.json$/)]);
    }
    expect(steps[0]?.matchers).toEqual(steps[1]?.matchers);
    expect(readFileSync(lab.toHost(steps[0]?.matchers[0] ?? ''), 'utf8')).toBe(MATCHERS);
  });

  it('are not registered where they are not wanted, nor by a step that touches nothing or fails', async () => {
    const quiet = await setupGo(runner, { 'go-version': '1.98.1', 'problem-matchers': 'false' });
    const untouched = await setupGo(runner, { 'go-version': '1.98.1', 'update-environment': 'false' });
    for (const step of [quiet, untouched]) {
      expectSuccess(step);
      expect(step.log).not.toContain('add-matcher');
    }
    const failed = await setupGo(runner, { 'go-version': '1.50.1' });
    expectFailure(failed, 'E_NOT_FOUND', /1\.50\.1/);
    expect(failed.matchers).toEqual([]);
  });

  it(
    'find in what a real Go prints on Windows what is wrong, and where',
    async () => {
      expectSuccess(await setupGo(runner, { 'go-version': '1.26.6' }));
      await cp(BROKEN_MODULE, runner.workspace.host, { recursive: true });
      const annotations = async (command: string) => {
        const { stdout, stderr } = await runCommand(runner, command);
        const lines = (stdout + stderr).split(/\r?\n/);
        return annotationsOf(lines, runner.workspace.windows, (file) => existsSync(lab.toHost(file)));
      };
      expect(await annotations('go build ./compile')).toEqual([
        'compile/compile.go:4:8 "os" imported and not used',
        'compile/compile.go:7:2 declared and not used: unused',
        'compile/compile.go:8:9 undefined: missing',
        'compile/compile.go:12:9 cannot use 42 (untyped int constant) as string value in argument to length',
        'compile/compile.go:13:9 not enough return values',
      ]);
      expect(await annotations('go vet ./vet')).toEqual([
        'vet/vet.go:8:14 fmt.Printf format %d has arg text of wrong type string',
      ]);
      expect(
        await annotations('go test -vet=off -fullpath -run "Fails|Table|Passes" -parallel 4 ./failing'),
      ).toEqual([
        'failing/failing_test.go:29 got 1, want 2',
        'failing/failing_test.go:37 the first',
        'failing/failing_test.go:38 the second',
        'failing/failing_test.go:39 the third',
        'failing/failing_test.go:43 got 1, want 2',
        'failing/failing_test.go:45 too deep: C:\\x',
        'failing/failing_test.go:68 a parallel one that fails',
      ]);
      expect(await annotations('go test -vet=off ./nilpanic')).toEqual([
        'nilpanic/nil_test.go:10 panic: runtime error: invalid memory address or nil pointer dereference',
      ]);
    },
    PATIENCE_MS,
  );
});
