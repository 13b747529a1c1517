import path from 'node:path';
import { type RegistryValue, textOf } from '../windows/registry.ts';
import { canonical, readEnvironmentValues, restoreEnvironmentValue, splitPath } from './machine-path.ts';
import type { MsiDetails, MsiSession } from './session.ts';

/**
 * Puts the machine's PATH back, byte for byte, as it was before a change that failed: an upgrade takes its entry out and appends another.
 * Where somebody else has edited it since, it is left alone. Never throws: what it could not do is in the log.
 *
 * @returns whether it was written
 */
export async function restorePath(
  { machinePath, old, target }: MsiDetails,
  { context }: MsiSession,
): Promise<boolean> {
  const { log } = context;
  try {
    const now = (await readEnvironmentValues('machine')).path;
    if (JSON.stringify(now) === JSON.stringify(machinePath)) return false;
    const own = [old, target].flatMap((go) => (go ? [path.win32.join(go.installDir, 'bin')] : []));
    if (differsElsewhere(now, machinePath, own)) {
      log.info('The PATH of the machine is left as it is: somebody else has changed it meanwhile');
      return false;
    }
    await restoreEnvironmentValue('machine', 'Path', machinePath);
    log.info('The PATH of the machine is as it was before');
    return true;
  } catch (error) {
    log.info(`The PATH of the machine could not be put back as it was: ${String(error)}`);
    return false;
  }
}

/** Whether two values of a PATH differ in entries other than these, or in their order. */
export function differsElsewhere(
  now: RegistryValue | undefined,
  before: RegistryValue | undefined,
  own: readonly string[],
): boolean {
  const ours = own.map(canonical);
  const others = (value: RegistryValue | undefined) =>
    splitPath(textOf(value) ?? '')
      .map(canonical)
      .filter((entry) => !ours.includes(entry));
  return others(now).join(';') !== others(before).join(';');
}
