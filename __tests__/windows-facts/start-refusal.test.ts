import { describe, expect, it } from '@jest/globals';
import type { PowerShellAnswer } from '../../src/windows/powershell.ts';
import { whyNotStarted } from '../../src/windows/start-refusal.ts';

describe('why Windows does not start a program', () => {
  it.each<[PowerShellAnswer | undefined, object | undefined]>([
    [{ value: { code: 1260 } }, { by: 'policy', reason: 'it is blocked by group policy (1260)' }],
    [{ value: { code: 4551 } }, { by: 'policy', reason: expect.stringContaining('application control') }],
    [{ value: { code: 5 } }, { by: 'rights', reason: 'access is denied (5)' }],
    [{ value: { code: 225 } }, { by: 'scanner', reason: expect.stringContaining('malware') }],
    [{ value: { code: 193 } }, { by: 'other', reason: 'Windows answered 193' }],
    // It did start this time, or nobody knows.
    [{ value: { code: 0 } }, undefined],
    [{ value: { code: null } }, undefined],
    [{ value: null }, undefined],
    [{ failure: 'no' }, undefined],
    [undefined, undefined],
  ])('is told by what PowerShell answers: %j', async (answer, refusal) => {
    expect(await whyNotStarted('C:\\go.exe', async () => answer)).toEqual(refusal);
  });
});
