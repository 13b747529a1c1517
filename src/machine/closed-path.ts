import path from 'node:path';
import { SetupError } from '../errors.ts';
import { readSddls, replaceableBy } from '../windows/acl.ts';
import type { PowerShell } from '../windows/powershell.ts';

/**
 * Looks whether somebody without an administrator's rights could put something else in the place of a directory, by any part of its path. What stands
 * on the machine's PATH is run by everybody, services and administrators included.
 *
 * @param own SID of the account of this step
 * @param note told what could not be looked at
 * @throws SetupError E_ACL
 */
export async function requireClosedPath(
  directory: string,
  own: string | undefined,
  note: (line: string) => void,
  powershell?: PowerShell,
): Promise<void> {
  const found = await readSddls(ancestorsOf(directory), powershell);
  if (found === undefined) {
    note(`Who may replace ${directory} was not looked at: there is no PowerShell that answers`);
    return;
  }
  if ('failure' in found) {
    note(`Who may replace ${directory} could not be read: ${found.failure}`);
    return;
  }
  for (const { directory: part, sddl } of found.lists) {
    const reason = replaceableBy(sddl, own);
    if (reason === undefined) continue;
    throw new SetupError(
      'E_ACL',
      `${directory} does not go on the PATH of the machine: ${part}: ${reason}.`,
      {
        remedy: `Let only administrators change ${part}, or name another place with machine-root; %ProgramData% is closed.`,
        evidence: [`${part}: ${sddl}`],
      },
    );
  }
}

/** The directory's parents, up to the drive. */
function ancestorsOf(directory: string): string[] {
  const parent = path.dirname(directory);
  return parent === directory ? [] : [parent, ...ancestorsOf(parent)];
}
