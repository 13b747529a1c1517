import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeJson } from '../../src/machine/atomic-file.ts';
import { linksOf } from '../../src/machine/current.ts';
import { parsePolicy } from '../../src/policy/read.ts';
import { createStepPolicy } from '../../src/policy/step-policy.ts';
import { parseSpec } from '../../src/release/spec.ts';
import { switchToPresent } from '../../src/side-by-side/operations.ts';
import { makeVersion, type TestMachine, testMachine } from './machine.ts';

const [OLD, YOUNG] = ['1.99.1', '1.99.2'] as const;
let scratch: string;
let machine: TestMachine;
let trees: Record<string, string>;

beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'switch-policy-'));
  const root = path.join(scratch, 'root');
  mkdirSync(root);
  await writeJson(path.join(scratch, 'registry.json'), {});
  machine = testMachine(root);
  trees = Object.fromEntries([OLD, YOUNG].map((version) => [version, makeVersion(root, version)]));
  const now = new Date().toISOString().replace(/\.\d+/, '');
  writeFileSync(path.join(trees[YOUNG] ?? '', 'VERSION'), `go${YOUNG}\ntime ${now}\n`);
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** @returns the version that `current` leads to then */
async function switchBy(text: string): Promise<string | undefined> {
  const { session, root } = machine;
  const rules = { minimumAge: { days: 14, unknown: 'allow' } };
  const policy = createStepPolicy(
    parsePolicy(Buffer.from(JSON.stringify(rules)), 'policy.json'),
    {},
    session.context.log,
  );
  const request = { spec: parseSpec(text, 'test'), origin: 'test' };
  await switchToPresent(request, { ...session, context: { ...session.context, policy } });
  const leads = readlinkSync(linksOf(root).current);
  return Object.keys(trees).find((version) => trees[version] === leads);
}

describe('a switch by a policy with a rule on age', () => {
  it('takes of a range the newest version that is old enough, and says which one it passed over', async () => {
    expect(await switchBy('1.99.x')).toBe(OLD);
    expect(machine.log).toContainEqual(
      `Go ${YOUNG} is passed over by the rule minimumAge of the policy: ${OLD} is taken`,
    );
  });

  it('refuses a version that is too young where that is asked for', async () => {
    await expect(switchBy(YOUNG)).rejects.toMatchObject({
      code: 'E_POLICY',
      message: expect.stringContaining('demands 14 day(s)'),
    });
  });
});
