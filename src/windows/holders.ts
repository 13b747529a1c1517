import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Holder, holderOf } from './holder.ts';
import { BY_FILE, BY_NAME, BY_PATH } from './holder-scripts.ts';
import { listOf, type PowerShell, runPowerShell } from './powershell.ts';
import { runProgram, systemProgram } from './system-programs.ts';

export interface HolderSearch {
  readonly holders: readonly Holder[];
  /** What was asked and what it could not tell, one line each. */
  readonly looked: readonly string[];
}

export interface SearchOptions {
  /** How long all of it may take, in milliseconds; a minute where left out. */
  readonly timeoutMs?: number;
  readonly powershell?: PowerShell;
  /** What tasklist says, within so many milliseconds; for tests. */
  readonly list?: (timeoutMs: number) => Promise<string>;
}

/** Restart Manager takes any number of files, at a price; more of them name nobody else. */
const MOST_FILES = 50;
/** Of the time, for tasklist, which is asked last. */
const TASKLIST_MS = 3000;

/**
 * Names who holds files below a directory: processes that run from it, those that Windows' Restart Manager knows to have the files open,
 * and, where PowerShell gives no answer to either, processes by the names of programs that are held. A shell's working directory or an
 * Explorer window inside is told by none of these; processes whose command line names the directory are given as a hint. Never throws.
 *
 * @param paths files that are held; may be empty
 */
export async function nameHolders(
  paths: readonly string[],
  directory: string,
  options: SearchOptions = {},
): Promise<HolderSearch> {
  const { timeoutMs = 60_000, list = tasklist } = options;
  const files = paths.slice(0, MOST_FILES);
  const directories = await namesOf(directory);
  // At once: each starts a PowerShell of its own, since a policy of the machine may refuse one script and not the other.
  const [running, holding] = await Promise.all([
    ask(`processes that run from ${directory}`, BY_PATH, { directories }, 'runs there', options),
    files.length > 0 ? nameFileHolders(files, options) : undefined,
  ]);
  const found = new Map<number, Holder>();
  const searches = [running, ...(holding ? [holding] : [])];
  for (const holder of searches.flatMap(({ holders }) => holders).sort(byCertainty))
    if (!found.has(holder.pid)) found.set(holder.pid, holder);
  const looked = searches.flatMap((search) => search.looked);
  if (searches.every(({ answered }) => answered)) return { holders: [...found.values()], looked };

  const names = new Set(files.map((file) => file.slice(file.lastIndexOf('\\') + 1).toLowerCase()));
  const listed = parseTasklist(await list(Math.min(TASKLIST_MS, timeoutMs)));
  const namesakes = listed.filter(({ name }) => names.has(name.toLowerCase()));
  looked.push(
    `processes with the name of a held program (tasklist): ${namesakes.length === 0 ? 'none' : namesakes.length}`,
  );
  for (const { pid, name } of namesakes) {
    if (!found.has(pid)) found.set(pid, { pid, name, evidence: 'has its name' });
  }
  return { holders: [...found.values()], looked };
}

/** Names the processes that Windows' Restart Manager knows to have these files open. Never throws. */
export async function nameFileHolders(
  files: readonly string[],
  options: SearchOptions = {},
): Promise<HolderSearch & { readonly answered: boolean }> {
  const what = 'processes that hold these files (Restart Manager)';
  return await ask(what, BY_FILE, { files: files.slice(0, MOST_FILES) }, 'holds a file', options);
}

async function ask(
  what: string,
  script: string,
  args: object,
  evidence: Holder['evidence'],
  { powershell = runPowerShell, timeoutMs = 60_000 }: SearchOptions,
): Promise<HolderSearch & { readonly answered: boolean }> {
  const patience = { timeoutMs: Math.max(timeoutMs - TASKLIST_MS, 1000) };
  const answer = await powershell(script, { ...args, self: process.pid }, patience);
  if (answer === undefined || !('value' in answer)) {
    const why = answer ? `PowerShell failed: ${answer.failure}` : 'there is no Windows PowerShell';
    return { holders: [], looked: [`${what}: not known, ${why}`], answered: false };
  }
  const items = listOf(answer.value);
  const holders = items.flatMap((item) => holderOf(item, evidence));
  const certain = holders.filter((holder) => holder.evidence === evidence).length;
  const hidden = items.map((item) => item['hidden']).find((count) => typeof count === 'number' && count > 0);
  const unseen = hidden === undefined ? '' : ` (${hidden} do not show this account where they run from)`;
  return { holders, looked: [`${what}: ${certain === 0 ? 'none' : certain}${unseen}`], answered: true };
}

function byCertainty(one: Holder, other: Holder): number {
  return Number(one.evidence === 'names it') - Number(other.evidence === 'names it');
}

/**
 * The names by which Windows may know a directory: as it was given, and with the links above it resolved. A link in its own place is not: what
 * runs from where that leads is not in this directory.
 */
export async function namesOf(directory: string): Promise<string[]> {
  const real = await realpath(path.win32.dirname(directory)).catch(() => undefined);
  const resolved = real === undefined ? directory : path.win32.join(real, path.win32.basename(directory));
  return resolved.toLowerCase() === directory.toLowerCase() ? [directory] : [directory, resolved];
}

/** The processes of a program, by its name: with their command lines where PowerShell answers, else as tasklist has them. Never throws. */
export async function findProcesses(name: string, options: SearchOptions = {}): Promise<Holder[]> {
  const { powershell = runPowerShell, list = tasklist } = options;
  const answer = await powershell(BY_NAME, { name, self: process.pid });
  if (answer !== undefined && 'value' in answer)
    return listOf(answer.value).flatMap((item) => holderOf(item, 'runs there'));
  return parseTasklist(await list(60_000))
    .filter((one) => one.name.toLowerCase() === name.toLowerCase())
    .map((one) => ({ ...one, evidence: 'runs there' }));
}

/** Names and ids of `tasklist /fo csv /nh`; its other columns are in the language of Windows. */
export function parseTasklist(text: string): { name: string; pid: number }[] {
  return [...text.matchAll(/^"([^"\r\n]+)","(\d+)",/gm)].map(([, name = '', pid]) => ({
    name,
    pid: Number(pid),
  }));
}

async function tasklist(timeoutMs: number): Promise<string> {
  return (await runProgram(systemProgram('tasklist.exe'), ['/fo', 'csv', '/nh'], { timeoutMs })).stdout;
}
