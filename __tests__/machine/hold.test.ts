import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { holdMachine } from '../../src/hold-machine.ts';
import type { Context } from '../../src/toolchain.ts';
import type { Account } from '../../src/windows/elevation.ts';

const ACCOUNT: Account = {
  ...{ name: 'PC\\ben', sid: 'S-1-5-21-1-2-3-1002', elevated: false, groups: [] },
  reason: 'no member of the group Administrators',
};
let root: string;
const context = {
  ...{ host: { runner: 'r1' }, log: { info: () => {} }, audit: { record: async () => {} } },
  ...{ timeline: { measure: async (_: string, work: () => Promise<unknown>) => await work() } },
  signal: new AbortController().signal,
  inputs: { installMethod: 'zip', lockTimeoutMs: 200 },
} as unknown as Context;
const hold = async () => await holdMachine(root, ACCOUNT, context, async () => 'done');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'hold-machine-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('says who may not, where the root cannot be written to', async () => {
  writeFileSync(path.join(root, '.setup-go-win'), '');
  await expect(hold()).rejects.toMatchObject({
    code: 'E_PERMISSION',
    message: expect.stringMatching(
      /^PC\\ben may not change the Go of this machine: .*Administrators\)\. Nothing/,
    ),
    remedy: expect.stringContaining('machine-root'),
  });
});

it('removes the drafts of a run that was killed', async () => {
  mkdirSync(path.join(root, '.setup-go-win'), { recursive: true });
  writeFileSync(path.join(root, 'journal.json.01234567.new'), '{');
  await hold();
  expect(readdirSync(root)).toEqual(['.setup-go-win']);
});
