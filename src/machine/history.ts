import path from 'node:path';
import type { Architecture } from '../release/release.ts';
import { readJson, writeJson } from './atomic-file.ts';
import type { Change, Method } from './journal.ts';

/** A change of the machine that succeeded. */
export type Success = Pick<
  Change<unknown>,
  'id' | 'method' | 'operation' | 'architecture' | 'from' | 'to'
> & {
  /** ISO 8601. */
  readonly at: string;
  /** Where the version before lies, where versions lie side by side: two builds of one version can. */
  readonly fromTree?: string | undefined;
  /** What Windows Installer called the version before: its list of files is kept under that. */
  readonly fromProduct?: string | undefined;
};

/** More than these are of no use for going back. */
const KEPT = 50;

/**
 * Remembers that a change succeeded. Twice for the same change is once, since a run can be killed between this and the end of its journal.
 * What changed no version is not remembered: it is nothing to go back from.
 */
export async function rememberSuccess(
  root: string,
  change: Change<unknown>,
  { fromTree, fromProduct }: Pick<Success, 'fromTree' | 'fromProduct'> = {},
): Promise<void> {
  const { id, method, operation, architecture, from, to } = change;
  const before = await successes(root);
  if (from === to || before.some((one) => one.id === id)) return;
  const at = new Date().toISOString();
  const success: Success = { id, method, operation, architecture, from, to, at, fromTree, fromProduct };
  await writeJson(historyFile(root), { schema: 1, successes: [...before, success].slice(-KEPT) });
}

/**
 * The version that a rollback returns to: the one before the last successful change. Since a rollback is such a change, rolling back twice
 * returns.
 *
 * @returns a semver; undefined where nothing was there before, or nothing is remembered
 */
export async function versionBefore(
  root: string,
  method: Method,
  architecture: Architecture,
): Promise<string | undefined> {
  return (await lastSuccess(root, method, architecture))?.from;
}

/**
 * The last change that succeeded by a method.
 *
 * @param architecture any, where left out: of versions side by side one is the machine's
 * @returns undefined where nothing is remembered
 */
export async function lastSuccess(
  root: string,
  method: Method,
  architecture?: Architecture,
): Promise<Success | undefined> {
  return (await successes(root))
    .filter((one) => one.method === method && (architecture ?? one.architecture) === one.architecture)
    .at(-1);
}

async function successes(root: string): Promise<Success[]> {
  const found = (await readJson(historyFile(root))) as { successes?: Success[] } | undefined;
  return Array.isArray(found?.successes) ? found.successes : [];
}

function historyFile(root: string): string {
  return path.join(root, 'history.json');
}
