import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Entry, lockFile, lockName, stateDirectory, treePath } from '../../src/toolcache/layout.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { type Runner, runCommand, runStep, type StepResult, startJob, startStep } from '../runner.ts';
import { auditProblem } from './audit-check.ts';
import { type Killed, killRun } from './kill-run.ts';
import { collectViolations, expectSuccess, NOTHING_SEEN, type Outcome, wordsOf } from './outcome.ts';
import type { Moment } from './plan.ts';
import {
  ageWriteTests,
  emptyToolCache,
  leftoversIn,
  putBackEntry,
  type Snapshot,
  snapshot,
  tearTree,
} from './tool-cache.ts';
import { differenceOf, type WantedTree } from './wanted-tree.ts';
import type { ZipRound, ZipStart } from './zip-plan.ts';
import { watchZip, ZIP_STEPS, type ZipStep, type ZipWatch } from './zip-steps.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const ORDER = ZIP_STEPS.map(({ name }) => name);
/** The made-up ZIP takes most of a second, which can be aimed at. Only the runs that are killed are kept back. */
const BYTES_A_SECOND = 1e7;

/** A runner of its own, and the release that it installs time and again. */
export interface ZipScene {
  readonly runner: Runner;
  readonly mirror: Mirror;
  readonly inputs: Readonly<Record<string, string>>;
  /** Where that release lies in the runner's tool cache; its root is the host's path. */
  readonly entry: Entry;
  readonly wanted: WantedTree;
  /** Host path of a whole copy of what lies beside the entry. */
  readonly copy: string;
  /** Size of the ZIP in bytes. */
  readonly size: number;
  /** `go version` of that release. */
  readonly answer: string;
  /** How long a whole step takes here; the kills' moments are parts of it. */
  readonly stepMs: number;
  /** Passes the mirror's requests on to whoever watches now. */
  watched: ZipWatch | undefined;
}

/** Brings the tool cache to the round's start, kills a run there, and looks whether the next one puts everything right. */
export async function playZipRound({ start, kill }: ZipRound, scene: ZipScene): Promise<Outcome> {
  const { entry } = scene;
  let before = await snapshot(entry);
  const killed = await killZip(kill, scene, async () => {
    await bringAbout(start, scene);
    before = await snapshot(entry);
  });
  await ageWriteTests(entry);
  const after = await snapshot(entry);
  const { violations, expect } = collectViolations();
  // Whatever the moment of the kill: what carries a marker is whole.
  const broken = after.marker ? await differenceOf(treePath(entry), scene.wanted) : undefined;
  expect(broken === undefined, `a marker beside a tree that is not whole: ${broken}`);
  expect(!before.marker || after.marker, 'a whole tree lost its marker');

  const step = await install(scene);
  expectSuccess(step, expect);
  expectTold(after, step, expect);
  await expectWhole(scene, step, expect);
  return {
    killedAfter: killed.last ?? NOTHING_SEEN,
    said: whatItSaid(step),
    violations,
    recoveryMs: step.wallMs,
    killedLog: killed.result.log,
    log: step.log,
  };
}

/** Runs the step in a new job. */
export async function install({ runner, inputs }: ZipScene): Promise<StepResult> {
  await startJob(runner);
  return await runStep(repo, inputs, runner);
}

async function bringAbout(start: ZipStart, scene: ZipScene): Promise<void> {
  await emptyToolCache(scene.entry);
  if (start.kind === 'torn' || start.kind === 'whole') await putBackEntry(scene.entry, scene.copy);
  if (start.kind === 'torn') await tearTree(scene.entry);
  if (start.kind === 'killed') await killZip(start.at, scene, () => emptyToolCache(scene.entry));
}

async function killZip(
  moment: Moment<ZipStep>,
  scene: ZipScene,
  prepare: () => Promise<void>,
): Promise<Killed<ZipStep>> {
  const { runner, inputs, entry, size, mirror } = scene;
  const fileCommands = path.join(runner.temp.host, '_runner_file_commands');
  try {
    return await killRun(moment, ORDER, {
      stepMs: scene.stepMs,
      prepare: async () => {
        await prepare();
        await startJob(runner);
        mirror.setBandwidth(BYTES_A_SECOND);
      },
      watch: (onStep) => {
        scene.watched = watchZip({ entry, fileCommands, size }, onStep);
        return scene.watched;
      },
      start: async () => await startStep(repo, inputs, runner),
    });
  } finally {
    scene.watched = undefined;
    mirror.setBandwidth(0);
  }
}

/** That the next run says what it found. */
function expectTold(
  after: Snapshot,
  { outputs, log }: StepResult,
  expect: (holds: boolean, what: string) => void,
): void {
  const hit = outputs['tool-cache-hit'];
  expect(hit === String(after.marker), `the next run says tool-cache-hit ${hit}`);
  expect(!/Waiting for/.test(log), 'the next run waited for a dead one');
  if (after.marker) return;
  expect(after.record === undefined || /Took over the lock/.test(log), 'no word of the dead owner');
  expect(after.tree === undefined || /is torn/.test(log), 'no word of the torn tree');
  expect(after.temporary.size === 0 || /Removed .*interrupted/.test(log), 'no word of the leftovers');
}

async function expectWhole(
  { runner, entry, wanted, answer }: ZipScene,
  { log }: StepResult,
  expect: (holds: boolean, what: string) => void,
): Promise<void> {
  const now = await snapshot(entry);
  const difference = await differenceOf(treePath(entry), wanted);
  expect(difference === undefined, `after the next run: ${difference}`);
  expect(now.marker, 'no marker after the next run');
  expect(now.sidecar, 'no sidecar after the next run');
  // The killed run's own go.exe may live on for some seconds, in the old tree: then that is said, and left to a later run.
  const held = /Could not remove the old tree of .* yet/.test(log) ? [...now.temporary.keys()] : [];
  const left = (await leftoversIn(entry.root, [entry])).filter((file) => !held.includes(path.basename(file)));
  expect(left.length === 0, `left over after the next run: ${left.join(', ')}`);
  const { goVersion, lockFree } = await askWindows(runner, entry);
  expect(goVersion === answer, `go version says "${goVersion}"`);
  expect(lockFree, 'the lock is held, and nobody is there');
  const problem = await auditProblem(stateDirectory(entry.root), log);
  expect(problem === undefined, `the audit log: ${problem}`);
}

/** In a later step of the job: `go version`, and whether the lock file, which is held by being open without sharing, can be opened. */
export async function askWindows(
  runner: Runner,
  entry: Entry,
): Promise<{ goVersion: string; lockFree: boolean }> {
  const lock = lockFile(runner.toolCache.windows, lockName(entry)).replaceAll('/', '\\');
  const script = `go version\n2>nul (>>"${lock}" rem) && echo free || echo held`;
  const [goVersion = '', state] = (await runCommand(runner, script)).stdout.trim().split(/\r?\n/);
  return { goVersion: goVersion.trim(), lockFree: state?.trim() === 'free' };
}

function whatItSaid({ log, outputs }: StepResult): string[] {
  return [
    ...(outputs['tool-cache-hit'] === 'true' ? ['hit'] : []),
    ...wordsOf(log, [
      [/Took over the lock/, 'lock taken over'],
      [/is torn/, 'torn tree replaced'],
      [/Removed .*interrupted/, 'leftovers removed'],
      [/Published/, 'installed'],
    ]),
  ];
}
