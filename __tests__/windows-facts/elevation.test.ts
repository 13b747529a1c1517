import { describe, expect, it } from '@jest/globals';
import { accountOf } from '../../src/windows/elevation.ts';

const USER = { stdout: '"desktop\\jürgen","S-1-5-21-1-2-3-1001"\r\n' };

/** `whoami /groups /fo csv /nh` of an account: everyone, Administrators where it has them, and its integrity level. */
const LANGUAGES: Record<string, { everyone: string; admins: string; level: string; group: string }> = {
  English: {
    everyone: '"Everyone","Well-known group"',
    admins: '"BUILTIN\\Administrators","Alias"',
    level: '"Mandatory Label\\High Mandatory Level","Label"',
    group: '"Mandatory group, Enabled by default, Enabled group"',
  },
  German: {
    everyone: '"Jeder","Bekannte Gruppe"',
    admins: '"VORDEFINIERT\\Administratoren","Alias"',
    level: '"Verbindliche Beschriftung\\Hohe Verbindlichkeitsstufe","Bezeichnung"',
    group: '"Verbindliche Gruppe, Standardmäßig aktiviert, Aktivierte Gruppe"',
  },
  Japanese: {
    everyone: '"Everyone","よく知られたグループ"',
    admins: '"BUILTIN\\Administrators","エイリアス"',
    level: '"Mandatory Label\\High Mandatory Level","ラベル"',
    group: '"固定グループ, 既定で有効, 有効なグループ"',
  },
};

function groups(language: string, admin: boolean, level: number | undefined): { stdout: string } {
  const words = LANGUAGES[language];
  if (words === undefined) throw new Error(language);
  const lines = [`${words.everyone},"S-1-1-0",${words.group}`];
  if (admin) lines.push(`${words.admins},"S-1-5-32-544",${words.group}`);
  if (level !== undefined) lines.push(`${words.level},"S-1-16-${level}",""`);
  return { stdout: `${lines.join('\r\n')}\r\n` };
}

describe.each(Object.keys(LANGUAGES))('an account on a %s Windows', (language) => {
  it.each<[string, boolean, number | undefined, boolean | undefined]>([
    ['an elevated administrator', true, 12288, true],
    ['an administrator whom User Account Control holds back', true, 8192, false],
    ['an ordinary user', false, 8192, false],
    ['a sandboxed one', false, 4096, false],
    ['one without an integrity level', true, undefined, undefined],
  ])('is told by SIDs: %s', (_, admin, level, elevated) => {
    expect(accountOf(USER, groups(language, admin, level))).toMatchObject({
      name: 'desktop\\jürgen',
      sid: 'S-1-5-21-1-2-3-1001',
      elevated,
    });
  });
});

describe('service accounts', () => {
  it.each([
    ['S-1-5-18', true, true, 'SYSTEM'],
    ['S-1-5-19', false, false, 'LOCAL SERVICE'],
    // Its integrity level is System, but it is no administrator.
    ['S-1-5-20', false, false, 'NETWORK SERVICE'],
  ])('%s', (sid, admin, elevated, name) => {
    const account = accountOf({ stdout: `"nt-autorität\\x","${sid}"` }, groups('German', admin, 16384));
    expect(account).toMatchObject({ sid, elevated, reason: expect.stringContaining(name) });
  });
});

it('without an answer nothing is claimed', () => {
  expect(accountOf({ stdout: '' }, { stdout: '' })).toMatchObject({
    name: undefined,
    sid: undefined,
    elevated: undefined,
  });
});
