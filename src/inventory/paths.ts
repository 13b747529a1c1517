import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from '../errors.ts';
import { canonical, type EnvironmentValues, expandVariables, splitPath } from '../machine/machine-path.ts';
import { textOf } from '../windows/registry.ts';
import type { InventoryGo, InventoryPath } from './document.ts';

/** A PATH as programs get it, with the GOROOT beside it; both expanded. */
export interface Search {
  readonly entries: readonly string[];
  readonly goroot: string | undefined;
}

/** What programs of the machine, of this account, and steps of this job look through. */
export function searches(
  machine: EnvironmentValues | undefined,
  user: EnvironmentValues | undefined,
  env: NodeJS.ProcessEnv,
): Record<'machine' | 'user' | 'job', Search> {
  const entriesOf = (values: EnvironmentValues | undefined) =>
    splitPath(expandVariables(textOf(values?.path) ?? '', env));
  const gorootOf = (values: EnvironmentValues | undefined) => {
    const text = textOf(values?.goroot);
    return text ? expandVariables(text, env) : undefined;
  };
  return {
    machine: { entries: entriesOf(machine), goroot: gorootOf(machine) },
    user: {
      entries: [...entriesOf(machine), ...entriesOf(user)],
      goroot: gorootOf(user) ?? gorootOf(machine),
    },
    job: { entries: splitPath(env['PATH'] ?? env['Path'] ?? ''), goroot: env['GOROOT'] || undefined },
  };
}

/** What a look at files has found, once for all searches: a drive or share that does not answer makes nobody wait twice. */
export interface Sight {
  isFile(file: string): boolean;
  /** Whether the drive or share of a place answered, as far as it was asked. */
  answers(place: string): boolean;
}

/** A server that is gone takes Windows a minute or so to give up on. */
const ANSWER_MS = 5000;

/**
 * Looks for go.exe in every directory of some searches, in each once.
 *
 * @param note told which drive or share does not answer
 * @param look for tests
 */
export async function lookForGoes(
  searches: readonly Search[],
  note: (line: string) => void,
  look: (file: string) => Promise<boolean> = isProgram,
  waitMs = ANSWER_MS,
): Promise<Sight> {
  const found = new Set<string>();
  const silent = new Set<string>();
  const rootOf = (place: string) => canonical(path.win32.parse(place).root);
  for (const file of new Set(searches.flatMap(programsOf))) {
    if (silent.has(rootOf(file))) continue;
    const end = new AbortController();
    const late = sleep(waitMs, 'late' as const, { signal: end.signal }).catch(() => 'late' as const);
    const there = await Promise.race([look(file), late]);
    end.abort();
    if (there === true) found.add(file);
    if (there !== 'late') continue;
    silent.add(rootOf(file));
    note(
      `${path.win32.parse(file).root}, which is on a PATH, does not answer: what lies there is not looked at`,
    );
  }
  return { isFile: (file) => found.has(file), answers: (place) => !silent.has(rootOf(place)) };
}

/** Not for a directory of that name. */
async function isProgram(file: string): Promise<boolean> {
  return await stat(file).then(
    (found) => !found.isDirectory(),
    (error) => !/^(?:ENOENT|ENOTDIR)$/.test(systemCode(error) ?? '') && existsSync(file),
  );
}

function programsOf({ entries }: Search): string[] {
  return entries
    .filter((entry) => path.isAbsolute(entry) || path.win32.isAbsolute(entry))
    .map((entry) => path.join(entry, 'go.exe'));
}

/** Each go.exe that a search finds, each once, what `go` starts first. */
export function goesOn(search: Search, { isFile }: Pick<Sight, 'isFile'>): string[] {
  const files = programsOf(search).filter(isFile);
  return files.filter(
    (file, index) => files.findIndex((other) => canonical(other) === canonical(file)) === index,
  );
}

/** The directory that a go.exe on PATH takes for its GOROOT: above `bin`. */
export function treeOf(goExe: string): string {
  return path.dirname(path.dirname(goExe));
}

/** Says which of the goes a search gives. */
export async function describeSearch(
  search: Search,
  goes: readonly InventoryGo[],
  sight: Sight,
): Promise<InventoryPath> {
  const all = goesOn(search, sight);
  const [winner] = all;
  const goroot = search.goroot ?? null;
  if (winner === undefined) return { winner: null, place: null, all, goroot };
  const tree = treeOf(winner);
  // Through a link, such as `current`, it is the Go behind it.
  const names = [tree, await realpath(tree).catch(() => tree)].map(canonical);
  const leadsToCurrent = /[\\/]current$/i.test(tree) ? goes.find(({ current }) => current) : undefined;
  const go = goes.find(({ place }) => names.includes(canonical(place))) ?? leadsToCurrent;
  return { winner, place: go?.place ?? null, all, goroot };
}
