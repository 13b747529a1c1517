import { lstat, mkdir, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { ADMINISTRATORS, distrust, protectDirectory, readSddl } from '../windows/acl.ts';
import type { PowerShell } from '../windows/powershell.ts';

/** Where the machine's own part of the action is kept, when the input `machine-root` does not say. */
export function defaultMachineRoot(env: NodeJS.ProcessEnv = process.env): string {
  return path.win32.join(env['ProgramData'] || 'C:\\ProgramData', 'setup-go-win');
}

/** The machine's root: what the input `machine-root` says, else the default. @param given empty: the input is not given */
export function machineRootAt(given: string, env: NodeJS.ProcessEnv = process.env): string {
  return given || defaultMachineRoot(env);
}

export interface OpenOptions {
  /** False: the account has no administrator's rights, and what it makes is closed to everybody but itself. */
  readonly elevated?: boolean | undefined;
  readonly powershell?: PowerShell;
}

/**
 * Makes the machine's root, closed to everybody but administrators, or looks whether the one that is there can be trusted: packages in it
 * are run with an administrator's rights, and the journal in it says what to undo.
 *
 * @param own SID of the account of this step; undefined where it is not known
 * @param note told what could not be done or looked at
 * @returns true where it was made
 * @throws SetupError E_ACL where others own it or may change it; E_PERMISSION where it cannot be made
 */
export async function openMachineRoot(
  root: string,
  own: string | undefined,
  note: (line: string) => void,
  { elevated, powershell }: OpenOptions = {},
): Promise<boolean> {
  if (await makeDirectory(root)) {
    const owner = elevated === false ? own : ADMINISTRATORS;
    const failure = owner === undefined ? undefined : await protectDirectory(root, owner);
    if (failure === undefined) return true;
    await rmdir(root).catch(() => {}); // else the next run would take it for somebody else's
    throw distrusted(root, `it could not be closed to others (${failure})`, []);
  }
  // A link can be made to lead elsewhere between a check and the use of what was checked.
  if ((await lstat(root)).isSymbolicLink()) throw distrusted(root, 'it is a link', []);
  const found = await readSddl(root, powershell);
  if (found === undefined) {
    note(`Who owns ${root} was not looked at: there is no PowerShell that answers`);
    return false;
  }
  if ('failure' in found) throw distrusted(root, 'who may change it could not be read', [found.failure]);
  const reason = distrust(found.sddl, own);
  if (reason !== undefined) throw distrusted(root, reason, [found.sddl]);
  return false;
}

function distrusted(root: string, reason: string, evidence: readonly string[]): SetupError {
  return new SetupError('E_ACL', `${root} is not used: ${reason}.`, {
    remedy: `Look at what is in it, then remove it, or give it to Administrators: icacls "${root}" /setowner *S-1-5-32-544 /T and /inheritance:r. Another place is set by machine-root.`,
    evidence,
  });
}

/** @returns false where it is there already */
async function makeDirectory(root: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(root), { recursive: true });
    await mkdir(root);
    return true;
  } catch (cause) {
    const found = systemCode(cause) === 'EEXIST' ? await stat(root).catch(() => undefined) : undefined;
    if (found?.isDirectory()) return false;
    if (found)
      throw new SetupError('E_PERMISSION', `The machine's root ${root} cannot be made: it is a file.`, {
        remedy: 'Remove or rename that file, or name another place with machine-root.',
        cause,
      });
    if (systemCode(cause) === 'ENOENT')
      throw new SetupError(
        'E_PERMISSION',
        `The machine's root ${root} cannot be made: its drive is not there.`,
        {
          remedy: 'Name a place on a drive of this machine with machine-root.',
          cause,
        },
      );
    throw new SetupError('E_PERMISSION', `The machine's root ${root} cannot be made: ${systemCode(cause)}.`, {
      remedy: 'Run the runner under an administrator’s account, or name another place with machine-root.',
      cause,
    });
  }
}
