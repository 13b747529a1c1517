import { readEnvironmentValues, restoreEnvironmentValue } from '../machine/machine-path.ts';
import { comparePaths, describeChanges, ownEntries, wasRead } from './foreign-changes.ts';
import type { MsiDetails, MsiSession } from './session.ts';

/**
 * Puts the machine's PATH back, byte for byte, as it was before a change that failed: an upgrade takes its entry out and appends another.
 * Where somebody else has edited it since, it is left alone. Never throws: what it could not do is in the log.
 *
 * @returns whether it was written
 */
export async function restorePath(details: MsiDetails, { context }: MsiSession): Promise<boolean> {
  const { log } = context;
  const { machinePath } = details;
  if (!wasRead(details)) {
    log.info('What the PATH of the machine was before is not known: it is left as it is');
    return false;
  }
  try {
    const now = (await readEnvironmentValues('machine')).path;
    if (JSON.stringify(now) === JSON.stringify(machinePath)) return false;
    const changed = describeChanges(comparePaths(machinePath, now, ownEntries(details)));
    if (changed !== undefined) {
      log.warn(
        `The PATH of the machine is left as it is, and not put back as it was: something else changed it during the change that failed. It ${changed}.`,
      );
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
