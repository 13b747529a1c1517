import { spawn as spawnChild } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { release, tmpdir } from 'node:os';
import path from 'node:path';
import type { SpawnOptions, WindowsLab } from './lab.ts';
import { captureProcess, watchProcess } from './process.ts';

/** Windows' own variables; the rest of this process's environment (npm's, a job's) is none of a runner's. */
const MACHINE_VARIABLES = new Set(
  (
    'ALLUSERSPROFILE APPDATA COMMONPROGRAMFILES COMMONPROGRAMFILES(X86) COMMONPROGRAMW6432 COMPUTERNAME COMSPEC ' +
    'HOMEDRIVE HOMEPATH LOCALAPPDATA NUMBER_OF_PROCESSORS OS PATH PATHEXT PROCESSOR_ARCHITECTURE PROCESSOR_IDENTIFIER ' +
    'PROGRAMDATA PROGRAMFILES PROGRAMFILES(X86) PROGRAMW6432 PUBLIC SYSTEMDRIVE SYSTEMROOT TEMP TMP USERDOMAIN ' +
    'USERNAME USERPROFILE WINDIR'
  ).split(' '),
);

/** On Windows nothing has to be prepared: this node, and scratch directories below TEMP. */
export async function openNativeLab(): Promise<WindowsLab> {
  const scratches: string[] = [];
  const baseEnvironment = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && MACHINE_VARIABLES.has(name.toUpperCase()) ? [[name, value]] : [],
    ),
  );
  const spawn = (exe: string, args: readonly string[], options: SpawnOptions) =>
    watchProcess(options, (stdio) =>
      spawnChild(exe, args, {
        env: { ...options.env },
        cwd: options.cwd ?? 'C:\\',
        stdio,
        windowsHide: true,
      }),
    );
  return {
    kind: 'windows',
    description: `Windows ${release()}`,
    node: process.execPath,
    driveC: 'C:\\',
    baseEnvironment,
    toHost: (windowsPath) => windowsPath,
    toWindows: (hostPath) => path.resolve(hostPath),
    spawn,
    run: async (exe, args, { env = baseEnvironment, cwd = 'C:\\' } = {}) =>
      await captureProcess((files) => spawn(exe, args, { env, cwd, ...files })),
    newScratch: async (name) => {
      const host = await mkdtemp(path.join(tmpdir(), `${name}-`));
      scratches.push(host);
      return { host, windows: host };
    },
    dispose: async () => {
      for (const directory of scratches.splice(0)) {
        await rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      }
    },
  };
}
