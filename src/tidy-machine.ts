import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { openMachineRoot } from './machine/root.ts';
import { ownerFile } from './toolcache/layout.ts';
import { tryLock } from './toolcache/lock.ts';
import { readAccount } from './windows/elevation.ts';
import { removeTree } from './windows/files.ts';

/** The lock of everything that changes the Go of a machine. */
export const MACHINE_LOCK = 'machine';
/** Names of our files before they get their own by a rename: what writeWhole makes of JSON, and, in the folder of a package, an MSI. */
const DRAFT = /\.json\.[0-9a-f]{8}\.new$/;
const PACKAGE_DRAFT = /\.json\.[0-9a-f]{8}\.new$|\.part$/;
/** Folders of the store, as package-store.ts names them. */
const PACKAGE = /^go[^\\/]*-(?:x64|x86|arm64)-[0-9a-f]{8}$/;

/**
 * Removes the drafts of files that a killed run was writing: of the journal, the history, packages and their records. The caller has the
 * machine's lock, so that nobody writes one. A root that the user has named may hold other things, which are left alone. Never fails.
 *
 * @param root the machine's root
 */
export async function removeDrafts(root: string): Promise<void> {
  const store = path.join(root, 'msi');
  const packages = (await names(store)).filter((name) => PACKAGE.test(name));
  await removeFiles(root, DRAFT);
  await removeFiles(store, DRAFT);
  for (const name of packages) await removeFiles(path.join(store, name), PACKAGE_DRAFT);
}

async function removeFiles(directory: string, which: RegExp): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile() && which.test(one.name)))
    await removeTree(path.join(directory, entry.name), undefined, 0).catch(() => {});
}

/**
 * Tidies up where a run was killed and there is nothing to change: its drafts, its record in the lock, and what `beside` removes. One look at the disk
 * where there is nothing to do. Never fails, and never waits for a living owner.
 *
 * @param runner who asks: runner, run and job
 * @param beside removes what lies beside the Go of the machine; called under the machine's lock
 */
export async function tidyRoot(root: string, runner: string, beside: () => Promise<unknown>): Promise<void> {
  try {
    await access(ownerFile(root, MACHINE_LOCK));
    const { elevated, sid } = await readAccount();
    if (elevated === false) return;
    // What lies in a directory that others may change is not touched with an administrator's rights.
    await openMachineRoot(root, sid, () => {});
    const lock = await tryLock(root, MACHINE_LOCK, runner);
    if (lock === undefined) return;
    await Promise.all([removeDrafts(root), beside()]).finally(() => lock.release());
  } catch {
    // Nobody was killed here, or a later run does it.
  }
}

async function names(directory: string): Promise<string[]> {
  return await readdir(directory).catch(() => []);
}
