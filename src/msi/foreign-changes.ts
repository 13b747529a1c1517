import path from 'node:path';
import {
  canonical,
  type EnvironmentValues,
  expandVariables,
  readEnvironmentValues,
  splitPath,
} from '../machine/machine-path.ts';
import { type RegistryValue, textOf } from '../windows/registry.ts';
import type { MsiDetails, MsiSession } from './session.ts';

/** More entries of a PATH than this nobody reads in an annotation. */
const MOST = 10;

/** How the machine's PATH differs from what it was, but for the entries of Go that an MSI takes out and puts in. */
export interface PathChanges {
  /** As they were written, each as often as it went. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** The same entries in another order. */
  readonly reordered: boolean;
}

/**
 * Compares two values of the machine's PATH by their entries, without case and without a backslash at their ends.
 *
 * @param own entries that the MSI itself may remove, add or move
 */
export function comparePaths(
  before: RegistryValue | undefined,
  now: RegistryValue | undefined,
  own: readonly string[],
): PathChanges {
  const ours = own.map(canonical);
  const others = (value: RegistryValue | undefined) =>
    splitPath(textOf(value) ?? '').filter((entry) => !ours.includes(canonical(entry)));
  const [was, is] = [others(before), others(now)];
  const removed = without(was, is);
  const added = without(is, was);
  const reordered =
    removed.length + added.length === 0 && was.map(canonical).join(';') !== is.map(canonical).join(';');
  return { removed, added, reordered };
}

/** The entries of one list that another does not have; one that stands there twice has to stand twice in both. */
function without(entries: readonly string[], others: readonly string[]): string[] {
  const left = others.map(canonical);
  return entries.filter((entry) => {
    const at = left.indexOf(canonical(entry));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The entries of PATH that a change itself takes out or puts in. */
export function ownEntries({ old, target }: Pick<MsiDetails, 'old' | 'target'>): string[] {
  return [old, target].flatMap((go) => (go ? [path.win32.join(go.installDir, 'bin')] : []));
}

/** In words: `removed C:\a, added C:\b`; undefined where nothing of others differs. */
export function describeChanges({ removed, added, reordered }: PathChanges): string | undefined {
  const parts = [
    ...(removed.length > 0 ? [`removed ${listed(removed)}`] : []),
    ...(added.length > 0 ? [`added ${listed(added)}`] : []),
    ...(reordered ? ['put its entries in another order'] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : undefined;
}

function listed(entries: readonly string[]): string {
  const more = entries.length > MOST ? ` and ${entries.length - MOST} more` : '';
  return `${entries.slice(0, MOST).join(', ')}${more}`;
}

/** Whether the environment was read before the change: a value that nobody read is not one that was not set. */
export function wasRead({ machinePath, machineGoroot }: MsiDetails): boolean {
  return machinePath !== undefined || machineGoroot !== undefined;
}

/**
 * What there is to warn of after msiexec has gone well: entries of the machine's PATH, or its GOROOT, that something else changed meanwhile,
 * and an entry of Go's that should be there and is not.
 *
 * @returns whole sentences, each with what to do
 */
export function warningsOf(details: MsiDetails, now: EnvironmentValues): string[] {
  const { target, machinePath, machineGoroot } = details;
  const during = target ? 'installation' : 'uninstallation';
  const warnings: string[] = [];
  const changed = describeChanges(comparePaths(machinePath, now.path, ownEntries(details)));
  if (wasRead(details) && changed !== undefined)
    warnings.push(
      `Something else changed the machine's PATH during the ${during}: it ${changed}. This is left as it is; see which program (a configuration manager, another installer) writes PATH at the same time.`,
    );
  const bin = target && path.win32.join(target.installDir, 'bin');
  if (bin !== undefined && !hasEntry(now.path, bin))
    warnings.push(
      `${bin} is not on the machine's PATH, although the MSI puts it there: something else rewrote PATH, and other jobs and programs will not find this Go. Keep that program from it, then run the step with operation: repair; later steps of this job have Go on their PATH.`,
    );
  const [was, is] = [textOf(machineGoroot ?? undefined), textOf(now.goroot)];
  if (machineGoroot !== undefined && was !== is)
    warnings.push(
      `Something else changed the machine's variable GOROOT during the ${during}, from ${was ?? 'none'} to ${is ?? 'none'}: Go's MSI does not write it. It is left as it is; Go needs none, so remove it from the machine.`,
    );
  return warnings;
}

function hasEntry(value: RegistryValue | undefined, wanted: string): boolean {
  const entries = splitPath(expandVariables(textOf(value) ?? ''));
  return entries.some((entry) => canonical(entry) === canonical(wanted));
}

/** Warns of what something else did to the machine's environment while msiexec was at work. Never throws, and puts nothing back. */
export async function warnOfOthers(details: MsiDetails, { context }: MsiSession): Promise<void> {
  try {
    for (const warning of warningsOf(details, await readEnvironmentValues('machine')))
      context.log.warn(warning);
  } catch (error) {
    context.log.info(
      `Whether something else changed the PATH of the machine could not be looked at: ${String(error)}`,
    );
  }
}
