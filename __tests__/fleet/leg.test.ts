import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runLeg } from '../../src/fleet/leg.ts';
import type { LegRecord } from '../../src/fleet/leg-record.ts';
import { writeJson } from '../../src/machine/atomic-file.ts';
import { beginChange, leftChange } from '../../src/machine/journal.ts';
import type { RemovalDetails } from '../../src/side-by-side/prune.ts';
import { switchTo } from '../../src/side-by-side/switch.ts';
import { treePath } from '../../src/toolcache/layout.ts';
import type { Context } from '../../src/toolchain.ts';
import { entry, makeVersion, type TestMachine, testMachine } from '../side-by-side/machine.ts';

const [OTHER, CURRENT] = ['1.99.1', '1.99.2'] as const;
let scratch: string;
let machine: TestMachine;

beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'leg-'));
  const root = path.join(scratch, 'root');
  mkdirSync(root);
  await writeJson(path.join(scratch, 'registry.json'), {});
  machine = testMachine(root);
  for (const version of [OTHER, CURRENT]) makeVersion(root, version);
  await switchTo(entry(root, CURRENT), 'switch', machine.session);
  await beginChange<RemovalDetails>(root, {
    ...{ method: 'zip', operation: 'prune', architecture: 'x64', from: OTHER, to: undefined },
    ...{ runner: 'r0 run 1', details: { tree: treePath(entry(root, OTHER)) } },
  });
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** @returns whether a change is open when the operation begins */
async function openAt(healthCheck: boolean, record: LegRecord): Promise<boolean> {
  const { session, root } = machine;
  const given = {
    healthCheck,
    dryRun: false,
    operation: 'install',
    goVersions: [CURRENT],
    machineRoot: root,
  };
  const files = { caFile: '', clientCert: '', clientKey: '', mirrorToken: '' };
  const timeline = { measure: async (_: string, work: () => Promise<unknown>) => await work() };
  const inputs = { ...session.context.inputs, ...files, ...given };
  const context = { ...session.context, timeline, inputs } as unknown as Context;
  let open = false;
  const ended = new Error('that is enough');
  const operate = async () => {
    open = (await leftChange(root)) !== undefined;
    throw ended;
  };
  await expect(runLeg(context, record, operate)).rejects.toBe(ended);
  return open;
}

describe('a leg that finds a change open', () => {
  it('settles it before it looks which Go it may have to go back to', async () => {
    const record: LegRecord = {};
    expect(await openAt(true, record)).toBe(false);
    expect(machine.log).toContainEqual(expect.stringMatching(/^An earlier run was interrupted: prune of/));
    expect(record.before?.version).toBe(CURRENT);
  });

  it('leaves that to the operation where nothing is gone back from', async () => {
    expect(await openAt(false, {})).toBe(true);
  });
});
