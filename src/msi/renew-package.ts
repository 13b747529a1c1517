import { rename, rm } from 'node:fs/promises';
import { fetchFile } from '../archive/fetch-file.ts';
import { retry } from '../windows/files.ts';
import { copyInto, hashOf, type StoredPackage } from './package-store.ts';
import { offlineMiss } from './packages.ts';
import type { MsiSession } from './session.ts';

/**
 * Lays a new file in the place of a package that could not be opened or read: downloaded once more, else a copy of the one that is there;
 * its hash has to be the right one. Where that cannot be done the old file stays. Throws the signal's reason alone.
 */
export async function renewPackage(stored: StoredPackage, { sources, context }: MsiSession): Promise<void> {
  const { log, signal, inputs } = context;
  const { filename, sha256, size } = stored;
  const draft = `${stored.path}.again`;
  const download = async () => {
    if (inputs.offline && !sources.origin.local) throw offlineMiss(filename, sources.origin.label);
    const file = sources.origin.archive(filename);
    const timeoutMs = inputs.downloadTimeoutMs;
    await fetchFile(file, { filename, sha256, size }, draft, { timeoutMs, signal, onNote: log.info });
    return 'Downloaded';
  };
  try {
    const done = await download().catch(async () => {
      signal.throwIfAborted();
      await copyInto(draft, stored.path);
      return 'Copied';
    });
    const found = await hashOf(draft);
    if (found?.sha256 !== sha256) throw new Error(`its SHA-256 is ${found?.sha256}, not ${sha256}`);
    await retry(() => rename(draft, stored.path), signal);
    log.info(`${done} ${filename} once more, verified SHA-256 ${sha256}`);
  } catch (error) {
    signal.throwIfAborted();
    log.info(`${filename} could not be renewed: ${String(error)}`);
    await rm(draft, { force: true }).catch(() => {});
  }
}
