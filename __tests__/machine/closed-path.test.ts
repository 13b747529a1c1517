import { describe, expect, it } from '@jest/globals';
import { requireClosedPath } from '../../src/machine/closed-path.ts';
import type { PowerShell } from '../../src/windows/powershell.ts';

const OWN = 'S-1-5-21-1-2-3-1105';
/** As Windows 10 comes: everybody may add directories to drive C and to ProgramData, and replace nothing. */
const DRIVE_C =
  'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:SYD:PAI(A;;LC;;;AU)(A;OICIIO;SDGXGWGR;;;AU)(A;;FA;;;SY)(A;OICIIO;GA;;;SY)(A;OICIIO;GA;;;BA)(A;;FA;;;BA)(A;OICI;0x1200a9;;;BU)';
const PROGRAM_DATA =
  'O:SYG:SYD:PAI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)';

const notes: string[] = [];
async function closed(lists: Record<string, string> | 'none' | 'fails') {
  notes.length = 0;
  const powershell: PowerShell = async () => {
    if (lists === 'none') return undefined;
    if (lists === 'fails') return { failure: 'access is denied' };
    return { value: Object.entries(lists).map(([directory, sddl]) => ({ directory, sddl })) };
  };
  await requireClosedPath('C:\\ProgramData\\setup-go-win', OWN, (line) => notes.push(line), powershell);
}

describe('the path of what goes on the PATH of the machine', () => {
  it('is closed where Windows is as it comes, and where the account itself owns a part', async () => {
    await closed({ 'C:\\ProgramData': PROGRAM_DATA, 'C:\\': DRIVE_C });
    await closed({ 'D:\\tools': `O:${OWN}D:PAI(A;;FA;;;BA)(A;;FA;;;${OWN})` });
    expect(notes).toEqual([]);
  });

  it.each([
    ['may delete what lies in it', 'O:BAD:(A;;0x40;;;BU)', 'BU may replace'],
    ['may change it', 'O:SYD:(A;OICI;0x1301bf;;;S-1-5-11)', 'S-1-5-11 may replace'],
    ['may give themselves rights', 'O:BAD:(A;;WD;;;BU)', 'BU may replace'],
    ['own it', 'O:S-1-5-21-9-9-9-1001D:PAI(A;;FA;;;BA)', 'owned by S-1-5-21-9-9-9-1001'],
    ['may do all, since there is no list', 'O:BAD:NO_ACCESS_CONTROL', 'no list'],
  ])('is open where others %s', async (_what, sddl, reason) => {
    await expect(closed({ 'C:\\': DRIVE_C, 'C:\\tools': sddl })).rejects.toMatchObject({
      code: 'E_ACL',
      message: expect.stringContaining('C:\\tools: '),
      evidence: [`C:\\tools: ${sddl}`],
    });
    await expect(closed({ 'C:\\tools': sddl })).rejects.toThrow(reason);
  });

  it('was not looked at where nobody answers: that is said, and stops nothing', async () => {
    await closed('none');
    expect(notes.join()).toContain('there is no PowerShell that answers');
    await closed('fails');
    expect(notes.join()).toContain('access is denied');
  });
});
