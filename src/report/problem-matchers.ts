import { existsSync } from 'node:fs';
import path from 'node:path';
import * as core from '@actions/core';

/** Beside the bundle: the build copies src/problem-matchers/go.json there. */
const FILE = 'problem-matchers.json';

/**
 * Tells the runner how problems look that later steps' Go prints, so that they become annotations. The runner replaces what an earlier step
 * registered under the same owners, and fails a step whose file is not there: then nothing is registered.
 *
 * @param program the bundle that runs
 * @returns what there is to say of it; undefined where all is well
 */
export function registerProblemMatchers(program = process.argv[1] ?? ''): string | undefined {
  const file = path.join(path.dirname(program), FILE);
  if (!existsSync(file)) return `No problem matchers: ${file} is not there`;
  core.info(`::add-matcher::${file.replaceAll('%', '%25')}`);
  return undefined;
}
