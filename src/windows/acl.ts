import { parseSddl } from './access-rights.ts';
import { listOf, type PowerShell, runPowerShell } from './powershell.ts';
import { splitSddl } from './sddl.ts';
import { runProgram, systemProgram } from './system-programs.ts';

/** Well-known SIDs (MS-DTYP, "Well-Known SID Structures"): the same in every language. */
export const SYSTEM = 'S-1-5-18';
export const ADMINISTRATORS = 'S-1-5-32-544';
const USERS = 'S-1-5-32-545';
export const TRUSTED_INSTALLER = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';

/** Who may own or change what an administrator trusts; `CO` (creator owner) stands for the owner, `LA` is the account Administrator. */
const TRUSTED = new Set([SYSTEM, ADMINISTRATORS, TRUSTED_INSTALLER, 'SY', 'BA', 'LA', 'CO', 'S-1-3-0']);

/** Rights to put something in place of what is there: write data, append, delete child, delete, write DAC, write owner, generic ones. */
const CHANGE = 0x0002 | 0x0004 | 0x0040 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;
/** The letters that SDDL has for them; two each (Microsoft's "ACE Strings"). */
const CHANGE_WORDS = new Set(['FA', 'FW', 'GA', 'GW', 'WD', 'WO', 'SD', 'DC', 'LC', 'DT']);

/**
 * Gives a directory to Administrators, and takes from everybody else but SYSTEM the right to change it: Users may read. What it inherited is gone.
 *
 * @param owner SID of who owns it and may change it besides; an account without an administrator's rights can give it to nobody but itself
 * @returns undefined when done; else why not
 */
export async function protectDirectory(
  directory: string,
  owner: string = ADMINISTRATORS,
): Promise<string | undefined> {
  const icacls = systemProgram('icacls.exe');
  const full = [...new Set([SYSTEM, ADMINISTRATORS, owner])].map((sid) => `*${sid}:(OI)(CI)F`);
  const grants = [...full, `*${USERS}:(OI)(CI)RX`];
  for (const args of [
    ['/setowner', `*${owner}`],
    ['/inheritance:r', '/grant:r', ...grants],
  ]) {
    const { exitCode, stderr, failure } = await runProgram(icacls, [directory, ...args, '/q']);
    if (exitCode !== 0) return failure ?? `icacls ended with ${exitCode}: ${stderr.trim().slice(0, 200)}`;
  }
  return undefined;
}

/**
 * Who owns a directory and may change it, as SDDL, which is the same in every language; by PowerShell, since no program of Windows tells
 * the owner's SID.
 *
 * @returns undefined where there is no PowerShell; why it could not be read, where there is one
 */
export async function readSddl(
  directory: string,
  powershell: PowerShell = runPowerShell,
): Promise<{ readonly sddl: string } | { readonly failure: string } | undefined> {
  const answer = await powershell('"$((Get-Acl -LiteralPath $a.directory).Sddl)"', { directory });
  if (answer === undefined || 'failure' in answer) return answer;
  return typeof answer.value === 'string' && answer.value !== ''
    ? { sddl: answer.value }
    : { failure: 'PowerShell gave no list of rights' };
}

/**
 * Rights of several directories by one PowerShell, as {@link readSddl}.
 *
 * @returns those that it gave; undefined where there is no PowerShell
 */
export async function readSddls(
  directories: readonly string[],
  powershell: PowerShell = runPowerShell,
): Promise<
  | { readonly lists: readonly { readonly directory: string; readonly sddl: string }[] }
  | { readonly failure: string }
  | undefined
> {
  const script =
    '$a.directories | ForEach-Object { @{ directory = "$_"; sddl = "$((Get-Acl -LiteralPath $_).Sddl)" } }';
  const answer = await powershell(script, { directories });
  if (answer === undefined || 'failure' in answer) return answer;
  const lists = listOf(answer.value).flatMap(({ directory, sddl }) =>
    typeof directory === 'string' && typeof sddl === 'string' && sddl !== '' ? [{ directory, sddl }] : [],
  );
  return lists.length > 0 || directories.length === 0
    ? { lists }
    : { failure: 'PowerShell gave no list of rights' };
}

/** Rights to put something else in the place of a directory, or of what lies in it: delete child, delete, write DAC, write owner. */
const REPLACE = 0x40 | 0x10000 | 0x40000 | 0x80000;

/**
 * Why somebody without an administrator's rights could replace what lies in a directory. To add something beside it, as everybody may in
 * %ProgramData% and on drive C, is not enough for that.
 *
 * @param own the SID of the account that asks
 * @returns undefined where nobody could
 */
export function replaceableBy(sddl: string, own: string | undefined): string | undefined {
  const { owner = '', entries } = parseSddl(sddl);
  if (!TRUSTED.has(owner) && owner !== own) return `it is owned by ${owner || 'nobody known'}`;
  if (entries === 'everything') return 'it has no list of who may change it';
  const other = entries.find(
    ({ allows, mask, who }) => allows && (mask & REPLACE) !== 0 && !TRUSTED.has(who) && who !== own,
  );
  return other && `${other.who} may replace what lies in it`;
}

/**
 * Why what lies in a directory is not to be trusted with an administrator's rights: others own it, or may change it. Undefined where they
 * don't.
 *
 * @param own the SID of the account that asks, which may own what it made
 */
export function distrust(sddl: string, own: string | undefined): string | undefined {
  const { owner = '', entries } = splitSddl(sddl);
  if (!TRUSTED.has(owner) && owner !== own) return `it is owned by ${owner || 'nobody known'}`;
  // Without a list of rights everybody has all of them.
  if (entries === undefined) return 'it has no list of who may change what lies in it';
  // An allowing entry may be a plain one, one with a condition (XA), or one for an object (OA); those of auditing have other types.
  for (const { type, rights, who } of entries) {
    if (/^(?:A|XA|OA)$/.test(type) && mayChange(rights) && !TRUSTED.has(who) && who !== own)
      return `${who} may change what lies in it`;
  }
  return undefined;
}

function mayChange(rights: string): boolean {
  if (/^0x[0-9a-f]+$/i.test(rights)) return (Number(rights) & CHANGE) !== 0;
  return (rights.match(/../g) ?? []).some((word) => CHANGE_WORDS.has(word));
}
