import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MsiScene, openMsiScene } from '../msi/scene.ts';
import type { StepResult } from '../runner.ts';
import type { WindowsLab } from '../windows/lab.ts';
import type { MsiRound } from './msi-plan.ts';
import { type JournalWatch, type MsiPhase, watchJournal } from './msi-watch.ts';
import { differenceOf, wantedTree } from './wanted-tree.ts';

/** Versions that upgrades go back and forth between, and one whose MSI fails. */
const VERSIONS = ['1.99.1', '1.99.2', '1.99.3'] as const;
const FAILING = '1.99.3';
/** So many files that msiexec is at work for a while. */
const FILES = 300;

export interface MsiKillScene {
  readonly scene: MsiScene;
  readonly failingUrl: string;
  /** How long a whole step takes here; the kills' moments are parts of it. */
  readonly stepMs: number;
}

export interface MsiOutcome {
  readonly phase: MsiPhase;
  /** What the next run found and did, each in a few words. */
  readonly said: readonly string[];
  /** What is not as it should be; empty when all is well. */
  readonly violations: readonly string[];
  /** The log of the next run. */
  readonly log: string;
}

/** Prepares MSIs and a first Go on a Windows of its own, and measures a whole upgrade. */
export async function openMsiKillScene(lab: WindowsLab): Promise<MsiKillScene> {
  const files = Object.fromEntries(
    Array.from({ length: FILES }, (_, index) => [
      `src/made${index % 20}/up${index}.go`,
      `package made // ${'up '.repeat(index)}\n`,
    ]),
  );
  const scene = await openMsiScene(lab, VERSIONS, files);
  const failingUrl = await scene.breaking(`go${FAILING}`, 'fails-after-copy');
  let stepMs = 0;
  for (const version of VERSIONS.slice(0, 2)) {
    const step = await scene.step({ 'go-version': version });
    if (step.exitCode !== 0)
      throw new Error(`The step that nobody kills ended with ${step.exitCode}:\n${step.log}`);
    stepMs = step.wallMs;
  }
  return { scene, failingUrl, stepMs };
}

/** Kills the Windows node in the middle of a change of the Go that is there; msiexec goes on. Then looks what the next run makes of it. */
export async function playMsiRound(round: MsiRound, kill: MsiKillScene): Promise<MsiOutcome> {
  const { scene, failingUrl } = kill;
  const old = await versionThere(scene);
  const other = old === VERSIONS[0] ? VERSIONS[1] : VERSIONS[0];
  const inputs = {
    upgrade: { 'go-version': other },
    failing: { 'go-version': FAILING, 'go-download-base-url': failingUrl },
    uninstall: { operation: 'uninstall' },
  }[round.work];
  const phase = await killRun(round, inputs, kill);
  const left = await scene.journal();
  const wanted = round.work === 'upgrade' && round.next === 'wanted' ? other : old;
  const next = await scene.step({ 'go-version': wanted });
  const violations = [
    ...violationsOf(next, left !== undefined),
    ...(await violationsAfterwards(wanted, scene)),
  ];
  return { phase, said: whatItSaid(next), violations, log: next.log };
}

/** There is none only after a round that went wrong. */
async function versionThere(scene: MsiScene): Promise<string> {
  const found = (await scene.machine.version()).replace(/^go/, '');
  if (VERSIONS.some((version) => version === found)) return found;
  await scene.clear();
  await scene.step({ 'go-version': VERSIONS[0] });
  return VERSIONS[0];
}

async function killRun(
  { kill }: MsiRound,
  inputs: Readonly<Record<string, string>>,
  { scene, stepMs }: MsiKillScene,
): Promise<MsiPhase> {
  const timers: NodeJS.Timeout[] = [];
  let end = () => {};
  const watching: JournalWatch = watchJournal(
    scene.root,
    kill.kind === 'sight' ? kill.sight : undefined,
    () => void (kill.kind === 'sight' && timers.push(setTimeout(() => end(), kill.delayMs))),
  );
  const running = await scene.start(inputs);
  end = () => running.kill('SIGKILL');
  if (kill.kind === 'time') timers.push(setTimeout(end, kill.fraction * stepMs));
  await running.result;
  const phase = watching.phase();
  watching.close();
  for (const timer of timers) clearTimeout(timer);
  await sleep(20); // wineserver closes the files of the dead
  return phase;
}

function violationsOf(next: StepResult, interrupted: boolean): string[] {
  const violations: string[] = [];
  const expect = (holds: boolean, what: string) => void (holds || violations.push(what));
  expect(next.exitCode === 0, `the next run ended with ${next.exitCode}`);
  expect(next.annotations.length === 0, `the next run annotated: ${next.annotations[0]?.message}`);
  const told = /An earlier run was interrupted.*?(?:It had ended well|It is undone|nothing was changed)/s;
  expect(!interrupted || told.test(next.log), 'no word of the interrupted change');
  return violations;
}

async function violationsAfterwards(wanted: string, scene: MsiScene): Promise<string[]> {
  const violations: string[] = [];
  const works = await scene.works();
  if (works !== `go${wanted}`) violations.push(`there is ${works}, not go${wanted}`);
  const release = scene.releases.find(({ version }) => version === wanted);
  const difference = release && (await differenceOf(scene.machine.goRoot, await wantedTree(release)));
  if (difference !== undefined) violations.push(`the tree: ${difference}`);
  const beside = await readdir(path.dirname(scene.machine.goRoot));
  const left = beside.filter((name) => name.startsWith('Go.'));
  if (left.length > 0) violations.push(`left over: ${left.join(', ')}`);
  const { path: machinePath, pending } = await scene.state();
  const bytes = Buffer.from(machinePath.replace(/^.*:/, '').replace(/[\\\s,]/g, ''), 'hex').toString(
    'utf16le',
  );
  const entries = bytes
    .replace('\0', '')
    .split(';')
    .filter((entry) => /\\Go\\bin$/i.test(entry));
  if (entries.length !== 1) violations.push(`the machine's PATH has ${entries.length} entries of Go`);
  if (pending.some((name) => name.includes('\\Go\\')))
    violations.push('something is left for the next start');
  return violations;
}

function whatItSaid({ log }: StepResult): string[] {
  const words: [RegExp, string][] = [
    [/An earlier run was interrupted/, 'interrupted'],
    [/still at work; waiting/, 'waited for msiexec'],
    [/nothing was changed/, 'nothing had changed'],
    [/It had ended well/, 'ended well'],
    [/It is undone/, 'undone'],
    [/Recovery step: (?:install|repair)-old/, 'old Go put back'],
    [/Already installed/, 'already installed'],
    [/is replaced by|Installing go/, 'installed'],
  ];
  return words.flatMap(([pattern, word]) => (pattern.test(log) ? [word] : []));
}
