import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Runner } from '../../lab/runner.ts';
import type { LegResult } from '../../src/fleet/types.ts';

/** Inputs that make a step a leg, and let it leave its result. */
export const LEG = { 'result-file': 'fleet\\result.json', 'runner-id': 'build-07' };

/** What a leg left, which is taken away: the next one has to leave its own. */
export function takeResult({ workspace }: Runner): LegResult {
  const file = path.join(workspace.host, 'fleet', 'result.json');
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  return JSON.parse(text) as LegResult;
}
