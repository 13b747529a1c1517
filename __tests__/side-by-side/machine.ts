import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from '../../src/machine/atomic-file.ts';
import type { EnvironmentValues } from '../../src/machine/machine-path.ts';
import type { Audit } from '../../src/report/audit.ts';
import { journalReplacements } from '../../src/side-by-side/replacement.ts';
import { type Doors, machineContext, type Session, versionsRoot } from '../../src/side-by-side/session.ts';
import type { Provenance } from '../../src/toolcache/inspect.ts';
import { type Entry, markerPath, sidecarPath, treePath } from '../../src/toolcache/layout.ts';
import { type PublishOptions, publish } from '../../src/toolcache/publish.ts';
import type { Context } from '../../src/toolchain.ts';

/** A PATH that nobody would write again the same by taking it apart. */
export const PATH_BEFORE = '%SystemRoot%;;"C:\\a;b";C:\\Größe\\;%Nope%';

/** The machine's Go without Windows: real directories and links; the registry is a file, and a tree works when its VERSION is right. */
export interface TestMachine {
  readonly root: string;
  readonly session: Session;
  readonly log: string[];
  readonly audit: string[];
  environment(): Promise<EnvironmentValues>;
}

export function testMachine(root: string): TestMachine {
  const registry = path.join(path.dirname(root), 'registry.json');
  const log: string[] = [];
  const audit: string[] = [];
  const say = (line: string) => void log.push(line);
  const environment = async () => ((await readJson(registry)) ?? {}) as EnvironmentValues;
  const doors: Doors = {
    readEnvironment: environment,
    writeVariable: async (_, name, value) => {
      const key = name === 'Path' ? 'path' : 'goroot';
      await writeJson(registry, { ...(await environment()), [key]: value });
    },
    works: async (tree, { version }) => {
      const found = readFileSync(path.join(tree, 'VERSION'), 'utf8').trim();
      if (found !== `go${version}`) throw new Error(`VERSION says ${found}`);
      return `go version ${found}`;
    },
    announce: async () => 'nobody listens',
  };
  const context = {
    inputs: {
      machineGoroot: false,
      lockTimeoutMs: 5000,
      stopHolders: false,
      leaseHours: 24,
      architecture: 'x64',
      mirror: '',
      resolution: 'highest',
      verify: 'auto',
    },
    host: { runner: 'r1 run 7', architecture: 'x64' },
    log: { info: say, notice: say, warn: say },
    audit: {
      record: async ({ action, outcome }: Parameters<Audit['record']>[0]) =>
        void audit.push(`${action} ${outcome}`),
    },
    leases: { hold: async () => true },
    signal: new AbortController().signal,
  } as unknown as Context;
  const session: Session = { root, scope: 'machine', context: machineContext(root, context), doors };
  return { root, session, log, audit, environment };
}

export function entry(root: string, version: string): Entry {
  return { root: versionsRoot(root), tool: 'go', version, architecture: 'x64' };
}

/** Puts another tree in the place of a version's, with the journal open, as a repair does; what would be downloaded is made up. */
export async function replaceTree(
  root: string,
  version: string,
  { context, doors }: Session,
  more: Partial<PublishOptions> = {},
): Promise<void> {
  const one = entry(root, version);
  const inputs = { ...context.inputs, operation: 'repair' } as const;
  await publish(one, {
    runner: context.host.runner,
    lockTimeoutMs: 5000,
    signal: context.signal,
    accepts: () => false,
    fill: async (staging) => {
      makeTree(staging, version);
      writeFileSync(path.join(staging, 'repaired'), '');
      const provenance = { schema: 1, goVersion: `go${version}`, sha256: 'new', official: true };
      return provenance as unknown as Provenance;
    },
    check: async (tree) => void (await doors.works(tree, one)),
    onWait: () => {},
    onRepair: (line) => context.log.info(line),
    record: journalReplacements(root, { ...context, inputs }),
    ...more,
  });
}

/** A tree that the tool cache's own look takes for whole. */
export function makeVersion(root: string, version: string): string {
  const one = entry(root, version);
  const tree = treePath(one);
  makeTree(tree, version);
  writeFileSync(sidecarPath(one), JSON.stringify({ schema: 1, sha256: 'ab', official: true }));
  writeFileSync(markerPath(one), '');
  return tree;
}

function makeTree(tree: string, version: string): void {
  mkdirSync(path.join(tree, 'bin'), { recursive: true });
  writeFileSync(path.join(tree, 'VERSION'), `go${version}\n`);
  const program = Buffer.alloc(128);
  program.write('MZ', 0);
  program.writeUInt32LE(64, 60);
  program.write('PE\0\0', 64);
  program.writeUInt16LE(0x8664, 68);
  writeFileSync(path.join(tree, 'bin', 'go.exe'), program);
}
