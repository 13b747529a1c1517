import { describe, expect, it } from '@jest/globals';
import { distrust, readSddl } from '../../src/windows/acl.ts';

const OWN = 'S-1-5-21-1004336348-1177238915-682003330-1105';
const OTHER = 'S-1-5-21-1004336348-1177238915-682003330-1106';
const TRUSTED_INSTALLER = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';

/** What an administrator's directory has that was closed to others, and what is added to it. */
function closed(...entries: readonly string[]): string {
  return `O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)${entries.join('')}`;
}

describe('a directory is trusted', () => {
  it.each([
    ['closed to all but administrators', closed()],
    ['owned by SYSTEM', closed().replace('O:BA', 'O:SY')],
    ['owned by TrustedInstaller', closed().replace('O:BA', `O:${TRUSTED_INSTALLER}`)],
    ['owned by the account that asks', closed().replace('O:BA', `O:${OWN}`)],
    [
      'owned by the account Administrator, which SDDL calls LA',
      closed('(A;OICI;FA;;;LA)').replace('O:BA', 'O:LA'),
    ],
    ['with all rights for the account that asks', closed(`(A;OICI;FA;;;${OWN})`)],
    ['with all rights for TrustedInstaller', closed(`(A;OICI;FA;;;${TRUSTED_INSTALLER})`)],
    ['with all rights for whoever makes a file, on that file', closed('(A;OICIIO;GA;;;CO)')],
    ['where others may read, by letters', closed('(A;OICI;FR;;;WD)(A;OICI;FX;;;BU)(A;OICI;GR;;;AU)')],
    ['where others may read and run, by a mask', closed('(A;OICI;0x1200a9;;;AU)')],
    ['where others are forbidden to write', closed('(D;OICI;FA;;;WD)')],
    ['where writing is audited', `${closed()}S:AI(AU;OICISA;FA;;;WD)`],
    ['where nobody may do anything', 'O:BAG:SYD:P'],
  ])('%s', (_, sddl) => expect(distrust(sddl, OWN)).toBeUndefined());
});

describe('a directory is not trusted', () => {
  it.each([
    ['owned by another account', closed().replace('O:BA', `O:${OTHER}`), `it is owned by ${OTHER}`],
    ['owned by Users', closed().replace('O:BA', 'O:BU'), 'it is owned by BU'],
    ['owned by nobody that is told', closed().replace('O:BA', ''), 'it is owned by nobody known'],
    ['where Users may do all', closed('(A;OICI;FA;;;BU)'), 'BU may change what lies in it'],
    ['where Users may write', closed('(A;OICI;FW;;;BU)'), 'BU may change'],
    [
      'where Users may make directories, as ProgramData has it',
      closed('(A;CI;DCLCRPCR;;;BU)'),
      'BU may change',
    ],
    ['where everybody may modify, by a mask', closed('(A;OICI;0x1301bf;;;WD)'), 'WD may change'],
    ['where everybody may delete, and no more', closed('(A;;0x10000;;;WD)'), 'WD may change'],
    ['where others may add files, and no more', closed('(A;;0x2;;;AU)'), 'AU may change'],
    ['where others may change the rights', closed('(A;;WD;;;AU)'), 'AU may change'],
    ['where others may take it over', closed('(A;;0x80000;;;AU)'), 'AU may change'],
    ['where others may do all, generically', closed('(A;OICI;GA;;;IU)'), 'IU may change'],
    ['where what is made in it belongs to Users too', closed('(A;OICIIO;GW;;;BU)'), 'BU may change'],
    ['where another account may write', closed(`(A;;FW;;;${OTHER})`), `${OTHER} may change`],
    [
      'where others may write under a condition',
      closed('(XA;;FA;;;WD;(Member_of {SID(BU)}))'),
      'WD may change',
    ],
    [
      'where only the last of many may write',
      closed('(A;;FR;;;WD)(D;;FW;;;BG)(A;;FW;;;AU)'),
      'AU may change',
    ],
    ['without any list, where everybody may do all', 'O:BAG:SY', 'it has no list'],
    ['with an empty one in words', 'O:BAG:SYD:NO_ACCESS_CONTROL', 'it has no list'],
    ['of which nothing can be read', '', 'it is owned by nobody known'],
  ])('%s', (_, sddl, reason) => expect(distrust(sddl, OWN)).toContain(reason));

  it('on the word of an account that is not known', () => {
    expect(distrust(closed().replace('O:BA', `O:${OWN}`), undefined)).toBe(`it is owned by ${OWN}`);
  });
});

describe('who owns a directory', () => {
  it.each([
    ['nobody can say where there is no PowerShell', undefined, undefined],
    ['is a failure where it fails', { failure: 'access denied' }, { failure: 'access denied' }],
    ['is a failure where it gives nothing', { value: '' }, { failure: 'PowerShell gave no list of rights' }],
    ['is told as SDDL', { value: closed() }, { sddl: closed() }],
  ])('%s', async (_, answer, said) => {
    expect(await readSddl('C:\\x', async () => answer)).toEqual(said);
  });
});
