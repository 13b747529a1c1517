import path from 'node:path';
import { foreignJournal, leftChange } from '../machine/journal.ts';
import type { Context } from '../toolchain.ts';
import { settleSwitch } from './interrupted.ts';
import { settleRemoval } from './interrupted-removal.ts';
import { settleReplacement } from './interrupted-replacement.ts';
import type { ReplaceDetails } from './replacement.ts';
import type { Doors, SwitchDetails } from './session.ts';

/**
 * Finishes or undoes the change of the machine's versions that an earlier run left in the journal: what its details have says of which kind it is. What
 * it found and did is in the log.
 *
 * @throws SetupError E_VERIFY for details that nobody here can have written: on them nothing is done; as the settling of each kind
 */
export async function settleVersions(root: string, context: Context, doors?: Doors): Promise<void> {
  const { details } = (await leftChange<unknown>(root))?.change ?? {};
  if (details === undefined) return;
  if (isReplacement(details)) return await settleReplacement(root, context, doors);
  if (isSwitch(details)) return await settleSwitch(root, context, doors);
  if (isText((details as { tree?: unknown }).tree)) return await settleRemoval(root, context);
  throw foreignJournal(root);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isRegistryValue = (value: unknown) => value === null || isText((value as { type?: unknown })?.type);

function isSwitch(found: unknown): boolean {
  const { before, after, scope, path: entries, goroot } = found as Partial<SwitchDetails>;
  return (
    isTextOrNull(before) &&
    isTextOrNull(after) &&
    (scope === 'machine' || scope === 'user') &&
    isRegistryValue(entries) &&
    isRegistryValue(goroot)
  );
}

/** Only what lies beside the tree, under a name of ours, is moved or removed. */
function isReplacement(found: unknown): boolean {
  const { tree, fresh, aside, marker, sidecar, provenance } = found as Partial<ReplaceDetails>;
  if (!isText(tree) || !isText(fresh) || !isText(aside)) return false;
  const [directory, architecture] = [path.dirname(tree), path.basename(tree)];
  const beside = [fresh, aside].every(
    (one) => path.dirname(one) === directory && path.basename(one).startsWith(`.${architecture}-`),
  );
  return beside && isTextOrNull(marker) && isTextOrNull(sidecar) && typeof provenance === 'object';
}
