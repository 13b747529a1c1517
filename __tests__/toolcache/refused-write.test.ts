import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupError } from '../../src/errors.ts';
import { explainRefusedWrite, refusedByRights } from '../../src/toolcache/refused-write.ts';
import { reportAccess } from '../../src/windows/access-report.ts';
import { accountOf } from '../../src/windows/elevation.ts';
import { makeToolCache } from './trees.ts';

const SERVICE = accountOf(
  { stdout: '"CI\\svc","S-1-5-21-1-2-3-1002"\r\n' },
  { stdout: '"Users","Alias","S-1-5-32-545",""\r\n"Medium","Label","S-1-16-8192",""\r\n' },
);
const DIRECTORY = 'C:\\hostedtoolcache\\windows';

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: said by the system, mkdir 'x'`), { code });
}

let cache: ReturnType<typeof makeToolCache>;
beforeEach(() => {
  cache = makeToolCache();
});
afterEach(() => cache.remove());

describe('a write that the rights refuse', () => {
  const refused = (sddl: string | undefined, ownerName?: string, directory = DIRECTORY, held = false) => {
    const report = reportAccess(directory, { sddl, ownerName, unanswered: ['nobody answered'] }, SERVICE);
    return refusedByRights(failure('EPERM'), 'create a directory in X', directory, report, SERVICE, held);
  };

  it('names owner, rights and the command that gives them', () => {
    const error = refused('O:S-1-5-21-1-2-3-1001G:SYD:PAI(A;OICI;0x1200a9;;;BU)', 'CI\\alice');
    expect(error).toMatchObject({ code: 'E_PERMISSION' });
    expect(error.message).toBe(
      `Could not create a directory in X: Windows refuses it (EPERM). ${DIRECTORY}: owner S-1-5-21-1-2-3-1001 (CI\\alice); ` +
        'CI\\svc (S-1-5-21-1-2-3-1002) has read, execute; not elevated. ' +
        'The directory belongs to another account, CI\\alice, as after a runner was set up anew under another one.',
    );
    expect(error.remedy).toContain(`icacls "${DIRECTORY}" /grant *S-1-5-21-1-2-3-1002:(OI)(CI)M /T`);
    expect(error.evidence).toEqual([
      "EPERM: said by the system, mkdir 'x'",
      'account CI\\svc, SID S-1-5-21-1-2-3-1002: no member of the group Administrators',
    ]);
  });

  it('says that something else refuses what they allow', () => {
    const allowed = 'O:BAG:SYD:PAI(A;OICI;0x1301bf;;;BU)';
    const error = refused(allowed, 'BUILTIN\\Administrators');
    expect(error.message).toMatch(
      /has modify; not elevated\. These rights allow it, so something else refuses: protection/,
    );
    expect(error.remedy).toContain(process.execPath);
    expect(error.remedy).not.toContain('icacls');
    expect(refused(allowed, undefined, '\\\\server\\share\\tools').message).toContain(
      'what the share itself allows',
    );
    expect(error.message).not.toContain('another process');
    expect(refused(allowed, undefined, DIRECTORY, true).message).toContain(
      'another process that has a file there open',
    );
  });

  it('says what is not known', () => {
    const error = refused(undefined);
    expect(error.message).toContain('is not known (nobody answered)');
    expect(error.remedy).toMatch(/^See whether that disk is read-only/);
  });
});

describe('a write that was refused', () => {
  it('for want of rights is explained by what the machine says', async () => {
    const below = path.join(cache.root, 'not', 'there');
    expect(await explainRefusedWrite(failure('EACCES'), below, { doing: 'write to' })).toMatchObject({
      code: 'E_PERMISSION',
      // The nearest directory that is there is the one whose rights count.
      message: expect.stringContaining(
        `Could not write to ${below}: Windows refuses it (EACCES). ${cache.root}: owner`,
      ),
    });
  });

  it.each(['ENOSPC', 'EDQUOT'])('for want of room says how much is needed and free: %s', async (code) => {
    const error = await explainRefusedWrite(failure(code), cache.root, {
      doing: 'write a file in',
      needed: 5e6,
    });
    expect(error).toMatchObject({
      code: 'E_DISK',
      message: expect.stringMatching(/: \d+ [kM]B are free there, and a Go takes about 5 MB\./),
      evidence: expect.arrayContaining(['needed 5000000 bytes', expect.stringMatching(/^free \d+ bytes$/)]),
    });
    expect((error as Error).message.includes('quota')).toBe(code === 'EDQUOT');
  });

  it.each([
    ['EROFS', 'E_PERMISSION', /the disk is read-only/],
    ['ENOENT', 'E_PERMISSION', /its drive, its share or a directory above it is not there/],
    ['ENOTDIR', 'E_PERMISSION', /a file stands where a directory has to be/],
    ['EBUSY', 'E_LOCKED', /another process has it open/],
  ])('with %s is %s as everywhere', async (code, setupCode, message) => {
    expect(await explainRefusedWrite(failure(code), cache.root)).toMatchObject({
      code: setupCode,
      message: expect.stringMatching(message),
    });
  });

  it('and told already gets owner and rights as evidence', async () => {
    const told = new SetupError('E_PERMISSION', 'No.', { remedy: 'Do.', evidence: ['one'], cause: 'why' });
    expect(await explainRefusedWrite(told, cache.root)).toMatchObject({
      code: 'E_PERMISSION',
      message: 'No.',
      remedy: 'Do.',
      cause: 'why',
      evidence: ['one', expect.stringContaining(`${cache.root}: owner`), expect.stringMatching(/^account /)],
    });
  });

  it.each([
    ['another failure', new SetupError('E_CHECKSUM', 'No.', { remedy: 'Do.' })],
    ['a defect', new TypeError('x is not a function')],
  ])('is not made of %s', async (_, error) => {
    expect(await explainRefusedWrite(error, cache.root)).toBe(error);
  });
});
