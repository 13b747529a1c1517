import { findProgram, isRoot, runCommand, tryCommand } from '../windows/command.ts';
import { LabError, type Say } from '../windows/lab.ts';
import { enterRoot } from '../windows/namespace.ts';
import { prepareDebianRoot } from '../windows/prepare.ts';
import { ownWine } from '../windows/wine.ts';

/** The first wixl that knows Environment, AllowDowngrades and all that a Go MSI needs: Debian 13's. */
const OLDEST = [0, 106];
const INSTALL = 'apt-get install -y --no-upgrade --no-install-recommends wixl msitools';

/** A program that makes or reads MSIs. */
export type MsiProgram = 'wixl' | 'msibuild' | 'msiinfo' | 'msiextract';

/** The makers and readers of MSIs: the machine's own, or those in the lab's Debian root. */
export interface MsiTools {
  /** A host path as the programs see it; for their arguments and files. */
  inner(hostPath: string): string;
  /**
   * Runs one to its end.
   * @param cwd host path
   * @returns what it printed
   * @throws LabError with its last lines when it fails
   */
  run(program: MsiProgram, args: readonly string[], cwd: string): Promise<string>;
}

let opened: Promise<MsiTools> | undefined;

/**
 * The MSI tools, found or prepared once a process: of the machine where it has them, or has Wine of its own; else of the
 * lab's Debian root.
 * @throws LabError where there are none, with the remedy
 */
export async function msiTools(say: Say): Promise<MsiTools> {
  opened ??= open(say);
  return await opened;
}

async function open(say: Say): Promise<MsiTools> {
  if (process.platform !== 'linux') {
    throw new LabError(`MSIs can’t be built on ${process.platform}.`, 'Build them on Linux.');
  }
  if (await hasOwn()) return ownTools();
  if ((await ownWine()) === undefined) return await toolsInRoot(await prepareDebianRoot(say));
  // A machine with Wine of its own has no root of the lab's; its own package manager has the rest.
  const install = `Install wixl ${OLDEST.join('.')} and msitools (Debian 13: ${isRoot ? '' : 'sudo '}${INSTALL}).`;
  if (isRoot && (await findProgram('apt-get'))) {
    say('installing wixl and msitools by apt-get');
    await runCommand('apt-get', ['-q', ...INSTALL.split(' ').slice(1)], install, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (await hasOwn()) return ownTools();
  }
  throw new LabError('This machine has no wixl that is new enough.', install);
}

async function hasOwn(): Promise<boolean> {
  const programs: readonly MsiProgram[] = ['wixl', 'msibuild', 'msiinfo', 'msiextract'];
  if ((await Promise.all(programs.map(findProgram))).includes(undefined)) return false;
  const { stdout } = await tryCommand('wixl', ['--version']);
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
}

function ownTools(): MsiTools {
  return {
    inner: (hostPath) => hostPath,
    run: async (program, args, cwd) => (await runCommand(program, args, 'Is the disk full?', { cwd })).stdout,
  };
}

async function toolsInRoot(root: string): Promise<MsiTools> {
  const { inner, command } = await enterRoot(root);
  return {
    inner,
    run: async (program, args, cwd) => {
      const [file, ...rest] = command(`/usr/bin/${program}`, args, cwd);
      return (await runCommand(file, rest, 'Is the disk full?', { env: { LC_ALL: 'C.UTF-8' } })).stdout;
    },
  };
}
