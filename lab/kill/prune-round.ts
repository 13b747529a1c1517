import { existsSync } from 'node:fs';
import { stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Entry,
  markerPath,
  mirrorTool,
  sidecarPath,
  stateDirectory,
  treePath,
} from '../../src/toolcache/layout.ts';
import { startMirror } from '../mirror/mirror.ts';
import { madeUpReleases } from '../releases/made-up.ts';
import { createRunner, finishJob, type Runner, type StepResult, startJob, startStep } from '../runner.ts';
import type { WindowsLab } from '../windows/lab.ts';
import { auditProblem } from './audit-check.ts';
import { killRun } from './kill-run.ts';
import { type MachineWatch, PRUNE_STEPS, watchPrune } from './machine-steps.ts';
import { collectViolations, expectSuccess, NOTHING_SEEN, type Outcome, wordsOf } from './outcome.ts';
import type { PruneRound } from './prune-plan.ts';
import { madeUpSources } from './sources.ts';
import { ageWriteTests, emptyToolCache, keepEntry, leftoversIn, putBackEntry } from './tool-cache.ts';
import { differenceOf, type WantedTree, wantedTree } from './wanted-tree.ts';
import { askWindows } from './zip-round.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const ORDER = PRUNE_STEPS.map(({ name }) => name);
/** What goes, and what stays. */
const OLD = '1.98.1';
const KEPT = '1.99.1';
const PRUNE = { operation: 'prune', 'keep-versions': '1' };
/** So many files that removing a tree is a phase of its own. */
const FILES = 100;

interface KeptGo {
  readonly entry: Entry;
  readonly wanted: WantedTree;
  /** Host path of a whole copy of what lies beside the entry. */
  readonly copy: string;
}

/** A runner of its own, whose tool cache has two versions. */
export interface PruneScene {
  readonly runner: Runner;
  readonly old: KeptGo;
  readonly kept: KeptGo;
  /** How long a whole prune takes here; the kills' moments are parts of it. */
  readonly stepMs: number;
}

/** Prepares a mirror and a runner, measures a whole prune, and closes the mirror after `work`. */
export async function withPruneScene<T>(
  lab: WindowsLab,
  work: (scene: PruneScene) => Promise<T>,
): Promise<T> {
  const files = madeUpSources(FILES);
  const releases = await madeUpReleases([OLD, KEPT], { files });
  const mirror = await startMirror(releases);
  try {
    const runner = await createRunner(lab, { environment: { GO_DOWNLOAD_BASE_URL: mirror.url } });
    await requireWell(runner, { 'go-version': `${OLD}\n${KEPT}` });
    const [old, kept] = await Promise.all(
      releases.map(async (release): Promise<KeptGo> => {
        const { version, architecture } = release;
        const entry = { root: runner.toolCache.host, tool: mirrorTool(mirror.url), version, architecture };
        const copy = path.join(runner.directory.host, `whole-${version}`);
        await keepEntry(entry, copy);
        return { entry, wanted: await wantedTree(release), copy };
      }),
    );
    if (old === undefined || kept === undefined) throw new Error('There are no made-up releases');
    const scene = { runner, old, kept, stepMs: 0 };
    await fill(scene);
    const { wallMs } = await requireWell(runner, PRUNE);
    return await work({ ...scene, stepMs: wallMs });
  } finally {
    await mirror.close();
  }
}

/** Kills a prune of the tool cache, and looks what the next run makes of it. */
export async function playPruneRound({ kill, next }: PruneRound, scene: PruneScene): Promise<Outcome> {
  const { runner, old, kept, stepMs } = scene;
  let watching: MachineWatch | undefined;
  const killed = await killRun(kill, ORDER, {
    stepMs,
    prepare: async () => await fill(scene),
    watch: (onStep) => {
      const fileCommands = path.join(runner.temp.host, '_runner_file_commands');
      watching = watchPrune(old.entry, fileCommands, onStep);
      return watching;
    },
    start: async () => {
      await startJob(runner);
      const step = await startStep(repo, PRUNE, runner);
      watching?.jobBegun();
      return step;
    },
  });
  await ageWriteTests(old.entry);
  const { violations, expect } = collectViolations();
  await expectWhole(scene, expect);

  const step = await run(runner, next === 'prune' ? PRUNE : { 'go-version': OLD });
  expectSuccess(step, expect);
  expect(!/Waiting for/.test(step.log), 'the next run waited for a dead one');
  await expectWhole(scene, expect);
  const there = existsSync(markerPath(old.entry));
  expect(there === (next === 'install'), there ? `${OLD} is there still` : `${OLD} is not there`);
  const entries = [kept.entry, ...(next === 'install' ? [old.entry] : [])];
  const left = await leftoversIn(runner.toolCache.host, entries);
  expect(left.length === 0, `left over: ${left.join(', ')}`);
  if (next === 'install') {
    const { goVersion, lockFree } = await askWindows(runner, old.entry);
    expect(goVersion === `go version go${OLD} windows/amd64`, `go version says "${goVersion}"`);
    expect(lockFree, 'the lock is held, and nobody is there');
  }
  const problem = await auditProblem(stateDirectory(runner.toolCache.host), step.log);
  expect(problem === undefined, `the audit log: ${problem}`);
  return {
    killedAfter: killed.last ?? NOTHING_SEEN,
    said: [
      ...(step.outputs['tool-cache-hit'] === 'true' ? ['hit'] : []),
      ...wordsOf(step.log, [
        [/Took over the lock/, 'lock taken over'],
        [/torn/, 'torn tree found'],
        [/Removed .* freed/, 'pruned'],
        [/left by a run that was killed|Removed .*interrupted/, 'leftovers removed'],
        [/Published/, 'installed'],
        [/Freed 0 B/, 'nothing to prune'],
      ]),
    ],
    violations,
    recoveryMs: step.wallMs,
    killedLog: killed.result.log,
    log: step.log,
  };
}

/** Whatever carries a marker is whole, and what no prune was to remove carries one. */
async function expectWhole(
  { old, kept }: PruneScene,
  expect: (holds: boolean, what: string) => void,
): Promise<void> {
  expect(existsSync(markerPath(kept.entry)), `${KEPT} lost its marker`);
  for (const { entry, wanted } of [old, kept]) {
    const broken = existsSync(markerPath(entry)) ? await differenceOf(treePath(entry), wanted) : undefined;
    expect(broken === undefined, `a marker beside a tree of ${entry.version} that is not whole: ${broken}`);
  }
}

async function fill({ old, kept }: PruneScene): Promise<void> {
  await emptyToolCache(old.entry);
  for (const { entry, copy } of [old, kept]) {
    await putBackEntry(entry, copy);
    // A directory that is younger than our record is taken for another action's.
    const { mtime } = await stat(sidecarPath(entry));
    await utimes(treePath(entry), mtime, mtime);
  }
}

async function run(runner: Runner, inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  await startJob(runner);
  return await (await startStep(repo, inputs, runner)).result;
}

async function requireWell(runner: Runner, inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  const step = await run(runner, inputs);
  if (step.exitCode !== 0)
    throw new Error(`The step that nobody kills ended with ${step.exitCode}:\n${step.log}`);
  await finishJob(runner);
  return step;
}
