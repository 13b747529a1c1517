import type { Token } from './access-rights.ts';
import { ADMINISTRATORS, SYSTEM } from './acl.ts';
import { type ProgramResult, runProgram, systemProgram } from './system-programs.ts';

/** The account that the step runs under, and what it may. */
export interface Account {
  /** `DOMAIN\name` as Windows says it; undefined where it does not. For messages only. */
  readonly name: string | undefined;
  readonly sid: string | undefined;
  /** Whether the process has an administrator's rights; undefined where Windows gave no answer. */
  readonly elevated: boolean | undefined;
  /** SIDs of its groups and its integrity level; empty where whoami names none. */
  readonly groups: readonly string[];
  /** Why, in a few words for people. */
  readonly reason: string;
}

/** Integrity levels, as SIDs (MS-DTYP, "Well-Known SID Structures"): the same in every language. */
const INTEGRITY = /^S-1-16-(\d+)$/;
const HIGH = 12288;

const SERVICE_ACCOUNTS: Readonly<Record<string, string>> = {
  [SYSTEM]: 'SYSTEM',
  'S-1-5-19': 'LOCAL SERVICE',
  'S-1-5-20': 'NETWORK SERVICE, the default of a runner that is a service',
};

let account: Promise<Account> | undefined;

/**
 * Asks whoami.exe who we are, once: a process keeps its account and its rights. Never throws; what was not answered is undefined.
 *
 * @param timeoutMs how long it may take
 */
export async function readAccount(timeoutMs = 60_000): Promise<Account> {
  account ??= askWhoami(timeoutMs);
  return await account;
}

async function askWhoami(timeoutMs: number): Promise<Account> {
  const whoami = systemProgram('whoami.exe');
  const [user, groups] = await Promise.all([
    runProgram(whoami, ['/user', '/fo', 'csv', '/nh'], { timeoutMs }),
    runProgram(whoami, ['/groups', '/fo', 'csv', '/nh'], { timeoutMs }),
  ]);
  return accountOf(user, groups);
}

/**
 * Judges what whoami answered, by SIDs alone, since names and attributes are in the language of Windows. An administrator is who has the
 * group Administrators *and* the integrity level High or System: with less, the group is for denial only (User Account Control), and
 * services without it, such as NETWORK SERVICE, have the level System too.
 */
export function accountOf(
  user: Pick<ProgramResult, 'stdout'>,
  groups: Pick<ProgramResult, 'stdout'>,
): Account {
  const sid = sidsIn(user.stdout)[0];
  const name = /^"([^"]+)","S-1-/m.exec(user.stdout)?.[1];
  const found = sidsIn(groups.stdout);
  return { name, sid, groups: found, ...rights(sid, found) };
}

function rights(sid: string | undefined, groups: readonly string[]): Pick<Account, 'elevated' | 'reason'> {
  const level = groups.map((group) => Number(INTEGRITY.exec(group)?.[1] ?? 0)).find((found) => found > 0);
  const service = sid === undefined ? undefined : SERVICE_ACCOUNTS[sid];
  if (level === undefined) {
    return { elevated: undefined, reason: 'whoami names no integrity level here' };
  }
  const member = groups.includes(ADMINISTRATORS);
  if (member && level >= HIGH) {
    return { elevated: true, reason: service ?? 'an administrator, elevated' };
  }
  if (member) return { elevated: false, reason: 'an administrator, but not elevated (User Account Control)' };
  return { elevated: false, reason: service ?? 'no member of the group Administrators' };
}

/** SIDs in the order of the text. */
function sidsIn(text: string): string[] {
  return text.match(/\bS-1-\d+(?:-\d+)+\b/g) ?? [];
}

/** The account's SIDs as Windows compares them with a list of rights; undefined where whoami did not name them. */
export function tokenOf({ sid, groups, elevated }: Account): Token | undefined {
  if (sid === undefined || groups.length === 0) return undefined;
  const heldBack = (group: string) => group === ADMINISTRATORS && elevated === false;
  return { sids: [sid, ...groups.filter((group) => !heldBack(group))], denyOnly: groups.filter(heldBack) };
}
