import path from 'node:path';
import { SetupError } from '../errors.ts';
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
 * @throws SetupError E_VERIFY for a history that cannot be understood: that is not "nothing", since what a rollback returns to must not be pruned
 */
export async function lastSuccess(
  root: string,
  method: Method,
  architecture?: Architecture,
): Promise<Success | undefined> {
  const found = await readJson(historyFile(root));
  if (found !== undefined && !isHistory(found))
    throw new SetupError('E_VERIFY', `The history ${historyFile(root)} is none that this version can read.`, {
      remedy:
        'Use the version of the action that wrote it; or rename it, and no rollback is possible until the next change.',
    });
  return (found?.successes ?? [])
    .filter((one) => one.method === method && (architecture ?? one.architecture) === one.architecture)
    .at(-1);
}

function isHistory(found: unknown): found is { readonly successes: readonly Success[] } {
  const { schema, successes } = (found ?? {}) as { schema?: unknown; successes?: unknown };
  return schema === 1 && Array.isArray(successes) && successes.every(isSuccess);
}

function isSuccess(one: unknown): one is Success {
  const { id, method, operation, architecture, from, to, fromTree } = (one ?? {}) as Partial<Success>;
  const given = [from, to, fromTree].filter((text) => text !== undefined);
  return [id, method, operation, architecture, ...given].every((text) => typeof text === 'string');
}

/** What the next success is put behind, as far as it can be understood: a change that is done is not to fail by it. */
async function successes(root: string): Promise<readonly Success[]> {
  const found = (await readJson(historyFile(root))) as { readonly successes?: unknown } | null | undefined;
  return Array.isArray(found?.successes) ? found.successes.filter(isSuccess) : [];
}

function historyFile(root: string): string {
  return path.join(root, 'history.json');
}
