import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputVariables, readAction } from '../../lab/runner-action.ts';
import { type Annotation, readLogCommands } from '../../lab/runner-commands.ts';
import { parseKeyValueFile } from '../../lab/runner-files.ts';
import type { LegResult } from '../../src/fleet/types.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));

/** What a step of a fleet's workflow left. */
export interface FleetStepEnd {
  readonly exitCode: number | null;
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** The directories of a job that runs no Windows: the built action runs on this machine's own node. */
export interface FleetJob {
  readonly workspace: string;
  /** Where the steps leave their files. */
  readonly fleet: string;
  step(
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ): Promise<FleetStepEnd>;
  /** Puts the result of a leg where the workflow puts it. */
  leave(result: LegResult): void;
  read(name: string): unknown;
  files(): readonly string[];
  remove(): void;
}

export function openFleetJob(): FleetJob {
  const directory = mkdtempSync(path.join(tmpdir(), 'fleet-'));
  const workspace = path.join(directory, 'work');
  const fleet = path.join(directory, 'temp', 'fleet');
  for (const one of [workspace, fleet]) mkdirSync(one, { recursive: true });
  return {
    workspace,
    fleet,
    step: async (inputs, env = {}) => await runStep(directory, inputs, env),
    leave(result) {
      writeFileSync(path.join(fleet, `result-${result.stage}-${result.id}.json`), JSON.stringify(result));
    },
    read: (name) => JSON.parse(readFileSync(path.join(fleet, name), 'utf8')) as unknown,
    files: () => readdirSync(fleet).sort(),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

async function runStep(
  directory: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<FleetStepEnd> {
  const definition = await readAction(repo);
  const file = (name: string) => path.join(directory, name);
  for (const name of ['output', 'env', 'path', 'state', 'summary']) writeFileSync(file(name), '');
  const child = spawn(process.execPath, [path.join(repo, definition.main)], {
    cwd: file('work'),
    env: {
      PATH: process.env['PATH'],
      ...inputVariables(definition, inputs),
      RUNNER_TEMP: file('temp'),
      RUNNER_NAME: 'control',
      RUNNER_OS: 'Linux',
      GITHUB_WORKSPACE: file('work'),
      GITHUB_REPOSITORY: 'example/project',
      GITHUB_RUN_ID: '4711',
      GITHUB_RUN_NUMBER: '12',
      GITHUB_OUTPUT: file('output'),
      GITHUB_ENV: file('env'),
      GITHUB_PATH: file('path'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      ...env,
    },
  });
  let raw = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (raw += String(chunk)));
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const { log, annotations } = readLogCommands(raw);
  return {
    exitCode,
    log,
    annotations,
    outputs: parseKeyValueFile(readFileSync(file('output'), 'utf8')),
    summary: readFileSync(file('summary'), 'utf8'),
  };
}
