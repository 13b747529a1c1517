import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultMachineRoot, openMachineRoot } from '../../src/machine/root.ts';
import type { PowerShell } from '../../src/windows/powershell.ts';

const OWN = 'S-1-5-21-1-2-3-1105';

let scratch: string;
let notes: string[];
const note = (line: string) => void notes.push(line);
const answers =
  (value: unknown): PowerShell =>
  async () => ({ value });

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'machine-root-'));
  notes = [];
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

describe("the machine's root", () => {
  it('lies below ProgramData, wherever that is', () => {
    expect(defaultMachineRoot({ ProgramData: 'D:\\Data' })).toBe('D:\\Data\\setup-go-win');
    expect(defaultMachineRoot({})).toBe('C:\\ProgramData\\setup-go-win');
  });

  it('is not left behind where it could not be closed to others', async () => {
    const root = path.join(scratch, 'new', 'root');
    if (process.platform === 'win32') {
      await openMachineRoot(root, OWN, note);
      expect(readdirSync(root)).toEqual([]);
      return;
    }
    // There is no icacls here.
    await expect(openMachineRoot(root, OWN, note)).rejects.toMatchObject({
      code: 'E_ACL',
      message: expect.stringContaining('could not be closed to others'),
    });
    expect(existsSync(root)).toBe(false);
  });

  it('is no link, wherever it leads', async () => {
    const root = path.join(scratch, 'link');
    mkdirSync(path.join(scratch, 'target'));
    symlinkSync(path.join(scratch, 'target'), root, 'junction');
    await expect(
      openMachineRoot(root, OWN, note, { powershell: answers('O:BAG:SYD:PAI') }),
    ).rejects.toMatchObject({
      code: 'E_ACL',
      message: expect.stringContaining('it is a link'),
    });
  });

  it('is refused where PowerShell is there and may not read who owns it', async () => {
    await expect(
      openMachineRoot(scratch, OWN, note, { powershell: async () => ({ failure: 'access is denied' }) }),
    ).rejects.toMatchObject({ code: 'E_ACL', evidence: ['access is denied'] });
  });

  it('that is there is used when only administrators can change it', async () => {
    const sddl = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)';
    await openMachineRoot(scratch, OWN, note, { powershell: answers(sddl) });
    expect(notes).toEqual([]);
  });

  it.each([
    ['others own it', 'O:BUG:BUD:PAI(A;OICI;FA;;;BA)', 'it is owned by BU'],
    ['others may write to it', 'O:BAG:SYD:AI(A;OICI;0x1301bf;;;BU)', 'BU may change what lies in it'],
  ])('is refused, and left as it is, where %s', async (_, sddl, reason) => {
    writeFileSync(path.join(scratch, 'theirs'), '');
    await expect(openMachineRoot(scratch, OWN, note, { powershell: answers(sddl) })).rejects.toMatchObject({
      code: 'E_ACL',
      message: `${scratch} is not used: ${reason}.`,
      remedy: expect.stringContaining('machine-root'),
      evidence: [sddl],
    });
    expect(readdirSync(scratch)).toEqual(['theirs']);
  });

  it('is used, and that is said, where nobody can tell who owns it', async () => {
    await openMachineRoot(scratch, OWN, note, { powershell: async () => undefined });
    expect(notes.join()).toContain(`Who owns ${scratch} was not looked at`);
  });

  it('cannot be where a file is', async () => {
    const file = path.join(scratch, 'file');
    writeFileSync(file, '');
    await expect(openMachineRoot(file, OWN, note)).rejects.toMatchObject({ code: 'E_PERMISSION' });
    await expect(openMachineRoot(path.join(file, 'root'), OWN, note)).rejects.toMatchObject({
      code: 'E_PERMISSION',
    });
  });

  it('may be made by another runner in the same moment', async () => {
    const root = path.join(scratch, 'both');
    mkdirSync(root);
    await openMachineRoot(root, OWN, note, { powershell: answers('O:BAG:SYD:PAI(A;;FA;;;BA)') });
    expect(notes).toEqual([]);
  });
});
