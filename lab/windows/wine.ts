import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { findProgram, tryCommand } from './command.ts';
import type { Environment } from './lab.ts';
import { enterRoot } from './namespace.ts';

/** Wine's programs and how they are reached: directly, or inside the root that the lab built. */
export interface Wine {
  /** What `--version` says: wine-10.0 (…). */
  readonly version: string;
  /** The drive letter under which Wine sees the host's files. */
  readonly hostDrive: 'H:' | 'Z:';
  /** A host path as Wine's programs see it. */
  inner(hostPath: string): string;
  /** Starts one of Wine's programs. The process's pid is that of the program itself: nothing stays in between. */
  launch(
    program: 'wine' | 'wineserver',
    args: readonly string[],
    options: { readonly env: Environment; readonly cwd: string; readonly stdio: StdioOptions },
  ): ChildProcess;
  /** Lets go of the namespace, where there is one. Processes that run in it live on. */
  close(): void;
}

/** The oldest Wine that Node 24 runs on. */
const OLDEST = 10;

/** The machine's own Wine, when it is new enough; else undefined. */
export async function ownWine(): Promise<Wine | undefined> {
  // The `wine` of distributions is a shell script, and dash drops variables such as INPUT_GO-VERSION: an ELF is wanted.
  const named = await Promise.all(['wine64', 'wine'].map(findProgram));
  const candidates = [...named, '/usr/lib/wine/wine64', '/usr/lib/wine/wine', '/opt/wine-stable/bin/wine'];
  for (const wine of candidates) {
    if (!wine || !(await isElf(wine))) continue;
    const version = (await tryCommand(wine, ['--version'])).stdout.trim();
    if (Number.parseInt(/^wine-(\d+)/.exec(version)?.[1] ?? '0', 10) < OLDEST) continue;
    const servers = [path.join(path.dirname(wine), 'wineserver'), await findProgram('wineserver')];
    const server = servers.find((file) => file !== undefined) ?? 'wineserver';
    return {
      version,
      hostDrive: 'Z:',
      inner: (hostPath) => hostPath,
      launch: (program, args, options) => spawn(program === 'wine' ? wine : server, args, { ...options }),
      close: () => {},
    };
  }
  return undefined;
}

async function isElf(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      return (await handle.read(Buffer.alloc(4), 0, 4, 0)).buffer.toString('latin1') === '\x7fELF';
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

/** Wine in the root that {@link buildRoot} made. @throws LabError when the root can't be entered */
export async function wineInRoot(root: string): Promise<Wine> {
  const namespace = await enterRoot(root);
  const programs = { wine: '/usr/lib/wine/wine64', wineserver: '/usr/lib/wine/wineserver64' };
  const [program, ...args] = namespace.command(programs.wine, ['--version'], '/');
  return {
    version: (await tryCommand(program, args)).stdout.trim(),
    hostDrive: 'H:',
    inner: namespace.inner,
    launch: (program, args, options) => namespace.spawn(programs[program], args, options),
    close: namespace.close,
  };
}
