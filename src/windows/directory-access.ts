import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PowerShell, runPowerShell } from './powershell.ts';
import { decode, runProgram, systemProgram } from './system-programs.ts';

/** Who owns a directory and who may do what there, or who was asked for that and gave no answer. */
export interface DirectoryAccess {
  /** Without an owner where icacls gave it; undefined where nobody did. */
  readonly sddl: string | undefined;
  /** As Windows writes it, `DOMAIN\name`; undefined where the SID belongs to nobody that Windows knows, or nobody answered. */
  readonly ownerName: string | undefined;
  /** Who was asked in vain, and what came of it. */
  readonly unanswered: readonly string[];
}

/** A failing step waits for these, so not long. */
const POWERSHELL_MS = 5000;
const ICACLS_MS = 2000;

const SCRIPT = `$acl = Get-Acl -LiteralPath $a.directory; @{ sddl = "$($acl.Sddl)"; owner = "$($acl.Owner)" }`;

/**
 * Asks PowerShell for owner and rights of a directory, else icacls, which does not tell the owner. Both answer in SDDL, which is the same in
 * every language. Takes some seconds at most, and never throws.
 */
export async function readAccess(
  directory: string,
  powershell: PowerShell = runPowerShell,
  icacls: (directory: string) => Promise<{ sddl: string } | { failure: string }> = askIcacls,
): Promise<DirectoryAccess> {
  const unanswered: string[] = [];
  const answer = await powershell(SCRIPT, { directory }, { timeoutMs: POWERSHELL_MS });
  if (answer !== undefined && 'value' in answer) {
    const { sddl, owner } = (answer.value ?? {}) as { sddl?: unknown; owner?: unknown };
    if (typeof sddl === 'string' && sddl !== '') return { sddl, ownerName: nameOf(owner), unanswered };
    unanswered.push('PowerShell gave no list of rights');
  } else {
    unanswered.push(answer ? `PowerShell failed: ${answer.failure}` : 'there is no PowerShell that answers');
  }
  const saved = await icacls(directory);
  if ('sddl' in saved) return { sddl: saved.sddl, ownerName: undefined, unanswered };
  return { sddl: undefined, ownerName: undefined, unanswered: [...unanswered, saved.failure] };
}

/** Get-Acl puts the SID, alone or behind `O:`, where nobody has it any more. */
function nameOf(owner: unknown): string | undefined {
  return typeof owner === 'string' && owner !== '' && !/^(?:O:)?S-1-/.test(owner) ? owner : undefined;
}

/** `icacls <directory> /save <file>` writes the name on one line and the rights, as SDDL, on the next; UTF-16. */
async function askIcacls(directory: string): Promise<{ sddl: string } | { failure: string }> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'setup-go-win-acl-')).catch(() => undefined);
  if (temporary === undefined) return { failure: 'icacls was not asked: there is no place for its answer' };
  try {
    const file = path.join(temporary, 'rights');
    const asked = [directory, '/save', file, '/q'];
    const { exitCode, failure } = await runProgram(systemProgram('icacls.exe'), asked, {
      timeoutMs: ICACLS_MS,
    });
    const sddl = await readFile(file).then(sddlIn, () => undefined);
    if (sddl !== undefined) return { sddl };
    return { failure: `icacls ${failure ?? `ended with ${exitCode}`} and told nothing` };
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

/** The first list of rights in what icacls has saved. */
export function sddlIn(saved: Buffer): string | undefined {
  return decode(saved)
    .split(/\r?\n/)
    .find((line) => /^D:/.test(line));
}
