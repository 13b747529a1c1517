import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FleetPlan, LegResult, Stage, Verdict } from '../../src/fleet/types.ts';
import { createRunner, startJob, startStep } from '../runner.ts';
import type { Environment, Scratch, WindowsLab } from '../windows/lab.ts';
import { type ActResult, runAct } from './run.ts';
import { actWorkspace } from './workspace.ts';

const REPO = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const CALLED = '.github/workflows/upgrade-fleet.yml';
const EXAMPLE = 'examples/workflows/fleet.yml';
const PLACE = 'C:\\ProgramData\\fleet';
const TABLE = 'C:\\lab-machines.json';
const PRELOADED = ['lab/windows/junctions.cjs', 'lab/act/fleet/runner-of-machine.cjs'];

/** A machine of the fleet: a place of its own on the one Windows that all of them share. */
export interface FleetMachine {
  /** Of its runner, and the label that is this runner's alone. */
  readonly name: string;
  readonly group?: string;
  /** What the runner's file `.env` says: the mirror that this machine uses, for one. */
  env?: Environment;
}

export interface FleetOptions {
  /** Base URL of the mirror that everybody uses who has no other one. */
  readonly mirror: string;
  readonly machines: readonly FleetMachine[];
}

/** Whom a run takes for GitHub: the base URL of its API, the one token that it knows, and the run as it knows it. */
export interface FleetGitHub {
  readonly url: string;
  readonly token: string;
  readonly repository: string;
  readonly run: number;
}

/** What is changed for one run. */
export interface UpgradeOptions {
  readonly github: FleetGitHub;
  readonly goVersion: string;
  readonly dryRun?: boolean;
  /** Text of a workflow that calls this repository's, started by workflow_dispatch. Default: the example, with what is said here. */
  readonly caller?: string;
  /** Inputs of the workflow besides those that the example gives. */
  readonly inputs?: Readonly<Record<string, string | number | boolean>>;
  /** The list of runners. Default: all machines. */
  readonly roster?: readonly object[];
  readonly env?: Environment;
}

export interface FleetRun extends ActResult {
  /** Ids of the jobs that did something, in the order in which they began; those of a matrix once. */
  readonly started: readonly string[];
  /** Of the artifacts; undefined where there is none. */
  readonly plan: FleetPlan | undefined;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** By stage and id: `canary BUILD-01`. */
  readonly results: Readonly<Record<string, LegResult>>;
  readonly report: unknown;
  /** Markdown of the summary of the job `report`. */
  readonly summary: string;
}

export interface LabFleet {
  readonly machines: readonly FleetMachine[];
  rootOf(name: string): Scratch;
  /** As the workflow gets it. */
  rosterEntry(machine: FleetMachine): object;
  /** Runs the action on one machine, and not by a workflow. @throws Error where it fails */
  step(name: string, inputs: Readonly<Record<string, string>>): Promise<void>;
  /** What go.exe answers through each machine's `current`; `nothing` where there is none. */
  answers(): Promise<Readonly<Record<string, string>>>;
  /** Runs the example workflow by act: started by hand, and calling this repository's workflow. */
  upgrade(options: UpgradeOptions): Promise<FleetRun>;
}

/**
 * Several runners on one Windows, told apart by their machine's root. What they share is Windows itself: its registry with PATH, and its services. The Windows should be a private one.
 */
export async function openFleet(lab: WindowsLab, options: FleetOptions): Promise<LabFleet> {
  const { machines, mirror } = options;
  const root = (name: string) => `${PLACE}\\${name}\\root`;
  const toolCache = (name: string) => `${PLACE}\\${name}\\_tool`;
  const preloads = PRELOADED.map((file) => `--require=${lab.toWindows(path.join(REPO, file))}`);
  const environment = {
    GO_DOWNLOAD_BASE_URL: mirror,
    NODE_OPTIONS: preloads.join(' '),
    LAB_MACHINES: TABLE,
  };
  const writeTable = async () => {
    const rows = machines.map(({ name, env }) => ({
      name,
      root: root(name),
      toolCache: toolCache(name),
      env,
    }));
    await writeFile(lab.toHost(TABLE), JSON.stringify(rows));
  };
  for (const { name } of machines) await mkdir(lab.toHost(`${PLACE}\\${name}`), { recursive: true });
  const runner = await createRunner(lab, { environment });
  const fleet: LabFleet = {
    machines,
    rootOf: (name) => ({ host: lab.toHost(root(name)), windows: root(name) }),
    rosterEntry: ({ name, group }) => ({
      name,
      labels: ['self-hosted', name],
      ...(group === undefined ? {} : { group }),
      'machine-root': root(name),
    }),
    step: async (name, inputs) => {
      await writeTable();
      await startJob(runner);
      const given = { scope: 'machine', 'machine-root': root(name), ...inputs };
      const { exitCode, log } = await (await startStep(REPO, given, runner)).result;
      if (exitCode !== 0) throw new Error(`The action failed on ${name}:\n${log}`);
    },
    answers: async () => {
      const said: Record<string, string> = {};
      for (const { name } of machines) said[name] = await goAnswers(lab, root(name));
      return said;
    },
    upgrade: async ({ roster = machines.map((one) => fleet.rosterEntry(one)), ...upgrade }) => {
      const { github } = upgrade;
      await writeTable();
      const { workspace, artifacts } = await checkout(
        lab,
        roster,
        upgrade.caller ?? (await changedExample(upgrade.inputs ?? {})),
      );
      const names = roster.map((one) => (one as { readonly name: string }).name);
      const labels = ['ubuntu-latest', ...names];
      const given = { 'go-version': upgrade.goVersion, 'dry-run': upgrade.dryRun ?? false };
      const result = await runAct(lab, EXAMPLE, {
        workspace,
        event: 'workflow_dispatch',
        env: { ...environment, LAB_ARTIFACTS: artifacts.windows, ...upgrade.env },
        args: [
          ...Object.entries(given).flatMap(([name, value]) => ['--input', `${name}=${value}`]),
          ...labels.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
          ...['--env', `GITHUB_API_URL=${github.url}`, '--env', `GITHUB_REPOSITORY=${github.repository}`],
          ...['--env', `GITHUB_RUN_ID=${github.run}`, '--secret', `GITHUB_TOKEN=${github.token}`],
          ...['--secret', `FLEET_RUNNERS_TOKEN=${github.token}`],
        ],
        localRepositories: await standIns(lab),
        timeoutMs: 900_000,
      });
      return { ...result, ...whatCame(result, artifacts.host) };
    },
  };
  return fleet;
}

async function goAnswers(lab: WindowsLab, root: string): Promise<string> {
  const link = lab.toHost(`${root}\\current`);
  try {
    if (!lstatSync(link).isSymbolicLink()) return 'no link';
  } catch {
    return 'nothing';
  }
  return (await lab.run(`${root}\\current\\bin\\go.exe`, ['version'])).stdout.trim();
}

async function changedExample(inputs: Readonly<Record<string, unknown>>): Promise<string> {
  const more = Object.entries(inputs).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}\n`);
  const example = await readFile(path.join(REPO, EXAMPLE), 'utf8');
  return example.replace(/^ {4}with:\n/m, (line) => line + more.join(''));
}

/** The checkout of somebody who has copied the example, with the list of runners in it; the action beside it, by the name that everybody uses. */
async function checkout(
  lab: WindowsLab,
  roster: readonly object[],
  caller: string,
): Promise<{ workspace: Scratch; artifacts: Scratch }> {
  const workspace = await actWorkspace(lab, 'fleet', {
    copy: ['action.yml', 'dist'],
    files: {
      [EXAMPLE]: caller,
      [CALLED]: forAct(await readFile(path.join(REPO, CALLED), 'utf8')),
      '.github/fleet.json': `${JSON.stringify(roster, null, 2)}\n`,
    },
  });
  return { workspace, artifacts: await lab.newScratch('artifacts') };
}

/**
 * act evaluates the matrix of a job before its `if`, where a job that was skipped has its outputs as they are written, and takes no expression for max-parallel. Machines that share a
 * Windows are changed one after the other: the lab has one table of junctions for it.
 */
function forAct(workflow: string): string {
  return workflow
    .replace(/^ +max-parallel: .*\n/gm, '')
    .replace(
      /^( +)matrix:\n( +runner: \$\{\{ )fromJSON\(needs\.([a-z-]+)\.outputs\.slots\)(?!\.scan)/gm,
      '$1max-parallel: 1\n$&',
    )
    .replace(
      /^( +runner: \$\{\{ )fromJSON\(needs\.([a-z-]+)\.outputs\.slots\)/gm,
      "$1fromJSON(needs.$2.result == 'success' && needs.$2.outputs.slots || '{}')",
    );
}

/** What stands in for actions that others made, under the very commits that the workflow names. */
async function standIns(lab: WindowsLab): Promise<Record<string, string>> {
  const workflow = await readFile(path.join(REPO, CALLED), 'utf8');
  const folders: Readonly<Record<string, string>> = {
    'actions/upload-artifact': 'upload-artifact',
    'actions/download-artifact': 'download-artifact',
    // Never run without an App, but act wants to have it.
    'actions/create-github-app-token': 'upload-artifact',
  };
  const found: Record<string, string> = {};
  for (const [, name = '', ref] of workflow.matchAll(/uses: (actions\/[\w-]+)@([0-9a-f]{40})/g)) {
    const folder = folders[name];
    if (folder) found[`${name}@${ref}`] = lab.toWindows(path.join(REPO, 'lab/act/fleet', folder));
  }
  return found;
}

function whatCame(
  { jobs }: ActResult,
  artifacts: string,
): Pick<FleetRun, 'started' | 'plan' | 'verdicts' | 'results' | 'report' | 'summary'> {
  const files = new Map<string, unknown>();
  for (const artifact of readdirSync(artifacts))
    for (const file of readdirSync(path.join(artifacts, artifact)).filter((name) => name.endsWith('.json')))
      files.set(file, JSON.parse(readFileSync(path.join(artifacts, artifact, file), 'utf8')));
  const verdicts: Record<string, Verdict> = {};
  const results: Record<string, LegResult> = {};
  for (const [name, content] of files) {
    if (name.startsWith('verdict-')) verdicts[(content as Verdict).stage] = content as Verdict;
    if (name.startsWith('result-')) {
      const { stage, id } = content as { stage: Stage; id: string };
      results[`${stage} ${id}`] = content as LegResult;
    }
  }
  const report = jobs.find(({ id }) => id === 'report');
  return {
    started: [...new Set(jobs.filter(({ id }) => id !== 'upgrade').map(({ id }) => id))],
    plan: files.get('plan.json') as FleetPlan | undefined,
    verdicts,
    results,
    report: files.get('fleet-report.json'),
    summary: report?.steps.map(({ summary }) => summary).join('') ?? '',
  };
}
