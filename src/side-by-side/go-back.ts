import { backToOld, linksOf } from '../machine/current.ts';
import type { OpenChange } from '../machine/journal.ts';
import { toGoVersion } from '../release/names.ts';
import { entryAt, type Session, type SwitchDetails } from './session.ts';
import { restoreVariables } from './variables.ts';

/**
 * Gives the machine back the Go that it had before a change: links as they were, variables byte for byte. A Go that is not whole any more is not given
 * back: then there is no `current`.
 *
 * @returns how the machine stands then, as a sentence
 * @throws an error of the system, of links or registry: the change is open still
 */
export async function goBack({ change }: OpenChange<SwitchDetails>, session: Session): Promise<string> {
  const { root } = session;
  const { details } = change;
  const { current } = linksOf(root);
  const entry = entryAt(root, details.before);
  const failure = details.before === null ? undefined : await whyNot(details.before, session);
  const target = failure === undefined ? (details.before ?? undefined) : undefined;
  await backToOld(root, target);
  await restoreVariables(details, target !== undefined, session);
  const name = entry ? toGoVersion(entry.version) : details.before;
  if (target !== undefined) return `${current} leads to ${name} in ${target}, as before.`;
  if (failure === undefined) return `There was no ${current} before, and there is none now.`;
  return `There is no ${current} now: it led to ${name} before, which does not work any more (${failure}).`;
}

/** Why a tree does not work; undefined where it does. One that is none of ours is not judged. */
async function whyNot(tree: string, { root, doors }: Session): Promise<string | undefined> {
  const entry = entryAt(root, tree);
  if (entry === undefined) return undefined;
  return await doors.works(tree, entry).then(
    () => undefined,
    (error) => (error instanceof Error ? error.message : String(error)),
  );
}
