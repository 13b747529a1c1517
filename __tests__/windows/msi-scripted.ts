import { expect } from '@jest/globals';
import { type Mirror, startMirror } from '../../lab/mirror/mirror.ts';
import { buildMsi, type LabMsi } from '../../lab/msi/build.ts';
import { type LogKind, windowsLog } from '../../lab/msi/logs.ts';
import { type MsiMachine, msiMachine } from '../../lab/msi/machine.ts';
import {
  type ScriptedCall,
  type ScriptedProgram,
  type ScriptedStep,
  scriptedProgram,
} from '../../lab/msi/scripted.ts';
import { madeUpReleases } from '../../lab/releases/made-up.ts';
import { createRunner, type RunnerOptions, type StepResult } from '../../lab/runner.ts';
import type { WindowsLab } from '../../lab/windows/lab.ts';
import { setupGo } from './steps.ts';

export const OLD = '1.99.1';
export const NEW = '1.99.2';
export const INSTALL_DIR = 'C:\\Program Files\\Go';

/** A Windows on which the real msiexec has installed a made-up Go, and whose msiexec.exe is a scripted one from then on. */
export interface ScriptedMachine {
  readonly machine: MsiMachine;
  readonly msiexec: ScriptedProgram;
  /** Of {@link OLD}, which is installed, and of {@link NEW}. */
  readonly msis: readonly [LabMsi, LabMsi];
  readonly mirror: Mirror;
}

export async function scriptedMachine(lab: WindowsLab): Promise<ScriptedMachine> {
  const machine = msiMachine(lab);
  const releases = await madeUpReleases([OLD, NEW]);
  const [old, next] = await Promise.all(releases.map((release) => buildMsi(release)));
  if (!old || !next) throw new Error('There are two releases.');
  const done = await machine.msiexec(`/i "${await machine.place(old)}" INSTALLDIR="${INSTALL_DIR}"`);
  expect([done, await machine.version()]).toEqual([0, `go${OLD}`]);
  const msiexec = await scriptedProgram(lab, 'msiexec');
  return { machine, msiexec, msis: [old, next], mirror: await startMirror([...releases, old, next]) };
}

/** The machine root of a scenario: a part of every command line of its msiexec. */
export function rootOf(scenario: string): string {
  return `C:\\lab\\roots\\${scenario}`;
}

/** Steps that only the msiexec of one scenario plays, so that several can be under way. */
export function stepsOf(scenario: string, steps: readonly ScriptedStep[]): ScriptedStep[] {
  return steps.map((step) => ({ when: `${rootOf(scenario)}\\`, ...step }));
}

/** Runs the action on a runner of its own: an upgrade to {@link NEW}, unless the inputs say otherwise. */
export async function operate(
  lab: WindowsLab,
  { mirror }: Pick<ScriptedMachine, 'mirror'>,
  scenario: string,
  inputs: Readonly<Record<string, string>> = {},
  options: RunnerOptions = {},
): Promise<StepResult> {
  const runner = await createRunner(lab, { name: scenario, ...options });
  return await setupGo(runner, {
    'go-version': NEW,
    'go-download-base-url': mirror.url,
    'install-method': 'msi',
    'machine-root': rootOf(scenario),
    'msi-signature': 'off',
    'lock-timeout': '2m',
    ...inputs,
  });
}

/** How msiexec was called in a scenario. */
export async function callsOf(msiexec: ScriptedProgram, scenario: string): Promise<ScriptedCall[]> {
  const calls = await msiexec.calls();
  return calls.filter(({ commandLine }) => commandLine.includes(`${rootOf(scenario)}\\`));
}

/** The log of a failing upgrade, in the format of Windows. */
export function failingLog({ msis: [, next] }: Pick<ScriptedMachine, 'msis'>, kind: LogKind): string {
  const { productName, productCode } = next;
  return windowsLog(kind, { productName, productCode, exitCode: 1603 });
}

/** The paths of msiexec's logs among what a step says is known of its failure. */
export function logsNamed({ log }: StepResult): string[] {
  const evidence = log.slice(log.indexOf('What is known of the failure:'));
  return [...evidence.matchAll(/exit code \S+, log (.+\.log)$/gm)].map(([, file = '']) => file.trim());
}

/** Runs work for each item, so many at a time, in their order; each result can be waited for by its item. */
export function inLanes<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Map<Item, Promise<Result>> {
  const results = new Map<Item, Promise<Result>>();
  const running = new Set<Promise<unknown>>();
  let before = Promise.resolve();
  for (const item of items) {
    // Each begins when the one before it has begun, and a lane is free.
    const begun = before.then(async () => {
      while (running.size >= lanes) await Promise.race(running);
      const ended = work(item);
      const lane: Promise<unknown> = ended.catch(() => {}).finally(() => running.delete(lane));
      running.add(lane);
      return { ended };
    });
    before = begun.then(() => {});
    const result = begun.then(({ ended }) => ended);
    result.catch(() => {}); // whoever waits for it hears of it
    results.set(item, result);
  }
  return results;
}
