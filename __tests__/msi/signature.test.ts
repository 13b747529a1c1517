import { describe, expect, it } from '@jest/globals';
import { judgeSignature, readSignature, type Signature } from '../../src/msi/signature.ts';

const GOOGLE = 'CN=Google LLC, O=Google LLC, L=Mountain View, S=California, C=US';
const VALID: Signature = { status: 'Valid', subject: GOOGLE, thumbprint: 'AB12', timestamped: true };

describe("Windows' word on a signature", () => {
  it('is read as it is', async () => {
    const asked: unknown[] = [];
    const found = await readSignature('C:\\it\'s "go".msi', async (_, args) => {
      asked.push(args);
      return { value: VALID };
    });
    expect(found).toEqual(VALID);
    expect(asked).toEqual([{ file: 'C:\\it\'s "go".msi' }]);
  });

  it.each<[string, Awaited<ReturnType<Parameters<typeof readSignature>[1] & {}>>, string]>([
    ['there is no PowerShell', undefined, 'no Windows PowerShell'],
    ['PowerShell fails', { failure: 'Zugriff verweigert' }, 'Zugriff verweigert'],
    ['it answers something else', { value: null }, 'another answer'],
    ['it answers nothing', { value: { status: '' } }, 'another answer'],
  ])('is unknown where %s', async (_, answer, why) => {
    expect(await readSignature('x.msi', async () => answer)).toEqual({
      unknown: expect.stringContaining(why),
    });
  });
});

describe('the verdict', () => {
  it.each<[string, Partial<Signature>, string, 'note' | 'stop', RegExp]>([
    ['Google', {}, 'Google LLC', 'note', /valid, signed by CN=Google LLC.*time-stamped/],
    ['Google of old', { subject: 'CN=Google Inc, O=Google Inc, C=US' }, 'Google LLC', 'note', /Google Inc/],
    [
      'a publisher in quotes',
      { subject: 'CN=x, O="Contoso, Ltd.", C=US' },
      'Contoso, Ltd.',
      'note',
      /Contoso/,
    ],
    [
      'somebody who puts Google in another part',
      { subject: 'CN="O=Google LLC", O=Evil, C=US' },
      'Google LLC',
      'stop',
      /not by Google LLC/,
    ],
    ['somebody else', { subject: 'CN=Evil, O=Google LLC Fans' }, 'Google LLC', 'stop', /not by Google LLC/],
    ['Google, where another is wanted', {}, 'Microsoft Corporation', 'stop', /not by Microsoft/],
    ['nobody', { status: 'NotSigned', subject: '' }, 'Google LLC', 'stop', /NotSigned \(nobody/],
    ['a changed file', { status: 'HashMismatch' }, 'Google LLC', 'stop', /HashMismatch/],
    ['no trusted root', { status: 'UnknownError' }, 'Google LLC', 'stop', /UnknownError/],
    ['a distrusted signer', { status: 'NotTrusted' }, 'Google LLC', 'stop', /NotTrusted/],
  ])('on the signature of %s', (_, signature, publisher, level, text) => {
    const found = { ...VALID, ...signature };
    const verdict = judgeSignature(found, 'require', publisher);
    expect(verdict).toMatchObject({ level, text: expect.stringMatching(text), answered: true });
    if (level === 'stop') {
      expect(verdict).toMatchObject({
        code: 'E_MSI_SIGNATURE',
        remedy: expect.stringContaining('msi-publisher'),
      });
      expect(judgeSignature(found, 'warn', publisher)).toMatchObject({ level: 'warning' });
    }
    expect(judgeSignature(found, 'off', publisher)).toMatchObject({ level: 'note' });
  });

  it('is never silence where nobody can say', () => {
    const unknown = { unknown: 'there is no Windows PowerShell on this machine' };
    expect(judgeSignature(unknown, 'require', 'Google LLC')).toMatchObject({
      level: 'stop',
      answered: false,
      text: expect.stringContaining('no Windows PowerShell'),
      remedy: expect.stringContaining('msi-signature to warn'),
    });
    expect(judgeSignature(unknown, 'warn', 'Google LLC')).toMatchObject({
      level: 'warning',
      answered: false,
    });
  });
});
