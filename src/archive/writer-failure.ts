import { SetupError } from '../errors.ts';
import type { FromWriter } from './writer.ts';
import { broken } from './zip-file.ts';

/** The failure of a system call on a path in the target, by its code; see {@link broken} for the archive's own. */
export function failureOf({ path, code, reason }: Extract<FromWriter, { kind: 'failed' }>): SetupError {
  if (code === undefined) return broken(reason, path);
  const evidence = [path, reason];
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new SetupError('E_DISK', `The disk is full: ${path} could not be written (${code}).`, {
        remedy: 'Free space on this drive, or let RUNNER_TOOL_CACHE lie on one that has more.',
        evidence,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new SetupError('E_PERMISSION', `${path} may not be written (${code}).`, {
        remedy:
          'Give the account of the runner write access to this directory, and look for protection software that denies it.',
        evidence,
      });
    case 'EBUSY':
    case 'ETXTBSY':
      return new SetupError('E_LOCKED', `Another process holds ${path} (${code}).`, {
        remedy:
          'Find out what opens new files in this directory (a scanner, a backup, a search index) and leave it out there.',
        evidence,
      });
    case 'ENOENT':
      // The directories of all files are made before the first of them.
      return new SetupError(
        'E_VERIFY',
        `${path} could not be written (ENOENT): something else removed the directory that it belongs to.`,
        {
          remedy:
            'See what else removes files there (a configuration manager, a clean-up job, a scanner), keep it from that while jobs run, and run the step again.',
          evidence,
        },
      );
    default:
      return new SetupError('E_DISK', `${path} could not be written (${code}).`, {
        remedy: 'Check this drive, and that nothing else works in this directory.',
        evidence,
      });
  }
}
