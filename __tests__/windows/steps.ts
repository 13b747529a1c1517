import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { type Runner, runStep, type StepOptions, type StepResult } from '../../lab/runner.ts';
import { type AuditLine, splitLines } from '../../src/report/audit-line.ts';

/** The checkout: its action.yml and dist/ are what the tests run. */
export const repo = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the action as a step of the runner's job. */
export async function setupGo(
  runner: Runner,
  inputs: Readonly<Record<string, string>>,
  options: StepOptions = {},
): Promise<StepResult> {
  return await runStep(repo, inputs, runner, options);
}

/** Expects a step that succeeded without any annotation, and shows its log where it did not. */
export function expectSuccess(step: StepResult): void {
  expect({
    exitCode: step.exitCode,
    annotations: step.annotations,
    log: step.exitCode === 0 ? '' : step.log,
  }).toEqual({
    exitCode: 0,
    annotations: [],
    log: '',
  });
}

/** Expects the one way in which a step may fail: one error, titled with the code, last in the log and outside of any group. */
export function expectFailure(step: StepResult, code: string, message: RegExp): void {
  const errors = step.annotations.filter(({ level }) => level === 'error');
  const [error] = errors;
  expect({ exitCode: step.exitCode, errors: errors.length, title: error?.title ?? step.log }).toEqual({
    exitCode: 1,
    errors: 1,
    title: expect.stringMatching(new RegExp(`^${code}: `)),
  });
  expect(error?.message).toMatch(message);
  // A tired person reads sentences, and at their end what to do.
  expect(error?.message).toMatch(/[.!?] [A-Z][^\n]*\.$/);
  expect(step.outputs['error-code']).toBe(code);
  expect(step.openGroup).toBe(false);
  expect(step.log.trimEnd().split('\n').at(-1)).toContain(error?.message.split('\n').at(-1));
  expect(step.summary).toContain(code);
  expect(step.env).toEqual({});
  expect(step.path).toEqual([]);
}

/** The host's path of a file in the runner's tool cache. */
export function inToolCache(runner: Runner, ...names: string[]): string {
  return path.join(runner.toolCache.host, ...names);
}

/** The lines of an audit log, as JSON. */
export function auditLines(file: string): AuditLine[] {
  return splitLines(readFileSync(file)).map((line) => JSON.parse(String(line)) as AuditLine);
}
