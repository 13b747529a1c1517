import { describeRights, effectiveRights, letsWrite, parseSddl, sameAccount } from './access-rights.ts';
import { ADMINISTRATORS, SYSTEM, TRUSTED_INSTALLER } from './acl.ts';
import type { DirectoryAccess } from './directory-access.ts';
import { type Account, tokenOf } from './elevation.ts';

/** What owner and rights of a directory mean for an account. */
export interface AccessReport {
  /** Owner and effective rights on one line: `C:\x: owner S-1-… (PC\anna); PC\ben (S-1-…) has read, execute; not elevated`. */
  readonly line: string;
  /** Whether the list of rights lets the account write there; undefined where that could not be found out. */
  readonly allows: boolean | undefined;
  /** The owner, where it is another account than this one and nothing that belongs to Windows. */
  readonly stranger: string | undefined;
}

/** Owners that say nothing of who made a directory: what administrators make belongs to their group. */
const OF_WINDOWS = [SYSTEM, ADMINISTRATORS, TRUSTED_INSTALLER];

/** Judges a directory's rights for an account. Pure; what is not known is said to be so. */
export function reportAccess(directory: string, access: DirectoryAccess, account: Account): AccessReport {
  const list = access.sddl === undefined ? undefined : parseSddl(access.sddl);
  const token = tokenOf(account);
  const rights = list && token && effectiveRights(list, token);
  const who = describeAccount(account);
  const why = list === undefined ? access.unanswered.join('; ') : 'whoami does not name its groups';
  const owner = list?.owner;
  const named = owner === undefined ? 'not known' : withName(owner, access.ownerName);
  const mine = owner !== undefined && account.sid !== undefined && sameAccount(owner, account.sid);
  const foreign =
    owner !== undefined &&
    account.sid !== undefined &&
    !mine &&
    !OF_WINDOWS.some((sid) => sameAccount(owner, sid));
  const has =
    rights === undefined
      ? `what ${who} may do there is not known (${why})`
      : `${who} has ${describeRights(rights)}`;
  return {
    line: `${directory}: owner ${named}; ${has}; ${describeElevation(account)}`,
    allows: rights === undefined ? undefined : letsWrite(rights),
    stranger: foreign
      ? (access.ownerName ?? `${owner}, an account that has no name here any more`)
      : undefined,
  };
}

/** `PC\anna (S-1-5-21-…-1001)`, or what of it is known. */
export function describeAccount({ name, sid }: Account): string {
  if (name === undefined) return sid ?? 'this account';
  return sid === undefined ? name : `${name} (${sid})`;
}

function withName(owner: string, name: string | undefined): string {
  return name === undefined ? owner : `${owner} (${name})`;
}

function describeElevation({ elevated, reason }: Account): string {
  if (elevated === undefined) return `whether it is elevated is not known (${reason})`;
  return elevated ? 'elevated' : 'not elevated';
}
