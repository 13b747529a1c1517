import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { distrust, protectDirectory, readSddl } from '../windows/acl.ts';
import type { PowerShell } from '../windows/powershell.ts';

/** Where the machine's own part of the action is kept, when the input `machine-root` does not say. */
export function defaultMachineRoot(env: NodeJS.ProcessEnv = process.env): string {
  return path.win32.join(env['ProgramData'] || 'C:\\ProgramData', 'setup-go-win');
}

/**
 * Makes the machine's root, closed to everybody but administrators, or looks whether the one that is there can be trusted: packages in it
 * are run with an administrator's rights, and the journal in it says what to undo.
 *
 * @param own SID of the account of this step; undefined where it is not known
 * @param note told what could not be done or looked at
 * @throws SetupError E_ACL where others own it or may change it; E_PERMISSION where it cannot be made
 */
export async function openMachineRoot(
  root: string,
  own: string | undefined,
  note: (line: string) => void,
  powershell?: PowerShell,
): Promise<void> {
  if (await makeDirectory(root)) {
    const failure = await protectDirectory(root);
    if (failure) note(`${root} keeps the rights that it inherits: ${failure}`);
    return;
  }
  const sddl = await readSddl(root, powershell);
  if (sddl === undefined) {
    note(`Who owns ${root} was not looked at: there is no PowerShell that answers`);
    return;
  }
  const reason = distrust(sddl, own);
  if (reason === undefined) return;
  throw new SetupError('E_ACL', `${root} is not used: ${reason}.`, {
    remedy: `Look at what is in it, then remove it, or give it to Administrators: icacls "${root}" /setowner *S-1-5-32-544 /T and /inheritance:r. Another place is set by machine-root.`,
    evidence: [sddl],
  });
}

/** @returns false where it is there already */
async function makeDirectory(root: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(root), { recursive: true });
    await mkdir(root);
    return true;
  } catch (cause) {
    const there = systemCode(cause) === 'EEXIST' && (await stat(root).catch(() => undefined))?.isDirectory();
    if (there) return false;
    throw new SetupError('E_PERMISSION', `The machine's root ${root} cannot be made: ${systemCode(cause)}.`, {
      remedy: 'Run the runner under an administrator’s account, or name another place with machine-root.',
      cause,
    });
  }
}
