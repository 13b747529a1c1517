import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stateDirectory } from '../../src/toolcache/layout.ts';
import { junctionsAtRest } from '../machine/junctions.ts';
import { type MachineScene, openMachineScene } from '../machine/scene.ts';
import { writeMachinePath } from '../msi/scene.ts';
import { madeUpReleases } from '../releases/made-up.ts';
import { finishJob, type StepResult } from '../runner.ts';
import { runCommand } from '../windows/command.ts';
import type { WindowsLab } from '../windows/lab.ts';
import { auditProblem } from './audit-check.ts';
import { killRun } from './kill-run.ts';
import { entryOf, expectMachine, expectNoneTorn, type KnownMachine } from './machine-facts.ts';
import type { MachineNext, MachineRound, MachineWork } from './machine-plan.ts';
import { MACHINE_STEPS, type MachineWatch, watchMachine } from './machine-steps.ts';
import { collectViolations, expectSuccess, NOTHING_SEEN, type Outcome, wordsOf } from './outcome.ts';
import { madeUpSources } from './sources.ts';
import { ageWriteTests } from './tool-cache.ts';
import { type WantedTree, wantedTree } from './wanted-tree.ts';

/** The machine's Go, the one that a rollback returns to, one that is there besides, and one that is not. */
const NOW = '1.99.1';
const BEFORE = '1.99.2';
const OLD = '1.98.1';
const NEW = '1.99.3';
/** So many files that removing a tree is a phase of its own. */
const FILES = 100;
const ORDER = MACHINE_STEPS.map(({ name }) => name);
/** The machine's PATH without `current`: long, odd, and not the lab's own. */
const OTHER_PATH = `%SystemRoot%\\system32;C:\\ü ß;"C:\\a;b";;${'C:\\long;'.repeat(200)}%Nope%`;
/** Whose tree goes, or has another one put in its place. */
const TREES: Readonly<Partial<Record<MachineWork, string>>> = { uninstall: NOW, repair: NOW, prune: OLD };
const TABLE = 'lab-junctions.json';

export interface MachineKillScene extends KnownMachine {
  /** Host path of a copy of the machine's root, as each round finds it. */
  readonly copy: string;
  /** How long a whole step takes here, by its work; the kills' moments are parts of it. */
  readonly stepMs: ReadonlyMap<MachineWork, number>;
  /** False after a round that went wrong: then PATH is written anew. */
  sound: boolean;
}

/** Prepares versions side by side on a Windows of its own, and measures a whole step of each kind. */
export async function openMachineKillScene(lab: WindowsLab): Promise<MachineKillScene> {
  const files = madeUpSources(FILES);
  const scene = await openMachineScene(lab, await madeUpReleases([NOW, BEFORE, OLD, NEW], { files }));
  const trees = new Map<string, WantedTree>();
  for (const release of scene.releases) trees.set(release.version, await wantedTree(release));
  await writeMachinePath(lab, OTHER_PATH);
  // In this order: so a rollback of the last one leads to the one before it.
  for (const version of [OLD, BEFORE, NOW]) {
    await requireWell(scene, { 'go-version': version });
    // Its post step gives the lease back.
    await finishJob(scene.runner);
  }
  const copy = (await lab.newScratch('machine-root')).host;
  await copyTree(scene.root, copy);
  await cp(path.join(lab.driveC, TABLE), `${copy}.json`);
  const stepMs = new Map<MachineWork, number>();
  const kill = { scene, trees, otherPath: `2:${OTHER_PATH}`, copy, stepMs, sound: true };
  for (const work of ['switch', 'rollback', 'install', 'first', 'uninstall', 'repair', 'prune'] as const) {
    await bringAbout(work, kill);
    stepMs.set(work, (await requireWell(scene, inputsFor(work))).wallMs);
  }
  return kill;
}

async function requireWell(scene: MachineScene, inputs: Readonly<Record<string, string>>) {
  const step = await scene.step(inputs);
  if (step.exitCode !== 0)
    throw new Error(`The step that nobody kills ended with ${step.exitCode}:\n${step.log}`);
  return step;
}

/** Kills the Windows node in the middle of a change of the machine's versions, and looks what the next run makes of it. */
export async function playMachineRound(round: MachineRound, kill: MachineKillScene): Promise<Outcome> {
  const { scene } = kill;
  const { work, next } = round;
  let watching: MachineWatch | undefined;
  const killed = await killRun(round.kill, ORDER, {
    stepMs: kill.stepMs.get(work) ?? 0,
    prepare: async () => await bringAbout(work, kill),
    watch: (onStep) => {
      watching = watchMachine(placesOf(work, scene), onStep);
      return watching;
    },
    start: async () => {
      const step = await scene.start(inputsFor(work));
      watching?.jobBegun();
      return step;
    },
  });
  await junctionsAtRest(scene.lab);
  await ageWriteTests(entryOf(scene, NEW));
  const { violations, expect } = collectViolations();
  const between = await expectNoneTorn(kill, work === 'repair' ? NOW : undefined, expect);
  // Between two renames there is no link, but never without a change that is open.
  const mayBeNone = between.unfinished || work === 'first' || work === 'uninstall';
  expect(between.version !== undefined || mayBeNone, 'there is no current, and no change is open');

  const step = await scene.step(inputsForNext(work, next));
  expectSuccess(step, expect);
  const told = /An earlier run was interrupted.*It is (?:finished|undone)/s.test(step.log);
  expect(
    told === between.unfinished,
    told ? 'told of a change that was not open' : 'no word of the interrupted change',
  );
  expect(!/Waiting for/.test(step.log), 'the next run waited for a dead one');
  const there = scene.versions();
  expect(work !== 'prune' || next !== 'again' || !there.includes(OLD), `${OLD} is there still`);
  expect(work === 'prune' || there.includes(OLD), `${OLD} is gone`);
  expect(there.includes(BEFORE), `${BEFORE} is gone`);
  await expectMachine(kill, versionsAfter(work, next), leftFor(round, step), expect);
  const problem = await auditProblem(stateDirectory(scene.runner.toolCache.host), step.log);
  expect(problem === undefined, `the audit log: ${problem}`);
  kill.sound = violations.length === 0;
  return {
    killedAfter: killed.last ?? NOTHING_SEEN,
    said: wordsOf(step.log, WORDS),
    violations,
    recoveryMs: step.wallMs,
    killedLog: killed.result.log,
    log: step.log,
  };
}

/**
 * What may be left, by its path: what the next run was not about, and what the killed run's own go.exe, which lives on for some seconds, still holds. A
 * prune that is killed when its change is closed leaves its record in the lock of a version that is gone: the next prune removes it.
 */
function leftFor({ work, next }: MachineRound, { log }: StepResult): RegExp[] {
  return [
    ...(work === 'install' && next !== 'again' ? [new RegExp(NEW)] : []),
    ...(work === 'prune' && next !== 'again' ? [new RegExp(`locks/.*${OLD}`)] : []),
    ...(work === 'repair' && next === 'rollback' ? [new RegExp(`locks/.*${NOW}|${NOW}/\\.x64-`)] : []),
    ...(/Could not remove the old tree of .* yet/.test(log) ? [/\.x64-[0-9a-f]{8}$/] : []),
  ];
}

/** Puts the machine's root back as it was, by the host; PATH where this work changes it, or a round went wrong. */
async function bringAbout(work: MachineWork, kill: MachineKillScene): Promise<void> {
  const { scene, copy } = kill;
  const { lab, root } = scene;
  await junctionsAtRest(lab);
  await rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  await copyTree(copy, root);
  const first = work === 'first';
  const links = first ? '{}' : await readFile(`${copy}.json`, 'utf8');
  await writeFile(path.join(lab.driveC, TABLE), links);
  if (first) for (const name of ['current', 'history.json']) await rm(path.join(root, name));
  if (!kill.sound || first || work === 'uninstall') {
    const bin = first ? '' : `;${lab.toWindows(path.join(root, 'current'))}\\bin`;
    await writeMachinePath(lab, `${OTHER_PATH}${bin}`);
  }
  kill.sound = true;
}

/** Links as links, times as they are. */
async function copyTree(from: string, to: string): Promise<void> {
  await runCommand('cp', ['-a', '-T', '--reflink=auto', from, to], 'Is the disk full?');
}

function placesOf(work: MachineWork, scene: MachineScene) {
  return {
    root: scene.root,
    entry: TREES[work] === undefined ? undefined : entryOf(scene, TREES[work]),
    state: stateDirectory(scene.runner.toolCache.host),
    fileCommands: path.join(scene.runner.temp.host, '_runner_file_commands'),
  };
}

function inputsFor(work: MachineWork): Readonly<Record<string, string>> {
  switch (work) {
    case 'switch':
      return { operation: 'switch', 'go-version': BEFORE };
    case 'install':
      return { 'go-version': NEW };
    case 'first':
      return { 'go-version': NOW };
    case 'prune':
      return { operation: 'prune', 'keep-versions': '1' };
    default:
      return { operation: work };
  }
}

function inputsForNext(work: MachineWork, next: MachineNext): Readonly<Record<string, string>> {
  if (next === 'again') return inputsFor(work);
  if (next === 'rollback') return { operation: 'rollback' };
  if (work === 'uninstall') return { 'go-version': NOW };
  return { operation: 'switch', 'go-version': work === 'first' ? BEFORE : NOW };
}

/** What the machine's Go may be after the next run. Where a rollback leads depends on whether the killed change was finished or undone. */
function versionsAfter(work: MachineWork, next: MachineNext): readonly string[] {
  if (next === 'rollback' && work === 'repair') return [BEFORE];
  if (next === 'rollback' || (work === 'rollback' && next === 'again')) return [NOW, BEFORE];
  if (next === 'before') return [work === 'first' ? BEFORE : NOW];
  if (work === 'switch') return [BEFORE];
  return [work === 'install' ? NEW : NOW];
}

const WORDS = [
  [/An earlier run was interrupted/, 'interrupted'],
  [/It is finished/, 'finished'],
  [/It is undone/, 'undone'],
  [/is torn/, 'torn tree replaced'],
  [/Removed .* freed/, 'pruned'],
  [/Removed .*interrupted/, 'leftovers removed'],
  [/Published|is installed anew/, 'installed'],
  [/Before the switch/, 'switched'],
  [/leads to .* already|nothing is to be changed/, 'the right one already'],
] as const;
