import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mirror, startMirror } from '../mirror/mirror.ts';
import { madeUpReleases } from '../releases/made-up.ts';
import type { LabRelease } from '../releases/release.ts';
import {
  createRunner,
  type Runner,
  type RunningStep,
  runCommand,
  type StepOptions,
  type StepResult,
  startJob,
  startStep,
} from '../runner.ts';
import type { WindowsLab } from '../windows/lab.ts';
import type { Broken } from './broken.ts';
import { buildMsi, type LabMsi } from './build.ts';
import { type MsiMachine, msiMachine, packedGuid, SESSION_MANAGER } from './machine.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM_DATA = 'C:\\ProgramData\\setup-go-win';

/** The change that is open in the machine's journal, as far as tests look at it. */
export interface OpenJournal {
  readonly operation: string;
  readonly details: {
    readonly attempts: readonly { readonly log: string; readonly pid?: number; readonly exitCode?: number }[];
  };
}

/** All of a machine's state that an operation could change. */
export interface MachineState {
  readonly registered: readonly string[];
  /** Of C:\Program Files\Go: each file with its size. */
  readonly tree: Readonly<Record<string, number>>;
  /** The line of the registry, byte for byte. */
  readonly path: string;
  readonly pending: readonly string[];
}

/** A Windows of its own, a runner on it, and a mirror that has MSIs: what the tests of install-method: msi play on. */
export interface MsiScene {
  readonly lab: WindowsLab;
  readonly machine: MsiMachine;
  readonly runner: Runner;
  readonly mirror: Mirror;
  /** Of the versions asked for, in their order. */
  readonly msis: readonly LabMsi[];
  readonly releases: readonly LabRelease[];
  /** Host path of the action's part of the machine. */
  readonly root: string;
  /** Runs the action in a new job, with `install-method: msi` and the mirror. */
  step(inputs: Readonly<Record<string, string>>, options?: StepOptions): Promise<StepResult>;
  start(inputs: Readonly<Record<string, string>>, options?: StepOptions): Promise<RunningStep>;
  /** URL of a mirror whose MSI of this version lets its user down. */
  breaking(goVersion: string, broken: Broken): Promise<string>;
  /** URL of a mirror that does not have this version. */
  without(goVersion: string): Promise<string>;
  journal(): Promise<OpenJournal | undefined>;
  state(): Promise<MachineState>;
  /** What a later step of the job gets from `go version`, and what is registered: `go1.99.1`, or what is wrong. */
  works(): Promise<string>;
  /** Uninstalls everything, and forgets it. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param files more files of each release, by their path below `go/`
 */
export async function openMsiScene(
  lab: WindowsLab,
  versions: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<MsiScene> {
  const releases = await madeUpReleases(versions, { files });
  const msis = await Promise.all(releases.map((release) => buildMsi(release)));
  const mirror = await startMirror([...releases, ...msis]);
  const mirrors = [mirror];
  const spoiled: LabMsi[] = [];
  const runner = await createRunner(lab);
  const machine = msiMachine(lab);
  const root = lab.toHost(PROGRAM_DATA);
  const inputs = {
    'install-method': 'msi',
    'msi-signature': 'off',
    'go-download-base-url': mirror.url,
    'lock-timeout': '30s',
  };
  const start: MsiScene['start'] = async (more, options) => {
    await startJob(runner);
    return await startStep(repo, { ...inputs, ...more }, runner, options);
  };
  const journal = async () => {
    const text = await readFile(path.join(root, 'journal.json'), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as OpenJournal);
  };
  const serve = async (files: readonly LabRelease[]) => {
    const other = await startMirror(files);
    mirrors.push(other);
    return other.url;
  };
  return {
    lab,
    machine,
    runner,
    mirror,
    msis,
    releases,
    root,
    start,
    step: async (more, options) => await (await start(more, options)).result,
    breaking: async (goVersion, broken) => {
      const release = releases.find((one) => one.goVersion === goVersion);
      if (release === undefined) throw new Error(`There is no ${goVersion} here`);
      const msi = await buildMsi(release, { broken });
      spoiled.push(msi);
      return await serve([...msis.filter((one) => one.goVersion !== goVersion), msi]);
    },
    without: async (goVersion) => await serve(msis.filter((one) => one.goVersion !== goVersion)),
    journal,
    state: async () => ({
      registered: await machine.registered(),
      tree: await sizesIn(machine.goRoot),
      path: await machinePath(machine),
      pending: await machine.pending(),
    }),
    works: async () => {
      const said = (await runCommand(runner, 'go version')).stdout.trim();
      const [, goVersion = said] = /^go version (go\S+) windows\/amd64$/.exec(said) ?? [];
      const wanted = msis
        .filter((msi) => msi.goVersion === goVersion)
        .map((msi) => packedGuid(msi.productCode));
      const registered = await machine.registered();
      if (String(registered) !== String(wanted)) return `${goVersion}, and registered is ${registered}`;
      return (await journal()) ? `${goVersion}, and a journal` : goVersion;
    },
    clear: async () => {
      await machine.clear(...msis, ...spoiled);
      for (const directory of [machine.goRoot, root]) await rm(directory, { recursive: true, force: true });
      await writePending(lab, []);
    },
    close: async () => {
      for (const one of mirrors) await one.close();
    },
  };
}

/** The machine's PATH as `reg export` writes it. */
async function machinePath(machine: MsiMachine): Promise<string> {
  const text = await machine.registry(`${SESSION_MANAGER}\\Environment`);
  return /^"path"=(?:.*\\\r\n)*.*/im.exec(text)?.[0] ?? '';
}

/** Sets the machine's PATH, byte for byte. */
export async function writeMachinePath(lab: WindowsLab, value: string): Promise<void> {
  await importValue(lab, `${SESSION_MANAGER}\\Environment`, 'PATH', `hex(2):${hexOf([value])}`);
}

/** Sets what Windows is to rename at its next start: pairs, an empty second one for a removal; none removes the value. */
export async function writePending(lab: WindowsLab, files: readonly string[]): Promise<void> {
  const data = files.length === 0 ? '-' : `hex(7):${hexOf([...files, ''])}`;
  await importValue(lab, SESSION_MANAGER, 'PendingFileRenameOperations', data);
}

async function importValue(lab: WindowsLab, key: string, name: string, data: string): Promise<void> {
  const scratch = await lab.newScratch('import');
  const full = key.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE');
  const text = `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n[${full}]\r\n"${name}"=${data}\r\n`;
  await writeFile(path.join(scratch.host, 'value.reg'), text, 'utf16le');
  await lab.run('C:\\windows\\system32\\reg.exe', ['import', `${scratch.windows}\\value.reg`]);
}

function hexOf(texts: readonly string[]): string {
  const bytes = Buffer.from(texts.map((text) => `${text}\0`).join(''), 'utf16le');
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
}

async function sizesIn(directory: string): Promise<Record<string, number>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const sized = files.map(
    async (file) => [path.relative(directory, file), (await readFile(file)).length] as const,
  );
  return Object.fromEntries((await Promise.all(sized)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
