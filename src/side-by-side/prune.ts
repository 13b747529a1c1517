import { realpath } from 'node:fs/promises';
import { isSamePlace, linksOf, readLink } from '../machine/current.ts';
import { lastSuccess } from '../machine/history.ts';
import { beginChange, leftChange } from '../machine/journal.ts';
import type { PrunedPlace } from '../prune-trees.ts';
import { type Entry, treePath } from '../toolcache/layout.ts';
import type { ReplaceDetails } from './replacement.ts';
import { type SwitchDetails, versionsRoot } from './session.ts';

/** What the journal keeps of the removal of one version that is not the machine's Go. */
export interface RemovalDetails {
  /** The directory of its tree. */
  readonly tree: string;
}

/** The machine's versions, as a prune sees them. The caller has the machine's lock, or changes nothing. */
export function machinePlace(root: string, runner: string): PrunedPlace {
  return {
    root: versionsRoot(root),
    holds: async (entry) => await heldByMachine(root, entry),
    async during({ version, architecture, ...entry }, removal) {
      const details: RemovalDetails = { tree: treePath({ version, architecture, ...entry }) };
      const change = await beginChange<RemovalDetails>(root, {
        ...{ method: 'zip', operation: 'prune', architecture, from: version, to: undefined },
        ...{ runner, details },
      });
      return await removal().finally(() => change.close());
    },
  };
}

/**
 * For what the machine itself needs one of its versions, each in words: one of its links leads there, a rollback returns to it, or a change that is open
 * leads from or to it.
 *
 * @throws SetupError E_VERIFY where a link, the journal or the history can't be understood: then nobody knows
 */
export async function heldByMachine(root: string, entry: Entry): Promise<string[]> {
  const tree = treePath(entry);
  const holds: string[] = [];
  for (const link of Object.values(linksOf(root)))
    if (await isSameTree(await readLink(link), tree)) holds.push(`${link} leads to it`);
  const last = await lastSuccess(root, 'zip');
  if (await isSameTree(last?.fromTree, tree)) holds.push('a rollback returns to it');
  const { details } = (await leftChange<Partial<SwitchDetails & ReplaceDetails>>(root))?.change ?? {};
  // A removal that is open is that of this very version.
  for (const one of [details?.before, details?.after, details?.fresh && details.tree])
    if (await isSameTree(one, tree)) holds.push('a change that is open needs it');
  return holds;
}

/** Also where the machine's root had another name when the link was made: by a drive letter, a link above it, a short name. */
async function isSameTree(named: string | null | undefined, tree: string): Promise<boolean> {
  if (!named) return false;
  if (isSamePlace(named, tree)) return true;
  const [one, other] = await Promise.all(
    [named, tree].map((place) => realpath(place).catch(() => undefined)),
  );
  return one !== undefined && isSamePlace(one, other);
}
