import path from 'node:path';
import type { Holder } from './holder.ts';
import { STOP } from './holder-scripts.ts';
import { namesOf } from './holders.ts';
import { listOf, type PowerShell, runPowerShell } from './powershell.ts';

/** What became of a process that was to be ended. */
export interface Stopped {
  readonly holder: Holder;
  /** `gone`: it had ended by itself. */
  readonly outcome: 'ended' | 'gone' | 'stays';
  /** Why it stays; empty where it does not. */
  readonly reason: string;
}

/** How long ended processes may take to be gone. */
const WAIT_MS = 5000;
/** With starting PowerShell. */
const SCRIPT_MS = 20_000;

const REASONS: Readonly<Record<string, string>> = {
  own: 'this step descends from it',
  another: 'another process has its number by now',
  elsewhere: 'it does not run from there',
  stays: `it is not gone after ${WAIT_MS / 1000} s`,
};

/**
 * Ends the processes that run from a directory, and no others: not what only holds a file there, not what runs from a directory whose name
 * begins alike, not this process and nothing that it descends from. The script that ends a process asks again, with its handle open, whether
 * it is the one that was found (its start) and runs from there, so that a number that Windows gave anew hits nobody. Never throws.
 *
 * @returns one for each process that runs from there, ended or not
 */
export async function stopHolders(
  holders: readonly Holder[],
  directory: string,
  powershell: PowerShell = runPowerShell,
): Promise<Stopped[]> {
  const directories = await namesOf(directory);
  const chosen = holders.filter((holder) => mayBeStopped(holder, directories));
  if (chosen.length === 0) return [];
  const processes = chosen.map(({ pid, started }) => ({ pid, started }));
  const args = { directories, processes, self: process.pid, waitMs: WAIT_MS };
  const answer = await powershell(STOP, args, { timeoutMs: SCRIPT_MS });
  if (answer === undefined || !('value' in answer)) {
    const reason = answer ? `PowerShell failed: ${answer.failure}` : 'there is no Windows PowerShell';
    return chosen.map((holder) => ({ holder, outcome: 'stays', reason }));
  }
  const said = listOf(answer.value);
  return chosen.map((holder) => {
    const one = said.find(({ pid }) => pid === holder.pid);
    const outcome = String(one?.['outcome'] ?? 'nothing');
    if (outcome === 'ended' || outcome === 'gone') return { holder, outcome, reason: '' };
    const reason = String(one?.['reason'] || REASONS[outcome] || `PowerShell says ${outcome} of it`);
    return { holder, outcome: 'stays', reason };
  });
}

function mayBeStopped(holder: Holder, directories: readonly string[]): boolean {
  if (holder.evidence !== 'runs there' || holder.started === undefined || holder.path === undefined)
    return false;
  if (holder.pid === process.pid || holder.pid === process.ppid || holder.pid <= 4) return false;
  const program = holder.path;
  return directories.some((directory) => isBelow(program, directory));
}

/** Whether a file lies in a directory, by their whole Windows paths: `C:\go\1.25.30\go.exe` does not lie in `C:\go\1.25.3`. */
export function isBelow(file: string, directory: string): boolean {
  const top = `${path.win32.normalize(directory).replace(/\\+$/, '')}\\`.toLowerCase();
  return path.win32.isAbsolute(directory) && path.win32.normalize(file).toLowerCase().startsWith(top);
}
