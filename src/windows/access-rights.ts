import { splitSddl } from './sddl.ts';

/** Who may do what with a directory, as far as SDDL tells. */
export interface AccessList {
  /** A SID, or the letters that SDDL has for a well-known one; undefined where the text has no owner. */
  readonly owner: string | undefined;
  /** In the order in which Windows goes through them; `everything` where there is no list, which leaves all to everybody. */
  readonly entries: readonly AccessEntry[] | 'everything';
}

interface AccessEntry {
  readonly allows: boolean;
  readonly mask: number;
  readonly who: string;
}

/** The SIDs in the token of a process. */
export interface Token {
  /** The account's own, and its groups. */
  readonly sids: readonly string[];
  /** Groups that count only where they are refused something: Administrators of one whom User Account Control holds back. */
  readonly denyOnly: readonly string[];
}

/** Letters for accounts that are the same everywhere (Microsoft's "SID Strings"). */
const WELL_KNOWN: Readonly<Record<string, string>> = {
  WD: 'S-1-1-0',
  CO: 'S-1-3-0',
  CG: 'S-1-3-1',
  OW: 'S-1-3-4',
  NU: 'S-1-5-2',
  IU: 'S-1-5-4',
  SU: 'S-1-5-6',
  AN: 'S-1-5-7',
  AU: 'S-1-5-11',
  RC: 'S-1-5-12',
  SY: 'S-1-5-18',
  LS: 'S-1-5-19',
  NS: 'S-1-5-20',
  BA: 'S-1-5-32-544',
  BU: 'S-1-5-32-545',
  BG: 'S-1-5-32-546',
  PU: 'S-1-5-32-547',
};
/** Letters for accounts of the machine or its domain, by the last part of their SID. */
const BY_NUMBER: Readonly<Record<string, string>> = {
  LA: '500',
  LG: '501',
  DA: '512',
  DU: '513',
  DG: '514',
  DC: '515',
  DD: '516',
};

/** Rights of files and directories (winnt.h). */
const ADD_FILE = 0x2;
const ADD_DIRECTORY = 0x4;
const DELETE_INSIDE = 0x40;
const DELETE = 0x10000;
const FULL = 0x1f01ff;
const MODIFY = 0x1301bf;
const READ = 0x120089;
const WRITE = 0x120116;
const EXECUTE = 0x1200a0;

/** The letters that SDDL has for rights (Microsoft's "ACE Strings"), the generic ones as files understand them. */
const RIGHTS: Readonly<Record<string, number>> = {
  ...{ GA: FULL, GR: READ, GW: WRITE, GX: EXECUTE, FA: FULL, FR: READ, FW: WRITE, FX: EXECUTE },
  ...{ RC: 0x20000, SD: DELETE, WD: 0x40000, WO: 0x80000 },
  ...{ CC: 0x1, DC: 0x2, LC: 0x4, SW: 0x8, RP: 0x10, WP: 0x20, DT: 0x40, LO: 0x80, CR: 0x100 },
};

/**
 * Reads the owner and the entries that count for the directory itself: those that are only for what will lie in it are left out, and so
 * are those with a condition or for a kind of object, of which nothing can be said here.
 *
 * @param sddl as `Get-Acl` or `icacls /save` gives it
 */
export function parseSddl(sddl: string): AccessList {
  const { owner, entries } = splitSddl(sddl);
  if (entries === undefined) return { owner, entries: 'everything' };
  return {
    owner,
    entries: entries
      .filter(
        ({ type, flags, object }) => (type === 'A' || type === 'D') && !isInheritOnly(flags) && object === '',
      )
      .map(({ type, rights, who }) => ({ allows: type === 'A', mask: maskOf(rights), who })),
  };
}

function isInheritOnly(flags: string): boolean {
  return /^(?:..)*?IO/.test(flags);
}

function maskOf(rights: string): number {
  if (!/^(?:0x[0-9a-f]+|\d+)$/i.test(rights))
    return (rights.match(/../g) ?? []).reduce((mask, word) => mask | (RIGHTS[word] ?? 0), 0);
  const mask = Number(rights);
  const generic = [FULL, EXECUTE, WRITE, READ].map((meant, bit) =>
    Math.floor(mask / 2 ** (28 + bit)) % 2 === 1 ? meant : 0,
  );
  return generic.reduce((sum, meant) => sum | meant, mask & 0x0fffffff);
}

/** Whether a SID, or the letters for one, is that SID. */
export function sameAccount(who: string, sid: string): boolean {
  if (who === sid || WELL_KNOWN[who] === sid) return true;
  const number = BY_NUMBER[who];
  return number !== undefined && sid.startsWith('S-1-5-21-') && sid.endsWith(`-${number}`);
}

/**
 * What a token may do, as Windows finds it out (MS-DTYP, "Access Check Algorithm"): entry by entry, and the first one that speaks of a right
 * decides it. Entries are kept in an order in which, on one level, refusing ones come first.
 *
 * @returns an access mask
 */
export function effectiveRights({ owner, entries }: AccessList, { sids, denyOnly }: Token): number {
  if (entries === 'everything') return FULL;
  const owns = owner !== undefined && sids.some((sid) => sameAccount(owner, sid));
  let granted = 0;
  let decided = 0;
  let ownerSpoken = false;
  for (const { allows, mask, who } of entries) {
    const forOwner = sameAccount(who, 'S-1-3-4');
    ownerSpoken ||= forOwner;
    const mine = sids.some((sid) => sameAccount(who, sid)) || (owns && forOwner);
    const counts = mine || (!allows && denyOnly.some((sid) => sameAccount(who, sid)));
    if (!counts) continue;
    if (allows) granted |= mask & ~decided;
    decided |= mask;
  }
  // Whoever owns it may look at its rights and change them, unless an entry for the owner says otherwise.
  return owns && !ownerSpoken ? granted | 0x60000 : granted;
}

/** Rights by their names in Explorer: `full control`, `modify`, else what of them there is. */
export function describeRights(mask: number): string {
  const has = (right: number) => (mask & right) === right;
  if (has(FULL)) return 'full control';
  if (has(MODIFY)) return 'modify';
  const parts = [
    ...(has(0x1) ? ['read'] : []),
    ...(has(ADD_FILE | ADD_DIRECTORY) ? ['write'] : []),
    ...(has(ADD_FILE) && !has(ADD_DIRECTORY) ? ['add files'] : []),
    ...(has(ADD_DIRECTORY) && !has(ADD_FILE) ? ['add directories'] : []),
    ...(has(0x20) ? ['execute'] : []),
    ...(has(DELETE) ? ['delete'] : []),
    ...(has(DELETE_INSIDE) ? ['delete what lies in it'] : []),
    ...(has(0x40000) ? ['change the rights'] : []),
    ...(has(0x80000) ? ['take ownership'] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no rights';
}

/** Whether files and directories can be added, renamed and removed with these rights, if what is added inherits them. */
export function letsWrite(mask: number): boolean {
  const has = (right: number) => (mask & right) === right;
  return has(ADD_FILE | ADD_DIRECTORY) && (has(DELETE) || has(DELETE_INSIDE));
}
