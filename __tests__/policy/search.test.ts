import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { parsePolicy } from '../../src/policy/read.ts';
import { createStepPolicy } from '../../src/policy/step-policy.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { findInToolCache } from '../../src/toolcache/find.ts';
import { search } from '../../src/toolchain.ts';
import { makeVersion, testMachine } from '../side-by-side/machine.ts';

const root = mkdtempSync(path.join(tmpdir(), 'policy-search-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('a range is answered by the newest version that is there and allowed, and the log says which one was passed over', async () => {
  mkdirSync(root, { recursive: true });
  const { session, log } = testMachine(root);
  for (const version of ['1.99.1', '1.99.2', '1.99.3']) makeVersion(root, version);
  const rules = { versions: { forbidden: ['1.99.3'] } };
  const policy = createStepPolicy(
    parsePolicy(Buffer.from(JSON.stringify(rules)), 'policy.json'),
    {},
    session.context.log,
  );
  const { hit } = await findInToolCache(
    parseSpec('1.99.x', 'test'),
    search({ ...session.context, inputs: { ...session.context.inputs, checksum: '' }, policy }),
  );
  expect(hit?.entry.version).toBe('1.99.2');
  expect(log).toEqual([
    'Go 1.99.3, which is there, is passed over by the rule versions.forbidden[0] of the policy',
  ]);
});
