import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { writeJson } from '../../src/machine/atomic-file.ts';
import { linksOf } from '../../src/machine/current.ts';
import { beginChange } from '../../src/machine/journal.ts';
import { currentBin } from '../../src/side-by-side/session.ts';
import { settleVersions } from '../../src/side-by-side/settle.ts';
import { switchTo } from '../../src/side-by-side/switch.ts';
import { removeVersion } from '../../src/side-by-side/uninstall.ts';
import { inspectEntry } from '../../src/toolcache/inspect.ts';
import { markerPath } from '../../src/toolcache/layout.ts';
import { type LeaseHolder, leaseHolder, takeLease } from '../../src/toolcache/leases.ts';
import { entry, makeVersion, PATH_BEFORE, type TestMachine, testMachine } from './machine.ts';

const VERSION = '1.99.1';
let scratch: string;
let machine: TestMachine;
let tree: string;

beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'uninstall-'));
  const root = path.join(scratch, 'root');
  mkdirSync(root);
  await writeJson(path.join(scratch, 'registry.json'), { path: { type: 'expand_sz', data: PATH_BEFORE } });
  machine = testMachine(root);
  tree = makeVersion(root, VERSION);
  await switchTo(entry(root, VERSION), 'switch', machine.session);
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const remove = async () => await removeVersion(entry(machine.root, VERSION), machine.session);

it('leaves the machine’s Go where another job uses it, with PATH as it was', async () => {
  const other: LeaseHolder = { runnerId: 'a'.repeat(12), jobId: 'b'.repeat(12), text: 'r2, run 8' };
  await takeLease(entry(machine.root, VERSION), other, 24);
  await expect(remove()).rejects.toMatchObject({
    code: 'E_LOCKED',
    message: expect.stringContaining('r2, run 8'),
    state: 'Nothing was changed.',
  });
  expect(machine.log.join('\n')).not.toContain('taken out');
  expect(readlinkSync(linksOf(machine.root).current)).toBe(tree);
  expect((await inspectEntry(entry(machine.root, VERSION))).state).toBe('whole');
  expect((await machine.environment()).path).toEqual({
    type: 'expand_sz',
    data: `${PATH_BEFORE};${currentBin(machine.root)}`,
  });
  expect(existsSync(path.join(machine.root, 'journal.json'))).toBe(false);
});

it('does not mind what this job, and one before it on this runner, said of it', async () => {
  await takeLease(entry(machine.root, VERSION), leaseHolder(process.env), 24);
  await remove();
  expect(existsSync(path.dirname(tree))).toBe(false);
  expect(existsSync(linksOf(machine.root).current)).toBe(false);
  expect((await machine.environment()).path).toEqual({ type: 'expand_sz', data: PATH_BEFORE });
});

it('gives the machine its Go back where the registry refuses', async () => {
  const doors = {
    ...machine.session.doors,
    writeVariable: async () => {
      throw new SetupError('E_PERMISSION', 'Not there.', { remedy: 'Do something.' });
    },
  };
  const refused = removeVersion(entry(machine.root, VERSION), { ...machine.session, doors });
  await expect(refused).rejects.toMatchObject({ code: 'E_PERMISSION' });
  expect(readlinkSync(linksOf(machine.root).current)).toBe(tree);
  expect((await inspectEntry(entry(machine.root, VERSION))).state).toBe('whole');
});

it('that was killed after the marker went is undone where a job had found the version before', async () => {
  const { session, root, log } = machine;
  const details = { before: tree, after: null, scope: 'machine', path: null, goroot: null, setGoroot: false };
  const change = { method: 'zip', operation: 'uninstall', architecture: 'x64' } as const;
  const left = async () => {
    await beginChange(root, { ...change, from: VERSION, to: undefined, runner: 'another', details });
    rmSync(markerPath(entry(root, VERSION)), { force: true });
    await settleVersions(root, session.context, session.doors);
  };
  const other: LeaseHolder = { runnerId: 'a'.repeat(12), jobId: 'b'.repeat(12), text: 'r2, run 8' };
  const lease = await takeLease(entry(root, VERSION), other, 24);
  await left();
  expect(log.join('\n')).toMatch(/is in use: r2, run 8.*It is undone/s);
  expect(readlinkSync(linksOf(root).current)).toBe(tree);
  expect((await inspectEntry(entry(root, VERSION))).state).toBe('whole');
  rmSync(lease);
  await left();
  expect(log.join('\n')).toMatch(/It is finished/);
  expect(existsSync(path.dirname(tree))).toBe(false);
});
