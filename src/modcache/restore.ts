import { mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatDuration, type Log } from '../report/log.ts';
import type { Context, Toolchain } from '../toolchain.ts';
import { removeTree } from '../windows/files.ts';
import { findDependencyFiles, matchDependencyFiles } from './dependency-files.ts';
import { type CacheDirectories, cacheDirectories, hasModules, UNFINISHED } from './directories.ts';
import { type CacheKeys, cacheKeys, isSameKey } from './key.ts';
import { askCacheService, CacheTrouble } from './service.ts';
import { leavePendingSave } from './state.ts';

/** How long the service gets to say whether it has a cache. */
export const LOOK_UP_MS = 30_000;
/** How long bringing and unpacking one may take: more than that it never saves. */
const RESTORE_MS = 600_000;

/** What a step tells of its module cache. */
export interface CacheOutcome {
  readonly key: string;
  /** The key of the cache that was restored, or that would have been, had the directories been empty; empty where none matched. */
  readonly matchedKey: string;
  /** Whether this very key was restored. */
  readonly hit: boolean;
  /** Variables that later steps need. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Restores modules and builds of an earlier run for this Go, and leaves word for the post step where there may be something new to save.
 * What goes wrong is told in the log.
 *
 * @param save whether the post step may save at all
 * @returns undefined where there is no service to restore from, or no place to restore to
 * @throws nothing but the signal's reason
 */
export async function restoreCaches(
  toolchain: Toolchain,
  context: Context,
  save: boolean,
): Promise<CacheOutcome | undefined> {
  const { inputs, log, signal } = context;
  let outcome: CacheOutcome | undefined;
  try {
    const directories = cacheDirectories(process.env, context.host.hosted && inputs.updateEnvironment);
    if (directories === undefined) {
      log.info('No module cache: GOMODCACHE and GOCACHE are no whole paths on this machine');
      return undefined;
    }
    const keys = await keysFor(toolchain, context);
    const { variables } = directories;
    for (const [name, directory] of Object.entries(variables))
      log.info(`${name} = ${directory}, on the drive of RUNNER_TEMP`);
    outcome = { key: keys.key, matchedKey: '', hit: false, variables };
    const { matchedKey, hit } = await fill(directories, keys, context);
    if (save && !isSameKey(keys.key, matchedKey))
      leavePendingSave({ key: keys.key, modules: directories.modules, builds: directories.builds });
    return { ...outcome, matchedKey: matchedKey ?? '', hit };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CacheTrouble && error.unavailable) {
      log.info(`No module cache: ${reason(error)}`);
      return undefined;
    }
    log.info(`The module cache is not used: ${reason(error)}`);
    return outcome;
  }
}

async function keysFor(toolchain: Toolchain, { inputs, host, log }: Context): Promise<CacheKeys> {
  const patterns = inputs.cacheDependencyPath;
  const files =
    patterns.length > 0
      ? await matchDependencyFiles(patterns, host.workspace)
      : await findDependencyFiles(host.workspace);
  const nothing = 'so the key of the module cache names no dependencies';
  if (files.length === 0 && patterns.length > 0)
    log.warn(`cache-dependency-path matches no file in ${host.workspace}, ${nothing}.`);
  else if (files.length === 0) log.info(`${host.workspace} has no go.sum or go.mod, ${nothing}`);
  return cacheKeys({
    prefix: inputs.cacheKeyPrefix,
    architecture: toolchain.architecture,
    goVersion: toolchain.goVersion,
    contents: await Promise.all(files.map((file) => readFile(file))),
  });
}

async function fill(
  directories: CacheDirectories,
  { key, restoreKeys }: CacheKeys,
  { log, signal }: Context,
): Promise<{ matchedKey: string | undefined; hit: boolean }> {
  const { modules, builds } = directories;
  await removeUnfinished(modules, log, signal);
  const ask = (kind: 'look-up' | 'restore', wanted: string, limitMs: number) =>
    askCacheService(
      { kind, paths: [modules, builds], key: wanted, restoreKeys: kind === 'look-up' ? restoreKeys : [] },
      { limitMs, signal, debug: log.debug },
    );

  const matchedKey = await ask('look-up', key, LOOK_UP_MS);
  if (matchedKey === undefined) {
    log.info(`Module cache: there is none yet for ${key}`);
    return { matchedKey, hit: false };
  }
  if (await hasModules(modules)) {
    log.info(`Module cache: ${modules} has modules already, so ${matchedKey} is not restored over them`);
    return { matchedKey, hit: false };
  }
  const started = Date.now();
  await markUnfinished(modules);
  try {
    await ask('restore', matchedKey, RESTORE_MS);
  } catch (error) {
    // Go takes a module's directory that is there for a whole one.
    if (!signal.aborted) await removeUnfinished(modules, log, signal);
    throw error;
  }
  await unlink(path.join(modules, UNFINISHED));
  const hit = isSameKey(key, matchedKey);
  const took = formatDuration(Date.now() - started);
  log.info(`Module cache restored in ${took}: ${matchedKey}${hit ? '' : `, the nearest to ${key}`}`);
  return { matchedKey, hit };
}

async function markUnfinished(modules: string): Promise<void> {
  await mkdir(modules, { recursive: true });
  await writeFile(path.join(modules, UNFINISHED), '');
}

/** What a restore left that did not come to its end, here or in a run that was killed: there were no modules before it. */
async function removeUnfinished(modules: string, log: Log, signal: AbortSignal): Promise<void> {
  const marker = path.join(modules, UNFINISHED);
  if ((await readFile(marker).catch(() => undefined)) === undefined) return;
  log.info(`${modules} holds what an unfinished restore left: it is removed`);
  try {
    await removeTree(modules, signal);
  } catch (error) {
    signal.throwIfAborted();
    log.warn(
      `${modules} holds half a module cache that cannot be removed (${reason(error)}): builds of this job may miss modules.`,
    );
  }
}

/** An error as a clause for the log. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
