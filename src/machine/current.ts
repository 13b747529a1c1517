import { lstat, readlink, rename, symlink, unlink } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, systemCode } from '../errors.ts';
import { retry } from '../windows/files.ts';
import { canonical } from './machine-path.ts';

/**
 * The links of a machine's root. `current` is what the PATH of the machine leads through; the other two are there only in the middle of a switch. On
 * Windows they are junctions, for which no right is needed. They are touched by symlink, readlink, lstat, rename and unlink alone: anything that
 * goes into directories would go through them, into the tree.
 */
export function linksOf(root: string): { current: string; fresh: string; old: string } {
  const current = path.join(root, 'current');
  return { current, fresh: `${current}.new`, old: `${current}.old` };
}

/**
 * Where a link leads, whether or not there is anything.
 *
 * @returns undefined where there is no such link
 * @throws SetupError E_VERIFY where something else stands in its place
 */
export async function readLink(link: string): Promise<string | undefined> {
  const found = await retry(() => lstat(link)).catch((error) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  if (!found.isSymbolicLink()) throw noLink(link);
  // A junction is read with a backslash at its end.
  return (await readlink(link)).replace(/(?<=[^:\\/])[\\/]+$/, '');
}

/** Takes a link away, never what it leads to. That there is none is no error. @throws as {@link readLink} */
export async function removeLink(link: string): Promise<void> {
  if ((await readLink(link)) !== undefined) await retry(() => unlink(link));
}

/** Lets `current` lead to a tree for the first time, or again after it was put aside. Made beside it, and put in its place by one rename. */
async function placeCurrent(root: string, tree: string): Promise<void> {
  const { current, fresh } = linksOf(root);
  await removeLink(fresh);
  await symlink(tree, fresh, 'junction');
  await retry(() => rename(fresh, current));
}

/**
 * Lets `current` lead to another tree. Windows replaces no directory by a rename, so the old link is put aside first: between the two renames there
 * is no `current`, and never one that is half. A tree that a job runs from is not touched.
 *
 * @param works looks at what there is through the link; when it throws, the old link is back
 * @throws what `works` throws; an error of the system
 */
export async function pointCurrent(root: string, tree: string, works: () => Promise<void>): Promise<void> {
  const { current, fresh, old } = linksOf(root);
  await removeLink(fresh);
  await symlink(tree, fresh, 'junction');
  const before = await putCurrentAside(root);
  try {
    await retry(() => rename(fresh, current));
    await works();
  } catch (error) {
    await backToOld(root, before);
    throw error;
  }
  await removeLink(old);
}

/** Takes `current` out of its place. @returns where it led; undefined where there was none */
export async function putCurrentAside(root: string): Promise<string | undefined> {
  const { current, old } = linksOf(root);
  const before = await readLink(current);
  if (before === undefined) return undefined;
  await removeLink(old);
  await retry(() => rename(current, old));
  return before;
}

/**
 * Gives `current` back what it led to, and leaves neither of the other links.
 *
 * @param before undefined: there was no `current`, and there is none afterwards
 */
export async function backToOld(root: string, before: string | undefined): Promise<void> {
  const { current, fresh, old } = linksOf(root);
  if (!isSamePlace(await readLink(current), before)) await removeLink(current);
  if (before !== undefined && (await readLink(current)) === undefined) {
    if (isSamePlace(await readLink(old), before)) await retry(() => rename(old, current));
    else await placeCurrent(root, before);
  }
  await removeLink(old);
  await removeLink(fresh);
}

/** Whether two paths name one directory, as far as their text tells; without case. Two undefined ones do. */
export function isSamePlace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);
}

function noLink(link: string): SetupError {
  return new SetupError('E_VERIFY', `${link} is no link, so something else than this action made it.`, {
    remedy: `See what is in it, then rename or remove it, and run the step again: a link to the Go of the machine has to be there.`,
    evidence: [link],
  });
}
