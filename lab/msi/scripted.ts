import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists, labCacheDir } from '../releases/cache.ts';
import type { Progress } from '../releases/release.ts';
import { windowsProgram } from '../releases/windows-program.ts';
import { LabError, type WindowsLab } from '../windows/lab.ts';

const SOURCE = fileURLToPath(new URL('scripted', import.meta.url));
/** Below drive C. */
const PLACES = {
  msiexec: 'windows/system32/msiexec.exe',
  powershell: 'windows/system32/WindowsPowerShell/v1.0/powershell.exe',
  whoami: 'windows/system32/whoami.exe',
} as const;

/** A program of Windows that a scripted one can take the place of. */
export type ScriptedName = keyof typeof PLACES;

/** What a scripted program does on a call, in this order. */
export interface ScriptedStep {
  /** Only for calls that have this text in their command line or in their decoded script. Default: any. */
  readonly when?: string;
  /** How many calls it serves before it is used up. Default: 1 for msiexec, `always` for the others. */
  readonly times?: number | 'always';
  /** Written to the path of `/l*v` as the installer does: UTF-16LE with a byte order mark, CRLF. No directory: exit 1622. */
  readonly log?: string;
  /** Milliseconds after each line of the log. */
  readonly lineDelay?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  /** Milliseconds. */
  readonly delay?: number;
  /** Windows path of a file; it hangs until that is there. */
  readonly waitFor?: string;
  /** Command lines for cmd.exe, one after the other: the effects on the tree and the registry. */
  readonly run?: readonly string[];
  /** Runs the program whose place it has taken, with the same command line, and takes over its exit code. */
  readonly real?: boolean;
  /** All 32 bits of it; 0xC0000005 is a crash. Default 0, or the real one's. */
  readonly exitCode?: number;
}

/** One call of a scripted program. */
export interface ScriptedCall {
  readonly number: number;
  /** As GetCommandLineW gave it, the program's own name included. */
  readonly commandLine: string;
  /** What -EncodedCommand held; empty where there was none. */
  readonly script: string;
  /** `NAME=value`, all of it. */
  readonly environment: readonly string[];
  readonly cwd: string;
  readonly pid: number;
  readonly startedAt: Date;
  /** Undefined while it runs, and where it was killed. */
  readonly exitCode: number | undefined;
}

/** A program of Windows whose place a scripted one has taken. */
export interface ScriptedProgram {
  /** From now on these steps are played; calls so far are forgotten. A call that no step fits exits with 90002. */
  play(steps: readonly ScriptedStep[]): Promise<void>;
  /** The calls since then, in their order. */
  calls(): Promise<ScriptedCall[]>;
  /** Gives the place back to the real one. */
  remove(): Promise<void>;
}

/**
 * Puts a real Windows executable that plays scenarios into the place of msiexec.exe, powershell.exe or whoami.exe. Only in a Windows of
 * one's own ({@link openPrivateWindows}).
 * @throws LabError on a real Windows
 */
export async function scriptedProgram(
  lab: WindowsLab,
  name: ScriptedName,
  say: Progress = (line) => void process.stderr.write(`${line}\n`),
): Promise<ScriptedProgram> {
  const directory = path.join(labCacheDir(), 'releases', 'made-up');
  const windowed = name === 'msiexec';
  const built = { architecture: 'x64', directory, name: `scripted-${name}`, windowed, say } as const;
  const program = await windowsProgram(SOURCE, built);
  const remove = await putInPlace(lab, name, program);
  const home = path.join(lab.driveC, 'lab', name);
  return {
    play: async (steps) => {
      await rm(home, { recursive: true, force: true });
      await mkdir(home, { recursive: true });
      await writeFile(`${home}.json`, JSON.stringify({ Steps: steps.map((step) => written(name, step)) }));
    },
    calls: async () => await readCalls(home),
    remove,
  };
}

/**
 * Puts a program into the place of one of Windows.
 * @returns gives the place back to the real one
 * @throws LabError on a real Windows
 */
export async function putInPlace(
  lab: WindowsLab,
  name: ScriptedName,
  program: string,
): Promise<() => Promise<void>> {
  if (lab.kind !== 'wine') {
    throw new LabError(`The ${name} of a real Windows is not replaced.`, 'Run this on Linux, under Wine.');
  }
  const place = path.join(lab.driveC, PLACES[name]);
  const real = path.join(path.dirname(place), 'real', path.basename(place));
  if (!(await exists(real))) {
    await mkdir(path.dirname(real), { recursive: true });
    await rename(place, real);
  }
  await copyFile(program, place);
  await preferNative(lab, path.basename(place));
  return async () => {
    if (await exists(real)) await rename(real, place);
  };
}

/** Wine has programs that it takes from itself, whatever lies in their place, unless its registry says otherwise. */
async function preferNative(lab: WindowsLab, name: string): Promise<void> {
  const key = 'HKCU\\Software\\Wine\\DllOverrides';
  const add = ['add', key, '/v', name, '/d', 'native,builtin', '/f'];
  const { exitCode, stdout } = await lab.run('C:\\windows\\system32\\reg.exe', add);
  if (exitCode !== 0)
    throw new LabError(`reg.exe failed: ${stdout}`, 'Remove the lab’s cache and try again.');
}

/** A step as the program reads it: without `times` it serves all calls. */
function written(name: ScriptedName, { times, ...step }: ScriptedStep): object {
  const wanted = times ?? (name === 'msiexec' ? 1 : 'always');
  return wanted === 'always' ? step : { ...step, times: wanted };
}

async function readCalls(home: string): Promise<ScriptedCall[]> {
  const names = (await readdir(home)).filter((name) => name.startsWith('call-')).sort();
  return await Promise.all(
    names.map(async (name) => {
      const call = JSON.parse(await readFile(path.join(home, name), 'utf8')) as ScriptedCall;
      const end = path.join(home, name.replace('call', 'end'));
      const { exitCode } = (await exists(end)) ? JSON.parse(await readFile(end, 'utf8')) : {};
      return { ...call, script: call.script ?? '', startedAt: new Date(call.startedAt), exitCode };
    }),
  );
}
