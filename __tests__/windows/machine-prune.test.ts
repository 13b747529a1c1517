import { existsSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type MachineScene, openMachineScene } from '../../lab/machine/scene.ts';
import { runGo } from '../../lab/msi/holder.ts';
import {
  createRunner,
  finishJob,
  type Runner,
  runCommand,
  type StepResult,
  startStep,
} from '../../lab/runner.ts';
import { describePrivateWindows, PREPARATION_MS } from '../../lab/windows/suite.ts';
import { auditLines, expectFailure, expectSuccess, inToolCache, repo, setupGo } from './steps.ts';

jest.setTimeout(3 * 60_000);

const ROOT = 'C:\\ProgramData\\setup-go-win';
/** What each of them is to this machine. */
const [UNUSED, RUNNING, BEFORE, LEASED, CURRENT, OTHERS, NEWEST] = [
  ...['1.95.1', '1.96.1', '1.97.1', '1.98.0', '1.98.1', '1.99.1', '1.99.2'],
] as [string, string, string, string, string, string, string];
const ALL = [UNUSED, RUNNING, BEFORE, LEASED, CURRENT, OTHERS, NEWEST];

// One machine's story: each test goes on where the one before it ended.
await describePrivateWindows('operation: prune, scope: machine; junctions played by Unix links', (lab) => {
  let scene: MachineScene;
  /** A runner whose job uses a version that was the machine's when it began. */
  let user: Runner;

  beforeAll(async () => {
    scene = await openMachineScene(lab, ALL);
    user = await createRunner(lab, { name: 'user', environment: scene.runner.env });
  }, PREPARATION_MS);
  afterAll(async () => await scene?.close());

  const prune = async (inputs: Record<string, string> = {}) =>
    await scene.step({ operation: 'prune', 'keep-versions': '1', ...inputs });
  const there = () => readdirSync(path.dirname(path.dirname(scene.tree(NEWEST)))).sort();
  const windows = (version: string) => lab.toWindows(scene.tree(version));
  const pruned = (step: StepResult) =>
    (JSON.parse(step.outputs['pruned'] ?? '') as { 'go-version': string }[]).map((one) => one['go-version']);
  const plan = (step: StepResult) =>
    step.log.split('\n').filter((line) => /^(?:remove|keep|leave) /.test(line));
  const file = (name: string) => path.join(scene.root, name);

  it('without a machine’s root has nothing to do, and makes none', async () => {
    const step = await prune();
    expectSuccess(step);
    expect(step.log).toContain(`There is no ${ROOT}`);
    expect(step.outputs).toMatchObject({ 'bytes-freed': '0', pruned: '[]', 'error-code': '' });
    expect(existsSync(scene.root)).toBe(false);
  });

  it('keeps the current version, the one before it and the one that a job uses; removes none that runs since it was current, and none of another owner', async () => {
    const change = async (inputs: Record<string, string>) => {
      expectSuccess(await scene.step(inputs));
      await finishJob(scene.runner);
    };
    await change({ 'go-version': ALL.join('\n') });
    await change({ operation: 'switch', 'go-version': RUNNING });
    // Of no job, and started by what is on the machine's PATH: it goes on while others switch.
    const holder = await runGo(lab, `${ROOT}\\current\\bin\\go.exe`);
    try {
      const machine = { scope: 'machine', 'go-download-base-url': scene.mirror.url };
      expectSuccess(await setupGo(user, { ...machine, 'go-version': LEASED }));
      for (const version of [BEFORE, CURRENT]) await change({ operation: 'switch', 'go-version': version });
      await rm(`${scene.tree(OTHERS)}.setup-go-win.json`);
      const step = await prune();
      expect(step.exitCode).toBe(0);
      expect(pruned(step)).toEqual([UNUSED]);
      expect(there()).toEqual([RUNNING, BEFORE, LEASED, CURRENT, OTHERS, NEWEST]);
      expect(step.log).toContain(`keep    ${windows(CURRENT)}: ${ROOT}\\current leads to it`);
      expect(step.log).toContain(`keep    ${windows(BEFORE)}: a rollback returns to it`);
      expect(step.log).toMatch(/keep {4}\S+1\.98\.0\\x64: used by user on .*, job job of owner\/project/);
      expect(step.log).toContain(`leave   ${windows(OTHERS)}: not put there by this action`);
      expect(step.annotations.map(({ level, message }) => [level, message])).toEqual([
        ['warning', expect.stringMatching(/Could not remove \S+1\.96\.1\\x64: .*go\.exe/)],
      ]);
      expect(step.summary).toContain('Go of the machine: ');
      const [first] = JSON.parse(step.outputs['pruned'] ?? '');
      expect(first).toMatchObject({ architecture: 'x64', goroot: windows(UNUSED), official: false });
      const audit = auditLines(inToolCache(scene.runner, '.setup-go-win', 'audit.jsonl'));
      expect(audit.at(-1)).toMatchObject({ action: 'prune', target: windows(UNUSED), outcome: 'ok' });
      expect((await runCommand(user, 'go version')).stdout).toContain(`go${LEASED}`);
      expect(await scene.goAnswers()).toContain(`go${CURRENT} `);
      expect(existsSync(file('journal.json'))).toBe(false);
    } finally {
      await holder.release();
    }
  });

  it('with dry-run tells the very plan of the real one, and changes nothing', async () => {
    await finishJob(user);
    const files = () => readdirSync(scene.root, { recursive: true, encoding: 'utf8' }).sort();
    const before = files();
    const dry = await prune({ 'dry-run': 'true' });
    expectSuccess(dry);
    expect(files()).toEqual(before);
    expect(dry.log).toContain('nothing was changed');
    expect(pruned(dry)).toEqual([LEASED, RUNNING]);
    const wet = await prune();
    expectSuccess(wet);
    expect(plan(wet)).toEqual(plan(dry));
    for (const name of ['pruned', 'bytes-freed']) expect(wet.outputs[name]).toBe(dry.outputs[name]);
    expect(there()).toEqual([BEFORE, CURRENT, OTHERS, NEWEST]);
  });

  it('leaves the way back: a rollback goes where it would have gone', async () => {
    const step = await scene.step({ operation: 'rollback' });
    expectSuccess(step);
    expect(step.outputs['go-version']).toBe(BEFORE);
    expect(await scene.goAnswers()).toContain(`go${BEFORE} `);
    await finishJob(scene.runner);
  });

  it.each([
    ['the marker is gone', () => !existsSync(`${scene.tree(UNUSED)}.complete`)],
    ['the tree was moved', () => !existsSync(scene.tree(UNUSED))],
  ])('killed when %s, it is finished by the next operation, which says so', async (_case, seen) => {
    const machine = { scope: 'machine', 'go-download-base-url': scene.mirror.url };
    const given = { ...machine, operation: 'prune', 'keep-versions': '1' };
    const installed = async () => {
      expectSuccess(await scene.step({ 'go-version': `${UNUSED}\n${BEFORE}` }));
      await finishJob(scene.runner);
    };
    // On a busy machine the removal may be through before the kill comes: then once more.
    for (let tries = 0; tries < 5 && !existsSync(file('journal.json')); tries++) {
      await installed();
      const running = await startStep(repo, given, scene.runner);
      const until = performance.now() + 60_000;
      while (!seen() && performance.now() < until) await new Promise((next) => setImmediate(next));
      running.kill('SIGKILL');
      await running.result;
    }
    expect(await scene.goAnswers()).toContain(`go${BEFORE} `);
    const dry = await prune({ 'dry-run': 'true' });
    const step = await scene.step({ operation: 'switch', 'go-version': NEWEST });
    expectSuccess(step);
    expect(step.log).toContain(`An earlier run was interrupted: prune of ${UNUSED}, by`);
    expect(step.log).toContain(`It is finished: go${UNUSED} in ${windows(UNUSED)} is gone`);
    expect(dry.log).toContain('A change that an earlier run began is open');
    expect(there()).toEqual(expect.arrayContaining([BEFORE, OTHERS, NEWEST]));
    expect(there()).not.toContain(UNUSED);
    expect(existsSync(file('journal.json'))).toBe(false);
    await installed();
  });

  it('that cannot say what is current removes nothing; outputs tell that', async () => {
    await writeFile(file('history.json'), '{');
    const step = await prune();
    expectFailure(step, 'E_VERIFY', /history\.json is damaged/);
    expect(step.outputs).toMatchObject({ 'bytes-freed': '0', pruned: '[]' });
    expect(there()).toContain(UNUSED);
  });
});
