import { rm } from 'node:fs/promises';
import path from 'node:path';
import { stateDirectory } from '../../src/toolcache/layout.ts';
import { SESSION_MANAGER } from '../msi/machine.ts';
import { type MsiScene, openMsiScene } from '../msi/scene.ts';
import type { WindowsLab } from '../windows/lab.ts';
import { auditProblem } from './audit-check.ts';
import { killRun } from './kill-run.ts';
import { expectMachine, splitPath } from './msi-facts.ts';
import type { MsiRound, MsiWork } from './msi-plan.ts';
import { MSI_STEPS, type MsiWatch, watchMsi } from './msi-steps.ts';
import { collectViolations, expectSuccess, NOTHING_SEEN, type Outcome, wordsOf } from './outcome.ts';
import { madeUpSources } from './sources.ts';
import { type WantedTree, wantedTree } from './wanted-tree.ts';

/** Versions that upgrades go back and forth between, and one whose MSI fails. */
const VERSIONS = ['1.99.1', '1.99.2', '1.99.3'] as const;
const FAILING = '1.99.3';
/** So many files that msiexec is at work for a while. */
const FILES = 100;
const ORDER = MSI_STEPS.map(({ name }) => name);

export interface MsiKillScene {
  readonly scene: MsiScene;
  readonly failingUrl: string;
  /** By version. */
  readonly trees: ReadonlyMap<string, WantedTree>;
  /** The machine's PATH without Go's entries, before any Go was there. */
  readonly otherPath: readonly string[];
  /** How long a whole step takes here; the kills' moments are parts of it. */
  readonly stepMs: number;
  /** False after a round that went wrong: then the machine is set up anew. */
  sound: boolean;
}

/** Prepares MSIs and a first Go on a Windows of its own, and measures a whole upgrade. */
export async function openMsiKillScene(lab: WindowsLab): Promise<MsiKillScene> {
  const files = madeUpSources(FILES);
  const scene = await openMsiScene(lab, VERSIONS, files);
  const failingUrl = await scene.breaking(`go${FAILING}`, 'fails-after-copy');
  const { others } = splitPath(await scene.machine.registry(SESSION_MANAGER));
  let stepMs = 0;
  for (const version of VERSIONS.slice(0, 2)) {
    const step = await scene.step({ 'go-version': version });
    if (step.exitCode !== 0)
      throw new Error(`The step that nobody kills ended with ${step.exitCode}:\n${step.log}`);
    stepMs = step.wallMs;
  }
  const trees = new Map<string, WantedTree>();
  for (const release of scene.releases) trees.set(release.version, await wantedTree(release));
  return { scene, failingUrl, trees, otherPath: others, stepMs, sound: true };
}

/** Kills the Windows node in the middle of a change of the Go that is there; msiexec goes on. Then looks what the next run makes of it. */
export async function playMsiRound(round: MsiRound, kill: MsiKillScene): Promise<Outcome> {
  const { scene, trees, otherPath } = kill;
  let old = '';
  let watching: MsiWatch | undefined;
  const killed = await killRun(round.kill, ORDER, {
    stepMs: kill.stepMs,
    prepare: async () => {
      old = await versionThere(kill);
      await bringAbout(round, scene);
    },
    watch: (onStep) => {
      watching = watchMsi(placesOf(scene), onStep);
      return watching;
    },
    start: async () => {
      const step = await scene.start(inputsFor(round.work, old, kill));
      watching?.jobBegun();
      return step;
    },
  }).catch((error: unknown) => {
    kill.sound = false;
    throw error;
  });
  const interrupted = (await scene.journal()) !== undefined;
  const version = round.next === 'wanted' ? otherThan(old) : old;
  const next = await scene.step({ 'go-version': version });

  const { violations, expect } = collectViolations();
  expectSuccess(next, expect);
  const told = /An earlier run was interrupted.*?(?:It had ended well|It is undone|nothing was changed)/s;
  expect(!interrupted || told.test(next.log), 'no word of the interrupted change');
  const tree = trees.get(version) ?? new Map();
  await expectMachine(scene, { version, tree, otherPath }, expect);
  const problem = await auditProblem(placesOf(scene).state, next.log);
  expect(problem === undefined, `the audit log: ${problem}`);
  kill.sound = violations.length === 0;
  return {
    killedAfter: killed.last ?? NOTHING_SEEN,
    said: wordsOf(next.log, WORDS),
    violations,
    recoveryMs: next.wallMs,
    killedLog: killed.result.log,
    log: next.log,
  };
}

function placesOf({ root, machine, runner }: MsiScene) {
  return {
    root,
    goRoot: machine.goRoot,
    state: stateDirectory(runner.toolCache.host),
    fileCommands: path.join(runner.temp.host, '_runner_file_commands'),
  };
}

/** Where there is none, or one that is only half there, the last round went wrong: that must not spoil the next one. */
async function versionThere(kill: MsiKillScene): Promise<string> {
  const { scene } = kill;
  const found = (await scene.machine.version()).replace(/^go/, '');
  if (kill.sound && VERSIONS.some((version) => version === found)) return found;
  await scene.clear();
  const { exitCode, log } = await scene.step({ 'go-version': VERSIONS[0] });
  if (exitCode !== 0) throw new Error(`The machine could not be set up anew:\n${log}`);
  kill.sound = true;
  return VERSIONS[0];
}

async function bringAbout({ work, bare }: MsiRound, scene: MsiScene): Promise<void> {
  if (work === 'first') await scene.step({ operation: 'uninstall' });
  if (!bare) return;
  // The lists of files that lie there, too, belong to what is installed.
  for (const release of scene.msis)
    await rm(path.join(scene.root, 'msi', `${release.goVersion}-x64-${release.sha256.slice(0, 8)}`), {
      recursive: true,
      force: true,
    });
}

function inputsFor(work: MsiWork, old: string, { failingUrl }: MsiKillScene): Record<string, string> {
  switch (work) {
    case 'upgrade':
    case 'first':
      return { 'go-version': otherThan(old) };
    case 'failing':
      return { 'go-version': FAILING, 'go-download-base-url': failingUrl };
    case 'repair':
    case 'uninstall':
      return { operation: work };
  }
}

function otherThan(version: string): string {
  return version === VERSIONS[0] ? VERSIONS[1] : VERSIONS[0];
}

const WORDS = [
  [/An earlier run was interrupted/, 'interrupted'],
  [/still at work; waiting/, 'waited for msiexec'],
  [/nothing was changed/, 'nothing had changed'],
  [/It had ended well/, 'ended well'],
  [/It is undone/, 'undone'],
  [/Recovery step: (?:install|repair)-old/, 'old Go put back'],
  [/Already installed/, 'already installed'],
  [/is replaced by|Installing go/, 'installed'],
] as const;
