import { describe, expect, it } from '@jest/globals';
import {
  describeRights,
  effectiveRights,
  letsWrite,
  parseSddl,
  type Token,
} from '../../src/windows/access-rights.ts';

const DOMAIN = 'S-1-5-21-1004336348-1177238915-682003330';
const ANNA = `${DOMAIN}-1001`;
const BEN = `${DOMAIN}-1002`;
const EVERYONE = 'S-1-1-0';
const USERS = 'S-1-5-32-545';
const ADMINISTRATORS = 'S-1-5-32-544';
const SERVICE = { sids: ['S-1-5-20', EVERYONE, USERS, 'S-1-5-11', 'S-1-5-6'], denyOnly: [] };
const anna = { sids: [ANNA, EVERYONE, USERS, 'S-1-5-11'], denyOnly: [] };
const administrator = { sids: [ANNA, EVERYONE, USERS, ADMINISTRATORS], denyOnly: [] };
const heldBack = { sids: [ANNA, EVERYONE, USERS], denyOnly: [ADMINISTRATORS] };

/** What a drive's root on a fresh Windows has, as inherited by a directory in it. */
const FRESH =
  'O:BAG:SYD:AI(A;OICIID;FA;;;BA)(A;OICIID;FA;;;SY)(A;OICIID;0x1200a9;;;BU)(A;ID;0x1301bf;;;AU)(A;OICIIOID;SDGXGWGR;;;AU)';

describe('what an account may do in a directory', () => {
  it.each<[string, string, Token, string]>([
    ['all, as an administrator', FRESH, administrator, 'full control'],
    ['modify, as anybody who has logged on', FRESH, anna, 'modify'],
    ['nothing, as nobody', FRESH, { sids: ['S-1-5-7'], denyOnly: [] }, 'no rights'],
    ['full control by letters', 'O:SYG:SYD:(A;OICI;FA;;;NS)', SERVICE, 'full control'],
    ['full control by a mask', `O:SYG:SYD:(A;;0x1f01ff;;;${ANNA})`, anna, 'full control'],
    ['full control, generically', 'O:SYG:SYD:(A;;GA;;;WD)', anna, 'full control'],
    ['full control, generically, by a mask', 'O:SYG:SYD:(A;;0x10000000;;;WD)', anna, 'full control'],
    ['full control by a decimal mask', 'O:SYG:SYD:(A;;2032127;;;WD)', anna, 'full control'],
    ['all of three generic rights', 'O:SYG:SYD:(A;;GRGWGX;;;WD)', anna, 'read, write, execute'],
    ['the same by a mask', 'O:SYG:SYD:(A;;0xe0000000;;;WD)', anna, 'read, write, execute'],
    ['modify by a mask', 'O:SYG:SYD:(A;OICI;0x1301bf;;;BU)', SERVICE, 'modify'],
    ['read and execute', 'O:SYG:SYD:(A;OICI;0x1200a9;;;BU)', anna, 'read, execute'],
    ['read and execute, by letters', 'O:SYG:SYD:(A;OICI;FRFX;;;BU)', anna, 'read, execute'],
    ['read', 'O:SYG:SYD:(A;OICI;FR;;;BU)', anna, 'read'],
    ['write', 'O:SYG:SYD:(A;OICI;FW;;;BU)', anna, 'write'],
    ['only what ProgramData gives Users', 'O:SYG:SYD:(A;CI;DCLCRPCR;;;BU)', anna, 'write'],
    ['only to make directories, as a drive gives', 'O:SYG:SYD:(A;CI;LC;;;AU)', anna, 'add directories'],
    ['only to make files', 'O:SYG:SYD:(A;CI;0x2;;;AU)', anna, 'add files'],
    ['rights of two groups together', 'O:SYG:SYD:(A;;FR;;;BU)(A;;FW;;;AU)', anna, 'read, write'],
    [
      'what is not refused before',
      'O:SYG:SYD:(D;;FW;;;BU)(A;;FA;;;AU)',
      anna,
      'read, execute, delete, delete what lies in it, change the rights, take ownership',
    ],
    ['nothing where all is refused first', `O:SYG:SYD:(D;;FA;;;${ANNA})(A;;FA;;;WD)`, anna, 'no rights'],
    ['all that was given before it was refused', 'O:SYG:SYD:(A;;FR;;;WD)(D;ID;FA;;;WD)', anna, 'read'],
    ['what others are refused', `O:SYG:SYD:(D;;FA;;;${BEN})(A;;FR;;;WD)`, anna, 'read'],
    ['nothing by entries for what will lie in it', 'O:SYG:SYD:(A;OICIIO;FA;;;WD)', anna, 'no rights'],
    ['nothing refused by such an entry', 'O:SYG:SYD:(D;OICIIO;FA;;;WD)(A;;FR;;;WD)', anna, 'read'],
    ['nothing under a condition', 'O:SYG:SYD:(XA;;FA;;;WD;(Member_of {SID(BU)}))', anna, 'no rights'],
    ['nothing for a kind of object', 'O:SYG:SYD:(OA;;FA;bf967aba-0de6;;WD)', anna, 'no rights'],
    ['nothing by what is audited', 'O:SYG:SYD:S:(AU;SAFA;FA;;;WD)', anna, 'no rights'],
    ['all where there is no list', 'O:SYG:SY', anna, 'full control'],
    ['all where there is none in words', 'O:SYG:SYD:NO_ACCESS_CONTROL', anna, 'full control'],
    ['nothing where the list is empty', 'O:SYG:SYD:P', anna, 'no rights'],
    [
      'the rights themselves, as its owner',
      `O:${ANNA}G:SYD:PAI(A;;FR;;;BU)`,
      anna,
      'read, change the rights',
    ],
    ['no more than owners are given', `O:${ANNA}G:SYD:P(A;;FR;;;OW)`, anna, 'read'],
    ['nothing of what owners are given', `O:${BEN}G:SYD:P(A;;FR;;;OW)`, anna, 'no rights'],
    ['nothing of an administrator who is held back', 'O:BAG:SYD:P(A;;FA;;;BA)', heldBack, 'no rights'],
    ['nothing that administrators are refused', 'O:SYG:SYD:P(D;;FW;;;BA)(A;;FRFW;;;WD)', heldBack, 'read'],
    [
      'what the account Administrator has',
      'O:LAG:SYD:P(A;;FA;;;LA)',
      { ...anna, sids: [`${DOMAIN}-500`] },
      'full control',
    ],
    ['what domain users have', 'O:DAG:DUD:P(A;;FR;;;DU)', { ...anna, sids: [ANNA, `${DOMAIN}-513`] }, 'read'],
    ['what NETWORK SERVICE has', 'D:AI(A;;FR;;;NS)', SERVICE, 'read'],
  ])('%s', (_, sddl, token, words) => {
    expect(describeRights(effectiveRights(parseSddl(sddl), token))).toBe(words);
  });

  it.each<[string, string, boolean]>([
    ['with full control', 'FA', true],
    ['with modify', '0x1301bf', true],
    ['with write, and delete inside', 'FWDT', true],
    ['with write alone: nothing could be renamed', 'FW', false],
    ['with read and execute', '0x1200a9', false],
    ['to make directories alone', 'LCSD', false],
  ])('lets it write, or not: %s', (_, rights, lets) => {
    expect(letsWrite(effectiveRights(parseSddl(`O:SYG:SYD:(A;;${rights};;;WD)`), anna))).toBe(lets);
  });

  it.each([
    [`O:${BEN}G:SYD:P`, BEN],
    ['O:BAG:SYD:P', 'BA'],
    ['D:AI(A;;FA;;;WD)', undefined],
    ['', undefined],
  ])('knows the owner of %s', (sddl, owner) => expect(parseSddl(sddl).owner).toBe(owner));
});
