import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ended, openStepScene, type StepScene } from './run.ts';

let scene: StepScene;
beforeEach(() => {
  scene = openStepScene();
});
afterEach(() => scene.remove());

function expectInternal({ code, errors, log, written }: Ended): void {
  expect({ code, errors: errors.length, log: errors.length === 1 ? '' : log }).toEqual({
    code: 1,
    errors: 1,
    log: '',
  });
  expect(errors[0]).toMatch(/E_INTERNAL.*nobody caught this/);
  expect(log.trimEnd().split('\n').at(-1)).toBe(errors[0]);
  expect(written('output')).toMatch(/error-code<<(\S+)\nE_INTERNAL\n\1\ndiagnostics-path<<(\S+)\n.+\n\2\n$/);
  expect(written('summary')).toContain('E_INTERNAL');
}

describe('an error that nobody caught', () => {
  it('is none in a step that goes well', async () => {
    const step = await scene.run(['none']);
    expect({ code: step.code, errors: step.errors }).toEqual({ code: 0, errors: [] });
    expect(step.written('path')).toContain('1.25.3');
  });

  it.each(['throw', 'reject', 'twice'])('fails a step that had said that all is well: %s', async (fault) => {
    const step = await scene.run([fault, 'after']);
    expect(step.log).toContain('Done in');
    expectInternal(step);
  });

  it.each(['throw', 'reject', 'twice'])('ends a step at work, which exports nothing: %s', async (fault) => {
    const step = await scene.run([fault, 'told'], (child) => child.stdin?.write('now'));
    expectInternal(step);
    expect([step.written('env'), step.written('path')]).toEqual(['', '']);
  });

  it('ends what would never end by itself', async () => {
    expect((await scene.run(['stuck'])).log).toContain('rejected: nobody caught this');
  });
});

describe('a step', () => {
  it('that waits for nothing that could still come says so', async () => {
    const { code, log } = await scene.run(['idle']);
    expect(log).toContain('rejected: the step waits for something that never comes');
    expect(code).toBe(0);
  });

  it('that is cancelled ends at once as E_CANCELLED, with nothing exported', async () => {
    const step = await scene.run(['none'], (child) => child.kill('SIGINT'));
    expect({ code: step.code, errors: step.errors.length }).toEqual({ code: 1, errors: 1 });
    expect(step.errors[0]).toMatch(/E_CANCELLED.*SIGINT/);
    // It takes a fraction of a second; the runner kills a step 10 s after it was cancelled.
    expect(step.ms).toBeLessThan(5000);
    expect([step.written('env'), step.written('path')]).toEqual(['', '']);
    // What is quick to write is there, and nothing that could have held it up.
    const bundle =
      readdirSync(scene.directory).find((name) => name.startsWith('setup-go-win-diagnostics-')) ?? '';
    expect(step.log).toContain(bundle);
    expect(readdirSync(path.join(scene.directory, bundle)).sort()).toEqual([
      ...['README.txt', 'environment.json', 'failure.json', 'step.log'],
    ]);
  });
});
