import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Entry, lockName, treePath } from '../../src/toolcache/layout.ts';
import { type Runner, runCommand, runStep, type StepResult, startJob, startStep } from '../runner.ts';
import type { Moment, Round } from './plan.ts';
import {
  emptyToolCache,
  leftovers,
  lockLeftovers,
  onSight,
  type Phase,
  phaseOf,
  type Snapshot,
  snapshot,
  tearTree,
} from './tool-cache.ts';
import { differenceOf, type WantedTree } from './wanted-tree.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));

/** A runner of its own, and the release that it installs time and again. */
export interface Scene {
  readonly runner: Runner;
  readonly inputs: Readonly<Record<string, string>>;
  /** Where that release lies in the runner's tool cache; its root is the host's path. */
  readonly entry: Entry;
  readonly wanted: WantedTree;
  /** `go version` of that release. */
  readonly answer: string;
  /** How long a whole step takes here; the kills' moments are parts of it. */
  readonly stepMs: number;
}

export interface Outcome {
  readonly phase: Phase;
  /** From the start of the process. */
  readonly killedAfterMs: number;
  /** What the next run found and did, each in a few words. */
  readonly said: readonly string[];
  /** What is not as it should be; empty when all is well. */
  readonly violations: readonly string[];
  /** The log of the next run. */
  readonly log: string;
  readonly recoveryMs: number;
}

/** Brings the tool cache to the round's start, kills a run there, and looks whether the next one puts everything right. */
export async function playRound({ start, kill }: Round, scene: Scene): Promise<Outcome> {
  const { entry } = scene;
  await emptyToolCache(entry);
  if (start.kind === 'torn') {
    await install(scene);
    await tearTree(entry);
  }
  if (start.kind === 'killed') await killRun(start.at, scene);
  const before = await snapshot(entry);
  const killedAfterMs = await killRun(kill, scene);
  const after = await snapshot(entry);
  const violations = await violationsOfKill(after, scene);

  const step = await install(scene);
  violations.push(...violationsOfNextRun(after, step), ...(await violationsAfterwards(scene, step)));
  return {
    phase: phaseOf(before, after),
    killedAfterMs,
    said: whatItSaid(step),
    violations,
    log: step.log,
    recoveryMs: step.wallMs,
  };
}

/** Runs the step in a new job. */
export async function install({ runner, inputs }: Scene): Promise<StepResult> {
  await startJob(runner);
  return await runStep(repo, inputs, runner);
}

/** Kills a run at its moment. One that was quicker is repeated with an earlier moment, so that every round has a kill. */
async function killRun(moment: Moment, scene: Scene): Promise<number> {
  const { runner, inputs, entry } = scene;
  const intact = (await snapshot(entry)).marker;
  for (let part = 1; ; part *= 0.7) {
    await startJob(runner);
    const started = performance.now();
    const step = await startStep(repo, inputs, runner);
    const timers: NodeJS.Timeout[] = [];
    const kill = () => step.kill('SIGKILL');
    const stopWatching =
      moment.kind === 'sight'
        ? onSight(entry, moment.sight, () => {
            if (moment.delayMs * part < 1) kill();
            else timers.push(setTimeout(kill, moment.delayMs * part));
          })
        : () => {};
    if (moment.kind === 'time') timers.push(setTimeout(kill, moment.fraction * part * scene.stepMs));
    const { signal } = await step.result;
    const after = performance.now() - started;
    stopWatching();
    for (const timer of timers) clearTimeout(timer);
    await sleep(20); // wineserver closes the files of the dead
    // On a whole tree every run is over soon: its sights never come.
    if (signal !== null || intact || part < 0.05) return after;
    await emptyToolCache(entry);
  }
}

/** Whatever the moment of the kill: what carries a marker is whole. */
async function violationsOfKill(after: Snapshot, { entry, wanted }: Scene): Promise<string[]> {
  if (!after.marker) return [];
  const difference = await differenceOf(treePath(entry), wanted);
  return difference === undefined ? [] : [`a marker beside a tree that is not whole: ${difference}`];
}

function violationsOfNextRun(after: Snapshot, step: StepResult): string[] {
  const violations: string[] = [];
  const expect = (holds: boolean, what: string) => void (holds || violations.push(what));
  expect(step.exitCode === 0, `the next run ended with ${step.exitCode}`);
  expect(step.annotations.length === 0, `the next run annotated: ${step.annotations[0]?.message}`);
  const hit = step.outputs['tool-cache-hit'];
  expect(hit === String(after.marker), `the next run says tool-cache-hit ${hit}`);
  expect(!/Waiting for/.test(step.log), 'the next run waited for a dead one');
  if (after.marker) return violations;
  expect(after.record === undefined || /Took over the lock/.test(step.log), 'no word of the dead owner');
  expect(after.tree === undefined || /is torn/.test(step.log), 'no word of the torn tree');
  expect(after.temporary.size === 0 || /Removed .*interrupted/.test(step.log), 'no word of the leftovers');
  return violations;
}

async function violationsAfterwards(
  { runner, entry, wanted, answer }: Scene,
  { log }: StepResult,
): Promise<string[]> {
  const violations: string[] = [];
  const now = await snapshot(entry);
  const difference = await differenceOf(treePath(entry), wanted);
  if (difference !== undefined) violations.push(`after the next run: ${difference}`);
  if (!now.marker) violations.push('no marker after the next run');
  if (!now.sidecar) violations.push('no sidecar after the next run');
  // The killed run's own go.exe may live on for some seconds, in the old tree: then that is said, and left to a later run.
  const held = /Could not remove the old tree of .* yet/.test(log);
  const left = [...(held ? [] : await leftovers(entry)), ...(await lockLeftovers(entry))];
  if (left.length > 0) violations.push(`left over after the next run: ${left.join(', ')}`);
  if (!(await lockIsFree(runner, entry))) violations.push('the lock is held, and nobody is there');
  const { stdout } = await runCommand(runner, 'go version');
  if (stdout.trim() !== answer) violations.push(`go version says "${stdout.trim()}"`);
  return violations;
}

/** Opens the lock file as the action does: without sharing. */
async function lockIsFree(runner: Runner, entry: Entry): Promise<boolean> {
  const file = `${runner.toolCache.windows}\\.setup-go-win\\locks\\${lockName(entry)}.lock`;
  const script = `require('fs').openSync(${JSON.stringify(file)}, 2 | 0x10000000)`;
  return (await runner.lab.run(runner.lab.node, ['-e', script])).exitCode === 0;
}

function whatItSaid({ log, outputs }: StepResult): string[] {
  const removed = log.match(/Removed .*interrupted/g)?.length ?? 0;
  return [
    ...(outputs['tool-cache-hit'] === 'true' ? ['hit'] : []),
    ...(/Took over the lock/.test(log) ? ['lock taken over'] : []),
    ...(/is torn/.test(log) ? ['torn tree replaced'] : []),
    ...(removed > 0 ? ['leftovers removed'] : []),
    ...(/Published/.test(log) ? ['installed'] : []),
  ];
}
