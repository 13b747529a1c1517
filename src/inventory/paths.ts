import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
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

/** Each go.exe that a search finds, each once, what `go` starts first. */
export function goesOn({ entries }: Search, exists: (file: string) => boolean = existsSync): string[] {
  const files = entries
    .filter((entry) => path.isAbsolute(entry) || path.win32.isAbsolute(entry))
    .map((entry) => path.join(entry, 'go.exe'))
    .filter(exists);
  return files.filter(
    (file, index) => files.findIndex((other) => canonical(other) === canonical(file)) === index,
  );
}

/** The directory that a go.exe on PATH takes for its GOROOT: above `bin`. */
export function treeOf(goExe: string): string {
  return path.dirname(path.dirname(goExe));
}

/** Says which of the goes a search gives. */
export async function describeSearch(search: Search, goes: readonly InventoryGo[]): Promise<InventoryPath> {
  const all = goesOn(search);
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
