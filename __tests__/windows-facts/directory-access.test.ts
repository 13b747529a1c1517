import { describe, expect, it } from '@jest/globals';
import { reportAccess } from '../../src/windows/access-report.ts';
import { readAccess, sddlIn } from '../../src/windows/directory-access.ts';
import { accountOf } from '../../src/windows/elevation.ts';
import type { PowerShellAnswer } from '../../src/windows/powershell.ts';

const ANNA = 'S-1-5-21-1-2-3-1001';
const SERVICE = 'S-1-5-20';
const DIRECTORY = 'C:\\hostedtoolcache\\windows';
const READS = '(A;OICI;0x1200a9;;;BU)';

function account(name: string, sid: string, ...groups: string[]) {
  return accountOf(
    { stdout: `"${name}","${sid}"\r\n` },
    { stdout: groups.map((group) => `"x","y","${group}","z"\r\n`).join('') },
  );
}
const service = account('NT AUTHORITY\\NETWORK SERVICE', SERVICE, 'S-1-1-0', 'S-1-5-32-545', 'S-1-16-16384');

function access(sddl: string | undefined, ownerName?: string) {
  return { sddl, ownerName, unanswered: sddl === undefined ? ['nobody answered'] : [] };
}

describe('owner and rights of a directory, on one line', () => {
  it('name a stranger to whom it belongs', () => {
    expect(reportAccess(DIRECTORY, access(`O:${ANNA}G:SYD:PAI${READS}`, 'CI\\anna'), service)).toEqual({
      line: `${DIRECTORY}: owner ${ANNA} (CI\\anna); NT AUTHORITY\\NETWORK SERVICE (${SERVICE}) has read, execute; not elevated`,
      allows: false,
      stranger: 'CI\\anna',
    });
  });

  it('say so where the owner is an account that was removed', () => {
    const { line, stranger } = reportAccess(DIRECTORY, access(`O:${ANNA}G:SYD:P${READS}`), service);
    expect(line).toContain(`owner ${ANNA};`);
    expect(stranger).toBe(`${ANNA}, an account that has no name here any more`);
  });

  it.each([
    ['Administrators', 'BA'],
    ['SYSTEM', 'S-1-5-18'],
    ['the account itself', SERVICE],
    ['the account itself, by letters', 'NS'],
  ])('know no stranger in %s', (_, owner) => {
    expect(reportAccess(DIRECTORY, access(`O:${owner}G:SYD:P(A;;FA;;;WD)`), service)).toMatchObject({
      allows: true,
      stranger: undefined,
    });
  });

  it('of an administrator whom User Account Control holds back are those of others', () => {
    const held = account('CI\\ben', 'S-1-5-21-1-2-3-1002', 'S-1-1-0', 'S-1-5-32-544', 'S-1-16-8192');
    const elevated = account('CI\\ben', 'S-1-5-21-1-2-3-1002', 'S-1-1-0', 'S-1-5-32-544', 'S-1-16-12288');
    const only = access('O:BAG:SYD:P(A;;FA;;;BA)', 'BUILTIN\\Administrators');
    expect(reportAccess(DIRECTORY, only, held).line).toMatch(/has no rights; not elevated$/);
    expect(reportAccess(DIRECTORY, only, elevated).line).toMatch(/has full control; elevated$/);
  });

  it('are told as far as they are known', () => {
    const nobody = accountOf({ stdout: '' }, { stdout: '' });
    expect(reportAccess(DIRECTORY, access(undefined), nobody)).toEqual({
      line: `${DIRECTORY}: owner not known; what this account may do there is not known (nobody answered); whether it is elevated is not known (whoami names no integrity level here)`,
      allows: undefined,
      stranger: undefined,
    });
    expect(reportAccess(DIRECTORY, access('D:P(A;;FA;;;WD)'), service).line).toContain('owner not known; NT');
    expect(reportAccess(DIRECTORY, access('O:BAD:P'), nobody).line).toContain(
      'whoami does not name its groups',
    );
  });
});

describe('the rights of a directory', () => {
  const ask = (answer: PowerShellAnswer | undefined, saved: { sddl: string } | { failure: string }) =>
    readAccess(
      DIRECTORY,
      async () => answer,
      async () => saved,
    );
  const silent = { failure: 'icacls ended with 5 and told nothing' };

  it('come from PowerShell, with the name of the owner', async () => {
    const value = { sddl: `O:${ANNA}D:P`, owner: 'CI\\anna' };
    expect(await ask({ value }, silent)).toEqual({ sddl: value.sddl, ownerName: 'CI\\anna', unanswered: [] });
  });

  it.each([`O:${ANNA}`, ANNA, ''])(
    'come without a name where nobody has it any more: "%s"',
    async (owner) => {
      expect((await ask({ value: { sddl: 'O:BAD:P', owner } }, silent)).ownerName).toBeUndefined();
    },
  );

  it.each<[PowerShellAnswer | undefined, string]>([
    [undefined, 'there is no PowerShell that answers'],
    [{ failure: 'Access is denied' }, 'PowerShell failed: Access is denied'],
    [{ value: {} }, 'PowerShell gave no list of rights'],
    [{ value: null }, 'PowerShell gave no list of rights'],
  ])('come from icacls where PowerShell says %j', async (answer, why) => {
    expect(await ask(answer, { sddl: 'D:P' })).toEqual({
      sddl: 'D:P',
      ownerName: undefined,
      unanswered: [why],
    });
    expect(await ask(answer, silent)).toEqual({
      sddl: undefined,
      ownerName: undefined,
      unanswered: [why, silent.failure],
    });
  });

  it('are found in what icacls saves', () => {
    const saved = 'windows\r\nD:PAI(A;OICI;FA;;;SY)\r\n';
    expect(sddlIn(Buffer.from(saved, 'utf16le'))).toBe('D:PAI(A;OICI;FA;;;SY)');
    expect(sddlIn(Buffer.from('', 'utf16le'))).toBeUndefined();
  });
});
