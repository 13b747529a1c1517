import { beforeAll, expect, it } from '@jest/globals';
import { type ExampleRun, prepareExamples, runExample } from '../../lab/act/examples.ts';
import type { ActJob, ActStep } from '../../lab/act/log.ts';
import { describeWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';

/** A cold install takes 5 to 20 s here, the first build of a program as much again; a busy machine is several times as slow. */
const PATIENCE_MS = 10 * 60_000;

/** What the mirror of the examples has; its Go is real wherever it came from. */
const MIRRORED = /^(official|mirror|go\.dev)/;

function jobOf(run: ExampleRun, matrix?: Record<string, unknown>): ActJob {
  const job = run.jobs.find(
    (one) => !matrix || Object.entries(matrix).every(([key, value]) => one.matrix[key] === value),
  );
  if (!job) throw new Error(`act ran no such job:\n${run.log}`);
  return job;
}

function step(job: ActJob, name: string): ActStep {
  const found = job.steps.find((one) => one.name === name && one.stage === 'Main');
  if (!found)
    throw new Error(
      `act ran no step "${name}" in ${job.name}: ${job.steps.map((one) => one.name).join(', ')}`,
    );
  return found;
}

await describeWindows('the example workflows, run by act', (lab) => {
  beforeAll(async () => await prepareExamples(), PREPARATION_MS);

  it(
    'an exact version: later steps see it, build a program with it and run that',
    async () => {
      const run = await runExample(lab, 'exact-version');
      const job = jobOf(run);
      expect({ log: run.log, result: job.result, exitCode: run.exitCode }).toMatchObject({
        result: 'success',
        exitCode: 0,
      });
      expect(step(job, 'Set up Go').outputs).toMatchObject({
        'go-version': '1.26.6',
        'tool-cache-hit': 'false',
      });
      expect(step(job, 'Set up Go').outputs['source']).toMatch(MIRRORED);
      expect(step(job, 'Show the version').output).toEqual(['go version go1.26.6 windows/amd64']);
      expect(step(job, 'Run it').output).toEqual(['hello from go1.26.6']);
      expect(run.downloads).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'the quick start: the version of the toolchain line in go.mod builds and tests the module',
    async () => {
      const run = await runExample(lab, 'quick-start');
      const job = jobOf(run);
      expect(job.result === 'success' ? '' : run.log).toBe('');
      expect(step(job, 'org/setup-go-win@v1').outputs['go-version']).toBe('1.26.6');
      expect(step(job, 'go test ./...').output.join('\n')).toMatch(/^ok\s+example\.com\/hello\s/m);
    },
    PATIENCE_MS,
  );

  it(
    'the minors that Go supports: a job asks, and a matrix of another has one job for each',
    async () => {
      const run = await runExample(lab, 'supported-minors');
      const results = run.jobs.map((job) => job.result);
      const succeeded = results.every((result) => result === 'success');
      expect({ results, log: succeeded ? '' : run.log }).toEqual({
        results: ['success', 'success', 'success'],
        log: '',
      });
      const plan = run.jobs.find((job) => job.id === 'plan');
      if (!plan) throw new Error(run.log);
      expect(step(plan, 'Ask').outputs['supported-minors']).toBe('["1.25","1.26"]');
      const versions = ['1.25', '1.26'].map(
        (minor) => step(jobOf(run, { minor }), 'Set up Go').outputs['go-version'],
      );
      expect(versions).toEqual(['1.25.5', '1.26.6']);
      expect(run.downloads).toBe(2);
    },
    PATIENCE_MS,
  );

  it(
    'a prune of a tool cache that has nothing yet',
    async () => {
      const run = await runExample(lab, 'prune');
      const job = jobOf(run);
      expect(job.result === 'success' ? '' : run.log).toBe('');
      expect(step(job, 'Prune').outputs['pruned']).toBe('[]');
      expect(step(job, 'Say what that came to').output).toEqual(['freed 0 bytes']);
    },
    PATIENCE_MS,
  );

  it(
    'the same version twice: the second step hits and downloads nothing',
    async () => {
      const run = await runExample(lab, 'second-step-hits');
      const job = jobOf(run);
      expect(job.result === 'success' ? '' : run.log).toBe('');
      expect(step(job, 'Set up Go again').outputs['tool-cache-hit']).toBe('true');
      expect(run.downloads).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'two versions in one job: each step gives later steps its own, the first one again, too',
    async () => {
      const run = await runExample(lab, 'two-versions');
      const job = jobOf(run);
      expect({ log: job.result === 'success' ? '' : run.log }).toEqual({ log: '' });
      const [old, current] = ['1.25.5', '1.26.6'].map((version) => `go version go${version} windows/amd64`);
      expect(step(job, 'Show the old version').output).toEqual([old]);
      // To cmd an empty variable is none.
      expect(step(job, 'Show the new version').output).toEqual([
        current,
        expect.stringMatching(/^GOROOT=\[(?:%GOROOT%)?\] GOTOOLCHAIN=auto$/),
      ]);
      const { outputs } = step(job, 'Set up the old Go again');
      expect(outputs['tool-cache-hit']).toBe('true');
      expect(step(job, 'Show the old version again').output).toEqual([old, outputs['goroot'], 'local']);
      expect(run.downloads).toBe(2);
    },
    PATIENCE_MS,
  );

  it(
    'a version that there is not: one annotation with the code, and a later step can read the code',
    async () => {
      const run = await runExample(lab, 'bad-version');
      const job = jobOf(run);
      expect([job.result, run.exitCode]).toEqual(['failure', 1]);
      const errors = step(job, 'Set up Go').annotations.filter((one) => one.level === 'error');
      expect(errors).toHaveLength(1);
      // act leaves %3A in properties as it is; github.com shows a colon.
      expect(decodeURIComponent(errors[0]?.properties['title'] ?? '')).toMatch(/^E_NOT_FOUND:/);
      expect(errors[0]?.message).toContain('1.26.6');
      expect(step(job, 'Say why it failed').output).toEqual(['error-code is E_NOT_FOUND']);
      expect(run.downloads).toBe(0);
    },
    PATIENCE_MS,
  );
});
