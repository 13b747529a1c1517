import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Say, WindowsLab } from '../windows/lab.ts';
import { describeMachineRound, planMachineRounds } from './machine-plan.ts';
import { openMachineKillScene, playMachineRound } from './machine-round.ts';
import { MACHINE_STEPS, PRUNE_STEPS } from './machine-steps.ts';
import { describeMsiRound, planMsiRounds } from './msi-plan.ts';
import { openMsiKillScene, playMsiRound } from './msi-round.ts';
import { MSI_STEPS } from './msi-steps.ts';
import type { Outcome } from './outcome.ts';
import type { Moment } from './plan.ts';
import { describePruneRound, planPruneRounds } from './prune-plan.ts';
import { playPruneRound, withPruneScene } from './prune-round.ts';
import { describeZipRound, planZipRounds } from './zip-plan.ts';
import { playZipRound } from './zip-round.ts';
import { withZipScene } from './zip-scene.ts';
import { zipSteps } from './zip-steps.ts';

/** A round as the command sees it. */
export interface PlannedRound {
  readonly kill: Moment;
  /** In words. */
  readonly text: string;
}

/** A scene on one Windows, where one round is played after the other. */
export interface Stage {
  readonly stepMs: number;
  play(index: number): Promise<Outcome>;
  /** Copies what the last round left behind. @param directory an empty one */
  keep(directory: string): Promise<void>;
}

/** A way to a Go, and the kills on it. */
export interface Way {
  readonly name: 'zip' | 'msi' | 'machine' | 'prune';
  readonly steps: readonly string[];
  readonly rounds: readonly PlannedRound[];
  withStage(lab: WindowsLab, say: Say, work: (stage: Stage) => Promise<void>): Promise<void>;
}

/** @param real version of a real Go; a made-up one where left out */
export function zipWay(count: number, seed: number, real?: string): Way {
  const rounds = planZipRounds(count, seed);
  return {
    name: 'zip',
    steps: zipSteps().map(({ name }) => name),
    rounds: rounds.map((round) => ({ kill: round.kill, text: describeZipRound(round) })),
    withStage: async (lab, say, work) =>
      await withZipScene(lab, { real, say }, async (scene) => {
        await work({
          stepMs: scene.stepMs,
          play: async (index) => await playZipRound(at(rounds, index), scene),
          keep: async (directory) => await copyAway(scene.runner.toolCache.host, directory),
        });
      }),
  };
}

export function msiWay(count: number, seed: number): Way {
  const rounds = planMsiRounds(count, seed);
  return {
    name: 'msi',
    steps: MSI_STEPS.map(({ name }) => name),
    rounds: rounds.map((round) => ({ kill: round.kill, text: describeMsiRound(round) })),
    withStage: async (lab, _say, work) => {
      const kill = await openMsiKillScene(lab);
      try {
        await work({
          stepMs: kill.stepMs,
          play: async (index) => await playMsiRound(at(rounds, index), kill),
          keep: async (directory) => {
            await copyAway(kill.scene.root, path.join(directory, 'machine-root'));
            await copyAway(kill.scene.machine.goRoot, path.join(directory, 'Go'));
            await copyAway(kill.scene.runner.toolCache.host, path.join(directory, 'tool-cache'));
          },
        });
      } finally {
        await kill.scene.close();
      }
    },
  };
}

export function machineWay(count: number, seed: number): Way {
  const rounds = planMachineRounds(count, seed);
  return {
    name: 'machine',
    steps: MACHINE_STEPS.map(({ name }) => name),
    rounds: rounds.map((round) => ({ kill: round.kill, text: describeMachineRound(round) })),
    withStage: async (lab, _say, work) => {
      const kill = await openMachineKillScene(lab);
      const { scene, stepMs } = kill;
      try {
        await work({
          stepMs: stepMs.get('switch') ?? 0,
          play: async (index) => await playMachineRound(at(rounds, index), kill),
          keep: async (directory) => {
            await copyAway(scene.root, path.join(directory, 'machine-root'));
            await copyAway(scene.runner.toolCache.host, path.join(directory, 'tool-cache'));
          },
        });
      } finally {
        await scene.close();
      }
    },
  };
}

export function pruneWay(count: number, seed: number): Way {
  const rounds = planPruneRounds(count, seed);
  return {
    name: 'prune',
    steps: PRUNE_STEPS.map(({ name }) => name),
    rounds: rounds.map((round) => ({ kill: round.kill, text: describePruneRound(round) })),
    withStage: async (lab, _say, work) =>
      await withPruneScene(lab, async (scene) => {
        await work({
          stepMs: scene.stepMs,
          play: async (index) => await playPruneRound(at(rounds, index), scene),
          keep: async (directory) => await copyAway(scene.runner.toolCache.host, directory),
        });
      }),
  };
}

/**
 * Keeps what there is to see of a round that failed: what it was, both logs, and what it left on the disk.
 * @param directory made anew
 */
export async function keepEvidence(
  directory: string,
  facts: Readonly<Record<string, unknown>>,
  outcome: Outcome | undefined,
  stage: Stage,
): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const { killedLog = '', log = '', ...rest } = outcome ?? {};
  const text = JSON.stringify({ ...facts, ...rest }, undefined, 2);
  await writeFile(path.join(directory, 'round.json'), `${text}\n`);
  await writeFile(path.join(directory, 'killed.log'), killedLog);
  await writeFile(path.join(directory, 'next.log'), log);
  await stage.keep(path.join(directory, 'left'));
}

async function copyAway(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true }).catch(() => {}); // it may not be there
}

function at<T>(rounds: readonly T[], index: number): T {
  const round = rounds[index];
  if (round === undefined) throw new Error(`There is no round ${index + 1}`);
  return round;
}
