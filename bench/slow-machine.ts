import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../lab/windows/command.ts';
import { type TimedProcess, timeProcess } from './measure.ts';

const repo = fileURLToPath(new URL('..', import.meta.url));

/** The microseconds that each created file takes longer. */
export const SLOW_US = process.env['SLOW_CREATE_US'] ?? '1000';

/** Linux where each created file takes longer, and the action's modules compiled to run there. */
export interface SlowMachine {
  /** Directory of the compiled modules. */
  readonly lib: string;
  /** Times a process in which creating files is slow; `command` gets an empty directory, which is removed after. */
  time(command: (directory: string) => readonly [string, ...string[]]): Promise<TimedProcess>;
}

/**
 * Compiles src/ into lib/ and the shim that slows file creation down (slow-create.c), and works in memory where there is a
 * memory file system: then the injected time is what creating a file costs, whatever disk the machine has.
 * @throws Error where this is not Linux, or has no C compiler
 */
export async function withSlowMachine<T>(work: (machine: SlowMachine) => Promise<T>): Promise<T> {
  if (process.platform !== 'linux') throw new Error('This bench needs Linux: it preloads a library.');
  const memory = await access('/dev/shm').then(
    () => '/dev/shm',
    () => tmpdir(),
  );
  const scratch = await mkdtemp(path.join(memory, 'setup-go-win-bench-'));
  try {
    const tsc = path.join(repo, 'node_modules/typescript/bin/tsc');
    await timeProcess(process.execPath, [tsc, '-p', path.join(repo, 'tsconfig.build.json')]);
    const shim = path.join(scratch, 'slow-create.so');
    await needProgram('cc', 'gcc libc6-dev');
    await timeProcess('cc', [
      '-shared',
      '-fPIC',
      '-O2',
      '-o',
      shim,
      path.join(repo, 'bench/slow-create.c'),
      '-ldl',
    ]);
    return await work({
      lib: path.join(repo, 'lib'),
      async time(command) {
        const directory = path.join(scratch, 'work');
        await mkdir(directory);
        try {
          const [program, ...args] = command(directory);
          return await timeProcess(program, args, { LD_PRELOAD: shim, SLOW_CREATE_US: SLOW_US });
        } finally {
          await rm(directory, { recursive: true, force: true });
        }
      },
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @param packages Debian's packages that bring it, for the message
 * @throws Error when the program is not on this machine
 */
export async function needProgram(name: string, packages: string): Promise<void> {
  if ((await findProgram(name)) === undefined)
    throw new Error(`${name} is missing. Run: apt-get install -y ${packages}`);
}
