import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { writeJson } from '../../src/machine/atomic-file.ts';
import { linksOf } from '../../src/machine/current.ts';
import { beginChange } from '../../src/machine/journal.ts';
import { settleSwitch } from '../../src/side-by-side/interrupted.ts';
import { currentBin, type Session } from '../../src/side-by-side/session.ts';
import { switchTo } from '../../src/side-by-side/switch.ts';
import { entry, makeVersion, PATH_BEFORE, type TestMachine, testMachine } from './machine.ts';

const [A, B] = ['1.99.1', '1.99.2'] as const;
let scratch: string;
let machine: TestMachine;
let trees: Record<string, string>;

beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'switch-'));
  const root = path.join(scratch, 'root');
  mkdirSync(root);
  await writePath({ type: 'expand_sz', data: PATH_BEFORE });
  machine = testMachine(root);
  trees = Object.fromEntries([A, B].map((version) => [version, makeVersion(root, version)]));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const writePath = async (value: unknown) =>
  await writeJson(path.join(scratch, 'registry.json'), { path: value });
const leads = () => readlinkSync(linksOf(machine.root).current);
const switchBy = async (version: string, doors: Partial<Session['doors']> = {}, goroot = false) => {
  const { session } = machine;
  const context = { ...session.context, inputs: { ...session.context.inputs, machineGoroot: goroot } };
  const own = { ...session, context, doors: { ...session.doors, ...doors } };
  return await switchTo(entry(machine.root, version), 'switch', own);
};

describe('a switch', () => {
  it('writes what is wanted once, and the second time nothing', async () => {
    expect(await switchBy(A)).toBe(true);
    expect(leads()).toBe(trees[A]);
    expect((await machine.environment()).path).toEqual({
      type: 'expand_sz',
      data: `${PATH_BEFORE};${currentBin(machine.root)}`,
    });
    expect((await machine.environment()).goroot).toBeUndefined();
    const history = readFileSync(path.join(machine.root, 'history.json'), 'utf8');
    expect(await switchBy(A)).toBe(false);
    expect(await switchBy(B)).toBe(true);
    expect(await switchBy(A)).toBe(true);
    expect(JSON.parse(history).successes).toHaveLength(1);
    expect(machine.audit).toEqual(['set-variable ok', 'switch ok', 'switch ok', 'switch ok']);
  });

  it('writes GOROOT only on request', async () => {
    await switchBy(A, {}, true);
    expect((await machine.environment()).goroot).toEqual({ type: 'sz', data: linksOf(machine.root).current });
    expect(await switchBy(A, {}, true)).toBe(false);
  });

  it('puts PATH right where the version is the right one already', async () => {
    await switchBy(A);
    await writePath({ type: 'sz', data: 'C:\\rewritten' });
    expect(await switchBy(A)).toBe(true);
    expect((await machine.environment()).path).toEqual({
      type: 'sz',
      data: `C:\\rewritten;${currentBin(machine.root)}`,
    });
  });

  it('does not begin where the new version does not work', async () => {
    await switchBy(A);
    writeFileSync(path.join(trees[B] ?? '', 'VERSION'), 'go1.0.0\n');
    await expect(switchBy(B)).rejects.toThrow('VERSION says go1.0.0');
    expect(leads()).toBe(trees[A]);
    expect(existsSync(path.join(machine.root, 'journal.json'))).toBe(false);
  });

  it('is taken back where the new version does not work through the link', async () => {
    await switchBy(A);
    const { works } = machine.session.doors;
    const refuse: typeof works = async (tree, expected) => {
      if (tree === linksOf(machine.root).current)
        throw new SetupError('E_VERIFY', 'Not through a link.', { remedy: 'Do something.' });
      return await works(tree, expected);
    };
    await expect(switchBy(B, { works: refuse })).rejects.toMatchObject({
      code: 'E_VERIFY',
      message: 'Not through a link.',
      state: expect.stringContaining(`leads to go${A}`),
    });
    expect(leads()).toBe(trees[A]);
    expect(machine.audit.at(-1)).toBe('switch E_VERIFY');
    expect(existsSync(path.join(machine.root, 'journal.json'))).toBe(false);
  });

  it('is taken back, with the bytes of PATH, where the registry refuses it', async () => {
    const { writeVariable } = machine.session.doors;
    let refusing = true;
    const refuse: typeof writeVariable = async (scope, name, value) => {
      await writeVariable(scope, name, value);
      if (refusing) {
        refusing = false;
        throw new SetupError('E_PERMISSION', 'Not there.', { remedy: 'Do something.' });
      }
    };
    await expect(switchBy(A, { writeVariable: refuse })).rejects.toMatchObject({
      code: 'E_PERMISSION',
      state: expect.stringContaining('none now'),
    });
    expect(existsSync(linksOf(machine.root).current)).toBe(false);
    expect((await machine.environment()).path).toEqual({ type: 'expand_sz', data: PATH_BEFORE });
  });

  it('warns of a GOROOT of the machine that every go would follow', async () => {
    await writeJson(path.join(scratch, 'registry.json'), { goroot: { type: 'sz', data: 'C:\\old' } });
    await switchBy(A);
    expect(machine.log.join('\n')).toMatch(/GOROOT of the machine is C:\\old.*Remove it/);
  });
});

describe('a switch that an earlier run began', () => {
  async function leave(details: object) {
    await switchBy(A);
    const { root } = machine;
    await beginChange(root, {
      method: 'zip',
      operation: 'switch',
      architecture: 'x64',
      from: A,
      to: B,
      runner: 'another',
      details: {
        before: trees[A],
        after: trees[B],
        scope: 'machine',
        path: { type: 'expand_sz', data: PATH_BEFORE },
        goroot: null,
        setGoroot: false,
        ...details,
      },
    });
    rmSync(linksOf(root).current);
    machine.log.length = 0;
  }
  const settle = async () => await settleSwitch(machine.root, machine.session.context, machine.session.doors);

  it('is undone where its version is not whole any more', async () => {
    await leave({});
    writeFileSync(path.join(trees[B] ?? '', 'VERSION'), 'go1.0.0\n');
    await settle();
    expect(leads()).toBe(trees[A]);
    expect(machine.log.join('\n')).toMatch(/The new one does not work.*It is undone: .*leads to go1\.99\.1/s);
  });

  it('leaves no link where neither version is whole, and says so', async () => {
    await leave({});
    for (const tree of Object.values(trees)) rmSync(tree, { recursive: true });
    await settle();
    expect(existsSync(linksOf(machine.root).current)).toBe(false);
    expect(machine.log.join('\n')).toMatch(/There is no .*current now: it led to go1\.99\.1 before/);
    expect((await machine.environment()).path).toEqual({ type: 'expand_sz', data: PATH_BEFORE });
  });

  it('is undone without touching what somebody else has made of PATH since', async () => {
    await leave({ after: path.join(scratch, 'elsewhere') });
    await writePath({ type: 'sz', data: `C:\\new;${currentBin(machine.root)}` });
    await settle();
    expect(leads()).toBe(trees[A]);
    expect((await machine.environment()).path).toEqual({
      type: 'sz',
      data: `C:\\new;${currentBin(machine.root)}`,
    });
    expect(machine.log.join('\n')).toContain('something else has changed it since');
  });
});
