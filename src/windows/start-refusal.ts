import { type PowerShell, runPowerShell } from './powershell.ts';

/** Why Windows would not start a program. */
export interface StartRefusal {
  /** `policy`: whoever manages the machine forbids it; `rights`: the file's own rights; `scanner`: taken for malware. */
  readonly by: 'policy' | 'rights' | 'scanner' | 'other';
  /** For people, with the code of Windows where it is known. */
  readonly reason: string;
}

/** Error codes of Windows (winerror.h) with which a program is not started. */
const REASONS: Readonly<Record<number, StartRefusal>> = {
  5: { by: 'rights', reason: 'access is denied (5)' },
  225: { by: 'scanner', reason: 'a virus scanner takes it for malware (225)' },
  226: { by: 'scanner', reason: 'a virus scanner has removed it as malware (226)' },
  1260: { by: 'policy', reason: 'it is blocked by group policy (1260)' },
  4551: { by: 'policy', reason: 'an application control policy has blocked it (4551)' },
};

const ASK_MS = 10_000;
/** Node says UNKNOWN for every code that it has no name for; .NET's exception has the number. No method is called: language mode may forbid it. */
const SCRIPT = `
try { $null = & $a.file version 2>$null; @{ code = 0 } } catch {
  $e = $_.Exception; while ($e.InnerException) { $e = $e.InnerException }
  @{ code = $e.NativeErrorCode }
}`;

/**
 * Asks why a program cannot be started, since Node names only few of the reasons: PowerShell starts it once more and tells the code of Windows.
 * Never throws.
 *
 * @returns undefined where nobody knows
 */
export async function whyNotStarted(
  file: string,
  powershell: PowerShell = runPowerShell,
): Promise<StartRefusal | undefined> {
  const answer = await powershell(SCRIPT, { file }, { timeoutMs: ASK_MS });
  if (answer === undefined || 'failure' in answer) return undefined;
  const { code } = (answer.value ?? {}) as { code?: unknown };
  if (typeof code !== 'number' || code === 0) return undefined;
  return REASONS[code] ?? { by: 'other', reason: `Windows answered ${code}` };
}
