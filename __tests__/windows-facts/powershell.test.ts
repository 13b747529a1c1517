import { describe, expect, it } from '@jest/globals';
import { describeHolder } from '../../src/windows/holder.ts';
import { findProcesses, nameHolders, parseTasklist } from '../../src/windows/holders.ts';
import { answerIn, listOf, type PowerShell } from '../../src/windows/powershell.ts';
import { decode } from '../../src/windows/system-programs.ts';

describe('an answer of PowerShell', () => {
  it('is found among other lines', () => {
    expect(answerIn('profile noise\r\n{"value":{"Status":"Valid"}}\r\n')).toEqual({
      value: { Status: 'Valid' },
    });
    expect(answerIn('{"failure":"Zugriff verweigert"}')).toEqual({ failure: 'Zugriff verweigert' });
    expect(answerIn('{"value":null}')).toEqual({ value: null });
    expect(answerIn('')).toBeUndefined();
    expect(answerIn('{"value":{"Sta')).toBeUndefined();
  });

  it('may hold a list in any of the shapes that PowerShell gives it', () => {
    expect(listOf(null)).toEqual([]);
    expect(listOf({ pid: 1 })).toEqual([{ pid: 1 }]);
    expect(listOf([{ pid: 1 }, { pid: 2 }])).toHaveLength(2);
    expect(listOf({ value: [{ pid: 1 }, { pid: 2 }], Count: 2 })).toHaveLength(2);
  });
});

describe('who holds files', () => {
  const GO = 'C:\\Program Files\\Go';
  const TASKS =
    '"System Idle Process","0","Services","0","8 K"\r\n"go.exe","4312","Console","1","12.345 K"\r\n"explorer.exe","5","Console","1","1 K"\r\n';

  it('is told by where processes run from and by Restart Manager', async () => {
    const asked: unknown[] = [];
    const powershell: PowerShell = async (script, args) => {
      asked.push(args);
      return script.includes('RmGetList')
        ? {
            value: { pid: 77, name: 'Code.exe', commandLine: null, parent: 4, since: '2026-01-02T03:04:05Z' },
          }
        : { value: [{ pid: 4312, name: 'go.exe', commandLine: 'go build ./...', parent: 9, since: null }] };
    };
    const { holders, looked } = await nameHolders([`${GO}\\bin\\go.exe`], GO, {
      powershell,
      list: async () => '',
    });
    expect(holders).toEqual([
      { pid: 4312, name: 'go.exe', commandLine: 'go build ./...', parent: 9, evidence: 'runs there' },
      { pid: 77, name: 'Code.exe', parent: 4, since: '2026-01-02T03:04:05Z', evidence: 'holds a file' },
    ]);
    expect(looked).toHaveLength(2);
    expect(asked).toEqual([
      { directories: [GO], self: process.pid },
      { files: [`${GO}\\bin\\go.exe`], self: process.pid },
    ]);
    expect(holders.map(describeHolder)).toEqual([
      'go.exe (process 4312, child of process 9): go build ./...',
      'Code.exe (process 77, since 2026-01-02T03:04:05Z, child of process 4)',
    ]);
  });

  it('processes of a program are listed, with what they were called with where PowerShell tells', async () => {
    const answer = { value: { pid: 99, name: 'msiexec.exe', commandLine: 'msiexec /i x.msi', parent: 1 } };
    const told = await findProcesses('msiexec.exe', { powershell: async () => answer });
    expect(told.map(describeHolder)).toEqual([
      'msiexec.exe (process 99, child of process 1): msiexec /i x.msi',
    ]);
    const listed = await findProcesses('GO.exe', {
      powershell: async () => ({ failure: 'no answer' }),
      list: async () => TASKS,
    });
    expect(listed.map(describeHolder)).toEqual(['go.exe (process 4312)']);
  });

  it('is guessed by names where there is no PowerShell, and says so', async () => {
    const search = await nameHolders([`${GO}\\bin\\go.exe`], GO, {
      powershell: async () => undefined,
      list: async () => TASKS,
    });
    expect(search.holders).toEqual([{ pid: 4312, name: 'go.exe', evidence: 'has its name' }]);
    expect(search.looked).toEqual([
      expect.stringContaining('there is no Windows PowerShell'),
      expect.stringContaining('there is no Windows PowerShell'),
      expect.stringContaining('tasklist'),
    ]);
  });

  it('stays open where PowerShell fails and no name fits', async () => {
    const search = await nameHolders([`${GO}\\VERSION`], GO, {
      powershell: async () => ({ failure: 'blocked' }),
      list: async () => TASKS,
    });
    expect(search.holders).toEqual([]);
    expect(search.looked[0]).toContain('PowerShell failed: blocked');
  });

  it('reads names and ids of tasklist alone', () => {
    expect(parseTasklist(TASKS)).toHaveLength(3);
    expect(parseTasklist('INFO: No tasks are running')).toEqual([]);
  });
});

it('text of programs is read as UTF-16, UTF-8, or as what keeps ASCII whole', () => {
  expect(decode(Buffer.from('\uFEFFä', 'utf16le'))).toBe('ä');
  expect(decode(Buffer.from('reg', 'utf16le'))).toBe('reg');
  expect(decode(Buffer.from('\uFEFFSchlüssel'))).toBe('Schlüssel');
  expect(decode(Buffer.from([0x53, 0x81, 0x2d, 0x35]))).toMatch(/^S.-5$/s);
  expect(decode(Buffer.alloc(0))).toBe('');
});
