import { SetupError, systemCode } from '../errors.ts';
import { type AccessReport, reportAccess } from '../windows/access-report.ts';
import { readAccess } from '../windows/directory-access.ts';
import { type Account, readAccount } from '../windows/elevation.ts';
import { explainFileError } from '../windows/files.ts';
import { freeSpace, nearestDirectory } from '../windows/places.ts';
import { ONE_GO_BYTES } from './sizes.ts';

const OTHER_PLACE =
  'Or point RUNNER_TOOL_CACHE at a directory that it can write to (the runner takes it from its .env file).';
/** How long whoami may take; a failing step waits for it. */
const WHOAMI_MS = 5000;

export interface RefusedWrite {
  /** For the sentence "Could not …": `write to`. */
  readonly doing?: string;
  /** What it was tried on; the directory where left out. */
  readonly place?: string;
  /** Whether something there may be open in another process, which Windows refuses with the same codes. */
  readonly mayBeHeld?: boolean;
  /** What is going to be written, in bytes; a Go where left out. */
  readonly needed?: number;
}

/**
 * Says exactly why a write to the tool cache was refused: whose the directory is, what the account of the step may do there, what else may
 * have refused it, or how much room there is. Asks Windows for that, which takes some seconds at most, so only on the way to a failure.
 *
 * @param error a file system's; a SetupError E_PERMISSION gets owner and rights as evidence. Any other goes the way of {@link explainFileError}
 * @param directory that was to be written to, or that one above it that is there
 * @returns E_PERMISSION or E_DISK for what was refused; else what explainFileError returns
 */
export async function explainRefusedWrite(
  error: unknown,
  directory: string,
  { doing = 'write to', place = directory, mayBeHeld = false, needed = ONE_GO_BYTES }: RefusedWrite = {},
): Promise<unknown> {
  if (error instanceof SetupError) {
    if (error.code !== 'E_PERMISSION') return error;
    const { account, report } = await gather(directory);
    return new SetupError(error.code, error.message, {
      remedy: error.remedy,
      evidence: [...error.evidence, report.line, describeWho(account)],
      cause: error.cause,
    });
  }
  switch (systemCode(error)) {
    case 'EPERM':
    case 'EACCES': {
      const { account, report } = await gather(directory);
      return refusedByRights(
        error,
        `${doing} ${place}`,
        await nearestDirectory(directory),
        report,
        account,
        mayBeHeld,
      );
    }
    case 'ENOSPC':
    case 'EDQUOT': {
      const free = await freeSpace(await nearestDirectory(directory));
      const quota = systemCode(error) === 'EDQUOT' ? ' A quota limits what this account may write.' : '';
      const left = free === undefined ? 'the disk is full' : `${megabytes(free)} are free there`;
      return noRoom(
        `Could not ${doing} ${place}: ${left}, and a Go takes about ${megabytes(needed)}.${quota}`,
        {
          evidence: [...said(error), `needed ${needed} bytes`, `free ${free ?? 'not known'} bytes`],
          cause: error,
        },
      );
    }
    default:
      return explainFileError(error, doing, place);
  }
}

/** Pure: the failure of a write that Windows refused for want of rights, or for no reason that the rights show. */
export function refusedByRights(
  error: unknown,
  tried: string,
  directory: string,
  { line, allows, stranger }: AccessReport,
  account: Account,
  mayBeHeld: boolean,
): SetupError {
  const belongs =
    stranger === undefined
      ? ''
      : ` The directory belongs to another account, ${stranger}, as after a runner was set up anew under another one.`;
  const held = mayBeHeld ? 'another process that has a file there open, ' : '';
  const share = /^\\\\/.test(directory) ? 'what the share itself allows, or ' : '';
  const message = `Could not ${tried}: Windows refuses it (${systemCode(error)}). ${line}.${belongs}`;
  const evidence = [...said(error), describeWho(account)];
  if (allows) {
    return new SetupError(
      'E_PERMISSION',
      `${message} These rights allow it, so something else refuses: ${held}${share}protection software, such as Controlled folder access of Windows Defender.`,
      {
        remedy: `Allow ${process.execPath} to write there (Virus & threat protection, Ransomware protection, Allow an app), or leave the directory out of the protection. ${OTHER_PLACE}`,
        evidence,
        cause: error,
      },
    );
  }
  const grant =
    account.sid === undefined
      ? 'Give the account that the runner runs under the right to modify this directory.'
      : `Run once as an administrator: icacls "${directory}" /grant *${account.sid}:(OI)(CI)M /T.`;
  const perhaps =
    allows === undefined ? 'See whether that disk is read-only or protected against changes. Else: ' : '';
  return new SetupError('E_PERMISSION', message, {
    remedy: `${perhaps}${grant} ${OTHER_PLACE}`,
    evidence,
    cause: error,
  });
}

/** The failure of a disk that has too little room. */
export function noRoom(
  message: string,
  details: { readonly evidence: readonly string[]; readonly cause?: unknown },
): SetupError {
  return new SetupError('E_DISK', message, {
    remedy: 'Free space on this drive, or let RUNNER_TOOL_CACHE lie on one that has more.',
    ...details,
  });
}

/** Bytes as whole megabytes, few ones as kilobytes. */
export function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.floor(bytes / 1e3)} kB` : `${Math.floor(bytes / 1e6)} MB`;
}

async function gather(directory: string): Promise<{ account: Account; report: AccessReport }> {
  const nearest = await nearestDirectory(directory);
  const [account, access] = await Promise.all([readAccount(WHOAMI_MS), readAccess(nearest)]);
  return { account, report: reportAccess(nearest, access, account) };
}

function describeWho(account: Account): string {
  return `account ${account.name ?? 'without a known name'}, SID ${account.sid ?? 'not known'}: ${account.reason}`;
}

/** The system's own words, with the path that it was about. */
function said(error: unknown): string[] {
  return [error instanceof Error ? error.message : String(error)];
}
