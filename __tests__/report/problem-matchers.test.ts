import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { readLogCommands } from '../../lab/runner-commands.ts';
import { registerProblemMatchers } from '../../src/report/problem-matchers.ts';

let directory: string;
let said: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), '100%25 matchers-'));
  said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(directory, { recursive: true, force: true });
});

it('the runner is given the file beside the bundle, whatever its directory is called', () => {
  const file = path.join(directory, 'problem-matchers.json');
  writeFileSync(file, '{}');
  expect(registerProblemMatchers(path.join(directory, 'index.js'))).toBeUndefined();
  expect(readLogCommands(said).matchers).toEqual([file]);
});

it('a file that is not there would fail the step: it is said, and nothing is registered', () => {
  expect(registerProblemMatchers(path.join(directory, 'index.js'))).toMatch(
    /problem-matchers\.json is not there$/,
  );
  expect(said).toBe('');
});
