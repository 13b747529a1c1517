import { existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mirrorTool } from '../../src/toolcache/layout.ts';
import { type Mirror, startMirror } from '../mirror/mirror.ts';
import { exportKey } from '../msi/exact.ts';
import { SESSION_MANAGER } from '../msi/machine.ts';
import { madeUpReleases } from '../releases/made-up.ts';
import type { LabRelease } from '../releases/release.ts';
import {
  createRunner,
  type Runner,
  type RunningStep,
  type StepOptions,
  type StepResult,
  startJob,
  startStep,
} from '../runner.ts';
import type { WindowsLab } from '../windows/lab.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const JUNCTIONS = fileURLToPath(new URL('../windows/junctions.cjs', import.meta.url));
/** Where versions of the machine lie when nothing else is said. */
const ROOT = 'C:\\ProgramData\\setup-go-win';

/** A Windows of its own whose Go is one of several versions side by side. */
export interface MachineScene {
  readonly lab: WindowsLab;
  readonly runner: Runner;
  readonly mirror: Mirror;
  readonly releases: readonly LabRelease[];
  /** Host path of the machine's root. */
  readonly root: string;
  /** `scope: machine` and the mirror. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Starts the action in a new job with {@link inputs}, and with the lab's stand-in for junctions. */
  start(inputs: Readonly<Record<string, string>>, options?: StepOptions): Promise<RunningStep>;
  /** As `start`, to the end. */
  step(inputs: Readonly<Record<string, string>>, options?: StepOptions): Promise<StepResult>;
  /** Host path of a version's tree. */
  tree(version: string): string;
  /** Those that have a tree, or a part of one. */
  versions(): string[];
  /** What `current` leads to, as the host sees the link; `nothing` where there is none. */
  current(): string;
  /** What go.exe answers through `current`, as any program of the machine would get it. */
  goAnswers(): Promise<string>;
  /** The machine's (or the user's) Path as its bytes in the registry, decoded; undefined where it is not set. */
  path(key?: string): Promise<string | undefined>;
  /** A key of the registry as `reg export` writes it. */
  machine(key: string): Promise<string>;
  close(): Promise<void>;
}

/** @param versions of made-up releases, or releases that are there */
export async function openMachineScene(
  lab: WindowsLab,
  versions: readonly string[] | readonly LabRelease[],
): Promise<MachineScene> {
  const releases = await releasesOf(versions);
  const mirror = await startMirror(releases);
  const runner = await createRunner(lab, {
    environment: { NODE_OPTIONS: `--require=${lab.toWindows(JUNCTIONS)}` },
  });
  const root = lab.toHost(ROOT);
  const link = path.join(root, 'current');
  const tool = path.join(root, 'versions', mirrorTool(mirror.url));
  const common = { scope: 'machine', 'go-download-base-url': mirror.url };
  const start: MachineScene['start'] = async (inputs, options) => {
    await startJob(runner);
    return await startStep(repo, { ...common, ...inputs }, runner, options);
  };
  return {
    lab,
    runner,
    mirror,
    releases,
    root,
    inputs: common,
    start,
    step: async (inputs, options) => await (await start(inputs, options)).result,
    tree: (version) => path.join(tool, version, 'x64'),
    versions: () => {
      const names = existsSync(tool) ? readdirSync(tool) : [];
      return names.filter((version) => existsSync(path.join(tool, version, 'x64'))).sort();
    },
    current: () => {
      try {
        return lstatSync(link).isSymbolicLink() ? readlinkSync(link) : 'no link';
      } catch {
        return 'nothing';
      }
    },
    goAnswers: async () => (await lab.run(`${ROOT}\\current\\bin\\go.exe`, ['version'])).stdout.trim(),
    path: async (key) => await registeredPath(lab, key),
    machine: async (key) => (await exportKey(lab, key))?.toString('utf16le') ?? '',
    close: async () => await mirror.close(),
  };
}

async function releasesOf(
  versions: readonly string[] | readonly LabRelease[],
): Promise<readonly LabRelease[]> {
  const isThere = (one: string | LabRelease): one is LabRelease => typeof one !== 'string';
  return versions.every(isThere) ? versions : await madeUpReleases(versions as readonly string[]);
}

/** A Path as its bytes in the registry, decoded, with its type before it: `2:%SystemRoot%\system32;…`; undefined where it is not set. */
export async function registeredPath(
  lab: WindowsLab,
  key = `${SESSION_MANAGER}\\Environment`,
): Promise<string | undefined> {
  const text = (await exportKey(lab, key))?.toString('utf16le') ?? '';
  const line = /^"path"=((?:.*\\\r\n)*.*)/im.exec(text)?.[1];
  if (line === undefined) return undefined;
  if (line.startsWith('"')) return `sz:${line.slice(1, -1).replace(/\\(.)/g, '$1')}`;
  const bytes = Buffer.from(line.replace(/^[^:]*:/, '').replace(/[\\\s,]/g, ''), 'hex');
  return `${/^hex\((\d+)\)/.exec(line)?.[1]}:${bytes.toString('utf16le').replace(/\0$/, '')}`;
}
